"""The journal: written, felt, read, changed, erased, handed on, and sealed."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from tests.people import Account
from tests.web.hearing import Broken, Calm, Late
from tests.web.house.furnished import sound

from aftershift.adapters.envelope import CannotOpen
from aftershift.engines.safety.risk import Category, Level, Risk
from aftershift.library.journal import load_prompts
from aftershift.web import ears
from aftershift.web.journal import actions, personal, queries
from aftershift.web.journal.models import Journal, TooMuch, Voice
from aftershift.web.journal.papers import LONGEST, Entry
from aftershift.web.mydata import queries as everything
from aftershift.web.pages import clock

WORDS = "The bay was full and nobody sat down."


def keep(somebody: Account, **sends: Any) -> HttpResponse:
    return somebody.browser.post("/journal/write", {"text": WORDS, **sends})


def entries(somebody: Account) -> tuple[Entry, ...]:
    return queries.paper(by=somebody.by).entries


def hears(monkeypatch: pytest.MonkeyPatch, ear: Calm) -> Calm:
    monkeypatch.setattr(ears, "room", lambda: ear)
    return ear


# --- write, read, change, erase -------------------------------------------------------


def test_an_entry_is_written_with_its_feelings_and_read_again(nurse: Account) -> None:
    answer = keep(nurse, feelings=["anger", "exhaustion"])
    page = nurse.browser.get(answer["Location"]).text
    assert WORDS in page
    assert "Anger, Exhaustion" in page
    assert WORDS in nurse.browser.get("/journal/").text


def test_a_feeling_alone_is_an_entry(nurse: Account) -> None:
    assert keep(nurse, text="", feelings=["relief"]).status_code == 302
    assert entries(nurse)[0].feelings == ("relief",)


@pytest.mark.parametrize("text", ["", "  \n ", "x" * (LONGEST + 1)])
def test_nothing_and_too_much_are_not_kept(nurse: Account, text: str) -> None:
    answer = keep(nurse, text=text)
    assert answer.status_code == 422
    assert entries(nurse) == ()


def test_what_leads_to_a_patient_is_asked_about_first(nurse: Account) -> None:
    sends = {"text": "I sat with Mr Okafor in bed 12 all night."}
    answer = keep(nurse, **sends)
    assert answer.status_code == 422
    assert "It is not a patient: keep it" in answer.text
    assert "I sat with a patient in the bay all night.</div>" in answer.text
    assert entries(nurse) == ()
    assert keep(nurse, **sends, not_a_patient="on").status_code == 302


def test_an_entry_that_is_sent_twice_is_kept_once(nurse: Account) -> None:
    first, second = keep(nurse), keep(nurse)
    assert first["Location"] == second["Location"]
    assert len(entries(nurse)) == 1


def test_an_entry_is_changed_and_keeps_when_it_was_written(nurse: Account) -> None:
    address = keep(nurse, feelings=["anger"])["Location"]
    before = entries(nurse)[0]
    assert WORDS in nurse.browser.get(f"{address}/change").text
    nurse.browser.post(f"{address}/change", {"text": "Slept after all.", "feelings": ["relief"]})
    (after,) = entries(nurse)
    assert (after.id, after.written) == (before.id, before.written)
    assert (after.text, after.feelings) == ("Slept after all.", ("relief",))
    assert after.changed is not None


def test_an_erased_entry_is_gone_and_the_others_stay(nurse: Account) -> None:
    address = keep(nurse)["Location"]
    keep(nurse, text="Another day.")
    nurse.browser.post(f"{address}/erase")
    assert [one.text for one in entries(nurse)] == ["Another day."]
    assert nurse.browser.get(address).status_code == 404
    assert nurse.browser.post(f"{address}/erase").status_code == 404


def test_older_entries_lie_on_further_leaves(nurse: Account) -> None:
    for number in range(23):
        keep(nurse, text=f"Night {number:02}.")
    first, second = nurse.browser.get("/journal/").text, nurse.browser.get("/journal/older/2").text
    assert re.findall(r"Night (\d\d)", first) == [f"{n:02}" for n in range(22, 2, -1)]
    assert re.findall(r"Night (\d\d)", second) == ["02", "01", "00"]
    assert "/journal/older/2" in first
    assert "/journal/older/" not in second


def test_nobody_else_reads_changes_or_erases_it(nurse: Account, stranger: Account) -> None:
    address = keep(nurse)["Location"]
    for what in ("", "/change"):
        assert stranger.browser.get(address + what).status_code == 404
    for what in ("/change", "/erase"):
        assert stranger.browser.post(address + what, {"text": "mine"}).status_code == 404
    assert [one.text for one in entries(nurse)] == [WORDS]


def test_changes_are_not_made_by_looking(nurse: Account) -> None:
    address = keep(nurse)["Location"]
    for to in ("/journal/write", "/journal/ask", f"{address}/erase"):
        assert nurse.browser.get(to).status_code == 405


# --- prompts --------------------------------------------------------------------------


def prompt_on(page: str) -> str:
    (said,) = re.findall(r'<input type="hidden" name="prompt" value="([\w-]+)"', page)
    return said


def test_looking_again_shows_the_same_prompt_and_asking_another(nurse: Account) -> None:
    first = prompt_on(nurse.browser.get("/journal/").text)
    assert prompt_on(nurse.browser.get("/journal/").text) == first
    sends = {"prompt": first, "feelings": ["guilt"], "text": "half a"}
    page = nurse.browser.post("/journal/ask", sends).text
    for_guilt = {one.id for one in load_prompts() if "guilt" in one.feelings}
    assert prompt_on(page) in for_guilt
    assert "half a</textarea>" in page
    assert re.search(r'value="guilt"[^>]*checked', page)
    assert prompt_on(nurse.browser.get("/journal/").text) != first
    assert entries(nurse) == ()


def test_a_link_leads_to_a_prompt_and_a_name_that_there_is_not_to_the_usual_one(
    nurse: Account,
) -> None:
    usual = prompt_on(nurse.browser.get("/journal/").text)
    assert usual != "at-the-door"
    assert prompt_on(nurse.browser.get("/journal/?prompt=at-the-door").text) == "at-the-door"
    assert prompt_on(nurse.browser.get("/journal/?prompt=attic").text) == usual


def test_a_note_for_the_door_is_asked_about_patients_before_it_is_kept(nurse: Account) -> None:
    sends = {"prompt": "at-the-door", "text": "Mr Okafor in bed 12 goes with me."}
    refused = nurse.browser.post("/journal/write", sends)
    assert refused.status_code == 422
    assert "Write it like this" in refused.text
    assert queries.paper(by=nurse.by).entries == ()


def test_a_prompt_that_was_written_to_stands_above_its_entry_and_comes_last(nurse: Account) -> None:
    first = prompt_on(nurse.browser.get("/journal/").text)
    page = nurse.browser.get(keep(nurse, prompt=first)["Location"]).text
    assert next(one.says for one in load_prompts() if one.id == first) in page
    assert prompt_on(nurse.browser.get("/journal/").text) != first


def test_no_page_counts_days_or_praises(nurse: Account) -> None:
    keep(nurse)
    page = nurse.browser.get("/journal/").text
    assert not re.search(r"streak|in a row|\d+ days|\d+ entries|well done", page, re.IGNORECASE)


# --- danger ---------------------------------------------------------------------------

GRAVE = Risk(level=Level.EMERGENCY, categories=(Category.SUICIDE_ACTIVE,))


@pytest.mark.parametrize("ear", [Calm(risk=GRAVE), Late(), Broken()], ids=["heard", "late", "deaf"])
def test_words_that_may_be_about_danger_lead_to_people(
    nurse: Account, monkeypatch: pytest.MonkeyPatch, ear: Calm
) -> None:
    hears(monkeypatch, ear)
    answer = keep(nurse)
    main = answer.text[answer.text.index("<main") :]
    assert answer.status_code == 200
    assert 'href="/help/"' in main
    assert 'href="/coach/"' in main
    assert WORDS not in main
    assert [one.text for one in entries(nurse)] == [WORDS]


def test_nothing_of_what_was_heard_is_kept(nurse: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(nurse)
    calm = everything.everything(by=nurse.by)
    nurse.browser.post(f"/journal/{entries(nurse)[0].id}/erase")
    hears(monkeypatch, Calm(risk=GRAVE))
    keep(nurse)
    grave = everything.everything(by=nurse.by)
    for one in (calm, grave):
        one["account"] = None
        one["journal"]["entries"][0]["written"] = ""
    assert calm == grave


def test_each_kind_of_writing_is_heard_once(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    ear = hears(monkeypatch, Calm())
    address = keep(nurse)["Location"]
    nurse.browser.post(f"{address}/change", {"text": "Slept."})
    nurse.browser.post("/journal/friend", {"view": "Two tired people.", "takes": "A walk."})
    assert ear.triaged == [WORDS, "Slept.", "Two tired people.\nA walk."]


# --- handed to the coach -----------------------------------------------------------------


def test_an_entry_is_handed_on_in_full_sight_and_by_a_press(nurse: Account) -> None:
    page = nurse.browser.get(keep(nurse)["Location"]).text
    form = page[page.index('<form class="stack wide" method="post" action="/coach/say">') :]
    form = form[: form.index("</form>")]
    assert re.search(rf'<textarea name="text"[^>]*>{WORDS}</textarea>', form)
    assert re.findall(r'name="(\w+)"', form) == ["csrfmiddlewaretoken", "text"]


def test_what_is_handed_on_reaches_the_coach_and_the_entry_stays(nurse: Account) -> None:
    keep(nurse)
    assert WORDS not in nurse.browser.get("/coach/").text
    nurse.browser.post("/coach/say", {"text": WORDS})
    assert WORDS in nurse.browser.get("/coach/").text
    assert [one.text for one in entries(nurse)] == [WORDS]


def test_an_entry_of_a_feeling_alone_has_nothing_to_hand_on(nurse: Account) -> None:
    assert (
        "/coach/say"
        not in nurse.browser.get(keep(nurse, text="", feelings=["joy"])["Location"]).text
    )


# --- a friend's view -------------------------------------------------------------------


def test_a_friends_view_is_kept_with_its_questions(nurse: Account) -> None:
    answer = nurse.browser.post("/journal/friend", {"view": "Two tired people at a sink."})
    page = nurse.browser.get(answer["Location"]).text
    assert "A friend who wishes you both well saw all of it." in page
    assert "Two tired people at a sink." in page
    changed = nurse.browser.get(answer["Location"] + "/change").text
    assert changed.count("<textarea") == 3


def test_a_friends_view_without_an_answer_is_not_kept(nurse: Account) -> None:
    assert nurse.browser.post("/journal/friend", {"view": " "}).status_code == 422
    assert entries(nurse) == ()


def test_a_friends_view_is_offered_until_it_is_written_and_again_after_four_months(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = "Open the three questions"
    assert offered in nurse.browser.get("/journal/").text
    nurse.browser.post("/journal/friend", {"view": "Two tired people."})
    page = nurse.browser.get("/journal/").text
    assert offered not in page
    assert 'href="/journal/friend"' in page  # still there for who looks for it
    later = clock.now() + timedelta(days=121)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert offered in nurse.browser.get("/journal/").text


def test_a_friends_view_is_away_with_what_is_for_two(nurse: Account) -> None:
    nurse.browser.post("/mine/away")
    assert 'href="/journal/friend"' not in nurse.browser.get("/journal/").text
    assert "<textarea" not in nurse.browser.get("/journal/friend").text


# --- sealed -----------------------------------------------------------------------------


def test_rows_and_sizes_do_not_tell_how_much_was_written(nurse: Account) -> None:
    keep(nurse, text="", feelings=["joy"])
    small = len(Journal.objects.get(person=nurse.person).body.envelope)
    for number in range(12):
        keep(nurse, text=f"{number} " + "many words " * 300)
    assert len(Journal.objects.get(person=nurse.person).body.envelope) == small
    keep(nurse, text="ß" * LONGEST)
    keep(nurse, text="ü" * LONGEST)
    grown = len(Journal.objects.get(person=nurse.person).body.envelope)
    assert 1.9 < grown / small < 2.1


def test_nobody_else_can_open_the_row(nurse: Account, stranger: Account) -> None:
    keep(nurse)
    row = Journal.objects.get(person=nurse.person)
    with pytest.raises(CannotOpen):
        row.read(stranger.by.vault)


def test_a_full_journal_says_so_and_keeps_what_was_typed_on_the_page(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(nurse)
    monkeypatch.setattr(Journal, "LARGEST", 0)
    answer = keep(nurse, text="One more.")
    assert answer.status_code == 409
    assert "One more.</textarea>" in answer.text
    assert "There is no more room here" in answer.text
    assert [one.text for one in entries(nurse)] == [WORDS]


def test_it_is_taken_with_everything_and_erased_with_everything(nurse: Account) -> None:
    keep(nurse, feelings=["anger"])
    nurse.browser.post("/journal/friend", {"view": "Two tired people."})
    taken = everything.everything(by=nurse.by)["journal"]["entries"]
    assert (taken[0]["text"], taken[0]["feelings"]) == (WORDS, "Anger")
    assert "Two tired people." in taken[1].values()
    assert WORDS in nurse.browser.get("/mydata/aftershift.html").text
    nurse.browser.post("/journal/voice", {"audio": sound(b"hum")})
    personal.erase(nurse.person)
    assert not Journal.objects.exists()
    assert not Voice.objects.exists()


def test_a_note_too_many_changes_nothing(nurse: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_VOICES", 0)
    said = Entry(id="x", written=clock.now())
    with pytest.raises(TooMuch):
        actions.keep_voice(by=nurse.by, entry=said, media_type="audio/webm", sound=b"x")
    assert not Voice.objects.exists()
