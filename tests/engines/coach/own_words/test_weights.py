"""Which part of a message weighs most, and that it is given back."""

from dataclasses import replace

import numpy as np
import pytest
from tests.pointing import pointer
from tests.shelves import WIDTH

from aftershift.engines.coach.own_words.cutting import clean_parts, parts
from aftershift.engines.coach.own_words.passages import passages
from aftershift.engines.coach.own_words.weights import NOT_WEIGHED, Scale, Weights
from aftershift.engines.language.cleaning import clean

ROTA, HUG, TEXT = "They have a rota", "I'd like to walk about unhugged", "It has colours in it"
TOLD = f"{ROTA}. {TEXT}. {HUG}."


def cut(text: str) -> list[str]:
    return [text[slice(*one)] for one in parts(text)]


def test_a_message_is_cut_at_its_sentences_and_a_long_one_at_its_joints() -> None:
    assert cut(TOLD) == [ROTA, TEXT, HUG]
    long = f"{'we had soup and bread and ' * 5}tea, but then she rang and I said I was asleep"
    assert cut(long)[-1] == "I said I was asleep"


def test_parts_are_found_again_in_the_clean_text() -> None:
    text = "It’s late…\n\nMY  hands   hurt!"
    cleaned = clean(text)
    assert [cleaned.text[slice(*one)] for one in clean_parts(text, cleaned)] == [
        "it's late", "my hands hurt",
    ]  # fmt: skip


def test_shares_are_of_all_parts_and_nothing() -> None:
    head = np.zeros((WIDTH + 1, 1), dtype=np.float32)
    head[0, 0] = 1.0
    rows = np.eye(WIDTH, dtype=np.float32)[:3]
    weights = Scale(head=head).weights(parts(TOLD), rows)
    assert weights.parts == parts(TOLD)
    assert weights.shares[0] > weights.shares[1] == weights.shares[2] > 0
    assert sum(weights.shares) < 1
    assert Scale(head=None).weights(parts(TOLD), rows) == NOT_WEIGHED
    assert Scale(head=head).weights((), rows[:0]) == NOT_WEIGHED


@pytest.mark.parametrize("heavy", [0, 1, 2])
def test_what_weighs_most_is_given_back(heavy: int) -> None:
    shares = tuple(0.9 if place == heavy else 0.03 for place in range(3))
    weights = Weights(parts=parts(TOLD), shares=shares)
    assert cut(TOLD)[heavy] in " ".join(passages(TOLD, pointer(), weights=weights))
    one = replace(weights, parts=weights.parts[:1], shares=(0.9,))
    assert passages(TOLD, pointer(), weights=one) == passages(TOLD, pointer())
