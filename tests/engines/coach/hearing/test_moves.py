"""What the last of several sentences asks for, by a chooser that always leans to one move."""

from dataclasses import replace

import pytest
from tests.shelves import ROW, SURE, leaning_to, shelves

from aftershift.engines.coach.hearing.moves import NAMES, Move, Saying, Told, move_of

ALL = len(NAMES)
LONG = "she held the lift for me twice this week and never said a word. and then there is this"
LAST = Told(text="what do i say to that", rows=ROW)  # words that ask for words, and for a step
NO_ROWS = Told().rows


@pytest.mark.parametrize(
    ("leans", "by", "move"),
    [
        (NAMES.index(Move.WORDS), SURE, Move.WORDS),
        (NAMES.index(Move.STEP), SURE, Move.STEP),
        (NAMES.index(Move.WORDS), 4.0, Move.TELLS),  # likely, and not sure
        (NAMES.index(Move.BYE), SURE, Move.TELLS),  # a long message does not end by its last words
        (ALL, SURE, Move.TELLS),  # what surely tells asks for nothing
    ],
)
def test_what_the_last_sentence_asks_for_is_taken_where_it_is_very_sure(
    leans: int, by: float, move: Move
) -> None:
    book = replace(shelves("").moves, chooser=leaning_to(leans, ALL, by))
    assert move_of(Saying(text=LONG, rows=NO_ROWS, last=LAST), book, expected=()) is move


def test_a_last_sentence_without_words_that_ask_tells() -> None:
    book = replace(shelves("").moves, chooser=leaning_to(NAMES.index(Move.WORDS), ALL, SURE))
    for last in ("with 'kind regards'", "“send me the cute ones”"):
        said = Saying(text=LONG, rows=NO_ROWS, last=Told(text=last, rows=ROW))
        assert move_of(said, book, expected=()) is Move.TELLS


def test_without_a_last_sentence_a_message_is_what_it_is_as_a_whole() -> None:
    book = replace(shelves("").moves, chooser=leaning_to(NAMES.index(Move.STEP), ALL))
    assert move_of(Saying(text=LONG, rows=NO_ROWS), book, expected=()) is Move.TELLS
    assert move_of(Saying(text=LONG, rows=ROW), book, expected=()) is Move.TELLS  # it asks nothing
    assert move_of(Saying(text=f"{LONG}. any ideas", rows=ROW), book, expected=()) is Move.STEP


@pytest.mark.parametrize(
    ("text", "move"),
    [
        (LONG, Move.TELLS),  # it asks for nothing, whatever it sounds like
        (f"{LONG}. what do i say to her", Move.WORDS),
        ("i want to get back in the car. is there a halfway sort of thing to say?", Move.WORDS),
        ("yeah alright. how do i bring up the lamp, we've her mum coming at six", Move.WORDS),
        ("what i'd like is my mornings. any idea how one asks for that", Move.WORDS),
        ("what i would like is only the morning bath. just that one thing mine", Move.TELLS),
        ("she sends the list round. what is the sentence, do you suppose", Move.WORDS),
        ("i'd like her to hear that i miss her. in which words?", Move.WORDS),
        ("have you an idea for what a wife says there? i do not want to be long", Move.WORDS),
        ("not really what you're for but could you do me a note for next door", Move.WORDS),
        ("the card has been in my locker for a week. give us something to put in it", Move.WORDS),
        ("he asked me just one thing in the car. 'what did you say to her?'", Move.TELLS),
        ("i am home, tea. i don't know how to begin so i tell you of the room", Move.TELLS),
        ("i write god keep you to him and do not press play since october or so", Move.TELLS),
        ("naw dont give me things to say to her. she's buzzing", Move.LISTEN),
        ("i replied by email, in paragraphs. i would like to discuss the reply", Move.TELLS),
        ("she has things to tell me about the gutters", Move.TELLS),
        ("she sewed it with fishing line and sang in the tricycle all the way", Move.TELLS),
        ("right, a card then. short. how i'd say it, and not like a counsellor", Move.WORDS),
        ("how does a woman of my age ask to come back without a committee", Move.WORDS),
        ("whats a way to fix it thats not a whole talk, seven months in", Move.STEP),
        ('i could write "give me a line" and book the place on the corner', Move.TELLS),
        ("lost for it", Move.WORDS),  # in few words anything may ask
    ],
)
def test_who_asks_for_words_in_more_than_a_few_says_so(text: str, move: Move) -> None:
    book = replace(shelves("").moves, chooser=leaning_to(NAMES.index(Move.WORDS), ALL))
    assert move_of(Saying(text=text, rows=ROW), book, expected=()) is move


