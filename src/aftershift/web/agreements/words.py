"""What an agreement is called, and how long somebody is away, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.together.agreements import Kind

KINDS: dict[Kind, Promise | str] = {
    Kind.PLAIN: _("Agreement"),
    Kind.ROUTINE: _("Routine"),
    Kind.GROUND_RULE: _("Ground rule"),
    Kind.TIME_OUT: _("Time-out"),
}
AWAY = (
    ("20", _("twenty minutes")),
    ("60", _("an hour")),
    ("240", _("four hours")),
    ("1440", _("the next day")),
)
