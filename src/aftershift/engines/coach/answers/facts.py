"""Questions of fact: what the ledger knows of it, who would know, or that nothing is known here."""

import re

from aftershift.engines.coach.answers.allowing import OF_THE_BODY, Leave, leave_asked
from aftershift.engines.coach.answers.telling import ANSWERS_TO_LEAVE
from aftershift.engines.coach.drafts import Draft, Here
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.hearing.wants import Want
from aftershift.engines.coach.own_words.gravity import is_grave_sentence, is_of_loss
from aftershift.engines.coach.state import Act

_OF_RULES = re.compile(  # of which a rep or an adviser knows
    r"\b(?:legal\w*|law\w*|rights?|entitled|contract\w*|polic(?:y|ies)|rules?|allowed|hr|union|pay|"
    r"paid|hours|leave|sick|rest|breaks?|notice|register|licen[sc]e|allowance|pension|tax|visa|"
    r"supposed to|have to|can (?:they|he|she|my)|research|studies|percent|statistics?)\b|%",
    re.IGNORECASE,
)
_OF_CONSCIENCE = re.compile(  # which is no fact, and is looked up nowhere
    r"\b(?:sins?|promises?|lies?|lying|wrong|right|fair|sorry|apolog\w+|forgiv\w+|theft|steal\w*|"
    r"honest\w*|love|trust|respect)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\b(?:normal|usual|common|typical|others?|most|outlier)\b", re.IGNORECASE)


def checks_a_fact(here: Here) -> Draft | None:
    """Say what is known of something that many have heard; where nothing is, who would know."""
    text = here.heard.text
    if here.reading.move is not Move.FACT or leave_asked(text, is_first=False) is Leave.NORMAL:
        return None
    myth = here.reading.myth
    if myth is None:
        line = here.line("fact_unknown") if _OF_RULES.search(text) else None
        return line and Draft(act=Act.FACT, pieces=(line,))
    line = here.piece(f"myth.{myth.id}", myth.say)
    return Draft(act=Act.FACT, pieces=(line,), sources=myth.sources, why=myth.verdict)


def knows_no_fact(here: Here) -> Draft | None:
    """Say that what is asked can be looked up, and not in here."""
    is_told = here.reading.move in (Move.TELLS, Move.FACT) and here.state.turns
    is_asked = is_told and not here.heard.tapped and here.heard.wants.surely(Want.FACT)
    plain = here.heard.text.replace("’", "'")
    is_heavy = is_grave_sentence(plain) or is_of_loss(plain) or OF_THE_BODY.search(plain)
    if not is_asked or is_heavy or here.is_guarded:
        return None
    is_open = _OF_CONSCIENCE.search(plain)
    key = Leave.NORMAL if _OF_OTHERS.search(plain) else Leave.OPEN if is_open else "fact_open"
    line = here.line(key)
    act = Act.EXPLORE if line and line.asks else Act.REFLECT
    return line and Draft(act=act, pieces=(line,), suggestions=ANSWERS_TO_LEAVE)
