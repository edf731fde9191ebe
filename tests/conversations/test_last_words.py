"""How a talk ends, by the real coach: what the goodbye told is met, and no hour is asked twice."""

import pytest
from tests.conversations.talking import talk

from aftershift.engines.coach.state import Act
from aftershift.listening import Coach

TOLD = (
    "my sister and me had words about the caravan at easter",
    "she said i only come when there's something to carry",
    "that stung because it was a bit true",
    "we used to do the crossword over the phone",
    "i miss that more than the caravan",
)
WORDS = "can you write me a short text to her"
STEP = "can you give me one small thing to do"


@pytest.mark.parametrize(
    ("goodbye", "says"),
    [
        ("I will cycle over to her on Tuesday, not write. Thank you, good night", "Tuesday"),
        ("sent it. two ticks already. cheers, bye", "Sent."),
        ("posted it through her door. thanks, goodbye", "Posted."),
        ("gonna bring her the crossword on saturday. ta x", "Saturday"),
        ("Thank you. I've got ninety jars to label", "ninety jars"),
        ("she's making soup. ok thank you, bye bye", "She's making soup"),
        ("told her. she laughed and put the kettle on. thank you, good night", "She laughed"),
        ("right, off to shut the hens in. thanks", "shut the hens in"),
        ("ok I can do that, she has it with two sugars. gracias, adiós", "two sugars"),
        ("Thursday after mass then. God bless, thank you", "Thursday after mass, then."),
        ("im on the late with her wednesday. will hum in the lift. ta ra", "Wednesday"),
        ("I'm calling her now before my nerve goes. Thank you", "calling her now"),
    ],
)
def test_what_a_goodbye_tells_is_met(goodbye: str, says: str, coach: Coach) -> None:
    _state, replies = talk([*TOLD, WORDS, goodbye], coach)
    assert says in replies[-1].text
    assert "?" not in replies[-1].text
    assert len(replies[-1].text.split()) <= 30


@pytest.mark.parametrize(
    "goodbye",
    [
        "sent it. cheers, bye",
        "gonna bring her the crossword on saturday. ta x",
        "I'm calling her now before my nerve goes. Thank you",
    ],
)
def test_who_goes_to_somebody_is_sent_to_nobody_else(goodbye: str, coach: Coach) -> None:
    state, _replies = talk([*TOLD, WORDS, goodbye], coach)
    assert not any(name.startswith("human") for name in state.used)


@pytest.mark.parametrize("goodbye", ["Thank you. I've got ninety jars to label", "ok thanks, bye"])
def test_who_goes_to_nobody_still_hears_of_a_person(goodbye: str, coach: Coach) -> None:
    state, replies = talk([*TOLD, goodbye], coach)
    assert replies[-1].act is Act.CLOSE
    assert state.used[-1].partition(".")[0].startswith("human") or ".human." in state.used[-1]


@pytest.mark.parametrize(
    ("takes", "says"),
    [
        ("friday then", "Friday"),
        ("ok. ferry is 7:15. i will try. salamat", "7:15"),
        ("yes. tonight, he's off at ten", "onight"),
        ("in the morning before school", "n the morning before school"),
        ("aye, the morn", "he morn"),
        ("yes, i'll do it on my break", "n your break"),
        ("ok when she's back from choir", "hen she's back from choir"),
        ("yes sunday after milking", "unday after milking"),
    ],
)
def test_who_says_when_is_not_asked_when(takes: str, says: str, coach: Coach) -> None:
    _state, replies = talk([*TOLD, STEP, takes], coach)
    assert says in replies[-1].text
    assert "?" not in replies[-1].text


def test_who_does_it_now_is_let_go(coach: Coach) -> None:
    _state, replies = talk([*TOLD, STEP, "yes. doing it right now"], coach)
    assert replies[-1].act is Act.PLAN
    assert "?" not in replies[-1].text


@pytest.mark.parametrize(
    "likes",
    [
        "no that's perfect",
        "haha no notes",
        "ha you've left no room right enough. i might add one wee dig. no i won't",
        "och no that's grand, that's how i'd say it",
        "i was going to put 'as usual' at the end. no, i'll behave",
        "no you're right, short is better",
    ],
)
def test_pleased_words_are_no_objection(likes: str, coach: Coach) -> None:
    _state, replies = talk([*TOLD[:3], WORDS, likes], coach)
    assert replies[-1].rule not in ("objects", "declines", "corrects us", "was misheard")


@pytest.mark.parametrize("no", ["no, she'd hate that", "that's too posh for us, she'd laugh"])
def test_real_objections_to_words_are_not_praised(no: str, coach: Coach) -> None:
    state, _replies = talk([*TOLD[:3], WORDS, no], coach)
    assert not any(name.startswith("words_liked") for name in state.used)


def test_a_plan_that_is_only_it_is_given_back_only_where_something_was_offered(
    coach: Coach,
) -> None:
    _state, replies = talk([*TOLD, "I do it tonight. Thank you, goodbye"], coach)
    assert "Tonight, then" not in replies[-1].text
    _state, replies = talk([*TOLD, WORDS, "I do it tonight. Thank you, goodbye"], coach)
    assert "Tonight, then" in replies[-1].text
