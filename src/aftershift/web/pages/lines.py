"""One line of words, as it will be read on somebody else's page."""

import re

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def one_line(said: str) -> str:
    """Give one line as it will be read: nothing unseen in it, and nothing that turns it round."""
    return " ".join(_UNSEEN.sub(" ", said).split())
