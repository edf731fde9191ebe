"""A voice note made into text: allowed, shown in full, never kept unasked, and never in the way."""

import logging
import re
from html import unescape

import pytest
from django.http import HttpResponse
from tests.people import Account
from tests.web.hearing import Broken, Calm, Late
from tests.web.house.page import Page
from tests.web.journal.test_journal import GRAVE, hears
from tests.web.journal.test_voice import MP4, WEBM, say
from tests.web.journal.transcribers import AWAY, HERE, OTHER, SPOKEN, Scribe, set_up

from aftershift.adapters.models import client
from aftershift.adapters.models.transcribing import MOST_LETTERS
from aftershift.web.journal import actions, queries
from aftershift.web.journal.models import Journal
from aftershift.web.journal.papers import LONGEST
from aftershift.web.journal.transcription_cards import FAILED
from aftershift.web.mydata import queries as everything

PAGE = "/journal/transcription"
ALLOW, WITHDRAW = f"{PAGE}/allow", f"{PAGE}/withdraw"
BUTTON = "Make it into text</button>"
PATIENT = "I sat with Mr Okafor in bed 12 all night."


@pytest.fixture
def scribe(monkeypatch: pytest.MonkeyPatch) -> Scribe:
    scribe = Scribe()
    set_up(monkeypatch, scribe)
    return scribe


def allow(somebody: Account, scribe: Scribe) -> None:
    answer = somebody.browser.post(ALLOW, {"mark": scribe.place.mark})
    assert (answer.status_code, answer["Location"]) == (302, PAGE)


def made(somebody: Account, address: str) -> str:
    answer = somebody.browser.post(f"{address}/text")
    assert answer.status_code == 200
    return unescape(answer.text)


def texts(somebody: Account) -> list[str]:
    return [one.text for one in queries.paper(by=somebody.by).entries]


def keep(somebody: Account, address: str, **sends: str) -> HttpResponse:
    return somebody.browser.post(f"{address}/change", {"text": SPOKEN, **sends})


# --- set up by the host, allowed by the person -------------------------------------------


