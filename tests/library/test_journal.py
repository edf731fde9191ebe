"""The shelf of the journal loads, speaks plainly, and refuses what it should."""

import re
from pathlib import Path

import pytest

from aftershift.library.journal import load_friends_view, load_prompts
from aftershift.library.shelf import ContentError
from aftershift.library.understanding import emotion_names

DASHES = re.compile(r"[!\u2013\u2014]| - |\bstreak|\bwell done|\bjust\b|\bwhy\b", re.IGNORECASE)


def test_there_are_forty_one_prompts_and_each_says_something_else() -> None:
    prompts = load_prompts()
    assert len(prompts) == 41
    assert len({one.says for one in prompts}) == len({one.id for one in prompts}) == 41


def test_every_feeling_has_a_prompt_and_any_day_has_eleven() -> None:
    felt = {name for one in load_prompts() for name in one.feelings}
    assert felt == set(emotion_names())
    assert sum(not one.feelings for one in load_prompts()) == 11


def test_no_prompt_praises_presses_or_asks_two_things() -> None:
    view = load_friends_view()
    lines = [one.says for one in load_prompts()] + [one.asks for one in view.question]
    for line in lines:
        assert not DASHES.search(line), line
        assert line.count("?") <= 1, line
        assert 5 <= len(line.split()) <= 26, line


def test_a_friends_view_asks_three_short_questions_of_a_practice_on_the_shelf() -> None:
    view = load_friends_view()
    assert view.practice == "partner.reappraise-7"
    assert [one.id for one in view.question] == ["view", "hinders", "takes"]


@pytest.mark.parametrize(
    ("name", "text", "key"),
    [
        ("prompts.toml", '[[prompt]]\nid = "a"\nsays = "A?"\nfeelings = ["glee"]\n', "a"),
        ("prompts.toml", 2 * '[[prompt]]\nid = "a"\nsays = "A?"\n', "a"),
        ("prompts.toml", '[[prompt]]\nid = "a"\nsays = "A?"\nmood = 1\n', "prompt.0.mood"),
    ],
)
def test_a_wrong_shelf_is_refused_by_its_key(
    name: str, text: str, key: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(ContentError) as refused:
        load_prompts(tmp_path)
    assert (refused.value.file, refused.value.key) == (name, key)


def test_a_friends_view_without_its_practice_is_refused(tmp_path: Path) -> None:
    text = 'practice = "partner.none"\nrecall = "A."\n[[question]]\nid = "view"\nasks = "A?"\n'
    (tmp_path / "friend.toml").write_text(text, "utf-8")
    with pytest.raises(ContentError):
        load_friends_view(tmp_path)
