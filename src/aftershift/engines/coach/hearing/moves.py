"""What a person does with a message: takes, declines, asks for words, wants to end, and so on."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from aftershift.engines.basics.recall import Rows
from aftershift.engines.coach.hearing.asked_for import (
    FOR_A_STEP,
    FOR_A_VERDICT,
    FOR_WORDS,
    HOW_TO_DO,
    HOW_TO_SAY,
    ONLY_TELLS,
    REFUSES,
    asks_nothing,
    unquoted,
)
from aftershift.engines.coach.hearing.asked_in_front import asks_to_listen
from aftershift.engines.coach.hearing.goodbyes import ends_by_thanks, says_goodbye
from aftershift.engines.coach.hearing.wants import NOTHING_KNOWN, Want, Wants
from aftershift.engines.coach.own_words.matter import Line
from aftershift.engines.language.choosing import Chooser, log_odds, shares
from aftershift.engines.language.phrases import PhraseBook, words_in

SURE = 0.6  # share of a move from which on it is taken for one
ASKED = 0.5  # of one that asks for words or a step
SURE_LAST = 0.9  # of one that the last of several sentences asks for
ANSWERING = 0.45  # of one that answers what was offered or asked
SHORT = 12  # words of a message that may be nothing but a move
TOLD = 6  # messages that say what a step or words are for, the last among them
BRIEF = 8  # words of a message that its last clause may end
FEWEST_LEAVING = 3  # words of a goodbye in no known form that need not be plain: "putain"
_OF_SOMEBODY = re.compile(  # "he's out there by the barn": nobody goes
    r"^(?:(?:oh|ok|so|and|now)\W+)*(?:he|she|they)(?:'s|'re| is| are| was| has)\b"
    r"(?!.*\b(?:bye|night|later|go|going|gotta|off|done|bed|sleep|tomorrow|stop|leave|thanks?|"
    r"here|home|back|door|stairs|landing|path|drive|up|in|down|out now|calls?|calling|ringing|"
    r"awake|wait|now|x+)\b)"
)
_PUT_IT = re.compile(  # "can you put that so it's warm"
    r"^(?:so |ok |and |please )*(?:can|could|would|will) (?:you|u) (?:please |just |maybe )?"
    r"(?:put|word|write|phrase|reword|rephrase|help me (?:say|write|word|put|tell|ask))\b"
)
_ENOUGH = re.compile(  # "thanks, that's enough"
    r"\W*(?:(?:ok|okay|right|no)\W+)?(?:thanks|thank you|cheers|ta)\b[^a-z]*"
    r"(?:so much |a lot )?(?:but )?(?:i think )?(?:that'?s|that is|this is|that was) "
    r"(?:quite |really )?enough(?: (?:for )?(?:now|today|tonight|me))*\W*$"
)
_CLAUSES = re.compile(r"[.,;:!?]+")


def _no_rows() -> Rows:
    return np.zeros((0, 0), dtype=np.float32)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Told:
    """A clean text, a part of a message or several behind one another, and what it means.

    `rows` as in `Heard`: (1, width), or none. `purposes` are what words may be wanted for, the
    likeliest first, with their shares; `occasions` in the same way the likeliest three, `aims` what
    a small thing is for; `lines` what was told and could be said to somebody.
    """

    text: str = ""
    rows: Rows = field(default_factory=_no_rows)
    purposes: tuple[tuple[str, float], ...] = ()
    aims: tuple[tuple[str, float], ...] = ()
    occasions: tuple[tuple[str, float], ...] = ()
    lines: tuple[Line, ...] = ()


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
    MAY_LEAVE = "may_leave"  # in no form of a goodbye


# A long message tells something; only what it asks for at its end may also be a move.
ASKED_AT_THE_END = frozenset({Move.WORDS, Move.STEP, Move.VERDICT, Move.FACT, Move.LISTEN})
# What is surely wanted, and the moves it may take the place of.
_WANTED = {Want.WORDS: Move.WORDS, Want.STEP: Move.STEP}
_ASKED_BY = {
    Move.WORDS: Want.WORDS, Move.STEP: Want.STEP, Move.THANKS: Want.LEAVES, Move.BYE: Want.LEAVES
}  # fmt: skip
_ASKED_INSTEAD = (Want.MAY, Want.WHICH, Want.MIND)  # where words, or a step, are unlikely
_MAY_WANT = frozenset({Move.TELLS, Move.WORDS, Move.STEP})
# These mean something only after what they answer.
ANSWERS = frozenset({Move.YES, Move.NO, Move.YES_BUT, Move.TRIED, Move.NOT_THAT, Move.MORE})
# What is asked for, or taken, is for what was told before.
ASKING = ANSWERS | {Move.WORDS, Move.STEP, Move.TIME}
_LEAST = {Move.WORDS: ASKED, Move.STEP: ASKED}
_MAY_END = frozenset({Move.TELLS, Move.LISTEN, Move.TRIED})  # "thanks for listening" ends
OUTCOMES = frozenset({Move.DID, Move.NOT_DONE, Move.WORSE})  # of the last step
# The last clause of a brief message may be one of these; "later" and "night" are also hours.
ENDS = frozenset({Move.THANKS, Move.BYE, Move.NOTHING_TODAY})
HOURS = frozenset({("later",), ("night",)})


@dataclass(frozen=True, kw_only=True, slots=True)
class MoveBook:
    """Authored ways of each move, word for word; words that alone say so; a chooser among them.

    The chooser's last name is "tells".
    """

    chooser: Chooser
    moves: Sequence[tuple[Move, str]]
    cues: PhraseBook[Move]
    exact: dict[tuple[str, ...], Move] = field(init=False)
    answers: dict[tuple[str, ...], Move] = field(init=False)

    def __post_init__(self) -> None:
        authored = [(tuple(_bare(text)), move) for move, text in self.moves]
        exact = dict(authored)
        object.__setattr__(self, "exact", exact)
        answers = {words: move for words, move in authored if move in ANSWERS}
        object.__setattr__(self, "answers", answers)


# The chooser's names, in their order; what is none of them tells.
NAMES = tuple(move for move in Move if move not in (Move.TELLS, Move.MAY_LEAVE))


_ASKS = {
    Move.WORDS: FOR_WORDS,
    Move.STEP: FOR_A_STEP,
    Move.VERDICT: FOR_A_VERDICT,
}
_FEW = 7  # words that may ask for words or a step in any way
_WEIGHS = re.compile(  # "does that count", "what am i going to do with it from here"
    r"(?:does|would|is) (?:that|it|this)\b|"
    r".*\bwhat am i (?:going|gonna|meant|supposed) (?:to )?do with\b"
)
_SIGHS = re.compile(  # "what am i doing" at the end asks nobody
    r"(?:^|.*[.,!?] )(?:(?:so|and|but|like) )?what (?:am i|are we) (?:even |actually )?"
    r"(?:doing|like|on about)\W*$"
)
_MEANS_TO = re.compile(  # "ok, I could start with the washing" asks for no step
    r"\W*(?:ok|okay|right|alright|all right|fine|yes|yeah|good)\W+(?:so |then |maybe )?"
    r"(?:i'?ll|i (?:could|might|can|will))\b[^?]*$"
)
_WISHES = re.compile(  # "what I would like is only the morning bath" asks them, and not us
    r"(?!.*\b(?:ideas?|how|help|can|could|words?|lines?|plan|steps?|tips?|ways?|sentence|text|"
    r"something|advice|say|hear|heard|vent)\b)"
    r"(?:and |but |so )?(?:what i(?:'d| would|'ve)?|all i) (?:really |just |only )?"
    r"(?:like|love|want|need|wanted)(?: is|'s)\b[^?]*$"
)
_OF_ASKING_US = re.compile(  # who is weary of questions says so; "i am so tired of asking" does not
    r"\bquestion\w*|\bqs\b|\b(?:you|u|your|me|us|interrogat\w*|interview\w*|exam|quiz\w*|prob\w+|"
    r"dig\w*|nosy|no more|enough)\b"
)
_NOT_OF_US = re.compile(
    r"\b(?:let me|i'?ll|going to|gonna) tell you\b|"
    r"\bwhat (?:do |d'?)?you (?:make|think|reckon) of\b"
)
_ELABORATES = re.compile(  # "i mean, the photo isn't even good" goes on telling
    r"(?:well |and |but |anyway |so )?i mean,? "
    r"(?:i|he|she|it|they|we|the \w+ (?:is|was|has|does))(?:n't)?\b"
)
_NOT_THIS_BUT = re.compile(  # "it's not the births. it's the rosters" goes on telling
    r"(?:(?:you'?re|you are|that'?s) right,? |(?:honestly|yes|yeah|see),? )?"
    r"(?:it|this|that)(?:'?s| is) (?:not|n't) (?!about\b|what i\b)|"
    r"(?:it|this|that) isn'?t (?!about\b|what i\b)"
)
SURELY = 0.82  # share from where on a message corrects that does not say so plainly
_CORRECTS = re.compile(  # who corrects us denies something in front, or speaks of the talk
    r"^(?:\W*(?:no+|nah|nope|na|er|um|erm|hm+|oops|typo|almost|nearly|close|half|sorry|lol|yes|yeah|"
    r"but|ok|well|think|actually|it'?s|this|that'?s|i'?m|the|my|less|nothing|forget|never|unclear)\W+)*"
    r"(?:no+|nah|nope|not|isn'?t|wasn'?t|never mind|wrong|typo|less about|nothing to do|forget)\b|"
    r"\b(?:i (?:meant?|wrote|never said|didn'?t (?:say|mean))|who said|where did you|"
    r"you(?:'ve| have|'re|r| are)? (?:got|read|misread|mixed|heard|missed|misunder\w+|mean|think|"
    r"said|keep)|wrong (?:person|one|way|end|thing)|misread|mixed up|autocorrect|supposed to|"
    r"on about|talking about|not (?:the|my|about|him|her|them|me|it|that)\b|instead|rather than)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Saying:
    """A clean text, what it means, the whole first, the last of several sentences; its wants.

    `is_after_echo`: the last reply gave their own words back; "it's not that, it's this" goes on.
    """

    text: str
    rows: Rows
    last: Told = field(default_factory=Told)
    wants: Wants = NOTHING_KNOWN
    is_after_echo: bool = False


def move_of(
    said: Saying,
    book: MoveBook,
    *,
    expected: Collection[Move],
    may_ask: bool = True,
    may_end: bool = False,
) -> Move:
    """Say what somebody does with a message; TELLS where it is nothing else.

    `expected`: what would answer that which was offered or asked just before. `may_ask`: something
    was said that a request without its form may be for, and more than listening is wanted.
    `may_end`: enough was said for thanks in front, or a last sentence, to end the talk.
    """
    if not _bare(said.text):
        return Move.TELLS
    only_tells = _WISHES.match(said.text) or asks_nothing(said.text)
    if only_tells and not said.wants.plainly(Want.WORDS):
        return Move.TELLS
    move = _move_by_its_form(said, book, expected=expected, may_end=may_end)
    if move is Move.MISHEARD and said.is_after_echo and _NOT_THIS_BUT.match(said.text):
        move = Move.TELLS
    return _as_wanted(move, said, may_ask=may_ask, may_end=may_end)


def _as_wanted(move: Move, said: Saying, *, may_ask: bool, may_end: bool) -> Move:
    """Take what is surely wanted where its form says nothing; or that it wants no such thing."""
    wants = said.wants
    own = _ASKED_BY.get(move)
    is_none = wants.hardly_corrects if move is Move.MISHEARD else own and wants.hardly(own)
    is_else = move in _MAY_WANT and own and wants.unlikely(own)
    is_none = is_none or (is_else and any(map(wants.surely, _ASKED_INSTEAD)))
    move, own = (Move.TELLS, None) if is_none else (move, own)
    if move not in _MAY_WANT or (own and not wants.unlikely(own)):
        return move
    is_asked = wants.surely if move is Move.TELLS and may_ask else wants.plainly
    asked = [want for want in _WANTED if is_asked(want)]
    if not may_ask and not wants.certainly(Want.STEP):
        asked = [want for want in asked if want is not Want.STEP]  # "dunno where to start really"
    if asked:
        return _WANTED[max(asked, key=wants.shares.__getitem__)]
    if move is not Move.TELLS:
        return move
    if wants.surely(Want.CORRECTS) and _CORRECTS.search(said.text):
        return Move.MISHEARD
    is_brief = len(words_in(said.text)) < FEWEST_LEAVING
    leaves = wants.certainly if not may_end else wants.plainly if is_brief else wants.surely
    return Move.MAY_LEAVE if leaves(Want.LEAVES) else move


def _move_by_its_form(
    said: Saying, book: MoveBook, *, expected: Collection[Move], may_end: bool
) -> Move:
    move = (
        _plainly_asked(said.text)
        or _authored(said.text, book, expected)
        or _chosen(said.text, said.rows, book, expected)
    )
    if move in (Move.STEP, Move.TELLS, Move.VERDICT):
        move = _how_asked(unquoted(said.text), move)
    if move in _MAY_END and may_end and ends_by_thanks(said.text):
        return Move.THANKS
    if move in (Move.TELLS, Move.LISTEN) and may_end and says_goodbye(said.text):
        return Move.BYE
    return _said_last(said.last, book, may_end=may_end) if move is Move.TELLS else move


def _plainly_asked(text: str) -> Move | None:
    if _PUT_IT.match(text):
        return Move.WORDS
    if _ENOUGH.match(text):
        return Move.THANKS
    return Move.LISTEN if REFUSES.search(text) or asks_to_listen(text) else None


def _how_asked(text: str, move: Move) -> Move:
    """Say whether a message asks how to say or to do something, in so many words."""
    if HOW_TO_SAY.search(text):
        return Move.WORDS
    if ONLY_TELLS.search(text):
        return Move.LISTEN
    return Move.STEP if HOW_TO_DO.search(text) else move


def _authored(text: str, book: MoveBook, expected: Collection[Move]) -> Move | None:
    """Find the whole message, its phrases or one of its clauses among the authored ways."""
    words = tuple(_bare(text))
    answer = book.answers.get(words)
    if answer and answer in expected:
        return answer
    exact = book.exact.get(words)
    if exact and not (exact is Move.HELLO and expected):
        return exact
    cued = [one.name for one in book.cues.find(words_in(text))]
    if cued[-1:] == [Move.STEP] and Move.WORDS in cued:
        return Move.WORDS  # "... that i can say. Any ideas?"
    return cued[-1] if cued else _clause_that_says_it(text, book, expected)


def _chosen(text: str, rows: Rows, book: MoveBook, expected: Collection[Move]) -> Move:
    """Take what was taught, where it is sure enough and the message short enough."""
    if not len(rows):
        return Move.TELLS
    share = shares(log_odds([text], rows[:1], book.chooser))[0]
    at = int(share[:-1].argmax())
    move = NAMES[at]
    least = ANSWERING if move in expected else _LEAST.get(move, SURE)
    is_short = len(_bare(text)) <= SHORT or move in ASKED_AT_THE_END
    if share[at] < least or not is_short or _is_only_told(text, move, float(share[at]), expected):
        return Move.TELLS
    return move


def _is_only_told(text: str, move: Move, share: float, expected: Collection[Move]) -> bool:
    """Say whether a message that sounds like a move lacks what makes it one."""
    if move is Move.TRIED:
        return move not in expected  # it tells of something else that somebody did
    if move in _ASKS:
        is_weighed = move is Move.STEP and (_WEIGHS.match(text) or _SIGHS.match(text))
        is_meant = move is Move.STEP and _MEANS_TO.match(text)
        return bool(is_weighed or is_meant) or not _may_ask_for(move, text)
    if move in (Move.BYE, Move.ABOUT_YOU):
        only_told = _OF_SOMEBODY if move is Move.BYE else _NOT_OF_US
        return bool(only_told.search(text))
    if move is not Move.MISHEARD:
        return move is Move.STOP_ASKING and not _OF_ASKING_US.search(text)
    return bool(_ELABORATES.match(text)) or (share < SURELY and not _CORRECTS.search(text))


def _said_last(last: Told, book: MoveBook, *, may_end: bool) -> Move:
    """Take what the last of several sentences asks for, or that it ends, where it is very sure."""
    if not len(last.rows) or _SIGHS.match(last.text):
        return Move.TELLS
    share = shares(log_odds([last.text], last.rows, book.chooser))[0]
    at = int(share[:-1].argmax())
    move = NAMES[at]
    asks = move in _ASKS and _ASKS[move].search(unquoted(last.text))
    ends = may_end and move in (Move.THANKS, Move.BYE)
    is_asked = asks and move is not Move.VERDICT
    return move if share[at] >= SURE_LAST and (is_asked or ends) else Move.TELLS


def _clause_that_says_it(text: str, book: MoveBook, expected: Collection[Move]) -> Move | None:
    """Find the clause of a short message that is word for word an authored way of a move.

    "Did it. Sat in the car first" answers with its first clause, "that's honest, thanks" ends with
    its last. "Alright" greets, unless something was offered.
    """
    words = _bare(text)
    clauses = [clause for part in _CLAUSES.split(text) if (clause := tuple(_bare(part)))]
    if len(clauses) < 2 or len(words) > SHORT:
        return None
    first, last = book.exact.get(clauses[0]), book.exact.get(clauses[-1])
    may_end = last in ENDS and clauses[-1] not in HOURS and len(words) <= BRIEF
    if first in expected and not (may_end and last is Move.NOTHING_TODAY):
        return first
    return last if may_end else None


def _may_ask_for(move: Move, text: str) -> bool:
    """Say whether a message that sounds like asking has words that ask, if it has many at all."""
    is_free = move is not Move.VERDICT and len(_bare(text)) <= _FEW
    return is_free or bool(_ASKS[move].search(unquoted(text)))


def _bare(text: str) -> list[str]:
    return [word for word in words_in(text) if word[0].isalnum()]
