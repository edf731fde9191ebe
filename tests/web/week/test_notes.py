"""The evening before a long run the own page speaks of a note; once refused, never again."""

from datetime import UTC, datetime

import pytest
from tests.people import Account
from tests.web.house.furnished import bring
from tests.web.observed import sizes
from tests.web.rosters.desk import LONDON
from tests.web.two import link

from aftershift.web.pages import clock
from aftershift.web.people import queries as people
from aftershift.web.week import actions, queries
from aftershift.web.windows import queries as windows

SAYS = "long shifts in a row begin soon"
MORNING = datetime(2026, 10, 19, 9, tzinfo=LONDON).astimezone(UTC)
EVENING = datetime(2026, 10, 20, 18, tzinfo=LONDON).astimezone(UTC)
INSIDE = datetime(2026, 10, 22, 18, tzinfo=LONDON).astimezone(UTC)


@pytest.fixture
def on_a_roster(nurse: Account) -> Account:
    """The nurse works four nights from Wednesday on."""
    own = people.household(by=nurse.by)[0].id
    bring(nurse.browser, member=own, dialect="uk-nursing", text="- - N N N N - -")
    assert nurse.browser.post("/rosters/keep").status_code == 302
    return nurse


def at(moment: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)


@pytest.mark.parametrize(("moment", "is_said"), [(MORNING, 0), (EVENING, 1), (INSIDE, 0)])
def test_it_is_said_the_evening_before_and_at_no_other_time(
    on_a_roster: Account, monkeypatch: pytest.MonkeyPatch, moment: datetime, is_said: int
) -> None:
    at(moment, monkeypatch)
    page = on_a_roster.browser.get("/").text
    assert page.count(SAYS) == is_said
    assert page.count("4 long shifts") == is_said


def test_who_refuses_it_never_meets_it_again(
    on_a_roster: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(EVENING, monkeypatch)
    assert on_a_roster.browser.post("/week/no-notes")["Location"] == "/"
    assert SAYS not in on_a_roster.browser.get("/").text
    assert queries.paper(by=on_a_roster.by).no_notes


def test_who_put_away_what_is_for_two_does_not_meet_it(
    on_a_roster: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(EVENING, monkeypatch)
    on_a_roster.browser.post("/mine/away")
    assert SAYS not in on_a_roster.browser.get("/").text


def test_the_feed_reminds_of_it_where_small_reminders_stand_there(on_a_roster: Account) -> None:
    by = on_a_roster.by
    actions.show_in_feed(by=by, is_shown=True, now=MORNING)
    evening = datetime(2026, 10, 20, 17, tzinfo=LONDON)
    assert evening in {one.starts for one in windows.plan(by=by).small}
    actions.refuse_notes(by=by, now=MORNING)
    assert evening not in {one.starts for one in windows.plan(by=by).small}


def test_nothing_of_it_reaches_the_other(
    on_a_roster: Account, partner: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    link(on_a_roster, partner)
    at(EVENING, monkeypatch)
    before = {key: value for key, value in sizes().items() if key[0] == "Side"}
    on_a_roster.browser.get("/")
    on_a_roster.browser.post("/week/no-notes")
    assert SAYS not in partner.browser.get("/").text
    assert {key: value for key, value in sizes().items() if key[0] == "Side"} == before
