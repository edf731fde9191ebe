"""A disagreement is sorted after it was heard; its writer decides, and nothing of it is kept."""

import re
from html import unescape

import pytest
from django.test import Client
from tests.people import Account
from tests.web.hearing import Broken, Calm, Late
from tests.web.house.page import Page
from tests.web.house.test_sweep import everything_held
from tests.web.sending.asking import DESPAIR, NUMBERS, VIOLENCE, afraid, buttons, listens_with

from aftershift.engines.language.cleaning import LONGEST
from aftershift.engines.safety.course import Course, Pause
from aftershift.engines.safety.risk import Category, Level, Risk
from aftershift.library.wording import load_conflict, load_disagreeing
from aftershift.web.safety.carried import carry

SORT, WELL, UP = "/words/disagreement", "/words/disagree-well", "/words/disagree-well/up"
ABOUT, WAY, BETWEEN = "The Christmas rota", "We talk at the door", "She never says thanks"
THINGS = {"about": ABOUT, "way": WAY, "between": BETWEEN}
MOVED = {"about": "He never listens to me"}
PATIENT = {"between": "We argued over Mrs Okafor in bed 12"}
MADE = "A first sentence"


def sent(account: Account, fields: dict[str, str]) -> str:
    page = account.browser.post(SORT, fields)
    assert page.status_code == 200
    assert Page(page.text).faults() == []
    return unescape(page.text)


def shown(account: Account, address: str) -> str:
    page = account.browser.get(address)
    assert page.status_code == 200
    assert Page(page.text).faults() == []
    return unescape(page.text)


def sections(page: str) -> dict[str, str]:
    """Read each kind on the page, by its name."""
    found = re.findall(
        r'<section class="card" aria-labelledby="kind-\w+">(.*?)</section>', page, re.S
    )
    return {re.findall(r"<h2[^>]*>([^<]+)</h2>", one)[0]: plain(one) for one in found}


def plain(page: str) -> str:
    """Give a part of a page without its marks."""
    return page.replace("<mark>", "").replace("</mark>", "")


def test_each_thing_stands_under_its_kind_with_a_sentence_and_a_rule(
    nurse: Account, ear: Calm
) -> None:
    page = sent(nurse, {**THINGS, "about": "I want the Monday off"})
    kinds = sections(page)
    assert list(kinds) == ["What we want", "How we do it", "How we are with each other"]
    assert "I want the Monday off" in kinds["What we want"]
    assert WAY in kinds["How we do it"]
    assert BETWEEN in kinds["How we are with each other"]
    for kind in load_conflict().kinds.values():
        assert all(text in kinds[kind.name] for text in kind.says.texts)
        assert 'href="/agreements/ground-rules"' in kinds[kind.name]
        assert ('href="/agreements/repair"' in kinds[kind.name]) == (kind.kind == "relation")
    assert ear.triaged == [f"I want the Monday off\n{WAY}\n{BETWEEN}"]


def test_words_propose_another_kind_than_the_question_and_say_so(nurse: Account, ear: Calm) -> None:
    page = sent(nurse, MOVED)
    kinds = sections(page)
    assert list(kinds) == ["How we are with each other"]
    assert "Proposed by the marked words." in page
    assert "He <mark>never listens</mark> to me" in page
    assert "Proposed by the question above it." in sent(nurse, {"way": WAY})


def test_its_writer_moves_a_thing_and_the_others_stay(nurse: Account, ear: Calm) -> None:
    page = sent(nurse, {**THINGS, "way_is": "task"})
    to_relation = next(
        one for one in re.findall(r"<form.*?</form>", page, re.S) if 'name="about_is" value' in one
    )
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', to_relation))
    assert "about_is" not in fields
    assert fields["way_is"] == "task"
    again = sent(nurse, {**fields, "about_is": "relation"})
    kinds = sections(again)
    assert list(kinds) == ["What we want", "How we are with each other"]
    assert ABOUT in kinds["How we are with each other"]
    assert WAY in kinds["What we want"]
    assert again.count("You put it here.") == 2


def test_what_was_typed_stays_in_its_field_and_goes_no_further(nurse: Account, ear: Calm) -> None:
    before = everything_held()
    page = sent(nurse, THINGS)
    for name, text in THINGS.items():
        assert re.search(rf'name="{name}"[^>]*>\s*{text}</textarea>', page)
    assert everything_held() == before


@pytest.mark.parametrize(("name", "text"), THINGS.items())
def test_one_thing_is_enough(nurse: Account, ear: Calm, name: str, text: str) -> None:
    assert len(sections(sent(nurse, {name: text}))) == 1


def test_somebody_at_risk_is_answered_and_nothing_is_sorted(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.EMERGENCY, categories=DESPAIR)
    page = sent(nurse, THINGS)
    assert NUMBERS in page
    assert MADE not in page
    assert not any(typed in page for typed in THINGS.values())


