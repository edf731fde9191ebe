"""For hard hours, and only one's own: a plan, somebody trusted, and what is put away."""
