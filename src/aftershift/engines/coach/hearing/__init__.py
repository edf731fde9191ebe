"""What a message does and wants: asks, refuses, thanks, begins, ends."""
