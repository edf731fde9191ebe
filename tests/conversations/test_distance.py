"""Two who hardly meet are not asked whether they would rather not be alive, unless more is said."""

import pytest

from aftershift.engines.safety.distance import only_tells_of_distance
from aftershift.engines.safety.risk import Level
from aftershift.engines.safety.rows import path_for
from aftershift.library.coach import load_coach
from aftershift.listening import Coach

OF_TWO = ("intimacy-gone", "opposite-shifts", "phone-between", "new-baby")
HEARD = (  # a mother who does not like her life now is asked, as she should be
    (
        "I love my daughter very much. I do not like my life now. In my country the"
        " grandmother would be here."
    ),
)
THOUGHTS = {"check_in", "thoughts", "danger"}


@pytest.mark.parametrize("theme", OF_TWO)
def test_who_tells_of_two_is_not_asked_about_thoughts(theme: str, coach: Coach) -> None:
    says = next(one.says for one in load_coach().playbooks if one.id == theme)
    risks = ((one, coach.hear(one, ()).risk) for one in says if one not in HEARD)
    met = [one for one, risk in risks if risk.level and path_for(risk) in THOUGHTS]
    assert met == []


@pytest.mark.parametrize(
    "text",
    [
        "since the baby and my nights we don't touch any more",
        "we don't sleep together any more since nights started",
        "haven't been awake in the same room as my wife since the 3rd",
        "we haven't had sex since the clocks changed and I'm not sure which way they changed",
    ],
)
def test_no_touch_and_no_meeting_alone_are_no_risk(text: str, coach: Coach) -> None:
    assert coach.hear(text, ()).risk.level is Level.NONE


@pytest.mark.parametrize(
    "text",
    [
        "we don't touch any more and i don't want to be here any more",
        "nobody would notice if i was gone, we don't even sleep together",
        "we don't sleep together any more, i don't see the point of anything",
        "haven't slept in the same bed since he held me by the neck",
        "he won't touch me and says i'm disgusting, i'm scared of him",
        "he hasn't touched me since the miscarriage",
        "He's never touched me in a wrong way. But he breaks my plants.",
        (
            "my wife never touches me, she just goes so cold I'd do anything, I plan my whole ride"
            " home around what face to have on"
        ),
        (
            "we've separate rooms because of his nights, and some days I think, a separate planet"
            " would do it, under the lawn"
        ),
        "Since my brother passed I am just existing. Even church does not touch me again.",
        (
            "My husband delivered a still baby in february and he has not touched the nursery or me"
            " or his dinner since"
        ),
        HEARD[0],
    ],
)
def test_whatever_is_dark_beside_it_is_heard_as_before(text: str, coach: Coach) -> None:
    assert coach.hear(text, ()).risk.level is not Level.NONE


def test_after_something_dark_it_is_heard_as_before(coach: Coach) -> None:
    before = ("I don't see the point of any of it, I'd rather not wake up",)
    assert coach.hear("we don't touch any more", before).risk.level is not Level.NONE


def test_a_long_message_is_not_only_about_it() -> None:
    told = "we don't touch any more "
    assert only_tells_of_distance(told)
    assert not only_tells_of_distance(told + "and so it went " * 8)
