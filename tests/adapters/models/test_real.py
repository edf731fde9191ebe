"""A real server on loopback: llama.cpp's own, with a tiny model of random numbers."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from tests.adapters.models.test_hostile import PATIENT, READY_SECONDS
from tests.models import tiny
from tests.models.tiny import tiny_server

from aftershift.adapters.models.client import ModelVoice
from aftershift.adapters.models.place import ModelPlace
from aftershift.library.voice import load_instructions


@pytest.fixture(scope="module")
def voice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModelVoice]:
    with tiny_server(tmp_path_factory.mktemp("tiny")) as address:
        voice = ModelVoice(ModelPlace(url=address, name=tiny.NAME, seconds=PATIENT))
        assert voice.is_ready(READY_SECONDS)
        yield voice


def test_a_real_server_streams_in_pieces(voice: ModelVoice) -> None:
    with closing(voice.pieces(load_instructions().says, '{"draft": "It was late."}')) as pieces:
        came = [piece for piece, _at in zip(pieces, range(40), strict=False)]
    assert len(came) > 5
    assert "".join(came).strip()


def test_a_real_server_is_left_early_and_asked_again(voice: ModelVoice) -> None:
    for _ in range(3):
        with closing(voice.pieces("Say it again.", "{}")) as pieces:
            assert next(pieces)
