"""Replies as the encoder hears them: to be read for signs of empathy, and to teach them."""

from collections.abc import Callable, Sequence

from aftershift.adapters.encoders import Encoder
from aftershift.adapters.hearing import refuse_too_long
from aftershift.adapters.learnt import HeadsOf, shuffled
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.empathy import (
    Reader,
    draft_of,
    levels_of,
    mean_of,
    shape_of,
)
from aftershift.engines.language.empathy_lessons import Heard, teach
from aftershift.engines.language.empathy_rules import RuleBook
from aftershift.engines.language.sentences import sentences
from aftershift.engines.language.signs import Labelled, Levels

RECIPE = "1"  # grows with every change of how replies are cut or heads are taught
TOLD_EVERY = 200  # replies


def read_reply(said: str, reply: str, reader: Reader, encoder: Encoder) -> Levels:
    """Say how strong each sign of empathy is in a reply. Raises TooLong."""
    refuse_too_long(said, reply)
    draft = draft_of(said, reply, reader)
    return levels_of(draft, encoder.embed([draft.sentences[at] for at in draft.asks]), reader)


def heard_alone(replies: Sequence[Labelled], encoder: Encoder) -> list[Heard]:
    """Hear our own replies, each of one thought, as a sentence is heard later."""
    texts = [clean(one.reply).text for one in replies]
    return [
        Heard(said=one.said, text=text, meaning=meaning, levels=one.levels)
        for one, text, meaning in zip(replies, texts, encoder.embed(texts), strict=True)
    ]


empathy_heads: HeadsOf[Sequence[Labelled]] = HeadsOf(
    name="empathy",
    recipe=RECIPE,
    what="what empathy is",
    teach=lambda replies, encoder: teach(heard_alone(replies, encoder), shuffled),
)


def heard_as_wholes(
    replies: Sequence[Labelled], rules: RuleBook, encoder: Encoder, tell: Callable[[str], None]
) -> list[Heard]:
    """Hear somebody's labelled replies as wholes, by the meaning of their sentences."""
    heard = []
    for done, one in enumerate(replies, start=1):
        text = clean(one.reply).text
        cut = [text[slice(*stretch)].strip() for stretch in sentences(text)] or [""]
        about = rules.stems(clean(one.said).text)
        marks = [rules.marks(sentence, about) for sentence in cut]
        heard.append(
            Heard(
                said=one.said,
                text=text,
                meaning=mean_of(encoder.embed(cut)),
                levels=one.levels,
                shape=shape_of(cut, marks),
            )
        )
        if done % TOLD_EVERY == 0 or done == len(replies):
            tell(f"Heard {done} of {len(replies)} replies")
    return heard
