"""A model's voice in the browser: allowed, heard, failing, flattering, and taken away again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.journeys import steps
from tests.journeys.conftest import MORNING, Phones
from tests.journeys.inspection import faults_of
from tests.journeys.steps import follow, heading, press, read
from tests.models import doubles
from tests.models.doubles import Behaviour, Double, Handler, double_of, says_of
from tests.models.flattery import blatant, faithful
from tests.served import Served, served

from aftershift import listening, sending

SAID_SO = "In a model's words"
TRIES, BETWEEN_MS = 90, 1000
# Ordinary evenings: each is another thing to say, and none of them twice.
TOLD = (
    "I snapped at my wife the second I got in",
    "she was asleep on the sofa and the plates were still there",
    "it is the third evening like that this week",
    "we hardly talk since I went on nights",
    "I sat in the car for a while before I went up",
    "the house was quiet and I felt like a guest in it",
)


@dataclass(kw_only=True)
class Host:
    """A server with a model that a test may change."""

    served: Served
    double: Double
    behave: Callable[[Behaviour], None]


@pytest.fixture(scope="module", autouse=True)
def taught() -> None:
    """Teach the ear here, where it was not yet, so that no server has to."""
    listening.coach_with(print)
    sending.reads_with(print)
    listening.judge_with(print)


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    now: list[Behaviour] = [says_of(lambda slots: faithful(slots["draft"]))]

    def behave(handler: Handler) -> None:
        now[0](handler)

    with double_of(behave) as double:
        model = {"MODEL_URL": double.address, "MODEL_NAME": doubles.NAME}
        with served("serve", tmp_path, NOW=MORNING, **model) as server:
            yield Host(served=server, double=double, behave=lambda one: now.__setitem__(0, one))


def say(page: Page, text: str) -> None:
    """Say something, again as long as the ear is not ready."""
    page.goto("/coach/")
    for _ in range(TRIES):
        page.get_by_label("Say one thing").fill(text)
        press(page, "Say it")
        if "I could not read this in time" not in read(page):
            return
        page.wait_for_timeout(BETWEEN_MS)


def hear_it(page: Page) -> None:
    """Tell one thing after the other until the model said something: its client takes seconds."""
    for at in range(TRIES):
        say(page, TOLD[at % len(TOLD)])
        if page.get_by_text(SAID_SO).count():
            return
        page.wait_for_timeout(BETWEEN_MS)
    pytest.fail("the model was never heard")


def spoken(page: Page) -> int:
    return page.get_by_text(SAID_SO).count()


def asked(host: Host) -> int:
    return len(host.double.bodies)


def ask_until(host: Host, page: Page) -> None:
    """Tell things until the model is asked once more."""
    before = asked(host)
    for text in TOLD:
        say(page, text)
        if asked(host) > before:
            return
    pytest.fail("the model was never asked")


def test_a_model_is_allowed_fails_flatters_and_is_taken_away(phones: Phones, host: Host) -> None:
    page = phones.open(at=host.served.address)
    steps.sign_up(page)
    say(page, TOLD[0])
    assert asked(host) == 0

    follow(page, "Whose words these are")
    heading(page, "Whose words these are")
    expect(page.locator("main")).to_contain_text("this same machine")
    expect(page.locator("main")).to_contain_text('"most_words"')
    assert list(faults_of(page)) == []
    press(page, "Allow it for my conversations")
    expect(page.get_by_role("heading", name="You allowed it")).to_be_visible()

    hear_it(page)
    page.get_by_text(SAID_SO).last.click()
    expect(page.locator("details[open]")).to_contain_text("which people wrote")
    assert list(faults_of(page)) == []

    heard = spoken(page)
    for behave in (
        doubles.fails,
        doubles.hangs,
        doubles.garbage,
        says_of(lambda slots: blatant(slots["draft"])),
    ):
        host.behave(behave)
        ask_until(host, page)
        assert spoken(page) == heard
        assert "narcissist" not in page.content()

    page.goto("/coach/voice")
    press(page, "Stop it now")
    expect(page.get_by_role("button", name="Allow it for my conversations")).to_be_visible()
    page.goto("/coach/")
    assert spoken(page) == 0
    before = asked(host)
    say(page, "and now it is raining as well")
    assert asked(host) == before
