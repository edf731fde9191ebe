"""The shelf of words: it loads, is easy to read, and reads what was labelled as it is said."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree

import pytest
from benchmarks.wording import apologies, disagreements, sentences
from tests.house.test_guards import ROOT
from tests.library.readability import reading_age

from aftershift.engines.rehearsal.speaking_up import Rung, rung_of
from aftershift.engines.wording.apology import read_apology
from aftershift.engines.wording.apology_parts import Part, Trap
from aftershift.engines.wording.scripts import No, Script, To
from aftershift.library.rehearsal import load_rehearsal
from aftershift.library.shelf import ContentError
from aftershift.library.wording import (
    SHELF,
    load_apology,
    load_conflict,
    load_disagreeing,
    load_sbi,
    load_scripts,
)

OLDEST = 13  # years, of a reader who follows it
BANNED = re.compile(r"[!—–]|\bat least\b|\bhero\b|\byou should\b|\byou need to\b", re.I)
SCRIPTS = load_scripts().script
LOADS: dict[str, Callable[[Path], object]] = {
    "apology.toml": load_apology,
    "sbi.toml": load_sbi,
    "scripts.toml": load_scripts,
    "conflict.toml": load_conflict,
    "disagreeing.toml": load_disagreeing,
}


def texts_of(script: Script) -> str:
    return " ".join(script.texts)


def test_there_are_words_for_sixty_situations_and_more_in_every_group() -> None:
    assert len(SCRIPTS) >= 60
    groups = {one.id for one in load_scripts().group}
    assert groups == {
        "boundary-work", "boundary-home", "boundary-family", "no", "help", "first-sentence",
        "break-text", "missed", "thanks",
    }  # fmt: skip
    assert {one.kind for one in SCRIPTS if one.group == "no"} == set(No)
    assert {one.to for one in SCRIPTS} == set(To)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda one: one.id)
def test_each_is_read_at_thirteen_and_says_nothing_that_we_do_not_say(script: Script) -> None:
    for text in script.texts:
        assert reading_age(re.sub(r"[\[\]]", "", text)) <= OLDEST, text
        assert not BANNED.search(text), text
    assert len(set(script.texts)) == 3


def test_a_text_in_a_break_takes_fifteen_seconds() -> None:
    longest = max(len(t.split()) for one in SCRIPTS if one.group == "break-text" for t in one.texts)
    assert longest <= 30  # two words a second, read and changed


def test_no_words_lead_to_a_patient() -> None:
    from_bed = re.compile(r"\b(?:bed|room) \d|\bM(?:rs?|s)\b|\d{3}", re.I)
    assert [one.id for one in SCRIPTS if from_bed.search(texts_of(one))] == []


def test_no_apology_of_ours_falls_into_a_trap() -> None:
    caught = [
        (one.id, trap)
        for one in SCRIPTS
        for text in one.texts
        for trap, hits in read_apology(text, load_apology().book).traps.items()
        if hits
    ]
    assert caught == []


def test_missed_moments_in_full_are_whole_apologies() -> None:
    for one in (one for one in SCRIPTS if one.group == "missed"):
        reading = read_apology(one.firmer, load_apology().book)
        assert [part for part in Part if not reading.has(part)] == [], one.id


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("apology.toml", 'sign = "if"', 'sign = "unless"'),
        ("apology.toml", 'trap = "if"', 'trap = "unless"'),
        ("apology.toml", 'part = "free"', 'part = "harm"'),
        ("apology.toml", '"Sorry if I upset you"', '"Sorry I upset you"'),
        ("sbi.toml", 'sign = "request"', 'sign = "impact"'),
        ("scripts.toml", 'to = "manager"', 'to = "boss"'),
        ("scripts.toml", "[name]", "[name"),
        ("conflict.toml", 'kind = "process"', 'kind = "task"'),
        ("conflict.toml", 'sign = "process"', 'sign = "task"'),
        ("conflict.toml", 'rule = "say-back"', 'rule = "say-forth"'),
        ("conflict.toml", '"deWit2012"', '"deWit2013"'),
        ("conflict.toml", "[what I want]", "[what I want"),
        ("disagreeing.toml", 'id = "look"', 'id = "leave"'),
    ],
)
def test_a_wrong_file_is_refused_by_name(file: str, old: str, new: str, tmp_path: Path) -> None:
    shelf = copytree(SHELF, tmp_path / "wording")
    text = (shelf / file).read_text("utf-8")
    assert old in text
    (shelf / file).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentError) as refused:
        LOADS[file](shelf)
    assert refused.value.file == file


# --- disagreements ---------------------------------------------------------------------


def said_of_disagreements() -> Iterator[str]:
    """Every sentence that the pages about a disagreement say or lend."""
    yield from load_conflict().why
    for kind in load_conflict().kinds.values():
        yield from (*kind.says.texts, kind.about, kind.asks)
    for step in load_disagreeing().step:
        yield from (*step.level.texts, *step.up.texts, step.about, *filter(None, [step.up_about]))


@pytest.mark.parametrize("text", tuple(said_of_disagreements()))
def test_words_for_a_disagreement_are_read_at_thirteen_and_say_nothing_banned(text: str) -> None:
    assert reading_age(re.sub(r"[\[\]]", "", text)) <= OLDEST
    assert not BANNED.search(text)


def test_no_figure_stands_without_its_source() -> None:
    assert not re.search(r"\d", " ".join(said_of_disagreements()))


def test_no_strength_is_said_twice() -> None:
    texts = [t for step in load_disagreeing().step for t in (*step.level.texts, *step.up.texts)]
    texts += [t for kind in load_conflict().kinds.values() for t in kind.says.texts]
    assert len(set(texts)) == len(texts) == 45


def test_words_to_more_rank_climb_the_ladder_of_the_drill() -> None:
    wish = next(one for one in load_disagreeing().step if one.id == "wish").up
    ladder = load_rehearsal().ladder
    assert [rung_of(text, ladder) for text in wish.texts] == list(Rung)[1:]
    assert wish.names == tuple(one.name for one in ladder.step)


def test_the_document_and_the_page_tell_how_often_a_kind_is_proposed_right() -> None:
    read = tuple(disagreements())
    right = sum(one.read == one.is_ for one in read)
    none = sum(one.read == "nothing" for one in read)
    assert (len(read), right, none) == (30, 18, 12)
    told_of = f"right kind for {right} and none for {none}"
    page = ROOT / "src/aftershift/web/wording/templates/wording/disagreement.html"
    for text in (page.read_text("utf-8"), (ROOT / "docs" / "wording.md").read_text("utf-8")):
        assert told_of in " ".join(text.split())


# --- the labelled sets -----------------------------------------------------------------


def told() -> dict[str, str]:
    """Read the shares that docs/wording.md tells of the fresh half."""
    page = (ROOT / "docs" / "wording.md").read_text("utf-8")
    return dict(re.findall(r"^\| (\w+) \| [^|]+ \| [^|]*?(\d+ of \d+) \|", page, re.MULTILINE))


def test_the_document_tells_what_is_measured_on_the_fresh_half() -> None:
    read = tuple(apologies("fresh"))
    for sign in (*Part, *Trap):
        right = sum((sign in one.signs) == (sign in found) for one, found in read)
        assert told()[sign.value] == f"{right} of {len(read)}"
    cases = tuple(sentences("fresh"))
    for kind in ("behaviour", "judgement", "impact"):
        those = [one for one in cases if one.is_ == kind]
        assert told()[kind] == f"{sum(one.read == kind for one in those)} of {len(those)}"


def test_no_text_stands_in_both_halves() -> None:
    seen, fresh = ({one.says for one, _ in apologies(half)} for half in ("view", "fresh"))
    assert not seen & fresh
    assert (len(seen), len(fresh)) == (225, 75)
    seen_sentences, fresh_ones = ({one.text for one in sentences(h)} for h in ("view", "fresh"))
    assert not seen_sentences & fresh_ones
    assert (len(seen_sentences), len(fresh_ones)) == (180, 60)
