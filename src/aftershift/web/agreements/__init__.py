"""What two agree on and keep: agreements, a time-out with its return, the check-in, repair."""
