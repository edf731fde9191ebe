"""What a person does with a message: takes, declines, asks for words, wants to end, and so on."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from aftershift.engines.basics.recall import Rows
from aftershift.engines.language.choosing import Chooser, log_odds, shares
from aftershift.engines.language.phrases import PhraseBook, words_in

SURE = 0.6  # share of a move from which on it is taken for one
ASKED = 0.5  # of one that asks for words or a step
SURE_LAST = 0.9  # of one that the last of several sentences asks for
ANSWERING = 0.45  # of one that answers what was offered or asked
SHORT = 12  # words of a message that may be nothing but a move
TOLD = 6  # messages that say what a step or words are for, the last among them
BRIEF = 8  # words of a message that its last clause may end
_THANKS = (
    r"(?:thanks|thank you|thank u|cheers|ta|merci|danke|gracias|grazie|diolch|dakujem|ďakujem|"
    r"salamat|obrigad[oa]|tac?k|dzi[eę]ki|dziekuje|dziękuję|shukran|shukriya|asante|hvala|spasibo)"
)
_THANKS_FIRST = re.compile(
    rf"\W*(?:(?:ok(?:ay)?|good|right|great|yes|ha|lovely)\W+)?{_THANKS}\b(?! (?:to|for not)\b)"
)
_THANKS_BEHIND = re.compile(  # "done. thanks", "wish me luck, and thank you for that"
    r"(?:^|[.,;:!?]\s*(?:and )?)"
    rf"(?:(?:{_THANKS}|wish (?:me|us) luck)\b(?! (?:to|for not|him|her|them)\b)|"
    r"good (?:talk|chat)\W*$)"
)
_GOOD_NIGHT = re.compile(  # "that's cheered me up. night"; "that's all I have. Good luck."
    r".*[.!] (?:good ?)?night\W*$|"
    r"(?:well,? |right,? |anyway,? )?that'?s (?:all|me|it)\b.{0,12}[.!,] ?"
    r"(?:good luck|god bless)\W*$"
)
_FOR_LISTENING = re.compile(
    rf"(?:^|[.,;!]\s*)(?:and )?{_THANKS} (?:so much |a lot |again )?for (?:listening|hearing|"
    r"(?:your|the) (?:ear|time))\b[^.?]*$"
)
BRIEF_THANKS = 14  # words of a message that may end by thanks in the middle of it
_PUT_IT = re.compile(  # "can you put that so it's warm"
    r"^(?:so |ok |and |please )*(?:can|could|would|will) (?:you|u) (?:please |just |maybe )?"
    r"(?:put|word|write|phrase|reword|rephrase|help me (?:say|write|word|put|tell|ask))\b"
)
_CLAUSES = re.compile(r"[.,;:!?]+")


def _no_rows() -> Rows:
    return np.zeros((0, 0), dtype=np.float32)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Told:
    """A clean text, a part of a message or several behind one another, and what it means.

    `rows` as in `Heard`: (1, width), or none. `purposes` are what words may be wanted for, the
    likeliest first, with their shares.
    """

    text: str = ""
    rows: Rows = field(default_factory=_no_rows)
    purposes: tuple[tuple[str, float], ...] = ()


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
NAMES = tuple(move for move in Move if move is not Move.TELLS)


# Who asks for words in more than a few says so: "what do I say", "give me a line", "a bit shorter".
# What stands in quotation marks is somebody's line, and asks nothing.
QUOTED_BY_THEM = re.compile(r"[\"“][^\"”]*[\"”]")
_SPEAK = (
    "say|said|tell|put|write|word|text|ask|answer|reply|send|begin|start|open|phrase|frame|sound|"
    "bring|break|call|go|get"
)
_LINES = (
    "words?|wording|lines?|sentences?|opener|version|script|(?:way|trick) (?:of|to|for|that|in)|"
    "something|somethin|summat|help|text|message|note|letter|card|email|reply|proposal|speech|"
    "comeback"
)
_CLAUSE_BEGINS = r"(?:^|[.,;:!?…-]\s*|\b(?:and|but|so|then|please|just|now|ok|though|well|is) )"
_ASKS_FOR_WORDS = re.compile(
    rf"{_CLAUSE_BEGINS}(?:\w+ )?(?:what|how|whit|wot|wha|which|where|whats|what's|how'?d|what'?d)\b"
    r"(?: \w+)? ?\b(?:do|does|did|would|wud|wid|can|could|cud|should|might|will|is|'?d|d'?you|one|"
    rf"to|a|you|u|i|we|people)\b[^.!?]{{0,70}}?\b(?:{_SPEAK})\w*\b|"
    rf"{_CLAUSE_BEGINS}(?:please )?(?:give|gimme|gie|help|write|tell|make|draft|translate|dictate|"
    r"reword|rewrite|word|put|do)(?: (?:me|us|it|that|this|them|maybe|just|her|him))+\b|"
    r"\b(?:can|could|would|will|cud) (?:you|u|ye)\b|\bgive me\b|"
    r"\b(?:need|want|like|prefer|after|got|have|find|with|glad of|looking for|any|another|no|nae|"
    rf"just|a bit)\b[^.!?]{{0,40}}\b(?:{_LINES})\b(?! (?:but|happened|about|like that))|"
    r"\b(?:shorter|softer|firmer|stronger|simpler|longer|plainer|warmer|kinder)\b|"
    r"\b(?:wonder\w*|ask you|tell me|know|idea|clue|unsure)\b[^.!?]{0,16}\b(?:how|what|whit)\b"
    rf"[^.!?]{{0,12}}\b(?:{_SPEAK})\b|"
    r"\bwhat would be an? (?:\w+ )?(?:way|line|start|word)\b|"
    r"\b(?:you have an?|is there (?:an?|any|some\w*|one)) (?:\w+ )?(?:idea|way|line|trick|one)\b|"
    r"\bthe words\b|\bwhat to (?:say|put|write|text|tell)\b",
    re.IGNORECASE,
)
# And who asks for something to do: "give me one thing", "what could I do", "something small".
_ASKS_FOR_A_STEP = re.compile(
    r"\b(?:give|gimme|tell|show|set|find|suggest|teach|help)(?: (?:to|us))? me\b|\bhelp\b|"
    r"\b(?:what|whit|wot|how|which|where)(?:'s|'d|s)?\b[^.!]{0,60}"
    r"\b(?:do(?! with (?:my|your)self)|try|start|begin|suggest|make|first|small\w*|tiny|trick|step|"
    r"move|offer|ask for|next|"
    r"now|different\w*|set it up|pick|fitting)\b|"
    r"\b(?:what now|any ideas?|an idea|some idea|have idea|ideas in|a view)\b|"
    r"\b(?:can|could|would|will|might) (?:you|u|ye)\b|\bis there (?:a|an|any|some)\w*\b|"
    r"\b(?:something|summat|somethin|anything|one thing|a thing|thing)\b[^.!?]{0,40}"
    r"\b(?:do|try|small\w*|tiny|little|daft|stupid|simple|practical|easy|for|with|to)\b|"
    r"\b(?:small|smaller|smallest|tiny|little|first|one) (?:thing|step|move|bit)\b|"
    r"\bneed is a plan\b",
    re.IGNORECASE,
)
_ASKS_FOR_A_VERDICT = re.compile(
    r"\?|\b(?:am i|is it|was i|was it|who'?s|who is|whose|right|wrong|fair|fault|bad|unreasonable|"
    r"overreact\w*|silly|daft|mad|stupid|judge|honest\w*|think|normal|should)\b",
    re.IGNORECASE,
)
_ASKS = {
    Move.WORDS: _ASKS_FOR_WORDS,
    Move.STEP: _ASKS_FOR_A_STEP,
    Move.VERDICT: _ASKS_FOR_A_VERDICT,
}
_FEW = 7  # words that may ask for words or a step in any way
_NO_WORDS_FOR_IT = re.compile(
    r"\bi don'?t know how to (?:explain|describe)(?: it| this)?(?:[.,!;]|$)"
)
_ONLY_TELLS = re.compile(  # and wants nothing for it
    r"\bi(?:'?m| was) (?:only|just) (?:telling|saying) (?:it|you|this|that)\b|"
    r"\bi(?:'?m not (?:after|looking for)| don'?t (?:look for|want|need)) (?:an?|any) "
    r"(?:plan|solution|fix|suggestion|advice|tip)s?\b|"
    r"\bi(?:'?m| am) not asking (?:you )?(?:who|if|whether)\b|"
    r"\bi (?:only|just) (?:wanted|needed) (?:to (?:tell|say)|someone to|somebody to)\b"
)
_NOTHING_ELSE = re.compile(r"\bwhat else (?:could|can|was|would|should) i\b")  # asks nothing
_HOW_TO_SAY = re.compile(  # asks for words, though it sounds like a step, or like telling
    r"\bhow (?:do|does|would|could|can|should|might|'d) (?:one|you|u|ye|i|we|a person) "
    r"(?:(?:even|actually|ever|best|just|then) )?"
    r"(?:ask|say|tell|put|word|phrase|break|"
    r"bring (?:(?:it|that|this|him|her|(?:the|my) \w+) )?up)\b|"
    r"\bhow one (?:asks|says|tells|puts)\b|\bhow does an? [^.?!]{1,25} (?:ask|say|tell|put)\b|"
    r"\bwhat do (?:you|u|i) (?:even |actually )?(?:write|text|put|say) (?!to (?:that|this))"
    r"[^.!?]*\?|"
    r"\bwhat(?:'s| is) the (?:sentence|wording)\b|\b(?:what|which) words\b|"
    r"\bi want a (?:sentence|line)\b|\bideas? (?:for|of|about|on) what\b[^.?!]{0,30}"
    r"\b(?:says?|write|put)\b|"
    r"\b(?:do|write|draft|give) (?:me|us) (?:something to (?:say|put|write|text)|"
    r"an? (?:\w+ )?(?:note|text|message|card|letter|line|email))\b|\bsome opening line\b|"
    r"\b(?:is there|have you|(?:want|need) is|what would be)\b[^.?!]{0,30}"
    r"\b(?:way|trick|thing|words?|line|sentence)s? (?:to|of) (?:say|tell|ask|put)(?:ing)?\b"
)
_HOW_TO_DO = re.compile(  # asks for a step, though it sounds like telling
    r"\b(?:what'?s|what is|what would be|is there) (?:a|the|one|any|some) (?:\w+ )?"
    r"(?:way|step|thing|trick) (?:to|of|i|we)\b|\bwhat'?s step one\b|"
    r"\bhow (?:do|would|could|can|does) (?:i|you|one|we) (?:(?:even|actually) )?(?:get out of|fix|"
    r"mend|get (?:him|her|them|it|back|past|over)|go about|manage|stop|"
    r"make (?:up|it|him|her|them))\b"
)
_WEIGHS = re.compile(  # "does that count", "what am i going to do with it from here"
    r"(?:does|would|is) (?:that|it|this)\b|"
    r".*\bwhat am i (?:going|gonna|meant|supposed) (?:to )?do with\b"
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
_TELLS_US = re.compile(r"\b(?:let me|i'?ll|going to|gonna) tell you\b")
_ELABORATES = re.compile(  # "i mean, the photo isn't even good" goes on telling
    r"(?:well |and |but |anyway |so )?i mean,? "
    r"(?:i|he|she|it|they|we|the \w+ (?:is|was|has|does))(?:n't)?\b"
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
    """A clean text, what it means, the whole first, and the last of its sentences if several."""

    text: str
    rows: Rows
    last: Told = field(default_factory=Told)


def move_of(
    said: Saying, book: MoveBook, *, expected: Collection[Move], may_end: bool = False
) -> Move:
    """Say what somebody does with a message; TELLS where it is nothing else.

    `expected`: what would answer that which was offered or asked just before. `may_end`: enough was
    said for thanks in front, or a last sentence, to end the talk.
    """
    tells = (_WISHES.match, _NO_WORDS_FOR_IT.search, _NOTHING_ELSE.search)
    if not _bare(said.text) or any(is_told(said.text) for is_told in tells):
        return Move.TELLS
    if _PUT_IT.match(said.text):
        return Move.WORDS
    move = _authored(said.text, book, expected) or _chosen(said.text, said.rows, book, expected)
    if move in (Move.STEP, Move.TELLS, Move.VERDICT):
        move = _how_asked(QUOTED_BY_THEM.sub(" ", said.text), move)
    if move in _MAY_END and may_end and _ends_by_thanks(said.text):
        return Move.THANKS
    if move is Move.TELLS and may_end and _GOOD_NIGHT.match(said.text):
        return Move.BYE
    return _said_last(said.last, book, may_end=may_end) if move is Move.TELLS else move


def _how_asked(text: str, move: Move) -> Move:
    """Say whether a message asks how to say or to do something, in so many words."""
    if _HOW_TO_SAY.search(text):
        return Move.WORDS
    if _ONLY_TELLS.search(text):
        return Move.LISTEN
    return Move.STEP if _HOW_TO_DO.search(text) else move


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
        is_weighed = move is Move.STEP and _WEIGHS.match(text)
        is_meant = move is Move.STEP and _MEANS_TO.match(text)
        return bool(is_weighed or is_meant) or not _may_ask_for(move, text)
    if move is Move.ABOUT_YOU:
        return bool(_TELLS_US.search(text))
    if move is not Move.MISHEARD:
        return move is Move.STOP_ASKING and not _OF_ASKING_US.search(text)
    return bool(_ELABORATES.match(text)) or (share < SURELY and not _CORRECTS.search(text))


def _said_last(last: Told, book: MoveBook, *, may_end: bool) -> Move:
    """Take what the last of several sentences asks for, or that it ends, where it is very sure."""
    if not len(last.rows):
        return Move.TELLS
    share = shares(log_odds([last.text], last.rows, book.chooser))[0]
    at = int(share[:-1].argmax())
    move = NAMES[at]
    asks = move in _ASKS and _ASKS[move].search(QUOTED_BY_THEM.sub(" ", last.text))
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


def _ends_by_thanks(text: str) -> bool:
    """Say whether thanks stand in front, or anywhere in a short message that asks nothing."""
    is_brief = len(_bare(text)) <= BRIEF_THANKS and "?" not in text
    is_last = _THANKS_FIRST.match(text) or _FOR_LISTENING.search(text)
    return bool(is_last or (is_brief and _THANKS_BEHIND.search(text)))


def _may_ask_for(move: Move, text: str) -> bool:
    """Say whether a message that sounds like asking has words that ask, if it has many at all."""
    is_free = move is not Move.VERDICT and len(_bare(text)) <= _FEW
    return is_free or bool(_ASKS[move].search(QUOTED_BY_THEM.sub(" ", text)))


def _bare(text: str) -> list[str]:
    return [word for word in words_in(text) if word[0].isalnum()]
