"""Experiments in words: what is tested, what a length can find, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from aftershift.engines.checkins.experiments import WHOLE, Result, Said
from aftershift.engines.evidence.practices import Practice
from aftershift.library.evidence import load_evidence
from aftershift.web.experiments.papers import Experiment, Outcome, Wish
from aftershift.web.windows.ritual_names import NAMES

OUTCOMES: Mapping[Outcome, Promise] = {
    Outcome.CLOSENESS: gettext_lazy("Closeness"),
    Outcome.PATIENCE: gettext_lazy("Patience"),
    Outcome.MOOD: gettext_lazy("Mood"),
    Outcome.STRESS: gettext_lazy("Stress"),
    Outcome.ENERGY: gettext_lazy("Energy"),
    Outcome.SLEPT: gettext_lazy("Hours slept afterwards"),
}

# Blocks -> of 100 experiments, how many find a large difference (0.8 of the usual swing of one's
# evenings): where neighbouring evenings have nothing in common, and where they are alike by .3.
# From docs/experiments.md, where `./do bench checkins` printed it.
FOUND: Mapping[int, tuple[int, int]] = {7: (22, 29), 10: (35, 50), 14: (49, 66), 21: (70, 84)}
RECOMMENDED = (10, 14, 21)

Offered: TypeAlias = list[tuple[str, Promise | str]]  # ids, and what the page calls them
RITUALS = gettext_lazy("Rituals")
PRACTICES = gettext_lazy("From the shelf of practices, with how sure we are")

# Of the shelf of practices those that an evening of two can have or leave out. What answers a
# quarrel or a bad day comes when it comes, and no coin may say when.
OF_AN_EVENING = (
    *("partner.device-free", "partner.five-present", "partner.kiss"),
    *("partner.share-good-news", "partner.plan-future"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What came of it: one sentence, and the lines behind it."""

    says: str
    lines: tuple[str, ...] = ()


def name_of(one: Experiment) -> str:
    """Say what is tested."""
    return name_of_wish(one.wish)


def name_of_wish(wish: Wish) -> str:
    """Say what somebody wants to test."""
    practice = load_evidence().practices.get(wish.ritual)
    if practice is not None:
        return practice.name
    return str(NAMES.get(wish.ritual, wish.words or wish.ritual))


def practices_offered() -> list[tuple[str, str]]:
    """List the practices that an evening can have or leave out, each with how sure we are of it."""
    shelf = load_evidence().practices
    return [
        (one.id, _("%(name)s (%(grade)s: %(words)s)") % _graded(one))
        for one in (shelf[name] for name in OF_AN_EVENING if name in shelf)
    ]


def _graded(one: Practice) -> dict[str, str]:
    return {"name": one.name, "grade": one.grade.value, "words": one.grade.words}


def length_words(blocks: int) -> str:
    """Say how long so many blocks are, and of 100 tries how many find a large difference."""
    said = {"days": 2 * blocks, "blocks": blocks}
    if blocks not in FOUND:
        return _("%(days)d evenings, %(blocks)d blocks: a taster, not a test") % said
    said["low"], said["high"] = FOUND[blocks]
    if blocks in RECOMMENDED:
        return _("%(days)d evenings, %(blocks)d blocks: %(low)d to %(high)d of 100") % said
    return (
        _("%(days)d evenings, %(blocks)d blocks: %(low)d to %(high)d; a gap makes it a taster")
        % said
    )


def reach_words(blocks: int, until: date | None) -> str:
    """Say how far the rosters reach, and for how many blocks there is room."""
    if until is None:
        return _("No evening to come is known for this yet.")
    day = date_format(until, "j F")
    return ngettext(
        "Known up to %(day)s: room for %(n)d block.",
        "Known up to %(day)s: room for %(n)d blocks.",
        blocks,
    ) % {"day": day, "n": blocks}


def too_few_words(blocks: int, fits: int | None, until: date | None) -> str:
    """Say that there are too few evenings, and what to do."""
    reach = reach_words(blocks, until)
    if fits is None:
        more = _("Not enough for any length: bring rosters that reach further, then come back.")
    else:
        more = _("Choose %(n)d blocks, or bring rosters that reach further.") % {"n": fits}
    return f"{reach} {more}"


def verdict(found: Result, one: Experiment) -> Verdict:
    """Say what came of it in a sentence, and what stands behind that."""
    if found.difference is None:
        return Verdict(says=_no_verdict(found, one))
    outcome = one.wish.outcome
    lines = (*_behind(found, outcome), _kept(found, outcome))
    return Verdict(says=_says(found, outcome), lines=lines)


