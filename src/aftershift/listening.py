"""The second switchboard: what listens to words, made ready.

It stands apart from `wiring` because its libraries take half a second to import, and whoever asks
about rosters should not wait for them. It needs no setting: what it makes lies in the user's cache.
"""

from collections.abc import Callable, Sequence
from functools import partial

from aftershift.adapters import encoder_files, encoders, hearing, reading
from aftershift.adapters import understanding as understood

# "as" says that the shells may name what they are handed.
from aftershift.adapters.hearing import TooLong as TooLong
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.cues import CueBook
from aftershift.engines.language.feelings import FeelingWords
from aftershift.engines.language.patterns import THRESHOLDS, Reader, Reading, may_carry, read
from aftershift.engines.language.phrases import PhraseBook
from aftershift.engines.language.softening import Softener
from aftershift.engines.language.taxonomy import Subject, Taxonomy
from aftershift.engines.language.understanding import Listener as Understander
from aftershift.engines.language.understanding import Understanding, understand
from aftershift.engines.language.utterance import Utterance
from aftershift.engines.safety.risk import UNHEARD, Risk
from aftershift.engines.safety.signals import Listener
from aftershift.engines.safety.triage import Ear, triage
from aftershift.library.patterns import (
    load_cues,
    load_frames,
    load_marked,
    load_pairs,
    load_reasons,
    patterns_digest,
)
from aftershift.library.triage import LEARNT, lessons_digest, load_lessons, load_signals
from aftershift.library.understanding import load_taxonomy, taxonomy_digest

Hear = Callable[[str], Utterance]
Triage = Callable[[str, Sequence[str]], Risk]  # (what was said, what was said before it)
ReadPatterns = Callable[[str], Reading]  # (a message about to be sent)
Understand = Callable[[str], Understanding]  # (what somebody tells)


def encoder_at_hand() -> str:
    """Say in words which encoder listens, and what is lost without MiniLM."""
    try:
        encoder_files.model_folder()
    except encoder_files.EncoderMissing as missing:
        return f"words only, not what they mean: {missing}"
    graph = encoder_files.graph_file(encoder_files.cache_folder(), LEARNT)
    return (
        "MiniLM" if encoder_files.is_whole(graph) else "MiniLM; its graph is written at first use"
    )


def ear_with(tell: Callable[[str], None]) -> tuple[Ear, Hear]:
    """Make ready what triage listens with, and how it hears; `tell` hears of what has to be built.

    What hears raises TooLong.
    """
    cache = encoder_files.cache_folder()
    encoder = encoders.best_encoder(cache, tell, LEARNT)
    digest, books = lessons_digest(), load_signals()
    ear = Ear(
        heads=hearing.taught_heads(load_lessons, digest, encoder, cache, tell),
        listener=Listener(books),
    )
    phrases = (one for book in books for signal in book.signals for one in signal.says)
    words = hearing.taught_words(load_lessons, digest, phrases, cache)
    return ear, partial(hearing.hear, encoder=encoder, lexicon=words)


def triage_with(tell: Callable[[str], None]) -> Triage:
    """Make triage ready to listen; `tell` hears of what has to be built once for this user.

    What fails while it listens is answered with a question, never with "none". Raises TooLong.
    """
    ear, hear = ear_with(tell)

    def listen(text: str, before: Sequence[str]) -> Risk:
        try:
            said = [hear(one) for one in (*before, text)]
            return triage(said[-1], ear, before=said[:-1])
        except TooLong:
            raise
        except Exception:  # whatever it was, nobody may be told that all is well
            return UNHEARD

    return listen


def patterns_with(tell: Callable[[str], None]) -> ReadPatterns:
    """Make ready to read messages for patterns; `tell` hears of what has to be built once."""
    cache = encoder_files.cache_folder()
    encoder = encoders.best_encoder(cache, tell)
    pairs = load_pairs()
    reader = Reader(
        heads=reading.pattern_heads(load_marked, patterns_digest(), encoder, cache, tell),
        cues=CueBook(load_cues()),
        reasons={one.id: one for one in load_reasons()},
        softener=Softener(
            pairs=pairs,
            said=encoder.embed([clean(one.said).text for one in pairs]),
            frames=load_frames(),
        ),
        thresholds=THRESHOLDS,
    )
    worth = partial(may_carry, reader=reader)
    return lambda text: read(reading.hear_message(text, encoder, worth), reader)


def understand_with(tell: Callable[[str], None]) -> Understand:
    """Make ready to understand; `tell` hears of what has to be built once for this user.

    What it makes ready raises TooLong.
    """
    cache = encoder_files.cache_folder()
    encoder = encoders.best_encoder(cache, tell)
    taxonomy = load_taxonomy()
    listener = understander(
        taxonomy,
        understood.taught_understanding(taxonomy, taxonomy_digest(), encoder, cache, tell),
    )
    return lambda text: understand(understood.hear_as_typed(text, encoder), listener)


def understander(taxonomy: Taxonomy, taught: understood.Taught) -> Understander:
    """Put together what listens: what was taught, and the authored words."""
    return Understander(
        taxonomy=taxonomy,
        choosers=taught.choosers,
        cues={
            Subject.SITUATIONS: PhraseBook(
                {place: one.cues for place, one in enumerate(taxonomy.situations)}
            ),
            Subject.NEEDS: PhraseBook(
                {place: one.cues for place, one in enumerate(taxonomy.needs)}
            ),
        },
        feelings=FeelingWords(taxonomy.emotions),
        known=taught.known,
    )
