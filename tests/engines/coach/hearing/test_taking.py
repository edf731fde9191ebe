"""What only takes up words or a step, and what asks for more, throws them out, or tells on."""

import pytest

from aftershift.engines.coach.hearing.taking import takes_it

TAKEN = [
    "hmm ok, that one I can imagine saying",
    "It's a bit more blunt than we are at home, but I could say something close to it on the boat.",
    "I've read it twice. I'd put a joke in so she knows it's me, but I get the sense of it.",
    "Not sure it's me, but I'll give it a go",
    "I won't promise anything. We'll see what my knees say.",
    "I'd say it a little differently, but now I see how it goes.",
    "lol picturing it. yeah ok i can work with that, might lose a word",
    "I have copied it out on the back of an envelope.",
    "This is not completely stupid.",
    "Okay. I'd send something like that.",
    "That could work. She's off on Tuesday.",
    "mi half a mind to do it",
    "I would leave out the part about the shed.",
    "There's a start there.",
    "This I can do.",
    "ok the second one is better",
]
NOT_TAKEN = [
    "Too long, she'd be asleep before the end",
    "bit fancy for me, I'd just say his name",
    "can it be shorter",
    "hm that's close. She'd hear 'go home' in it though",
    "nice but half a mile long, cut it down to the bone",
    "No we can't, everyone says that. Drop that one",
    "I like the short one, but what if he asks why",
    "She's not rude. She says it nice. I feel I'm in the way there, that's it",
    "He's a good man. When I do nights he keeps the boy quiet.",
    "And I want to add that I will still help with the school money.",
    "I like it when she laughs",
    "Okay. Actually something I should add, she fought for me once.",
    "I could say that, but I'm so scared of what comes then",
    "She likes drawing. All the hair is blue.",
    "He let me carry the ladder last year",
    "The next concert is in February.",
    "Does that mean he's done with me?",
]


@pytest.mark.parametrize("text", TAKEN)
def test_what_takes_it_is_heard(text: str) -> None:
    assert takes_it(text)


@pytest.mark.parametrize("text", NOT_TAKEN)
def test_what_asks_for_more_or_tells_on_is_not(text: str) -> None:
    assert not takes_it(text)


def test_a_long_message_has_more_to_it() -> None:
    assert not takes_it("That could work. " + "And then there is the house, the dog, the car. " * 5)
