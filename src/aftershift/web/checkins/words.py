"""Words for what a number can and cannot say."""

from collections.abc import Mapping

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
