"""Lists are filled in, come to a count in words, and are kept only by choice."""

import re
from datetime import UTC, datetime
from html import unescape
from uuid import uuid4

import pytest
from tests.people import Account
from tests.web.hearing import Broken, Calm, Late
from tests.web.house.page import Page
from tests.web.sending.asking import listens_with

from aftershift.engines.checkins.reflections import Answer, Kind, Scope, Side
from aftershift.engines.safety.risk import Level, Risk
from aftershift.library.reflections import ROOMS, load_reflections
from aftershift.web.reflections import actions, cards, queries
from aftershift.web.reflections.models import Reflections
from aftershift.web.reflections.papers import LONGEST_LINE, About, Kept
from aftershift.web.sealed import TooMuch

LISTS = load_reflections()
NOW = datetime(2026, 10, 19, 9, tzinfo=UTC)
PEOPLE = "you can have a person with you in this"
KEEP = "Keep this"
CALM = {one.id: {f"item_{key}": "no" for key in one.keys} for one in LISTS.values()}


def shown(account: Account, at: str, **sends: object) -> str:
    """Ask for a page, or send a form to it, and look at it as a reader would."""
    answer = account.browser.post(at, sends) if sends else account.browser.get(at)
    assert answer.status_code == 200, answer.status_code
    assert Page(answer.text).faults() == []
    return unescape(re.sub(r"\s+", " ", answer.text))


def kept_by(account: Account) -> tuple[Kept, ...]:
    return queries.paper(by=account.by).kept


# --- the lists ----------------------------------------------------------------------------------


def test_the_shelf_shows_every_list_by_whom_it_is_about(nurse: Account) -> None:
    page = shown(nurse, "/reflect/")
    assert all(one.title in page for one in LISTS.values())
    assert [page.index(f">{title}<") for title in ("Me", "The two of us")]
    assert "not tests" in page


@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_every_line_and_nothing_is_chosen_before(nurse: Account, name: str) -> None:
    page = shown(nurse, f"/reflect/{name}")
    assert " checked" not in page
    assert all(item.says in page and item.they in page for item in LISTS[name].items)
    assert page.count('type="radio"') == 3 * len(LISTS[name].keys)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_in_which_nothing_rings_true_comes_to_a_calm_result(
    nurse: Account, name: str
) -> None:
    page = shown(nurse, f"/reflect/{name}", **CALM[name])
    assert re.search(rf"0 of {len(LISTS[name].items)} ", page)
    assert "A reflection, not a test" in page
    assert not kept_by(nurse)


def test_an_unknown_list_is_not_found(nurse: Account) -> None:
    assert nurse.browser.get("/reflect/rc-9").status_code == 404
    assert nurse.browser.post("/reflect/rc-9/keep", {"item_a": "yes"}).status_code == 404


def test_a_list_with_no_answer_says_what_to_do(nurse: Account) -> None:
    answer = nurse.browser.post("/reflect/rc-1", {"item_logistics": "skip"})
    assert answer.status_code == 422
    assert "Answer one line at least." in answer.text
    assert 'value="skip" id="id_item_logistics_2" checked' in answer.text.replace("required ", "")


def test_what_was_chosen_stays_when_something_is_wrong(nurse: Account) -> None:
    sends = {"item_i-clear": "yes", "gave": "x" * (LONGEST_LINE + 1), "name": "Kim"}
    answer = nurse.browser.post("/reflect/wr-1", sends)
    assert answer.status_code == 422
    assert 'value="yes" id="id_item_i-clear_0" checked' in answer.text
    assert 'value="Kim"' in answer.text


# --- what it comes to ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "ticks", "says"),
    [
        ("rc-1", ["logistics"], "1 of 5 ring true"),
        ("rc-1", ["logistics", "unsolved"], "2 of 5 ring true"),
        ("cp-3", ["dread", "future"], "2 of 6 ring true"),
        ("tm-2", ["sorry"], "1 of 10 where you would change something"),
        ("or-2", ["thanks"], "1 of 6 are there"),
    ],
)
def test_a_count_is_said_in_words(nurse: Account, name: str, ticks: list[str], says: str) -> None:
    page = shown(nurse, f"/reflect/{name}", **{f"item_{one}": "yes" for one in ticks})
    assert says in page
    assert f"{len(LISTS[name].items) - len(ticks)} were skipped." in page


