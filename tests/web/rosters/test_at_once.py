"""Two changes of one person's rosters at the same moment lose nothing."""

from uuid import UUID

import pytest
from tests.people import Account
from tests.web.rosters.at_once import at_once, slowly
from tests.web.rosters.desk import NOW, add, at, hours, keep_line, own

from aftershift.engines.rosters.shifts import ClockHours, Kind, ShiftCode
from aftershift.web.rosters import actions, queries
from aftershift.web.rosters.papers import Form
from aftershift.web.rosters.reading import Brought

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _slow_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "ways", slowly(queries.ways))


def meaning(code: str) -> ShiftCode:
    hours = (ClockHours(starts=540, ends=1020),)
    return ShiftCode(code=code, meaning=code, kind=Kind.WORK, hours=hours)


def test_two_answers_at_once_are_both_remembered(nurse: Account) -> None:
    member, by = own(nurse), nurse.by
    keep_line(nurse, member, "ZA ZB ZC")

    def answer(code: str) -> None:
        actions.answer(by=by, member=member, meaning=meaning(code), now=NOW)

    answers = at_once(lambda: answer("ZA"), lambda: answer("ZB"), lambda: answer("ZC"))
    assert answers == [None, None, None]
    assert [line[3:] for line in hours(nurse)] == [
        f"09:00-17:00 {code}" for code in ("ZA", "ZB", "ZC")
    ]
    assert queries.open_questions(by=by) == ()
    assert set(queries.ways(by=by).members[member].legend) == {"ZA", "ZB", "ZC"}


def test_two_nights_told_at_once_are_both_kept(nurse: Account) -> None:
    member, by = own(nurse), nurse.by

    def tell(day: int) -> None:
        slept = (at(day, 1), at(day, 7))
        actions.tell_sleep(by=by, member=member, slept=slept, now=NOW)

    assert at_once(lambda: tell(16), lambda: tell(17), lambda: tell(18)) == [None] * 3
    assert len(queries.ways(by=by).members[member].told) == 3


def test_the_same_draft_is_kept_once(nurse: Account) -> None:
    by = nurse.by
    keep_line(nurse, own(nurse), "LD")
    draft_of(nurse, own(nurse))
    assert at_once(*[lambda: actions.keep(by=by, now=NOW)] * 2) == [None, None]
    assert len(queries.rosters(by=by)) == 1
    assert queries.draft(by=by) is None


def test_rosters_of_two_members_brought_at_once_leave_one_draft(nurse: Account) -> None:
    members = own(nurse), add(nurse)
    done = at_once(*(lambda member=member: draft_of(nurse, member) for member in members))
    assert done == [None, None]
    draft = queries.draft(by=nurse.by)
    assert draft is not None
    assert draft.paper.member in members


def draft_of(account: Account, member: UUID) -> None:
    brought = Brought(
        member=member,
        form=Form.TEXT,
        data=b"LD LD",
        name="",
        zone="Europe/London",
        anchor=NOW.date(),
    )
    actions.read_in(by=account.by, brought=brought, now=NOW)
