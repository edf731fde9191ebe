"""The one question before anything shared: a no opens the door, another answer leaves no trace."""

import re

import pytest
from tests.people import Account
from tests.web.two import GROWN, not_afraid

from aftershift.web.pairing.models import Invite
from aftershift.web.safety.models import Own

QUESTION, NEXT, MINE = "/mine/before", "/mine/before/next", "/mine/"
SHARED = ("/linked/", "/agreements/", "/agreements/new")
ASKS = "Are you ever afraid"


def seen(account: Account, path: str) -> str:
    """A page but for its tokens."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", account.browser.get(path).text)


def rows() -> list[object]:
    return [one.body for one in Own.objects.order_by("id")]


def test_it_comes_before_anything_shared(nurse: Account) -> None:
    assert all(ASKS in nurse.browser.get(to).text for to in SHARED)
    assert ASKS in nurse.browser.post("/linked/offer", GROWN).text
    assert not Invite.objects.exists()


def test_a_no_opens_the_door(nurse: Account) -> None:
    not_afraid(nurse)
    assert not any(ASKS in nurse.browser.get(to).text for to in SHARED)


@pytest.mark.parametrize("afraid", ["yes", ""])
def test_any_other_answer_is_written_nowhere(nurse: Account, afraid: str) -> None:
    before = rows()
    nurse.browser.post(QUESTION, {"afraid": afraid})
    assert rows() == before
    assert all(ASKS in nurse.browser.get(to).text for to in SHARED)


def test_every_answer_leads_to_the_same_page_which_names_people(
    nurse: Account, partner: Account, stranger: Account
) -> None:
    """A history, a step back and whoever looks over a shoulder learn nothing of the answer."""
    came = []
    for account, afraid in ((nurse, "no"), (partner, "yes"), (stranger, "")):
        answer = account.browser.post(QUESTION, {"afraid": afraid})
        came.append((answer.status_code, answer["Location"], seen(account, NEXT)))
    assert came[0] == came[1] == came[2]
    assert came[0][:2] == (302, NEXT)
    assert "People to call" in came[0][2]
    assert "Put it away" in came[0][2]


def test_the_page_of_ones_own_does_not_tell_what_was_answered(nurse: Account) -> None:
    before = seen(nurse, MINE)
    assert f'href="{NEXT}"' in before
    not_afraid(nurse)
    assert seen(nurse, MINE) == before


def test_to_read_it_again_and_be_afraid_shuts_no_door_and_writes_nothing(nurse: Account) -> None:
    """A door that shut again would tell whoever holds the phone; what shuts it is put away."""
    not_afraid(nurse)
    before, pages = rows(), {to: seen(nurse, to) for to in SHARED}
    nurse.browser.post(QUESTION, {"afraid": "yes"})
    assert rows() == before
    assert {to: seen(nurse, to) for to in SHARED} == pages


def test_the_answer_leads_to_no_other_place(nurse: Account) -> None:
    answer = nurse.browser.post(QUESTION, {"afraid": "no", "to": "https://elsewhere.example/"})
    assert answer["Location"] == NEXT
