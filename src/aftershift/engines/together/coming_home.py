"""How much of somebody is left after a shift, told to the other of the two, and over by itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

LASTS = timedelta(hours=6)  # ours: an evening, and never the next one


class Left(StrEnum):
    """What whoever comes home can be counted on for."""

    READY = "ready"
    NOT_YET = "not_yet"
    NOT_TONIGHT = "not_tonight"


@dataclass(frozen=True, kw_only=True, slots=True)
class Coming:
    """One of the three, and when it was said. There is one at a time, and no list of earlier."""

    left: Left
    said: datetime


def still(coming: Coming | None, now: datetime) -> Coming | None:
    """Give what was said while it counts; None once it is over, and before it was said."""
    if coming is None or not coming.said <= now < coming.said + LASTS:
        return None
    return coming