@pytest.mark.parametrize("name", [one.id for one in LISTS.values() if one.threshold])
def test_the_rule_is_quoted_with_whose_it_is_and_acts_from_its_number_on(
    nurse: Account, name: str
) -> None:
    limit = LISTS[name].threshold
    assert limit is not None
    quiet = [one.id for one in LISTS[name].items if not one.touches]
    for count in (limit.at_least - 1, limit.at_least):
        ticks = {f"item_{one}": "yes" for one in quiet[:count]}
        page = shown(nurse, f"/reflect/{name}", **{**CALM[name], **ticks})
        assert limit.says in page
        assert (limit.then in page) is (count == limit.at_least)
    assert limit.says in shown(nurse, f"/reflect/{name}")


def test_a_list_without_a_rule_says_that_it_has_none(nurse: Account) -> None:
    page = shown(nurse, "/reflect/rc-4", item_alone="yes")
    assert "There is no number here from which on it is much" in page


def test_each_line_that_rings_true_has_its_small_thing_and_its_practice(nurse: Account) -> None:
    page = shown(nurse, "/reflect/tm-1", **{f"item_{one.id}": "yes" for one in LISTS["tm-1"].items})
    for item in LISTS["tm-1"].items:
        assert item.small in page
        assert f"/reading/practices/{item.practice.replace('.', '-')}" in page


def test_what_is_missing_at_a_place_is_what_leads_on(nurse: Account) -> None:
    page = shown(nurse, "/reflect/or-2", item_listens="no", item_thanks="yes")
    listens, thanks = LISTS["or-2"].items[0], LISTS["or-2"].items[4]
    assert listens.small in page
    assert thanks.small not in page


def test_the_two_sides_stand_beside_each_other_as_words(nurse: Account) -> None:
    sends = {"item_i-clear": "yes", "item_i-trust": "yes", "item_they-clear": "no", "name": "Kim"}
    page = shown(nurse, "/reflect/wr-1", **sends, gave="Two shifts", got="A coffee")
    assert "Me: 2 of 5 are there" in page
    assert "Kim: 0 of 5 are there" in page
    assert "Two shifts" in page
    assert "A coffee" in page
    assert "I listen, answer, and say why. <strong>It is there.</strong>" in page
    assert "They listen, answer, and say why. <strong>It is missing.</strong>" in page


def test_two_sides_without_a_name_are_i_and_they() -> None:
    found = cards.result(LISTS["wr-1"], {"they-clear": Answer.YES}, About())
    assert found.counts == ("Me: 0 of 5 are there", "They: 1 of 5 are there")


@pytest.mark.parametrize("name", ["wr-1", "wr-2"])
def test_what_was_given_stands_in_the_rows_as_it_was_given(name: str) -> None:
    answers = {
        key: Answer.YES if place % 3 else Answer.NO for place, key in enumerate(LISTS[name].keys)
    }
    rows = cards.result(LISTS[name], answers, About()).rows
    words = cards.ANSWERS[LISTS[name].kind]
    assert [row.said for row in rows] == [
        tuple(words[answers[f"{side}-{item.id}"]] for side in Side) for item in LISTS[name].items
    ]


@pytest.mark.parametrize("name", [one.id for one in LISTS.values() if one.ways])
def test_every_way_on_leads_to_a_page(nurse: Account, name: str) -> None:
    for way in cards.result(LISTS[name], {}, About()).ways:
        assert nurse.browser.get(way.to).status_code == 200, way


def test_every_room_that_a_list_may_lead_to_has_an_address() -> None:
    assert set(cards.PLACES) == ROOMS


def test_no_result_shows_a_trend_a_change_or_a_share_of_others(nurse: Account) -> None:
    for _time in range(2):
        nurse.browser.post("/reflect/rc-4/keep", {"item_alone": "yes", "item_guilt": "yes"})
        nurse.browser.post("/reflect/rc-4/keep", {"item_alone": "yes"})
    for one in kept_by(nurse):
        page = shown(nurse, f"/reflect/kept/{one.id}")
        assert not re.search(r"<svg class|trend|better|worse|average|per cent|%|reliable", page)
        assert page.count("ring true") == 1


def test_what_touches_harm_names_people_also_when_it_was_kept(nurse: Account) -> None:
    for name, answers in (("or-3", {"substance": Answer.YES}), ("or-1", {"load": Answer.YES})):
        new = Kept(id=str(uuid4()), checklist=name, day=NOW.date(), answers=answers)
        one = actions.keep(by=nurse.by, new=new)
        page = shown(nurse, f"/reflect/kept/{one.id}")
        assert (PEOPLE in page) is (name == "or-3")


