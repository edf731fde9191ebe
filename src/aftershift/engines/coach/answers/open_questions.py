"""Questions that nobody can answer, and that still must be met: "was I wrong?", "who minds me?".

Who was in the wrong is not said. The question is named, and what was told beside it given back: two
sides, where two were told. What is asked of the world and of nobody is itself the heart of it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from aftershift.engines.coach.answers.giving_back import said_again
from aftershift.engines.coach.answers.siding import asks_to_be_agreed_with
from aftershift.engines.coach.answers.telling import ANSWERS_TO_LEAVE
from aftershift.engines.coach.answers.verdicts import asks_for_a_diagnosis
from aftershift.engines.coach.drafts import Draft, Here, Piece, sentence
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.own_words.gravity import is_grave_sentence
from aftershift.engines.coach.state import Act

_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")
_BY = (
    r"^\W*(?:(?:and|but|so|or|then|well|ok|okay|honestly|tell me|be honest|i keep asking|now)\W+)*"
)
_OF_FAULT = re.compile(
    rf"{_BY}(?:was|am|were|is|are|wasn'?t|isn'?t) (?:i|he|she|they|we|my \w+)(?: (?:the|all|"
    rf"really|so|"
    r"being|just|in the|to be))* (?:wrong|right|unfair|fair|at fault|to blame|unreasonable|selfish|"
    r"harsh|bad one|one (?:who(?:'s| is)|in the) \w+)(?: (?:or|there|here|then|in this|"
    r"about)\b[^?]*|"
    rf" to (?!feel|want|be|miss)[^?]*)?\?|{_BY}who(?:'s|se| is| was) (?:fault|wrong|right|"
    rf"in the wrong|"
    r"in the right|to blame)\b[^?]*\?|^\W*(?:he|she|they|i) (?:was|were|is|am) (?:in the )?wrong,? "
    r"(?:no|right|yes|eh|or)\b[^?]*\?",
    re.IGNORECASE,
)
_ASIDE = re.compile(  # said beside a question, and tells of nothing
    r"\b(?:i keep asking|please|tell me|be honest|honestly|just say|i (?:need|want) to know)\b",
    re.IGNORECASE,
)
_TO_THE_WORLD = re.compile(
    rf"{_BY}(?P<asked>(?:when(?:'s| is| was| will it be| do i get| does) (?:it )?(?:ever )?(?:my|"
    rf"our) "
    r"(?:turn|go|time)\b[^?.!]*|when do (?:i|we) (?:ever )?(?:get|have) (?:a|my|our|to|any|one)\b"
    r"[^?.!]*|who (?:ever )?(?:looks after|minds|takes care of|cares for|asks|carries|holds|helps|"
    r"listens to|checks on|cooks for|thanks) (?:me|us|the minders?|the carers?|"
    r"the nurses?)\b[^?.!]*|"
    r"(?:and )?what about me(?: in (?:all )?(?:this|that))?|what about (?:my|our) (?:turn|sleep|"
    r"day|"
    r"life|needs)\b[^?.!]*|where (?:am i|do i come) in (?:all )?(?:this|that)\b[^?.!]*|"
    r"why (?:is it|am i|does it have to be|must it be) always (?:me|mine|the one)\b[^?.!]*|"
    r"why (?:is it )?always me|do(?:n'?t)? i (?:not )?(?:even |ever )?count\b[^?.!]*|"
    r"do(?:es)? (?:anyone|anybody|any of them) (?:even |ever )?(?:notice|see|think of|"
    r"wonder about) "
    r"(?:me|us|what i)\b[^?.!]*)\?+)",
    re.IGNORECASE,
)
_MOVES = frozenset({Move.TELLS, Move.VERDICT, Move.FACT, Move.STEP})


def asks_the_world(text: str) -> str:
    """Give the question of a message that nobody is asked: "when is it my turn?"; "" if none."""
    plain = text.replace("’", "'")
    found = (_TO_THE_WORLD.match(one) for one in _SENTENCES.split(plain))
    return next((one["asked"] for one in found if one), "")


def beside_a_verdict(text: str) -> tuple[str, ...] | None:
    """Give the sentences told beside a question of who was wrong; None where none is asked."""
    sentences = [one for one in _SENTENCES.split(text.replace("’", "'")) if one.strip()]
    asked = {
        one
        for one in sentences
        if _OF_FAULT.match(one) or ("?" in one and asks_to_be_agreed_with(one))
    }
    if not asked:
        return None
    return tuple(one for one in sentences if one not in asked and not _is_aside(one))


def _is_aside(one: str) -> bool:
    return "?" in one or bool(_ASIDE.search(one)) or is_grave_sentence(one)


def gives_the_question_back(here: Here) -> Draft | None:
    """Give back a question that is asked of nobody, as the heart of what is told."""
    is_told = here.reading.move in _MOVES and not here.heard.tapped
    asked = asks_the_world(here.heard.text) if is_told else ""
    line = here.line("asks_the_world") if asked else None
    if line is None or here.was_said(line.name):
        return None
    back = replace(line, text=line.text.replace("{said}", sentence(asked)), back=(asked,))
    return Draft(act=Act.REFLECT, pieces=(back,), suggestions=ANSWERS_TO_LEAVE)


def weighs_no_fault(here: Here) -> Draft | None:
    """Say who was wrong to nobody, and give back what was told beside the question."""
    is_told = here.reading.move in _MOVES and not here.heard.tapped and not here.is_guarded
    is_told = is_told and not asks_for_a_diagnosis(here.heard.clean)
    told = beside_a_verdict(here.heard.text) if is_told else None
    line = _met(here, told) if told else None
    return line and Draft(act=Act.NO_VERDICT, pieces=(line,), suggestions=ANSWERS_TO_LEAVE)


def _met(here: Here, told: Sequence[str]) -> Piece | None:
    """Give back both sides, where two were told, else what speaks to it."""
    own = [one.rstrip(" .!") for one in told[-2:]]
    said = [sentence(said_again(one, here.heard.text)) for one in own]
    line = here.line("verdict_both" if len(said) > 1 else "verdict_told")
    if line is None or here.was_said(line.name):
        return None
    text = line.text.replace("{one}", said[0]).replace("{other}", said[-1])
    return replace(line, text=text.replace("{said}", said[0]), back=tuple(own))
