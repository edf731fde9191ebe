"""Written forms made comparable: people type the same word in many ways."""

import re
import unicodedata

_DASHES = dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-")  # hyphens, dashes, minus


def tidy(text: str) -> str:
    """Normalise the characters, make every dash a hyphen, and collapse white space."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_DASHES).split())


def fold(text: str) -> str:
    """Make a title comparable: tidy, without case, hyphens and underscores read as spaces."""
    return " ".join(re.sub(r"[-_]", " ", tidy(text).casefold()).split())


def fold_code(text: str) -> str:
    """Make a short code comparable: tidy and without case, its marks kept."""
    return tidy(text).upper()
