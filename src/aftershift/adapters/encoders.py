"""Texts -> vectors of unit length in which what means the same lies near.

`OnnxEncoder` is MiniLM on the CPU, one thread, int8. `LexicalEncoder` needs no file: it knows
words and not what they mean, and serves where the weights are not installed.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol, TypeAlias

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from safetensors import safe_open
from tokenizers import Encoding, Tokenizer

from aftershift.adapters import encoder_files
from aftershift.adapters.encoder_files import EncoderMissing
from aftershift.engines.language.sentences import Stretch

Vectors: TypeAlias = NDArray[np.float32]  # (texts, 384), each of unit length

WIDTH = 384
LEAST_LONG = 1e-9  # length that a vector is divided by
LONGEST_PIECES = 256  # beyond it a text is cut; who listens cuts it into windows before


class Encoder(Protocol):
    """What every encoder promises. Vectors of two `version`s are never compared."""

    version: str

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Give a vector of unit length for each text; an empty text has one too."""

    def embed_parts(self, text: str, parts: Sequence[Stretch]) -> Vectors:
        """Give vectors of unit length of a text and of each of its parts, as meant within it."""

    def head(self, task: str) -> Vectors | None:
        """Give the head that was tuned together with it, (width + 1, names), if one was."""


class OnnxEncoder:
    """MiniLM, or what `learnt` made of it, from the graph that was written at set-up."""

    def __init__(self, graph: Path, tokenizer: Path, learnt: Path | None = None) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.version = graph.stem
        self._learnt = learnt
        self._session = onnxruntime.InferenceSession(
            str(graph), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()  # the file pads everything to 128
        self._tokenizer.enable_truncation(LONGEST_PIECES)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Encode one text at a time: in int8 a text's neighbours would change its vector."""
        vectors = np.empty((len(texts), WIDTH), dtype=np.float32)
        for vector, text in zip(vectors, texts, strict=True):
            ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
            vector[:] = self._session.run(["embeddings"], {"ids": ids})[0][0]
        return vectors

    def embed_parts(self, text: str, parts: Sequence[Stretch]) -> Vectors:
        """Take the mean of what the tokens of each part became; zeros where it has none."""
        encoding = self._tokenizer.encode(text)
        ids = np.array([encoding.ids], dtype=np.int64)
        whole, states = self._session.run(["embeddings", "states"], {"ids": ids})
        sums = (states[0, tokens].sum(axis=0) for tokens in tokens_of(encoding, parts))
        vectors = np.array([whole[0], *sums], dtype=np.float32)
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), LEAST_LONG)
        return vectors

    def head(self, task: str) -> Vectors | None:
        """Read the weights and the bias of a task from what was learnt."""
        if self._learnt is None:
            return None
        with safe_open(self._learnt, "numpy") as kept:
            if f"{task}.weight" not in kept.keys():  # noqa: SIM118 - it is no mapping
                return None
            weights, bias = (kept.get_tensor(f"{task}.{one}") for one in ("weight", "bias"))
        return np.vstack((weights.T, bias)).astype(np.float32)


class LexicalEncoder:
    """Words and their letters, each at a place and with a sign that its checksum gives."""

    version = "lexical-1"

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Add up each text's words and runs of letters."""
        vectors = np.zeros((len(texts), WIDTH), dtype=np.float32)
        for vector, text in zip(vectors, texts, strict=True):
            for part in _parts(text):
                sum_ = zlib.crc32(part.encode())
                vector[sum_ % WIDTH] += 1.0 if sum_ & (1 << 20) else -1.0
            vector[0] += not vector.any()
            vector /= np.linalg.norm(vector)
        return vectors

    def embed_parts(self, text: str, parts: Sequence[Stretch]) -> Vectors:
        """Know each part by its own words."""
        return self.embed([text, *(text[slice(*one)] for one in parts)])

    def head(self, task: str) -> None:
        """Words alone were tuned for nothing."""


def tokens_of(encoding: Encoding, parts: Sequence[Stretch]) -> list[list[int]]:
    """Say which tokens stand in each part of a text."""
    begins = [first if first < behind else -1 for first, behind in encoding.offsets]
    return [[at for at, first in enumerate(begins) if one[0] <= first < one[1]] for one in parts]


class Once:
    """An encoder for what is read several times in one message: no text is encoded twice."""

    def __init__(self, encoder: Encoder) -> None:
        self.version = encoder.version
        self.head, self.embed_parts = encoder.head, encoder.embed_parts
        self._encoder = encoder
        self._known: dict[str, Vectors] = {}

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Encode what was not encoded before."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known.update(zip(new, self._encoder.embed(new), strict=True))
        rows = [self._known[text] for text in texts]
        return np.array(rows, dtype=np.float32).reshape(len(texts), WIDTH)


class Joined:
    """Two encoders as one: a text means what both make of it, side by side."""

    def __init__(self, one: Encoder, other: Encoder) -> None:
        self.version = f"{one.version}-{other.version}"
        self._both = one, other

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Encode texts: (texts, width of one and of the other)."""
        return np.hstack([encoder.embed(texts) for encoder in self._both])

    def embed_parts(self, text: str, parts: Sequence[Stretch]) -> Vectors:
        """Encode parts of a text: (parts, width of one and of the other)."""
        return np.hstack([encoder.embed_parts(text, parts) for encoder in self._both])

    def head(self, task: str) -> None:
        """Give none: what was tuned belongs to one of them."""
        return


def best_encoder(cache: Path, tell: Callable[[str], None], learnt: Path | None = None) -> Encoder:
    """Give MiniLM, or what `learnt` made of it, written first where it is not yet.

    Without MiniLM's weights it is the lexical encoder.
    """
    try:
        graph = encoder_files.build_graph(cache, tell, learnt)
        tokenizer = encoder_files.checked(
            encoder_files.model_folder() / "tokenizer.json", encoder_files.TOKENIZER_SHA256
        )
    except EncoderMissing as missing:
        tell(f"{missing}; until then words are heard, and not what they mean")
        return LexicalEncoder()
    return _opened(graph, tokenizer, learnt)


@cache
def _opened(graph: Path, tokenizer: Path, learnt: Path | None) -> OnnxEncoder:
    """Hold each graph once in a process, whoever asks for it: it keeps nothing of what it reads."""
    return OnnxEncoder(graph, tokenizer, learnt)


def version_at_hand(cache: Path) -> str:
    """Say which version `best_encoder` would give, without making anything."""
    try:
        encoder_files.model_folder()
    except EncoderMissing:
        return LexicalEncoder.version
    return encoder_files.graph_file(cache).stem


def _parts(text: str) -> Iterator[str]:
    for word in re.findall(r"\w+", text.casefold()):
        yield word
        edged = f"<{word}>"
        yield from (edged[at : at + 4] for at in range(len(edged) - 3))
