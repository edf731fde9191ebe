"""What somebody asks of the talk before they tell: "just listen. she laughed at me"."""

import re

_LISTEN = re.compile(
    r"\W*(?:(?:please|ok|okay|today|now|can you|could you|would you|"
    r"i (?:only |just |really )*(?:want|need)(?:ed)? (?:you|somebody|someone) to)\s+)*"
    r"(?:(?:just|only|please)\s+)*listen\b"
    r"(?: (?:to me|please|now|first|for (?:a|one) (?:bit|minute|moment|sec\w*)))*"
    r"(?P<ends>\s*(?:[.,:;!?-]+\s*|$))|"
    r"\W*(?:please )?no (?:advice|tips|questions|fixing|solutions|ideas)(?: (?:please|now|today))*"
    r"(?:[.,:;!?-]+\s*|$)",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(r"\b(?:just|only|please|want|need|can|could|would)\b", re.IGNORECASE)


def told_behind(text: str) -> str:
    """Give what stands behind what is asked of the talk; all of it where nothing is asked."""
    found = _LISTEN.match(text)
    while found and found[0].strip():
        text = text[found.end() :]
        found = _LISTEN.match(text)
    return text


def asks_to_listen(text: str) -> bool:
    """Say whether a text begins by asking that it only be listened to."""
    found = _LISTEN.match(text)
    return bool(found and found["ends"] is not None and _SAYS_SO.search(found[0]))
