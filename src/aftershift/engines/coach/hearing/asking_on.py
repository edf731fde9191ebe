"""Which open question fits what somebody told, by what kind of thing it is.

A wish is asked about what stands in its way, a feeling about how long it has been there, what
somebody said about how it landed. "What was that like?" fits hardly any of them. What a question
needs beside, and what rules it out, is data; where none plainly fits, none is asked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aftershift.engines.coach.hearing.asking_signs import Sign
from aftershift.engines.coach.own_words.quotable import SPEECH

_SO = r"(?:(?:\w+ly|just|only|still|also|do|did|so|even|always|then|never|kind of|sort of) )*"
_THEY = (
    r"\b(?:he|she|they|it|nobody|no one|no-one|everyone|everybody|people|"
    r"(?:my|our|his|her|their|the) \w+(?: (?!i\b|we\b)\w+)?)"
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
        rf"\bi {_SO}(?:don't|do not|wouldn't) {_SO}want \w+ to (?:think|feel|believe)\b",
        r"\b(?:he|she|they) (?:probably |maybe |must |might |may )?thinks? (?:that )?"
        r"(?:i|i'm|i've|i'll|im|ive|we)\b",
    ),
    "not_wanted": _any(rf"\bi {_SO}(?:don't|do not) {_SO}want\b"),
    "wanted": _any(
        rf"\bi(?:'d| would)? {_SO}(?:want|wish|hope|need)\b(?! to(?:[.,!;]|$)|[.,!;]|$)",
        rf"\bi(?:'d| would) {_SO}(?:love|like)\b",
        r"\b(?:all|what) i (?:want|need)\b",
    ),
    "felt": _any(
        rf"\bi {_SO}(?:feel|felt|was) (?:\w+ ){{0,2}}{_FEELING}",
        rf"\bi(?: am|'m) (?:\w+ ){{0,2}}{_FEELING}",
        rf"\b(?:it|that) {_SO}(?:hurts?|stings?|stung|bothers?|bothered|upsets?|worries|scares?)\b",
        rf"^\W*(?:(?:just|mostly|mainly|really|honestly|more|a bit|a little) )*{_FEELING}"
        r"(?! (?:goes|is|was|people|patients))",
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
        rf"\bi {_SO}(?:can't|cannot) (?:\w+ly )?(?:stop|sleep|talk|ask|get|let|find|decide|reach|"
        r"bring|seem|face|switch|shake|forgive|cry|rest|move|start|begin|do (?:this|it|that))\b",
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
_EVER = frozenset({"missed", "misread", "ahead"})
UNKNOWN = frozenset({"asks_now", "asks_then"})  # of what is none of the kinds
KEYS = (
    *(f"asks_{kind}" for kind in _KINDS if kind not in _IN_TIME),
    *(f"asks_{kind}_{when}" for kind in sorted(_IN_TIME) for when in ("now", "then")),
    *sorted(UNKNOWN),
)


_ENDS = re.compile(r"[.!?;]+\s+")
_PRESENT = re.compile(  # what is so now, whatever was before
    r"\b(?:i'm|im|am|is|are|isn't|aren't|we're|they're|he's|she's|it's|have to|has to|don't|"
    r"doesn't|"
    r"says|now|every|always|still|i've got|ive got)\b"
)
_PERFECT = re.compile(
    r"(?:\b(?:have|has|haven't|hasn't)|'ve|'s) (?:\w+ly |just |never |always |also |already |not )*"
    r"(?:(?:been|got|had|made|gone|told|said|left|(?!stopped)[a-z]+ed)\b ?)+"
)
_ANSWERED = re.compile(r"\bi (?:just |only )?(?:said|told (?:him|her|them)|answered|replied)\b")


def _kind_of(words: str) -> tuple[str, str]:
    """Say of what kind some words are, and in which of them it shows."""
    for kind, pattern in _KINDS.items():
        if found := pattern.search(words):
            return kind, found[0]
    return "", ""


def keys_for(words: str) -> Iterator[str]:
    """Give the keys of lines that may ask on from some words, the most fitting first.

    What may be asked of anything comes only where it is of no known kind; last, what fits whatever
    happened once, or goes on.
    """
    plain = _NT.sub(r"\1n't", SPEECH.sub("it", words.lower().replace("’", "'")))
    last = _ENDS.split(plain.rstrip(" .!?"))[-1]
    kind, found = _kind_of(last)
    if not kind and (felt := _KINDS["felt"].search(plain)):
        kind, found = "felt", felt[0]
    if kind == "said" and _ANSWERED.search(plain):
        kind = "did"
    is_past = _is_past(found if kind in ("felt", "said") else last, plain)
    when = "then" if is_past else "now"
    if kind in _IN_TIME:
        yield f"asks_{kind}_{when}"
    elif kind in _EVER or (kind and is_past == (kind == "did")):
        yield f"asks_{kind}"
    else:
        kind = ""
    if not kind:
        yield f"asks_{when}"


def _is_past(last: str, whole: str) -> bool:
    """Say whether words tell of what is over; where the last of them do not show it, all do."""
    if _PRESENT.search(last):
        return False
    told = _PERFECT.sub("", last)
    return bool(_PAST.search(told if told != last or _PAST.search(last) else whole))


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionRule:
    """What some questions need, and what rules them out.

    They are those whose name holds one of `of` and whose words hold one of `asks`; none: all.
    """

    of: tuple[str, ...]
    asks: tuple[str, ...]
    needs: tuple[Sign, ...]
    bars: tuple[Sign, ...]

    def is_for(self, name: str, text: str) -> bool:
        """Say whether it is for a question, by its name and its words."""
        small = text.lower()
        is_named = any(one in name for one in self.of)
        return is_named and (not self.asks or any(one in small for one in self.asks))


def may_be_asked(
    name: str, text: str, signs: frozenset[Sign], rules: Sequence[QuestionRule]
) -> bool:
    """Say whether a question plainly fits behind a message with some signs."""
    theirs = [one for one in rules if one.is_for(name, text)]
    return all(signs.issuperset(one.needs) and signs.isdisjoint(one.bars) for one in theirs)
