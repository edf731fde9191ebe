"""How often understanding is right; writes the tables of docs/understanding.md.

    python -m benchmarks.understanding [--folds | --calibrate]

The blind sets in `tests/sets/understanding` were written by somebody else from the bare names, and
not looked at. `--calibrate` prints the table of confidences that the engine holds, from one half of
them; the other half is measured. `--folds` does five-fold cross-validation
on the sentences that teach instead; their author wrote the cues too, so it flatters. Intervals are
Wilson's, at 95 %.
"""

import hashlib
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from pathlib import Path
from time import process_time

import numpy as np
from benchmarks._timing import say

from aftershift.adapters import encoder_files, encoders
from aftershift.adapters.encoders import Encoder, Vectors
from aftershift.adapters.hearing import hear
from aftershift.adapters.understanding import (
    Sentence,
    sentences,
    taught_by,
    taught_understanding,
    understander,
)
from aftershift.engines.language.features import spelt
from aftershift.engines.language.phrases import words_in
from aftershift.engines.language.taxonomy import Subject
from aftershift.engines.language.understanding import (
    CONFIDENCE,
    Guess,
    Listener,
    Understanding,
    Words,
    chosen,
    raw_shares,
    understand,
)
from aftershift.engines.language.utterance import Utterance
from aftershift.library.shelf import read_record
from aftershift.library.understanding import load_taxonomy, taxonomy_digest

ROOT = Path(__file__).parents[1]
BLIND = ROOT / "tests" / "sets" / "understanding"
PAGE = ROOT / "docs" / "understanding.md"
FOLDS = 5
KNOTS = 5  # of a table of confidences
BANDS = ((0.0, 0.4), (0.4, 0.55), (0.55, 0.7), (0.7, 0.85), (0.85, 1.01))


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Blind messages with what is right for all of them."""

    messages: tuple[str, ...]
    situation: str = ""
    also: tuple[str, ...] = ()  # other situations that are told as well
    emotions: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    why: str = ""
    voice: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Nothing:
    """Blind messages in which nothing is to be heard."""

    messages: tuple[str, ...]
    why: str = ""
    voice: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class BlindSet:
    """One file of blind messages."""

    group: tuple[Group, ...] = ()
    none: tuple[Nothing, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Tried:
    """One message: the shares of all names, what is said of them, and what is right."""

    order: tuple[str, ...]  # all names, the likeliest first
    said: tuple[Guess, ...]
    right: tuple[str, ...]


def main() -> None:
    """Measure and write, or print the table of confidences."""
    cache = encoder_files.cache_folder()
    encoder = encoders.best_encoder(cache, say)
    taxonomy = load_taxonomy()
    taught = taught_understanding(taxonomy, taxonomy_digest(), encoder, cache, say)
    listener = understander(taxonomy, taught)
    if "--folds" in sys.argv:
        folded = {subject: list(unseen(subject, listener, encoder)) for subject in Subject}
        write("folds", of_folds(folded, listener))
        return
    blind = [Heard.of(group, text, encoder) for group, text in blind_messages()]
    if "--calibrate" in sys.argv:
        for subject in Subject:
            given = [shares_and_right(one, subject, listener) for one in blind if not one.measures]
            say(f"    Subject.{subject.name}: {calibrated(given)},")
        return
    write("blind", of_blind([one for one in blind if one.measures], listener))


def write(part: str, lines: Iterator[str]) -> None:
    """Print one part and write it into the page between its marks."""
    text = "\n".join(lines) + "\n"
    say(text)
    marks = re.compile(rf"(<!-- {part}: measured -->\n).*?(<!-- {part}: end -->)", re.DOTALL)
    page = PAGE.read_text("utf-8")
    PAGE.write_text(marks.sub(lambda found: found[1] + text + found[2], page), "utf-8")


# --- sentences that teach, in five folds -----------------------------------------------

Unseen = tuple[Sentence, Vectors, Vectors]  # a sentence, its shares, 1 where a name is right


def unseen(subject: Subject, listener: Listener, encoder: Encoder) -> Iterator[Unseen]:
    """Give every sentence that somebody says, heard by a chooser that was not taught by it."""
    given = list(sentences(listener.taxonomy, subject))
    rows = encoder.embed([one.text for one in given])
    names = listener.taxonomy.names(subject)
    for fold in range(FOLDS):
        out = [at for at, one in enumerate(given) if one.is_said and fold_of(one.text) == fold]
        kept = [at for at in range(len(given)) if at not in set(out)]
        chooser = taught_by(listener.taxonomy, subject, [given[at] for at in kept], rows[kept])
        fresh = replace(listener, choosers={**listener.choosers, subject: chooser})
        for at in out:
            words = words_in(given[at].text)
            heard = [
                Words(spelt=spelt(given[at].text), words=words, felt=listener.feelings.felt(words))
            ]
            share = raw_shares(subject, rows[at : at + 1], heard, fresh)[0]
            yield given[at], share, np.array([name in given[at].names for name in names])


def fold_of(text: str) -> int:
    """Put a sentence into a fold by its own words."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % FOLDS


