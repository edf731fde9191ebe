"""Two linked accounts, brought together through the product's own pages."""

import re

from tests.people import PASSWORD, Account

from aftershift.web.agreements import queries
from aftershift.web.agreements.queries import Two

NOT_AFRAID = {"afraid": "no"}
GROWN = {"grown": "on", "password": PASSWORD}
WORDS = {"kind": "plain", "look_again": "2026-11-16"}


def not_afraid(*accounts: Account) -> None:
    """Answer the one question, each alone."""
    for account in accounts:
        assert account.browser.post("/mine/before", NOT_AFRAID).status_code == 302


def code_of(account: Account) -> str:
    """Make a code, and read it from the page that shows it."""
    assert account.browser.post("/linked/offer", GROWN).status_code == 302
    found = re.search(r"<code>(\w{5} \w{5})</code>", account.browser.get("/linked/").text)
    assert found is not None
    return found[1]


def link(one: Account, other: Account) -> None:
    """Link two accounts by a code that one says and the other types."""
    not_afraid(one, other)
    typed = other.browser.post("/linked/code", {"code": code_of(one), **GROWN})
    assert typed.status_code == 302
    assert one.browser.post("/linked/confirm")["Location"] == "/agreements/"


def suggest(account: Account, words: str, **given: str) -> str:
    """Suggest something; give its id."""
    page = account.browser.post("/agreements/new", {"words": words, **WORDS, **given})
    assert page.status_code == 302, page.text
    return two(account).own.proposed[-1].id


def agreed(one: Account, other: Account, words: str, **given: str) -> str:
    """Have one suggest something and the other say yes; give its id."""
    name = suggest(one, words, **given)
    assert other.browser.post("/agreements/agree", {"agreement": name}).status_code == 302
    return name


def two(account: Account) -> Two:
    """Open both sides, as one of them sees them."""
    found = queries.two(by=account.by)
    assert found is not None
    return found
