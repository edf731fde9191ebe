"""From the demo's door to a held window with Tab and Enter alone, always seeing where one is."""

from typing import Any

from playwright.sync_api import Page, expect
from tests.journeys.conftest import Phones
from tests.journeys.steps import heading, held
from tests.served import Served

MOST_TABS = 80
WHERE = """() => {
  const at = document.activeElement;
  const box = at.getClientRects()[0] ?? at.getBoundingClientRect();  // a link may take two lines
  const look = getComputedStyle(at);
  const middle = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 20)];
  const top = document.elementFromPoint(...middle);
  return {
    words: at === document.body ? "" : (at.labels?.[0]?.innerText ?? at.innerText ?? "").trim(),
    outline: look.outlineStyle === "none" ? 0 : parseFloat(look.outlineWidth),
    seen: at === document.body || at.contains(top) || Boolean(top?.closest("label")?.contains(at)),
  };
}"""


def come_to_rest(page: Page) -> dict[str, Any]:
    """Say where the focus is once the page has scrolled to it, which takes a frame or two."""
    at: dict[str, Any] = page.evaluate(WHERE)
    for _ in range(20):
        if at["seen"] or not at["words"]:
            break
        page.wait_for_timeout(50)
        at = page.evaluate(WHERE)
    return at


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the focus is on what begins so; at each stop it can be seen."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        at = come_to_rest(page)
        if not at["words"]:
            continue  # the picture's own scroll area, or the end of the page
        assert at["outline"] >= 2, at
        assert at["seen"], at
        if at["words"].startswith(words):
            return
    message = f"no way to {words!r} with Tab"
    raise AssertionError(message)


def test_a_window_is_held_with_the_keyboard_alone(phones: Phones, demo: Served) -> None:
    page = phones.open(at=demo.address)
    page.goto("/")
    tab_to(page, "Skip to the page")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    tab_to(page, "Start, without an e-mail")
    tab_to(page, "Sign in")
    page.keyboard.press("Enter")
    heading(page, "Sign in")
    tab_to(page, "Name")
    page.keyboard.type("Jo")
    tab_to(page, "Password")
    page.keyboard.type("three quiet lamps")
    page.keyboard.press("Enter")
    heading(page, "Monday 19 October")
    tab_to(page, "Fortnight")
    page.keyboard.press("Enter")
    heading(page, "19 October to 1 November")
    tab_to(page, "Hold it")
    page.keyboard.press("Enter")
    heading(page, "What is held")
    expect(held(page)).to_have_count(1)


def test_a_question_is_answered_with_the_keyboard_alone(phones: Phones, demo: Served) -> None:
    page = phones.open(at=demo.address)
    page.goto("/sign-in")
    page.get_by_label("Name").fill("Jo")
    page.get_by_label("Password").fill("three quiet lamps")
    page.keyboard.press("Enter")
    heading(page, "Monday 19 October")
    tab_to(page, "Answer")
    page.keyboard.press("Enter")
    heading(page, "Rosters")
    tab_to(page, "theatre day")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_label("theatre day")).to_be_checked()
    tab_to(page, "That is it")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("It is remembered.")
    expect(page.locator("form.question")).to_have_count(0)
