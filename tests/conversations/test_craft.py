"""The craft of a good reply, held over talks of every hand: one in twenty of them, always the same.

What holds in every reply is asserted of every reply; where a rule cannot be met by each, a floor
stands under what was measured (docs/coach.md). What a reply shows of empathy is read
by our own reader (docs/empathy.md), which hears less than there is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from tests.conversations.talking import authored, talk
from tests.library.test_coach import BANNED

from aftershift.empathy import empathy_with
from aftershift.engines.coach.drafts import QUOTED, asks
from aftershift.engines.coach.state import Act, Reply
from aftershift.engines.language.signs import Levels
from aftershift.engines.safety.output_check import check
from aftershift.engines.safety.output_kinds import FaultKind
from aftershift.library.output import load_output
from aftershift.listening import Coach

SETS = (
    "asked", "evenings", "everyday", "fresh", "later", "latest", "newest", "requests", "rounds",
    "talks", "unseen",
)  # fmt: skip
ONE_IN = 20
SHORTEST, LONGEST = 8, 90  # words
# Floors, as shares of replies, of pairs of turns, of closes and of talks.
LONG_ENOUGH, TWO_SIGNS, BEYOND_WARMTH, A_PERSON, ONE_TO_ONE = 0.96, 0.42, 0.86, 0.8, 0.9
REFLECTIONS_TO_QUESTIONS = 1.7  # over all; the target is 2
STEPS = (Act.OFFER, Act.PLAN)
WANTED = ("asks for a step", "declines", "has little time", "takes the offer")  # rules
LISTENS, ASKED = (Act.REFLECT, Act.EXPLORE), "asks "  # acts, and how rules begin that answer
ADVICE = re.compile(
    r"\b(?:you (?:could|might want to|may want to|ought to|should|must)|try (?:to|a|this|the)|"
    r"consider|why not|how about|make sure|remember to|i(?:'d| would) suggest)\b",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"\b(?:someone|somebody|anyone|friend|person|people|company|them|he|she|they|him|her)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """One talk as it was held. `gave_back`: the replies that hold words of the person's own."""

    id: str
    said: tuple[str, ...]
    replies: tuple[Reply, ...]
    gave_back: frozenset[int]
    shown: tuple[Levels, ...]  # warmth, understanding and asking of each reply

    @property
    def asked(self) -> list[bool]:
        """Say of each reply whether it asks."""
        return [asks(one.text) for one in self.replies]

    @property
    def reflections(self) -> int:
        """Count the replies that give back what was told, or what it means."""
        return sum(at in self.gave_back or shown[1] > 0 for at, shown in enumerate(self.shown))


def turns_of(name: str) -> list[tuple[str, list[str]]]:
    return [(f"{name} {one['id']}", one["turns"]) for one in authored(name, "talk")]


def sampled() -> list[tuple[str, list[str]]]:
    """Give one in so many of all talks, and of both sides of the quarrels."""
    talks = [one for name in SETS for one in turns_of(name)]
    quarrels = [
        (f"{one['id']} {side}", one[side])
        for one in authored("quarrels", "quarrel")
        for side in ("first", "second")
    ]
    return [*talks[::ONE_IN], *quarrels[::ONE_IN]]


@pytest.fixture(scope="module")
def held(coach: Coach, tmp_path_factory: pytest.TempPathFactory) -> list[Held]:
    return [*play(sampled(), coach, tmp_path_factory.mktemp("none"))]


def play(talks: Sequence[tuple[str, list[str]]], coach: Coach, data: Path) -> Iterator[Held]:
    read = empathy_with(lambda _line: None, data)
    for name, turns in talks:
        state, replies = talk(turns, coach)
        shown = [read(said, one.text) for said, one in zip(turns, replies, strict=True)]
        yield Held(
            id=name,
            said=tuple(turns),
            replies=tuple(replies),
            gave_back=frozenset(at for at, _words in state.pointed),
            shown=tuple(shown),
        )


