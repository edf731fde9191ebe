"""Questions whether one may: "is that rude?", "is it mad that I'm glad?".

They ask for leave and not for a verdict on two people. Nothing is approved of, for what is asked
about may be a phone to be searched: a feeling needs no leave, and of a deed it is asked how it
would be the other way round.
"""

import re
from enum import StrEnum

from aftershift.engines.coach.drafts import Draft, Here
from aftershift.engines.coach.gravity import is_grave
from aftershift.engines.coach.moves import Move
from aftershift.engines.coach.state import Act
from aftershift.engines.coach.telling import ANSWERS_TO_LEAVE
from aftershift.engines.language.phrases import words_in

MOST = 60  # words of a message that asks so
_POOR = (
    "rude|daft|silly|mad|stupid|weird|odd|strange|mean|selfish|bad|awful|terrible|horrible|petty|"
    "childish|cowardly|creepy|bossy|nosy|overreacting|over the top|oversensitive|too sensitive|"
    "a bit much|clingy|needy|pushy|ungrateful|babyish|sad|lazy|strict|greedy|cheeky|pathetic|soft|"
    "mental|crazy|ridiculous|showing off|too (?:much|soon|late)|unreasonable|"
    "(?:a lot|too much|much) to ask"
)
_FINE = "allowed|permitted|ok|okay|alright|all right|fine"
_ASKS = (
    r"\b(?:(?:is|isn'?t|was|would|wouldn'?t|does(?! that mean)|might) "
    r"(?:it|that|this|an? [a-z]+|i)|am i(?: being)?(?= (?:over|too))|"
    r"(?:(?:do|d'?) ?)?(?:you|ye|u) think (?:it|that|this)"
    r"(?:'s|s| is| was|'d be| would be| sounds))"
    r"(?: be(?:ing)?| sound| seem)?(?: (?:an?|so|really|just|a bit|not|very|the))* (?:{what})\b"
)
_NORMAL = "(?:normal|common|usual)(?! (?:for|if) (?:him|her|them|my))"
_IS_NORMAL = re.compile(r"(?:normal|common|usual)$", re.IGNORECASE)
_ASKED = re.compile(_ASKS.format(what=f"{_POOR}|{_FINE}|{_NORMAL}"), re.IGNORECASE)
_COMES = re.compile(_ASKS.format(what=_FINE), re.IGNORECASE)
_HERE = re.compile(r"\b(?:allowed|permitted|ok|okay|alright) (?:in )?here\b", re.IGNORECASE)
_FEELS = re.compile(r"^ ?(?:that|if|to)? ?(?:i(?:'m|m)?|feel|miss|want|enjoy)\b", re.IGNORECASE)
_DOES = re.compile(
    r"\b(?:can|could|would|should|shall|might|gonna|going to|will|i'?ll|if i|go|ask|tell|say|give|"
    r"send|write|put|bring|leave|have .+ in on)\b",
    re.IGNORECASE,
)
_OF_THE_BODY = re.compile(  # never for us to allow
    r"\b(?:tablets?|pills?|dos(?:e|es|age)|mgs?|meds?|medication|prescri\w+|paracetamol|ibuprofen|"
    r"drink\w*|wine|vodka|eat\w*|calories|scan|bleed\w*|pain)\b",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r"^[^.?!]{0,12}\b(?:he|she|they|my (?!own\b)\w+)\b", re.IGNORECASE)


class Leave(StrEnum):
    """What somebody asks leave for."""

    HERE = "allowed_here"  # to come with this
    FEELING = "allowed_feeling"
    DEED = "allowed_deed"
    NORMAL = "allowed_normal"  # whether others have it too


def leave_asked(text: str, *, is_first: bool) -> Leave | None:
    """Say what a message asks leave for, if it does."""
    plain = text.replace("’", "'")
    asked = _ASKED.search(plain)
    beside = plain.replace(asked[0], "") if asked else plain
    if len(words_in(plain)) > MOST or is_grave(beside) or _OF_THE_BODY.search(plain):
        return None
    if _HERE.search(plain) or (is_first and _COMES.search(plain)):
        return Leave.HERE if _COMES.search(plain) else None
    if asked is None or _OF_ANOTHER.match(plain[asked.end() :]):
        return None
    if _IS_NORMAL.search(asked[0]):
        return Leave.NORMAL
    is_felt = _FEELS.match(plain[asked.end() :]) or not _DOES.search(plain)
    return Leave.FEELING if is_felt else Leave.DEED


def meets_a_may_i(here: Here) -> Draft | None:
    """Answer who asks whether one may."""
    if here.reading.move not in (Move.TELLS, Move.VERDICT, Move.FACT) or here.heard.tapped:
        return None
    asked = leave_asked(here.heard.text, is_first=not here.state.turns)
    line = here.line(asked) if asked and not here.is_guarded else None
    act = Act.EXPLORE if line and line.asks else Act.REFLECT
    return line and Draft(act=act, pieces=(line,), suggestions=ANSWERS_TO_LEAVE)
