"""How often the signs of empathy are read right; writes the tables of docs/empathy.md.

    python -m benchmarks.empathy            our own blind replies, an outside set, speed
    python -m benchmarks.empathy --choose   cross-validation on the replies that teach; prints
                                            what `engines/language/empathy.py` holds

The outside set (EPITOME) lies beside the repository, if at all. It is measured, and what it teaches
is measured by one grouped split and thrown away: its licence lets nothing be shipped.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from time import process_time

import numpy as np
from benchmarks._timing import say

from aftershift.adapters import encoder_files, encoders
from aftershift.adapters.encoders import Encoder
from aftershift.adapters.learnt import shuffled
from aftershift.adapters.replies import heard_alone, read_reply
from aftershift.adapters.teaching import taught_by
from aftershift.cli.batch.labelled_replies import replies_in
from aftershift.empathy import shipped_reader
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.empathy import (
    RULE_SAY,
    TAKEN_AWAY,
    Numbers,
    Reader,
    draft_of,
    levels_of,
)
from aftershift.engines.language.empathy_lessons import (
    FOLDS,
    Score,
    fold_of,
    foresight_of,
    levels_of_all,
    scores_of,
    thresholds_for,
    unseen_odds,
)
from aftershift.engines.language.empathy_rules import strongest
from aftershift.engines.language.sentences import sentences
from aftershift.engines.language.signs import SIGNS, Labelled, Levels
from aftershift.library.empathy import load_labelled, read_scenes

ROOT = Path(__file__).resolve().parent.parent
BLIND = ROOT / "tests" / "sets" / "empathy" / "test.toml"
OUTSIDE = ROOT.parent / "shared" / "language" / "dev" / "epitome.csv"
PAGE = ROOT / "docs" / "empathy.md"
MEASURED = re.compile(r"(<!-- empathy: measured -->\n).*?(<!-- empathy: end -->)", re.DOTALL)
SAYS = tuple(
    {TAKEN_AWAY: (away, away), 0: (0.0, 0.0), 1: (rule, weak), 2: (rule, rule)}
    for rule in (1.0, 2.0, 3.0, 4.0)
    for weak in (0.0, -1.0)
    for away in (-1.0, -3.0)
)


def main() -> None:
    """Measure, or choose."""
    encoder = encoders.best_encoder(encoder_files.cache_folder(), say)
    if "--choose" in sys.argv:
        choose(encoder)
        return
    reader = shipped_reader(encoder, say)
    lines = list(measured(reader, encoder))
    page = PAGE.read_text(encoding="utf-8")
    words = "\n".join(lines)
    PAGE.write_text(MEASURED.sub(lambda old: f"{old[1]}\n{words}\n\n{old[2]}", page), "utf-8")
    say(words)


# --- measuring -------------------------------------------------------------------------

HEAD = (
    "| {} | sign | macro-F1 | accuracy | there or not: F1 | precision | recall |\n"
    "|---|---|---|---|---|---|---|"
)


def measured(reader: Reader, encoder: Encoder) -> Iterator[str]:
    """Write the tables: our own blind replies, the outside set, what it would teach, speed."""
    ours = [one for scene in read_scenes(BLIND) for one in scene.labelled()]
    yield f"{len(ours)} replies of our own."
    yield ""
    yield HEAD.format("ours")
    yield from rows("shipped", scores(ours, reader, encoder))
    yield ""
    if OUTSIDE.exists():
        yield from outside(reader, encoder)
    else:
        yield f"The outside set was not measured: {OUTSIDE.name} is not there."
    yield ""
    yield f"Our own: {speed(ours, reader, encoder)}"


def outside(reader: Reader, encoder: Encoder) -> Iterator[str]:
    """Write what the shipped reader makes of an unseen source, and what that source teaches."""
    theirs = replies_in(OUTSIDE)
    yield f"EPITOME, all {len(theirs)} replies of the half at hand, as an unseen source."
    yield ""
    yield HEAD.format("EPITOME")
    yield from rows("rules alone", scores_by_rules(theirs, reader))
    yield from rows("shipped", scores(theirs, reader, encoder))
    yield ""
    own, gain = taught_by(theirs, reader, encoder, say)
    yield (
        f"`aftershift train empathy` with it: taught by {gain.taught_by}, measured on"
        f" {gain.measured_on} others, one split by what was said."
    )
    yield ""
    yield HEAD.format("EPITOME, a fifth")
    yield from rows("shipped", gain.before)
    yield from rows("taught", gain.after)
    yield ""
    yield f"EPITOME, shipped heads: {speed(theirs, reader, encoder)}"
    yield f"EPITOME, taught heads: {speed(theirs, replace(reader, own=own), encoder)}"


def scores(given: Sequence[Labelled], reader: Reader, encoder: Encoder) -> tuple[Score, ...]:
    """Read every reply and hold what was found against what was given."""
    found = [read_reply(one.said, one.reply, reader, encoder) for one in given]
    return scores_of([one.levels for one in given], found)


def scores_by_rules(given: Sequence[Labelled], reader: Reader) -> tuple[Score, ...]:
    """Do the same by rules alone."""
    found = [strongest(marks_of(one, reader)) for one in given]
    return scores_of([one.levels for one in given], found)


def marks_of(one: Labelled, reader: Reader) -> list[Levels]:
    """Give what the rules say of each sentence of a reply."""
    text = clean(one.reply).text
    about = reader.rules.stems(clean(one.said).text)
    return [reader.rules.marks(text[slice(*cut)].strip(), about) for cut in sentences(text)]


def rows(name: str, of: Sequence[Score]) -> Iterator[str]:
    """Write three lines of a table."""
    for sign, one in zip(SIGNS, of, strict=True):
        figures = (one.macro_f1, one.accuracy, one.f1, one.precision, one.recall)
        yield f"| {name} | {sign} | " + " | ".join(f"{100 * each:.1f}" for each in figures) + " |"


def speed(given: Sequence[Labelled], reader: Reader, encoder: Encoder) -> str:
    """Say how many replies one core reads in a second of its time, and how much it encodes."""
    asked = cut = 0
    began = process_time()
    for one in given:
        draft = draft_of(one.said, one.reply, reader)
        levels_of(draft, encoder.embed([draft.sentences[at] for at in draft.asks]), reader)
        asked, cut = asked + len(draft.asks), cut + len(draft.sentences)
    took = process_time() - began
    words = sum(len(one.reply.split()) for one in given) / len(given)
    return (
        f"{len(given) / took:.0f} replies for each second of one core's time, {words:.0f} words"
        f" each, {100 * asked / cut:.0f} % of the sentences encoded."
    )


# --- choosing --------------------------------------------------------------------------


def choose(encoder: Encoder) -> None:
    """Print what cross-validation makes of each way to add up rules, and the numbers to keep."""
    given = load_labelled()
    heard = heard_alone(given, encoder)
    folds = [fold_of(one.said) for one in heard]
    odds = unseen_odds(heard, folds, shuffled)
    right = [one.levels for one in given]
    reader = shipped_reader(encoder, say)
    marks = [marks_of(one, reader) for one in given]
    by_rules = [strongest(one) for one in marks]
    by_heads = unseen_levels(odds.sum(axis=0), right, folds)
    told("rules alone", right, by_rules)
    told("heads alone", right, by_heads)
    either = [
        (max(a, d), max(b, e), max(c, f))
        for (a, b, c), (d, e, f) in zip(by_rules, by_heads, strict=True)
    ]
    told("the stronger of both", right, either)
    for says in SAYS:
        added = odds.sum(axis=0) + added_by(marks, says)
        kept = "  <- kept" if says == RULE_SAY else ""
        told(
            f"rules add {says[1]}, {says[2]}, {says[-1]}{kept}",
            right,
            unseen_levels(added, right, folds),
        )
    by_words = odds[0] + added_by(marks, RULE_SAY)
    say(f"THRESHOLDS {np.round(thresholds_for(by_words + odds[1], right), 2).tolist()}")
    seen = foresight_of(by_words, odds[1])
    for name in ("slope", "offset", "least", "most"):
        say(f"{name} {np.round(getattr(seen, name), 2).tolist()}")


def added_by(marks: Sequence[Sequence[Levels]], says: dict[int, tuple[float, float]]) -> Numbers:
    """Give what rules add to the log-odds of each reply, by the sentence where it is most."""
    return np.stack([
        np.max([[say_ for mark in one for say_ in says[mark]] for one in each], axis=0)
        for each in marks
    ]).astype(np.float32)  # fmt: skip


def unseen_levels(odds: Numbers, right: Sequence[Levels], folds: Sequence[int]) -> list[Levels]:
    """Read each fold by thresholds that the others chose."""
    found: dict[int, Levels] = {}
    for fold in range(FOLDS):
        rest = [at for at, its in enumerate(folds) if its != fold]
        here = [at for at, its in enumerate(folds) if its == fold]
        chosen = thresholds_for(odds[rest], [right[at] for at in rest])
        found |= dict(zip(here, levels_of_all(odds[here], chosen), strict=True))
    return [found[at] for at in range(len(right))]


def told(name: str, right: Sequence[Levels], found: Sequence[Levels]) -> None:
    """Print one line: macro-F1 and the F1 of "there at all", sign by sign, and the mean."""
    of = scores_of(right, found)
    figures = "  ".join(f"{100 * one.macro_f1:.1f}/{100 * one.f1:.1f}" for one in of)
    say(f"{name:<60}{figures}  mean {100 * np.mean([one.macro_f1 for one in of]):.1f}")


if __name__ == "__main__":
    main()
