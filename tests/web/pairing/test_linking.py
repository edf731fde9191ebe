"""Two accounts are linked by a spoken code, each in their own session, and unlinked silently."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from tests.people import Account, browser_with, credentials
from tests.web.two import GROWN, agreed, code_of, link, not_afraid, suggest, two

from aftershift.engines.together.agreements import Side as Shared
from aftershift.web.mydata.wings import WINGS
from aftershift.web.pages import clock
from aftershift.web.pairing import actions, codes, personal, queries
from aftershift.web.pairing.models import Bond, Invite, Side
from aftershift.web.pairing.queries import Stage
from aftershift.web.people import actions as people
from aftershift.web.people.models import Person

PAGE, CODE, OFFER, CONFIRM, END = (
    "/linked/",
    "/linked/code",
    "/linked/offer",
    "/linked/confirm",
    "/linked/end",
)


def type_in(account: Account, code: str) -> int:
    return account.browser.post(CODE, {"code": code, **GROWN}).status_code


def stage(account: Account) -> Stage:
    return queries.standing(by=account.by, now=clock.now()).stage


@pytest.fixture
def pair(nurse: Account, partner: Account) -> tuple[Account, Account]:
    link(nurse, partner)
    return nurse, partner


def test_two_are_linked_when_one_says_a_code_and_the_other_types_it(
    nurse: Account, partner: Account
) -> None:
    not_afraid(nurse, partner)
    code = code_of(nurse)
    assert (stage(nurse), stage(partner)) == (Stage.OFFERED, Stage.NONE)
    assert type_in(partner, f" {code.lower().replace('0', 'o')} ") == 302
    assert (stage(nurse), stage(partner)) == (Stage.ANSWERED, Stage.WAITING)
    assert f"{partner.name} typed your code" in nurse.browser.get(PAGE).text
    assert f"{nurse.name} has to say yes" in partner.browser.get(PAGE).text
    nurse.browser.post(CONFIRM)
    assert (stage(nurse), stage(partner)) == (Stage.LINKED, Stage.LINKED)
    assert not Invite.objects.exists()


def test_nobody_is_linked_without_the_makers_yes(nurse: Account, partner: Account) -> None:
    not_afraid(nurse, partner)
    type_in(partner, code_of(nurse))
    partner.browser.post(CONFIRM)
    assert not Side.objects.exists()


@pytest.mark.parametrize("code", ["", "AAAAA AAAAA", "7KQFM", "not a code at all"])
def test_another_code_leads_to_nobody(nurse: Account, partner: Account, code: str) -> None:
    not_afraid(nurse, partner)
    code_of(nurse)
    assert type_in(partner, code) == 422
    assert stage(partner) is Stage.NONE


def test_ones_own_code_links_nobody(nurse: Account) -> None:
    not_afraid(nurse)
    assert type_in(nurse, code_of(nurse)) == 422


def test_a_code_is_typed_once(nurse: Account, partner: Account, stranger: Account) -> None:
    not_afraid(nurse, partner, stranger)
    code = code_of(nurse)
    assert type_in(partner, code) == 302
    assert type_in(stranger, code) == 422


def test_a_code_lasts_ten_minutes(
    nurse: Account, partner: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    not_afraid(nurse, partner)
    code, now = code_of(nurse), clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(minutes=10))
    assert actions.answer(code, by=partner.by, now=clock.now()) is False
    assert queries.standing(by=nurse.by, now=clock.now()).stage is Stage.NONE


def test_a_yes_after_ten_minutes_links_nobody(nurse: Account, partner: Account) -> None:
    not_afraid(nurse, partner)
    type_in(partner, code_of(nurse))
    later = clock.now() + timedelta(minutes=10)
    assert actions.confirm(by=nurse.by, now=later) is False
    assert not Side.objects.exists()


def test_codes_are_not_guessed_on(nurse: Account, partner: Account) -> None:
    not_afraid(nurse, partner)
    tried = [type_in(partner, f"AAAAA AAAA{n % 10}") for n in range(11)]
    assert tried == [422] * 10 + [429]


def test_the_yes_is_said_in_the_session_that_made_the_code(
    nurse: Account, partner: Account
) -> None:
    not_afraid(nurse, partner)
    type_in(partner, code_of(nurse))
    again = people.sign_in(credentials(nurse.name), now=timezone.now())
    assert again is not None
    browser_with(again.secret).post(CONFIRM)
    assert not Side.objects.exists()


def test_another_public_key_is_not_linked_with(nurse: Account, partner: Account) -> None:
    """Whoever can write the database, and knows neither code nor run key, gets nothing by it."""
    not_afraid(nurse, partner)
    code = code_of(nurse)
    Person.objects.filter(id=nurse.person.id).update(public_key=bytes(range(32)))
    assert type_in(partner, code) == 422
    Person.objects.filter(id=nurse.person.id).update(public_key=nurse.by.person.public_key)


def test_a_joiners_key_that_changed_is_not_linked_with(nurse: Account, partner: Account) -> None:
    not_afraid(nurse, partner)
    type_in(partner, code_of(nurse))
    Person.objects.filter(id=partner.person.id).update(public_key=bytes(range(32)))
    nurse.browser.post(CONFIRM)
    assert not Side.objects.exists()


def test_the_code_is_in_no_column(nurse: Account, partner: Account) -> None:
    not_afraid(nurse, partner)
    code = codes.read(code_of(nurse))
    invite = Invite.objects.get()
    assert code not in f"{invite.locator} {invite.maker_tag}".upper()


def test_only_grown_ups_are_linked(nurse: Account) -> None:
    not_afraid(nurse)
    given = {"password": GROWN["password"]}
    assert nurse.browser.post(OFFER, given).status_code == 422
    assert nurse.browser.post(CODE, {"code": "7KQFM 2DR8T", **given}).status_code == 422
    assert not Invite.objects.exists()


@pytest.mark.parametrize("to", [CODE, OFFER, CONFIRM, END])
def test_it_refuses_get(nurse: Account, to: str) -> None:
    assert nurse.browser.get(to).status_code == 405


@pytest.mark.parametrize("to", [PAGE, CODE, OFFER, CONFIRM, END])
def test_it_refuses_who_is_not_signed_in(nobody: Client, to: str) -> None:
    way = nobody.get if to == PAGE else nobody.post
    assert way(to)["Location"] == "/locked"


# --- what both may read, and nobody else -------------------------------------------


def test_both_make_the_same_key_and_a_third_does_not(
    pair: tuple[Account, Account], stranger: Account
) -> None:
    hers, his = (queries.pair(by=one.by) for one in pair)
    assert hers is not None
    assert his is not None
    row = uuid4()
    assert his.vault.open("x", row, hers.vault.seal("x", row, b"tea")) == b"tea"
    assert queries.pair(by=stranger.by) is None
    third = queries.vault_of(hers.link, bytes(pair[1].person.public_key), by=stranger.by)
    with pytest.raises(Exception, match="does not open here"):
        third.open("x", row, hers.vault.seal("x", row, b"tea"))


def test_a_side_under_the_others_name_is_nothing(pair: tuple[Account, Account]) -> None:
    """Whoever holds the database cannot make a yes of hers out of what she wrote."""
    hers, his = pair
    suggest(hers, "Tea first")
    seen = queries.pair(by=hers.by)
    assert seen is not None
    Side.objects.filter(person=his.person).delete()
    Side.objects.filter(person=hers.person).update(person=his.person)
    assert queries.other_side(seen, Shared) == Shared()


def test_what_does_not_open_looks_like_nothing(pair: tuple[Account, Account]) -> None:
    hers, his = pair
    suggest(hers, "Tea first")
    own = Side.objects.get(person=his.person)
    Side.objects.filter(person=hers.person).update(body=own.body)
    assert two(his).other == Shared()


def test_every_side_has_one_size(pair: tuple[Account, Account]) -> None:
    before = {len(one.body.envelope) for one in Side.objects.all()}
    suggest(pair[0], "Tea first, and then whatever the day brings to the two of us")
    assert {len(one.body.envelope) for one in Side.objects.all()} == before
    assert len(before) == 1


# --- the end of it ------------------------------------------------------------------


def without_tokens(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)


def test_an_end_looks_to_the_other_like_a_day_with_nothing_shared(
    pair: tuple[Account, Account],
) -> None:
    hers, his = pair
    empty = without_tokens(his.browser.get("/agreements/").text)
    agreed(hers, his, "Tea first")
    assert "Tea first" in his.browser.get("/agreements/").text
    assert hers.browser.post(END)["Location"] == "/"
    assert without_tokens(his.browser.get("/agreements/").text) == empty
    assert Side.objects.filter(person=hers.person).exists()  # empty, and of the same size


def test_an_erased_account_looks_the_same(pair: tuple[Account, Account]) -> None:
    hers, his = pair
    empty = without_tokens(his.browser.get("/agreements/").text)
    agreed(hers, his, "Tea first")
    erased = hers.person
    for _name, wing in reversed(WINGS):
        wing.erase(erased)
    assert without_tokens(his.browser.get("/agreements/").text) == empty
    assert Bond.objects.count() == 1


def test_putting_away_what_is_for_two_changes_nothing_for_the_other(
    pair: tuple[Account, Account],
) -> None:
    hers, his = pair
    agreed(hers, his, "Tea first")
    before = without_tokens(his.browser.get("/agreements/").text)
    hers.browser.post("/mine/away")
    assert "Put away" in hers.browser.get("/agreements/").text
    assert without_tokens(his.browser.get("/agreements/").text) == before
    assert hers.browser.post(END).status_code == 302  # no gate stands before that door


def test_a_new_link_begins_empty(pair: tuple[Account, Account]) -> None:
    hers, his = pair
    agreed(hers, his, "Tea first")
    hers.browser.post(END)
    his.browser.post(END)
    link(his, hers)
    assert two(hers).own == two(hers).other == Shared()
    assert Side.objects.count() == 2


def test_the_export_says_with_whom(pair: tuple[Account, Account]) -> None:
    assert personal.export(pair[0].by) == {"linked_with": pair[1].name}
