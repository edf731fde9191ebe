"""A model's server that misbehaves: the asker gets its words or a reason, in its time, and no more.

None of these tests looks at a clock: a test that hangs is one that fails.
"""

import gc
import threading
from contextlib import closing
from pathlib import Path

import pytest
from tests.adapters.test_feeds import certificate
from tests.models import doubles
from tests.models.doubles import Behaviour, Double, double_of, says

from aftershift.adapters.models.bounds import AGENT, MOST_BYTES
from aftershift.adapters.models.client import (
    AT_ONCE,
    BUSY,
    LATE,
    NOT_READY,
    UNREACHED,
    ModelVoice,
    NoModel,
)
from aftershift.adapters.models.place import ModelPlace

RULES, PAYLOAD = "Say it again.", '{"draft": "You held it together."}'
PATIENT = 120  # seconds: never waited for, where all goes well
READY_SECONDS = 300  # the client's libraries, on a crowded machine
SENTENCE = "You kept yourself in one piece until the door."


def voice_at(address: str, seconds: int = 1) -> ModelVoice:
    voice = ModelVoice(ModelPlace(url=address, name=doubles.NAME, seconds=seconds))
    assert voice.is_ready(READY_SECONDS)
    return voice


def asked(double: Double, seconds: int = 1) -> str:
    return "".join(voice_at(double.address, seconds).pieces(RULES, PAYLOAD))


def outcome(double: Double) -> tuple[str, str]:
    """Give what came before it ended, and why it ended badly, if it did."""
    came: list[str] = []
    try:
        came.extend(voice_at(double.address, PATIENT).pieces(RULES, PAYLOAD))
    except NoModel as failure:
        return "".join(came), str(failure)
    return "".join(came), ""


def test_what_it_says_comes_as_it_was_said() -> None:
    with double_of(says(SENTENCE)) as double:
        assert asked(double, seconds=PATIENT) == SENTENCE


def test_nothing_but_the_question_is_sent() -> None:
    with double_of(says(SENTENCE)) as double:
        asked(double, seconds=PATIENT)
    assert double.paths == ["/v1/chat/completions"]
    body = double.bodies[0]
    assert [(one["role"], one["content"]) for one in body["messages"]] == [
        ("system", RULES),
        ("user", PAYLOAD),
    ]
    assert set(body) == {"messages", "model", "stream", "max_tokens", "temperature"} | (
        {"stream_options"} & set(body)
    )
    assert set(double.headers[0]) <= {
        *("host", "content-length", "content-type", "accept", "authorization"),
        *("accept-encoding", "user-agent"),
    }
    assert double.headers[0]["user-agent"] == AGENT


@pytest.mark.parametrize(
    "behave",
    [doubles.hangs, doubles.drips],
    ids=["hangs", "drips"],
)
def test_one_that_is_slow_is_left_in_time(behave: Behaviour) -> None:
    with double_of(behave) as double, pytest.raises(NoModel) as failure:
        asked(double)
    assert failure.value.why in (LATE, UNREACHED)


def test_one_that_drips_words_is_left_in_time() -> None:
    with double_of(doubles.drips_pieces) as double, pytest.raises(NoModel) as failure:
        asked(double)
    assert failure.value.why == LATE


@pytest.mark.parametrize(
    "behave",
    [
        doubles.garbage,
        doubles.broken_events,
        doubles.wrong_shapes,
        doubles.fails,
        doubles.refuses,
        doubles.redirects,
        doubles.unpacks,
        doubles.floods_a_line,
        doubles.says_nothing,
    ],
    ids=lambda one: one.__name__,
)
def test_one_that_breaks_gives_no_words_and_tells_nothing(behave: Behaviour) -> None:
    with double_of(behave) as double:
        assert outcome(double) in (("", UNREACHED), ("", ""))
    assert double.paths == ["/v1/chat/completions"]


def test_one_that_cannot_prove_who_it_is_is_sent_nothing(tmp_path: Path) -> None:
    path, _signed = certificate(tmp_path)
    with double_of(says(SENTENCE), path) as double:
        assert outcome(double) == ("", UNREACHED)
    assert double.bodies == []


def test_one_that_hangs_up_leaves_no_whole_sentence() -> None:
    with double_of(doubles.stops_midway) as double:
        said, why = outcome(double)
    assert "." not in said
    assert why in (UNREACHED, "")


def test_a_flood_is_cut_off() -> None:
    with double_of(doubles.floods) as double:
        said, why = outcome(double)
    assert len(said) <= MOST_BYTES
    assert why == UNREACHED


def test_who_leaves_early_ends_the_asking() -> None:
    ended = threading.Event()

    def floods(handler: doubles.Handler) -> None:
        try:
            doubles.floods(handler)
        finally:
            ended.set()

    with double_of(floods) as double:
        pieces = voice_at(double.address, PATIENT).pieces(RULES, PAYLOAD)
        next(pieces)
        pieces.close()
        assert ended.wait(READY_SECONDS)


def test_who_leaves_early_leaves_nothing_undone(caplog: pytest.LogCaptureFixture) -> None:
    with double_of(doubles.floods) as double:
        voice = voice_at(double.address, PATIENT)
        for _ in range(AT_ONCE):
            with closing(voice.pieces(RULES, PAYLOAD)) as pieces:
                next(pieces)
        for _ in range(AT_ONCE):  # all turns are free again
            assert voice._turns.acquire(timeout=PATIENT)
    with double_of(says(SENTENCE)) as double:
        assert [asked(double, seconds=PATIENT) for _ in range(3)] == [SENTENCE] * 3
    gc.collect()
    assert caplog.text == ""


def test_more_than_a_few_at_once_are_turned_away() -> None:
    with double_of(doubles.hangs) as double:
        voice = voice_at(double.address, PATIENT)
        waiting = [voice.pieces(RULES, PAYLOAD) for _ in range(AT_ONCE)]
        with pytest.raises(NoModel) as failure:
            voice.pieces(RULES, PAYLOAD)
        assert failure.value.why == BUSY
        assert len(waiting) == AT_ONCE


def test_nobody_there_is_a_reason() -> None:
    with double_of(says(SENTENCE)) as double:
        pass
    with pytest.raises(NoModel) as failure:
        asked(double)
    assert failure.value.why in (UNREACHED, LATE)


def test_a_client_that_cannot_be_imported_leaves_the_drafts() -> None:
    def broken() -> object:
        raise ImportError

    voice = ModelVoice(ModelPlace(url="http://127.0.0.1:1/v1", name="x"), load=broken)
    assert not voice.is_ready(READY_SECONDS)
    with pytest.raises(NoModel) as failure:
        voice.pieces(RULES, PAYLOAD)
    assert failure.value.why == NOT_READY
