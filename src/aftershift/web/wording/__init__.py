"""Words for somebody: an apology, a rant made sayable, words to change. Keeps nothing."""
