"""How a talk ends: nothing today is a good ending, and there is a person to turn to."""

import re
from collections.abc import Callable
from dataclasses import replace

from aftershift.engines.coach.answers.giving_back import given_back, plan_back, with_luck
from aftershift.engines.coach.answers.last_words import (
    Told,
    farewell_of,
    has_somebody,
    is_glad,
    is_of_the_night,
    told_in_goodbye,
)
from aftershift.engines.coach.answers.telling import OFFERING, SCRAP
from aftershift.engines.coach.choosing import is_surely
from aftershift.engines.coach.drafts import Draft, Here, Piece
from aftershift.engines.coach.drafts import asks as asks_in
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.hearing.own_plans import gives_a_line
from aftershift.engines.coach.hearing.wants import Want
from aftershift.engines.coach.state import Act
from aftershift.engines.language.phrases import words_in

FEW_WORDS = 4
MARK = "“"
FOR_SOMEBODY, LATELY = ("words_own", "words_theirs"), 3  # lines of words that somebody will hear
KNOWN_BY = ("words_own", "points_plan", "step_back", "allowed")  # lines about what is meant
_SOMEBODY = (
    r"(?:he|she|they|(?:my |the )?(?:wife|husband|boyfriend|girlfriend|partner|mum|mom|dad|son|"
    r"daughter|sister|brother|roommate|flatmate|kids|boys|girls|wee one|baby))"
)
_GOES_TO = re.compile(  # whoever goes to somebody has company
    r"\b(?:go(?:ing|nna)?|off|will|i'?ll) (?:to |and |go |now )*(?:sit with|text|ring|call|"
    r"reply to|answer|message|tell|see|hug|ask|join|wake|make|bring|help)\b"
    r"[^.!?]{0,16}\b(?:him|her|them|my)\b",
    re.IGNORECASE,
)
_IS_THERE = re.compile(  # and whoever has somebody there: welcome or not, we do not know
    rf"\b{_SOMEBODY}(?:'s|s| is| are|'re|re| has|'ve| have| just)*(?: just| now)? (?:home|here|up|"
    r"calling|calls me|got in|coming|back|waiting|dragging|in (?:bed|the shower)|at the door|"
    r"awake)\b",
    re.IGNORECASE,
)


_AND_GOES = (
    r"(?:\W+(?:now|early|late|already|upstairs|downstairs|in the kitchen|me|so|i|have|got|to|must|"
    r"gotta|go|bye|x+))*\W*$"
)
_CALLED_AWAY = re.compile(  # "shit his light just came on", "my stop", "wait he's at the door"
    r"(?:\W*(?:ok|okay|right|shit|oh|ah|ugh|damn|sorry|hm+|k|well|actually|god|fuck|oops)\b)*\W*(?:"
    r"(?:wait|hang on|hing on|hold on|haud on|one sec)\b(?!.*\b(?:you|why|what|how)\b)|"
    rf"{_SOMEBODY}(?:'s|s| is| are|'re| has|'ve| have) (?:just )?"
    r"(?:here|at the (?:door|gate)|on the (?:stairs|landing|path|drive)|awake|ringing|calling|home|"
    r"back|parking|parked|coming (?:in|up|down)|"
    rf"pulling in|pulled in|(?:woke|waking|woken) up)\b{_AND_GOES}|"
    r"brb\b.*|"
    r"(?:the|my|his|her|their) (?:light|phone|bus|train|bleep|pager|alarm|doorbell|lift|taxi)"
    r"(?:'s| is| has)? (?:just )?(?:here|come on|came on|gone on|gone off|ringing|going(?: off)?)\b"
    rf"{_AND_GOES}|my (?:stop|bus|train|bleep|pager)\W*$|"
    r"(?:police|somebody|someone) (?:is |'s )?knock\w*)",
    re.IGNORECASE,
)
_LEAVES_A_PART = re.compile(  # of what was told, and not the talk
    r"(?:^|[.!?,] |\b(?:please|let'?s|can we|could we|we can|rather|i'?ll|just) )"
    r"leave (?:that|this|it|the) (?:bit|part|one|piece|subject)\b(?! out\b)|"
    r"\b(?:not|no) that (?:bit|part|one) (?:now|today|yet)\b",
    re.IGNORECASE,
)
_LAST = {  # what ends a talk, and the line for it
    Move.BYE: "bye", Move.NOTHING_TODAY: "nothing", Move.ENOUGH: "enough", Move.THANKS: "thanks"
}  # fmt: skip
_MORE: tuple[tuple[str, Callable[[Told], bool]], ...] = (  # what is said of what a goodbye tells
    ("leave_glad", lambda told: told.is_glad),
    ("leave_hope", lambda told: told.is_planned),
    ("leave_sent", lambda told: told.is_only_sent),
)
MOST_AWAY = 12  # words of who breaks off
MOST_LEFT = 20  # words of who leaves a part of it alone
_CLOSES = re.compile(  # "... I hear the boots. I close", "... he wants the car. wait"
    r"(?:.{0,110}[.!,;] )?(?:(?:so|and|now|ok|sorry) )*"
    r"(?:i (?:close|stop|go|(?:must|have to) (?:go|stop))(?: now)?|wait)\W*$"
)


