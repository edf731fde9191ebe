"""What is said to somebody who has found their own words: nothing of ours is set against them."""

from dataclasses import replace

from aftershift.engines.coach.answers.giving_back import plan_back
from aftershift.engines.coach.drafts import Draft, Here, Piece
from aftershift.engines.coach.hearing.approving import is_pleased
from aftershift.engines.coach.hearing.asked_for import unquoted
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.hearing.own_plans import (
    accuses,
    gives_a_line,
    own_words,
    takes_words,
    wants_it_otherwise,
)
from aftershift.engines.coach.hearing.taking import takes_it
from aftershift.engines.coach.hearing.wants import Want
from aftershift.engines.coach.hearing.when_said import when_planned
from aftershift.engines.coach.state import Act

OWN_AMONG = (Move.TELLS, Move.WORDS, Move.JOKE, Move.VERDICT)  # "... does that sound honest?"
GOING = (Move.THANKS, Move.BYE, Move.NOTHING_TODAY, Move.ENOUGH)
TIMED = ("words_own", "words_taken", "words_liked")  # lines that an hour goes before
LATE = 4  # replies before what may be a line of their own is taken for one


def has_own_words(here: Here) -> Draft | None:
    """Leave it at a line that somebody found for themselves: it is better than one of ours."""
    after_words = Act.SCRIPT in here.state.acts[-2:]
    text, wants = here.heard.text, here.heard.wants
    is_given = here.state.turns >= LATE and gives_a_line(text, wants)
    is_asked = wants.surely(Want.WORDS) or wants.unlikely(Want.OWN_WORDS)
    is_other = is_asked or wants.perhaps(Want.CHANGE, Want.DECLINES)
    is_own = is_given or (not is_other and own_words(text, after_words=after_words))
    is_liked = after_words and is_pleased(text)
    is_taken = after_words and takes_words(text) and not wants.perhaps(Want.DECLINES)
    is_charge = wants.surely(Want.OWN_WORDS) and accuses(text)
    if here.heard.tapped or not (is_own or is_taken or is_liked or is_charge):
        return None
    if here.is_guarded:
        return None
    if here.reading.move not in OWN_AMONG or not (here.state.turns or is_charge):
        return None
    key = "words_own" if is_own else "words_liked" if is_liked else "words_taken"
    key = "words_own_fairer" if is_charge else key
    key = "words_own_anew" if is_own and wants_it_otherwise(text) else key
    key = "words_judged" if wants.perhaps(Want.MAY) else key
    timed = _at_their_hour(here) if key in TIMED else None
    line = timed or here.line(key)
    return line and Draft(act=Act.REFLECT, pieces=(line,), suggestions=(Move.WORDS, Move.STEP))


def takes_what_was_given(here: Here) -> Draft | None:
    """Leave words, or a step, with whoever takes them up: hedged, changed a little, or kept."""
    last = here.state.acts[-1:]
    is_else = here.reading.move in GOING or here.heard.tapped or here.is_guarded
    if last not in ((Act.SCRIPT,), (Act.OFFER,)) or is_else:
        return None
    if not takes_it(here.heard.text) or plan_back(here):
        return None
    is_script = last == (Act.SCRIPT,)
    line = _at_their_hour(here) if is_script else None
    line = line or here.line("taken_words" if is_script else "taken_step")
    return line and Draft(act=Act.REFLECT, pieces=(line,), suggestions=(Move.WORDS, Move.STEP))


def _at_their_hour(here: Here) -> Piece | None:
    """Give back when the words will be said: "maybe tonight, he's off at 8"."""
    when = when_planned(unquoted(here.heard.text))
    line = here.line("words_when") if when else None
    return line and replace(line, text=line.text.replace("{said}", when))
