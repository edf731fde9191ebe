"""The frame of every page: help and the quick exit, no inline code, nothing from outside."""

import asyncio
import json
import re
from collections.abc import Mapping

import pytest
from django.test import Client, RequestFactory

from aftershift.library.help_cards import help_cards
from aftershift.web import asgi
from aftershift.web.pages import context
from aftershift.web.pages.views import WORKER, broken, stale_form

PATHS = ["/offline", "/help/", "/no-such-page"]


@pytest.fixture
def anybody():
    return Client(headers={"host": "localhost"})


@pytest.mark.parametrize("path", PATHS)
def test_help_and_the_quick_exit_are_on_every_page(anybody, path):
    page = anybody.get(path).content.decode()
    assert '<a href="/help/"' in page
    form = re.search(r'<form method="post" action="/leave" [^>]*>', page)
    assert form
    assert 'data-quick-exit="/measures"' in form.group()


@pytest.mark.parametrize("path", PATHS)
def test_no_page_needs_more_than_the_content_policy_gives(anybody, path):
    page = anybody.get(path).content.decode()
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style|data:", page)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page))


@pytest.mark.parametrize("path", PATHS)
def test_a_page_can_be_skipped_to_its_middle(anybody, path):
    page = anybody.get(path).content.decode()
    assert page.index('href="#main"') < page.index("<header") < page.index('<main id="main"')


def test_what_went_wrong_is_said_in_words_and_never_what_was_asked():
    request = RequestFactory().get("/rosters/secret-word")
    for view, status in ((stale_form, 403), (broken, 500)):
        answer = view(request)
        assert answer.status_code == status
        assert b"secret-word" not in answer.content


def test_a_way_whose_wing_is_not_built_is_left_out():
    request = RequestFactory().get("/")
    assert context.way(request, "no:such-wing", "Nothing") is None


@pytest.mark.parametrize(
    ("path", "here"), [("/help/", True), ("/help/reset", True), ("/offline", False)]
)
def test_a_way_knows_whether_one_is_on_it(path, here):
    assert context.way(RequestFactory().get(path), *context.HELP).here is here


def test_the_neutral_page_does_not_say_where_one_was(anybody):
    page = anybody.get("/measures").content.decode().lower()
    assert "aftershift" not in page
    assert "help" not in page
    assert "<script" not in page


def test_the_service_worker_may_answer_for_every_address(anybody):
    answer = anybody.get("/sw.js")
    assert answer.headers["Service-Worker-Allowed"] == "/"
    assert answer.headers["Content-Type"].startswith("text/javascript")


def test_the_service_worker_keeps_signed_out_addresses_only_and_each_exists(anybody):
    worker = WORKER.read_text()
    languages = re.findall(r'"(\w+)"', re.search(r"LANGUAGES = \[(.*?)\]", worker).group(1))
    shapes = re.findall(r"`(/help/\$\{one\}[^`]*)`", worker)
    kept = [
        *("/offline", "/measures", "/help/", "/help/reset", "/help/plan"),
        *("/help/which/", "/help/sheet/", "/help/leaving/"),
        *(shape.replace("${one}", one) for one in languages for shape in shapes),
    ]
    assert set(languages) == set(help_cards())
    assert len(kept) == 8 + 6 * len(languages)
    named = set(re.findall(r'"(/[^"]*)"', worker)) - {"/help/choose", "/which/"}  # no page kept
    assert {one for one in named if not one.startswith("/static/")} <= set(kept)
    assert all(anybody.get(path).status_code == 200 for path in kept)


def test_every_file_that_the_service_worker_keeps_is_there():
    files = re.findall(r'"/static/pages/([^"]+)"', WORKER.read_text())
    assert files
    assert all((WORKER.parent / name).is_file() for name in files)


def test_the_manifest_names_icons_that_are_there():
    manifest = json.loads((WORKER.parent / "manifest.webmanifest").read_text())
    assert manifest["start_url"] == "/"
    assert all((WORKER.parent / icon["src"]).is_file() for icon in manifest["icons"])


def test_the_style_sheet_asks_nobody_for_anything():
    sheet = (WORKER.parent / "aftershift.css").read_text()
    assert "http" not in sheet
    assert "@import" not in sheet
    assert "url(" not in sheet


def test_a_body_past_the_bound_is_cut_off_before_anything_keeps_it() -> None:
    sent: list[dict[str, object]] = []
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/sign-in",
        "query_string": b"",
        "headers": [(b"host", b"testserver")],
    }

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": bytes(1_000_000), "more_body": True}

    async def send(message: Mapping[str, object]) -> None:
        sent.append(dict(message))

    asyncio.run(asgi.application(scope, receive, send))
    assert [message.get("status") for message in sent] == [413, None]
