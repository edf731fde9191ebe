"""Somebody says they were misunderstood: at a risk it steps down once, else it is put right."""

from playwright.sync_api import Page, expect
from tests.journeys import steps, telling
from tests.journeys.conftest import Phones
from tests.journeys.inspection import faults_of
from tests.journeys.steps import link, read
from tests.journeys.telling import answers, tap, tell

from aftershift.library.coach import load_coach

RISK = "I can't do this any more. I want to kill myself tonight."
DENIED = "you misunderstood"
FIRST = """() => {
  const [danger, said] = [".danger-now", ".lead"].map((one) => document.querySelector(one));
  return Boolean(danger.compareDocumentPosition(said) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""


def numbers_go_first(page: Page) -> bool:
    """Say whether the emergency numbers stand above what is said."""
    return bool(page.evaluate(FIRST))


def help_stays(page: Page) -> None:
    expect(link(page.locator("main"), "Help now")).to_be_visible()


def test_at_a_risk_it_steps_down_one_level_and_the_way_to_help_stays(
    phones: Phones, taught: None
) -> None:
    page = phones.open()
    steps.sign_up(page)
    page.goto("/coach/")
    tell(page, RISK)
    telling.people(page)
    assert numbers_go_first(page)
    assert "Please call your emergency number" in read(page)

    tell(page, DENIED, by="Answer")
    assert "Thank you for putting that straight" in read(page)
    assert not numbers_go_first(page)  # a level lower, and no more than that
    expect(page.locator("main a[href='tel:112']").first).to_be_visible()
    assert "Talk to somebody now" in read(page)
    assert list(faults_of(page)) == []

    tell(page, DENIED, by="Answer")
    assert "I stop asking" in read(page)
    help_stays(page)
    tell(page, "my shift was long", by="Answer")
    assert "our shift was long" in answers(page)[-1]
    for address in ("/coach/", "/coach/"):
        page.goto(address)
        help_stays(page)
    assert "kill myself" not in page.content()


def test_a_safe_answer_closes_the_path_and_the_link_stays(phones: Phones, taught: None) -> None:
    page = phones.open()
    steps.sign_up(page)
    page.goto("/coach/")
    tell(page, RISK)
    tell(page, DENIED, by="Answer")
    tap(page, "I'm safe")
    help_stays(page)
    assert "Somebody is in danger now" not in read(page)


def test_what_was_misheard_is_put_right_in_their_words(phones: Phones, taught: None) -> None:
    page = phones.open()
    steps.sign_up(page)
    page.goto("/coach/")
    tell(page, "I snapped at my sister about the bins")
    assert "the bins" in answers(page)[-1]
    tell(page, "no, it is not about the bins. it is about her never calling me back")
    told = answers(page)[-1]
    assert "my last answer was off" in told
    assert "her never calling you back" in told
    assert "?" not in told
    tell(page, "no, you misunderstood me")
    assert answers(page)[-1] in load_coach().lines["repair_again"]  # whom or what it is about
    assert list(faults_of(page)) == []