def test_where_nothing_is_set_up_nothing_is_offered_or_allowed(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(monkeypatch, None)
    address = say(nurse, WEBM)["Location"]
    assert PAGE not in nurse.browser.get(address).text
    assert PAGE not in nurse.browser.get("/journal/voice").text
    assert "no recording leaves this server" in nurse.browser.get(PAGE).text
    assert nurse.browser.post(ALLOW, {"mark": HERE.mark}).status_code == 409
    assert nurse.browser.post(f"{address}/text")["Location"] == PAGE
    assert queries.paper(by=nurse.by).transcription is None


def test_without_leave_there_is_no_button_and_nothing_is_sent(
    nurse: Account, scribe: Scribe
) -> None:
    address = say(nurse, WEBM)["Location"]
    page = nurse.browser.get(address).text
    assert BUTTON not in page
    assert f'href="{PAGE}"' in page
    assert nurse.browser.post(f"{address}/text")["Location"] == PAGE
    assert scribe.sent == []


def test_the_page_says_in_full_what_would_leave_and_to_whom(nurse: Account, scribe: Scribe) -> None:
    page = nurse.browser.get(PAGE).text
    assert "small-ear at 127.0.0.1:9, which is this same machine" in page
    assert "The recording of that note, whole" in page
    assert "within 60 seconds" in page
    assert Page(page).faults() == []
    scribe.place = AWAY
    page = nurse.browser.get(PAGE).text
    assert "far-ear at notes.ward.example. That is another machine" in page


def test_leave_is_for_one_model_at_one_place(
    nurse: Account, scribe: Scribe, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow(nurse, scribe)
    address = say(nurse, WEBM)["Location"]
    another = Scribe(place=OTHER)
    set_up(monkeypatch, another)
    assert BUTTON not in nurse.browser.get(address).text
    assert nurse.browser.post(f"{address}/text")["Location"] == PAGE
    assert another.sent == []
    assert "You allowed another one before" in nurse.browser.get(PAGE).text


def test_leave_for_another_than_the_one_here_is_not_taken(nurse: Account, scribe: Scribe) -> None:
    answer = nurse.browser.post(ALLOW, {"mark": OTHER.mark})
    assert answer.status_code == 409
    assert "Nothing was allowed" in answer.text
    assert queries.paper(by=nurse.by).transcription is None


def test_a_full_journal_takes_no_leave_and_says_so(
    nurse: Account, scribe: Scribe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Journal, "LARGEST", 0)
    answer = nurse.browser.post(ALLOW, {"mark": HERE.mark})
    assert answer.status_code == 409
    assert "no more room in your journal" in answer.text


def test_withdrawn_it_stops_at_once(nurse: Account, scribe: Scribe) -> None:
    allow(nurse, scribe)
    address = say(nurse, WEBM)["Location"]
    assert nurse.browser.post(WITHDRAW)["Location"] == PAGE
    assert BUTTON not in nurse.browser.get(address).text
    assert nurse.browser.post(f"{address}/text")["Location"] == PAGE
    assert scribe.sent == []


def test_withdrawn_while_it_listens_the_words_are_thrown_away(
    nurse: Account, scribe: Scribe
) -> None:
    allow(nurse, scribe)
    address = say(nurse, WEBM)["Location"]
    scribe.meanwhile = lambda: actions.withdraw_transcription(by=nurse.by)
    page = made(nurse, address)
    assert SPOKEN not in page
    assert "thrown away" in page


def test_one_persons_leave_is_nobody_elses(
    nurse: Account, partner: Account, scribe: Scribe
) -> None:
    allow(nurse, scribe)
    address = say(partner, WEBM)["Location"]
    assert partner.browser.post(f"{address}/text")["Location"] == PAGE
    assert scribe.sent == []


def test_nobody_elses_note_is_made_into_text(
    nurse: Account, stranger: Account, scribe: Scribe
) -> None:
    allow(stranger, scribe)
    address = say(nurse, WEBM)["Location"]
    assert stranger.browser.post(f"{address}/text").status_code == 404
    assert scribe.sent == []


@pytest.mark.parametrize("to", [ALLOW, WITHDRAW])
def test_a_change_is_not_made_by_looking(nurse: Account, scribe: Scribe, to: str) -> None:
    assert nurse.browser.get(to).status_code == 405
    assert nurse.browser.get(say(nurse, WEBM)["Location"] + "/text").status_code == 405


def test_leave_is_taken_with_everything_and_erased_with_it(nurse: Account, scribe: Scribe) -> None:
    assert everything.everything(by=nurse.by)["journal"]["made_into_text_by"]["allowed"] == "nobody"
    allow(nurse, scribe)
    taken = everything.everything(by=nurse.by)["journal"]["made_into_text_by"]
    assert taken["allowed"] == HERE.mark
    assert taken["since"]
    assert HERE.mark in unescape(nurse.browser.get("/mydata/aftershift.html").text)
    assert HERE.mark not in str(Journal.objects.get(person=nurse.person).body.envelope)


# --- made, shown, and kept by a press ------------------------------------------------------


@pytest.mark.parametrize(("sound", "kind"), [(WEBM, "audio/webm"), (MP4, "audio/mp4")])
def test_the_note_is_sent_once_and_whole_and_its_words_are_shown(
    nurse: Account, scribe: Scribe, sound: bytes, kind: str
) -> None:
    allow(nurse, scribe)
    address = say(nurse, sound)["Location"]
    assert "small-ear at 127.0.0.1:9" in nurse.browser.get(address).text
    page = made(nurse, address)
    assert scribe.sent == [(kind, sound)]
    assert f"{SPOKEN}</textarea>" in page
    assert f'action="{address}/change"' in page
    assert Page(page).faults() == []


def test_nothing_is_kept_without_a_press(nurse: Account, scribe: Scribe) -> None:
    allow(nurse, scribe)
    address = say(nurse, WEBM)["Location"]
    before = everything.everything(by=nurse.by)["journal"]
    made(nurse, address)
    assert everything.everything(by=nurse.by)["journal"] == before
    assert SPOKEN not in nurse.browser.get(address).text


def test_what_was_put_right_is_kept_with_its_note(nurse: Account, scribe: Scribe) -> None:
    allow(nurse, scribe)
    address = say(nurse, WEBM)["Location"]
    made(nurse, address)
    keep(nurse, address, text="I sat in the car.")
    assert texts(nurse) == ["I sat in the car."]
    assert nurse.browser.get(f"{address}/listen").content == WEBM


def test_it_stands_behind_what_was_written_and_not_twice(nurse: Account, scribe: Scribe) -> None:
    allow(nurse, scribe)
    address = say(nurse, WEBM)["Location"]
    keep(nurse, address, text="In the car.", feelings="grief")
    page = made(nurse, address)
    assert f"In the car.\n\n{SPOKEN}</textarea>" in page
    assert re.search(r'value="grief"[^>]*checked', page)
    keep(nurse, address, text=f"In the car.\n\n{SPOKEN}")
    assert made(nurse, address).count(SPOKEN) == 1


def test_what_somebody_writes_meanwhile_is_not_overtaken(nurse: Account, scribe: Scribe) -> None:
    allow(nurse, scribe)
    address = say(nurse, WEBM)["Location"]
    scribe.meanwhile = lambda: keep(nurse, address, text="Written meanwhile.")
    assert f"Written meanwhile.\n\n{SPOKEN}</textarea>" in made(nurse, address)


def test_a_note_erased_meanwhile_stays_erased(nurse: Account, scribe: Scribe) -> None:
    allow(nurse, scribe)
    address = say(nurse, WEBM)["Location"]
    scribe.meanwhile = lambda: nurse.browser.post(f"{address}/erase")
    assert nurse.browser.post(f"{address}/text").status_code == 404


def test_an_entry_without_a_sound_has_nothing_to_make(nurse: Account, scribe: Scribe) -> None:
    allow(nurse, scribe)
    address = nurse.browser.post("/journal/write", {"text": "Quiet."})["Location"]
    assert BUTTON not in nurse.browser.get(address).text
    assert nurse.browser.post(f"{address}/text").status_code == 404


def test_words_are_shown_as_words(nurse: Account, scribe: Scribe) -> None:
    allow(nurse, scribe)
    scribe.text = "</textarea><script>alert(1)</script>"
    answer = nurse.browser.post(say(nurse, WEBM)["Location"] + "/text")
    assert "<script>alert(1)" not in answer.text
    assert "&lt;/textarea&gt;&lt;script&gt;alert(1)" in answer.text


def test_as_many_words_come_as_an_entry_holds() -> None:
    assert MOST_LETTERS == LONGEST


# --- heard as if it was typed ----------------------------------------------------------------


@pytest.mark.parametrize("ear", [Calm(risk=GRAVE), Late(), Broken()], ids=["heard", "late", "deaf"])
def test_words_about_danger_lead_to_people_when_shown_and_when_kept(
    nurse: Account, scribe: Scribe, monkeypatch: pytest.MonkeyPatch, ear: Calm
) -> None:
    allow(nurse, scribe)
    address = say(nurse, WEBM)["Location"]
    hears(monkeypatch, ear)
    page = made(nurse, address)
    assert "not wanting to go on" in page
    answer = keep(nurse, address)
    assert "It is kept" in answer.text
    main = answer.text[answer.text.index("<main") :]
    assert 'href="/help/"' in main
    assert SPOKEN not in main
    assert texts(nurse) == [SPOKEN]


def test_calm_words_name_nobody_and_both_are_heard(
    nurse: Account, scribe: Scribe, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow(nurse, scribe)
    address = say(nurse, WEBM)["Location"]
    ear = hears(monkeypatch, Calm())
    assert "not wanting to go on" not in made(nurse, address)
    assert keep(nurse, address)["Location"] == address
    assert ear.triaged == [SPOKEN, SPOKEN]


def test_a_patients_name_is_asked_about_before_it_is_kept(nurse: Account, scribe: Scribe) -> None:
    allow(nurse, scribe)
    address = say(nurse, WEBM)["Location"]
    scribe.text = PATIENT
    assert PATIENT in made(nurse, address)
    answer = keep(nurse, address, text=PATIENT)
    assert answer.status_code == 422
    assert "It is not a patient: keep it" in answer.text
    assert texts(nurse) == [""]


def test_it_is_there_while_what_is_for_two_is_away(nurse: Account, scribe: Scribe) -> None:
    allow(nurse, scribe)
    address = say(nurse, WEBM)["Location"]
    nurse.browser.post("/mine/away")
    assert BUTTON in nurse.browser.get(address).text
    assert SPOKEN in made(nurse, address)


# --- what goes wrong ---------------------------------------------------------------------------

WHY = (
    *(client.NOT_READY, client.BUSY, client.LATE, client.UNREACHED),
    *(client.SILENT, client.TOO_LONG),
)


@pytest.mark.parametrize("why", WHY)
def test_any_failure_leaves_the_note_and_says_what_to_do(
    nurse: Account, scribe: Scribe, why: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    allow(nurse, scribe)
    address = say(nurse, WEBM)["Location"]
    before = everything.everything(by=nurse.by)["journal"]
    scribe.why_not = why
    page = made(nurse, address)
    assert "Your note is as it was" in page
    assert "did not answer as it should" in page or str(FAILED[why]) in page
    assert "<textarea" not in page
    assert BUTTON in page
    assert Page(page).faults() == []
    assert everything.everything(by=nurse.by)["journal"] == before


def test_each_sentence_belongs_to_a_reason_that_there_is() -> None:
    assert set(FAILED) <= {*WHY, "withdrawn"}


def test_nothing_of_it_is_in_the_log(
    nurse: Account, scribe: Scribe, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    allow(nurse, scribe)
    address = say(nurse, WEBM)["Location"]
    made(nurse, address)
    scribe.text = PATIENT
    keep(nurse, address, text=PATIENT)
    for text in (SPOKEN, PATIENT, "a hum", "Okafor"):
        assert text not in caplog.text
