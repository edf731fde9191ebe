"""Sealed rows: one for each roster, one draft, and one for everybody's ways."""

from aftershift.web.sealed import SealedDocument


class Source(SealedDocument):
    """One roster with all its shifts: how many there are and when is not to be counted."""

    KIND = "rosters.source"


class Draft(SealedDocument):
    """What was read last and waits to be kept."""

    KIND = "rosters.draft"


class Ways(SealedDocument):
    """Roles, hours of children, zones, legends, habits and corrected nights of everybody."""

    KIND = "rosters.ways"
