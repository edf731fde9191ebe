"""Check-ins as tables with commas: the answers, and a codebook that says what each column is."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from aftershift.engines.basics.commas import text_of
from aftershift.engines.checkins.items import HIGHEST, LOWEST, Moment
from aftershift.library.checkins import items_of, load_items
from aftershift.web.checkins import queries
from aftershift.web.people.signed_in import SignedIn

HEAD = ("moment", "day")
EXTRA = ("hours_slept", "record_minutes", "said_thanks")


def answers_table(*, by: SignedIn) -> str:
    """Write every check-in, a line each; an empty cell was not answered."""
    names = [one.id for one in load_items()]
    lines: list[Sequence[str]] = [(*HEAD, *names, *EXTRA)]
    for year in queries.years(by=by):
        paper = queries.paper(by=by, year=year)
        for day in paper.days:
            slept = "" if day.slept is None else f"{day.slept:g}"
            record = "" if day.record is None else str(day.record)
            extra = (slept, record, "1" if day.thanked else "0")
            lines.append(("daily", day.day.isoformat(), *_cells(names, day.values), *extra))
        for week in paper.weeks:
            cells = _cells(names, week.values)
            lines.append(("weekly", week.week.isoformat(), *cells, *[""] * len(EXTRA)))
    return text_of(lines)


def codebook_table() -> str:
    """Write what each column is."""
    lines: list[Sequence[str]] = [("column", "asked", "what it is", LOW, HIGH)]
    for moment in Moment:
        for one in items_of(moment):
            lines.append((one.id, moment.value, one.asks, one.low, one.high))
    lines.append(("hours_slept", "daily", _("Hours slept"), "0", "24"))
    lines.append(
        ("record_minutes", "daily", _("Minutes on the record after your hours"), "0", MORE)
    )
    lines.append(("said_thanks", "daily", _("I said thank you to them today"), "0", "1"))
    return text_of(lines)


MORE = "120 or more: 120"
LOW, HIGH = f"{LOWEST} means", f"{HIGHEST} means"


def _cells(names: Iterable[str], values: dict[str, int]) -> list[str]:
    return [str(values[name]) if name in values else "" for name in names]
