"""Whether a page is light or dark: by a choice in this browser, or by the hour of who reads it.

What stands on the page is `data-hours`: "light" or "dark" by choice, "night" or "day" by an hour
that is known, or nothing. By day and where nothing is known, the system's own preference counts.
"""

from datetime import time

NIGHT_BEGINS, NIGHT_ENDS = time(21), time(7)


def by_the_hour(clock: time) -> str:
    """Say whether an hour of somebody's own wall is one of the night or of the day."""
    is_night = clock >= NIGHT_BEGINS or clock < NIGHT_ENDS
    return "night" if is_night else "day"
