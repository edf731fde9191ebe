"""Who is right, and what somebody is: neither is said, and the other's view is asked for once."""

import re

from aftershift.engines.coach.answers.telling import VIEW_FROM, question
from aftershift.engines.coach.answers.weighing import TEMPER
from aftershift.engines.coach.choosing import ABOVE
from aftershift.engines.coach.drafts import Draft, Here, Piece
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.state import Act
from aftershift.engines.language.phrases import words_in

_ASKS_A_VERDICT = re.compile(
    r"\?|\b(?:am i|was i|i'?m right|who'?s|who is|whose|tell me|aita|is it me|should i|"
    r"(?:i'?m|am i|be|was i|in the) right\W*$|fault)\b"
)
_NAMES_A_DISORDER = re.compile(  # of somebody who is not here
    r"\b(?:he|she|they|my \w+)(?:'s| is|'re| are)?\b[^.!?]{0,30}\b(?:narciss?ist\w*|psychopath\w*|"
    r"sociopath\w*|bipolar|borderline|autistic|on the spectrum|gasligh\w*|a psycho)\b"
)
_UNEVEN = re.compile(  # one of them has a say over the other
    r"\bi (?:manage|run|lead|supervise|line manage)\b|\bone of my (?:\w+ )?(?:registrars|juniors|"
    r"staff|nurses|team|students|residents|trainees)\b|\breported (?:me|her|him) to\b|"
    r"\blose (?:this|my) job\b|\bthe new (?:sister|lead|head)\b|\b(?:student|trainee|apprentice)\b"
)


def asks_for_a_diagnosis(text: str) -> bool:
    """Say whether a clean text asks if somebody who is not here has a disorder."""
    return bool(_NAMES_A_DISORDER.search(text) and "?" in text)


def gives_no_verdict(here: Here) -> Draft | None:
    """Judge nobody: not who is right, and not what kind of person somebody is."""
    asked = here.heard.clean
    if asks_for_a_diagnosis(asked):
        line = here.line("no_diagnosis")
        return line and Draft(act=Act.NO_VERDICT, pieces=(line,))
    case = here.reading.case
    is_met = case is not None and case.wants == "verdict"
    is_asked = here.heard.tapped or _ASKS_A_VERDICT.search(asked)
    if here.reading.move is not Move.VERDICT or is_met or not is_asked:
        return None
    of_self = "am i" in asked or "i'm a" in asked
    if view := None if of_self else others_view(here, "view_any"):
        return Draft(act=Act.VIEW, pieces=(view,), changes={"viewed": True})
    line = here.line("verdict_self" if of_self else "verdict")
    asks = question(here)
    return line and Draft(act=Act.NO_VERDICT, pieces=(line, *([asks] if asks else [])))


def others_view(here: Here, key: str) -> Piece | None:
    """Ask once for the other's view, where both are equals and nobody may be feared."""
    told = " ".join((*here.state.said, here.heard.clean))
    is_even = ABOVE.isdisjoint(words_in(told)) and not _UNEVEN.search(told)
    is_even = is_even and (here.theme is None or here.theme.equals)
    is_calm = not (here.is_guarded or here.state.viewed or TEMPER.search(told))
    is_time = here.state.turns >= VIEW_FROM and here.may_ask
    return here.line(key) if is_even and is_calm and is_time else None
