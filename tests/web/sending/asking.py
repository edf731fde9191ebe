"""What the tests of a second look share: a message, and how a browser sends a page on."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest
from tests.people import Account
from tests.web.hearing import Calm
from tests.web.house.page import Page

from aftershift.engines.language.kinds import Kind
from aftershift.engines.language.patterns import Pattern, Reading
from aftershift.engines.safety.course import Course
from aftershift.engines.safety.filling import filled
from aftershift.engines.safety.risk import Category, Level
from aftershift.library.protocols import load_protocols
from aftershift.library.resources import countries
from aftershift.web import ears
from aftershift.web.pages import clock
from aftershift.web.safety.carried import carry

NOW = datetime(2026, 10, 19, 9, tzinfo=UTC)
AT = "/before-you-send/"
MESSAGE = "You never help. Could you take the bins out?"
WHY = "A charge about every time makes this time hard to see."
SOFTER = "On [day], [what happened]. I felt [one word]. Could you [one thing] next time?"
FOUND = Reading(patterns=(Pattern(kind=Kind.ABSOLUTES, starts=0, ends=15, why=WHY),), softer=SOFTER)
DESPAIR = (Category.DESPAIR,)
VIOLENCE = (Category.PARTNER_VIOLENCE,)
PATIENT = "You never ask. I sat with Mrs Okafor in bed 12 until she died."
FEEDBACK = (WHY, "A softer start", "Nothing was found", "This may lead to a patient")
NUMBERS = 'class="numbers"'
COUNTRIES = 'class="places"'
HELP_NOW = '<a href="/help/">Help now</a>'
HELP_IF_NEEDED = '<a href="/help/">Help, if you need it</a>'


def listens_with(monkeypatch: pytest.MonkeyPatch, ear: Calm) -> Calm:
    monkeypatch.setattr(ears, "room", lambda: ear)
    return ear


def sent(account: Account, text: str = MESSAGE, **also: object) -> str:
    return sent_on(account, {"text": text, **also})


def sent_on(account: Account, fields: dict[str, object]) -> str:
    page = account.browser.post(AT, fields)
    assert page.status_code == 200
    assert Page(page.text).faults() == []
    return str(page.text)


def buttons(page: str) -> dict[str, dict[str, str]]:
    """Read each small form: the words of its button, and what it would send."""
    found = {}
    for form in re.findall(r"<form.*?</form>", page, re.DOTALL):
        words = re.search(r"<button[^>]*>([^<]*)", form)
        if words is not None:
            fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
            found[words[1].strip()] = {
                name: unescape(value) for name, value in fields if name != "csrfmiddlewaretoken"
            }
    return found


def press(account: Account, page: str, words: str) -> str:
    return sent_on(account, {**buttons(page)[words]})


def answer(account: Account, page: str, words: str) -> str:
    """Write an answer into the page, as a browser would send it."""
    return sent_on(account, {**buttons(page)["Answer"], "said": words})


def said_on(page: str) -> list[str]:
    return re.findall(r'<p class="lead">(.*?)</p>', page)


def afraid(_said: str = "") -> str:
    """Stand, as a page would say it, where somebody may be afraid at home."""
    return carry(Course(level=Level.ELEVATED, path="violence", guarded=True))


def says(page: str, turn: str) -> bool:
    """Say whether a turn, as "path.turn", is on a page in one of its ways of being said."""
    path, _dot, name = turn.partition(".")
    shown = " ".join(unescape(re.sub(r"<[^>]+>", "", page)).split())
    today = clock.now().date()
    return any(
        all(one.text in shown for one in filled(variant, country, today))
        for variant in load_protocols().turn(path, name).variants
        for country in (None, *countries())
    )


def is_only_help(page: str) -> bool:
    shown = [words for words in FEEDBACK if words in page]
    return NUMBERS in page and COUNTRIES in page and not shown and is_without_message(page)


def is_without_message(page: str) -> bool:
    return MESSAGE not in page and 'name="text"' not in page