def mean_verdict(found: Result, outcome: Outcome) -> Verdict:
    """Say what came of the mean of both."""
    if found.difference is None:
        said = {"used": found.used, "planned": found.planned}
        return Verdict(
            says=_(
                "Too few evenings that both of you answered: %(used)d of %(planned)d blocks."
                " There is no verdict on the mean."
            )
            % said
        )
    return Verdict(says=_says(found, outcome), lines=tuple(_behind(found, outcome)))


def _says(found: Result, outcome: Outcome) -> str:
    size = _size(found.difference or 0.0, outcome)
    says = {
        Said.HELPED: _("It seems to help. On evenings with it: %(size)s."),
        Said.OPPOSITE: _("It seems to do the opposite. On evenings with it: %(size)s."),
        Said.NO_DIFFERENCE: _(
            "No difference was found that chance could not make. On evenings with it: %(size)s."
            " That does not say that there is none."
        ),
        Said.TASTER: _(
            "A taster, and no test. On evenings with it: %(size)s."
            " So few evenings can differ like this by chance alone."
        ),
    }
    return says[found.said] % {"size": size}


def _no_verdict(found: Result, one: Experiment) -> str:
    if one.stopped is not None:
        return _("You stopped it, so there is no verdict: not a hidden one either.")
    if not found.planned:
        return _("Changed rosters left no block of it, so there is no verdict.")
    return _(
        "Too few answers for a verdict: %(used)d of %(planned)d blocks have both,"
        " and %(needed)d are needed."
    ) % {
        "used": found.used,
        "planned": found.planned,
        "needed": _needed(found.planned),
    }


def _needed(planned: int) -> int:
    return next(n for n in range(planned + 1) if n >= WHOLE * planned)


def _behind(found: Result, outcome: Outcome) -> list[str]:
    lines = [
        _("%(used)d of %(planned)d blocks counted; the others lack an answer.")
        % {"used": found.used, "planned": found.planned}
        if found.left_out
        else _("All %(used)d blocks counted.") % {"used": found.used}
    ]
    if found.low is not None and found.high is not None:
        says = _(
            "What these evenings allow for: from %(low)s to %(high)s, in points of ten"
            " (a 95 %% interval)."
        )
        if outcome is Outcome.SLEPT:
            says = _(
                "What these evenings allow for: from %(low)s to %(high)s, in hours"
                " (a 95 %% interval)."
            )
        ends = {"low": _end(found.low, outcome), "high": _end(found.high, outcome)}
        lines.append(says % ends)
    if found.p is not None:
        lines.append(chance_words(found.p))
    return lines


def chance_words(p: float) -> str:
    """Say how often chance alone makes such a difference."""
    if p < 0.01:
        return _("If it changed nothing, chance alone would make as much in under 1 of 100 tries.")
    return _("If it changed nothing, chance alone would make as much in about %(n)d of 100.") % {
        "n": round(100 * p)
    }


def _kept(found: Result, outcome: Outcome) -> str:
    if found.kept is None:
        return _("Whether it went as drawn was not noted.")
    said = _("In %(kept)d of %(used)d blocks both evenings went as drawn") % {
        "kept": found.kept,
        "used": found.used,
    }
    if found.as_done is None:
        return f"{said}."
    return _("%(said)s; over those alone: %(size)s. That decides nothing.") % {
        "said": said,
        "size": _size(found.as_done, outcome),
    }


def _end(better: float, outcome: Outcome) -> str:
    """Say an end of an interval: 0.4 lower."""
    size = round(better, 1)
    if not size:
        return _("no difference")
    return f"{number_format(abs(size), 1)} {_way(size, outcome)}"


def _way(better: float, outcome: Outcome) -> str:
    is_higher = (better > 0) != (outcome is Outcome.STRESS)
    if outcome is Outcome.SLEPT:
        return _("more") if is_higher else _("less")
    return _("higher") if is_higher else _("lower")


def _size(better: float, outcome: Outcome) -> str:
    """Say a difference with its direction: 1.4 points of ten higher."""
    size = number_format(abs(round(better, 1)), 1)
    if not round(better, 1):
        return _("%(name)s the same") % {"name": str(OUTCOMES[outcome]).lower()}
    way = _way(better, outcome)
    if outcome is Outcome.SLEPT:
        return _("%(size)s hours of sleep %(way)s") % {"size": size, "way": way}
    return _("%(name)s %(size)s points of ten %(way)s") % {
        "name": str(OUTCOMES[outcome]).lower(),
        "size": size,
        "way": way,
    }
