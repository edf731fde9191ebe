"""Reads of what was kept, and of the wordings that lie on this host."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from aftershift.engines.checkins.instruments import Instrument, Touch
from aftershift.engines.checkins.wordings import Wording
from aftershift.library.instruments import load_instruments
from aftershift.library.shelf import ContentError
from aftershift.library.wordings import folder_of, installed
from aftershift.web.instruments.models import Measures
from aftershift.web.instruments.papers import Kept, MeasuresPaper
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters import queries as rosters
from aftershift.web.services import services


@dataclass(frozen=True, kw_only=True, slots=True)
class Offered:
    """An instrument that may be answered here: its key and its official wording."""

    key: Instrument
    wording: Wording

    @property
    def slug(self) -> str:
        """Name it in an address."""
        return slug_of(self.key)


def slug_of(key: Instrument) -> str:
    """Name a key in an address: a history must not tell that somebody was asked about fear."""
    if Touch.VIOLENCE in key.touches():
        return f"list-{sorted(load_instruments()).index(key.id)}"
    return key.id.casefold()


def key_at(slug: str) -> Instrument | None:
    """Find the key of an address, also where its wording does not lie here."""
    return next((one for one in load_instruments().values() if slug_of(one) == slug), None)


def is_for_one(key: Instrument) -> bool:
    """Say whether somebody may answer it here: none of groups, and none that is triage."""
    return not (key.is_of_groups or key.is_triage)


def wording_of(instrument: str) -> Wording | None:
    """Give the wording of an instrument, where it lies here."""
    return next((one.wording for one in offered().values() if one.key.id == instrument), None)


def offered() -> Mapping[str, Offered]:
    """Give the instruments whose wording lies here, by the name in their address.

    Not those of groups, nor those that are triage: that is for people who are there to take over.
    A file that was changed into something else hides them all; `aftershift doctor` names it.
    """
    keys = load_instruments()
    found = {}
    try:
        here = installed(folder_of(services().settings.data))
    except ContentError:
        return {}
    for name, wording in here.items():
        key = keys.get(name)
        if key is not None and is_for_one(key):
            one = Offered(key=key, wording=wording)
            found[one.slug] = one
    return found


def paper(*, by: SignedIn) -> MeasuresPaper:
    """Open what was kept."""
    row = Measures.objects.filter(person=by.person).first()
    return row.read_as(by.vault, MeasuresPaper) if row else MeasuresPaper()


def kept_of(instrument: str, *, by: SignedIn) -> tuple[Kept, ...]:
    """Give what was kept of one instrument, the oldest first."""
    return tuple(one for one in paper(by=by).kept if one.instrument == instrument)


def kept(*, by: SignedIn, kept_id: UUID) -> Kept | None:
    """Find one of this person's; None where there is none, or it is somebody else's."""
    return next((one for one in paper(by=by).kept if one.id == str(kept_id)), None)


def overlapping(key: Instrument, *, at: datetime, by: SignedIn) -> Kept | None:
    """Give the last one before a moment whose time reaches into the time that is asked about now.

    None for an instrument whose time has no length.
    """
    since = at - timedelta(days=key.frame_days)
    found = [one for one in kept_of(key.id, by=by) if since < one.at < at]
    return found[-1] if found else None


def day_of(one: Kept, *, by: SignedIn) -> date:
    """Say on which day it was kept, on this person's own clock."""
    return days_of((one,), by=by)[0]


def days_of(kept: Iterable[Kept], *, by: SignedIn) -> tuple[date, ...]:
    """Say on which day each was kept; the clock is looked up once."""
    zone = rosters.own_zone(by=by)
    return tuple(one.at.astimezone(zone).date() for one in kept)
