"""Lists at the end of a week: a count, a small thing, a question that comes first, kept or not."""

import pytest
from playwright.sync_api import Page, expect
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.inspection import faults_of
from tests.journeys.steps import follow, heading, press, read


def choose(page: Page, line: str, words: str) -> None:
    """Choose an answer to one line, as a thumb does: by its words."""
    page.get_by_role("group", name=line, exact=True).get_by_text(words, exact=True).click()


def open_list(page: Page, title: str) -> None:
    page.goto("/")
    follow(page, "Reflections")
    follow(page, title)
    heading(page, title)


@pytest.mark.parametrize("by_script", [True, False], ids=["with a script", "without"])
def test_a_list_comes_to_a_count_and_is_kept_and_erased(phones: Phones, by_script: bool) -> None:
    page, faults = phones.open(java_script_enabled=by_script), []
    phones.expected += ["status of 422"]
    steps.sign_up(page)
    open_list(page, "Are we drifting apart?")
    press(page, "See what it comes to")
    assert "Answer one line at least." in read(page)
    choose(page, "Nearly all our talk is about who does what, and when.", "Rings true")
    choose(page, "The same quarrel comes back, or we walk around it.", "Rings true")
    choose(page, "I have stopped seeing people, or I let them do the asking.", "Not so")
    faults += faults_of(page) if by_script else []
    press(page, "See what it comes to")
    assert "2 of 5 ring true." in read(page)
    assert "acts from two signs on" in read(page)
    assert "2 were skipped." in read(page)
    faults += faults_of(page) if by_script else []
    press(page, "Keep this")
    assert "2 of 5 ring true." in read(page)
    page.locator("summary", has_text="Erase this one").click()
    faults += faults_of(page) if by_script else []
    press(page, "Erase it for good")
    heading(page, "Reflections")
    assert "What you kept" not in read(page)
    assert faults == []


@pytest.mark.parametrize("by_script", [True, False], ids=["with a script", "without"])
def test_a_question_comes_first_and_the_result_after_it(phones: Phones, by_script: bool) -> None:
    page, faults = phones.open(java_script_enabled=by_script), []
    steps.sign_up(page)
    open_list(page, "Is the job eating me up?")
    choose(page, "I imagine just being gone.", "Rings true")
    press(page, "See what it comes to")
    heading(page, "One question first")
    assert "ring true" not in read(page)
    page.locator("summary", has_text="People to call").click()
    expect(page.get_by_role("heading", name="Talk to somebody now")).to_be_visible()
    faults += faults_of(page) if by_script else []
    press(page, "Tired")
    assert "ring true" not in read(page)
    faults += faults_of(page) if by_script else []
    press(page, "Go on to what I ticked")
    heading(page, "Is the job eating me up?")
    assert "1 of 5 ring true." in read(page)
    assert page.url.endswith("/reflect/cp-2")
    follow(page, "Do not keep it")
    assert "What you kept" not in read(page)
    assert faults == []


def test_two_sides_at_work_stand_beside_each_other(phones: Phones) -> None:
    page, faults = phones.open(), []
    phones.expected += ["status of 422"]
    steps.sign_up(page)
    open_list(page, "What wears us down at work?")
    page.get_by_label("What you call them").fill("Kim")
    page.get_by_label("What I gave lately").fill("I sat with Mrs Okafor in bed 12 for her")
    choose(page, "They are rude to me, needle me, freeze me out or threaten me.", "Rings true")
    choose(page, "I think the worst of what they do before I ask.", "Rings true")
    faults += faults_of(page)
    press(page, "See what it comes to")
    assert "This may lead to a patient" in read(page)
    faults += faults_of(page)
    page.get_by_label("What I gave lately").fill("Two of my Sundays")
    press(page, "See what it comes to")
    assert "ring true" not in read(page)
    faults += faults_of(page)
    press(page, "I'm afraid of somebody")
    faults += faults_of(page)
    press(page, "Go on to what I ticked")
    assert "Me: 1 of 5 ring true." in read(page)
    assert "Kim: 1 of 5 ring true." in read(page)
    assert "Two of my Sundays" in read(page)
    faults += faults_of(page)
    assert faults == []
