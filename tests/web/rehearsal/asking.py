"""What the tests of rehearsal share: the addresses, and how a browser says a line."""

import re
from html import unescape
from typing import Any

from tests.people import Account
from tests.web.house.page import Page

SCENE = "/rehearsal/scenes/home-late"
DRILL = "/rehearsal/speaking-up/dose-by-ten"
LISTENING = "/rehearsal/listening/not-thanked"
PAGES = (SCENE, DRILL, LISTENING)


def shown(account: Account, at: str = SCENE) -> str:
    return sound(account.browser.get(at))


def say(account: Account, page: str, line: str, at: str = SCENE) -> str:
    """Write a line into the page's form, as a browser would send it on."""
    return sound(account.browser.post(at, {**fields(page, "Say it"), "text": line}))


def say_instead(account: Account, page: str, line: str, at: str = SCENE) -> str:
    return sound(account.browser.post(at, {**fields(page, "Say this instead"), "text": line}))


def sound(answer: Any) -> str:
    assert answer.status_code == 200
    assert Page(answer.text).faults() == []
    return str(answer.text)


def fields(page: str, words: str) -> dict[str, str]:
    """Give what the form with this button would send besides the line."""
    for form in re.findall(r"<form.*?</form>", page, re.DOTALL):
        if f">{words}</button>" in form:
            hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
            return {name: unescape(value) for name, value in hidden if name[:4] != "csrf"}
    raise AssertionError(words)


def theirs(page: str) -> str:
    """Give what the other says on a page."""
    said = re.findall(r'<p class="message">(.*?)</p>', page, re.DOTALL)
    return unescape(said[-1]).strip()
