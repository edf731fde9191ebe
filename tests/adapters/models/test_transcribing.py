"""A recording made into words by a server that may misbehave: its words or a reason, in its time.

The servers are real ones on loopback, and none of these tests looks at a clock.
"""

import json
from collections.abc import Callable
from email import message_from_bytes
from pathlib import Path

import pytest
from tests.adapters.test_feeds import certificate
from tests.models import doubles
from tests.models.doubles import Behaviour, Double, Handler, double_of

from aftershift.adapters.models.bounds import AGENT, MOST_BYTES
from aftershift.adapters.models.client import (
    BUSY,
    LATE,
    NOT_READY,
    SILENT,
    TOO_LONG,
    UNREACHED,
    NoModel,
    Transcriber,
)
from aftershift.adapters.models.place import TranscriptionPlace
from aftershift.adapters.models.transcribing import MOST_LETTERS

SOUND = b"\x1a\x45\xdf\xa3" + bytes(range(256)) * 40
PATIENT = 120  # seconds: never waited for, where all goes well
SAID = "I sat in the car for a while before I went up."


def answers(body: bytes, kind: str = "application/json") -> Behaviour:
    def behave(handler: Handler) -> None:
        handler.begin(kind)
        handler.wfile.write(body)

    return behave


def says(text: object) -> Behaviour:
    return answers(json.dumps({"text": text}).encode())


def transcriber_at(double: Double, seconds: int = PATIENT, key: Path | None = None) -> Transcriber:
    place = TranscriptionPlace(url=double.address, name="w", seconds=seconds, key_file=key)
    transcriber = Transcriber(place)
    assert transcriber.is_ready(PATIENT)
    return transcriber


def words(behave: Behaviour) -> str:
    with double_of(behave) as double:
        return transcriber_at(double).words("audio/webm", SOUND)


def why_not(behave: Behaviour, seconds: int = PATIENT) -> str:
    with double_of(behave) as double, pytest.raises(NoModel) as failure:
        transcriber_at(double, seconds).words("audio/webm", SOUND)
    assert double.paths == ["/v1/audio/transcriptions"]  # asked once, and nobody else was
    return failure.value.why


def test_what_was_said_comes_back() -> None:
    assert words(says(SAID)) == SAID


@pytest.mark.parametrize(("media_type", "name"), [("audio/webm", "webm"), ("audio/mp4", "m4a")])
def test_the_recording_is_sent_whole_and_nothing_but_it(media_type: str, name: str) -> None:
    with double_of(says(SAID)) as double:
        transcriber_at(double).words(media_type, SOUND)
    headers, sent = double.headers[0], double.sent[0]
    head = f"content-type: {headers['content-type']}\r\n\r\n".encode()
    parts = {
        part.get_param("name", header="content-disposition"): part
        for part in message_from_bytes(head + sent).walk()
        if not part.is_multipart()
    }
    assert set(parts) == {"file", "model", "response_format"}
    assert parts["file"].get_payload(decode=True) == SOUND
    assert (parts["file"].get_filename(), parts["file"].get_content_type()) == (
        f"note.{name}",
        media_type,
    )
    assert parts["model"].get_payload() == "w"
    assert parts["response_format"].get_payload() == "json"
    assert set(headers) == {
        *("host", "content-length", "content-type", "accept", "accept-encoding", "user-agent"),
    }
    assert headers["user-agent"] == AGENT


def test_a_key_goes_along_where_there_is_one(tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_text("sk-1\n", encoding="utf-8")
    key.chmod(0o600)
    with double_of(says(SAID)) as double:
        transcriber_at(double, key=key).words("audio/webm", SOUND)
    assert double.headers[0]["authorization"] == "Bearer sk-1"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (" I sat\r\nin the car. \n", "I sat\nin the car."),
        ("a\x00b\x1b[2J\ud800c\u202ed", "ab[2Jcd"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),  # words; a page escapes them
        ("a\u200cb", "a\u200cb"),  # a mark that belongs to the writing
    ],
)
def test_words_lose_what_no_page_should_show(text: str, plain: str) -> None:
    assert words(says(text)) == plain


def test_as_many_words_as_an_entry_holds_and_no_more() -> None:
    assert words(says("x" * MOST_LETTERS)) == "x" * MOST_LETTERS
    assert why_not(says("x" * (MOST_LETTERS + 1))) == TOO_LONG


@pytest.mark.parametrize("text", ["", " \n ", "\x00"])
def test_silence_is_a_reason(text: str) -> None:
    assert why_not(says(text)) == SILENT


@pytest.mark.parametrize("behave", [doubles.hangs, doubles.drips], ids=["hangs", "drips"])
def test_one_that_is_slow_is_left_in_time(behave: Behaviour) -> None:
    assert why_not(behave, seconds=1) in (LATE, UNREACHED)