@pytest.mark.parametrize(
    ("text", "may_end", "move"),
    [
        ("thank you very much. i will do that on thursday", True, Move.THANKS),
        ("good. cheers for that, i've the bins to do", True, Move.THANKS),
        ("fair enough. good talk", True, Move.THANKS),
        ("we had a good talk about it on sunday", True, Move.TELLS),
        ("that's cheered me up actually. night", True, Move.BYE),
        ("that's cheered me up actually. night", False, Move.TELLS),
        ("thanks to him we missed the train", True, Move.TELLS),
        ("thank you, she said, and meant it", False, Move.TELLS),
        ("tablets again and no thanks from anyone", True, Move.TELLS),
    ],
)
def test_thanks_in_front_end_a_talk_in_which_enough_was_said(
    text: str, move: Move, *, may_end: bool
) -> None:
    book = shelves("").moves
    assert move_of(Saying(text=text, rows=NO_ROWS), book, expected=(), may_end=may_end) is move


@pytest.mark.parametrize("may_end", [True, False])
def test_a_goodbye_at_the_end_of_a_message_ends_a_talk_in_which_enough_was_said(
    *, may_end: bool
) -> None:
    book = replace(shelves("").moves, chooser=leaning_to(NAMES.index(Move.BYE), ALL))
    said = Saying(text=LONG, rows=NO_ROWS, last=LAST)
    move = move_of(said, book, expected=(), may_end=may_end)
    assert move is (Move.BYE if may_end else Move.TELLS)


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("can you put that so it's warm. her name is the only long word", Move.WORDS),
        ("wish me luck, and thank you", Move.THANKS),
        ("that'll do me. cheers, whatever you are", Move.THANKS),
        ("eleven men want the bathroom. khoda hafez.", Move.BYE),
        ("now i must stop, it is time for his tea", Move.BYE),
        ("there was no tea left. thanks to the rota", Move.TELLS),
    ],
)
def test_what_asks_for_words_or_ends_by_its_first_words_needs_no_chooser(
    text: str, move: Move
) -> None:
    book = shelves("").moves
    assert move_of(Saying(text=text, rows=NO_ROWS), book, expected=(), may_end=True) is move


@pytest.mark.parametrize(
    ("text", "move"),
    [
        (
            f"does that count, {LONG}, as a first move",
            Move.TELLS,
        ),  # it is weighed, not asked for
        (f"{LONG}. i don't know what to do with myself", Move.TELLS),
        (f"{LONG}. how does one ask for that", Move.WORDS),
        (f"{LONG}. any ideas", Move.STEP),
    ],
)
def test_who_asks_for_a_step_in_more_than_a_few_words_says_so(text: str, move: Move) -> None:
    book = replace(shelves("").moves, chooser=leaning_to(NAMES.index(Move.STEP), ALL))
    assert move_of(Saying(text=text, rows=ROW), book, expected=()) is move


def test_thanks_for_listening_end_a_talk_and_ask_for_no_listening() -> None:
    book = replace(shelves("").moves, chooser=leaning_to(NAMES.index(Move.LISTEN), ALL))
    said = Saying(text="only wanted to tell somebody. thanks for listening", rows=ROW)
    assert move_of(said, book, expected=(), may_end=True) is Move.THANKS
    assert move_of(said, book, expected=()) is Move.LISTEN


def test_who_goes_on_with_i_mean_corrects_nobody() -> None:
    book = replace(shelves("").moves, chooser=leaning_to(NAMES.index(Move.MISHEARD), ALL))
    for text in ("i mean the photo isn't even good", "well i mean, it was late"):
        assert move_of(Saying(text=text, rows=ROW), book, expected=()) is Move.TELLS


def test_a_verdict_is_asked_for_in_words_that_ask_for_one() -> None:
    book = replace(shelves("").moves, chooser=leaning_to(NAMES.index(Move.VERDICT), ALL))
    said = Saying(text="bit of a petty one", rows=ROW)
    assert move_of(said, book, expected=()) is Move.TELLS
    assert move_of(replace(said, text="am i being petty here"), book, expected=()) is Move.VERDICT


def test_who_is_weary_of_our_questions_speaks_of_them() -> None:
    book = replace(shelves("").moves, chooser=leaning_to(NAMES.index(Move.STOP_ASKING), ALL))
    said = Saying(text="i am so tired of asking", rows=ROW)
    assert move_of(said, book, expected=()) is Move.TELLS
    assert move_of(replace(said, text="you ask a lot"), book, expected=()) is Move.STOP_ASKING
