"""Adding somebody whose hours one knows."""

import pytest
from tests.people import Account

from aftershift.web.people import queries


def test_somebody_is_added_and_their_roster_is_asked_for(nurse: Account) -> None:
    answer = nurse.browser.post("/rosters/members", {"name": "Sam"})
    assert answer["Location"].startswith("/rosters/bring?member=")
    assert [card.label for card in queries.household(by=nurse.by)] == [nurse.name, "Sam"]


@pytest.mark.parametrize("path", ["/rosters/members", "/account/household"])
@pytest.mark.parametrize("spelling", ["{own}", " {own} ", "SAM", "sam"])
def test_two_are_never_called_the_same(nurse: Account, path: str, spelling: str) -> None:
    nurse.browser.post("/rosters/members", {"name": "Sam"})
    name = spelling.format(own=nurse.name.upper())
    answer = nurse.browser.post(path, {"name": name, "label": name})
    assert answer.status_code == 422
    assert "is called that already" in answer.text
    assert len(queries.household(by=nurse.by)) == 2
