"""The table of kinds of help: people before a program, and no tick makes it less."""

from itertools import combinations

import pytest

from aftershift.engines.safety.resources import Purpose
from aftershift.engines.safety.stepped_care import RULES, Sign, Step, advise, rules_of

ORDER = tuple(Step)
PRESSING = {Sign.DANGER, Sign.DYING, Sign.AFRAID, Sign.MAY_HURT, Sign.UNREAL}


def every_set() -> list[frozenset[Sign]]:
    """Give all 16,384 ways to tick, for the table is small enough to be read whole."""
    return [
        frozenset(ticked) for many in range(len(Sign) + 1) for ticked in combinations(Sign, many)
    ]


@pytest.mark.parametrize(
    ("ticked", "step", "first"),
    [
        ({Sign.DANGER}, Step.URGENT, "danger"),
        ({Sign.DYING}, Step.URGENT, "dying"),
        ({Sign.AFRAID, Sign.QUARREL, Sign.TRIED}, Step.URGENT, "afraid"),
        ({Sign.MAY_HURT}, Step.URGENT, "may_hurt"),
        ({Sign.UNREAL, Sign.GROW}, Step.URGENT, "unreal"),
        ({Sign.UNSAFE_WORK}, Step.HUMAN, "unsafe_work"),
        ({Sign.SUBSTANCE}, Step.HUMAN, "substance"),
        ({Sign.EVENT, Sign.TALK}, Step.HUMAN, "event"),
        ({Sign.LOW}, Step.HUMAN, "low"),
        ({Sign.SLEEPLESS}, Step.HUMAN, "sleepless"),
        ({Sign.QUARREL, Sign.TRIED}, Step.HUMAN, "quarrel_tried"),
        ({Sign.TRIED, Sign.GROW}, Step.HUMAN, "tried"),
        ({Sign.QUARREL, Sign.GROW}, Step.COACH, "quarrel"),
        ({Sign.TALK}, Step.COACH, "talk"),
        ({Sign.GROW}, Step.SELF_HELP, "grow"),
    ],
)
def test_the_first_rule_that_fits_decides(ticked: set[Sign], step: Step, first: str) -> None:
    advice = advise(ticked)
    assert advice is not None
    assert (advice.step, advice.rules[0].name) == (step, first)


def test_nothing_follows_from_nothing() -> None:
    assert advise(frozenset()) is None


def test_every_sign_alone_has_a_step_and_every_rule_is_reached() -> None:
    assert all(advise({sign}) for sign in Sign)
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    first = {advice.rules[0].name for ticked in every_set() if (advice := advise(ticked))}
    assert first == set(names)


def test_one_more_tick_never_leads_to_less_help() -> None:
    steps = {ticked: one.step for ticked in every_set() if (one := advise(ticked))}
    for ticked, step in steps.items():
        for sign in set(Sign) - ticked:
            assert ORDER.index(steps[ticked | {sign}]) <= ORDER.index(step)


def test_what_presses_leads_to_people_now_whatever_else_is_ticked() -> None:
    for ticked in every_set():
        advice = advise(ticked)
        is_urgent = advice is not None and advice.step is Step.URGENT
        assert is_urgent == bool(ticked & PRESSING)
        assert not is_urgent or bool(advice and advice.lines)


def test_who_is_afraid_gets_the_lines_for_violence_first_and_only_a_crisis_before_them() -> None:
    for ticked in every_set():
        advice = advise(ticked)
        if advice and Sign.AFRAID in ticked:
            first = [Purpose.CRISIS] if Sign.DYING in ticked else []
            first.append(Purpose.VIOLENCE)
            assert list(advice.lines[: len(first)]) == first
            assert len(set(advice.lines)) == len(advice.lines)


@pytest.mark.parametrize(
    ("ticked", "told"),
    [
        ({Sign.DYING, Sign.GROW}, ["dying"]),
        ({Sign.AFRAID, Sign.QUARREL, Sign.TALK, Sign.TRIED}, ["afraid", "tried"]),
        ({Sign.AFRAID, Sign.DYING, Sign.LOW}, ["dying", "afraid", "low"]),
        ({Sign.UNREAL, Sign.SLEEPLESS}, ["unreal", "sleepless"]),
        ({Sign.GROW, Sign.QUARREL, Sign.LOW}, ["low"]),
        ({Sign.QUARREL, Sign.TRIED}, ["quarrel_tried", "tried"]),
        ({Sign.QUARREL, Sign.TALK, Sign.GROW}, ["quarrel", "talk"]),
    ],
)
def test_the_reasons_are_those_of_the_step_the_gravest_first(
    ticked: set[Sign], told: list[str]
) -> None:
    advice = advise(ticked)
    assert advice is not None
    assert [rule.name for rule in advice.rules] == told


def test_no_reason_contradicts_another() -> None:
    for ticked in every_set():
        advice = advise(ticked)
        if advice is None:
            continue
        told = {rule.name for rule in advice.rules}
        assert told == {"grow"} or "grow" not in told
        if advice.step is Step.URGENT:
            assert {rule.step for rule in advice.rules} <= {Step.URGENT, Step.HUMAN}
            assert not told & {"quarrel_tried", "quarrel", "talk", "grow"}


def test_the_four_steps_hold_the_whole_table() -> None:
    assert tuple(rule for step in Step for rule in rules_of(step)) == RULES
