"""What a goodbye tells beside the goodbye, and what no goodbye may give back."""

import pytest
from tests.pointing import pointer

from aftershift.engines.coach.answers.last_words import (
    farewell_of,
    has_somebody,
    is_glad,
    is_of_the_night,
    told_clauses,
    told_in_goodbye,
)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Wednesday I bring Nani her mangoes. Shukriya, khuda hafiz",
            "Wednesday you bring Nani her mangoes.",
        ),
        (
            "gonna bring him his tea in bed saturday. ta x",
            "You're going to bring him his tea in bed Saturday.",
        ),
        (
            "Good. I do it on Monday, then Marek is there. Thank you and dobranoc",
            "Monday, then, with Marek there.",
        ),
        ("Sawa. Saturday after choir then. Asante, good night", "Saturday after choir, then."),
        (
            "I will cycle to my brother on Tuesday, not write. Dank u, tot ziens",
            "You will cycle to your brother on Tuesday, not write.",
        ),
        ("dropping the keys round to Babs. God bless", "You're dropping the keys round to Babs."),
        ("posted it through her door. cheers", "Posted."),
        ("i rang him. he picked up! thanks a million", "You rang him. He picked up."),
        ("told him. he just nodded. that'll do me. night", "You told him. He just nodded."),
        (
            "sent. now i'm going to watch something daft. ta",
            "Sent. Now you're going to watch something silly.",
        ),
        ("she's typing. ok bye thank you", "She's typing."),
        ("she said yes!! lunch sunday. thank you so much, bye", "She said yes."),
        ("it worked, thanks a million", "It worked."),
        ("I've a ewe lambing. thanks now", "You've a ewe lambing."),
        ("got the bins to do. ta", "You've got the bins to do."),
        ("ok i can do that, he likes it with cardamom. shukran", "He likes it with cardamom."),
        (
            "im on the early with him thursday. will hum in the lift. tara",
            "You're on the early with him Thursday.",
        ),
        ("off to shut the hens in. cheers", "You're off to shut the hens in."),
        ("i go make the chai, she likes it with ginger. shukriya", "You go make the chai."),
        (
            "Will do. He lands at 9 on Wednesday. Thank you, good night",
            "He lands at 9 on Wednesday.",
        ),
        ("ok so lunch with them on sunday. thanks heaps", "Lunch with them on Sunday."),
        (
            "I'll see her before the round tomorrow, God willing. Diolch",
            "You'll see her before the round tomorrow.",
        ),
    ],
)
def test_what_a_goodbye_tells_is_given_back_in_a_few_words(text: str, says: str) -> None:
    told = told_in_goodbye(text, pointer())
    assert told is not None
    assert told.says == says


@pytest.mark.parametrize(
    "text",
    [
        "thanks, that helped", "ok thank you, good night", "Time to go. Ta ra", "cheers pal",
        "I'm going to bed. Thanks for listening", "my bleep's going, ta", "thank youuu xx bye",
        "I thank you for your time. Good night.", "Good, I can use this. Have a nice evening",
        "I'll take the lot tonight. Thank you, goodbye",
        "I'll do it tonight. Thank you for everything. Goodbye",
        "I'm going to the bridge. thank you, goodbye", "I won't be here on Sunday. Thanks, bye",
        "I'll be gone by morning. Goodbye", "going to make him pay. cheers, bye",
        "nobody will notice anyway. thanks, bye", "I will see Mum again soon. Goodbye",
        "gonna go through his phone tonight. ta", "Mrs Okoro is waiting for her tea. Thanks, bye",
        "she died on Sunday. thank you, goodbye", "shall I ring her tonight? thanks, bye",
        "I'm an idiot and a bad son. night",
        "I have the tablets here. thank you, good night", "I've sent her my goodbyes. Thank you",
        "going for a walk by the river. thanks, night", "he's locked the door again. thanks, bye",
        "I'm going to drive somewhere quiet. thank you, goodbye", "going to confront him. ta",
        "giving the dog to my sister tomorrow. thank you, goodbye",
        "I'll stop being a bother on Sunday. Thanks, bye",
        "I'll wait outside her house until she talks to me. thanks, bye",
    ],
)  # fmt: skip
def test_thanks_alone_and_what_is_grave_is_not_given_back(text: str) -> None:
    assert told_in_goodbye(text, pointer()) is None


@pytest.mark.parametrize(
    "text",
    [
        "sent it. cheers",
        "gonna say it to him in the shed. ta",
        "off to meet our Kev. tara",
        "i'm on with her friday. night",
        "he's just pulled in. bye",
        "Sabine is there. Tschüss",
        "picking my daughter up now, thanks",
        "they're asleep at last. night night",
        "I'll ring my nan at teatime. Thanks pet",
        "making her a brew. ta x",
    ],
)
def test_who_goes_to_somebody_is_heard(text: str) -> None:
    assert has_somebody(text)


@pytest.mark.parametrize(
    "text",
    [
        "he still hasn't answered. thanks anyway, bye",
        "haven't told him yet. thanks, night",
        "I've 90 essays to mark. Bye now",
        "Thank you for asking about him. Bye",
        "thanks for letting me tell you",
        "kettle's on. ta",
        "back to her notes. cheers",
        "I'm going home to him now, he's been drinking. ta",
        "I've sent her my goodbyes. Thank you",
        "I'll wait outside her house until she talks to me. thanks, bye",
    ],
)
def test_who_has_nobody_is_not_taken_for_one_who_has(text: str) -> None:
    assert not has_somebody(text)


def test_the_goodbye_itself_is_no_clause() -> None:
    text = "Right, well. Thanks a lot. The soup is on. Bye now x"
    assert told_clauses(text) == ["The soup is on"]


@pytest.mark.parametrize(
    ("text", "farewell"),
    [
        ("thank you and tschüss", "Tschüss"), ("ta, Nos da", "Nos da"), ("ok bye bye", "Bye"),
        ("right, ta ra then", "Ta ra"), ("thanks a lot", ""), ("he said it was a byeline", ""),
    ],
)  # fmt: skip
def test_their_own_goodbye_is_said_back(text: str, farewell: str) -> None:
    assert farewell_of(text) == farewell


def test_a_good_night_and_good_news_are_heard() -> None:
    assert is_of_the_night("going to bed now. ta")
    assert is_of_the_night("that's me. night x")
    assert not is_of_the_night("bringing him tea in bed on saturday, ta")
    assert not is_of_the_night("friday night then. cheers")
    assert is_glad("she said yes! thanks")
    assert is_glad("it worked. ta")
    assert not is_glad("he said nothing. ta")
