"""The people somebody does not want to lose: when they last spoke, and when to be reminded.

A reminder comes on the day that the person set and on no other; nothing is worked out of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

LONGEST_NAME = 60
MOST = 40  # people; more than anybody keeps up with


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """Somebody: what one calls them, when one last talked to them, and the day to be reminded."""

    id: str
    name: str
    last: date
    remind_on: date | None = None

    def is_due(self, today: date) -> bool:
        """Say whether the day that was set has come."""
        return self.remind_on is not None and self.remind_on <= today


def due(contacts: Sequence[Contact], today: date) -> tuple[Contact, ...]:
    """Give those whose day has come, the longest ago first."""
    late = [one for one in contacts if one.is_due(today)]
    return tuple(sorted(late, key=lambda one: (one.last, one.name)))


def in_order(contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """Order people by when one last talked to them, the longest ago first."""
    return tuple(sorted(contacts, key=lambda one: (one.last, one.name)))


def talked(contact: Contact, today: date) -> Contact:
    """Note that they talked today; a reminder moves on by as long as it was set for."""
    if contact.remind_on is None:
        return replace(contact, last=today)
    return replace(contact, last=today, remind_on=today + (contact.remind_on - contact.last))
