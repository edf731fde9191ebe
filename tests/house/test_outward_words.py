"""Words of medicine stand in our own text only where they point to somebody else, or say no.

The product is a coach: it does not treat, diagnose or screen, and is no therapy. Where it names
one of these, it sends people to those who do, or says what it is not; each such place is here.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.house.test_guards import ROOT

SOURCE = ROOT / "src/aftershift"
CONTENT = SOURCE / "content"
MEDICINE = re.compile(
    r"\b(therap\w*|diagnos\w*|screening|screened|treat(?:s|ed|ing|ments?)?)\b",
    re.IGNORECASE,
)

# Shelves that hold what others say, to teach and to match by; and keys of others that do.
OTHERS_WORDS = {
    *("patterns", "triage", "spoken", "phi", "heads", "empathy", "understanding", "signals"),
    *("output", "voice", "replies"),
}
OTHERS_KEYS = {
    *("said", "also", "needs", "practices", "practice", "anchors", "hears", "cues", "spares", "id"),
    *("cue.says", "move.says", "message.examples", "myth.asks"),
    *("way.says", "ask.text", "openers", "tells", "corrects", "point.text", "point.words"),
    *("telling.turns", "want.at", "line.says", "group.says", "weight.parts", "piece.says"),
    *(f"{one}.{part}" for one in ("telling", "piece", "request") for part in ("sends", "never")),
}
SCRIPT = "script"  # what somebody may say to others, in their own name
GIST_SAYS = re.compile(r"coach/(gists|playbooks)/.*: says")
STUDIES = re.compile(
    r"evidence/(sources|practices/.*)\.toml: .*(cite|finding|effect|design|why_grade)"
)

OUTWARD = {
    # What we are not.
    *("not therapy", "not a therapist", "not a diagnosis", "keine Therapie", "geen therapie"),
    *("no diagnosis", "keine Diagnose", "pas un diagnostic", "geen diagnose"),
    # Whom we send people to, and what for.
    *("a couple therapist", "couple or sex therapist", "Couple therapist", "Couple therapy"),
    *("find you a therapist", "no therapist's hours", "do it with a therapist"),
    *("Treatment works", "treatments for it are weak", "Treatment, not a crisis line"),
    *("Good treatments exist", "without treatment", "treatment first", "licensed couple therapist"),
    *("trained couple therapist", "A couple therapist", "a doctor, a therapist or a counsellor"),
    *("die Therapie oder die Beratung", "een arts, een therapeut"),
}


def in_table(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Give every text of a TOML table with its key."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from in_table(inner, f"{key}.{name}".lstrip("."))
    elif isinstance(value, list):
        for inner in value:
            yield from in_table(inner, key)


def in_content() -> Iterator[tuple[str, str]]:
    for path in sorted(CONTENT.rglob("*.toml")):
        place = path.relative_to(CONTENT)
        if place.parts[0] in OTHERS_WORDS:
            continue
        for key, text in in_table(tomllib.loads(path.read_text(encoding="utf-8"))):
            where = f"{place}: {key}"
            is_others = key in OTHERS_KEYS or key.rpartition(".")[2] in OTHERS_KEYS
            if not (is_others or SCRIPT in key or GIST_SAYS.match(where) or STUDIES.match(where)):
                yield where, text


def on_pages() -> Iterator[tuple[str, str]]:
    said = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
    for path in sorted(SOURCE.glob("web/**/*")):
        if path.suffix == ".html":
            yield path.name, re.sub(r"{%\s*url[^%]*%}|{#.*?#}", "", path.read_text("utf-8"))
        elif path.suffix == ".py":
            for found in said.finditer(path.read_text("utf-8")):
                yield path.name, found[1]


def pointing(text: str) -> str:
    """Leave out what points outward."""
    for one in OUTWARD:
        text = re.sub(re.escape(one), "", text, flags=re.IGNORECASE)
    return text


def faults(texts: Iterator[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(where, text) for where, text in texts if MEDICINE.search(pointing(text))]


def test_our_own_text_names_medicine_only_to_point_outward() -> None:
    assert faults(in_content()) == []
    assert faults(on_pages()) == []


def test_each_way_outward_is_still_walked() -> None:
    said = " ".join(text for _, text in (*in_content(), *on_pages())).casefold()
    assert [one for one in OUTWARD if one.casefold() not in said] == []


@pytest.mark.parametrize(
    "text",
    [
        "This screening takes a minute.",
        "A score of ten means a diagnosis.",
        "We treat low mood with writing.",
        "Think of it as therapy in your pocket.",
    ],
)
def test_a_text_that_promises_medicine_is_found(text: str) -> None:
    assert faults(iter([("here", text)]))


def test_what_shows_is_read_and_what_others_say_is_not(tmp_path: Path) -> None:
    table = {"reflects": ["a"], "case": [{"asks": "b", "said": "c"}]}
    assert dict(in_table(table)) == {"reflects": "a", "case.asks": "b", "case.said": "c"}
