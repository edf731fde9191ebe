"""The words that carry a point are given back as they were typed; what could be wrong is not."""

import numpy as np
import pytest
from tests.pointing import pointer

from aftershift.engines.coach.own_words.pointing import (
    NOTHING,
    Pointer,
    completed,
    pieces,
    points_in,
    weigh,
)
from aftershift.engines.coach.own_words.quotable import may_be_given_back
from aftershift.engines.coach.own_words.spans import (
    COLUMNS,
    FEWEST,
    MOST,
    columns_of,
    runs_of,
    words_of,
)
from aftershift.engines.language.cleaning import clean

NAMES = frozenset({"petra"})
NOBODY = Pointer(
    places={},
    signs=np.zeros(0, dtype=np.float32),
    columns=np.zeros(sum(COLUMNS), dtype=np.float32),
    names=NAMES,
)


def pointed(text: str, by: Pointer, but: frozenset[str] = frozenset()) -> str:
    """Give the likeliest piece."""
    return next(pieces(weigh(text, by), by, but), "")


def test_what_was_marked_in_other_messages_is_found_in_a_new_one() -> None:
    assert pointed("I made his tea, but never drank it", pointer()) == "never drank it"


def test_words_are_given_back_as_they_were_typed() -> None:
    assert pointed("I made his tea, but Never  drank it.", pointer()) == "Never  drank it"
    assert pointed("We’d had tea, but never saw mam’s", pointer()) == "never saw mam’s"


def test_nothing_is_given_back_of_thanks_or_of_what_only_takes_what_was_said() -> None:
    found = points_in(weigh("oh thanks a lot for the tea", pointer()))
    assert found[0].nothing > NOTHING
    assert pointed("ok, made tea, but never drank it", pointer()) == ""
    told = "ok, so I made him his tea today, but never drank it"
    assert pointed(told, pointer()) == "never drank it"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("how do i say that he never drank it, but never looked up", ""),
        ("I made tea, but did he never drink it? So, but never looked up", "never looked up"),
        ("We had our dinner, but he hit me, but never looked up", "never looked up"),
    ],
)
def test_where_the_likeliest_words_may_not_come_back_the_next_do(text: str, words: str) -> None:
    assert pointed(text, pointer()) == words


def test_words_that_came_back_before_do_not_again() -> None:
    text = "I made his tea, but never drank it"
    assert pointed(text, pointer()) == "never drank it"
    assert pointed(text, pointer(), frozenset({"never drank it"})) != "never drank it"


@pytest.mark.parametrize("text", ["", "no", "!!", "no. yes. no.", "🙂"])
def test_a_text_without_two_words_in_a_sentence_has_no_point(text: str) -> None:
    assert points_in(weigh(text, pointer())) == ()
    assert pointed(text, pointer()) == ""


def test_a_pointer_that_knows_nothing_points_at_nothing() -> None:
    assert pointed("We had our dinner, but never looked up", NOBODY) == ""


@pytest.mark.parametrize(
    "words",
    [
        "he hit me again", "the pills are gone", "she is an idiot", "i'm a terrible mother",
        "he's a coward", "you never listen", "bed 12 was empty", "said “get out” to me",
        "let me write it down",
        "what kind of mother", "is it my fault", "she needs to rest", "[name] came back",
    ],
)  # fmt: skip
def test_what_is_grave_a_verdict_or_for_us_is_not_given_back(words: str) -> None:
    assert not may_be_given_back(words, f"well, {words}", ())


@pytest.mark.parametrize("words", ["i told Priya about it", "petra's shift", "protect petra"])
def test_a_name_is_given_back_but_not_where_patients_are_spoken_of(words: str) -> None:
    assert may_be_given_back(words, f"well, {words}", NAMES)
    for patient in ("the patient was asleep", "bed 4 rang", "Mrs Dean rang"):
        assert not may_be_given_back(words, f"{patient}, {words}", NAMES)


def test_words_that_are_harsh_are_theirs_to_say() -> None:
    assert may_be_given_back("i felt guilty all day", "i felt guilty all day", ())
    assert not may_be_given_back("he is so wrong", "he is so wrong", ())  # a verdict


def test_a_small_number_is_given_back_where_no_patient_is_spoken_of() -> None:
    for words in (
        "she had 3 jobs",
        "next free Sunday is the 16th",
        "it was 11pm again",
        "640 lunches a day",
        "i left in 2019",
        "it was 10.45 again",
        "he wants 1400 for it",
    ):
        assert may_be_given_back(words, f"well, {words}", ())
        assert not may_be_given_back(words, f"the patient was asleep, {words}", ())
    for words in ("he was born 12/03/61", "ring me on 0161 496", "0161 496 0123"):
        assert not may_be_given_back(words, f"well, {words}", ())


def test_what_is_masked_is_not_given_back() -> None:
    assert may_be_given_back("old friend", "my old friend came", ())
    assert not may_be_given_back("old friend", "my [old friend] came", ())


@pytest.mark.parametrize("before", ["I wish he", "nobody said he", "I don't think he", "if he"])
def test_what_a_word_before_it_turns_is_not_given_back_alone(before: str) -> None:
    assert pointed("I made his tea but never looked up", pointer()) == "never looked up"
    assert pointed(f"{before} never looked up", pointer()) != "never looked up"


def test_runs_stay_inside_a_sentence_and_are_neither_short_nor_long() -> None:
    said = words_of(clean("one two three. four " + "five " * 20))
    runs = runs_of(said)
    length = runs[:, 1] - runs[:, 0] + 1
    assert set(length) == set(range(FEWEST, MOST + 1))
    assert all(said.sentences[first] == said.sentences[last] for first, last in runs)


def test_each_column_has_its_own_places() -> None:
    said = words_of(clean("He said no, and then I only sat there; nobody asked. So be it."))
    columns = columns_of(said, runs_of(said))
    edges = np.cumsum((0, *COLUMNS))
    assert columns.shape[1] == len(COLUMNS)
    assert (columns >= edges[:-1]).all()
    assert (columns < edges[1:]).all()


@pytest.mark.parametrize(
    ("run", "text", "whole"),
    [
        (
            "like a fourth shift",
            "I had one. He was like a fourth shift.",
            "He was like a fourth shift",
        ),
        ("keep em coming", "And Sandra can keep em coming, fine", "Sandra can keep em coming"),
        ("taking the muffins", "I feel bad taking the muffins", "I feel bad taking the muffins"),
        ("never looked up", "we ate, but never looked up", "never looked up"),
        ("like, i knew", "like, i knew", "i knew"),
        (
            "a tie with ducks on but",
            "he wears a tie with ducks on but",
            "he wears a tie with ducks on",
        ),
        (
            "sat there with the box",
            "so all that long night I sat there with the box",
            "sat there with the box",
        ),
        ("he moved the last", "then he moved the last chair, and sat", "he moved the last chair"),
    ],
)
def test_a_run_takes_the_few_words_of_its_clause_along(run: str, text: str, whole: str) -> None:
    assert completed(run, text) == whole


def test_a_very_long_message_is_read_from_its_end() -> None:
    text = "blah. " * 3000 + "I made it, but never drank it"
    assert pointed(text, pointer()) == "never drank it"
