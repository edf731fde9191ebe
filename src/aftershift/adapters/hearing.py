"""Text in, an utterance out; and an ear that is taught by our own messages."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np

from aftershift.adapters import encoder_files
from aftershift.adapters.encoders import Encoder
from aftershift.adapters.learnt import HeadsOf, kept_file, shuffled
from aftershift.engines.language.cleaning import LONGEST, Cleaned, clean
from aftershift.engines.language.fillers import after_who, without_fillers
from aftershift.engines.language.heads import Heads, Lessons, taught
from aftershift.engines.language.mending import Lexicon, lexicon_of, mend
from aftershift.engines.language.sentences import windows
from aftershift.engines.language.undisguising import undisguised
from aftershift.engines.language.utterance import Utterance
from aftershift.engines.safety.lessons import Lesson, messages_of
from aftershift.engines.safety.risk import Category, Level
from aftershift.engines.safety.triage import LEVEL_HEADS

RECIPE = "1"  # grows with every change of features, heads or windows


class TooLong(Exception):
    """A message that is longer than anybody types; says how long it may be."""


def refuse_too_long(*texts: str) -> None:
    """Raise TooLong for a text that nobody types."""
    if any(len(text) > LONGEST for text in texts):
        reason = f"this is longer than {LONGEST} characters; send it in parts"
        raise TooLong(reason)


def hear(text: str, encoder: Encoder, lexicon: Lexicon | None = None) -> Utterance:
    """Clean a text, cut it and encode each window.

    Where there is a lexicon the text is mended, and windows are heard without the small words
    around them; one that begins with who somebody is, is heard without that too, as a window more,
    and what is disguised by digits or spaces is read plainly as well.
    Raises TooLong.
    """
    refuse_too_long(text)
    typed = clean(text)
    plain = undisguised(typed, lexicon) if lexicon else None
    heard = _heard(typed, encoder, lexicon)
    return replace(heard, plain=_heard(plain, encoder, lexicon)) if plain else heard


def _heard(typed: Cleaned, encoder: Encoder, lexicon: Lexicon | None) -> Utterance:
    cleaned = mend(typed, lexicon) if lexicon else typed
    stretches = windows(cleaned.text)
    if lexicon and stretches and (said := after_who(cleaned.text[slice(*stretches[0])])):
        stretches = (*stretches, (stretches[0][0] + said, stretches[0][1]))
    texts = [cleaned.text[starts:ends] for starts, ends in stretches]
    if lexicon:
        texts = [without_fillers(one) for one in texts]
    return Utterance(
        cleaned=cleaned,
        windows=stretches,
        embeddings=encoder.embed(texts),
        unmended=typed if typed.text != cleaned.text else None,
    )


def taught_words(
    lessons: Callable[[], tuple[Lesson, ...]], digest: str, phrases: Iterable[str], cache: Path
) -> Lexicon:
    """Give the words of messages and phrases, from the cache where they lie there already."""
    kept = kept_file(f"words-{digest[:12]}-{RECIPE}.json", cache)
    known = encoder_files.known_words()
    if kept.exists():
        return Lexicon(known, json.loads(kept.read_text(encoding="ascii")))
    texts = (clean(text).text for _labelled, text in messages_of(lessons()))
    lexicon = lexicon_of(texts, known, wanted=phrases)
    kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    encoder_files.put(kept, json.dumps(dict(lexicon.taught)).encode("ascii"))
    return lexicon


def teach(lessons: tuple[Lesson, ...], encoder: Encoder) -> Heads:
    """Teach heads for each level and each category by every message of some lessons.

    An encoder that was tuned for this brings the head of its own: then only words are taught.
    """
    said = [(labelled, clean(text).text) for labelled, text in messages_of(lessons)]
    kinds = [kind.value for kind in Category]
    answers = [
        [
            *(labelled.grave >= level for level in LEVEL_HEADS),
            *(labelled.grave > Level.NONE and kind in labelled.categories for kind in kinds),
        ]
        for labelled, _text in said
    ]
    texts = tuple(text for _labelled, text in said)
    meaning = encoder.head("triage")
    return taught(
        Lessons(
            names=(*(level.word for level in LEVEL_HEADS), *kinds),
            texts=texts,
            embeddings=encoder.embed(texts if meaning is None else ()),
            answers=np.array(answers, dtype=np.float32),
            weights=np.ones(len(texts), dtype=np.float32),
        ),
        order=shuffled(len(texts)),
        meaning=meaning,
    )


taught_heads = HeadsOf(name="ear", recipe=RECIPE, what="the ear", teach=teach)
