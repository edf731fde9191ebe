"""Words of this wing: what a change is called, and what a licence lets a host do."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.checkins.change import Verdict
from aftershift.engines.checkins.instruments import Licence
from aftershift.engines.checkins.waves import Course

VERDICTS: Mapping[Verdict, Promise | str] = {
    Verdict.IMPROVED: _("A reliable change, for the better."),
    Verdict.UNCHANGED: _("No reliable change: the form itself wiggles by as much."),
    Verdict.WORSE: _("A reliable change, for the worse."),
    Verdict.NO_RULE: _("Whether that is a real change nobody can say: no rule for it was found."),
}
COURSES: Mapping[Course, Promise | str] = {
    Course.NOT_YET: _("Not yet: of so few results no trend can be named."),
    Course.NO_RULE: _("Whether it changed nobody can say: no rule for it was found."),
    Course.NO_CHANGE: _("No real change over these results: the form itself wiggles by as much."),
    Course.BETTER: _("Over these results it changed by more than the wiggle, for the better."),
    Course.WORSE: _("Over these results it changed by more than the wiggle, for the worse."),
    Course.UNEVEN: _("It went up and down by more than the wiggle, and no one way."),
}
LICENCES: Mapping[Licence, Promise | str] = {
    Licence.OPEN: _("free to use"),
    Licence.CONDITIONS: _("free for care and research, with conditions"),
    Licence.NON_COMMERCIAL: _("not for commercial use; the host accepts its terms"),
    Licence.PROPRIETARY: _("only under a licence of the host’s own"),
}
