"""Two linked accounts, one of which has an experiment under way."""

import re
from html import unescape
from typing import Any

from tests.people import Account
from tests.web.experiments.evening_desk import PAGE, answer_all, only
from tests.web.house.page import Page

from aftershift.engines.together.agreements import Side
from aftershift.web.experiments import sharing
from aftershift.web.experiments.papers import Experiment

Two = tuple[Account, Account]


def press(account: Account, door: str, status: int = 302) -> None:
    answered = account.browser.post(f"{PAGE}{only(account).id}/{door}")
    assert answered.status_code == status, answered.text


def join(account: Account, one: Experiment, door: str = "join") -> Any:
    return account.browser.post(f"{PAGE}{door}", {"trial": one.id})


def side(account: Account) -> Side:
    found = sharing.sides(by=account.by)
    assert found is not None
    return found.own


def read(account: Account, address: str = PAGE) -> str:
    said = account.browser.get(address)
    assert said.status_code == 200
    assert Page(said.text).faults() == []
    return re.sub(r'value="[^"]{60,}"', "", unescape(" ".join(said.text.split())))


def live(pair: Two) -> Experiment:
    """Answer every evening: hers 8 and 4, his 5 and 5; so the mean is 2 higher."""
    hers, his = pair
    answer_all(hers, only(hers), lambda drawn, _place: 8 if drawn == "with" else 4)
    answer_all(his, only(hers), lambda drawn, _place: 5)
    return only(hers)


def over(account: Account) -> str:
    return read(account, f"{PAGE}{only(account).id}")
