"""The time you really have together: windows, what was accepted, and the feed of it."""
