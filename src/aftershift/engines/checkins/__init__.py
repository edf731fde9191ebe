"""Check-ins: what was answered, what a number means, whether a change is real, did a ritual help."""
