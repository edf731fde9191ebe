"""A voice note made into text in the browser: allowed, put right, kept, failing, and stopped."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.journeys import steps
from tests.journeys.conftest import MORNING, Phones
from tests.journeys.inspection import faults_of
from tests.journeys.steps import follow, heading, press, read
from tests.journeys.test_journal import speak, to_the_entry
from tests.models import doubles
from tests.models.doubles import Behaviour, Double, Handler, double_of
from tests.served import Served, served

SAID = "I sat in the car for a while before I went up."
MENDED = "I sat in the car for an hour before I went up."


@dataclass(kw_only=True)
class Host:
    """A server that makes text of notes by another one, which a test may change."""

    served: Served
    double: Double
    behave: Callable[[Behaviour], None]


def writes_down(handler: Handler) -> None:
    handler.begin("application/json")
    handler.write(json.dumps({"text": SAID}))


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    now: list[Behaviour] = [writes_down]

    def behave(handler: Handler) -> None:
        now[0](handler)

    with double_of(behave) as double:
        settings = {
            "TRANSCRIPTION_URL": double.address,
            "TRANSCRIPTION_NAME": "small-ear",
            "TRANSCRIPTION_SECONDS": "5",
        }
        with served("serve", tmp_path, NOW=MORNING, **settings) as server:
            yield Host(served=server, double=double, behave=lambda one: now.__setitem__(0, one))


def allow(page: Page) -> None:
    follow(page, "Have it made into text")
    heading(page, "Voice notes made into text")
    expect(page.locator("main")).to_contain_text("this same machine")
    assert list(faults_of(page)) == []
    press(page, "Allow it for my voice notes")
    expect(page.get_by_role("heading", name="You allowed it")).to_be_visible()


def fail(page: Page, host: Host) -> None:
    """Ask servers that hang, send garbage, or send elsewhere."""
    for behave in (doubles.hangs, doubles.garbage, doubles.redirects):
        host.behave(behave)
        press(page, "Make it into text")
        expect(page.locator("main")).to_contain_text("Your note is as it was")
    assert list(faults_of(page)) == []
    host.behave(writes_down)


def put_right(page: Page) -> None:
    """Have words made, let them go, have them made again, and keep them mended."""
    note = page.url
    press(page, "Make it into text")
    heading(page, "Words from your voice note")
    assert list(faults_of(page)) == []
    box = page.get_by_label("In your own words")
    assert box.input_value() == SAID
    page.goto(note)
    assert SAID not in read(page)
    press(page, "Make it into text")
    box.fill(MENDED)
    press(page, "Keep it")
    to_the_entry(page)
    assert MENDED in read(page)
    expect(page.get_by_role("link", name="Listen")).to_be_visible()


def test_a_note_is_made_into_text_put_right_kept_and_stopped(phones: Phones, host: Host) -> None:
    page = phones.open(at=host.served.address, permissions=["microphone"])
    steps.sign_up(page)
    page.goto("/journal/voice")
    speak(page)
    note = page.url
    expect(page.get_by_role("button", name="Make it into text")).to_have_count(0)
    allow(page)
    assert host.double.paths == []

    page.goto(note)
    fail(page, host)
    page.goto(note)
    put_right(page)
    assert b"\x1a\x45\xdf\xa3" in host.double.sent[-1]

    asked = len(host.double.sent)
    follow(page, "What leaves")
    press(page, "Stop it now")
    page.goto(note)
    expect(page.get_by_role("button", name="Make it into text")).to_have_count(0)
    assert len(host.double.sent) == asked
    for text in (SAID, MENDED):
        assert text not in host.served.log.read_text(encoding="utf-8")
