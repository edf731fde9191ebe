"""The reader as it is shipped, on our own blind replies: what no rule alone could hold."""

from pathlib import Path

import pytest

from aftershift.adapters import encoder_files
from aftershift.adapters.encoders import LexicalEncoder, best_encoder
from aftershift.adapters.replies import read_reply
from aftershift.empathy import shipped_reader
from aftershift.engines.language.empathy_lessons import Score, scores_of
from aftershift.library.empathy import read_scenes

BLIND = Path(__file__).parents[1] / "sets" / "empathy" / "test.toml"


def silent(_words: str) -> None:
    """Hear of nothing."""


@pytest.fixture(scope="module")
def scores() -> tuple[Score, ...]:
    encoder = best_encoder(encoder_files.cache_folder(), silent)
    if encoder.version == LexicalEncoder.version:
        pytest.skip("the encoder's weights are not installed")
    reader = shipped_reader(encoder, silent)
    given = [one for scene in read_scenes(BLIND) for one in scene.labelled()]
    found = [read_reply(one.said, one.reply, reader, encoder) for one in given]
    return scores_of([one.levels for one in given], found)


@pytest.mark.parametrize(("sign", "least"), [(0, 0.9), (1, 0.85), (2, 0.9)])
def test_most_signs_of_replies_like_ours_are_found_and_few_are_invented(
    sign: int, least: float, scores: tuple[Score, ...]
) -> None:
    assert scores[sign].f1 >= least
    assert scores[sign].precision >= 0.8
