"""The shelf of what may be advised: nothing without a grade, a limit and a source."""

import json
import re
import shutil
from pathlib import Path

import pytest
from tests.house.test_guards import ROOT
from tests.shared_material import shared

from aftershift.engines.evidence.practices import EvidenceError, Grade, Practice
from aftershift.engines.safety.output_check import check
from aftershift.engines.safety.output_kinds import FaultKind
from aftershift.library.evidence import EVIDENCE, evidence_words, load_evidence
from aftershift.library.output import load_output
from aftershift.library.shelf import ContentError

SHELF = load_evidence()
PRACTICES = tuple(SHELF.practices.values())
DOI = re.compile(r"10\.\d{4,9}/[A-Za-z0-9./()_-]+")


def told(one: Practice) -> tuple[str, ...]:
    """Give all that a practice says to people."""
    return (
        one.about, *one.steps, *one.triggers, one.say, *one.offers, one.plan, one.smaller,
        one.design, one.effect, one.caveat, one.why_grade,
    )  # fmt: skip


# --- what stands on it ----------------------------------------------------------------


@pytest.mark.parametrize("one", PRACTICES, ids=lambda one: one.slug)
def test_every_practice_says_how_sure_how_limited_and_not_for_whom(one) -> None:
    assert one.grade in Grade
    assert one.caveat
    assert one.why_grade
    assert re.search(rf"\b{one.grade.value}\b", one.why_grade), "the reason names the grade"
    assert one.not_for
    assert one.sources
    assert one.triggers
    assert one.reviewed.year >= 2026


def test_what_nobody_read_lifts_nothing_above_c() -> None:
    for one in PRACTICES:
        if one.grade in (Grade.A, Grade.B):
            assert {SHELF.sources[key].checked for key in one.sources} & {"excerpt"}, one.id


def test_practices_for_two_are_checked_for_fear() -> None:
    """A practice with a partner stops at violence, but for the one that is about it."""
    unchecked = {
        one.id
        for one in PRACTICES
        if one.scope[0] == "partner" and one.is_offered and "violence" not in one.stops
    }
    assert unchecked <= {"safety.stop-rule"}


def test_no_sentence_repeats_what_has_no_source() -> None:
    book = load_output()
    said = [(one.id, text) for one in PRACTICES for text in told(one)]
    said += [(one.id, one.say) for one in SHELF.myths.values()]
    said += [(one.id, one.plain) for one in SHELF.terms.values()]
    folklore = {
        (name, text)
        for name, text in said
        if any(fault.kind is FaultKind.FOLKLORE for fault in check(text, book))
    }
    assert folklore == set()


def test_no_claim_says_the_figure_that_must_not_be_said() -> None:
    rows = shared("coach/do_not_say.jsonl").read_text(encoding="utf-8").splitlines()
    patterns = [re.compile(json.loads(row)["pattern"], re.IGNORECASE) for row in rows]
    said = [(one.id, text) for one in PRACTICES for text in told(one)]
    said += [(one.id, one.say) for one in SHELF.myths.values()]
    assert [(name, text) for name, text in said for one in patterns if one.search(text)] == []
    claims = shared("evidence/claims.jsonl").read_text(encoding="utf-8").splitlines()
    for claim in map(json.loads, claims):
        myth, not_this = SHELF.myths.get(claim["id"]), claim.get("do_not_say")
        if myth and not_this:
            for saying in not_this.split("; "):
                assert saying.casefold() not in myth.say.casefold(), claim["id"]


def test_no_doi_is_printed_that_nobody_saw() -> None:
    dois = [one.doi for one in SHELF.sources.values() if one.doi]
    assert len(dois) == len(set(dois))
    assert [one for one in dois if not DOI.fullmatch(one)] == []
    rows = shared("evidence/sources.jsonl").read_text(encoding="utf-8").splitlines()
    seen = {row["doi"] for row in map(json.loads, rows) if row.get("doi_seen")}
    assert set(dois) <= seen


