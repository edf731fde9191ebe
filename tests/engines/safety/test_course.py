"""What goes on from one conversation to the next, and what of it may be kept."""

import dataclasses
import json
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import TypeAdapter

from aftershift.engines.safety.answering import Said, step
from aftershift.engines.safety.course import (
    Course,
    Note,
    begin,
    brought_back,
    has_link,
    is_held,
    is_off,
    note_of,
)
from aftershift.engines.safety.lasting import lasting
from aftershift.engines.safety.risk import Category, Level, Risk
from aftershift.engines.safety.rows import ROWS, Feature
from aftershift.library.protocols import load_protocols

NOW = datetime(2026, 11, 26, 3, 40, tzinfo=UTC)
PROTOCOLS = load_protocols()
NOTES = TypeAdapter(Note)


def heard(level: Level, *kinds: Category, text: str = "words") -> Said:
    return Said(text=text, risk=Risk(level=level, categories=kinds))


def after(*said: Said, note: Note | None = None, now: datetime = NOW) -> Course:
    course = begin(note or Note(), now)
    for one in said:
        course, _answer = step(course, one, PROTOCOLS, now)
    return course


THOUGHTS = heard(Level.ELEVATED, Category.SUICIDE_PASSIVE)
PLAN = heard(Level.EMERGENCY, Category.SUICIDE_PLAN)
VIOLENCE = heard(Level.ELEVATED, Category.PARTNER_VIOLENCE)
EGGSHELLS = heard(Level.CHECK_IN, Category.PARTNER_VIOLENCE)
WEAPON = heard(Level.EMERGENCY, Category.PARTNER_VIOLENCE)
EATING = heard(Level.ELEVATED, Category.EATING_DISORDER)
TIRED = heard(Level.CHECK_IN, Category.DESPAIR)


@pytest.mark.parametrize("said", [VIOLENCE, WEAPON, EGGSHELLS])
def test_of_violence_the_note_says_nothing(said: Said) -> None:
    """Policy, rows 6 and 7: nothing is written unless the person chooses."""
    assert note_of(after(said)) == Note()
    assert note_of(after(said, Said(text="forget it"), THOUGHTS)) == Note()


def test_violence_leaves_the_note_as_it_was_before() -> None:
    before = note_of(after(THOUGHTS))
    assert before != Note()
    assert note_of(after(VIOLENCE, TIRED, note=before)) == before
    assert note_of(after(THOUGHTS, VIOLENCE, PLAN)) == before


def test_violence_heard_beside_another_kind_is_guarded_too() -> None:
    both = heard(Level.ELEVATED, Category.SUICIDE_PASSIVE, Category.PARTNER_VIOLENCE)
    assert note_of(after(both)) == Note()


@pytest.mark.parametrize(
    "kind", [Category.CHILD_OR_ELDER, Category.MEDICAL_EMERGENCY, Category.WORRY_FOR_OTHER]
)
def test_what_is_only_counted_is_not_noted(kind: Category) -> None:
    """Policy, rows 5, 9, 13 and 15: C without V."""
    assert note_of(after(heard(Level.EMERGENCY, kind))) == Note()


def test_a_note_survives_as_json_and_holds_no_words() -> None:
    note = note_of(after(THOUGHTS, EATING))
    sealed = NOTES.dump_json(note)
    assert NOTES.validate_json(sealed) == note
    assert sorted(json.loads(sealed)) == ["check_in", "link", "pauses", "spoken"]


def test_a_course_survives_between_two_requests() -> None:
    course = after(THOUGHTS, PLAN)
    shape = TypeAdapter(Course)
    assert shape.validate_json(shape.dump_json(course)) == course


@pytest.mark.parametrize(
    ("said", "off", "on"),
    [
        (TIRED, {Feature.STREAKS, Feature.JOKES, Feature.LANGUAGE_MODEL}, {Feature.COACH_TIPS}),
        (THOUGHTS, {Feature.COUPLE_SHARE, Feature.GAMES, Feature.GOALS}, {Feature.BODY_GOALS}),
        (PLAN, set(Feature), set()),
        (VIOLENCE, {Feature.SCRIPTS, Feature.ROSTER_HINTS, Feature.COUPLE_EXERCISES}, set()),
        (EATING, {Feature.BODY_GOALS}, {Feature.COACH_TIPS}),
    ],
)
def test_a_row_switches_off_what_the_table_says(
    said: Said, off: set[Feature], on: set[Feature]
) -> None:
    course = after(said)
    assert {one for one in off if is_off(course, one, NOW)} == off
    assert not [one for one in on if is_off(course, one, NOW)]


