"""What was learnt comes with the package, and is that of today's messages."""

from pathlib import Path

import numpy as np
import pytest
from safetensors import safe_open
from training.heads import all_kinds, teach_all

from aftershift.adapters import encoder_files, encoders, learnt
from aftershift.adapters.choices import (
    digest_of,
    digest_of_lines,
    digest_of_marks,
    tuned_chooser,
)
from aftershift.adapters.learnt import HeadsOf, kept_file
from aftershift.adapters.tuned import tuned_ear
from aftershift.engines.coach.hearing.wants import Want, Wanting
from aftershift.engines.coach.own_words.cutting import parts
from aftershift.engines.coach.own_words.weights import Scale
from aftershift.engines.language.features import vocabulary_of
from aftershift.engines.language.heads import Heads
from aftershift.library.coach_lessons import TUNED, gist_lessons, want_lessons
from aftershift.library.coach_sendable import load_sendable
from aftershift.library.coach_weights import load_weights

SOME: HeadsOf[Heads] = HeadsOf(name="some", recipe="3", what="some", teach=lambda heads, _: heads)


def some_heads() -> Heads:
    vocabulary = vocabulary_of(("a word it is", "a word it was", "a word"))
    return Heads(
        names=("one", "two"),
        vocabulary=vocabulary,
        words=np.ones((len(vocabulary.weights) + 1, 2), dtype=np.float32) / 3,
        meaning=np.ones((5, 2), dtype=np.float32) / 3,
    )


def test_what_is_shipped_was_taught_by_what_lies_in_content_today(tmp_path: Path) -> None:
    def refuse(line: str) -> None:
        pytest.fail(f"{line}: run python -m training.heads and commit what it wrote")

    teach_all(all_kinds(lambda _line: None), tmp_path, refuse)
    assert list(tmp_path.iterdir()) == []


def test_the_coach_was_tuned_by_the_gists_wants_weights_and_lines_of_today() -> None:
    with safe_open(TUNED, "numpy") as kept:
        tuned_by = kept.metadata()
    today = {
        "gists": digest_of(gist_lessons()),
        "wants": digest_of(want_lessons()),
        "weights": digest_of_marks(load_weights()),
        "lines": digest_of_lines(load_sendable()),
    }
    assert tuned_by == today, "run python -m training.tune_coach"


def test_a_head_for_every_want_comes_with_the_coach() -> None:
    encoder = encoders.best_encoder(encoder_files.cache_folder(), lambda _line: None, TUNED)
    wanting = Wanting(head=encoder.head("wants"))
    asks, tells = (
        wanting.heard(encoder.embed([text]))
        for text in ("a note for the lunch box please, four words", "it rained on the lunch box")
    )
    assert asks.surely(Want.WORDS)
    assert tells.hardly(Want.WORDS)


def test_a_head_weighs_the_parts_of_a_message() -> None:
    encoder = encoders.best_encoder(encoder_files.cache_folder(), lambda _line: None, TUNED)
    text = "we had soup at the long table. she has not said my name since march."
    cut = parts(text)
    weights = Scale(head=encoder.head("weights")).weights(cut, encoder.embed_parts(text, cut)[1:])
    soup, name = weights.shares
    assert name > 2 * soup


def test_a_head_of_other_gists_is_not_used() -> None:
    encoder = encoders.best_encoder(encoder_files.cache_folder(), lambda _line: None, TUNED)
    names = gist_lessons().names
    assert tuned_chooser("gists", names, encoder) is not None
    assert tuned_chooser("gists", names[1:], encoder) is None


def test_what_is_taught_is_kept_and_the_same_the_next_time(tmp_path: Path) -> None:
    told: list[str] = []
    first, second = (
        SOME(some_heads, "0123456789abcdef", encoders.LexicalEncoder(), tmp_path, told.append)
        for _ in range(2)
    )
    version = encoders.LexicalEncoder.version
    assert [one.name for one in tmp_path.iterdir()] == [f"some-0123456789ab-{version}-3.npz"]
    assert told == ["Teaching some, once: a minute or two", "Done: some"]
    assert first.names == second.names == ("one", "two")
    assert first.vocabulary.places == second.vocabulary.places == some_heads().vocabulary.places
    for one, other in ((first.words, second.words), (first.meaning, second.meaning)):
        assert np.array_equal(one, other)
    assert np.allclose(first.words, some_heads().words, atol=1e-3)


def test_what_the_package_brings_comes_before_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped, cache = tmp_path / "shipped", tmp_path / "cache"
    monkeypatch.setattr(learnt, "SHIPPED", shipped)
    assert kept_file("one.npz", cache) == cache / "one.npz"
    shipped.mkdir()
    (shipped / "one.npz").touch()
    assert kept_file("one.npz", cache) == shipped / "one.npz"


def test_a_head_says_which_lines_could_be_sent() -> None:
    encoder = encoders.best_encoder(encoder_files.cache_folder(), lambda _line: None, TUNED)
    said = (
        "I'm a porter, nights mostly. I was asleep when she rang to say she had passed.",
        "I'm so proud of her. The lads had the match on.",
        "two lines for her card please",
    )
    shares = {one.says: one.share for one in tuned_ear(encoder).lines(said)}
    proud = shares["I'm so proud of you."]
    assert proud > 2 * shares["I'm a porter, nights mostly."]
    assert proud > 2 * shares["Two lines for your card please."]
