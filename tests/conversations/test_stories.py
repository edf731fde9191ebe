"""Sixty stories, turn by turn, with the real coach.

Its promises hold in all of them. Where it does not understand one yet, the story says why.
"""

import pytest
from tests.conversations.judging import faults_of, missed_in, told
from tests.conversations.stories import Happened, Story, played, stories

from aftershift.engines.coach.state import Act
from aftershift.listening import Coach

STORIES = stories()
NAMES = [one.id for one in STORIES]
NOT_YET = [one for one in STORIES if one.not_yet]
PLAYED: dict[str, list[Happened]] = {}  # each is played once for all that is looked at


def _played(story: Story, coach: Coach) -> list[Happened]:
    if story.id not in PLAYED:
        PLAYED[story.id] = list(played(story, coach))
    return PLAYED[story.id]


def _marked(story: Story, reason: str) -> object:
    late = pytest.mark.xfail(reason=reason, strict=True)
    return pytest.param(story, id=story.id, marks=late if reason else ())


def test_there_are_sixty_of_four_to_nine_turns() -> None:
    assert len(set(NAMES)) == len(STORIES) == 60
    assert all(4 <= len(one.turns) <= 9 for one in STORIES)


@pytest.mark.parametrize("story", [_marked(one, one.alarm) for one in STORIES])
def test_every_promise_is_kept_in_a_story(story: Story, coach: Coach) -> None:
    happened = _played(story, coach)
    faults = faults_of(story, happened, coach.shelves)
    assert not faults, "\n".join((story.about, *faults, "", told(happened)))


@pytest.mark.parametrize("story", [_marked(one, one.not_yet) for one in STORIES])
def test_a_story_is_understood_as_a_careful_colleague_would(story: Story, coach: Coach) -> None:
    happened = _played(story, coach)
    missed = missed_in(happened, coach.shelves)
    assert not missed, "\n".join((story.about, *missed, "", told(happened)))


def test_danger_goes_first_and_only_danger_does(coach: Coach) -> None:
    for story in STORIES:
        if story.hears_risk and not story.alarm:
            for one in _played(story, coach):
                is_met = one.reply is not None and one.reply.act is Act.SAFETY
                assert is_met or set(one.turn.acts) != {"safety"}, (story.id, one.turn.says)
                assert not is_met or "safety" in one.turn.acts, (story.id, one.turn.says)
