"""A turn of a talk as the ear is taught it: each of its windows with the words before it."""

from collections.abc import Sequence

from aftershift.engines.language.sentences import WINDOW_WORDS
from aftershift.engines.safety.lessons import READ_ON


def behind(before: Sequence[str], windows: Sequence[str]) -> list[str]:
    """Put in front of each window of a turn as many of the words before it as fit in one.

    They are those of the windows before it, and of the last turns `before` it.
    """
    told = (". ".join(before[-READ_ON:]) + "." if before else "").split()
    found = list[str]()
    for window in windows:
        room = WINDOW_WORDS - len(window.split())
        found.append(" ".join((*told[-room:], window)) if room > 0 else window)
        told += window.split()
    return found
