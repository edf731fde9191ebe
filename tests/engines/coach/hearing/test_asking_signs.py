"""What rules a question out, and which still plainly fits."""

import pytest

from aftershift.engines.coach.hearing.asking_on import keys_for, may_be_asked
from aftershift.engines.coach.hearing.asking_signs import Sign, signs_in
from aftershift.library.coach import load_coach


def asked_on(told: str, *, is_first: bool = False) -> set[str]:
    """Give every question that may follow, where all of a message is given back."""
    shelf = load_coach()
    signs = signs_in(told, told, is_first=is_first)
    named = [
        (f"{key}.{n}", one) for key in keys_for(told) for n, one in enumerate(shelf.lines[key])
    ]
    return {one for name, one in named if may_be_asked(name, one, signs, shelf.questions)}


@pytest.mark.parametrize(
    "told",
    [
        "Nobody on the crew believes me, they think it's a bad back. But I'm lonely",
        "i'd sooner not go. i'd rather eat the bin lid than do karaoke with them",
        "he goes by me with the trolley and no word, that's a killer",
        "I was so happy when the post came, I ran to the bus with my shoes open",
        "I want my Saturdays back, that's all it is",
        "Weary is not it. Weary goes away when you sit down",
        "it's not the money, it's never been about the money",
        "Got some good news and the dog has heard it twice already",
        "Can I moan for a minute? The tram depot again",
        "no, he's fine, he eats, he whistles",
        "fair enough, he's been up since four",
        "I think the card was worse than the cake",
        "I'm the one that can't let it lie",
        "He makes me a flask every night and writes my name on it",
        "She'd say I'd gone soft in the head",
        "we left it because the ferry was late",
        "You have to keep smiling in a hotel",
        "he was in the wrong, wasn't he? The keys were on the hook",
        "She was a lollipop lady for twenty years",
        "I miss that. I don't know the songs any more",
        "whatever. that's just how it is on the boats",
    ],
)
def test_no_question_is_better_than_one_that_does_not_fit(told: str) -> None:
    assert asked_on(told) == set()


@pytest.mark.parametrize(
    ("told", "question"),
    [
        ("I'm so lonely on the late tram", "What would ease it a little?"),
        ("She probably thinks I forgot her", "What would you like them to know?"),
        ("my foreman told me I'm too slow for the new line", "How did that land with you?"),
        ("I'd like my brother to come by once a month", "What stands in the way of that?"),
        ("My mate from the kitchens never asks me along", "What does that do to you?"),
        ("I'm going to ring her on the boat home", "How do you feel about it?"),
    ],
)
def test_what_plainly_fits_may_be_asked(told: str, question: str) -> None:
    assert question in asked_on(told)


def test_a_first_message_may_be_asked_what_it_is_like() -> None:
    told = "I drive the night bus and my wife opens the bakery at four"
    assert "What's that like for you?" in asked_on(told, is_first=True)
    assert "What's that like for you?" not in asked_on(told)


def test_a_greeting_is_nothing_that_was_answered() -> None:
    told = "she passed me the radio and said only good morning"
    assert "What did you say to that?" not in asked_on(told)


def test_what_was_not_given_back_last_is_not_asked_about() -> None:
    told = "the lift broke. I carried her shopping and she shut the door on me"
    assert Sign.DROPPED in signs_in(told, "the lift broke", is_first=False)
    assert Sign.DROPPED not in signs_in(told, told, is_first=False)


def test_the_others_view_is_not_asked_for_where_it_was_seen() -> None:
    rules = load_coach().questions
    seen = signs_in("fair enough, she had the twins all day. I still sulk", "", is_first=False)
    view = ("household-load.view.0", "What might be on their list?")
    assert not may_be_asked(*view, seen, rules)
    assert may_be_asked(*view, signs_in("I do the bins and he does not", "", is_first=False), rules)
