"""A voice note: its bytes are looked at, sealed, and played to its person alone."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from tests.people import Account
from tests.web.hearing import Calm

from aftershift.web import ears
from aftershift.web.journal import queries
from aftershift.web.journal.forms import LARGEST_SOUND
from aftershift.web.journal.models import Voice
from aftershift.web.mydata import queries as everything

WEBM = b"\x1a\x45\xdf\xa3 a hum"
MP4 = b"\x00\x00\x00\x1cftypM4A  a hum"


def say(somebody: Account, sound: bytes, name: str = "note.webm") -> HttpResponse:
    file = SimpleUploadedFile(name, sound)
    return somebody.browser.post("/journal/voice", {"audio": file})


@pytest.mark.parametrize(("sound", "media_type"), [(WEBM, "audio/webm"), (MP4, "audio/mp4")])
def test_a_note_is_kept_and_played_as_it_was(nurse: Account, sound: bytes, media_type: str) -> None:
    address = say(nurse, sound, "whatever.exe")["Location"]
    assert "Listen" in nurse.browser.get(address).text
    played = nurse.browser.get(f"{address}/listen")
    assert (played.content, played["Content-Type"]) == (sound, media_type)
    assert played["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "sound",
    [
        b"",
        b"<html>",
        b"RIFF....WAVE",
        WEBM[:3],
        b"\x00ftyp",
        WEBM[:4] + bytes(LARGEST_SOUND),
    ],
    ids=["nothing", "a page", "a wave", "too short", "a byte off", "too large"],
)
def test_what_is_no_such_sound_or_too_large_is_refused(nurse: Account, sound: bytes) -> None:
    assert say(nurse, sound).status_code == 422
    assert not Voice.objects.exists()


def test_the_largest_sound_is_kept(nurse: Account) -> None:
    assert say(nurse, WEBM[:4] + bytes(LARGEST_SOUND - 4)).status_code == 302


def test_a_form_without_a_file_says_what_to_do(nurse: Account) -> None:
    answer = nurse.browser.post("/journal/voice", {})
    assert answer.status_code == 422
    assert "record something, or choose a file" in answer.text


def test_the_page_says_what_to_do_without_a_script_and_that_nothing_listens(nurse: Account) -> None:
    page = nurse.browser.get("/journal/voice").text
    assert "record with your device’s own" in page
    assert "Nothing listens to it, and nothing makes text of it" in page


def test_nobody_else_hears_it(nurse: Account, stranger: Account) -> None:
    address = say(nurse, WEBM)["Location"]
    assert stranger.browser.get(f"{address}/listen").status_code == 404


def test_an_entry_without_a_sound_has_nothing_to_listen_to(nurse: Account) -> None:
    address = nurse.browser.post("/journal/write", {"text": "Quiet."})["Location"]
    assert nurse.browser.get(f"{address}/listen").status_code == 404


def test_a_note_is_asked_of_no_ear(nurse: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    ear = Calm()
    monkeypatch.setattr(ears, "room", lambda: ear)
    say(nurse, WEBM)
    assert ear.triaged == []


def test_words_and_feelings_are_added_to_a_note_and_taken_away(nurse: Account) -> None:
    address = say(nurse, WEBM)["Location"]
    nurse.browser.post(f"{address}/change", {"text": "In the car.", "feelings": ["grief"]})
    assert "In the car." in nurse.browser.get(address).text
    assert nurse.browser.post(f"{address}/change", {"text": ""}).status_code == 302
    assert nurse.browser.get(f"{address}/listen").content == WEBM


def test_its_row_has_one_size_and_goes_with_its_entry(nurse: Account) -> None:
    first, second = say(nurse, WEBM)["Location"], say(nurse, WEBM + bytes(500_000))["Location"]
    assert len({len(row.body.envelope) for row in Voice.objects.all()}) == 1
    nurse.browser.post(f"{first}/erase")
    assert Voice.objects.count() == 1
    assert nurse.browser.get(f"{second}/listen").status_code == 200


def test_it_is_taken_with_everything(nurse: Account) -> None:
    say(nurse, WEBM)
    (taken,) = everything.everything(by=nurse.by)["journal"]["entries"]
    assert taken["voice_note"] is True
    with ZipFile(BytesIO(nurse.browser.get("/mydata/voice-notes.zip").content)) as archive:
        assert [archive.read(name) for name in archive.namelist()] == [WEBM]
    readable = nurse.browser.get("/mydata/aftershift.html").text
    assert "Voice note: <strong>yes" in readable or "<td>yes</td>" in readable
    assert "base64" not in readable


def test_another_twentieth_is_told_from_no_room(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aftershift.web.journal.actions.MOST_VOICES", 1)
    assert say(nurse, WEBM).status_code == 302
    answer = say(nurse, WEBM + b"2")
    assert answer.status_code == 409
    assert "Twenty voice notes" in answer.text
    assert len(queries.paper(by=nurse.by).entries) == 1
