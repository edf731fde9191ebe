"""A question outlives the version that raised it, for as long as nothing settles it."""

from datetime import UTC, date, datetime, timedelta

from aftershift.engines.rosters.asking import still_asked
from aftershift.engines.rosters.shifts import Kind, Question, Reading, Shift, ShiftCode

EARLY = ShiftCode(code="X", meaning="early", kind=Kind.WORK)


def day(number: int) -> date:
    return date(2026, 10, number)


def question(*days: int, code: str = "X", waiting: tuple[Shift, ...] = ()) -> Question:
    return Question(code=code, days=tuple(map(day, days)), suggestions=(EARLY,), waiting=waiting)


def shift(number: int, code: str = "X", certainty: float = 0.4) -> Shift:
    starts = datetime(2026, 10, number, 7, tzinfo=UTC)
    ends = starts + timedelta(hours=8)
    return Shift(
        identity=f"{code}{number}",
        starts=starts,
        ends=ends,
        exact_starts=starts,
        exact_ends=ends,
        zone="Europe/London",
        code=code,
        kind=Kind.WORK,
        certainty=certainty,
    )


def reading(first: int, last: int, *questions: Question) -> Reading:
    return Reading(shifts=(), questions=questions, covers=(day(first), day(last)))


def test_a_later_month_leaves_the_question_of_the_first_open() -> None:
    assert still_asked([question(5)], reading(20, 30), [shift(5)]) == (question(5),)


def test_the_same_code_in_both_is_one_question_for_all_its_days() -> None:
    incoming = reading(20, 30, question(21))
    assert still_asked([question(5)], incoming, [shift(5), shift(21)]) == (question(5, 21),)
    assert still_asked([question(5, code="x")], incoming, []) == (question(5, 21),)


def test_a_code_that_the_new_version_dropped_is_asked_about_no_more() -> None:
    assert still_asked([question(21)], reading(20, 30), []) == ()


def test_a_guess_that_has_begun_and_stays_can_still_be_answered() -> None:
    assert still_asked([question(21, 22)], reading(20, 30), [shift(21)]) == (question(21),)
    assert still_asked([question(21)], reading(20, 30), [shift(21, certainty=1.0)]) == ()


def test_events_that_wait_are_kept_where_the_new_version_is_silent() -> None:
    old = question(5, 21, code="?a", waiting=(shift(5, "?a"), shift(21, "?a")))
    new = question(22, code="?a", waiting=(shift(22, "?a"),))
    (joined,) = still_asked([old], reading(20, 30, new), [])
    assert [one.identity for one in joined.waiting] == ["?a5", "?a22"]
    assert joined.days == (day(5), day(22))


def test_a_version_that_says_nothing_changes_nothing() -> None:
    held = [question(5), question(6, code="Y")]
    assert still_asked(held, Reading(shifts=()), []) == tuple(held)
