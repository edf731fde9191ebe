"""Names of patients: a name counts where the words around it are of care, and not of home.

A patient's title makes a name a patient's, unless it is staff's or the writer's own people's. What
every other name is, a head says that was taught by authored sentences; all mentions of one name in
a message are weighed together.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from aftershift.engines.safety.name_cues import is_said_to_be_one, is_spared
from aftershift.engines.safety.name_meaning import Meaning
from aftershift.engines.safety.name_runs import Run, runs
from aftershift.engines.safety.name_signs import signs
from aftershift.engines.safety.phi_kinds import Found, Kind, Masked, is_blotted
from aftershift.engines.safety.phi_text import Talk

JOINED = re.compile(r",?;? (?:(?:and|y|und|et|en|or|&) )?(?:wee |little )?")
ENOUGH = -0.9  # log-odds; below even, because a missed patient is worse than a needless question
SURE, NOT_AT_ALL = 6.0, -6.0
SIGNS_SAY, MEANING_SAYS, LEVEL = 0.5, 0.5, -0.3  # where a name is heard by its meaning, too

SURELY_MEANT = 3.0  # log-odds of a word that nothing in its dress makes a name


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """One name, and in log-odds whether it is a patient's."""

    run: Run
    odds: float


def patient_names(talk: Talk, text: Masked, meaning: Meaning | None = None) -> Iterator[Found]:
    """Find the names of patients and of their people."""
    judged = [
        Judged(run=run, odds=_odds(talk, text, run, meaning)) for run in candidates(talk, text)
    ]
    mentions = defaultdict(list)
    for one in judged:
        for word in one.run.words:
            mentions[word].append(one.odds)
    patients = {word for word, odds in mentions.items() if fmean(odds) > ENOUGH}
    spared = {word for word, odds in mentions.items() if min(odds) <= NOT_AT_ALL}
    _spread(talk, judged, patients)
    for one in judged:
        if one.odds <= NOT_AT_ALL or (spared.intersection(one.run.words) and one.odds < SURE):
            continue
        if patients.intersection(one.run.words):
            yield Found(start=one.run.start, end=one.run.end, kind=Kind.NAME)
    for found in meaning.found(text, Kind.NAME, SURELY_MEANT) if meaning else ():
        if not any(found.start < one.run.end and one.run.start < found.end for one in judged):
            yield found  # no rule took it for a name at all


def candidates(talk: Talk, text: Masked) -> list[Run]:
    """List what may be a name and was not found already as something else."""
    return [run for run in runs(talk) if not is_blotted(text[run.start : run.end])]


def _odds(talk: Talk, text: Masked, run: Run, meaning: Meaning | None) -> float:
    if is_spared(talk, run):
        return NOT_AT_ALL
    if run.is_titled or is_said_to_be_one(talk, run):
        return SURE
    odds = talk.words.names.log_odds(signs(talk, text, run))
    meant = meaning.of(run.start, run.end, Kind.NAME) if meaning else None
    return odds if meant is None else SIGNS_SAY * odds + MEANING_SAYS * meant + LEVEL


def _spread(talk: Talk, judged: list[Judged], patients: set[str]) -> None:
    """Count the names in a row with a patient's as patients' too: "Milo and Greta"."""
    rows = list(pairwise(judged))
    for one, two in [*rows, *reversed(rows)]:
        between = talk.clean[one.run.end : two.run.start]
        if JOINED.fullmatch(between) and NOT_AT_ALL not in (one.odds, two.odds):
            words = {*one.run.words, *two.run.words}
            if patients & words:
                patients |= words
