"""Every encoder keeps the same promises; MiniLM is held against another implementation too."""

import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from aftershift.adapters import encoder_files
from aftershift.adapters.encoder_files import (
    EncoderMissing,
    build_graph,
    graph_file,
    is_whole,
    tuned,
)
from aftershift.adapters.encoders import Encoder, Joined, LexicalEncoder, OnnxEncoder, best_encoder
from aftershift.adapters.minilm_graph import minilm_graph
from aftershift.library.triage import LEARNT

# 300 texts (ours, one empty, one longer than the encoder reads, one of emoji and Chinese) and
# what the published weights make of them in PyTorch 2.13, by an implementation of its own.
REFERENCE = Path(__file__).parent / "reference"
TEXTS: list[str] = json.loads((REFERENCE / "minilm.json").read_text(encoding="utf-8"))


def silent(_words: str) -> None:
    """Hear of nothing."""


@pytest.fixture(scope="module")
def minilm(tmp_path_factory: pytest.TempPathFactory) -> OnnxEncoder:
    graph = build_graph(tmp_path_factory.mktemp("cache"), silent)
    return OnnxEncoder(graph, encoder_files.model_folder() / "tokenizer.json")


@pytest.fixture(scope="module")
def ear(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    return best_encoder(tmp_path_factory.mktemp("ear"), silent, LEARNT)


def agreement(encoder: Encoder) -> np.ndarray:
    wanted = np.load(REFERENCE / "minilm.npy").astype(np.float32)
    wanted /= np.linalg.norm(wanted, axis=1, keepdims=True)
    agreed: np.ndarray = (encoder.embed(TEXTS) * wanted).sum(axis=1)
    return agreed


def test_in_full_precision_it_agrees_with_pytorch(tmp_path: Path) -> None:
    folder = encoder_files.model_folder()
    graph = tmp_path / "full.onnx"
    graph.write_bytes(minilm_graph(load_file(folder / "model.safetensors"), steps=None))
    assert agreement(OnnxEncoder(graph, folder / "tokenizer.json")).min() >= 0.999


def test_in_eight_bits_it_stays_near(minilm: OnnxEncoder) -> None:
    agreed = agreement(minilm)
    assert agreed.mean() >= 0.985
    assert agreed.min() >= 0.95


def test_what_was_learnt_is_added_to_the_weights() -> None:
    weights = {"a.weight": np.ones((2, 3)), "a.bias": np.zeros(2), "words": np.ones((4, 3))}
    learnt = {
        "a.down": np.array([[1.0], [2.0]], dtype=np.float16),
        "a.up": np.array([[0.0, 1.0, 0.5]], dtype=np.float16),
        "a.bias": np.array([0.25, 0.5], dtype=np.float16),
    }
    made = tuned(weights, learnt)
    assert made["a.weight"].tolist() == [[1.0, 2.0, 1.5], [1.0, 3.0, 2.0]]
    assert made["a.bias"].tolist() == [0.25, 0.5]
    assert made["words"].tolist() == weights["words"].tolist()


def test_factors_in_whole_numbers_are_scaled_by_what_each_direction_counts() -> None:
    weights = {"a.weight": np.ones((2, 3)), "b.weight": np.ones((2, 3))}
    learnt = {
        "a.down": np.array([[100, 0], [0, 50]], dtype=np.int8),
        "a.up": np.array([[0, 100, 50], [127, 0, 0]], dtype=np.int8),
        "a.scale": np.array([1e-4, 1e-3], dtype=np.float32),
    }
    made = tuned(weights, learnt)
    assert made["a.weight"] == pytest.approx(np.array([[1, 2, 1.5], [7.35, 1, 1]]))
    assert made["b.weight"].tolist() == weights["b.weight"].tolist()


def test_in_eight_bits_the_tuned_one_says_what_it_says_in_full(
    ear: Encoder, tmp_path: Path
) -> None:
    folder, graph = encoder_files.model_folder(), tmp_path / "full.onnx"
    weights = tuned(load_file(folder / "model.safetensors"), load_file(LEARNT))
    graph.write_bytes(minilm_graph(weights, steps=None))
    whole = OnnxEncoder(graph, folder / "tokenizer.json", LEARNT)
    head = ear.head("triage")
    assert head is not None
    said = [
        8 * one.embed(TEXTS) @ head[:-1, :3] + head[-1, :3] > 0  # the three levels
        for one in (ear, whole)
    ]
    assert (said[0] == said[1]).mean() >= 0.97  # measured 0.979 on texts that say little


def test_what_means_the_same_lies_nearer_than_what_sounds_the_same(minilm: OnnxEncoder) -> None:
    tired, exhausted, tyre = minilm.embed(
        ["i am so tired after nights", "completely exhausted from the night shift", "i am so tyred"]
    )
    assert tired @ exhausted > tired @ tyre


@pytest.mark.parametrize("kind", ["minilm", "lexical"])
def test_each_text_has_a_vector_of_unit_length_whatever_stands_beside_it(
    kind: str, request: pytest.FixtureRequest
) -> None:
    encoder: Encoder = LexicalEncoder() if kind == "lexical" else request.getfixturevalue("minilm")
    texts = ["", "off", "night shift, then the school run", "\u202e\u0301", "x" * 3000]
    together = encoder.embed(texts)
    assert together.shape == (5, 384)
    assert np.linalg.norm(together, axis=1) == pytest.approx(1, abs=1e-5)
    alone = np.concatenate([encoder.embed([text]) for text in texts])
    assert (together * alone).sum(axis=1).min() > 0.99
    assert encoder.embed([]).shape == (0, 384)


@pytest.mark.parametrize("kind", ["minilm", "lexical"])
def test_parts_of_a_text_have_vectors_of_their_own(
    kind: str, request: pytest.FixtureRequest
) -> None:
    encoder: Encoder = LexicalEncoder() if kind == "lexical" else request.getfixturevalue("minilm")
    text = "the bus was late. my sister is not speaking to me"
    whole, bus, sister = encoder.embed_parts(text, [(0, 16), (18, 49)])
    assert whole == pytest.approx(encoder.embed([text])[0], abs=1e-6)
    assert np.linalg.norm([bus, sister], axis=1) == pytest.approx(1, abs=1e-5)
    quarrel = encoder.embed(["my sister does not talk to me"])[0]
    assert sister @ quarrel > bus @ quarrel
    assert encoder.embed_parts(text, []).shape == (1, 384)


def test_a_part_without_a_token_is_nothing(minilm: OnnxEncoder) -> None:
    assert not minilm.embed_parts("off. ", [(4, 5)])[1].any()


def test_a_graph_is_written_once_and_again_when_it_was_damaged(tmp_path: Path) -> None:
    said: list[str] = []
    graph = build_graph(tmp_path, said.append)
    assert said
    assert is_whole(graph)
    said.clear()
    assert build_graph(tmp_path, said.append) == graph
    assert not said
    graph.write_bytes(graph.read_bytes()[:-1])
    assert not is_whole(graph)
    assert is_whole(build_graph(tmp_path, said.append))


def test_without_its_weights_words_are_heard_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoder_files, "PACKAGE", "no_such_weights")
    said: list[str] = []
    assert best_encoder(tmp_path, said.append).version == LexicalEncoder.version
    assert "install the extra" in said[0]
    assert not graph_file(tmp_path).exists()


def test_weights_that_we_do_not_know_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoder_files, "WEIGHTS_SHA256", "0" * 64)
    with pytest.raises(EncoderMissing, match="not the file that we know"):
        build_graph(tmp_path, silent)


def test_two_encoders_side_by_side_are_one() -> None:
    both = Joined(LexicalEncoder(), LexicalEncoder())
    one = LexicalEncoder().embed(["a wet towel", "a cold tea"])
    assert both.version == "lexical-1-lexical-1"
    assert np.array_equal(both.embed(["a wet towel", "a cold tea"]), np.hstack([one, one]))
    assert both.embed([]).shape == (0, 2 * one.shape[1])
    assert both.head("triage") is None
