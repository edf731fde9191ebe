"""The fourth switchboard: what reads a message that is sent or kept.

What may go wrong in it, and who in it is a patient: one encoder was tuned by both; and what it is
for. It stands beside `listening`, and like that it is slow to import and needs no setting.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from aftershift.adapters import (
    candid,
    connecting,
    encoder_files,
    encoders,
    naming,
    reading,
    rehearsing,
)

# "as" says that the shells may name what they are handed.
from aftershift.adapters.hearing import TooLong as TooLong
from aftershift.engines.language.candour import Candour
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.connection import Heard as HeardAbout
from aftershift.engines.language.connection import Listener as ConnectionListener
from aftershift.engines.language.cues import CueBook
from aftershift.engines.language.patterns import THRESHOLDS, Reader, Reading, may_carry, read
from aftershift.engines.language.softening import Softener
from aftershift.engines.rehearsal.moves import Likely
from aftershift.engines.safety.name_meaning import Meaning
from aftershift.engines.safety.phi import Phi, find_phi
from aftershift.library.candour import candour_digest, load_candid
from aftershift.library.connection import connection_digest, load_groups, load_shorts
from aftershift.library.patterns import (
    load_cues,
    load_frames,
    load_marked,
    load_pairs,
    load_reasons,
    patterns_digest,
)
from aftershift.library.phi import load_phi_words
from aftershift.library.rehearsal import lines_digest, load_lines

Tell = Callable[[str], None]
ReadPatterns = Callable[[str], Reading]  # (a message about to be sent)
HearAbout = Callable[[str], HeardAbout]  # (a message between two people)
ReadCandour = Callable[[str], Candour]  # (a draft of feedback)
LikelyMoves = Callable[[str], Likely]  # (a line of a rehearsal)
MeaningOf = Callable[[str], Meaning | None]  # (what somebody typed)
FindPatients = Callable[[str], Phi]  # (what somebody typed)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reads:
    """What reads a message. Without MiniLM's weights no word's meaning is known."""

    patterns: ReadPatterns
    about: HearAbout
    candour: ReadCandour
    moves: LikelyMoves
    meaning: MeaningOf


def reads_with(tell: Tell) -> Reads:
    """Make ready all that reads messages; `tell` hears of what has to be built once."""
    encoder = encoders.best_encoder(encoder_files.cache_folder(), tell, reading.TUNED)
    return Reads(
        patterns=_patterns_by(encoder, tell),
        about=connection_with(tell),
        candour=_candour_by(encoder, tell),
        moves=_moves_by(encoder, tell),
        meaning=_meaning_by(encoder),
    )


def patterns_with(tell: Tell) -> ReadPatterns:
    """Make ready what reads messages for risky patterns. Raises TooLong."""
    encoder = encoders.best_encoder(encoder_files.cache_folder(), tell, reading.TUNED)
    return _patterns_by(encoder, tell)


def connection_with(tell: Tell) -> HearAbout:
    """Make ready to hear what messages are for; `tell` hears of what has to be built once."""
    cache = encoder_files.cache_folder()
    encoder = encoders.best_encoder(cache, tell)
    heads = connecting.connection_heads(load_groups, connection_digest(), encoder, cache, tell)
    listener = ConnectionListener(heads=heads, shorts=load_shorts())
    return lambda text: connecting.hear_about(text, listener, encoder)


def candour_with(tell: Tell) -> ReadCandour:
    """Make ready to read drafts of feedback; `tell` hears of what has to be built once."""
    encoder = encoders.best_encoder(encoder_files.cache_folder(), tell, reading.TUNED)
    return _candour_by(encoder, tell)


def moves_with(tell: Tell) -> LikelyMoves:
    """Make ready to hear what a line of a rehearsal does. Raises TooLong."""
    encoder = encoders.best_encoder(encoder_files.cache_folder(), tell, reading.TUNED)
    return _moves_by(encoder, tell)


def patients_with(tell: Tell) -> FindPatients:
    """Make ready what finds patients, by rules and by what is meant."""
    encoder = encoders.best_encoder(encoder_files.cache_folder(), tell, reading.TUNED)
    meaning, words = _meaning_by(encoder), load_phi_words()
    return lambda text: find_phi(text, words, meaning(text))


def _meaning_by(encoder: encoders.Encoder) -> MeaningOf:
    ear = naming.name_ear(encoder)
    return ear.hear if ear else lambda _text: None


def _candour_by(encoder: encoders.Encoder, tell: Tell) -> ReadCandour:
    cache = encoder_files.cache_folder()
    heads = candid.candour_heads(load_candid, candour_digest(), encoder, cache, tell)
    return lambda text: candid.read_draft(text, heads, encoder)


def _moves_by(encoder: encoders.Encoder, tell: Tell) -> LikelyMoves:
    cache = encoder_files.cache_folder()
    heads = rehearsing.move_heads(load_lines, lines_digest(), encoder, cache, tell)
    return lambda line: rehearsing.likely_moves(line, heads, encoder)


def _patterns_by(encoder: encoders.Encoder, tell: Tell) -> ReadPatterns:
    pairs, cache = load_pairs(), encoder_files.cache_folder()
    plain = encoders.best_encoder(cache, tell)
    reader = Reader(
        heads=reading.pattern_heads(load_marked, patterns_digest(), encoder, cache, tell),
        cues=CueBook(load_cues()),
        reasons={one.id: one for one in load_reasons()},
        softener=Softener(
            pairs=pairs,
            said=plain.embed([clean(one.said).text for one in pairs]),
            frames=load_frames(),
        ),
        thresholds=THRESHOLDS,
    )
    worth = partial(may_carry, reader=reader)
    return lambda text: read(reading.hear_message(text, encoder, plain, worth), reader)