def lets_go(here: Here) -> Draft | None:
    """Let go who has to break off: somebody is at the door, the bus is there.

    Not where somebody may be feared: nobody is sent to that door.
    """
    said = here.heard.clean
    is_brief = len(said.split()) <= MOST_AWAY and "?" not in said
    moves = (Move.TELLS, Move.BYE, Move.MAY_LEAVE, Move.MISHEARD)
    is_told = here.state.turns and here.reading.move in moves
    called = _CLOSES.match(said) or (is_brief and _CALLED_AWAY.match(said))
    is_called = is_told and not here.is_guarded and called
    line = here.line("called_away") if is_called and not here.heard.tapped else None
    return line and Draft(act=Act.REFLECT, pieces=(line,))


def leaves_a_part(here: Here) -> Draft | None:
    """Leave alone what somebody would rather not go into: that ends no talk."""
    said = here.heard.clean
    is_asked = here.state.turns and len(said.split()) <= MOST_LEFT and _LEAVES_A_PART.search(said)
    line = here.line("left_there") if is_asked and "?" not in said else None
    return line and Draft(act=Act.EXPLORE if line.asks else Act.REFLECT, pieces=(line,))


def closes(here: Here) -> Draft | None:
    """End well: nothing today is a good ending, and there is a person to turn to."""
    is_long = len(here.heard.clean.split()) > FEW_WORDS
    if here.reading.move not in _LAST or (is_long and not here.state.turns):
        return None  # nobody opens by ending
    wants = here.heard.wants
    is_own = gives_a_line(here.heard.text, wants) and not wants.perhaps(Want.MAY)
    found = here.line("words_own") if is_own and not here.is_guarded else None
    said = (found, _plain_end(here)) if found else _ending(here)
    human = None if found or here.reading.move is Move.ENOUGH else points_to_somebody(here)
    pieces = tuple(one for one in (*said, human and replace(human, is_spare=True)) if one)
    return Draft(act=Act.CLOSE, pieces=pieces, changes={"open_offer": ""})


def _plain_end(here: Here) -> Piece | None:
    return with_luck(here, here.line(_LAST[here.reading.move]))


def _ending(here: Here) -> tuple[Piece | None, ...]:
    """Give back what a goodbye tells, and say goodbye as they do; else a line of our own."""
    told = _told(here)
    plan = None if here.is_guarded or (told and told.is_planned) else plan_back(here)
    if plan or told is None:  # "I'll ring them Monday. Cheers."
        return (plan or _plain_end(here),)
    back = Piece(text=told.says, name="", back=told.back)
    wished = with_luck(here, back)
    key = next((key for key, holds in _MORE if holds(told)), "")
    more = here.line(key) if key and wished == back else None
    return wished, more, _farewell(here)


def _told(here: Here) -> Told | None:
    is_said = here.reading.move in (Move.BYE, Move.THANKS, Move.MAY_LEAVE)
    if here.is_guarded or here.heard.tapped or not (is_said and here.state.turns):
        return None
    told = told_in_goodbye(here.heard.text, here.shelves.pointer)
    if told is None or told.is_known or not told.is_planned or _knows_what(here):
        return told
    return None


def _knows_what(here: Here) -> bool:
    """Say whether the talk says what "it" is in "I do it tonight": else it may be anything."""
    is_offered = not OFFERING.isdisjoint(here.state.acts)
    return is_offered or any(name.startswith(KNOWN_BY) for name in here.state.used[-LATELY:])


def _farewell(here: Here) -> Piece | None:
    """Say goodbye in their own word, if it is one of ours; else good night, or as thanks ask."""
    if farewell := farewell_of(here.heard.text):
        return Piece(text=f"{farewell}.", name="")
    if is_of_the_night(here.heard.clean):
        return here.line("leave_night")
    if here.reading.move is Move.THANKS:
        return here.line("thanks", fits=lambda one: len(one.split()) <= FEW_WORDS)
    return here.line("leave_bye")


def may_close(here: Here) -> Draft | None:
    """Leave it open whether somebody goes, where no form says so: "three gates so far"."""
    line = here.line("may_leave") if here.reading.move is Move.MAY_LEAVE else None
    if line is None or not here.state.turns:
        return None
    if (told := _told(here)) and (told.is_sent or farewell_of(here.heard.text)):
        done = Piece(text=told.says, name="", back=told.back)
        return Draft(act=Act.REFLECT, pieces=(done, line))
    is_scrap = len(words_in(here.heard.clean)) <= SCRAP
    back = None if is_scrap else given_back(here, is_asked=True)
    is_told = back and not (back.asks or back.text.startswith(MARK))
    pieces = (back, line) if back and is_told else (line,)
    return Draft(act=Act.REFLECT, pieces=pieces)


def points_to_somebody(here: Here) -> Piece | None:
    """Point to a person, but not past the one they go to, or who is there; ask nothing."""
    said = here.heard.text
    is_going = _GOES_TO.search(here.heard.clean) is not None
    is_met = is_going or _IS_THERE.search(here.heard.clean) or has_somebody(said)
    if is_met and not here.is_guarded:
        return here.line("human_near") if is_going and not _told(here) else None
    if any(name.startswith(FOR_SOMEBODY) for name in here.state.used[-LATELY:]):
        return here.line("human_known")
    return here.line("human_glad") if is_glad(said) else _person_of(here)


def _person_of(here: Here) -> Piece | None:
    """Point to the person that a sure theme names, else to anybody they like."""
    theme = here.theme
    if theme is None or not is_surely(here.state, theme):
        return here.line("human")
    named = [
        (f"{theme.id}.human.{place}", one)
        for place, one in enumerate(theme.human)
        if not asks_in(one)  # nobody who goes is asked something
    ]
    return here.first_new(named) if named else here.line("human")
