"""Words for what a number can and cannot say."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.checkins.spillover import Spills
from aftershift.engines.checkins.trend import Verdict

SPANS: Mapping[str, tuple[int, Promise]] = {
    "week": (7, _("Week")),
    "month": (30, _("Month")),
    "quarter": (91, _("Three months")),
    "year": (365, _("Year")),
}

VERDICTS: Mapping[Verdict, Promise] = {
    Verdict.NOT_YET: _("Not yet: too few answers to say anything."),
    Verdict.NO_CHANGE: _("No real change: what moves here is the ordinary wiggle."),
    Verdict.UP: _("A real change: higher than before, for two of the last three weeks."),
    Verdict.DOWN: _("A real change: lower than before, for two of the last three weeks."),
}

SPILLS: Mapping[Spills, Promise] = {
    Spills.NOT_ENOUGH: _("Not enough data: %(pairs)s of 40 pairs of days so far."),
    Spills.NONE: _("In %(pairs)s pairs of days, a hard day does not show in the next one."),
    Spills.FOUND: _(
        "In %(pairs)s pairs of days, a hard day goes with less closeness on the next one."
    ),
}
OTHER_WAY = _("In %(pairs)s pairs of days, a hard day goes with more closeness on the next one.")


@dataclass(frozen=True, kw_only=True, slots=True)
class WeeklyNumber:
    """What a number of each week is called, what its column is, and what it is not."""

    name: Promise
    unit: Promise
    note: Promise


CLOSENESS = WeeklyNumber(
    name=_("Closeness"),
    unit=_("Middle of its days"),
    note=_("Weeks with fewer than four answers are left out. It is judged by its days, above."),
)
TIME = WeeklyNumber(
    name=_("Awake and home together"),
    unit=_("Time"),
    note=_(
        "From the rosters, not from what you did: all of you off work, home and likely awake. "
        "Weeks that a roster does not cover are left out."
    ),
)
THANKS = WeeklyNumber(
    name=_("Thanks"),
    unit=_("Days with a thank-you, of days answered"),
    note=_(
        "Days on which you ticked a thank-you. Whether that changed is not said: it also hangs "
        "on how often you check in, and no rule for that could be defended."
    ),
)
RECORD = WeeklyNumber(
    name=_("Minutes on the record after hours"),
    unit=_("Minutes, of days answered"),
    note=_(
        "What you tapped, added up by the week; 120 or more counts as 120. Whether it changed is "
        "not said: it also hangs on how often you check in, and no rule for that could be defended."
    ),
)
TIME_VERDICTS: Mapping[Verdict, Promise] = {
    Verdict.NOT_YET: _("Not yet: it takes eleven whole weeks that the rosters cover."),
    Verdict.NO_CHANGE: _("No real change: your weeks swing this much anyway."),
    Verdict.UP: _(
        "More than in the weeks before, in two of the last three. Shifts whose pattern takes "
        "months to come round can look so too."
    ),
    Verdict.DOWN: _(
        "Less than in the weeks before, in two of the last three. Shifts whose pattern takes "
        "months to come round can look so too."
    ),
}
