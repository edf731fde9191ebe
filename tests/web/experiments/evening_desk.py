"""A couple with eight weeks of rosters, an experiment under way, and a clock that can be moved."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from tests.people import Account
from tests.web.rosters.desk import LONDON, NOW, add, keep_line, own
from tests.web.windows.couple import HERS, THEIRS

from aftershift.web.checkins import actions as checkins
from aftershift.web.checkins.papers import Daily
from aftershift.web.experiments import queries
from aftershift.web.experiments.papers import Experiment

PAGE, BEGIN = "/experiments/", "/experiments/begin"
WISH = {"what": "micro-date", "words": "", "outcome": "closeness", "blocks": "7"}
FORTNIGHTS = 4


def live_together(account: Account, fortnights: int = FORTNIGHTS) -> UUID:
    """Keep some weeks of both rosters; give the other member."""
    sam = add(account)
    keep_line(account, own(account), " ".join([HERS] * fortnights))
    keep_line(account, sam, " ".join([THEIRS] * fortnights))
    return sam


def begin(account: Account, **other: Any) -> Any:
    return account.browser.post(BEGIN, {**WISH, **other})


def only(account: Account) -> Experiment:
    (one,) = queries.paper(by=account.by).experiments
    return one


def at(day: date, hour: int = 20) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=LONDON)


def clock_at(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    monkeypatch.setattr("aftershift.web.pages.clock.now", lambda: now)


def after(one: Experiment) -> datetime:
    """Give the afternoon after the last evening, when nothing can be answered any more."""
    assert one.last is not None
    return at(one.last + timedelta(days=1), 13)


def answer(account: Account, day: date, *, item: str = "closeness", value: int = 5) -> None:
    checkins.keep_day(by=account.by, daily=Daily(day=day, values={item: value}))


def answer_all(
    account: Account, one: Experiment, said: Callable[[str, int], int], item: str = "closeness"
) -> None:
    """Answer every evening: `said` gives the number by what was drawn and the block's place."""
    for place, block in enumerate(one.blocks):
        answer(account, block.with_ritual, item=item, value=said("with", place))
        answer(account, block.without, item=item, value=said("without", place))


def text(account: Account, address: str = PAGE) -> str:
    page = account.browser.get(address)
    assert page.status_code == 200, page.status_code
    return " ".join(page.text.split())


def night_on(day: date) -> str:
    """Give the nurse's eight weeks with a long late shift on one day."""
    codes = " ".join([HERS] * FORTNIGHTS).split()
    codes[(day - NOW.date()).days] = "14:00-23:45"
    return " ".join(codes)


def did(account: Account, one: Experiment, day: date, said: str = "yes") -> Any:
    return account.browser.post(f"{PAGE}{one.id}/tick", {"day": day.isoformat(), "did": said})
