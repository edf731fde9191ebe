"""Each word of a message is heard for what it means, however long the message."""

import pytest

from aftershift.adapters import encoder_files, encoders, reading
from aftershift.adapters.encoders import LexicalEncoder
from aftershift.adapters.naming import NameEar, name_ear
from aftershift.engines.safety.name_meaning import MEANT
from aftershift.engines.safety.phi_kinds import Kind


@pytest.fixture(scope="module")
def ear() -> NameEar:
    encoder = encoders.best_encoder(encoder_files.cache_folder(), lambda _line: None, reading.TUNED)
    found = name_ear(encoder)
    assert found is not None
    return found


def odds(ear: NameEar, text: str, word: str) -> float:
    at = text.index(word)
    heard = ear.hear(text).of(at, at + len(word), Kind.NAME)
    assert heard is not None
    return heard


def test_who_is_a_patient_is_told_by_the_whole_sentence(ear: NameEar) -> None:
    patient = odds(ear, "lost winifred at half four this morning, held her hand", "winifred")
    own = odds(ear, "winifred and i have been married nine years", "winifred")
    assert patient > 1 > own + 1


@pytest.mark.parametrize(
    "text", ["", " ", "...", "\u200d" * 90, "a" * 9000, "na " * 900, "é " * 700]
)
def test_every_word_has_its_odds(ear: NameEar, text: str) -> None:
    heard = ear.hear(text)
    assert heard.words.shape == (len(heard.words), 2)
    assert heard.odds.shape == (len(heard.words), len(MEANT))


def test_a_name_deep_in_a_long_message_is_heard(ear: NameEar) -> None:
    evening = "we ate late and talked about the car. " * 60
    told = f"{evening}Lost Winifred at half four, held her hand. {evening}"
    assert odds(ear, told, "Winifred") > 0


def test_a_graph_is_held_once_whoever_asks_for_it() -> None:
    cache = encoder_files.cache_folder()
    one, two = (encoders.best_encoder(cache, print, reading.TUNED) for _ in range(2))
    assert one is two
    assert one is not encoders.best_encoder(cache, print)


def test_without_the_weights_nobody_knows_what_is_meant() -> None:
    assert name_ear(LexicalEncoder()) is None
