"""Guides for a pocket: steps with their seconds, and which of them fit the minutes there are."""
