"""Check-ins: what was answered, what it means, whether it changed, whether a ritual helped."""
