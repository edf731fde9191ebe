"""What the week's pages say of a roster that is the load, of a habit, and of whom one talks to."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from aftershift.engines.rosters.load import LONG_WEEK_MINUTES, NIGHTS_IN_A_ROW, Heavy, Past
from aftershift.engines.rosters.strain import Definition
from aftershift.engines.windows.rituals import Tie
from aftershift.engines.wording.scripts import To
from aftershift.web.rosters.strain import DEFINED

GONE = gettext_lazy("That time is not free any more. What you wrote is still here.")
WITH: dict[To, Promise] = {
    To.PARTNER: gettext_lazy("My partner"),
    To.FAMILY: gettext_lazy("Family"),
    To.FRIEND: gettext_lazy("A friend"),
    To.COLLEAGUE: gettext_lazy("A colleague"),
    To.MANAGER: gettext_lazy("My manager"),
    To.SENIOR: gettext_lazy("Somebody senior"),
    To.PROFESSIONAL: gettext_lazy("A doctor or counsellor"),
}
TIES: dict[Tie, Promise] = {
    Tie.AFTER_HANDOVER: gettext_lazy("After handover, I %(words)s"),
    Tie.BEFORE_LEAVING: gettext_lazy("Before I leave for work, I %(words)s"),
    Tie.AFTER_RETURN: gettext_lazy("After I come home from work, I %(words)s"),
    Tie.AFTER_WAKING: gettext_lazy("After I wake, I %(words)s"),
}
LETTERS = {  # the words for somebody who decides about the roster
    Past.NIGHT_RUNS: "help-letter-hours",
    Past.QUICK_RETURNS: "help-letter-hours",
    Past.WEEKLY_HOURS: "help-letter-load",
    Past.WEEKLY_REST: "help-letter-load",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class LoadFact:
    """One limit that the roster passes, with what it counts and where that comes from."""

    says: str
    defined: Definition
    ours: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class LoadCard:
    """The roster as the cause: what it passes, whose step comes first, and words for it."""

    facts: tuple[LoadFact, ...]
    step: str
    letter: str


def load_card(load: tuple[Heavy, ...]) -> LoadCard | None:
    """Name the roster as the cause; None where it passes no limit."""
    if not load:
        return None
    first = load[0].past
    return LoadCard(facts=tuple(map(_fact, load)), step=_step(first), letter=LETTERS[first])


def _fact(heavy: Heavy) -> LoadFact:
    words = {
        Past.NIGHT_RUNS: ngettext("%(n)d night in a row", "%(n)d nights in a row", heavy.count),
        Past.QUICK_RETURNS: ngettext(
            "%(n)d short turn between shifts", "%(n)d short turns between shifts", heavy.count
        ),
        Past.WEEKLY_HOURS: ngettext("a week of %(n)d hour", "a week of %(n)d hours", heavy.count),
        Past.WEEKLY_REST: ngettext(
            "%(n)d week without a long rest", "%(n)d weeks without a long rest", heavy.count
        ),
    }[heavy.past]
    return LoadFact(
        says=words % {"n": heavy.count},
        defined=DEFINED[heavy.past.value],
        ours=_ours(heavy.past),
    )


def _ours(past: Past) -> str:
    """Say what in a limit nobody published."""
    if past is Past.NIGHT_RUNS:
        words = _("That %(n)d in a row are many is our own line; the law names no number.")
        return words % {"n": NIGHTS_IN_A_ROW}
    if past is Past.WEEKLY_HOURS:
        words = _("Here it is two weeks above that mean, or one of more than %(n)d: our own line.")
        return words % {"n": LONG_WEEK_MINUTES // 60}
    return ""


def _step(past: Past) -> str:
    return {
        Past.NIGHT_RUNS: _(
            "Ask whoever makes the rota to split the next run of nights, with the dates in writing."
        ),
        Past.QUICK_RETURNS: _(
            "Send the dates of those starts to whoever makes the rota, and ask for a later one."
        ),
        Past.WEEKLY_HOURS: _(
            "Write the hours down for whoever makes the rota, and ask which shift can go."
        ),
        Past.WEEKLY_REST: _(
            "Ask whoever makes the rota for one whole day and night off, with a date in it."
        ),
    }[past]
