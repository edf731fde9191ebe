"""What stands in front of a matter, or asks leave to tell it, is heard, and the matter spared."""

import pytest

from aftershift.engines.coach.hearing.asking_leave import Leave, leave_to_tell
from aftershift.engines.coach.hearing.first_words import tells_behind, the_matter
from aftershift.engines.coach.hearing.prefaces import belittled, is_only_prefaced, prefaces

PREFACED = [  # (what stands in front, the matter)
    ("bit embarrassing this one.", "I cried at the tyre place"),
    ("hey. this might be dumb.", "my flatmate has a new best friend"),
    ("this might be dumb but", "the choir gave my solo away"),
    ("Hello. I don't really know what to put.", "My lodger moved out without a word"),
    ("not sure where to start.", "my brother sold the boat"),
    ("I don't even know how to start this,", "my boss gave my project to the intern"),
    ("dinnae ken where tae start.", "ma sister's stopped comin roon"),
    ("pure daft this but", "ma da winnae use the phone"),
    ("haven't a clue where to begin,", "he plays the drums at six"),
    ("God I'm scarlet typing this,", "he saw me cry at the bus stop"),
    ("tis only a small thing.", "she never says my name"),
    ("it's nothing really,", "they forgot my leaving do"),
    ("Sorry for my English.", "The pupils laugh when I say thirty"),
    ("Excuse my English.", "My chef he throw the plate"),
    ("paiseh to say,", "my mother in law counts my eggs"),
    ("first time here po.", "my sister in Dubai stopped sending voice notes"),
    ("sorry to disturb.", "a colleague is taking my chair daily"),
    ("abeg, I no know where to start.", "my landlord dey come every night"),
    ("ion even know where to start.", "my cousin took my car again"),
    ("y'all gonna think this is dumb, but", "I miss my old truck"),
    ("I know other people have it worse but", "the boss put me on stairs"),
    ("sorry this is long.", "my neighbour parks across my drive"),
    ("sorry, long one.", "three of us share a car and one never pays"),
    ("this is going to be a bit of a ramble,", "my uncle sold the orchard"),
    ("hello, I'm new to this.", "my son won't eat with us"),
    ("I don't normally do this.", "my wife laughs at the tv and not at me"),
    ("feels weird typing to a machine.", "my husband moved the bed"),
    ("so, um, here goes.", "I told my brother I'd not come"),
    ("don't laugh.", "I wept over a parking ticket"),
    ("first world problem I know, but", "nobody came to my housewarming"),
    ("not sure if this is the right place,", "my mother counts the teabags"),
    ("tmi sorry.", "I sleep in the bath on Sundays"),
    ("mad one this.", "my boss invited me to his wedding and took it back"),
    ("bit of a weird one but", "my neighbour mows my lawn"),
    ("it's hard to explain.", "I miss the noise of the old house"),
    ("I feel silly even writing this.", "they gave the dog my seat"),
    ("thanks for reading.", "my dad sold the caravan without asking"),
    ("my mother thinks I should use this.", "she has started locking the larder"),
    ("no idea what to write here.", "we moved in march and I know nobody"),
    ("that might come across as whiny, but", "nobody waited for me"),
    ("summat daft this.", "I miss the bus queue"),
    ("quick one.", "my trainee calls me mum"),
]
SPARED = [  # the matter itself, in words that a preface could be made of
    "I'm meeting her mother on Sunday. It might be awkward",
    "He asked if I love him. I don't know what to say",
    "I don't know what to say to her when she rings",
    "My card was declined in front of the queue. It was embarrassing",
    "the house is a tip and i don't know where to start",
    "It's ridiculous. They moved the match again",
    "It's so stupid: they gave my chair away",
    "It's hard. He works days and I work nights",
    "I'm new on the site and they don't learn my name",
    "they called my idea stupid in front of everyone",
    "she said this might be dumb and then showed us the ring",
    "she said sorry for the mess and left",
    "My sister said sorry and I laughed",
    "long day. long day again",
    "small village, big mouths. they all know I failed my test",
]


@pytest.mark.parametrize(("front", "matter"), PREFACED)
def test_what_stands_in_front_is_no_part_of_the_matter(front: str, matter: str) -> None:
    assert the_matter(f"{front} {matter}").strip(" .,!") in (matter, f"but {matter}")
    assert the_matter(f"{front} {matter}").endswith(matter)  # what stands where, stays
    assert len(the_matter(f"{front} {matter}")) == len(f"{front} {matter}")


