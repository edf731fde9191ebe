"""Heads that a host has taught by their own data, in the host's data folder.

They cannot be made again without that data, so they lie where a backup looks, readable by their
owner alone: their vocabulary holds words that three or more of the replies share. One file, written
whole or not at all: a checksum, what they were made with, the numbers.
"""

import hashlib
import io
import json
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from aftershift.engines.language.empathy import Foresight, Judge, Own
from aftershift.engines.language.features import Vocabulary
from aftershift.engines.language.heads import Heads
from aftershift.engines.language.signs import HEADS

NAME = "empathy-heads"
FORMAT = "aftershift empathy heads 1"
AGAIN = "teach them again with aftershift train empathy FILE, or remove the file"


class OwnHeadsRefused(Exception):
    """Taught heads that may not be used; says which file, why, and what to do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MadeWith:
    """What taught heads depend on; where one of it has changed since, they are stale."""

    recipe: str
    encoder: str
    rules: str

    def unlike(self, other: "MadeWith") -> str:
        """Name what differs."""
        mine, theirs = asdict(self), asdict(other)
        return " and ".join(part for part in mine if mine[part] != theirs[part])


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class OwnHeads:
    """What a host has taught: what decides, what it was made with, by how many replies."""

    own: Own
    made_with: MadeWith
    replies: int


def own_file(data: Path) -> Path:
    """Say where a host's own heads lie, or would lie."""
    return data / NAME


def write(kept: OwnHeads, path: Path) -> None:
    """Write whole or not at all, readable by the owner alone."""
    body, judge = io.BytesIO(), kept.own.judge
    seen = judge.foresight
    np.savez_compressed(
        body,
        features=np.array(list(judge.heads.vocabulary.places), dtype=np.str_),
        rarity=judge.heads.vocabulary.weights,
        words=judge.heads.words,
        meaning=judge.heads.meaning,
        thresholds=judge.thresholds,
        by_shape=kept.own.by_shape,
        foresight=np.stack([seen.slope, seen.offset, seen.least, seen.most]),
    )
    about = json.dumps({**asdict(kept.made_with), "replies": kept.replies}).encode("ascii")
    rest = about + b"\n" + body.getvalue()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f"{NAME}.")  # mode 0600 from birth
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(f"{FORMAT}\n{hashlib.sha256(rest).hexdigest()}\n".encode("ascii") + rest)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(path)
    finally:
        Path(draft).unlink(missing_ok=True)


def read(path: Path, now: MadeWith) -> OwnHeads | None:
    """Read a host's heads; None where there are none.

    Raises OwnHeadsRefused for a file that is damaged, that others may change, or that was made
    with something else than there is now.
    """
    if not path.exists():
        return None
    if path.stat().st_mode & 0o077:
        reason = f"{path}: others can read or change it; run: chmod 600 {path}"
        raise OwnHeadsRefused(reason)
    about, body = _checked(path)
    made_with = MadeWith(
        recipe=str(about.get("recipe")),
        encoder=str(about.get("encoder")),
        rules=str(about.get("rules")),
    )
    if made_with != now:
        reason = f"{path}: stale, made with another {made_with.unlike(now)}; {AGAIN}"
        raise OwnHeadsRefused(reason)
    return OwnHeads(own=_own(body), made_with=made_with, replies=int(about.get("replies", 0)))


def _checked(path: Path) -> tuple[dict[str, str], bytes]:
    form, _, rest = path.read_bytes().partition(b"\n")
    noted, _, rest = rest.partition(b"\n")
    if form != FORMAT.encode() or hashlib.sha256(rest).hexdigest().encode() != noted:
        reason = f"{path}: not what was written there; {AGAIN}"
        raise OwnHeadsRefused(reason)
    about, _, body = rest.partition(b"\n")
    return json.loads(about), body


def _own(body: bytes) -> Own:
    with np.load(io.BytesIO(body), allow_pickle=False) as kept:
        places = {name: place for place, name in enumerate(kept["features"].tolist())}
        heads = Heads(
            names=HEADS,
            vocabulary=Vocabulary(places=places, weights=kept["rarity"]),
            words=kept["words"],
            meaning=kept["meaning"],
        )
        slope, offset, least, most = kept["foresight"]
        foresight = Foresight(slope=slope, offset=offset, least=least, most=most)
        judge = Judge(heads=heads, thresholds=kept["thresholds"], foresight=foresight)
        return Own(judge=judge, by_shape=kept["by_shape"])