# --- kept, or not -------------------------------------------------------------------------------


def test_a_result_is_kept_only_when_somebody_says_so(nurse: Account) -> None:
    sends = {"item_i-clear": "yes", "item_they-limits": "no", "name": "Kim", "gave": "A shift"}
    assert KEEP in shown(nurse, "/reflect/wr-1", **sends)
    assert not kept_by(nurse)
    answer = nurse.browser.post("/reflect/wr-1/keep", sends)
    one = kept_by(nurse)[0]
    assert answer["Location"] == f"/reflect/kept/{one.id}"
    assert one.answers == {"i-clear": Answer.YES, "they-limits": Answer.NO}
    assert one.about == About(name="Kim", gave="A shift")
    assert "Kim" in shown(nurse, f"/reflect/kept/{one.id}")
    assert "Kim" in shown(nurse, "/reflect/")


def test_the_form_on_the_result_carries_what_was_answered(nurse: Account) -> None:
    page = shown(nurse, "/reflect/tm-2", item_sorry="yes", item_blame="no")
    form = next(one for one in re.findall("<form.*?</form>", page) if KEEP in one)
    fields = dict(re.findall(r'<input type="hidden" name="(item_[\w-]+)" value="(\w+)"', form))
    assert fields == {"item_sorry": "yes", "item_blame": "no"}


def test_the_same_list_sent_twice_on_a_day_is_kept_once(nurse: Account) -> None:
    for _time in range(2):
        nurse.browser.post("/reflect/rc-4/keep", {"item_alone": "yes"})
    assert len(kept_by(nurse)) == 1


def test_what_was_kept_can_be_erased(nurse: Account) -> None:
    nurse.browser.post("/reflect/rc-4/keep", {"item_alone": "yes"})
    one = kept_by(nurse)[0]
    assert nurse.browser.post(f"/reflect/kept/{one.id}/erase")["Location"] == "/reflect/"
    assert not kept_by(nurse)
    assert nurse.browser.get(f"/reflect/kept/{one.id}").status_code == 404
    assert nurse.browser.post(f"/reflect/kept/{one.id}/erase").status_code == 404


def test_the_row_has_one_size_whatever_is_in_it(nurse: Account) -> None:
    sizes = set()
    for name in ("rc-4", "tm-1", "or-2"):
        nurse.browser.post(f"/reflect/{name}/keep", CALM[name])
        sizes.add(len(Reflections.objects.get(person=nurse.person).body.envelope))
    assert len(kept_by(nurse)) == 3
    assert len(sizes) == 1


def test_when_there_is_no_more_room_the_page_says_what_to_do(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Reflections, "BYTES", 300)
    assert nurse.browser.post("/reflect/rc-4/keep", {"item_alone": "yes"}).status_code == 302
    answer = nurse.browser.post("/reflect/tm-2/keep", {"item_sorry": "yes"})
    assert answer.status_code == 409
    assert "There is no more room" in answer.text
    assert [one.checklist for one in kept_by(nurse)] == ["rc-4"]


def test_the_row_has_room_for_a_hundred_of_the_largest(nurse: Account) -> None:
    def keep(place: int) -> None:
        about = About(name=str(place), gave="g" * LONGEST_LINE, got="h" * LONGEST_LINE)
        new = Kept(id=str(uuid4()), checklist="wr-2", day=today, answers=answers, about=about)
        actions.keep(by=nurse.by, new=new)

    answers = dict.fromkeys(LISTS["wr-2"].keys, Answer.YES)
    today = queries.today(by=nurse.by, now=NOW)
    for place in range(100):
        keep(place)
    with pytest.raises(TooMuch):
        any(keep(place) for place in range(100, 1000))
    assert len(kept_by(nurse)) >= 100


# --- whose it is --------------------------------------------------------------------------------


def test_nobody_else_sees_or_erases_what_was_kept(nurse: Account, stranger: Account) -> None:
    nurse.browser.post("/reflect/rc-4/keep", {"item_alone": "yes"})
    one = kept_by(nurse)[0]
    assert stranger.browser.get(f"/reflect/kept/{one.id}").status_code == 404
    assert stranger.browser.post(f"/reflect/kept/{one.id}/erase").status_code == 404
    assert kept_by(nurse) == (one,)
    assert not kept_by(stranger)


