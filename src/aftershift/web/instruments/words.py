"""Words of this wing: what a change is called, and what a licence lets a host do."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.checkins.change import Verdict
from aftershift.engines.checkins.instruments import Licence

VERDICTS: Mapping[Verdict, Promise | str] = {
    Verdict.IMPROVED: _("A reliable change, for the better."),
    Verdict.UNCHANGED: _("No reliable change: the form itself wiggles by as much."),
    Verdict.WORSE: _("A reliable change, for the worse."),
    Verdict.NO_RULE: _("Whether that is a real change nobody can say: no rule for it was found."),
}
LICENCES: Mapping[Licence, Promise | str] = {
    Licence.OPEN: _("free to use"),
    Licence.CONDITIONS: _("free for care and research, with conditions"),
    Licence.NON_COMMERCIAL: _("not for commercial use; the host accepts its terms"),
    Licence.PROPRIETARY: _("only under a licence of the host’s own"),
}
