"""An account of years opens no more for a page than a new one does."""

from datetime import date, timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.people import Account
from tests.web.house.page import Page

from aftershift.engines.checkins.experiments import Block
from aftershift.engines.checkins.reflections import Answer
from aftershift.library.reflections import load_reflections
from aftershift.web.checkins import queries
from aftershift.web.checkins.models import CheckInYear
from aftershift.web.checkins.papers import Daily, Weekly, YearPaper
from aftershift.web.experiments.models import Experiments
from aftershift.web.experiments.papers import Experiment, ExperimentsPaper, Outcome, Wish
from aftershift.web.reflections.models import Reflections
from aftershift.web.reflections.papers import About, Kept, ReflectionsPaper

LONG_AGO = date(2024, 3, 4)  # a Monday


def asked(account: Account, path: str) -> tuple[int, str]:
    """Count what a page asks the database, and give the page."""
    with CaptureQueriesContext(connection) as found:
        answer = account.browser.get(path)
    assert answer.status_code == 200, path
    assert Page(answer.text).faults() == []
    return len(found), unescape(answer.text)


def over(at: int) -> Experiment:
    day = LONG_AGO + timedelta(days=20 * at)
    return Experiment(
        id=str(uuid4()),
        wish=Wish(ritual="", words=f"Tea {at}", two=False, outcome=Outcome.MOOD, blocks=5),
        begun=day,
        blocks=(Block(with_ritual=day, without=day + timedelta(days=1)),),
    )


def test_twelve_experiments_that_are_over_open_no_more_than_one(nurse: Account) -> None:
    row = Experiments(person=nurse.person)
    counts = []
    for many in (1, 12):
        paper = ExperimentsPaper(experiments=tuple(over(at) for at in range(many)))
        row.write_from(nurse.by.vault, paper)
        row.save()
        count, page = asked(nurse, "/experiments/")
        assert page.count('href="/experiments/') >= many
        assert all(f"Tea {at}<" in page for at in range(many))
        counts.append(count)
    assert counts[0] == counts[1]


def test_what_was_kept_stands_with_its_title_name_and_day(nurse: Account) -> None:
    checklist = next(one for one in load_reflections().values() if one.sides)
    kept = Kept(
        id=str(uuid4()),
        checklist=checklist.id,
        day=LONG_AGO,
        answers={checklist.keys[0]: Answer.YES},
        about=About(name="Q & <b>"),
    )
    row = Reflections(person=nurse.person)
    row.write_from(nurse.by.vault, ReflectionsPaper(kept=(kept,)))
    row.save()
    page = nurse.browser.get("/reflect/").text
    line = f'{checklist.title}</a> <span class="soft">Q &amp; &lt;b&gt; · 4 March 2024</span>'
    assert line in page.replace("&#x27;", "'")
    assert nurse.browser.get(f"/reflect/kept/{kept.id}").status_code == 200
    assert f'href="/reflect/kept/{kept.id}"' in page


@pytest.mark.parametrize("span", ["week", "year"])
def test_each_year_is_opened_once_for_a_page(
    nurse: Account, monkeypatch: pytest.MonkeyPatch, span: str
) -> None:
    for year in range(2017, 2027):
        day, week = date(year, 6, 30), date(year, 6, 30)
        row = CheckInYear(person=nurse.person, year=year)
        paper = YearPaper(
            days=(Daily(day=day, values={"energy": 4}),),
            weeks=(Weekly(week=week - timedelta(days=week.weekday()), values={"fair": 5}),),
        )
        row.write_from(nurse.by.vault, paper)
        row.save()
    opened, whole = [], queries.paper
    monkeypatch.setattr(
        queries, "paper", lambda *, by, year: opened.append(year) or whole(by=by, year=year)
    )
    assert "30 Jun 2026" in asked(nurse, "/check-in/trends?span=year")[1]
    opened.clear()
    asked(nurse, f"/check-in/trends?span={span}")
    assert opened == [2025, 2026]
