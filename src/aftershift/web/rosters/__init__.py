"""What each of us works, and how we sleep around it."""