@pytest.mark.parametrize(
    ("said", "feature", "waits"),
    [
        (THOUGHTS, Feature.GAMES, False),
        (PLAN, Feature.ACCOUNT, False),
        (VIOLENCE, Feature.SCRIPTS, True),
        (WEAPON, Feature.COUPLE_EXERCISES, True),
        (EATING, Feature.BODY_GOALS, True),
    ],
)
def test_a_day_brings_it_back_but_rows_6_7_and_12_wait_for_the_person(
    said: Said, feature: Feature, waits: bool
) -> None:
    course = after(said)
    assert is_off(course, feature, NOW + timedelta(hours=23, minutes=59))
    assert is_off(course, feature, NOW + timedelta(hours=24, minutes=1)) is waits
    assert not is_off(brought_back(course, feature), feature, NOW + timedelta(days=2))


def test_what_waits_for_the_person_waits_in_the_next_conversation_too() -> None:
    course = begin(note_of(after(EATING)), NOW + timedelta(days=90))
    assert is_off(course, Feature.BODY_GOALS, NOW + timedelta(days=90))
    later = brought_back(course, Feature.BODY_GOALS)
    assert not is_off(begin(note_of(later), NOW), Feature.BODY_GOALS, NOW)


def test_saying_safe_switches_on_again_at_once() -> None:
    course = after(THOUGHTS, Said(button="unsaid"), Said(button="safe"))
    assert course.level is Level.CHECK_IN
    assert not is_off(course, Feature.GAMES, NOW)


def test_taking_it_back_switches_nothing_on() -> None:
    course = after(THOUGHTS, Said(text="forget it"))
    assert course.level is Level.CHECK_IN
    assert is_off(course, Feature.GAMES, NOW)


def test_a_course_whose_words_are_no_more_goes_on() -> None:
    """A new release may retire a turn in mid conversation."""
    old = dataclasses.replace(after(THOUGHTS), path="retired", asked="retired.turn")
    course, answer = step(old, Said(text="yes", button="gone"), PROTOCOLS, NOW)
    assert course.level is Level.ELEVATED
    assert answer.help_link


def test_while_any_level_is_open_no_language_model_speaks() -> None:
    for said in (TIRED, THOUGHTS, heard(Level.ELEVATED, Category.CHILD_OR_ELDER)):
        assert is_off(after(said), Feature.LANGUAGE_MODEL, NOW)
    assert not is_off(after(heard(Level.NONE)), Feature.LANGUAGE_MODEL, NOW)


def test_only_what_is_authored_answers_until_the_day_is_over() -> None:
    course = after(THOUGHTS)
    assert is_held(course, NOW + timedelta(hours=23))
    assert not is_held(course, NOW + timedelta(hours=25))


def test_the_link_stays_seven_days() -> None:
    note = note_of(after(THOUGHTS, Said(text="forget it")))
    for days, stays in ((6.9, True), (7.1, False)):
        later = NOW + timedelta(days=days)
        assert has_link(begin(note, later), later) is stays


@pytest.mark.parametrize(
    "jump",
    [timedelta(days=-2), timedelta(days=3652), timedelta(days=-3652), timedelta(hours=-1)],
)
def test_a_clock_that_jumps_ends_no_help_early(jump: timedelta) -> None:
    """T18: clock back two days or forward ten years: no early expiry of help."""
    note = note_of(after(PLAN))
    there = NOW + jump
    course = begin(note, there)
    assert has_link(course, there)
    assert is_off(course, Feature.GAMES, there)
    returned, _answer = step(course, heard(Level.CHECK_IN, Category.DESPAIR), PROTOCOLS, there)
    back = begin(note_of(returned), NOW)
    assert has_link(back, NOW)
    assert not has_link(back, NOW + timedelta(days=8))  # and yet it ends


@pytest.mark.parametrize(
    ("days", "seconds"), [(0, 100), (-2, 100), (3652, 100), (1 / 86400, 99), (1, 0)]
)
def test_time_is_only_taken_off_by_a_clock_that_goes_on(days: float, seconds: int) -> None:
    left = lasting(timedelta(seconds=100), NOW).at(NOW + timedelta(days=days))
    assert left.seconds_left == seconds


def test_the_rows_keep_what_the_table_says() -> None:
    """Policy 1.3, column "Log": V is noted; C is not kept, see docs/decisions/0011."""
    noted = {number for number, row in ROWS.items() if row.noted}
    assert noted == {2, 3, 4, 8, 10, 11, 12, 18}
    assert {number for number, row in ROWS.items() if row.until_back} == {6, 7, 12}


def test_a_course_is_never_changed_in_place() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        after().level = Level.EMERGENCY  # type: ignore[misc]