def calibrated(tried: Sequence[tuple[Vectors, Vectors]]) -> tuple[tuple[float, ...], ...]:
    """Turn shares of the three likeliest names into confidences that only rise (isotonic)."""
    pairs = [
        (float(share[at]), bool(right[at]))
        for share, right in tried
        for at in np.argsort(-share)[:3]
    ]
    pairs.sort()
    blocks: list[list[float]] = []  # sum of shares, right ones, how many
    for share, is_right in pairs:
        blocks.append([share, float(is_right), 1.0])
        while len(blocks) > 1 and _mean(blocks[-2]) >= _mean(blocks[-1]):
            last = blocks.pop()
            blocks[-1] = [one + other for one, other in zip(blocks[-1], last, strict=True)]
    edges = np.array([one[0] / one[2] for one in blocks])
    sure = np.array([_mean(one) for one in blocks])
    knots = np.quantile([share for share, _ in pairs], np.linspace(0, 1, 40))
    knots = np.interp(np.linspace(0, 1, KNOTS), np.linspace(0, 1, 40), knots)
    knots = np.unique(np.round([0.0, *knots, 0.5, 0.7, 0.9, 1.0], 3))
    smooth = [float(np.interp(one, edges, sure)) for one in knots]
    return tuple(float(one) for one in knots), tuple(round(min(0.95, one), 2) for one in smooth)


def _mean(block: Sequence[float]) -> float:
    return block[1] / block[2]


def of_folds(folded: Mapping[Subject, Sequence[Unseen]], listener: Listener) -> Iterator[str]:
    """Write the tables of the sentences that teach."""
    tried: dict[Subject, list[Tried]] = {}
    for subject, given in folded.items():
        edges, sure = CONFIDENCE[subject]
        names = listener.taxonomy.names(subject)
        tried[subject] = [
            Tried(
                order=tuple(names[at] for at in np.argsort(-share)),
                said=chosen(np.interp(share, edges, sure), subject, listener),
                right=sentence.names,
            )
            for sentence, share, _right in given
        ]
    yield "**The sentences that teach, five-fold cross-validation.** Needs as they are said,"
    yield "without those of the situation."
    yield ""
    yield from table(tried)
    yield ""
    yield "Is 0.7 right 70 times in 100? All that is said, by its confidence:"
    yield ""
    yield from bands(tried)


# --- the blind sets --------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """A blind message, what is right for it, and on which side of the two halves it is."""

    group: Group
    utterance: Utterance
    measures: bool
    seconds: float  # of one core's time, to clean and encode it

    @staticmethod
    def of(group: Group, text: str, encoder: Encoder) -> "Heard":
        """Hear a message."""
        began = process_time()
        utterance = hear(text, encoder)
        return Heard(
            group=group,
            utterance=utterance,
            measures=fold_of(text) in (1, 3) or (fold_of(text) == 0 and len(text) % 2 == 0),
            seconds=process_time() - began,
        )

    def right(self, subject: Subject) -> tuple[str, ...]:
        """Give the right names of one subject."""
        return {
            Subject.SITUATIONS: tuple(
                one for one in (self.group.situation, *self.group.also) if one
            ),
            Subject.EMOTIONS: self.group.emotions,
            Subject.NEEDS: self.group.needs,
        }[subject]


def blind_messages() -> Iterator[tuple[Group, str]]:
    """Give every blind message with its group."""
    for path in sorted(BLIND.glob("*.toml")):
        file = read_record(path, BlindSet)
        for group in (*file.group, *(Group(messages=none.messages) for none in file.none)):
            for text in group.messages:
                yield group, text


