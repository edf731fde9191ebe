"""The shelf of what can be understood loads, and refuses what it should."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.phrases import PhraseBook, words_in
from aftershift.engines.language.taxonomy import Scope, Subject, Taxonomy
from aftershift.library.shelf import ContentError
from aftershift.library.understanding import UNDERSTANDING, load_taxonomy


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return load_taxonomy()


def test_there_are_sixty_situations_and_more_at_all_four_scopes(taxonomy: Taxonomy) -> None:
    assert len(taxonomy.situations) >= 64
    scopes = Counter(one.scope for one in taxonomy.situations)
    assert set(scopes) == set(Scope)
    assert min(scopes.values()) >= 10
    assert all(one.needs and one.plain and one.cues for one in taxonomy.situations)


def test_two_hundred_sentences_teach_that_nothing_is_heard(taxonomy: Taxonomy) -> None:
    for subject in Subject:
        empty = [group for group in taxonomy.says if group.names(subject) == ()]
        assert sum(len(group.messages) for group in empty) >= 200


def test_no_sentence_teaches_twice(taxonomy: Taxonomy) -> None:
    said = Counter(clean(text).text for group in taxonomy.says for text in group.messages)
    assert [text for text, count in said.items() if count > 1] == []


def test_every_situation_and_need_hears_a_cue_in_its_own_plain_words(taxonomy: Taxonomy) -> None:
    for one in taxonomy.situations:
        book = PhraseBook({one.id: one.cues})
        assert any(any(book.find(words_in(clean(text).text))) for text in one.plain), one.id


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("situations.toml", 'scope = "me"', 'scope = "moon"', "situation.0.scope"),
        ("situations.toml", 'needs = ["repair"', 'needs = ["luck"', "unknown need: luck"),
        ("needs.toml", 'about = "Sleep', 'extra = 1\nabout = "Sleep', "need.0.extra"),
        ("says_me.toml", 'situations = ["imposter"]', 'situations = ["x"]', "nobody knows x"),
        ("emotions.toml", 'id = "irritation"', 'id = "anger"', "an id is there twice"),
    ],
)
def test_a_wrong_shelf_is_refused(
    file: str, old: str, new: str, reason: str, tmp_path: Path
) -> None:
    shelf = tmp_path / "understanding"
    shutil.copytree(UNDERSTANDING, shelf)
    text = (shelf / file).read_text("utf-8")
    assert old in text
    (shelf / file).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentError) as refused:
        load_taxonomy(shelf)
    assert reason in str(refused.value)