def floods(handler: Handler) -> None:
    """Begin a proper answer that never ends."""
    handler.begin("application/json")
    handler.write('{"text": "')
    while True:
        handler.write("and on " * 9000)


def elsewhere(target: Callable[[Handler], str]) -> Behaviour:
    def behave(handler: Handler) -> None:
        handler.send_response(307)
        handler.send_header("location", target(handler))
        handler.send_header("content-length", "0")
        handler.end_headers()

    return behave


def fails(handler: Handler) -> None:
    """Say that something is wrong, in an answer that looks like words."""
    body = json.dumps({"text": SAID}).encode()
    handler.send_response(500)
    handler.send_header("content-type", "application/json")
    handler.send_header("content-length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def stops_midway(handler: Handler) -> None:
    """Promise more than is sent."""
    handler.send_response(200)
    handler.send_header("content-type", "application/json")
    handler.send_header("content-length", "1000")
    handler.end_headers()
    handler.wfile.write(json.dumps({"text": SAID}).encode())


WRONG = {
    "a flood": floods,
    "garbage": answers(bytes(range(256)) * 40),
    "not UTF-8": answers(b'{"text": "caf\xe9"}'),
    "UTF-16": answers(json.dumps({"text": SAID}).encode("utf-16")),
    "broken JSON": answers(b'{"text": "I sat'),
    "no words": answers(b"{}"),
    "a list": answers(b'["I sat"]'),
    "a number": says(7),
    "a list of words": says([SAID]),
    "too deep": answers(b"[" * 100_000),
    "plain text": answers(SAID.encode(), "text/plain"),
    "a page": answers(json.dumps({"text": SAID}).encode(), "text/html"),
    "events": answers(f"data: {SAID}\n\n".encode(), "text/event-stream"),
    "500": fails,
    "429": doubles.refuses,
    "a redirect": doubles.redirects,
    "a redirect to another server": elsewhere(lambda _handler: "http://127.0.0.1:9/v1"),
    "packed": doubles.unpacks,
    "half of it": stops_midway,
}


@pytest.mark.parametrize("name", WRONG)
def test_one_that_breaks_gives_no_words_and_tells_nothing(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert why_not(WRONG[name]) == UNREACHED
    assert SAID not in caplog.text


def test_an_answer_just_too_large_is_not_taken() -> None:
    padded = json.dumps({"text": SAID, "segments": "x" * MOST_BYTES}).encode()
    assert why_not(answers(padded)) == UNREACHED


def test_a_redirect_does_not_carry_the_recording_to_another_server() -> None:
    with double_of(says(SAID)) as other:
        assert why_not(elsewhere(lambda _handler: other.address)) == UNREACHED
    assert other.paths == []


def test_one_that_cannot_prove_who_it_is_is_sent_nothing(tmp_path: Path) -> None:
    path, _signed = certificate(tmp_path)
    with double_of(says(SAID), path) as double, pytest.raises(NoModel) as failure:
        transcriber_at(double).words("audio/webm", SOUND)
    assert failure.value.why == UNREACHED
    assert double.sent == []


def test_more_than_a_few_at_once_are_turned_away() -> None:
    with double_of(doubles.hangs) as double:
        transcriber = transcriber_at(double)
        for _ in range(Transcriber.AT_ONCE):
            assert transcriber._turns.acquire(blocking=False)
        with pytest.raises(NoModel) as failure:
            transcriber.words("audio/webm", SOUND)
    assert failure.value.why == BUSY
    assert double.paths == []


def test_a_turn_is_given_back_after_a_failure_too() -> None:
    with double_of(fails) as double:
        transcriber = transcriber_at(double)
        for _ in range(Transcriber.AT_ONCE + 2):
            with pytest.raises(NoModel) as failure:
                transcriber.words("audio/webm", SOUND)
            assert failure.value.why == UNREACHED
            for _ in range(Transcriber.AT_ONCE):
                assert transcriber._turns.acquire(timeout=PATIENT)
            for _ in range(Transcriber.AT_ONCE):
                transcriber._turns.release()


def test_nobody_there_is_a_reason() -> None:
    with double_of(says(SAID)) as double:
        transcriber = transcriber_at(double, seconds=5)
    with pytest.raises(NoModel) as failure:
        transcriber.words("audio/webm", SOUND)
    assert failure.value.why in (UNREACHED, LATE)


def test_a_client_that_cannot_be_imported_is_a_reason() -> None:
    def broken() -> object:
        raise ImportError

    place = TranscriptionPlace(url="http://127.0.0.1:1/v1", name="w", seconds=5)
    with pytest.raises(NoModel) as failure:
        Transcriber(place, load=broken).words("audio/webm", SOUND)
    assert failure.value.why == NOT_READY
