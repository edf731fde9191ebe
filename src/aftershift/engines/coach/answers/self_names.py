"""Hard names that somebody calls themselves: they are not said again, and not left standing."""

import re
from dataclasses import replace

from aftershift.engines.coach.answers.giving_back import given_back
from aftershift.engines.coach.answers.telling import ANSWERS_TO_LEAVE
from aftershift.engines.coach.drafts import Draft, Here
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.own_words.kin import ALL
from aftershift.engines.coach.own_words.quotable import REPORTED
from aftershift.engines.coach.state import Act

_TRADES = "friend", "nurse", "doctor", "midwife", "medic", "carer", "person"
_SOMEBODY = "|".join((*map(re.escape, ALL), *_TRADES))
_NAMES = re.compile(
    r"\b(?:i(?:'m|m| am| was| feel| felt|'ve been| must be| look| sound)|feel|feeling)"
    r"(?: (?:just|really|so|such|like|being|a|an|the|right|total|complete|bit|of|absolute|utter|"
    r"proper|bloody|fucking|fuckin|feckin|big|old|pure|massive))* "
    r"(?:idiot|fool|eejit|moron|muppet|prick|cow|bitch|bastard|monster|failure|fraud|loser|twat|"
    r"dick|arse|arsehole|asshole|ass|shit|useless|pathetic|stupid|rubbish|hypocrite|coward|"
    rf"(?:bad|terrible|horrible|awful|shit|crap|rubbish|useless|worst) (?:{_SOMEBODY}))\b",
    re.IGNORECASE,
)
HARD = "hard_on_self"


def names_themselves(here: Here) -> Draft | None:
    """Meet a hard name that somebody calls themselves, once in a talk; what else was told first."""
    is_telling = here.reading.move is Move.TELLS and not here.heard.tapped
    said = REPORTED.sub("", here.heard.text.replace("\u2019", "'"))
    if not (is_telling and _NAMES.search(said)):
        return None
    line = here.line(HARD)
    if line is None or any(name.startswith(f"{HARD}.") for name in here.state.used):
        return None
    told = given_back(here, is_asked=True) if here.told and not here.heart else None
    is_clean = told and not any(map(_NAMES.search, told.back))
    pieces = (replace(told, is_spare=True), line) if told and is_clean else (line,)
    return Draft(act=Act.REFLECT, pieces=pieces, suggestions=ANSWERS_TO_LEAVE)
