"""The journal: sealed entries, feeling words, a voice note, a friend's view; nobody reads it."""
