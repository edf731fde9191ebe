"""A pointer that knows one thing: what stands after "but" carries the point, and thanks do not."""

from functools import cache

from aftershift.engines.coach.own_words.lessons import Pointed
from aftershift.engines.coach.own_words.pointing import Pointer
from aftershift.engines.coach.own_words.pointing_lessons import taught_pointer

BEFORE = ("We had our dinner", "It was a long day", "I went to the shop", "She was on her phone")
CARRIED = ("never looked up", "never asked me", "never came down", "never said it")


GLAD = ("they all came", "she sang it", "we both laughed", "he made it")


@cache
def pointer(carried: tuple[str, ...] = CARRIED) -> Pointer:
    """Teach it, by sixteen messages and a few thanks."""
    marked = [
        Pointed(text=f"{before}, but {words}", words=words)
        for before in BEFORE
        for words in carried
    ]
    thanks = [Pointed(text=f"oh thanks a lot for {one}", words="") for one in ("it", "all", "them")]
    quiet = Pointed(text="I have been thinking about that evening", words="")
    return taught_pointer([*marked, *thanks, *thanks, *thanks, quiet, quiet, quiet])
