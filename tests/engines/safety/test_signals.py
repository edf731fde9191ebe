"""A phrase is heard as it was meant: in its order, of the one who speaks, now."""

import pytest

from aftershift.engines.language.cleaning import clean
from aftershift.engines.safety.authored import SignalError, pattern_of
from aftershift.engines.safety.signals import (
    Listener,
    Scope,
    Signal,
    SignalBook,
    faults_of,
)

SCOPE = Scope(
    nots=("not", "never"),
    denials=("not that",),
    others=("he", "she"),
    strangers=("patient",),
    sayings=("says", "said"),
    pasts=("years ago", "used to"),
    selves=("i", "me", "my"),
)


def book(*says, anybody=False, hears=("x",), spares=("x",)):
    signal = Signal(
        id="one",
        level="elevated",
        categories=(),
        says=says,
        hears=hears,
        spares=spares,
        anybody=anybody,
    )
    return SignalBook(language="en", scope=SCOPE, signals=(signal,), sets={"end": "die|end it"})


def heard(phrase, text, *, anybody=False):
    said = clean(text).text
    return [
        said[one.starts : one.ends] for one in Listener((book(phrase, anybody=anybody),)).hear(said)
    ]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("want to (die|be dead)", "I want to be dead", "want to be dead"),
        ("want to (die|be dead)", "want to be dear", None),
        ("i'm (so)? tired", "im so tired", "im so tired"),
        ("i'm (so)? tired", "I am tired", "i am tired"),
        ("can't cope", "I cannot cope", "cannot cope"),
        ("kill .. tonight", "kill it all off tonight", "kill it all off tonight"),
        ("kill .. tonight", "kill one two three four five tonight", None),
        (
            "kill ... tonight",
            "kill one two three four five tonight",
            "kill one two three four five tonight",
        ),
        ("kill .. tonight", "kill it. tonight", None),
        ("overdos*", "overdosing", "overdosing"),
        ("({end}) now", "end it now", "end it now"),
        ("(a (b|c)|d) e", "a c e", "a c e"),
        ("<start> done <end>", "ok. done.", "done"),
        ("<start> done <end>", "the list is done", None),
        ("done (now|<end>)", "i am done", "done"),
        ("self harm", "self-harm", "self harm"),
    ],
)
def test_a_phrase_is_heard_as_its_language_says(phrase, text, words):
    assert heard(phrase, text) == ([words.replace("self harm", "self-harm")] if words else [])


@pytest.mark.parametrize(
    ("text", "is_heard"),
    [
        ("i want to die", True),
        ("he left and i want to die", True),
        ("not that i want to die", False),
        ('he says "i want to die"', False),
        ("the patient said i want to die", False),
        ("i want to die years ago", False),
        ("that was then. i want to die", True),
    ],
)
def test_only_the_one_who_speaks_now_is_heard(text, is_heard):
    assert bool(heard("i want to die", text)) is is_heard


def test_a_not_reaches_a_phrase_that_does_not_begin_with_oneself():
    assert not heard("suicidal", "i am not suicidal")
    assert heard("suicidal", "i sleep not, suicidal again")


def test_what_counts_of_anybody_is_still_not_heard_of_a_patient():
    assert heard("stopped breathing", "she stopped breathing", anybody=True)
    assert not heard("stopped breathing", "my patient. he stopped breathing", anybody=True)


@pytest.mark.parametrize(
    "phrase", ["", "..", "a ..", ".. a", "(a", "a)", "a .. ... b", "{none} a", "<end>"]
)
def test_what_is_no_phrase_is_refused(phrase):
    with pytest.raises(SignalError):
        pattern_of(phrase)


def test_a_signal_that_fails_its_own_sentences_is_named():
    wrong = book("i fall", hears=("i rise",), spares=("i fall",))
    assert list(faults_of(wrong)) == ["one: is deaf to 'i rise'", "one: hears 'i fall'"]


@pytest.mark.parametrize("bomb", ["'", "a'", "a ", "!", "a ,"])
def test_a_long_run_of_anything_ends(bomb):
    assert heard("a .. b .. c .. d", bomb * 20000) == []
