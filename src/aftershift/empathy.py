"""The third switchboard: what reads replies for signs of empathy, and teaches heads of its own.

It stands beside `listening`, and like that it is slow to import and needs no setting.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from aftershift.adapters import encoder_files, encoders, own_heads, replies, teaching

# "as" says that the shells may name what they are handed.
from aftershift.adapters.hearing import TooLong as TooLong
from aftershift.adapters.teaching import Gain as Gain
from aftershift.engines.language import empathy
from aftershift.engines.language.signs import Labelled, Levels
from aftershift.library.empathy import empathy_digest, load_labelled, load_rules, rules_digest

ReadEmpathy = Callable[[str, str], Levels]  # (what was said, a reply to it)


def empathy_with(tell: Callable[[str], None], data: Path) -> ReadEmpathy:
    """Make ready to read replies for signs of empathy; by the heads that a host taught, if any.

    `data` is the host's data folder. `tell` hears of what has to be built once, and of taught
    heads that may not be used. Raises TooLong.
    """
    encoder = encoders.best_encoder(encoder_files.cache_folder(), tell)
    reader = shipped_reader(encoder, tell)
    try:
        own = own_heads.read(own_heads.own_file(data), _made_with(encoder.version))
    except own_heads.OwnHeadsRefused as refused:
        tell(f"{refused}; until then the shipped heads are used")
        own = None
    if own is not None:
        tell(f"With heads of your own, taught by {own.replies} replies")
        reader = replace(reader, own=own.own)
    return partial(replies.read_reply, reader=reader, encoder=encoder)


def train_empathy(
    given: Sequence[Labelled], data: Path, tell: Callable[[str], None]
) -> tuple[Gain, Path | None]:
    """Teach heads by a host's own labelled replies; keep them in the host's data folder if better.

    Raises EmpathyError where they are too few.
    """
    encoder = encoders.best_encoder(encoder_files.cache_folder(), tell)
    own, gain = teaching.taught_by(given, shipped_reader(encoder, tell), encoder, tell)
    if not gain.is_one:
        return gain, None
    kept, made_with = own_heads.own_file(data), _made_with(encoder.version)
    own_heads.write(own_heads.OwnHeads(own=own, made_with=made_with, replies=len(given)), kept)
    return gain, kept


def own_heads_at_hand(data: Path) -> tuple[str, bool]:
    """Say in words which heads read empathy, and whether those that are there may be used."""
    version = encoders.version_at_hand(encoder_files.cache_folder())
    try:
        own = own_heads.read(own_heads.own_file(data), _made_with(version))
    except own_heads.OwnHeadsRefused as refused:
        return str(refused), False
    return ("the shipped heads" if own is None else f"own heads, by {own.replies} replies"), True


def shipped_reader(encoder: encoders.Encoder, tell: Callable[[str], None]) -> empathy.Reader:
    """Make the reader of empathy as it is shipped."""
    cache = encoder_files.cache_folder()
    heads = replies.empathy_heads(load_labelled, empathy_digest(), encoder, cache, tell)
    judge = empathy.Judge(heads=heads, thresholds=empathy.THRESHOLDS, foresight=empathy.FORESIGHT)
    return empathy.Reader(rules=load_rules(), judge=judge)


def _made_with(version: str) -> own_heads.MadeWith:
    return own_heads.MadeWith(recipe=replies.RECIPE, encoder=version, rules=rules_digest())
