"""What a request for words names."""

import pytest
from tests.engines.coach.words.test_words_to_say import talk
from tests.shelves import shelves

from aftershift.engines.coach.stock.naming import NAMED, named, refused


@pytest.mark.parametrize(
    ("asked", "told", "found"),
    [
        ("what can i put in her birthday card", "", ("wish-well",)),
        (
            "write me a message which is only normal. just so that i am there. no memes",
            "",
            ("there",),
        ),
        ("what can i write so she knows im here for her", "", ("there",)),
        (
            "give me a line for the card",
            "my partner on the truck is leaving",
            ("farewell", "wish-well"),
        ),
        ("what goes on an anniversary card", "", ("love",)),
        ("i have to do a toast for nan", "", ("toast",)),
        ("help me with a card for her", "her mum died on friday", ()),
        ("what do i say in the speech", "it is his funeral", ()),
        ("can you word an email to the landlord", "", ("official",)),
        ("could you do me a note for next door", "", ("neighbour",)),
        ("what could i write", "mum tells the neighbours", ()),
        ("how do i ask him what's wrong", "", ("ask-them",)),
        ("how do i ask him for the key", "", ()),
        ("how do i ask her out for a coffee", "", ("invite",)),
        ("how do i offer help and not sound bossy", "", ("offer",)),
        ("what do i say if she asks", "", ("if-asked",)),
        ("two sentences for when he interrupts", "", ("my-turn",)),
        ("what do i say to him", "third time i got talked over, he talks over me", ("my-turn",)),
        ("help me write her. i don't want to accuse, i want to know", "", ("find-out",)),
        ("how do i open it", "my friend who teaches there messaged me that he left", ("find-out",)),
        ("something that is not about money", "i send money. it is always money", ()),
        ("a note for her door please", "the woman upstairs plays the piano", ("neighbour",)),
        ("what can i say to her", "she never rings", ()),
        ("not a speech, one line", "", ()),
        ("what can i say at shift change", "", ("team",)),
        ("what do i tell the team", "", ("team",)),
        ("what can i say to him at handover", "", ()),
        ("how do i tell them i won't be with the team dinner", "", ()),
        ("how do i ask him about the bank card", "it was her birthday", ()),
        ("what do i put in the card", "she walked out on me", ()),
        ("what do i write in the birthday card", "my husband is leaving for work", ("wish-well",)),
        ("how do i tell him without making the speech", "", ()),
        ("what do i say, it's the anniversary of her death", "", ()),
        ("what goes in a card for my parents anniversary", "", ("wish-well",)),
        ("what do i say if i ask for a swap", "", ()),
        ("what could i ask for that is small", "", ()),
        ("how do i ask them to come home earlier", "", ()),
        ("my manager sent a letter, how do i tell my wife", "", ()),
    ],
)
def test_what_is_named(asked: str, told: str, found: tuple[str, ...]) -> None:
    assert named(asked, [told]) == found


def test_every_purpose_that_is_named_has_words() -> None:
    known = shelves("").purposes
    assert {*NAMED, "farewell", "neighbour", "my-turn", "find-out", "money"} <= set(known)


def test_money_must_have_been_spoken_of_twice() -> None:
    told = ["i pay the rent", "he lent our savings to his brother"]
    assert named("how do i open it", told) == ("money",)
    assert named("how do i open it", told[:1]) == ()


def test_what_words_must_not_hold_is_named() -> None:
    assert refused("not one word about the money, please") == {"money"}
    assert refused("Rule: no sorry. It may be funny".lower()) == {"sorry"}
    assert refused("how do i bring up the money and say sorry") == frozenset()


def test_one_that_is_named_gets_two_lines_and_two_get_one_each() -> None:
    _state, replies = talk("my nan is eighty soon", "what do i put in her birthday card")
    words = shelves("").purposes["wish-well"].says
    assert replies[-1].purposes == ("wish-well",)
    assert all(f"“{one}”" in replies[-1].text for one in words[:2])
    _state, replies = talk("my mate is leaving", "what do i put in the card")
    assert replies[-1].purposes == ("farewell", "wish-well")


def test_a_card_to_say_sorry_says_sorry() -> None:
    _state, replies = talk("i shouted at my sister", "what do i put in a card to say sorry")
    assert "orry" in replies[-1].text
    assert "wish-well" not in replies[-1].purposes


def test_who_goes_upstairs_is_no_neighbour() -> None:
    told = ["he went upstairs", "he stays upstairs all evening"]
    assert named("what could i say to him", told) == ()
    assert named("what could i say to them", ["the man upstairs drills", "next door too"]) == (
        "neighbour",
    )
