"""The pocket: open to everybody, alike for everybody, narrowed by what there is, kept offline."""

import json
import re
from dataclasses import replace
from itertools import product

import pytest
from django.test import Client
from tests.people import Account

from aftershift.engines.evidence.practices import Company
from aftershift.engines.pocket.fitting import Wish, fitting
from aftershift.engines.pocket.guides import After
from aftershift.library.evidence import load_evidence
from aftershift.library.pocket import ROOMS, load_cards, load_rooms, load_talk
from aftershift.web.pages.views import WORKER
from aftershift.web.pocket import cards

MOMENTS = load_rooms()["moments"]
PAGES = ("/pocket/", "/pocket/cards", "/pocket/talk", *(f"/pocket/{one}" for one in ROOMS))


@pytest.fixture
def anybody() -> Client:
    return Client(headers={"host": "localhost"})


def shown(page: str) -> list[str]:
    """Name the guides of a page and the minutes that each is shown in, in their order."""
    found = re.findall(r'<article[^>]* id="([\w-]+)"(.*?)</article>', page, re.DOTALL)
    lengths = (re.findall(r'<div data-minutes="(\d+)"', inside) for _, inside in found)
    return [" ".join([name, *each]) for (name, _), each in zip(found, lengths, strict=True)]


def expected(room: str, wish: Wish) -> list[str]:
    """Name what fits, as the engine has it."""
    found = fitting(load_rooms()[room].guide, wish)
    return [" ".join([one.id, *(str(each.minutes) for each in one.versions)]) for one in found]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_needs_no_account_and_leaves_nothing(anybody: Client, path: str) -> None:
    answer = anybody.get(path)
    assert answer.status_code == 200
    assert not answer.cookies
    assert answer["Cache-Control"] == "no-store"
    assert 'href="/help/"' in answer.text


@pytest.mark.parametrize("path", PAGES)
def test_a_page_refuses_to_be_posted_to(anybody: Client, path: str) -> None:
    assert anybody.post(path).status_code in (403, 405)


def test_a_room_that_there_is_not_is_not_found(anybody: Client) -> None:
    assert anybody.get("/pocket/attic").status_code == 404


@pytest.mark.parametrize("path", PAGES[2:])
def test_somebody_signed_in_reads_the_same_words(
    anybody: Client, nurse: Account, path: str
) -> None:
    def main(page: str) -> str:
        return page[page.index("<main") : page.index("</main>")]

    answer = nurse.browser.get(path)
    assert main(answer.text) == main(anybody.get(path).text)
    assert "Refresh" not in answer  # a break of twenty minutes is longer than the lock


@pytest.mark.parametrize(
    ("room", "asks", "wish"),
    [
        ("break", {"minutes": "2"}, Wish(minutes=2)),
        ("break", {"minutes": "20", "after": "nothing"}, Wish(minutes=20, after=After.NOTHING)),
        ("break", {"minutes": "20", "after": "wheel"}, Wish(minutes=20, after=After.WHEEL)),
        ("moments", {"place": "bed", "minutes": "10"}, Wish(place="bed", minutes=10)),
        (
            "moments",
            {"company": "apart", "energy": "low"},
            Wish(company=Company.APART, energy="low"),
        ),
        (
            "moments",
            {"place": "travel", "company": "together"},
            Wish(place="travel", company=Company.TOGETHER),
        ),
        ("practise", {"minutes": "3"}, Wish(minutes=3)),
        ("tools", {}, Wish()),
    ],
)
def test_only_what_fits_is_shown(
    anybody: Client, room: str, asks: dict[str, str], wish: Wish
) -> None:
    found = shown(anybody.get(f"/pocket/{room}", asks).text)
    assert found == expected(room, wish)
    assert found


