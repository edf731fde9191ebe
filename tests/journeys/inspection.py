"""What is wrong with a page, in words: for every way in which a person may look at it."""

from collections.abc import Iterator
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PHONE = {"width": 360, "height": 780}
DESK = {"width": 1440, "height": 900}

# axe leaves WCAG 2.2's target size (2.5.8, 24 px) off by default.
RULES: dict[str, Any] = {
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}},
}
LOOKS = ((PHONE, "light"), (DESK, "dark"))  # colours do not depend on the width, nor sizes on them

OVERFLOW = "document.documentElement.scrollWidth - innerWidth"
# What a thumb meets again and again; WCAG's 24 px are for the rest.
SMALL = """() => [...document.querySelectorAll("nav a, header a, button, .button, summary")]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.innerText.trim(), one.getBoundingClientRect()])
  .filter(([, box]) => Math.min(box.width, box.height) < 44)
  .map(([words, box]) => `${words}: ${Math.round(box.width)} x ${Math.round(box.height)} px`)"""
MOVING = """() => [...document.querySelectorAll("*")].filter((one) => {
  const look = getComputedStyle(one);
  const seconds = [look.animationDuration, look.transitionDuration]
    .flatMap((list) => list.split(",")).map(parseFloat);
  return Math.max(...seconds) > 0.01 || look.scrollBehavior === "smooth";
}).map((one) => one.tagName + "." + one.className)"""


def faults_of(page: Page) -> Iterator[str]:
    """Look at the page on a phone in daylight and on a desk in the dark, and lying still.

    It needs a page with scripts: without them axe never answers.
    """
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    for size, light in LOOKS:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=light, reduced_motion="reduce")  # no colour half-way
        how = f"{size['width']} px, {light}"
        wide = page.evaluate(OVERFLOW)
        if wide > 0:
            yield f"{how}: {wide} px too wide"
        for fault in Axe().run(page, options=RULES).response["violations"]:
            places = [node["target"] for node in fault["nodes"][:3]]
            yield f"{how}: {fault['id']} at {places}: {fault['help']}"
    page.set_viewport_size(PHONE)
    yield from (f"small: {words}" for words in page.evaluate(SMALL))
    yield from (f"moves: {words}" for words in page.evaluate(MOVING))
