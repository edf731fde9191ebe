"""Published instruments whose wording the host imported: answered, scored, and what it can say."""
