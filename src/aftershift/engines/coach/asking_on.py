"""Which open question fits what somebody told, by what kind of thing it is.

A wish is asked about what stands in its way, a feeling about how long it has been there, what
somebody said about how it landed. "What was that like?" fits hardly any of them.
"""

import re
from collections.abc import Iterator

_SO = r"(?:(?:\w+ly|just|only|still|also|do|did|so|even|always|then|never|kind of|sort of) )*"
_THEY = (
    r"\b(?:he|she|they|it|nobody|no one|no-one|everyone|everybody|people|"
    r"(?:my|our|his|her|their|the) \w+(?: \w+)?)"
)
_FEELING = (
    r"(?:ashamed|guilty|jealous|lonely|alone|embarrassed|scared|afraid|frightened|worried|anxious|"
    r"nervous|angry|mad|furious|annoyed|sad|hurt|upset|gutted|left out|invisible|useless|stupid|"
    r"small|empty|numb|tired|exhausted|knackered|drained|overwhelmed|resentful|bitter|torn|lost|"
    r"stuck|homesick|disappointed|humiliated|fed up|done in|tense|restless|bored)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|wasn't|weren't|had|did|didn't|got|went|came|said|told|asked|gave|took|made|"
    r"left|found|thought|knew|saw|sat|kept|put|lost|felt|heard|wrote|ate|ran|rang|began|bought|"
    r"brought|stood|woke|fell|forgot|hid|sent|threw|"
    r"(?!(?:need|tired|married|worried|scared|bored|engaged|divorced|retired|exhausted|stressed|"
    r"pleased|used|supposed|allowed|shed|red|bed|wed)\b)[a-z]{2,}ed)\b"
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


# The first that a text has. Those in _IN_TIME have questions for now and for then, those in _EVER
# are asked about in either; the others only while they last, but for what somebody did.
_KINDS = {
    "missed": _any(
        rf"\bi {_SO}miss\b",
        rf"\bwe {_SO}used to\b|\bbefore,? we (?:were|had|talked)\b",
        r"\b(?:he|she|they) used (?:to )?\w+(?: \w+)? (?:me|us)\b",
    ),
    "misread": _any(
        rf"\bi {_SO}(?:don't|do not|wouldn't) {_SO}want \w+ to (?:think|feel|believe)\b"
    ),
    "not_wanted": _any(rf"\bi {_SO}(?:don't|do not) {_SO}want\b"),
    "wanted": _any(
        rf"\bi(?:'d| would)? {_SO}(?:want|wish|hope|need)\b(?! to(?:[.,!;]|$)|[.,!;]|$)",
        rf"\bi(?:'d| would) {_SO}(?:love|like|rather)\b",
        r"\b(?:all|what) i (?:want|need)\b",
    ),
    "felt": _any(
        rf"\bi {_SO}(?:feel|felt|was) (?:\w+ ){{0,2}}{_FEELING}",
        rf"\bi(?: am|'m) (?:\w+ ){{0,2}}{_FEELING}",
        rf"\b(?:it|that) {_SO}(?:hurts?|stings?|stung|bothers?|bothered|upsets?|worries|scares?)\b",
        rf"^\W*(?:(?:just|mostly|mainly|really|honestly|more|a bit|a little) )*{_FEELING}",
        r"\bwhat (?:bugs|bothers|hurts|gets|worries|annoys|galls|scares) me\b",
        r"\bi (?:just )?cried\b|\bin tears\b|\bi'm (?:\w+ )?dreading\b",
    ),
    "said": _any(
        rf"(?!\b(?:nobody|no one|no-one)\b){_THEY} {_SO}(?<!never )(?:said|told me|asked me|"
        r"promised me|wrote|texted|replied|answered)\b",
        rf"{_THEY} {_SO}(?<!never )(?:says?|tells? me(?! about)|(?:ask|call)s? me|"
        r"keeps? (?:saying|asking))\b",
    ),
    "undone": _any(
        rf"{_THEY} {_SO}(?:didn't|doesn't|don't|hasn't|haven't|won't|forgets?|forgot|ignores?)\b",
        rf"{_THEY}(?:'s| has| have)? {_SO}(?:never|stopped \w+ing)\b",
        r"\b(?:nobody|no one|no-one) \w+",
    ),
    "ahead": _any(
        r"\b(?:i|we|he|she|they|it)(?:'ll| will) (?!not\b|never\b|have\b|admit\b|"
        r"give (?:him|her|them|you) that)\w",
        r"(?<!like )\b(?:i|we)(?:'m| am|'re| are) (?:going to|gonna)\b",
        rf"\b(?:maybe|perhaps) {_SO}(?:i|we)\b|\b(?:i|it) {_SO}might(?! have\b)\b",
        r"\b(?:everything|everyone|nobody|nothing) will\b",
    ),
    "stuck": _any(
        rf"\bi {_SO}(?:can't|cannot) (?!believe|complain|stand|wait|imagine|blame|say|tell|"
        r"remember|recall|think|help but|even)\w",
        rf"\bi {_SO}don't know (?:how(?! i feel)|what to|where to|whether|if i)\b",
    ),
    "did": _any(
        rf"(?:^|[.!?;,] |\b(?:and|so|then|but) )i {_SO}(?:said|told|asked|wrote|texted|called|rang|"
        r"sent|apologi[sz]ed|snapped|shouted|yelled|lied|hid|refused|agreed|promised|offered|"
        r"pretended|slammed|hung up|booked|invited|cancelled|swapped|threw|walked out|went quiet|"
        r"laughed)\b",
    ),
}
_NT = re.compile(r"\b(do|did|does|is|was|are|were|have|has|had|would|could|should|ca|wo)nt\b")
_IN_TIME = frozenset({"felt", "said", "undone"})
_EVER = frozenset({"missed", "ahead"})
UNKNOWN = ("asks_now", "asks_then")  # of what is none of the kinds
KEYS = (
    *(f"asks_{kind}" for kind in _KINDS if kind not in _IN_TIME),
    *(f"asks_{kind}_{when}" for kind in sorted(_IN_TIME) for when in ("now", "then")),
    *UNKNOWN,
)


_ENDS = re.compile(r"[.!?;]+\s+")
_ANSWERED = re.compile(r"\bi (?:just |only )?(?:said|told (?:him|her|them)|answered|replied)\b")


def _kind_of(words: str) -> tuple[str, str]:
    """Say of what kind some words are, and in which of them it shows."""
    for kind, pattern in _KINDS.items():
        if found := pattern.search(words):
            return kind, found[0]
    return "", ""


def keys_for(words: str) -> Iterator[str]:
    """Give the keys of lines that may ask on from some words, the most fitting first."""
    plain = _NT.sub(r"\1n't", words.lower().replace("’", "'"))
    last = _ENDS.split(plain.rstrip(" .!?"))[-1]
    kind, found = _kind_of(last)
    if not kind and (felt := _KINDS["felt"].search(plain)):
        kind, found = "felt", felt[0]
    if kind == "said" and _ANSWERED.search(plain):
        kind = "did"
    is_past = bool(_PAST.search(found if kind == "felt" else plain))
    when = "then" if is_past else "now"
    if kind in _IN_TIME:
        yield f"asks_{kind}_{when}"
    elif kind in _EVER or (kind and is_past == (kind == "did")):
        yield f"asks_{kind}"
    yield f"asks_{when}"
