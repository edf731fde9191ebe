"""Questions about a mind: what somebody meant, and whether it was one thing or the other.

"Was she hiding it from me, or sparing me?" Nobody here can know, and a guess of ours would be taken
home as if it were knowledge. Both readings are given back, turned to "you": it may be both, and who
knows can be asked. What is a verdict in the clothes of a question is not answered so.
"""

import re
from dataclasses import replace

from aftershift.engines.coach.answers.telling import ANSWERS_TO_LEAVE
from aftershift.engines.coach.answers.weighing import TEMPER, either_of, with_both
from aftershift.engines.coach.drafts import Draft, Here, asks
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.hearing.wants import Want
from aftershift.engines.coach.own_words.gravity import is_grave_sentence, is_harsh, is_of_loss
from aftershift.engines.coach.own_words.turning import turned_words
from aftershift.engines.coach.state import Act

MOST = 60  # words of a message that asks so
MOST_OF_ONE = 12  # words of one reading
_WHO = (
    r"(?:he|she|they|it|that|this|i|people|men|women|"
    r"(?:my|the) (?!best\b|first\b)[a-z]+)"
)
_IS = (
    r"(?:is (?!this for\b)|was |are |were |does |do (?!i\b)|did |has |have |had |"
    r"would (?!i\b)|will |am )"
)
_EITHER = re.compile(
    rf"(?:^|[.!?;\n,] ?|\b(?:but|so|like|and) ){_IS}{_WHO} (?P<one>[^.?!;:\n]+?)"
    rf",? or (?:it means |(?P<is>{_IS})?(?P<who>{_WHO} )?)(?P<other>[^.?!;:\n]+)",
    re.IGNORECASE,
)
_WHAT = re.compile(
    r"\bi(?:'d| would) (?:like|love) to know what (?:the|his|her|their|that|this|it) ?"
    r"\w* (?:means?|meant)\b|"
    r"(?<=[?.] )or (?:is|was|does|did) (?:he|she|they)\b|"
    r"\b(?:is|was) (?:that|this|it) (?:meant as )?an? (?:compliment|insult|joke|dig|test|hint)\W*$|"
    rf"\bwhat (?:do |d'? ?)?(?:you|ye|u) (?:think|reckon|suppose),? (?:that )?{_WHO} (?:\w+ )?"
    r"(?:means?|meant|thinks?|thought|feels?|felt|wants?|wanted|heard|saw)\b|"
    rf"\bwhat (?:did|does) {_WHO} (?:\w+ )?mean\b(?: (?:by|with)\b[^.!?]*)?\?|"
    r"\b(?:what|whit) does it (?:\w+ )?mean,? (?:when|if|that)\b(?! i\b)|"
    r"\bwhat (?:am i|are we|should i) (?:\w+ )?(?:to )?(?:read|hear) in(?:to)? (?:that|this|it)\b|"
    r"\bwhat (?:he|she|they) (?:wants?|wanted|means?|meant) to (?:say|tell)(?: me| us)?"
    r" (?:with|by) (?:that|this|it)\b|"
    r"\b(?:what|whit) (?:does|did) (?:that|it|this) (?:even )?mean(?=\W*(?:$|[.!?]))",
    re.IGNORECASE,
)
_TO_US = re.compile(r",? ?\b(?:do |d'? ?)?(?:you|ye|u) (?:think|reckon|suppose)\b", re.IGNORECASE)
_SPARE = re.compile(r"^(?:(?:just|really|only|even|generally|actually|maybe) )+", re.IGNORECASE)
_TAIL = re.compile(r"(?: (?:lol|though|then|now|really|haha|anyway)|,? what)+$", re.IGNORECASE)
_ASKED_BEFORE = re.compile(r"\b(?:ask\w*|said|says?|told|wonder\w*|know)\W*$", re.IGNORECASE)
_ASKS_US = re.compile(
    r"\?|\b(?:you|ye|u|what|whats|what's|whit|why|decode|explain)\b|"
    r"(?:^|[.!] )(?:is|was|does|did|are|were) (?:that|this|it|he|she|they)\b",
    re.IGNORECASE,
)
_THEY_ASKED = re.compile(
    r"(?<!is )(?<!was )(?<!does )(?<!did )"
    r"\b(?:he|she|they|who|my \w+) (?:\w+ )?(?:ask|say|said|goes|wonder)\w*\b[^.!?]*\?\W*$",
    re.IGNORECASE,
)
_MOVES = frozenset({
    Move.TELLS, Move.VERDICT, Move.FACT, Move.THANKS, Move.MISHEARD, Move.WORDS
})  # fmt: skip
_NO_READING = re.compile(
    r"^(?:(?:not|no|what|so|something|anything|whatever|am|is|are)\b|(?:he|she|they|it|i|mean)$)",
    re.IGNORECASE,
)
_JUDGES = (
    "fault|blame|wrong|right|bad|mad|selfish|unreasonable|overreact\\w*|better|worse|best|"
    "too (?:much|late|soon)|stay|leave|bugger|silly|daft|stupid|idiot|must be"
)
_VERDICT = re.compile(rf"\b(?:you|your|u|{_JUDGES})\b", re.IGNORECASE)
_JUDGED = re.compile(rf"\b(?:{_JUDGES})\b", re.IGNORECASE)