def test_where_nothing_fits_the_page_says_so(
    anybody: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    only = replace(MOMENTS, guide=tuple(one for one in MOMENTS.guide if one.id == "lean"))
    monkeypatch.setattr(cards, "rooms", lambda: {"moments": only})
    page = anybody.get("/pocket/moments", {"place": "travel"}).text
    assert shown(page) == []
    assert 'id="nothing" role="status">Nothing here has all of that' in page


def test_there_is_something_for_every_mix_of_what_there_is(anybody: Client) -> None:
    places, companies = ("home", "work", "travel", "bed"), ("together", "apart")
    for place, company in product(places, companies):
        asks = {"minutes": "1", "energy": "low", "place": place, "company": company}
        assert shown(anybody.get("/pocket/moments", asks).text), asks


@pytest.mark.parametrize("nonsense", ["seven", "-1", "3", "<b>", "9" * 400])
def test_a_wish_that_makes_no_sense_is_left_open(anybody: Client, nonsense: str) -> None:
    answer = anybody.get("/pocket/break", {"minutes": nonsense, "after": nonsense})
    assert answer.status_code == 200
    assert shown(answer.text) == expected("break", Wish())


def test_every_guide_says_whom_it_is_not_for_and_how_sure_anybody_is(anybody: Client) -> None:
    for name, room in load_rooms().items():
        page = anybody.get(f"/pocket/{name}").text
        articles = re.findall(r"<article.*?</article>", page, re.DOTALL)
        assert len(articles) == len(room.guide)
        for one in articles:
            assert re.search(r'href="/reading/[^"]+">.*?class="grade', one, re.DOTALL)
            assert re.search(r"Not for<.*?<li>", one, re.DOTALL)


def test_the_end_of_a_shift_offers_a_flag_and_a_sealed_note(anybody: Client) -> None:
    page = anybody.get("/pocket/door").text
    ready, not_yet = load_rooms()["door"].saying[:2]
    for one in (ready, not_yet):
        assert one.says in page
    assert page.count('href="sms:?&amp;body=On%20my%20way.') == 3
    assert 'href="/journal/?prompt=at-the-door"' in page


def test_every_card_can_be_printed_or_left_out(anybody: Client) -> None:
    page = anybody.get("/pocket/cards").text
    assert page.count('type="checkbox"') == len(load_cards())
    for one in load_cards():
        assert one.says in page


def test_the_cards_for_two_ask_one_question_each_and_lay_the_phones_down(anybody: Client) -> None:
    page = anybody.get("/pocket/talk").text
    assert "lay both phones face down" in page
    assert len(load_talk()) >= 12
    for one in load_talk():
        assert one.says in page
        assert one.says.count("?") <= 1 or "Guess" in one.says


def test_the_worker_keeps_every_room(anybody: Client) -> None:
    kept = re.search(r"const POCKET = (\[[^\]]*\])", WORKER.read_text(encoding="utf-8"))
    assert kept
    assert set(json.loads(kept[1])) == {"", "cards", "talk", *ROOMS}


def test_an_installed_app_has_ways_straight_in(anybody: Client) -> None:
    manifest = json.loads(b"".join(anybody.get("/static/pages/manifest.webmanifest")))  # type: ignore[call-overload]
    ways = [one["url"] for one in manifest["shortcuts"]]
    assert ways == ["/help/reset", "/pocket/break", "/pocket/door"]
    assert [anybody.get(one).status_code for one in ways] == [200, 200, 200]
    names = " ".join(one["name"] for one in manifest["shortcuts"])
    assert not re.search("help|crisis|emergency|partner", names, re.IGNORECASE)


def test_every_guide_says_when_its_practice_was_looked_at_and_leads_to_words(anybody) -> None:
    pages = {name: anybody.get(f"/pocket/{name}").text for name in load_rooms()}
    for name, room in load_rooms().items():
        for guide in room.guide:
            card = pages[name].partition(f'id="{guide.id}"')[2].partition("</article>")[0]
            day = load_evidence().practices[guide.practice].reviewed
            assert f'Last looked at: <time datetime="{day}">' in card
    linked = re.findall(r'class="word" href="/reading/words#([\w-]+)"', "".join(pages.values()))
    assert linked
    assert set(linked) <= set(load_evidence().terms)