@pytest.mark.parametrize("matter", SPARED)
def test_what_could_be_said_of_the_matter_stays(matter: str) -> None:
    assert the_matter(matter) == matter
    assert not prefaces(matter)


def test_a_preface_is_heard_in_the_middle_too() -> None:
    told = the_matter("I'm a baker, nights. I don't really know what to put. 400 loaves and no tea")
    assert "put" not in told
    assert told.startswith("I'm a baker, nights.")


@pytest.mark.parametrize(
    ("says", "word"),
    [
        ("this will sound ridiculous, I miss his cough", "ridiculous"),
        ("it'll probably sound petty but she took the good mug", "petty"),
        ("daft one. they changed the biscuits", "daft"),
        ("it's nothing really, they forgot my leaving do", "small"),
        ("no big deal, they forgot my leaving do", "small"),
        ("bit embarrassing this one. I cried at the tyre place", ""),
        ("they called my idea stupid", ""),
        ("It's so stupid: they gave my chair away", ""),
    ],
)
def test_what_belittles_is_known_by_its_word(says: str, word: str) -> None:
    assert belittled(says) == word


def test_a_message_of_prefaces_tells_nothing_and_what_tells_behind_one_asks_for_no_words() -> None:
    assert is_only_prefaced("hello, I'm new to this. not sure where to start")
    assert is_only_prefaced("bit embarrassing this one")
    assert not is_only_prefaced("hello. they moved the match")
    assert tells_behind("no idea what to write here. we moved in march and I know nobody")
    assert not tells_behind("not sure where to start. what do i say to my landlord about the damp")
    assert not tells_behind(
        "My boyfriend is a baker and I am the one who writes. Hope this is ok here"
    )
    assert not tells_behind("hello. we moved in march and I know nobody")


@pytest.mark.parametrize(
    ("says", "leave", "matter"),
    [
        ("can i just vent for a minute? they lost my tent", Leave.VENT, "they lost my tent"),
        ("mind if I have a wee moan? the van broke", Leave.VENT, "the van broke"),
        ("I need to get something off my chest. Dad forgot", Leave.VENT, "Dad forgot"),
        ("wee rant incoming, they bought a drum kit", Leave.VENT, "they bought a drum kit"),
        ("Abeg let me vent small. Driver carry my change", Leave.VENT, "Driver carry my change"),
        ("is it ok if i offload here? Mum rang nine times", Leave.VENT, "Mum rang nine times"),
        ("Could I run something by you? She wants my dress", Leave.TELL, "She wants my dress"),
        (
            "lemme tell you something. my cousin took the goat",
            Leave.TELL,
            "my cousin took the goat",
        ),
        ("can I tell you about a man at the depot? he hums", Leave.TELL, "he hums"),
        ("i wanted to tell somebody i did the plait", Leave.TELL, "i did the plait"),
        ("I'd like to talk this over with someone outside. He hid it", Leave.THROUGH, "He hid it"),
        ("I got in and no one awake so you're getting it", Leave.TAKEN, "I got in and"),
        ("nobody to tell so you'll have to do. he said dada", Leave.TAKEN, "he said dada"),
        ("I've great news and nobody to tell: I passed", Leave.NEWS, "I passed"),
        ("some braw news for once", Leave.NEWS, ""),
    ],
)
def test_who_asks_leave_to_tell_is_heard(says: str, leave: Leave, matter: str) -> None:
    asked = leave_to_tell(says)
    assert asked is not None
    assert asked.leave is leave
    assert the_matter(says).strip(" .,:!?") == matter


@pytest.mark.parametrize(
    "says",
    [
        "can I tell him I'm tired",
        "can i say no to her",
        "I want to tell my foreman about it",
        "I need to talk to my wife about money",
        "I need help with a text",
        "she told me to talk it through with somebody",
        "I can't vent at home, he gets cross",
        "my boss let me vent and then told everyone",
        "i have nobody to talk to since he left",
        "they sent a picture of the beach. I want to cry",
    ],
)
def test_what_tells_of_telling_asks_for_no_leave(says: str) -> None:
    assert leave_to_tell(says) is None
