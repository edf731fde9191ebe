"""Plain good news that somebody opens with: given back as it was said, and asked on.

Reference: active and constructive answers to good news (Gable, Reis, Impett & Asher 2004).
"""

import re
from dataclasses import replace

from aftershift.engines.coach.drafts import Draft, Here
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.own_words.quotable import is_safe
from aftershift.engines.coach.state import Act

MOST = 30  # words of a message that is good news and nothing else
_WHOSE = r"(?:i|we|he|she|they|(?:my|our) \w+)(?:'ve|'s| have| has)? "
_DONE = (
    r"pass(?:ed)? (?:my|the|her|his|our|driving|all)\b|"
    r"got (?:engaged|accepted|promoted|in(?=\W*!)|into (?:the|uni\w*|nursing|med\w*)|"
    r"(?:the|my|her|his) (?:permanent |new )?(?:job|post|place|contract|role|keys|pin|visa|papers|"
    r"flat|house)\b)|"
    r"won (?:the|a|an|my|our)\b|qualified\b|moved into (?:my|our) first\b|(?:is|are) all clear\b"
)
_NEWS = re.compile(
    r"\W*(?:(?:so|ok|hi|hello|hey|guess what|today|finally|well|oh|and|btw|by the way|also|anyway|"
    r"in other news)\W+)*"
    rf"(?P<news>(?:(?:{_WHOSE})?(?:(?:just|finally) )?(?:{_DONE})|good news\b)"
    r"(?:(?! (?:and|because|so|when|while|cos)\b)[^.!?,;\n])*)",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\b(?:but|though|no|never|only|\w+n'?t|apart from|annoyed|awful|weird|jealous|gutted|should|"
    r"wanted|ex|funeral|died|worried|scared)\b",
    re.IGNORECASE,
)


_OF_ANOTHER = re.compile(  # "she got the house" may be anything but good
    r"\W*(?:he|she|they|(?:my|our) (?!(?:son|daughter|wife|husband|partner|boyfriend|girlfriend|"
    r"boy|girl|kid|mum|mom|dad)\b))",
    re.IGNORECASE,
)


def is_ours(text: str) -> bool:
    """Say whether a text opens with good news of oneself or of one's nearest."""
    news = good_news(text)
    return bool(news) and not _OF_ANOTHER.match(news)


def good_news(text: str) -> str:
    """Give the good news that a text opens with; "" where it does not, or where more is told."""
    plain = text.replace("’", "'")
    found = _NEWS.match(plain)
    if not found or len(plain.split()) > MOST or _TAKEN_BACK.search(plain):
        return ""
    return text[found.start("news") : found.end()].strip()


def meets_good_news(here: Here) -> Draft | None:
    """Give it back, and ask for more of it."""
    is_told = here.reading.move in (Move.TELLS, Move.GOOD) and not here.state.turns
    news, pointer = good_news(here.heard.text) if is_told else "", here.shelves.pointer
    if not news or pointer is None or not is_safe(news, here.heard.text, pointer.names):
        return None
    line, asks = here.line("good_news"), here.line("asks_glad") if here.may_ask else None
    told = line and replace(line, text=line.text.replace("{said}", news), back=(news,))
    pieces = tuple(one for one in (told, asks) if one)
    return Draft(act=Act.EXPLORE if asks else Act.REFLECT, pieces=pieces)
