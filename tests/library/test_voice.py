"""What a model is told and may never say: every rule proves itself, and spares most of our own."""

from pathlib import Path
from shutil import copytree

import pytest

from aftershift.engines.voice.slots import parted, sentences_of
from aftershift.engines.voice.streaming import tidied
from aftershift.library import voice
from aftershift.library.coach import load_coach
from aftershift.library.shelf import ContentError
from aftershift.library.voice import load_craft, load_instructions, unproven

EVERY = 12  # of all reflections, so many apart: the rules are slow on thousands
MOST_REFUSED = 0.10


def test_every_rule_finds_and_spares_what_it_says() -> None:
    assert list(unproven()) == []


def test_a_rule_that_does_not_do_what_it_says_is_found(tmp_path: Path) -> None:
    shelf = tmp_path / "voice"
    copytree(voice.SHELF, shelf)
    file = shelf / voice.NEVER
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"You are a hero."', '"A quiet road."'), encoding="utf-8")
    assert any("A quiet road" in one for one in unproven(shelf))


def test_an_unknown_fault_is_refused_with_its_file(tmp_path: Path) -> None:
    shelf = tmp_path / "voice"
    copytree(voice.SHELF, shelf)
    file = shelf / voice.NEVER
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('fault = "tone"', 'fault = "mood"'), encoding="utf-8")
    with pytest.raises(ContentError, match=voice.NEVER):
        load_craft(shelf)


def test_our_own_reflections_would_mostly_pass() -> None:
    lines = [
        line for book in load_coach().playbooks for part in book.parts for line in part.reflections
    ]
    sentences = [one for line in lines[::EVERY] for one in sentences_of(line)]
    book = load_craft()
    refused = [one for one in sentences if book.never(tidied(one), "")]
    assert len(refused) / len(sentences) <= MOST_REFUSED


def test_the_sample_is_one_that_could_be_said_again() -> None:
    draft, then = parted(load_instructions().sample.reply)
    assert draft
    assert then.endswith("?")


def test_the_instructions_hold_nothing_that_somebody_typed() -> None:
    assert "{" not in load_instructions().says