def of_blind(blind: Sequence[Heard], listener: Listener) -> Iterator[str]:
    """Write the tables of the half that measures."""
    began = process_time()
    told = [understand(one.utterance, listener) for one in blind]
    took = process_time() - began + sum(one.seconds for one in blind)
    tried: dict[Subject, list[Tried]] = {subject: [] for subject in Subject}
    for one, understood in zip(blind, told, strict=True):
        for subject in Subject:
            share, _right = shares_and_right(one, subject, listener)
            names = listener.taxonomy.names(subject)
            tried[subject].append(
                Tried(
                    order=tuple(names[at] for at in np.argsort(-share)),
                    said=said_of(understood)[subject],
                    right=one.right(subject),
                )
            )
    nothing = sum(not one.right(Subject.SITUATIONS) for one in blind)
    yield f"**{len(blind)} blind messages**, {nothing} of them without a situation."
    yield ""
    yield from table(tried)
    yield ""
    yield "What is said, by its confidence, and how much of it was right:"
    yield ""
    yield from bands(tried)
    yield ""
    words = float(np.mean([len(one.utterance.text.split()) for one in blind]))
    speed = len(blind) / took
    yield f"{speed:.0f} messages of {words:.0f} words for each second of one core's time."


def shares_and_right(one: Heard, subject: Subject, listener: Listener) -> tuple[Vectors, Vectors]:
    """Give a message's share of each name, and 1 where the name is right."""
    said = one.utterance
    windows = [said.window(at) for at in range(len(said.windows))]
    heard = [
        Words(
            spelt=spelt(text), words=(words := words_in(text)), felt=listener.feelings.felt(words)
        )
        for text in windows
    ]
    share = raw_shares(subject, said.embeddings, heard, listener).max(axis=0)
    names = listener.taxonomy.names(subject)
    return share, np.array([name in one.right(subject) for name in names])


def said_of(understood: Understanding) -> dict[Subject, tuple[Guess, ...]]:
    """Give what is said of each subject, in one shape."""
    return {
        Subject.SITUATIONS: understood.situations,
        Subject.EMOTIONS: tuple(
            Guess(name=one.name, confidence=one.confidence) for one in understood.emotions
        ),
        Subject.NEEDS: understood.needs,
    }


# --- tables ----------------------------------------------------------------------------


def table(tried: Mapping[Subject, Sequence[Tried]]) -> Iterator[str]:
    """Write one line for each subject."""
    heads = (
        "", "likeliest is right", "right is among three", "first said is right",
        "something is said", "of all said, right", "said where nothing is",
    )  # fmt: skip
    yield "| " + " | ".join(heads) + " |"
    yield "|---" * len(heads) + "|"
    for subject, many in tried.items():
        there = [one for one in many if one.right]
        nothing = [one for one in many if not one.right]
        first = [one for one in many if one.said]
        all_said = [(guess.name in one.right) for one in many for guess in one.said]
        yield "| " + " | ".join((
            subject.value,
            share_of(sum(one.order[0] in one.right for one in there), len(there)),
            share_of(sum(bool(set(one.order[:3]) & set(one.right)) for one in there), len(there)),
            share_of(sum(one.said[0].name in one.right for one in first), len(first)),
            share_of(sum(bool(one.said) for one in there), len(there)),
            share_of(sum(all_said), len(all_said)),
            share_of(sum(bool(one.said) for one in nothing), len(nothing)),
        )) + " |"  # fmt: skip


def bands(tried: Mapping[Subject, Sequence[Tried]]) -> Iterator[str]:
    """Write how much was right of what was said with how much confidence."""
    yield "| confidence | " + " | ".join(subject.value for subject in tried) + " |"
    yield "|---|" + "---|" * len(tried)
    for least, most in BANDS:
        cells = []
        for many in tried.values():
            said = [
                guess.name in one.right
                for one in many
                for guess in one.said
                if least <= guess.confidence < most
            ]
            cells.append(share_of(sum(said), len(said)))
        yield f"| {least:.2f} to {min(most, 1):.2f} | " + " | ".join(cells) + " |"


def share_of(some: int, of: int) -> str:
    """Write a share with its Wilson interval."""
    if not of:
        return "none"
    p, z = some / of, 1.96
    middle = (p + z * z / (2 * of)) / (1 + z * z / of)
    half = z * sqrt(p * (1 - p) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{p:.2f} ({max(0.0, middle - half):.2f} to {middle + half:.2f}), {some} of {of}"


if __name__ == "__main__":
    main()
