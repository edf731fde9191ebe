"""The shelf of empathy loads, its rules hold, and it refuses what it should."""

from pathlib import Path

import pytest

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.empathy_rules import RuleBook, strongest
from aftershift.engines.language.sentences import sentences
from aftershift.engines.language.signs import Levels
from aftershift.library.empathy import (
    EMPATHY,
    LEAST_TAUGHT,
    empathy_digest,
    load_labelled,
    load_rules,
    load_scenes,
    read_scenes,
    rules_digest,
)
from aftershift.library.shelf import ContentError

SCENE = '[[scene]]\nsaid = "tired"\nvoice = "nurse"\nreplies = [{reply}]\n'
BLIND = Path(__file__).parents[1] / "sets" / "empathy" / "test.toml"


@pytest.fixture(scope="module")
def rules() -> RuleBook:
    return load_rules()


def test_every_sign_and_level_is_taught_and_most_replies_show_nothing_of_two() -> None:
    replies = load_labelled()
    assert len(replies) >= 500
    for sign in range(3):
        for level in range(3):
            assert sum(one.levels[sign] == level for one in replies) >= LEAST_TAUGHT
    assert sum(one.levels == (0, 0, 0) for one in replies) >= 150


def test_no_blind_reply_teaches() -> None:
    taught = {one.reply.casefold() for one in load_labelled()}
    said = {one.said.casefold() for one in load_scenes()}
    for scene in read_scenes(BLIND):
        assert scene.said.casefold() not in said
        assert not taught.intersection(one.reply.casefold() for one in scene.labelled())


# What was said, a reply, and what the rules alone make of it.
GIVEN: tuple[tuple[str, str, Levels], ...] = (
    ("we lost her", "I'm so sorry.", (1, 0, 0)),
    ("we lost her", "Big hugs, thinking of you xx", (1, 0, 0)),
    ("we lost her", "Hang in there.", (1, 0, 0)),
    ("we lost her", "My heart goes out to you.", (2, 0, 0)),
    ("we lost her", "I'm really worried about you.", (2, 0, 0)),
    ("we lost her", "That makes me so sad.", (2, 0, 0)),
    ("we lost her", "I totally get it.", (0, 1, 0)),
    ("we lost her", "Been there.", (0, 1, 0)),
    ("we lost her", "That makes sense.", (0, 1, 0)),
    ("we lost her", "That must have been awful.", (0, 2, 0)),
    ("we lost her", "It sounds like you carry all of it.", (0, 2, 0)),
    ("we lost her", "When I lost my first patient I couldn't eat.", (0, 2, 0)),
    ("we lost her", "What happened?", (0, 0, 1)),
    ("we lost her", "are you ok", (0, 0, 1)),
    ("we lost her", "Do you want to talk?", (0, 0, 1)),
    ("the pager went again", "Which sound of the pager is the worst one?", (0, 0, 2)),
    ("we lost her", "Do you blame yourself?", (0, 0, 2)),
    ("we lost her", "I'm so sorry. That must hurt. Do you blame yourself?", (1, 2, 2)),
    # None of it: advice, facts, at least, one-upping, praise, rhetoric, requests.
    ("the night was long", "Try a podcast.", (0, 0, 0)),
    ("the night was long", "Have you tried melatonin for the nights?", (0, 0, 0)),
    ("the night was long", "At least you slept, it could be worse.", (0, 0, 0)),
    ("the night was long", "That's nothing, I did nine in a row.", (0, 0, 0)),
    ("the night was long", "You're a brilliant nurse.", (0, 0, 0)),
    ("the night was long", "Who cares?", (0, 0, 0)),
    ("the night was long", "Can you swap the night on Friday?", (0, 0, 0)),
    ("the night was long", "Why don't you just say no?", (0, 0, 0)),
    ("the night was long", "Sorry but that's the job.", (0, 0, 0)),
    ("the night was long", "You'll get used to it.", (0, 0, 0)),
    ("the night was long", "", (0, 0, 0)),
)


@pytest.mark.parametrize(("said", "reply", "levels"), GIVEN)
def test_a_reply_shows_what_its_rules_say(
    said: str, reply: str, levels: Levels, rules: RuleBook
) -> None:
    text = clean(reply).text
    about = rules.stems(clean(said).text)
    marks = [rules.marks(text[slice(*cut)].strip(), about) for cut in sentences(text)]
    assert strongest(marks or [(0, 0, 0)]) == levels


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ('[0, 0, 3, "x"]', "none of 0 to 2"),
        ('[0, 0, 0, " "]', "without words"),
        ('[0, 0, "x"]', "scene.0.replies.0"),
        ('[0, 0, 1.5, "x"]', "scene.0.replies.0.2"),
        ("", "needs something said"),
    ],
)
def test_a_wrong_scene_is_refused(reply: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "teach_odd.toml").write_text(SCENE.format(reply=reply), "utf-8")
    with pytest.raises(ContentError, match="teach_odd.toml") as refused:
        load_scenes(tmp_path)
    assert reason in str(refused.value)


def test_a_shelf_with_too_few_of_a_level_is_refused(tmp_path: Path) -> None:
    (tmp_path / "teach_one.toml").write_text(SCENE.format(reply='[0, 0, 0, "x"]'), "utf-8")
    with pytest.raises(ContentError, match="emotional_reaction 0: fewer than 60"):
        load_labelled(tmp_path)


RULE = (
    '[[rule]]\nsign = "exploration"\nlevel = {level}\nsays = ["{says}"]\n'
    'hears = ["you"]\nspares = ["oh you"]\n'
)


@pytest.mark.parametrize(
    ("level", "says", "reason"),
    [
        (1, "you", "hears 'oh you'"),
        (1, "him", "is deaf to 'you'"),
        (1, "..", "no phrase"),
        (4, "you", "none of 0 to 2"),
    ],
)
def test_a_rule_that_does_not_hold_is_refused(
    level: int, says: str, reason: str, tmp_path: Path
) -> None:
    (tmp_path / "rules.toml").write_text(RULE.format(level=level, says=says), "utf-8")
    with pytest.raises(ContentError, match=reason):
        load_rules(tmp_path)


def test_a_sign_without_a_rule_of_each_level_is_refused(tmp_path: Path) -> None:
    text = RULE.format(level=1, says="you").replace("oh you", "oh her")
    (tmp_path / "rules.toml").write_text(text, "utf-8")
    with pytest.raises(ContentError, match="emotional_reaction: no rule of level 0"):
        load_rules(tmp_path)


def test_a_changed_shelf_has_another_digest(tmp_path: Path) -> None:
    for path in EMPATHY.glob("*.toml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert (empathy_digest(tmp_path), rules_digest(tmp_path)) == (empathy_digest(), rules_digest())
    with (tmp_path / "words.toml").open("a", encoding="utf-8") as words:
        words.write("# more\n")
    assert empathy_digest(tmp_path) == empathy_digest()
    assert rules_digest(tmp_path) != rules_digest()
