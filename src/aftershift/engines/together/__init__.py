"""What two agree on, keep and decide: agreements, a time-out, the weekly check-in, sheets."""
