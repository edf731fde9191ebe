"""What an angry partner, a third person and the keeper of the database try, and what they get."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from tests.people import Account, somebody
from tests.web.house.furnished import Rooms
from tests.web.house.routes import LOOK, ROUTES, address
from tests.web.observed import watched
from tests.web.two import GROWN, agreed, code_of, link, not_afraid, suggest, two

from aftershift.engines.together.agreements import Side as Shared
from aftershift.web.agreements import queries as agreements
from aftershift.web.agreements.models import Kept
from aftershift.web.pages import clock
from aftershift.web.pairing import actions, personal, queries
from aftershift.web.pairing.models import Bond, Invite, Side
from aftershift.web.pairing.queries import Stage
from aftershift.web.sealed import Document
from aftershift.wiring import Vault

PAGE, CODE, OFFER, CONFIRM, END = (
    f"/linked/{name}" for name in ("", "code", "offer", "confirm", "end")
)
GUESS = "another password altogether"


@pytest.fixture
def pair(nurse: Account, partner: Account) -> tuple[Account, Account]:
    link(nurse, partner)
    return nurse, partner


def type_in(account: Account, code: str) -> int:
    return account.browser.post(CODE, {"code": code, **GROWN}).status_code


def stage(account: Account) -> Stage:
    return queries.standing(by=account.by, now=clock.now()).stage


def page(account: Account, path: str) -> str:
    """A page but for its tokens."""
    shown = account.browser.get(path).text
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", shown)


@pytest.mark.parametrize("password", ["", GUESS])
def test_an_open_phone_alone_links_nobody(nurse: Account, partner: Account, password: str) -> None:
    not_afraid(nurse, partner)
    given = {"grown": "on", "password": password}
    assert nurse.browser.post(OFFER, given).status_code == 422
    assert not Invite.objects.exists()
    assert nurse.browser.post(CODE, {"code": code_of(partner), **given}).status_code == 422
    assert Invite.objects.get().joiner is None


def test_the_password_is_not_guessed_at_this_door_either(nurse: Account) -> None:
    not_afraid(nurse)
    given = {"grown": "on", "password": GUESS}
    tried = [nurse.browser.post(OFFER, given).status_code for _ in range(11)]
    assert tried == [422] * 10 + [429]


@pytest.mark.parametrize("door", ["/lock", "/leave", "/account/devices/sign-out-everywhere"])
def test_a_code_ends_with_the_session_that_made_it(
    nurse: Account, partner: Account, door: str
) -> None:
    not_afraid(nurse, partner)
    code = code_of(nurse)
    nurse.browser.post(door)
    assert not Invite.objects.exists()
    assert type_in(partner, code) == 422


def test_no_page_of_two_holds_a_number_of_the_link_or_of_the_other(
    pair: tuple[Account, Account],
) -> None:
    hers, his = pair
    agreed(hers, his, "Tea first")
    found = queries.pair(by=his.by)
    assert found is not None
    for path in (PAGE, "/agreements/"):
        shown = page(his, path)
        assert str(found.link) not in shown
        assert str(found.other) not in shown


def test_who_types_a_code_meant_for_another_is_found_out(
    nurse: Account, partner: Account, stranger: Account
) -> None:
    not_afraid(nurse, partner, stranger)
    code = code_of(nurse)
    assert type_in(stranger, code) == 302
    assert type_in(partner, code) == 422  # so his page does not name her
    shown = nurse.browser.get(PAGE).text
    assert f"{stranger.name} typed your code" in shown
    assert "their page names you now" in shown
    nurse.browser.post(END)
    nurse.browser.post(CONFIRM)
    assert not Side.objects.exists()
    assert type_in(partner, code) == 422


def test_two_who_type_one_code_at_once_are_not_both_taken(
    nurse: Account, partner: Account, stranger: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    not_afraid(nurse, partner, stranger)
    code, free = code_of(nurse), Invite.objects.get()
    assert type_in(partner, code) == 302
    monkeypatch.setattr(actions, "_open_invite", lambda *_: free)  # as read a moment before
    assert type_in(stranger, code) == 422
    assert Invite.objects.get().joiner == partner.person
    assert stage(stranger) is Stage.NONE


def test_a_second_yes_makes_no_second_link(nurse: Account, partner: Account) -> None:
    not_afraid(nurse, partner)
    code = code_of(nurse)
    type_in(partner, code)
    assert actions.confirm(by=nurse.by, now=clock.now()) is True
    assert actions.confirm(by=nurse.by, now=clock.now()) is False
    assert Side.objects.count() == 2
    partner.browser.post(END)
    assert type_in(partner, code) == 422  # used, and for nothing again


def test_who_took_it_back_shares_nothing_and_it_looks_like_an_end(
    nurse: Account, partner: Account, pair_of_others: tuple[Account, Account]
) -> None:
    """Somebody who was pressed to type a code may take it back, and nobody is told."""
    not_afraid(nurse, partner)
    type_in(partner, code_of(nurse))
    partner.browser.post(END)
    nurse.browser.post(CONFIRM)
    assert stage(partner) is Stage.NONE
    assert queries.pair(by=partner.by) is None
    suggest(nurse, "Tea first")
    hers, theirs = pair_of_others
    theirs.browser.post(END)
    suggest(hers, "Tea first")
    ids = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
    for path in (PAGE, "/agreements/"):
        ended = page(hers, path).replace(theirs.name, partner.name)
        assert ids.sub("", page(nurse, path)) == ids.sub("", ended)


@pytest.fixture
def pair_of_others(db: None) -> tuple[Account, Account]:
    one, other = somebody("Plain Otter"), somebody("Keen Wren")
    link(one, other)
    return one, other


def test_who_answers_two_is_linked_with_one(
    nurse: Account, partner: Account, stranger: Account
) -> None:
    not_afraid(nurse, partner, stranger)
    type_in(partner, code_of(nurse))
    type_in(partner, code_of(stranger))
    nurse.browser.post(CONFIRM)
    stranger.browser.post(CONFIRM)
    found = queries.pair(by=partner.by)
    assert found is not None
    assert found.other == stranger.person.id
    suggest(nurse, "Tea first")
    assert two(partner).other == Shared()


def test_every_code_that_leads_nowhere_is_answered_alike(
    nurse: Account, partner: Account, stranger: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    not_afraid(nurse, partner, stranger)
    spent = code_of(nurse)
    type_in(partner, spent)
    late, own = code_of(nurse), code_of(stranger)
    stranger.browser.post(END)
    now = clock.now()
    answers = set()
    for code, at in ((spent, now), ("AAAAA AAAAA", now), (own, now), (late, now + actions.LASTS)):
        monkeypatch.setattr(clock, "now", lambda at=at: at)
        answer = stranger.browser.post(CODE, {"code": code, **GROWN})
        said = answer.text.replace(code, "")
        said = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", said)
        answers.add((answer.status_code, said))
    assert len(answers) == 1


def test_a_link_that_ends_in_another_tab_breaks_no_page(
    pair: tuple[Account, Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agreements, "two", lambda *, by: None)  # ended after the gate let pass
    sends = {"words": "Tea first", "kind": "plain", "look_again": "2026-11-16"}
    assert pair[0].browser.post("/agreements/new", sends)["Location"] == PAGE


def test_the_linked_one_cannot_tell_what_she_keeps_to_herself(
    nurse: Account, rooms: Rooms, linked: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {"words": "We always say where we are", "kind": "plain", "look_again": "2026-11-16"}
    linked.post("/agreements/new", words)
    asked = two(nurse).other.proposed[-1].id
    unsafe = dict.fromkeys(("afraid", "hurt", "told", "winning", "hot"), "yes")
    with watched(rooms, linked, monkeypatch=monkeypatch):
        for path, sends in (
            ("/mine/before", {"afraid": "yes"}),
            ("/mine/before", {"afraid": ""}),
            ("/agreements/aside", {"agreement": asked}),
            ("/agreements/repair/ready", unsafe),
            ("/mine/plan", {"step_1": "I ask Robin for her spare room"}),
            ("/mine/away", {}),
        ):
            assert nurse.browser.post(path, sends).status_code in (200, 302), path
    assert asked in agreements.kept(by=nurse.by).aside


def test_to_link_and_unlink_again_and_again_shows_nothing_of_between(
    pair: tuple[Account, Account],
) -> None:
    hers, his = pair
    seen = set()
    for n in range(3):
        seen.add((page(his, "/agreements/"), page(his, PAGE)))
        agreed(hers, his, f"Tea number {n}")
        hers.browser.post("/agreements/time-out", {"minutes_away": "60"})
        his.browser.post(END)
        hers.browser.post(END)
        link(his, hers)
    assert len(seen) == 1
    assert Side.objects.count() == 2


def test_a_side_that_is_gone_takes_as_long_to_read_as_one_that_is_empty(
    pair: tuple[Account, Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    hers, his = pair
    opened: list[int] = []
    read = Side.read

    def counted(row: Side, vault: Vault) -> Document:
        opened.append(len(row.body.envelope))
        return read(row, vault)

    monkeypatch.setattr(Side, "read", counted)
    two(his)
    there, opened[:] = list(opened), []
    Side.objects.filter(person=hers.person).delete()
    assert two(his).other == Shared()
    assert opened == there


TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def titles(browser: Client, rooms: Rooms) -> dict[str, str]:
    """What a history would call each page that is there to be looked at."""
    looked = [name for name, route in ROUTES.items() if route.methods >= LOOK]
    pages = {name: browser.get(address(name, rooms), follow=True) for name in looked}
    found = {
        name: TITLE.search(page.text)
        for name, page in pages.items()
        if page.status_code == 200 and page["Content-Type"].startswith("text/html")
    }
    return {name: title[1].strip() for name, title in found.items() if title}


def test_a_history_does_not_tell_what_was_put_away(nurse: Account, rooms: Rooms) -> None:
    before = titles(nurse.browser, rooms)
    nurse.browser.post("/mine/away")
    after = titles(nurse.browser, rooms)
    assert {name: after[name] for name in before} == before


def test_who_put_away_what_is_for_two_finds_the_end_of_the_link(
    pair: tuple[Account, Account],
) -> None:
    hers, his = pair
    suggest(hers, "Tea first")
    hers.browser.post("/mine/away")
    assert f'href="{PAGE}"' in hers.browser.get("/agreements/").text
    shown = hers.browser.get(PAGE).text
    assert "Put away" in shown
    assert his.name in shown
    assert f'action="{END}"' in shown
    hers.browser.post(END)
    assert two(his).other == Shared()
    assert "No account is linked with yours" in hers.browser.get(PAGE).text


def test_the_end_says_what_can_be_noticed(pair: tuple[Account, Account]) -> None:
    shown = pair[0].browser.get(PAGE).text
    assert "can notice that it is gone" in shown
    assert "put away what is for two instead" in shown


def sizes(person_id: object) -> set[int]:
    return {len(row.body.envelope) for row in Bond.objects.filter(person_id=person_id)}


def test_the_size_of_a_note_does_not_tell_whether_a_link_stands(
    nurse: Account, partner: Account
) -> None:
    not_afraid(nurse, partner)
    code = code_of(nurse)
    seen = [sizes(nurse.person.id)]
    type_in(partner, code)
    nurse.browser.post(CONFIRM)
    seen += [sizes(nurse.person.id), sizes(partner.person.id)]
    nurse.browser.post(END)
    seen.append(sizes(nurse.person.id))
    assert len({tuple(one) for one in seen}) == 1


def test_a_note_changes_with_every_side_so_that_an_end_is_no_special_change(
    pair: tuple[Account, Account],
) -> None:
    hers = pair[0]
    before = Bond.objects.get(person=hers.person).body
    suggest(hers, "Tea first")
    assert Bond.objects.get(person=hers.person).body != before


def test_nobody_can_count_what_was_put_aside(pair: tuple[Account, Account]) -> None:
    """The row is there before the first one, and as large after the last."""
    hers, his = pair
    rows = {one.person_id: len(one.body.envelope) for one in Kept.objects.all()}
    assert set(rows) == {hers.person.id, his.person.id}
    for n in range(20):
        name = suggest(his, f"Tea number {n}")
        hers.browser.post("/agreements/aside", {"agreement": name})
    assert len(agreements.kept(by=hers.by).aside) == 20
    assert {one.person_id: len(one.body.envelope) for one in Kept.objects.all()} == rows


def test_what_nobody_suggested_is_not_put_aside(pair: tuple[Account, Account]) -> None:
    hers, his = pair
    name = suggest(his, "Tea first")
    for one in (name, name, str(uuid4())):
        hers.browser.post("/agreements/aside", {"agreement": one})
    assert agreements.kept(by=hers.by).aside == (name,)


def test_a_link_that_never_stood_is_in_no_export(nurse: Account, partner: Account) -> None:
    not_afraid(nurse, partner)
    type_in(partner, code_of(nurse))
    assert personal.export(partner.by) == personal.export(nurse.by) == {"linked_with": ""}


@pytest.mark.parametrize("unseen", ["\x01", "\x1b\x07", "\u202e"])
def test_a_sentence_in_which_nothing_is_seen_is_none(
    pair: tuple[Account, Account], unseen: str
) -> None:
    sends = {"words": unseen, "kind": "plain", "look_again": "2026-11-16"}
    assert pair[0].browser.post("/agreements/new", sends).status_code == 422


def test_a_code_that_ran_out_is_gone_from_the_database_with_the_next_step_of_anybody(
    nurse: Account, partner: Account
) -> None:
    not_afraid(nurse, partner)
    code_of(nurse)
    actions.offer(by=partner.by, now=clock.now() + actions.LASTS + timedelta(seconds=1))
    assert [one.maker for one in Invite.objects.all()] == [partner.person]
