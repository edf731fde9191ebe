"""The corpus of other people's calendars: nothing breaks, and the peers read the same instants."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from warnings import catch_warnings, simplefilter
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from tests.shared_material import shared

from aftershift.adapters import calendars
from aftershift.engines.rosters.shifts import RosterError

LONDON = ZoneInfo("Europe/London")
READ_BY_PEERS = 60_000  # bytes; the peers are slow on more
# Where we differ from recurring-ical-events, and why we mean to.
DIFFERENT = {
    "google_2024": "X-WR-TIMEZONE: whole days are days of the calendar's own zone",
    "issue_173_only_modifications_error": "the same",
    "Germany_Holidays": "a last day equal to the first is that day, not an instant",
    "end_before_start_event": "an event that ends before it starts is refused",
    "issue_132_swapped_start_and_end": "the same",
}


def corpus() -> list[Path]:
    files = [path for path in shared("rhythm/samples/corpus").rglob("*") if path.is_file()]
    assert len(files) == 333
    return sorted(files)


def test_no_file_of_the_corpus_raises_anything_but_a_clear_refusal():
    refused = 0
    for path in corpus():
        for year in (2019, 2026):
            try:
                found = calendars.read(
                    path.read_bytes(),
                    zone="Europe/London",
                    window=(date(year, 1, 1), date(year, 12, 31)),
                )
            except RosterError:
                refused += 1
            else:
                assert all(event.ends >= event.starts for event in found.events)
                assert all(event.starts.tzinfo is UTC for event in found.events)
                assert all(omission.place.startswith("line ") for omission in found.omissions)
    assert refused < 333 // 4


def instant(value: date) -> datetime:
    if not isinstance(value, datetime):
        value = datetime.combine(value, time())
    return (value if value.tzinfo else value.replace(tzinfo=LONDON)).astimezone(UTC)


def as_the_peer_reads(data: bytes, year: int) -> list[tuple[datetime, datetime]] | None:
    """Give starts and ends; None when the peer cannot read the file."""
    try:
        with catch_warnings():
            simplefilter("ignore")
            query = recurring_ical_events.of(
                icalendar.Calendar.from_ical(data), skip_bad_series=True
            )
            found = query.between(
                datetime(year, 1, 1, tzinfo=LONDON), datetime(year + 1, 1, 1, tzinfo=LONDON)
            )
            return sorted(
                (instant(event.start), instant(event.end))
                for event in found
                if event.get("STATUS") != "CANCELLED"
            )
    except Exception:  # a peer's failure of any kind is not ours to judge
        return None


@pytest.mark.parametrize("year", [2019, 2024])
def test_the_corpus_holds_the_same_instants_for_us_and_for_the_peers(year):
    compared = events = 0
    for path in corpus():
        data = path.read_bytes()
        expected = as_the_peer_reads(data, year) if len(data) < READ_BY_PEERS else None
        if not expected or any(name in path.name for name in DIFFERENT):
            continue
        found = calendars.read(
            data, zone="Europe/London", window=(date(year, 1, 1), date(year, 12, 31))
        )
        ours = sorted((event.starts, event.wall_ends) for event in found.events)
        assert ours == expected, path.name
        compared += 1
        events += len(ours)
    assert compared >= 10
    assert events >= 50
