"""The demo from 1:45 on: an angry text with a patient in it, a grave word without a network."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.conversations.test_quarrels import SIDED
from tests.journeys import steps, telling
from tests.journeys.conftest import Phones
from tests.journeys.inspection import faults_of
from tests.journeys.steps import button, follow, heading, press, read
from tests.journeys.test_before_you_send import look, looked
from tests.journeys.test_offline import wait_for_the_worker
from tests.served import Served
from tests.verdicts import verdicts_in

ANGRY = "You never ask how I am. I sat with Mr Okafor in bed 12 all night."
RISK = "I can't do this any more. I want to kill myself tonight."
GONE = ("ERR_INTERNET_DISCONNECTED", "htmx-2.min.js")  # what the browser says, and its script


@pytest.fixture
def visitor(phones: Phones, demo: Served) -> Page:
    """Jo, at home in the demo."""
    page = phones.open(at=demo.address)
    steps.sign_in(page, "Jo", "three quiet lamps")
    heading(page, "Monday 19 October")
    return page


def test_at_1_45_a_patient_is_masked_and_what_is_risky_is_marked(
    visitor: Page, tmp_path: Path, taught: None
) -> None:
    stopped = look(visitor, ANGRY)
    assert "This may lead to a patient" in stopped
    press(visitor, "Write it like this")
    said = looked(visitor)
    assert "Okafor" not in visitor.content()
    marked = " ".join(visitor.locator("main mark").all_inner_texts())
    assert "You never ask how I am" in marked  # on the words themselves
    assert "a patient" not in marked
    softer = visitor.get_by_label("Instead").input_value()
    assert softer
    assert "never" not in softer
    assert not SIDED.search(said)
    assert not verdicts_in(said)
    assert list(faults_of(visitor)) == []
    for kept in (one for one in tmp_path.rglob("*") if one.is_file()):
        assert b"Okafor" not in kept.read_bytes(), kept


def test_at_2_15_without_a_network_people_come_first_and_a_denial_closes_nothing(
    phones: Phones, visitor: Page, taught: None
) -> None:
    phones.expected += GONE
    visitor.goto("/coach/")
    wait_for_the_worker(visitor)
    visitor.context.set_offline(True)
    visitor.get_by_label("Say one thing").fill(RISK)
    button(visitor, "Say it").click()
    expect(steps.link(visitor.get_by_role("alert"), "People to call")).to_be_in_viewport()

    visitor.context.set_offline(False)
    press(visitor, "Say it")
    telling.say_again(visitor)
    telling.people(visitor)
    telling.tell(visitor, "you misunderstood", by="Answer")
    assert "Talk to somebody now" in read(visitor)
    expect(visitor.locator("main a[href='tel:112']").first).to_be_visible()

    visitor.context.set_offline(True)
    follow(visitor, "Help")  # two taps
    follow(visitor.locator("main"), "Emergency reset")
    heading(visitor, "Emergency reset")
    expect(visitor.locator("main li")).not_to_have_count(0)
