"""Names of patients: a name counts where the words around it are of care, and not of home.

A name beside a title of staff, a trade, or a word of the writer's own family is nobody to hide,
and stays so through the message. For every other name the cues are read in order; the first that
is plain decides, and the weak ones are added up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from aftershift.engines.safety.name_cues import is_plain, is_spared, weight
from aftershift.engines.safety.name_runs import Run, runs
from aftershift.engines.safety.phi_kinds import Found, Kind, Masked, is_blotted
from aftershift.engines.safety.phi_text import Talk

JOINED = re.compile(r",?;? (?:(?:and|y|und|et|en|or|&) )?(?:wee |little )?")
ENOUGH = 1.2  # of weak cues


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """One name and what was made of it."""

    run: Run
    is_spared: bool
    is_patient: bool


def patient_names(talk: Talk, text: Masked) -> Iterator[Found]:
    """Find the names of patients and of their people."""
    found = [run for run in runs(talk) if not is_blotted(text[run.start : run.end])]
    judged = [_judge(talk, text, run) for run in found]
    spared = {word for one in judged if one.is_spared for word in one.run.words}
    patients = {word for one in judged if one.is_patient for word in one.run.words} - spared
    _spread(talk, judged, patients)
    for one in judged:
        if one.is_spared or (spared.intersection(one.run.words) and not one.run.is_titled):
            continue
        if one.is_patient or patients.intersection(one.run.words):
            yield Found(start=one.run.start, end=one.run.end, kind=Kind.NAME)


def _judge(talk: Talk, text: Masked, run: Run) -> Judged:
    spared = is_spared(talk, run)
    patient = not spared and (
        run.is_titled or is_plain(talk, text, run) or weight(talk, run) >= ENOUGH
    )
    return Judged(run=run, is_spared=spared, is_patient=patient)


def _spread(talk: Talk, judged: list[Judged], patients: set[str]) -> None:
    """Count the names in a row with a patient's as patients' too: "Milo and Greta"."""
    rows = list(pairwise(judged))
    for one, two in [*rows, *reversed(rows)]:
        between = talk.clean[one.run.end : two.run.start]
        if JOINED.fullmatch(between) and not (one.is_spared or two.is_spared):
            words = {*one.run.words, *two.run.words}
            if patients & words:
                patients |= words
