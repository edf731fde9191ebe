"""Who was told of with warmth is found by name or as who they are; nobody else is."""

import pytest

from aftershift.engines.coach.stock.limits import Moment
from aftershift.engines.coach.stock.warmth import THEM, WarmOne, warm_one

NAMES = frozenset({
    "jenny", "camila", "sabine", "kwame", "aoife", "ewa", "tomasz",
    "marisol", "priya", "ana", "sunita", "marek", "ingrid", "sofie",
    "gav", "jean", "dave", "elsie", "mark", "lerato", "sione", "bilal",
})  # fmt: skip


def found(*typed: str) -> WarmOne | None:
    return warm_one(typed, NAMES)


@pytest.mark.parametrize(
    ("told", "called"),
    [
        ("there's a lad on the night bus, Kwame, he always nods at me", "Kwame"),
        ("the receptionist at the depot, aoife, asks how i am every morning", "Aoife"),
        ("there is one girl in xray, jenny. she waved to me in the bus twice", "Jenny"),
        ("there's a woman at the school gate, Ewa, she's lovely. I never know what to say", "Ewa"),
        ("tomasz in the kitchen made me laugh twice last shift", "Tomasz"),
        ("Priya from the lab saved me a samosa on friday", "Priya"),
        ("Sunita brings me chai at 3, every night shift", "Sunita"),
        ("she is the kind one on our ward. Ana. she's from Braga", "Ana"),
        ("There's this guy at the gym called Marek, he held the door for me", "Marek"),
        ("Jean from next door used to bring me soup, she is so kind", "Jean"),
        ("my mate Gav from the depot is a good laugh", "Gav"),
        ("the cleaner, Marisol, says hello to me by the lift", "Marisol"),
        ("on the taxi rank this man Lerato, he smiled at me on the stairs", "Lerato"),
        ("one fella at the market, Sione, gave me a mango", "Sione"),
        ("the guard at the gate is called Bilal, he asks how i am", "Bilal"),
        ("there's a girl in the chipper, Ewa, always gives me extra and a smile", "Ewa"),
        ("the new cook and me were mates and now she blanks me. at work i mean", "the cook"),
        ("my auntie two doors down the street smiled at me on the stairs", "your auntie"),
        ("there is one porter, he waves at me at the gate", "the porter"),
        ("the wee barista knows my name and smiles at me", "the barista"),
        ("there's a chap in the next block, always out with his dog, nods at me", "the chap"),
        ("Ingrid and Sofie, two girls at the canteen, are so friendly to me", THEM),
    ],
)
def test_whoever_was_told_of_with_warmth_is_found(told: str, called: str) -> None:
    one = found(told)
    if called == THEM:
        assert one is None or one.called in (THEM, "the girl")
    else:
        assert one is not None
        assert one.called == called


@pytest.mark.parametrize(
    "told",
    [
        "a patient in bed 4, Elsie, smiles at me every shift",
        "Mrs Begum on the ward holds my sleeve. she is so lovely to me",
        "a resident, Jean, always smiles at me at the desk",
        "my husband smiled at me this morning at the bus stop",
        "my son waved at me from the bus",
        "just in from nights. Mark left for work as i was parking. we waved",
        "Dave on my shift follows me to my car. he smiles at me",
        "this guy on the bus smiles at me, he creeps me out",
        "Sunita at work was so kind to me. she died in may",
        "Ewa on our ward was lovely, she moved to Cork",
        "I waved at the bus driver",
        "the new consultant is nice to everyone but me at work",
        "Priya at handover gave me grief again",
        "at home I am the funny one, really. it is only on the ward",
        "my ex waved at me by the school gate",
        "my grandmother brought me up, i passed her shop",
        "the bus was late and i got home cold",
    ],
)
def test_nobody_is_found_where_it_would_be_a_patient_the_home_or_somebody_feared(told: str) -> None:
    assert found(told) is None


def test_a_name_may_stand_in_the_message_beside_it() -> None:
    one = found("there's a person at work, we were friends, now she is ice", "Camila. we shared it")
    assert one == WarmOne(called="Camila", is_cold=True, is_near=True)


def test_where_one_meets_them_and_how_they_showed_it_is_kept() -> None:
    one = found("there is one girl in xray, jenny. she waved to me in the bus twice")
    assert one is not None
    asked = found(
        "there is one girl in xray, jenny. she waved to me in the bus", "give me one small thing"
    )
    assert asked == one
    assert (one.met, one.sign, one.is_near) == (Moment.PASSES, "wav", True)
    long_ago = found("Priya from the lab saved me a samosa", "tired", "and cold", "one small thing")
    assert long_ago is not None
    assert not long_ago.is_near