def readings_asked(text: str) -> tuple[str, str] | None:
    """Give the two readings that a message asks about, turned to "you"; None where it asks none."""
    plain = _TO_US.sub("", text.replace("’", "'"))
    found = None if _is_heavy(plain) or len(plain.split()) > MOST else _EITHER.search(plain)
    if found is None or _ASKED_BEFORE.search(plain[: found.start()]):
        return None
    one, other = (_bare(found[part]) for part in ("one", "other"))
    is_long = max(len(one.split()), len(other.split())) > MOST_OF_ONE
    is_none = not one or _NO_READING.match(other) or _VERDICT.search(f"{one} {other}")
    if is_long or is_none or not other:
        return None
    kept = "" if found["is"] or not found["who"] else found["who"]
    return turned_words(one), turned_words(f"{kept}{other}")


def _bare(reading: str) -> str:
    return _TAIL.sub("", _SPARE.sub("", reading.strip(" ,"))).strip(" ,\"'")


def asks_what_was_meant(text: str) -> bool:
    """Say whether a message asks us what another meant, thinks or feels, and nothing grave."""
    plain = text.replace("’", "'")
    return not _is_grave(plain) and bool(_WHAT.search(plain))


def _is_grave(text: str) -> bool:
    return is_grave_sentence(text) or is_of_loss(text)


def _is_heavy(text: str) -> bool:
    """Say whether a text is grave, or holds a word that is not ours to give back."""
    return _is_grave(text) or is_harsh(text)


def _is_wondered(here: Here) -> bool:
    """Say whether it is asked in no form that is known, and not by somebody in what is told."""
    plain = here.heard.text.replace("’", "'")
    is_sure = here.state.turns and here.heard.wants.surely(Want.MIND)
    is_asked = is_sure and _ASKS_US.search(plain)
    return bool(is_asked) and not (_is_grave(plain) or _THEY_ASKED.search(plain))


def _two_readings(here: Here, *, is_wondered: bool) -> tuple[str, str] | None:
    """Give two readings in no known form: "joke or warning, you reckon"."""
    readings = either_of(here.heard.text) if is_wondered else None
    both = " ".join(readings or ())
    return None if _JUDGED.search(both) or is_harsh(both) else readings


def wonders_about_another(here: Here) -> Draft | None:
    """Give both readings back, or say that only the other knows; not of who may be feared.

    Of who has a temper nobody is told that they can be asked: what the person heard in it is.
    """
    if here.reading.move not in _MOVES or here.heard.tapped or here.is_guarded:
        return None
    wants = here.heard.wants
    is_of_oneself = wants.surely(Want.MAY) or wants.surely(Want.FACT)
    if is_of_oneself and wants.unlikely(Want.MIND):
        return None  # "does that happen to people, or is it just me"
    has_temper = TEMPER.search(" ".join((*here.state.said, here.heard.clean)))
    is_wondered = _is_wondered(here)
    readings = readings_asked(here.heard.text) or _two_readings(here, is_wondered=is_wondered)
    is_open = not readings and (asks_what_was_meant(here.heard.text) or is_wondered)
    key = "mind_either" if readings else "mind_open"
    line = here.line(key, fits=asks if has_temper else bool) if readings or is_open else None
    if line is None or here.was_said(line.name) or (has_temper and not line.asks):
        return None
    if readings:
        line = replace(line, text=with_both(line.text, readings))
    act = Act.EXPLORE if line.asks else Act.REFLECT
    return Draft(act=act, pieces=(line,), suggestions=ANSWERS_TO_LEAVE)