def each(held: Sequence[Held]) -> Iterator[tuple[Held, int, Reply]]:
    """Walk every reply, with its talk and its place in it."""
    for one in held:
        yield from ((one, at, reply) for at, reply in enumerate(one.replies))


def ours(reply: Reply) -> str:
    """Give a reply without what it quotes."""
    return QUOTED.sub("", reply.text)


def told(one: Held, at: int) -> str:
    """Give everything that was told up to a reply, in small letters."""
    return " ".join(one.said[: at + 1]).lower().replace("’", "'")


def share(found: Sequence[bool]) -> float:
    return sum(found) / len(found)


def test_there_are_enough_to_say_something(held: list[Held]) -> None:
    assert len(held) >= 50
    assert len([*each(held)]) >= 400


def test_a_reply_asks_one_thing_at_most(held: list[Held]) -> None:
    assert [reply.text for _, _, reply in each(held) if ours(reply).count("?") > 1] == []


def test_a_reply_has_at_most_ninety_words_and_hardly_one_under_eight(held: list[Held]) -> None:
    words = [len(reply.text.split()) for _, _, reply in each(held)]
    assert max(words) <= LONGEST
    assert share([one >= SHORTEST for one in words]) >= LONG_ENOUGH


def test_nothing_is_suggested_before_leave(held: list[Held]) -> None:
    for one, at, reply in each(held):
        if reply.practices:
            assert reply.act in STEPS, (one.id, reply.text)
            assert len(reply.practices) <= 2, (one.id, reply.text)
        if reply.act is Act.OFFER:
            assert reply.rule in WANTED, (one.id, reply.rule)
        if reply.act is Act.PLAN:
            assert any(before.act is Act.OFFER for before in one.replies[:at]), one.id


def test_who_listens_gives_no_advice(held: list[Held]) -> None:
    for one, at, reply in each(held):
        is_listening = reply.act in LISTENS and not reply.rule.startswith(ASKED)
        found = ADVICE.search(ours(reply)) if is_listening else None
        own = found and found.group().lower().replace("you", "i") in told(one, at)
        assert not found or own, (one.id, reply.text)


def test_two_turns_show_two_signs_of_empathy_in_half_of_all(held: list[Held]) -> None:
    two = [
        {sign for shown in pair for sign in range(3) if shown[sign]}
        for one in held
        for pair in pairwise(one.shown)
    ]
    assert share([len(signs) >= 2 for signs in two]) >= TWO_SIGNS
    assert share([bool(signs & {1, 2}) for signs in two]) >= BEYOND_WARMTH


def test_no_figure_is_said_that_is_not_in_the_ledger_or_their_own(held: list[Held]) -> None:
    book = load_output()
    for one, at, reply in each(held):
        for fault in check(reply.text, book):
            if fault.kind is FaultKind.FIGURE:
                figure = reply.text[fault.starts : fault.ends].lower()
                assert figure in told(one, at), (one.id, reply.text)


def test_a_talk_ends_with_a_person_in_mind(held: list[Held]) -> None:
    closes = [reply.text for _, _, reply in each(held) if reply.act is Act.CLOSE]
    assert len(closes) >= 12
    assert share([bool(PERSON.search(one)) for one in closes]) >= A_PERSON


def test_a_third_of_the_replies_ask_nothing_and_never_do_three_running(held: list[Held]) -> None:
    for one in held:
        assert one.asked.count(False) * 3 >= len(one.asked), one.id
        assert not any(all(one.asked[at : at + 3]) for at in range(len(one.asked) - 2)), one.id


def test_more_is_reflected_than_asked(held: list[Held]) -> None:
    reflections = sum(one.reflections for one in held)
    assert reflections / sum(sum(one.asked) for one in held) >= REFLECTIONS_TO_QUESTIONS
    assert share([one.reflections >= sum(one.asked) for one in held]) >= ONE_TO_ONE


def test_nothing_banned_is_said_in_our_own_words(held: list[Held]) -> None:
    for one, at, reply in each(held):
        found = BANNED.search(ours(reply))
        own = found and found.group().lower().replace("’", "'") in told(one, at)
        assert not found or own, (one.id, reply.text)
