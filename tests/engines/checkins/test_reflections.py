"""A count, a rule, and what has to be asked first: every pattern of answers of every list."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from aftershift.engines.checkins.reflections import (
    Answer,
    Checklist,
    Item,
    Kind,
    ReflectionError,
    Scope,
    Side,
    Threshold,
    Whose,
    key_of,
    opened_by,
    outcome,
)
from aftershift.library.reflections import load_reflections

LISTS = load_reflections()
# The thresholds of the mission: the articles' own two, the one that any item resets, and our three.
AT_LEAST = {"rc-1": 2, "rc-2": 3, "tm-1": 1, "cp-3": 2}
OPENS = {
    ("cp-2", "disappear"): "disappearing",
    ("cp-3", "escape"): "disappearing",
    ("or-1", "tone"): "abuse_at_work",
    ("or-3", "substance"): "substance",
    ("wr-2", "hurtful"): "abuse_at_work",
}
YES, NO, SKIP = Answer


def patterns(checklist: Checklist, side: str) -> Iterator[dict[str, Answer]]:
    """Give all 2 ** n ways of answering one side with yes or no."""
    keys = [key_of(one.id, side) for one in checklist.items]
    for said in product((YES, NO), repeat=len(keys)):
        yield dict(zip(keys, said, strict=True))


def sides(checklist: Checklist) -> tuple[Side | None, ...]:
    return tuple(Side) if checklist.sides else (None,)


@pytest.mark.parametrize("name", LISTS)
def test_all_patterns_of_answers_give_their_count_their_rule_and_their_question(name: str) -> None:
    checklist, seen = LISTS[name], 0
    for side in sides(checklist):
        for answers in patterns(checklist, side or ""):
            found, yes = outcome(checklist, answers, side), list(answers.values()).count(YES)
            assert (found.count, found.of, found.skipped) == (yes, len(checklist.items), 0)
            assert found.is_at is (name in AT_LEAST and yes >= AT_LEAST[name])
            touched = {
                OPENS[name, one.id]
                for one in checklist.items
                if answers[key_of(one.id, side or "")] is YES and (name, one.id) in OPENS
            }
            assert set(found.opens) == touched == set(opened_by(checklist, answers))
            assert len(found.leads) == (len(answers) - yes if is_present(checklist) else yes)
            seen += 1
    assert seen == len(sides(checklist)) * 2 ** len(checklist.items)


def is_present(checklist: Checklist) -> bool:
    return checklist.kind is Kind.PRESENT


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        *(("rc-1", 5), ("rc-2", 5), ("rc-4", 4), ("rc-5", 4), ("tm-1", 10), ("tm-2", 10)),
        *(("wr-1", 5), ("wr-2", 5), ("cp-1", 5), ("cp-2", 5), ("cp-3", 6)),
        *(("or-1", 5), ("or-2", 6), ("or-3", 5)),
    ],
)
def test_each_list_has_the_lines_of_its_article(name: str, lines: int) -> None:
    assert len(LISTS[name].items) == lines


def test_one_sign_of_five_is_below_the_rule_and_two_are_at_it() -> None:
    assert not outcome(LISTS["rc-1"], {"logistics": YES}).is_at
    assert outcome(LISTS["rc-1"], {"logistics": YES, "too-tired": YES}).is_at


def test_what_was_not_answered_is_skipped_and_counts_for_nothing() -> None:
    found = outcome(LISTS["cp-3"], {"dread": YES, "deals": SKIP, "future": NO})
    assert (found.count, found.of, found.skipped, found.is_at) == (1, 6, 4, False)
    assert [one.id for one in found.leads] == ["dread"]


def test_the_two_sides_of_a_list_are_counted_apart() -> None:
    checklist = LISTS["wr-2"]
    answers = {"i-assumes": YES, "they-assumes": NO, "they-hurtful": YES, "they-one-way": YES}
    assert outcome(checklist, answers, Side.I).count == 1
    assert outcome(checklist, answers, Side.THEY).count == 2
    assert outcome(checklist, answers, Side.I).opens == ()
    assert opened_by(checklist, answers) == ("abuse_at_work",)
    assert len(checklist.keys) == 10


def test_an_answer_to_no_item_is_refused() -> None:
    with pytest.raises(ValueError, match="1 answers to no item of rc-1"):
        outcome(LISTS["rc-1"], {"elsewhere": YES})


ITEM = Item(id="a", says="It is late.", small="Sleep.")
LIST = Checklist(
    id="x",
    title="x",
    lead="x",
    source="x",
    scope=Scope.ME,
    kind=Kind.SIGNS,
    items=(ITEM,),
)
LIMIT = Threshold(at_least=1, whose=Whose.OURS, says="Ours.", then="Go.")


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"items": ()}, "items are needed"),
        ({"items": (ITEM, ITEM)}, "an id of its own"),
        ({"sides": True}, "two sides are asked in every item or in none"),
        ({"threshold": replace(LIMIT, at_least=2)}, "nobody or everybody"),
        ({"threshold": replace(LIMIT, at_least=0)}, "nobody or everybody"),
        ({"threshold": LIMIT, "kind": Kind.PRESENT}, "only signs add up"),
    ],
)
def test_a_list_that_makes_no_sense_is_refused(given: dict[str, object], reason: str) -> None:
    with pytest.raises(ReflectionError, match=reason):
        replace(LIST, **given)
