"""The first page: today, the next window, and the ways in."""
