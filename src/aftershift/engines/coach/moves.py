"""What a person does with a message: takes, declines, asks for words, wants to end, and so on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from aftershift.engines.basics.recall import Recall, Rows
from aftershift.engines.language.phrases import words_in

SURE, NEAR = 0.86, 0.70  # cosine to an example: of a long message, of a short one
SHORT = 9  # words of a message that may be nothing but a move
VOTERS = 5
MAJORITY = 3


class Move(StrEnum):
    """What somebody does with a message, whatever it is about."""

    TELLS = "tells"
    YES = "yes"
    NO = "no"
    YES_BUT = "yes_but"
    TRIED = "tried"
    DUNNO = "dunno"
    THANKS = "thanks"
    BYE = "bye"
    HELLO = "hello"
    JOKE = "joke"
    LISTEN = "listen"
    WORDS = "words"
    STEP = "step"
    VERDICT = "verdict"
    FACT = "fact"
    NOT_THAT = "not_that"
    SHORTER = "shorter"
    STOP_ASKING = "stop_asking"
    ENOUGH = "enough"
    ABOUT_YOU = "about_you"
    MISHEARD = "misheard"
    DID = "did"
    NOT_DONE = "not_done"
    WORSE = "worse"
    TIME = "time"
    NOTHING_TODAY = "nothing_today"
    GOOD = "good"
    MORE = "more"
    SHUT_DOWN = "shut_down"


# A long message tells something; only what it asks for at its end may also be a move.
ASKED_AT_THE_END = frozenset({Move.WORDS, Move.STEP, Move.VERDICT, Move.FACT, Move.LISTEN})
# These mean something only after what they answer.
ANSWERS = frozenset({Move.YES, Move.NO, Move.YES_BUT, Move.TRIED, Move.NOT_THAT, Move.MORE})


@dataclass(frozen=True, kw_only=True, slots=True)
class MoveBook:
    """Authored ways of each move: word for word, and by meaning."""

    recall: Recall  # names are those of moves; an example each
    moves: Sequence[tuple[Move, str]]
    exact: dict[tuple[str, ...], Move] = field(init=False)

    def __post_init__(self) -> None:
        exact = {tuple(_bare(text)): move for move, text in self.moves}
        object.__setattr__(self, "exact", exact)


def move_of(text: str, rows: Rows, book: MoveBook) -> Move:
    """Say what somebody does with a message; TELLS where it is nothing else.

    `text` is clean, `rows` what it means, the whole first and then its windows.
    """
    words = _bare(text)
    if exact := book.exact.get(tuple(words)):
        return exact
    if len(words) <= SHORT:
        return _voted(rows[:1], book, NEAR)
    at_end = _voted(rows[-1:], book, SURE if len(rows) < 3 else NEAR)
    return at_end if at_end in ASKED_AT_THE_END else Move.TELLS


def _voted(row: Rows, book: MoveBook, least: float) -> Move:
    if not len(row):
        return Move.TELLS
    near = book.recall.nearest(row, VOTERS)
    votes = [book.moves[one.at][0] for one in near if one.cosine >= least]
    if not votes:
        return Move.TELLS
    first = votes[0]
    return first if votes.count(first) >= min(MAJORITY, len(votes)) else Move.TELLS


def _bare(text: str) -> list[str]:
    return [word for word in words_in(text) if word[0].isalnum()]
