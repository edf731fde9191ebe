"""The wings that hold something of a person; each joins by a line here."""

from typing import Any, Protocol

from aftershift.web.agreements import personal as agreements
from aftershift.web.carrying import Carried
from aftershift.web.checkins import personal as checkins
from aftershift.web.coach import personal as coach
from aftershift.web.deciding import personal as deciding
from aftershift.web.experiments import personal as experiments
from aftershift.web.instruments import personal as instruments
from aftershift.web.journal import personal as journal
from aftershift.web.network import personal as network
from aftershift.web.pairing import personal as pairing
from aftershift.web.people import personal as people
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.reflections import personal as reflections
from aftershift.web.rituals import personal as rituals
from aftershift.web.rosters import personal as rosters
from aftershift.web.safety import personal as safety
from aftershift.web.strict import Words
from aftershift.web.week import personal as week
from aftershift.web.windows import personal as windows


class Personal(Protocol):
    """What every wing's `personal.py` can do; `web/carrying` says how `CARRIES` is read.

    A wing of which something cannot come along to another account says it in `STAYS`, in words.
    """

    @property
    def CARRIES(self) -> tuple[Carried, ...]:  # noqa: N802 - a constant of each module
        """Say which of the wing's rows come along to another account."""

    def export(self, by: SignedIn) -> dict[str, Any]:
        """Give everything the wing holds of a person, as values that JSON can carry."""

    def erase(self, person: Person) -> None:
        """Delete everything the wing holds of a person."""


# Taken from the top, erased from the bottom: the account, and with it the session, goes last.
WINGS: tuple[tuple[str, Personal], ...] = (
    ("account", people),
    ("mine", safety),
    ("rosters", rosters),
    ("together", windows),
    ("rituals", rituals),
    ("coach", coach),
    ("week", week),
    ("journal", journal),
    ("people", network),
    ("linked", pairing),
    ("agreements", agreements),
    ("deciding", deciding),
    ("reflections", reflections),
    ("check_ins", checkins),
    ("measures", instruments),
    ("experiments", experiments),
)


def stays() -> tuple[Words, ...]:
    """Say what cannot come along to another account, in the order of the wings."""
    return tuple(one for _, personal in WINGS for one in getattr(personal, "STAYS", ()))
