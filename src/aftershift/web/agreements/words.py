"""What an agreement is called, how long somebody is away, how far two answers lie apart."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.together.agreements import Kind
from aftershift.engines.together.coming_home import Left
from aftershift.engines.together.revealing import Distance

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
OWN_LEFT: dict[Left, Promise | str] = {
    Left.READY: _("I am ready: most of me is left"),
    Left.NOT_YET: _("Not yet: a quiet while first, then I come and find you"),
    Left.NOT_TONIGHT: _("Not tonight: nothing is left, and it is not about you"),
}
THEIR_LEFT: dict[Left, Promise | str] = {
    Left.READY: _("ready"),
    Left.NOT_YET: _("not yet: a quiet while first"),
    Left.NOT_TONIGHT: _("not tonight: nothing is left, and it is not about you"),
}
DISTANCES: dict[Distance, Promise | str] = {
    Distance.ALIKE: _("You two see this alike."),
    Distance.NEAR: _("A little apart."),
    Distance.APART: _("You two see this differently."),
}