def test_who_may_be_afraid_at_home_gets_no_sentence_for_there(nurse: Account, ear: Calm) -> None:
    before = everything_held()
    calm = ear.risk
    ear.risk = Risk(level=Level.ELEVATED, categories=VIOLENCE)
    assert MADE not in sent(nurse, THINGS)
    assert everything_held() == before
    ear.risk = calm
    page = sent(nurse, {**THINGS, "course": afraid()})
    assert MADE not in page
    assert "/agreements/repair" not in page


def test_where_scripts_rest_nothing_is_sorted(nurse: Account, ear: Calm) -> None:
    page = sent(nurse, {**THINGS, "course": carry(Course(pauses=(Pause(row=6),)))})
    assert MADE not in page
    assert "This part rests" in page


def test_a_question_stands_before_what_is_sorted_and_brings_every_thing_back(
    nurse: Account, ear: Calm
) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=(Category.SUICIDE_PASSIVE,))
    page = sent(nurse, THINGS)
    assert page.index("Which is closer?") < page.index(MADE)
    back = buttons(page)["Tired"]
    assert back["text"] == "\n".join(THINGS.values())
    page = sent(nurse, back)
    assert BETWEEN in sections(page)["How we are with each other"]


def test_a_move_takes_along_where_the_exchange_stands(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=(Category.SUICIDE_PASSIVE,))
    page = sent(nurse, THINGS)
    forms = [one for one in re.findall(r"<form.*?</form>", page, re.S) if '_is" value' in one]
    assert len(forms) == 3
    assert all('name="course"' in one for one in forms)


def test_a_patient_comes_out_first_and_is_not_asked_about_at_each_move(
    nurse: Account, ear: Calm
) -> None:
    page = sent(nurse, {"about": ABOUT, **PATIENT})
    assert "<mark>Mrs Okafor</mark>" in page
    assert MADE not in page
    without = sent(nurse, buttons(page)["Write it like this"])
    assert MADE in without
    assert "Okafor" not in without
    on = sent(nurse, buttons(page)["It is not a patient: go on"])
    move = next(one for one in re.findall(r"<form.*?</form>", on, re.S) if "about_is" in one)
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', move))
    assert MADE in sent(nurse, {**fields, "about_is": "process"})


@pytest.mark.parametrize("deaf", [Late(), Broken()])
def test_what_nobody_heard_is_not_sorted(
    nurse: Account, monkeypatch: pytest.MonkeyPatch, deaf: Calm
) -> None:
    listens_with(monkeypatch, deaf)
    page = sent(nurse, THINGS)
    assert "I could not read this" in page
    assert MADE not in page


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"about": " ", "way": "\n"},
        {"about": "a" * LONGEST},
        {"about": ABOUT, "about_is": "war"},
    ],
)
def test_nothing_too_much_or_a_fourth_kind_is_refused(
    nurse: Account, ear: Calm, fields: dict[str, str]
) -> None:
    page = nurse.browser.post(SORT, fields)
    assert page.status_code == 422
    assert ear.triaged == []
    assert nurse.browser.put(SORT).status_code == 405


def test_why_it_may_help_stands_there_with_its_sources(nurse: Account, ear: Calm) -> None:
    page = shown(nurse, SORT)
    assert "Whether sorting itself helps was not tested" in page
    for name in ("de Wit FRC", "De Dreu CKW", "Yuan Z"):
        assert name in page


@pytest.mark.parametrize(("address", "gap"), [(WELL, "level"), (UP, "up")])
def test_six_steps_have_three_strengths_each(nurse: Account, address: str, gap: str) -> None:
    page = shown(nurse, address)
    for step in load_disagreeing().step:
        assert all(f"“{text}”" in page for text in getattr(step, gap).texts)
    assert page.count('action="/before-you-send/"') == 3
    assert nurse.browser.post(address).status_code == 405


def test_more_rank_has_its_ladder_its_way_past_and_its_drill(nurse: Account) -> None:
    up, level = shown(nurse, UP), shown(nurse, WELL)
    for words in ("This is a safety issue", "call the next person up", 'href="/rehearsal/#up"'):
        assert words in up
        assert words not in level
    assert f'href="{UP}"' in level


def test_who_put_away_what_is_for_two_is_led_to_none_of_it(nurse: Account, ear: Calm) -> None:
    assert nurse.browser.post("/mine/away").status_code == 302
    for page in (sent(nurse, THINGS), shown(nurse, WELL), shown(nurse, UP)):
        assert "/agreements/" not in page
    assert MADE in sent(nurse, THINGS)


@pytest.mark.parametrize("address", [SORT, WELL, UP])
def test_they_are_for_who_is_signed_in_and_rest_after_a_risk(
    nobody: Client, nurse: Account, ear: Calm, address: str
) -> None:
    assert nobody.get(address)["Location"] == "/locked"
    assert f'href="{SORT}"' in shown(nurse, "/words/")
    assert f'href="{WELL}"' in shown(nurse, "/words/")
    assert 'href="/help/"' in shown(nurse, address)
    ear.risk = Risk(level=Level.EMERGENCY, categories=(Category.SUICIDE_PLAN,))
    nurse.browser.post("/before-you-send/", {"text": "You never help."})
    page = shown(nurse, address)
    assert "This part rests for a day" in page
    assert "“" not in page.split("<main", 1)[1]