def test_everything_kept_is_taken_along_in_words(nurse: Account) -> None:
    sends = {"item_i-clear": "yes", "item_they-limits": "no", "name": "Kim", "got": "Thanks"}
    nurse.browser.post("/reflect/wr-1/keep", sends)
    taken = nurse.browser.get("/mydata/aftershift.json").json()["reflections"]["kept"]
    assert taken[0]["list"] == LISTS["wr-1"].title
    assert taken[0]["about"] == {"name": "Kim", "gave": "", "got": "Thanks"}
    assert taken[0]["answers"] == {
        "I listen, answer, and say why.": "yes",
        "They say what they can take on, and accept my no.": "no",
    }


def test_just_me_puts_away_what_is_about_the_two_and_nothing_else(nurse: Account) -> None:
    nurse.browser.post("/reflect/rc-1/keep", {"item_logistics": "yes"})
    nurse.browser.post("/reflect/rc-4/keep", {"item_alone": "yes"})
    about_two = kept_by(nurse)[0]
    nurse.browser.post("/mine/away")
    page = shown(nurse, "/reflect/")
    assert not re.search("two of us|Rituals", page)
    for one in LISTS.values():
        is_away = one.scope is Scope.US
        assert (one.title in page) is not is_away
        assert ("Put away" in shown(nurse, f"/reflect/{one.id}")) is is_away
    assert "Put away" in shown(nurse, f"/reflect/kept/{about_two.id}")
    assert "Put away" in nurse.browser.post("/reflect/rc-1", {"item_logistics": "yes"}).text
    assert "Put away" in nurse.browser.post("/reflect/rc-1/keep", {"item_logistics": "no"}).text
    assert len(kept_by(nurse)) == 2
    nurse.browser.post("/mine/back")
    assert LISTS["rc-1"].title in shown(nurse, "/reflect/")


def test_the_title_is_the_same_whatever_a_page_shows(nurse: Account) -> None:
    titles = set()
    nurse.browser.post("/reflect/rc-1/keep", {"item_logistics": "yes"})
    one = kept_by(nurse)[0]
    pages = [nurse.browser.get(f"/reflect/{at}") for at in ("", "rc-1", f"kept/{one.id}")]
    pages += [nurse.browser.post("/reflect/cp-2", {"item_disappear": "yes"})]
    pages += [nurse.browser.post("/reflect/cp-2", {"item_phase": "yes"})]
    nurse.browser.post("/mine/away")
    pages += [nurse.browser.get("/reflect/rc-1")]
    titles = {re.search("<title>(.*?)</title>", page.text, re.DOTALL)[1].strip() for page in pages}
    assert len(titles) == 1


# --- what is typed ------------------------------------------------------------------------------


def test_a_patient_in_a_line_is_asked_about_before_anything_else(nurse: Account) -> None:
    sends = {"item_i-clear": "yes", "gave": "I sat with Mrs Okafor in bed 12"}
    answer = nurse.browser.post("/reflect/wr-1", sends)
    assert answer.status_code == 422
    assert "It is not a patient" in answer.text
    assert KEEP in shown(nurse, "/reflect/wr-1", **sends, not_a_patient="on")


def test_a_line_that_only_a_crafted_form_sends_is_no_fault_and_is_not_kept(nurse: Account) -> None:
    sends = {"item_alone": "yes", "gave": "I sat with Mrs Okafor in bed 12"}
    nurse.browser.post("/reflect/rc-4/keep", sends)
    assert kept_by(nurse)[0].about == About()


@pytest.mark.parametrize(
    ("ear", "names_people"),
    [
        (Calm(), False),
        (Calm(risk=Risk(level=Level.CHECK_IN)), True),
        (Late(), True),
        (Broken(), True),
    ],
    ids=["calm", "grave", "late", "broken"],
)
def test_what_is_typed_is_heard_and_people_are_named(
    nurse: Account, monkeypatch: pytest.MonkeyPatch, ear: Calm, names_people: bool
) -> None:
    listens_with(monkeypatch, ear)
    page = shown(nurse, "/reflect/wr-1", **{"item_i-clear": "yes", "gave": "All of my weekends"})
    assert (PEOPLE in page) is names_people


def test_nothing_is_heard_where_nothing_was_typed(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    ear = listens_with(monkeypatch, Calm())
    shown(nurse, "/reflect/wr-1", **{"item_i-clear": "yes"})
    assert ear.triaged == []


def test_every_kind_of_list_is_on_the_shelf() -> None:
    assert {one.kind for one in LISTS.values()} == set(Kind)
