"""What words to somebody are about, in the person's own noun phrase: "the bambi thing", "the rota".

A request names it, or the talk before it does: a feast, "the thing with the keys", or a plain thing
that was spoken of twice. What is grave, an error in care, or about a person is none.
"""

import re
from collections.abc import Sequence

from aftershift.engines.coach.own_words.gravity import is_grave, is_harsh, is_of_loss
from aftershift.engines.coach.own_words.kin import ALL
from aftershift.engines.coach.own_words.second_person import to_them
from aftershift.engines.coach.own_words.whom import pronouns_in, whom_of
from aftershift.engines.language.clinical_errors import names_an_error

LATELY = 4  # messages before the request in which it may have been named
MOST = 6  # words of it
_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_FEASTS = {
    "boxing day": "Boxing Day", "christmas eve": "Christmas Eve", "christmas day": "Christmas Day",
    "christmas": "Christmas", "xmas": "Christmas", "hogmanay": "Hogmanay", "eid": "Eid",
    "new year's eve": "New Year's Eve", "new years eve": "New Year's Eve", "diwali": "Diwali",
    "thanksgiving": "Thanksgiving", "easter": "Easter", "mother's day": "Mother's Day",
    "mothers day": "Mother's Day", "sunday lunch": "Sunday lunch", "iftar": "iftar",
    "lunar new year": "Lunar New Year", "noche buena": "Noche Buena", "hanukkah": "Hanukkah",
}  # fmt: skip
_FEAST = re.compile(
    rf"\b(?:{'|'.join(_FEASTS)})\b(?!(?: |-)(?:card|tree|music|bonus|jumper|is over))"
)
_IS_PLANNED = re.compile(  # "wants us to come on boxing day", and no "hamper at christmas"
    r"\b(?:wants? (?:us|me)|com(?:e|ing) (?:to|over|for|on|at)|going to|invit\w+|host\w*|plan\w*|"
    r"spend|we(?:'re| are) (?:at|with)|off (?:for|over)|whose turn)\b",
    re.IGNORECASE,
)
_NOUN = r"(?:the|my|our|this|that|his|her|their|your) (?:[\w'-]+ )?[a-z][\w-]*"
_ENDS = (
    r"(?= ?(?:[.,;:!?)]|$)| (?:so|without|in a|in one|before|when|that (?:i|he|she|they|we|it)|to "
    r"(?:him|her|them|my)|now|today|tonight|tomorrow|but|and|like|cos|because|please|though|tho|"
    r"if|as|short|is|was|has|with(?:out)?|or|at all|thing)\b)"
)
_BREAK = r" ?(?:[.,;:!?)]|$)| (?:is|was|but|and|so|stuck|has|still|like|cos|because)\b"
_ASKED = re.compile(
    rf"(?<!jokes )(?<!how )\babout (?:just |only )?(?P<what>{_NOUN}){_ENDS}", re.IGNORECASE
)
_ASKED_BARE = re.compile(  # "a text about tea breaks"
    r"\b(?:text|message|word|line|note|email|say|something|sentence|just|"
    r"tell (?:him|her|them)) about "
    r"(?P<what>(?!(?:it|this|that|what|how|him|her|them|me|us|you|the|my|our|his|their|a|an|being|"
    rf"something|everything|nothing|whether|why|[a-z]+ing)\b)[a-z]+(?: [a-z0-9]+)?){_ENDS}",
    re.IGNORECASE,
)
_THING = re.compile(
    rf"\b(?P<what>(?:the|this|that)(?: whole)? thing (?:with|about) {_NOUN}(?={_BREAK})|"
    r"(?:the|this|that) (?:[a-z'-]+ ){1,2}?(?:thing|business|situation|comment|joke|remark|"
    r"mix-up)\b(?! (?:is|was|that|i|about)\b))",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(
    r"\b(?:way|time|day|days|week|moment|thing it|worst|best|first|last|same|other|lot|bit|fact|"
    r"rest|point|whole|real|important|main|right|wrong|only|one|next|good|bad|kind|weird|sad|funny|"
    r"stupid|silly|hard|hardest|feelings?|words?|text|message|job i|annoying|lovely|nice)$|"
    r"\byour (?:drinking|weight|temper|smoking|gambling|attitude|job|ex|body|age|looks|lies|"
    r"affair|driving|cooking|snoring|mood|moods|family)\b|"
    r"\b(?:only|same|other|right|wrong|worst|best|first|last|next|whole|main|real|important|one|good|"
    r"bad|kind|weird|sad|funny|stupid|silly|hard|hardest|annoying|nice|lovely|sort of|"
    r"kind of|this|some|any|every|little|daft|dumb) (?:thing|joke|comment|business|situation)\b"
)
_NOT = re.compile(
    r"(?:\b(?:not|never|without|nothing|no|instead of|even)\b|n't\b)[^.,!?;:]{0,40}$", re.IGNORECASE
)
_DAY_NAME = re.compile(rf"\b(?:{_DAYS})\b")


def about(said: Sequence[str], thing: str = "") -> str:
    """Name what words are about, as it is said to whom they are for; "" where it is not plain.

    The last of what was said asks for words. `thing` is a plain thing that was spoken of.
    """
    plain = [one.replace("’", "'") for one in said]
    whom = whom_of(plain)
    for what in _named(plain):
        said_so = to_them(_plainly(what), whom) or ""
        if _is_plain(said_so):
            return said_so
    return thing if thing and _is_plain(thing) else ""


def _named(plain: Sequence[str]) -> Sequence[str]:
    asked = plain[-1]
    found = [*_found(_ASKED, asked), *_found(_ASKED_BARE, asked), *_found(_THING, asked)]
    found += [_FEASTS[one[0]] for one in _FEAST.finditer(asked.lower())]
    for text in reversed(plain[-LATELY - 1 : -1]):
        found += _found(_THING, text)
        if text == plain[-2]:
            found += _found(_ASKED, text)
        if _IS_PLANNED.search(text):
            found += [_FEASTS[one[0]] for one in _FEAST.finditer(text.lower())]
    return found


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    found = pattern.finditer(text)
    return [one["what"] for one in found if not _NOT.search(text[: one.start()])]


def _plainly(what: str) -> str:
    what = re.sub(r"^(?:that|this) ", "the ", what.strip().lower()).replace("the whole ", "the ")
    return _DAY_NAME.sub(lambda one: one[0].capitalize(), _feasts(what))


def _feasts(what: str) -> str:
    return _FEAST.sub(lambda one: _FEASTS[one[0]], what)


def _is_plain(what: str) -> bool:
    words = what.lower().split()
    is_person = bool(words) and words[-1] in ALL
    is_heavy = is_grave(what) or is_harsh(what) or is_of_loss(what) or names_an_error(what)
    is_short = 0 < len(words) <= MOST
    return is_short and not (is_person or is_heavy or _NO_NOUN.search(what) or pronouns_in(what))
