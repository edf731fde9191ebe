"""The words around patients load strictly, and each list keeps its own two promises."""

from pathlib import Path

import pytest

from aftershift.engines.safety.phi import find_phi
from aftershift.engines.safety.phi_words import Role, WordList
from aftershift.library.phi import load_phi_words, word_lists
from aftershift.library.shelf import ContentError

LISTS = word_lists()


def test_every_role_has_one_list() -> None:
    assert sorted(one.role for one in LISTS) == sorted(Role)


@pytest.mark.parametrize("one", LISTS, ids=lambda one: str(one.role))
def test_a_list_finds_its_example_and_spares_its_counter_example(one: WordList) -> None:
    words = load_phi_words()
    assert find_phi(one.matches, words).blocked
    assert not find_phi(one.spares, words).blocked


LIST = '[[lists]]\nrole = "{role}"\nwhy = ""\nmatches = ""\nspares = ""\nwords = ["{word}"]\n'


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (LIST.format(role="luck", word="a"), "lists.0.role"),
        (LIST.format(role="kin", word="Mother"), ""),
        (LIST.format(role="kin", word="mo*"), ""),
        (LIST.format(role="kin", word="mother") + "colour = 1\n", "lists.0.colour"),
    ],
)
def test_a_wrong_file_is_refused_by_name(text: str, key: str, tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_text(text, "utf-8")
    with pytest.raises(ContentError) as refused:
        load_phi_words(tmp_path)
    assert refused.value.file == "odd.toml"
    assert refused.value.key == key


def test_a_shelf_without_a_role_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kin.toml").write_text(LIST.format(role="kin", word="mother"), "utf-8")
    with pytest.raises(ContentError, match="each role once"):
        load_phi_words(tmp_path)
