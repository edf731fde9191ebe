"""An answer is judged as it comes: a whole reply, or the reason why there is none."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from tests.engines.voice.test_craft import slots
from tests.engines.voice.test_slots import ASKS

from aftershift.engines.voice.craft import Fault
from aftershift.engines.voice.saying import NotSaid, said_again
from aftershift.engines.voice.slots import Slots

GOOD = "You kept yourself in one piece until the door. What was left went with the bins."


@dataclass(kw_only=True)
class Strict:
    """Refuses sentences that hold a word, and remembers what it was asked."""

    never: str = "narcissist"
    is_far: bool = False
    asked: list[str] = field(default_factory=list)

    def sentence(self, sentence: str, _slots: Slots) -> Fault | None:
        self.asked.append(sentence)
        return Fault.VERDICT if self.never in sentence else None

    def whole(self, _said: str, _slots: Slots) -> Fault | None:
        return Fault.FAR if self.is_far else None


def stream(text: str, came: list[str] | None = None) -> Iterator[str]:
    for word in text.split(" "):
        if came is not None:
            came.append(word)
        yield f"{word} "


def test_a_good_answer_comes_out_with_what_is_authored_behind_it() -> None:
    assert said_again(stream(GOOD), slots(), Strict()) == f"{GOOD} {ASKS}"


def test_at_the_first_fault_nothing_more_is_read() -> None:
    came: list[str] = []
    text = f"He is a narcissist. {GOOD}"
    with pytest.raises(NotSaid) as refused:
        said_again(stream(text, came), slots(), Strict())
    assert refused.value.fault is Fault.VERDICT
    assert len(came) < len(text.split())
    assert "narcissist" not in str(refused.value)


def test_an_answer_that_goes_on_is_cut_after_the_last_sentence_that_has_room() -> None:
    judge = Strict()
    said = said_again(
        stream(" ".join([GOOD, *(f"It went on {n}." for n in "abcdefg")])), slots(), judge
    )
    assert said.startswith(GOOD)
    assert said.endswith(ASKS)
    assert len(said.removesuffix(ASKS).split()) <= slots().most_words


def test_a_first_sentence_that_is_too_long_is_no_reply() -> None:
    with pytest.raises(NotSaid) as refused:
        said_again(stream(f"{'and '.join(['so '] * 30)}. {GOOD}"), slots(), Strict())
    assert refused.value.fault is Fault.TOO_LONG


@pytest.mark.parametrize(
    ("text", "judge", "fault"),
    [
        ("", Strict(), Fault.EMPTY),
        (GOOD, Strict(is_far=True), Fault.FAR),
        ("It was late. It was late. It was late.", Strict(), Fault.MARKS),
        ("word " * 3000, Strict(), Fault.TOO_LONG),
    ],
)
def test_anything_wrong_is_a_reason_and_no_reply(text: str, judge: Strict, fault: Fault) -> None:
    with pytest.raises(NotSaid) as refused:
        said_again(stream(text), slots(), judge)
    assert refused.value.fault is fault


def test_an_answer_without_its_last_full_stop_gets_one() -> None:
    said = said_again(stream(GOOD.rstrip(".")), slots(), Strict())
    assert said == f"{GOOD} {ASKS}"
