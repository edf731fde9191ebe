"""One spelling for each name, however it was typed."""

import unicodedata


def tidy(name: str) -> str:
    """Bring a name to one spelling: no doubled gaps, one way to write each letter."""
    return " ".join(unicodedata.normalize("NFKC", name).split())
