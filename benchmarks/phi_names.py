"""Teach the head on patients' names by the authored sentences, and write it on its shelf.

    python -m benchmarks.phi_names [--without teach_c]

Lessons are the names in tests/sets/phi/teach_*.toml, marked or not, and, counting less, the names
in the ordinary talk of content/triage and content/patterns, of which next to none is a patient's.
With --without, one file is left out, and nothing is written: the head's words on that file, which
it never saw, are counted instead.
"""

import argparse
import re
import tomllib
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks._timing import say
from benchmarks.phi import SETS, Sentence, lessons_checksum, measure, sentences, tally_lines

from aftershift.engines.safety.name_head import Example, NameHead, taught
from aftershift.engines.safety.phi import find_phi, name_signs
from aftershift.engines.safety.phi_text import split
from aftershift.engines.safety.phi_words import PhiWords
from aftershift.library.phi import NAMES, word_lists
from aftershift.library.shelf import CONTENT

TALK = 0.3  # how much a name of ordinary talk counts
MARK = re.compile(r"</?[a-z_]+>")
NOTHING = NameHead(start=0.0, weights={})


def examples(lessons: list[Sentence], words: PhiWords) -> Iterator[Example]:
    """Give each name of the marked sentences; one inside a span of another kind teaches nothing."""
    for one in lessons:
        for start, end, signs in name_signs(one.text, words):
            kinds = {kind for begin, stop, kind in one.spans if begin < end and start < stop}
            if not kinds or "patient_name" in kinds:
                yield Example(signs=signs, is_patient=bool(kinds))


def ordinary(words: PhiWords) -> Iterator[Example]:
    """Give each name of ordinary English talk."""
    for _, message in talk():
        for _, _, signs in name_signs(message, words):
            yield Example(signs=signs, is_patient=False, counts=TALK)


def talk() -> Iterator[tuple[Path, str]]:
    """Give every ordinary English message."""
    for path in sorted([*(CONTENT / "triage").glob("*.toml"), *(CONTENT / "patterns").glob("t*")]):
        for group in tomllib.loads(path.read_text("utf-8")).get("group", []):
            if group.get("language", "en") == "en":
                for message in group["messages"]:
                    yield path, MARK.sub("", message)


def _teach(without: str) -> PhiWords:
    words = PhiWords(word_lists(), split, NOTHING)
    lessons = [one for one in sentences() if one.part == "teaching" and one.stem != without]
    head = taught([*examples(lessons, words), *ordinary(words)])
    return PhiWords(word_lists(), split, head)


def _write(head: NameHead, path: Path) -> None:
    lines = [
        "# Taught by `python -m benchmarks.phi_names`, not written by hand: log-odds of each sign.",
        f'lessons = "{lessons_checksum()}"',
        f"start = {head.start}",
        "",
        "[weights]",
        *(f'"{_quoted(sign)}" = {weight}' for sign, weight in sorted(head.weights.items())),
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _quoted(sign: str) -> str:
    return sign.replace("\\", "\\\\").replace('"', '\\"')


def main() -> None:
    """Teach and write; or teach without one file, and count on it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--without", choices=sorted(path.stem for path in SETS.glob("teach_*")))
    without = parser.parse_args().without or ""
    words = _teach(without)
    if not without:
        _write(words.names, NAMES)
        say(f"{NAMES.name}: {len(words.names.weights)} weights")
        return
    find = partial(find_phi, words=words)
    for line in tally_lines(measure([one for one in sentences() if one.stem == without], find)):
        say(line)


if __name__ == "__main__":
    main()
