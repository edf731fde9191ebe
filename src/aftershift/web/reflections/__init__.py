"""Lists to look at oneself, two people, a team or a workplace; a reflection each, and no test."""
