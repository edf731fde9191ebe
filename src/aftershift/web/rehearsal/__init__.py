"""Rehearsal: a hard conversation, tried out with a scripted other; no word of it is kept."""
