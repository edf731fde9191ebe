"""Just me: what is for two leaves one's own pages, and nobody else can tell."""

import re

import pytest
from django.test import Client
from tests.people import Account, browser_with, somebody
from tests.web.house.furnished import Rooms, furnish
from tests.web.observed import Noticed, seen_by, watched

from aftershift.web.safety import queries
from aftershift.web.safety.models import Own

PUT_AWAY = ("/together/window", "/together/talk", "/together/what-if", "/together/lines")
OF_TWO = r"Sam|Hold it|hard talk|partner|Ritual|two of you|rested together"


@pytest.fixture
def rooms(nurse: Account) -> Rooms:
    return furnish(nurse)


def main_of(browser: Client, path: str) -> str:
    """Read a page's own part."""
    page = browser.get(path).text
    return re.sub(r"<[^>]+>", " ", page[page.index("<main") : page.index("</main>")])


def test_what_is_for_two_leaves_her_own_pages_and_comes_back(nurse: Account, rooms: Rooms) -> None:
    before = {path: main_of(nurse.browser, path) for path in ("/", "/together/", "/rituals/")}
    assert all(re.search(OF_TWO, words) for words in before.values())
    nurse.browser.post("/mine/away")
    for path in ("/", "/together/"):
        assert not re.search(OF_TWO, main_of(nurse.browser, path)), path
    for path in (*PUT_AWAY, "/rituals/"):
        assert "You put this part away" in main_of(nurse.browser, path), path
    nurse.browser.post("/mine/back")
    assert {path: main_of(nurse.browser, path) for path in before} == before


def test_what_is_personal_stays(nurse: Account, rooms: Rooms) -> None:
    nurse.browser.post("/mine/away")
    assert "You" in main_of(nurse.browser, "/")
    assert nurse.browser.get("/together/").text.count('class="day-row') >= 14
    for path in ("/rosters/", "/rosters/strain", "/mine/", "/mine/plan", "/mydata/"):
        assert nurse.browser.get(path).status_code == 200
    plan = main_of(nurse.browser, "/together/plan")
    assert "Revoke it" in plan  # the feed is hers to close
    assert "Let it go" not in plan


def test_nothing_for_two_can_be_sent_either(nurse: Account, rooms: Rooms) -> None:
    nurse.browser.post("/mine/away")
    for path, sends in (
        ("/rituals/take-up", {"ritual": "gratitude"}),
        ("/rituals/let-go", {"ritual": "hug"}),
        ("/together/accept", {"first": "2026-10-19", "starts": "2026-10-22T10:00:00+00:00"}),
    ):
        assert "You put this part away" in nurse.browser.post(path, sends).text
    nurse.browser.post("/mine/back")
    assert [one["ritual"] for one in taken(nurse)] == ["hug"]


def taken(account: Account) -> list[dict[str, str]]:
    return list(account.browser.get("/mydata/aftershift.json").json()["rituals"]["taken"])


def test_nobody_else_can_tell(
    nurse: Account, rooms: Rooms, partner: Account, nobody: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    furnish(partner)
    hers = seen_by((nurse.browser,), rooms)
    with watched(rooms, partner.browser, nobody, monkeypatch=monkeypatch):
        nurse.browser.post("/mine/away")
        assert queries.is_just_me(by=nurse.by)
    assert seen_by((nurse.browser,), rooms) != hers  # a switch that does nothing proves nothing
    with watched(rooms, partner.browser, nobody, monkeypatch=monkeypatch):
        nurse.browser.post("/mine/back")


def test_a_watcher_would_see_a_change(
    nurse: Account, rooms: Rooms, nobody: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        pytest.raises(Noticed, match="windows:feed"),
        watched(rooms, nobody, monkeypatch=monkeypatch),
    ):
        nurse.browser.post(f"/together/plan/{rooms.item}/let-go")
    with (
        pytest.raises(Noticed, match="a row of Member"),
        watched(rooms, nobody, monkeypatch=monkeypatch),
    ):
        nurse.browser.post("/account/household", {"label": "Robin"})


def test_it_never_ends_by_itself_and_only_her_own_file_tells_it(
    nurse: Account, stranger: Account
) -> None:
    nurse.browser.post("/mine/away")
    assert nurse.browser.get("/mydata/aftershift.json").json()["mine"]["just_me"] is True
    assert stranger.browser.get("/mydata/aftershift.json").json()["mine"]["just_me"] is False
    paper = Own.objects.get(person=nurse.person).read(nurse.by.vault)
    assert paper["just_me"] is True  # no day at which it would end


def test_the_switch_says_nothing_of_why(nurse: Account) -> None:
    for change in ("/mine/away", "/mine/back"):
        nurse.browser.post(change)
        for path in ("/mine/", "/together/talk"):
            words = main_of(nurse.browser, path)
            assert not re.search(r"violen|afraid|abus|safe|danger|threat", words, re.IGNORECASE)


def test_it_is_switched_by_a_form_of_ones_own_only(nurse: Account, nobody: Client) -> None:
    for path in ("/mine/away", "/mine/back", "/mine/plan/erase"):
        assert nurse.browser.get(path).status_code == 405
        assert nobody.post(path)["Location"] == "/locked"
    assert not queries.is_just_me(by=nurse.by)


def test_a_row_is_there_before_anything_is_written_and_keeps_its_size(nurse: Account) -> None:
    def size(account: Account) -> int:
        return len(Own.objects.get(person=account.person).body.envelope)

    plain = size(nurse)
    nurse.browser.post("/mine/away")
    nurse.browser.post("/mine/person", {"name": "R" * 60, "number": "0" * 30})
    full = {f"step_{n}": "\U0001f9f6" * 1000 for n in range(1, 7)}
    assert nurse.browser.post("/mine/plan", full).status_code == 302
    assert size(nurse) == plain == size(somebody("New Finch"))


def test_an_account_from_before_gets_its_row_when_it_enters(nurse: Account) -> None:
    Own.objects.all().delete()
    entered = Client()
    sent = {"account": nurse.name, "password": "correct lamps hum softly"}
    assert entered.post("/sign-in", sent).status_code == 302
    assert Own.objects.filter(person=nurse.person).count() == 1
    assert browser_with(nurse.secret).get("/mine/").status_code == 200
