"""Small things about the lines that are put together from what somebody typed."""

import re
from collections.abc import Iterator

ENDS = ".!?…"


def as_sentence(text: str) -> str:
    """Give a text as whole sentences: one line, its end closed; empty stays empty."""
    joined = " ".join(text.split())
    return joined if not joined or joined[-1] in ENDS else f"{joined}."


def sentences_of(text: str) -> Iterator[str]:
    """Cut a text as it was typed into its sentences."""
    for piece in re.split(r"(?<=[.!?])[\"')]*\s+|\s*\n+\s*", text):
        if piece.strip():
            yield piece.strip()