def test_every_word_of_the_glossary_leads_somewhere() -> None:
    assert [one.id for one in SHELF.terms.values() if not one.see] == []


def test_a_search_by_words_knows_every_practice() -> None:
    assert set(evidence_words().texts) == set(SHELF.practices)


def test_the_document_counts_as_the_shelf_does() -> None:
    text = (ROOT / "docs/evidence.md").read_text(encoding="utf-8")
    spread = dict(re.findall(r"(?m)^\| ([A-E]) \|.*\| (\d+) \|$", text))
    assert spread == {
        grade.value: str(sum(one.grade is grade for one in PRACTICES)) for grade in Grade
    }
    remembered = sum(one.checked == "memory" for one in SHELF.sources.values())
    assert f"Of {len(SHELF.sources)} sources, {remembered} are only remembered" in text
    lowered = re.findall(r"(?m)^\| `([a-z.-]+)` \| ([A-E]) \| ([A-E]) \|", text)
    assert len(lowered) == 10
    for name, before, now in lowered:
        assert before < now == SHELF.practices[name].grade.value


# --- and each of it was seen to fail ----------------------------------------------------


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of the shelf that may be broken."""
    return Path(shutil.copytree(EVIDENCE, tmp_path / "evidence"))


def broken(shelf: Path, file: str, old: str, new: str) -> Path:
    """Change one thing in one file."""
    path = shelf / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} does not say {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return shelf


START = "practices/partner-soft-start.toml"
SOURCE = '[[source]]\nkey = "Grewen2003"\n'


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (START, 'grade = "C"', 'grade = "F"', "grade"),
        (START, 'grade = "C"\n', "", "grade"),
        (START, 'caveat = "Soft', 'caveat = ""\n#', "caveat"),
        (START, 'why_grade = "', 'why_grade = ""\n#', "why_grade"),
        (START, "not_for = [", "not_for = []\nunknown = [", "unknown"),
        (START, '"Carrere1999"', '"Nobody1999"', "Nobody1999"),
        (START, 'sources = ["Carrere1999", "Overall2017", "Ross2019"]', "sources = []", "none"),
        (START, '"hard-talk-ahead"', '"no-such-situation"', "no-such-situation"),
        (START, 'id = "partner.soft-start"', 'id = "partner.start"', "name of its file"),
        (START, 'effect = "An association."', 'effect = "In 86% of couples."', "86"),
        (START, "reviewed = 2026-11-26", 'reviewed = "lately"', "reviewed"),
        ("myths.toml", "45.2% had", "60% had", "60"),
        ("myths.toml", '"Deloitte"', '"Nobody2024"', "Nobody2024"),
        ("myths.toml", 'id = "000-02"', 'id = "000-01"', "twice"),
        ("glossary.toml", '"self.coaching-human"', '"self.nothing"', "self.nothing"),
        ("glossary.toml", 'source = "ICD11"', 'source = "ICD12"', "ICD12"),
        ("sources.toml", SOURCE, f'{SOURCE}doi = "10.1000/1"\n', "not seen"),
        ("sources.toml", 'key = "TJC2023"', 'key = "TJC2010"', "twice"),
    ],
)
def test_a_shelf_with_a_fault_is_refused_by_name(copy, file, old, new, said) -> None:
    with pytest.raises(ContentError, match=re.escape(said)):
        load_evidence(broken(copy, file, old, new))


def test_a_practice_for_everybody_is_refused(copy) -> None:
    path = copy / START
    text = re.sub(r"(?s)not_for = \[.*?\n\]", "not_for = []", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    with pytest.raises((ContentError, EvidenceError), match="whom it is not for"):
        load_evidence(copy)


def test_a_sound_copy_is_taken(copy) -> None:
    assert load_evidence(copy) == SHELF


def test_a_saying_without_a_source_would_be_found() -> None:
    book = load_output()
    for text in ("A six-second kiss is enough.", "You need a 5:1 ratio of positive moments."):
        assert any(fault.kind is FaultKind.FOLKLORE for fault in check(text, book)), text
