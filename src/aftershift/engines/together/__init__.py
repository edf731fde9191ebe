"""What two agree on and keep: agreements, a time-out with its return, the weekly check-in."""
