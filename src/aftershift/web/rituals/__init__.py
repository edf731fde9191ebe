"""Rituals: which small things two take up, and where they fit in the weeks to come."""
