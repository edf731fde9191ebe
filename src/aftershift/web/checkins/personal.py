"""What this wing holds of a person: to take away and to erase."""

from typing import Any

from aftershift.library.checkins import load_footprint
from aftershift.web.carrying import Carried
from aftershift.web.checkins import queries
from aftershift.web.checkins.models import CheckInYear, FootprintYear
from aftershift.web.checkins.papers import Daily, Footprint, FootprintPaper, Weekly, YearPaper
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn

CARRIES = (
    Carried(name="check_ins", model=CheckInYear, shape=YearPaper, columns=("year",), many=True),
    Carried(
        name="footprints", model=FootprintYear, shape=FootprintPaper, columns=("year",), many=True
    ),
)


def export(by: SignedIn) -> dict[str, Any]:
    """Give every day, every week, and what was written about weeks, the oldest first."""
    papers = [queries.paper(by=by, year=year) for year in queries.years(by=by)]
    return {
        "days": [_day(one) for paper in papers for one in paper.days],
        "weeks": [_week(one) for paper in papers for one in paper.weeks],
        "footprints": [
            _footprint(one)
            for year in queries.footprint_years(by=by)
            for one in queries.footprint_paper(by=by, year=year).footprints
        ],
    }


def erase(person: Person) -> None:
    """Delete the rows."""
    CheckInYear.objects.filter(person_id=person.id).delete()
    FootprintYear.objects.filter(person_id=person.id).delete()


def _day(one: Daily) -> dict[str, Any]:
    return {
        "day": one.day.isoformat(),
        "values": one.values,
        "hours_slept": "" if one.slept is None else one.slept,
        "minutes_on_the_record": "" if one.record is None else one.record,
        "said_thanks": "yes" if one.thanked else "no",
    }


def _week(one: Weekly) -> dict[str, Any]:
    return {"week": one.week.isoformat(), "values": one.values}


def _footprint(one: Footprint) -> dict[str, Any]:
    """Give it with its questions in words; by their ids where a question is no more."""
    asks = {question.id: question.asks for question in load_footprint()}
    return {
        "week": one.week.isoformat(),
        "answers": {asks.get(name, name): said for name, said in one.answers.items()},
    }
