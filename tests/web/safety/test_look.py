"""An installed app may have a name and an icon that say nothing; the choice is this browser's."""

import json
import re
from dataclasses import replace

import pytest
from django.test import Client
from tests.people import Account
from tests.web.house.test_sweep import everything_held

from aftershift.web.pages import context, remembered
from aftershift.web.pages.views import WORKER
from aftershift.web.safety import views

OURS, PLAIN = "pages/manifest.webmanifest", "pages/notes.webmanifest"
TELLS = r"after ?shift|reset|help|safe|coach|partner|couple|crisis|shift work"


def choose(account: Account, look: str = remembered.PLAIN) -> None:
    account.browser.post("/mine/look", {"look": look})


def test_the_plain_manifest_names_neither_us_nor_the_way_to_help() -> None:
    folder = WORKER.parent
    plain = json.loads((folder / "notes.webmanifest").read_text("utf-8"))
    ours = json.loads((folder / "manifest.webmanifest").read_text("utf-8"))
    assert not re.search(TELLS, json.dumps(plain), re.IGNORECASE)
    assert all((folder / one["src"]).is_file() for one in plain["icons"])
    assert not {one["src"] for one in plain["icons"]} & {one["src"] for one in ours["icons"]}
    assert plain["name"] == plain["short_name"] == "Notes"
    # Another id is another app: what was installed does not get our name back by an update.
    assert plain["id"] != ours["id"]
    assert plain["start_url"] == ours["start_url"] == "/"
    drawn = (folder / "notes.svg").read_text("utf-8")
    assert "<title" not in drawn and not re.search(TELLS, drawn, re.IGNORECASE)  # noqa: PT018


def test_it_is_chosen_on_only_mine_and_taken_back_there(nurse: Account) -> None:
    assert OURS in nurse.browser.get("/mine/").text
    choose(nurse)
    for path in ("/", "/mine/", "/help/", "/help/de", "/coach/"):
        page = nurse.browser.get(path).text
        assert PLAIN in page, path
        assert OURS not in page, path
        assert "pages/icon.svg" not in page, path
    nurse.browser.post("/mine/look", {"look": ""})
    assert PLAIN not in nurse.browser.get("/").text


def test_nothing_of_it_is_kept_and_nobody_else_sees_it(
    nurse: Account, partner: Account, nobody: Client
) -> None:
    before = everything_held()
    choose(nurse)
    assert everything_held() == before
    assert PLAIN not in partner.browser.get("/").text
    assert PLAIN not in nobody.get("/help/").text


def test_help_stays_two_taps_from_where_the_plain_app_opens(nurse: Account) -> None:
    choose(nurse)
    for browser in (nurse.browser, Client(headers={"cookie": f"{remembered.LOOK}=notes"})):
        opened = browser.get("/", follow=True).text
        assert PLAIN in opened
        assert 'href="/help/"' in opened
    assert 'href="tel:112"' in nurse.browser.get("/help/").text


def test_a_host_may_choose_it_for_everybody(
    nurse: Account, nobody: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "A name that says nothing" in nurse.browser.get("/mine/").text
    plain = replace(context.ENV, plain_name=True)
    monkeypatch.setattr(context, "ENV", plain)
    monkeypatch.setattr(views, "ENV", plain)
    assert PLAIN in nobody.get("/help/").text
    assert "A name that says nothing" not in nurse.browser.get("/mine/").text


def test_an_odd_value_is_no_choice(nurse: Account) -> None:
    choose(nurse, "<script>")
    assert PLAIN not in nurse.browser.get("/").text
