"""The person's own words: which of them matter, who is in them, and how they are turned."""
