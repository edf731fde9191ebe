"""What every page shares: the frame, the quick exit, the clock, the offline shell."""
