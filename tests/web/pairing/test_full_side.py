"""A side of a link has one size: as much as may ever stand in it fits."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from tests.people import Account
from tests.web.two import agreed, link, two

from aftershift.engines.checkins.experiments import OFFERED
from aftershift.engines.together import listing, trying
from aftershift.engines.together.listing import Filled
from aftershift.engines.together.revealing import KEPT_WEEKS
from aftershift.web.agreements import actions as agreement_actions
from aftershift.web.experiments import sharing
from aftershift.web.experiments.papers import LONGEST_WORDS


@pytest.fixture
def pair(nurse: Account, partner: Account) -> tuple[Account, Account]:
    link(nurse, partner)
    return nurse, partner


@pytest.mark.parametrize("letter", ["\U0001f375", '"', "\\", "\u202e"])
def test_the_fullest_side_still_fits(pair: tuple[Account, Account], letter: str) -> None:
    hers, his = pair
    for n in range(20):
        agreed(hers, his, f"{n}" + letter * 270, purpose="x" + letter * 270)
        agreed(his, hers, f"{n}" + letter * 270, purpose="x" + letter * 270)
    for one in two(hers).shelf().stands:
        sends = {"agreement": one.agreement.id, "weeks": "26"}
        assert hers.browser.post("/agreements/look", sends).status_code == 302
    lay_as_much_as_there_may_be(hers, letter)


def lay_as_much_as_there_may_be(account: Account, letter: str) -> None:
    """Add the most weeks, lists and experiments to a side, the longest of each."""
    first = date(2026, 10, 19)
    for n in range(KEPT_WEEKS):
        answers = {"understood": 10, "cared_for": 10, "fair": 10}
        agreement_actions.show_week(by=account.by, week=first + timedelta(weeks=n), answers=answers)
    lines = tuple(f"a-long-line-{n}" for n in range(6))
    for n in range(listing.MOST):
        filled = Filled(checklist=f"ab-{n}", day=first, true=6, of=6, lines=lines)
        agreement_actions.show_list(by=account.by, filled=filled)
    days = [first + timedelta(days=n) for n in range(2 * max(OFFERED))]
    pairs = tuple(zip(days[::2], days[1::2], strict=True))
    for _time in range(trying.MOST):
        trial = trying.Trial(
            id=str(uuid4()),
            item="closeness",
            said=first,
            pairs=pairs,
            words=letter * LONGEST_WORDS,
            numbers=dict.fromkeys(days, 10),
        )
        sharing.say(by=account.by, trial=trial)
    side = two(account).own
    assert (len(side.shown), len(side.lists), len(side.trials)) == (8, 6, 3)
