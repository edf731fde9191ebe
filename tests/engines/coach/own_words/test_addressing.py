"""What was told about somebody is turned into words to them; what may go wrong is left alone."""

import pytest

from aftershift.engines.coach.own_words.addressing import MOST, addressed
from aftershift.engines.coach.own_words.second_person import to_them
from aftershift.engines.coach.own_words.whom import Whom

ASKS = "what do i say to him"

ADDRESSED = (
    (("i'd like him to be cross with me once", ASKS), "I'd like you to be cross with me once."),
    (("i miss us. i love that he waits up", ASKS), "I love that you wait up."),
    (("how do i ask him for one day that's only ours",),
     "I wanted to ask you for one day that's only ours."),
    (("im sorry about the gravy", ASKS), "I'm sorry about the gravy."),
    (("I want her to know that I remember the pears", "could you help me write it to her?"),
     "I want you to know that I remember the pears."),
    (("a text, then. I want her to know Im hurt but she has enough on", "what do i write to her"),
     "I want you to know I'm hurt."),
    (("i need my sister to sign the form by friday", "how do i put it to my sister"),
     "I need you to sign the form by Friday."),
    (("I’d like to thank her for the soup", "a text to her please"),
     "Thank you for the soup."),
    (("I want to tell Yvonne, ring me on a Wednesday with the list. How would you put it?",),
     "Ring me on a Wednesday with the list."),
    (("I'd like to tell her to say it to me and not over my head. How do I put it",),
     "I'd like you to say it to me and not over my head."),
    (("want to say to her it's not that i dont want to come", "how do i put it to her"),
     "It's not that I don't want to come."),
    (("i want him to put thirty quid a week in. and i want it to sound like me", ASKS),
     "I want you to put thirty quid a week in."),
    (("To my wife I would like to say that I now know how it was for her. Two sentences?",),
     "I now know how it was for you."),
    (("how do i tell her i cant come on sunday",), "I can't come on Sunday."),
    (("What I'd like is my mornings. Two of them.", ASKS), "I'd like my mornings."),
    (("i want half an hour. when i say it she goes quiet", "what can a man say there"),
     "I want half an hour."),
    (("I want she tells him before Monday. Could you formulate that? To her.",),
     "I want you to tell him before Monday."),
    (("what would be good is like one call a day. i ring her at six", "how do i put it to her"),
     "I'd like one call a day."),
    (("i need to write him back tonight. put it kindly, but it has to say i can't do the 3000",),
     "I can't do the 3000."),
    (("how do i tell her i need sleep but not stop opening the curtains",),
     "I need sleep, but please don't stop opening the curtains."),
    (("I'd like to tell her: no party, no hall. How do I say it",), "No party, no hall."),
    (("want to say to her its not that i dont want to. i need half an hour of nothing first",),
     "It's not that I don't want to. I need half an hour of nothing first."),
    (("she wants a card and he wants cake", "I'd like her to say what i do. how does one ask"),
     "I'd like you to say what I do."),
    (("actually i dont want to be the one who rings. he hates it", ASKS),
     "I don't want to be the one who rings."),
)  # fmt: skip

LEFT_ALONE = (
    ("how do i tell him i count nothing? i want to send before my shift, 5am",),
    (),
    ("the soup was cold", ASKS),
    ("he never listens to me", ASKS),
    ("i don't want to ask him for a lift", ASKS),
    ("i want him to stop", ASKS),
    ("i want to sleep and not wake up", ASKS),
    ("i miss [a name] and the garden", ASKS),
    ("i hate that he smokes", ASKS),
    ("i want to kill him", ASKS),
    ("they want to ask him for money", ASKS),
    ("i want to know what to say to him", ASKS),
    ("he told me i miss nothing at all", ASKS),
    ("i feel sorry for him", ASKS),
    ("i love " + "very " * MOST + "much", ASKS),
    ("i want to send her a voice note", ASKS),
    ("i need to say sorry for that first", ASKS),
    ("i would like to send him something before he comes", ASKS),
    ("i dont want him to know i saw it", ASKS),
    ("i would like to know what a man puts in such a letter", ASKS),
    ("i'd like it to be quick and by the sink", ASKS),
)


@pytest.mark.parametrize(("said", "words"), ADDRESSED)
def test_what_was_told_is_turned_into_words(said: tuple[str, ...], words: str) -> None:
    assert next(addressed(said), "") == words


@pytest.mark.parametrize("said", LEFT_ALONE)
def test_what_may_go_wrong_is_left_alone(said: tuple[str, ...]) -> None:
    assert not list(addressed(said))


def test_the_latest_comes_first_and_nothing_twice() -> None:
    said = ("i miss our walks", "i love how he cooks", "i miss our walks", ASKS)
    assert list(addressed(said)) == ["I miss our walks.", "I love how you cook."]


@pytest.mark.parametrize(
    ("about", "whom", "words"),
    [
        ("she leaves her cup and it's hers", Whom(pronoun="she"), ""),
        ("he always carries his bag", Whom(pronoun="he"), "you always carry your bag"),
        ("she's late and she was tired", Whom(pronoun="she"), "you're late and you were tired"),
        ("make her ring her sister", Whom(pronoun="she"), "make you ring your sister"),
        ("they've lost their keys", Whom(pronoun="they"), "you've lost your keys"),
        ("he watches himself", Whom(pronoun="he"), "you watch yourself"),
        ("my dad goes to my dad's shed", Whom(pronoun="he", named="my dad"),
         "you go to your shed"),
        ("i love the kids", Whom(named="the kids"), "i love you"),
        ("he says no", Whom(), ""),
        ("she's learned the names. i've seen her running", Whom(pronoun="she"),
         "you've learned the names. i've seen you running"),
        ("i bought her the cream, without her nobody sings", Whom(pronoun="she"),
         "i bought you the cream, without you nobody sings"),
        ("she sits on the floor and irons things, and cries", Whom(pronoun="she"),
         "you sit on the floor and iron things, and cry"),
        ("he came late and my mum says nothing", Whom(pronoun="he"),
         "you came late and my mum says nothing"),
        ("she knows i was there and is glad", Whom(pronoun="she"),
         "you know i was there and is glad"),
    ],
)  # fmt: skip
def test_only_the_pronouns_of_one_person_are_turned(about: str, whom: Whom, words: str) -> None:
    assert to_them(about, whom) == words


def test_a_wish_for_words_is_no_wish_of_somebody() -> None:
    asked = (
        "he runs the office",
        "what i want is wording for Doug. i'd ask you for fifteen minutes",
    )
    assert not any("wording" in one for one in addressed(asked, only_meant=False))
