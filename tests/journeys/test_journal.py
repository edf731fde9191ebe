"""A journal: a word, a feeling, a voice note by a microphone that only seems to be one, erased."""

import pytest
from playwright.sync_api import Page, expect
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.inspection import faults_of
from tests.journeys.steps import follow, heading, press, read

SOUND = """async () => {
  const audio = document.querySelector("main audio");
  const ready = new Promise((done) => audio.addEventListener("loadedmetadata", done));
  if (audio.readyState < 1) await ready;
  return [audio.src.slice(0, 5), audio.error === null];
}"""
WORDS = "The bay was full and nobody sat down."


@pytest.fixture
def page(phones: Phones) -> Page:
    return phones.open(permissions=["microphone"])


def plays(page: Page) -> bool:
    """Wait for the sound on the page, and say whether the browser can play it."""
    expect(page.locator("main audio")).to_be_visible()
    return bool(page.evaluate(SOUND) == ["blob:", True])


def erase(page: Page) -> None:
    page.get_by_text("Erase this entry").click()
    press(page, "Erase it for good")
    heading(page, "Journal")


def to_the_entry(page: Page) -> None:
    """An ear that is not ready yet shows people to call first."""
    if page.get_by_role("heading", level=1).inner_text() == "It is kept":
        follow(page, "Read the entry")


def write(page: Page) -> None:
    page.get_by_text("Name what it is").click()
    page.get_by_text("Exhaustion", exact=True).click()
    said = page.locator("#prompt").inner_text()
    press(page, "Another one")
    assert page.locator("#prompt").inner_text() != said
    expect(page.get_by_label("Exhaustion")).to_be_checked()
    page.get_by_label("In your own words").fill(WORDS)
    press(page, "Keep it")
    to_the_entry(page)


def speak(page: Page) -> None:
    page.get_by_role("button", name="Record").click()
    expect(page.locator("[data-clock]")).to_have_text("0:02")
    assert list(faults_of(page)) == []
    page.get_by_role("button", name="Stop").click()
    assert plays(page)
    press(page, "Keep it")


def test_an_entry_is_written_felt_spoken_and_erased(page: Page) -> None:
    steps.sign_up(page)
    page.goto("/")
    follow(page, "Journal")
    write(page)
    assert "Exhaustion" in read(page)
    page.get_by_text("Hand this to my coach").click()
    assert page.get_by_label("What the coach gets, word for word").input_value() == WORDS

    page.goto("/journal/")
    follow(page, "Say it instead")
    speak(page)
    page.get_by_role("link", name="Listen").click()
    assert plays(page)
    erase(page)
    page.locator(".leaf a").click()
    erase(page)
    expect(page.locator(".leaf")).to_have_count(0)


def test_without_a_script_or_a_microphone_the_page_says_what_to_do(phones: Phones) -> None:
    plain = phones.open(java_script_enabled=False)
    steps.sign_up(plain)
    plain.goto("/journal/voice")
    assert "record with your device’s own" in read(plain)
    expect(plain.get_by_label("A sound file")).to_be_visible()
    expect(plain.get_by_role("button", name="Record")).to_have_count(0)

    silent = phones.open(permissions=[])
    steps.sign_up(silent)
    silent.goto("/journal/voice")
    silent.get_by_role("button", name="Record").click()
    expect(silent.get_by_text("There is no microphone here")).to_be_visible()
    expect(silent.get_by_label("A sound file")).to_be_visible()
