"""Of whom to be reminded, on the day that was set; and whether a repair is safe and timely."""

from datetime import date, timedelta

import pytest

from aftershift.engines.together.agreements import AgreementError
from aftershift.engines.together.network import Contact, due, in_order, talked
from aftershift.engines.together.repair import Question, Ready, readiness
from aftershift.library.evidence import load_evidence
from aftershift.library.together import load_hero_audit, load_repair

TODAY = date(2026, 10, 19)


def contact(name: str, last: int, remind: int | None = None) -> Contact:
    """Somebody, by days ago and days ahead."""
    on = None if remind is None else TODAY + timedelta(days=remind)
    return Contact(id=name, name=name, last=TODAY - timedelta(days=last), remind_on=on)


@pytest.mark.parametrize(
    ("remind", "is_due"), [(None, False), (1, False), (0, True), (-1, True), (-400, True)]
)
def test_a_reminder_comes_on_the_day_that_was_set(remind: int | None, is_due: bool) -> None:
    assert contact("Robin", 30, remind).is_due(TODAY) is is_due


def test_however_long_ago_nobody_is_reminded_of_unless_it_was_set() -> None:
    assert due([contact("Robin", 4000)], TODAY) == ()


def test_the_longest_ago_comes_first() -> None:
    people = [contact("Ann", 3, 0), contact("Bo", 90, 0), contact("Cy", 90, 0), contact("Di", 99)]
    assert [one.name for one in due(people, TODAY)] == ["Bo", "Cy", "Ann"]
    assert [one.name for one in in_order(people)] == ["Di", "Bo", "Cy", "Ann"]


def test_after_a_talk_the_reminder_moves_on_by_as_long_as_it_was_set_for() -> None:
    after = talked(contact("Robin", 28, 2), TODAY)
    assert (after.last, after.remind_on) == (TODAY, TODAY + timedelta(days=30))
    assert talked(contact("Robin", 28), TODAY) == contact("Robin", 0)


def test_each_card_leads_to_an_authored_action() -> None:
    cards = load_hero_audit()
    assert len(cards) == 4
    assert all(load_evidence().practices[one.practice].steps for one in cards)


QUESTIONS = load_repair().question
NO = {one.id: False for one in QUESTIONS}


@pytest.mark.parametrize(
    ("yes", "expected"),
    [
        ((), Ready.READY),
        (("afraid",), Ready.UNSAFE),
        (("hurt",), Ready.UNSAFE),
        (("told",), Ready.UNSAFE),
        (("winning",), Ready.NOT_YET),
        (("hot",), Ready.NOT_YET),
        (("hot", "winning", "afraid"), Ready.UNSAFE),  # the gravest first
    ],
)
def test_one_unsafe_answer_is_enough(yes: tuple[str, ...], expected: Ready) -> None:
    assert readiness(QUESTIONS, {**NO, **dict.fromkeys(yes, True)}) is expected


@pytest.mark.parametrize("missing", [one.id for one in QUESTIONS])
def test_what_is_not_answered_counts_as_a_yes(missing: str) -> None:
    said = {name: answer for name, answer in NO.items() if name != missing}
    assert readiness(QUESTIONS, said) is not Ready.READY


def test_a_question_that_changes_nothing_is_refused() -> None:
    with pytest.raises(AgreementError):
        Question(id="x", asks="x", yes=Ready.READY)
