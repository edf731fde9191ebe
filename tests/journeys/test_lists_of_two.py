"""Two phones: each fills the same list in alone, and both counts appear when both said yes."""

from playwright.sync_api import Page
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.steps import follow, heading, press, read
from tests.journeys.test_experiment_of_two import look
from tests.journeys.test_two import link

LIST = "Is home getting heavy?"
ALONE = "Coming home feels like the start of one more shift."
TOUCH = "We touch less than we used to, also in passing."
SMALL = "Small things set off big quarrels."


def fill_in(page: Page, *true: str) -> None:
    """Go from the page of both to the list, tick lines, and keep it."""
    page.goto("/agreements/")
    follow(page, "Lists, side by side")
    heading(page, "Lists, side by side")
    follow(page.locator("section", has_text=LIST), "Fill it in")
    for line in true:
        page.get_by_role("group", name=line).get_by_text("Rings true").click()
    press(page, "See what it comes to")
    press(page, "Keep this")
    page.goto("/agreements/lists")


def test_two_counts_of_one_list(phones: Phones) -> None:
    hers, his = phones.open(), phones.open(java_script_enabled=False)
    for page in (hers, his):
        steps.sign_up(page)
    link(hers, his)
    hers.goto("/agreements/lists")
    look(hers, "lists-empty")
    fill_in(hers, ALONE, SMALL, TOUCH)
    fill_in(his, TOUCH)
    assert "2 of 4 ring true" in read(hers)  # of five lines, one is for her own eyes
    look(hers, "lists-may-show")
    before = read(his)
    press(hers.locator("section", has_text=LIST), "Also the lines that ring true for both")
    assert "Ready: 2 of 4 ring true" in read(hers)
    look(hers, "lists-ready")
    his.reload()
    assert read(his) == before
    press(his, "Also the lines that ring true for both")
    hers.reload()
    assert "You: 2 of 4 ring true." in read(hers)
    assert "You: 1 of 4 ring true." in read(his)
    for page in (hers, his):
        met = page.locator("section", has_text="For both of you")
        assert TOUCH in met.inner_text()
        assert SMALL not in met.inner_text()
        assert ALONE not in read(page)
    look(hers, "lists-met")
    press(his, "Take mine back")
    hers.reload()
    assert "For both of you" not in read(hers)
