"""Remove a roster, or somebody with all their rosters."""

from uuid import uuid4

import pytest
from tests.people import Account
from tests.web.rosters.desk import add, bring, bring_and_keep, hours, own

from aftershift.web.people import actions as people
from aftershift.web.rosters import queries
from aftershift.web.rosters.models import Draft, Source


def test_a_removed_roster_is_gone_with_its_shifts(nurse: Account) -> None:
    bring_and_keep(nurse, text="LD")
    (kept,) = queries.rosters(by=nurse.by)
    page = nurse.browser.post(f"/rosters/{kept.id}/forget")
    assert page["Location"] == "/rosters/?done=gone"
    assert not Source.objects.exists()
    assert "Removed." in nurse.browser.get(page["Location"]).text


def test_nobody_removes_a_roster_of_somebody_else(nurse: Account, stranger: Account) -> None:
    bring_and_keep(nurse, text="LD")
    (kept,) = queries.rosters(by=nurse.by)
    real = stranger.browser.post(f"/rosters/{kept.id}/forget")
    made_up = stranger.browser.post(f"/rosters/{uuid4()}/forget")
    assert (real.status_code, real["Location"]) == (made_up.status_code, made_up["Location"])
    assert Source.objects.count() == 1


def test_somebody_who_leaves_takes_rosters_draft_and_ways(nurse: Account) -> None:
    sam = add(nurse)
    bring_and_keep(nurse, text="LD", dialect="uk-nursing")
    bring_and_keep(nurse, member=sam, text="D LD", dialect="uk-nursing")
    bring(nurse, member=sam, text="N N")
    people.remove_member(sam, by=nurse.by)
    assert not Draft.objects.exists()
    assert list(queries.ways(by=nurse.by).members) == [own(nurse)]
    assert hours(nurse) == ["19 07:30-20:00 LD"]
    assert queries.open_questions(by=nurse.by) == ()


def test_somebody_is_added_by_the_name_that_one_uses(nurse: Account, stranger: Account) -> None:
    page = nurse.browser.post("/rosters/members", {"name": "  Sam   Q "})
    member = page["Location"].removeprefix("/rosters/bring?member=")
    assert "Sam" not in page["Location"]
    assert {str(key): name for key, name in queries.member_names(by=nurse.by).items()}[
        member
    ] == "Sam Q"
    assert f'value="{member}" selected' in nurse.browser.get(page["Location"]).text
    assert "Sam Q" not in stranger.browser.get("/rosters/").text


@pytest.mark.parametrize("name", ["", "   ", "x" * 41])
def test_a_name_that_is_none_is_asked_for_again(nurse: Account, name: str) -> None:
    page = nurse.browser.post("/rosters/members", {"name": name})
    assert page.status_code == 422
    assert 'class="error' in page.text
    assert len(queries.member_names(by=nurse.by)) == 1
