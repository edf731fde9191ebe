"""One turn of the coach: (where we stand, what was heard, what is known) -> (where, what is said).

A risk leaves first and takes its fixed path; nothing below can bring it back.
"""

from dataclasses import replace
from datetime import datetime

from aftershift.engines.coach.answers.answering_moves import ANSWERS_TO_FOLLOW
from aftershift.engines.coach.answers.opening import is_opening, unbelittled
from aftershift.engines.coach.drafts import (
    LONGEST,
    LONGEST_LISTENING,
    LOOK_BACK,
    Draft,
    Here,
    Piece,
    asks,
    fitted,
    frame_of,
    one_question,
    sentence,
    words_in_marks,
)
from aftershift.engines.coach.hearing.closed_doors import is_closed
from aftershift.engines.coach.hearing.first_words import the_matter
from aftershift.engines.coach.hearing.moves import TOLD, Move
from aftershift.engines.coach.own_words.coming_back import KEPT, heart
from aftershift.engines.coach.own_words.passages import passages
from aftershift.engines.coach.policy import decide
from aftershift.engines.coach.reading import Reading, read
from aftershift.engines.coach.state import NOBODY, Act, Heard, Known, Reply, State, Steering
from aftershift.engines.coach.stock.shelves import Shelves
from aftershift.engines.safety.answering import Answer, Said, again, step
from aftershift.engines.safety.course import is_held

BUBBLES_APART = "\n\n"
GISTS_KEPT = 4


def take_turn(
    state: State, heard: Heard, shelves: Shelves, now: datetime, known: Known = NOBODY
) -> tuple[State, Reply]:
    """Take one turn: give where the conversation stands now, and what is said."""
    said = Said(
        text=heard.text, risk=heard.risk, button=heard.button, milliseconds=heard.milliseconds
    )
    course, answer = step(state.course, said, shelves.protocols, now)
    is_lower = course.level < state.course.level
    heard_from = len(state.said) if is_lower else state.heard_from
    state = replace(state, course=course, heard_from=heard_from)
    if answer.interrupts:
        return _at_risk(state, answer)
    if is_held(course, now):
        return _at_risk(state, again(course, shelves.protocols))
    is_two = known.is_two and not is_closed((*state.said, heard.text))
    reading = read(state, heard, shelves)
    here = Here(
        state=_freed(state, reading),
        heard=heard,
        reading=reading,
        known=replace(known, is_two=is_two),
        shelves=shelves,
        told=() if reading.tells_nothing else _told(state, heard, shelves),
        heart=_heart(state, heard, reading, shelves),
    )
    name, draft = decide(here)
    return _spoken(here, name, unbelittled(here, draft))


def _told(state: State, heard: Heard, shelves: Shelves) -> tuple[str, ...]:
    """Give the passages that carry the point of a message; none that came back before."""
    if shelves.pointer is None:
        return ()
    text = the_matter(heard.text) if is_opening(state) else heard.text
    return passages(text, shelves.pointer, state.came_back, heard.weights)


def _heart(state: State, heard: Heard, reading: Reading, shelves: Shelves) -> str:
    """Give what was told before, where a message lies at its edge."""
    if reading.move is not Move.TELLS or shelves.pointer is None:
        return ""
    return heart(state.told, heard.text, shelves.pointer)


def opened(state: State, shelves: Shelves, known: Known = NOBODY) -> tuple[State, Reply | None]:
    """Open a conversation: ask how the last step went, if there was one."""
    practice = shelves.finder.practices.get(known.last_step)
    if practice is None:
        return state, None
    lines = shelves.lines["ask_follow"]
    step = practice.name.lower().rstrip("?")
    text = lines[len(known.lines) % len(lines)].replace("{step}", step)
    reply = Reply(
        text=text,
        act=Act.FOLLOW_UP,
        rule="asks how the last step went",
        suggestions=ANSWERS_TO_FOLLOW,
    )
    state = replace(
        state, following=practice.id, acts=(*state.acts, Act.FOLLOW_UP), asked=(*state.asked, True)
    )
    return state, reply


def _at_risk(state: State, answer: Answer) -> tuple[State, Reply]:
    """Say only what is authored for a risk. Nothing of what was said is remembered."""
    reply = Reply(
        text=BUBBLES_APART.join(answer.bubbles), act=Act.SAFETY, rule="risk", answer=answer
    )
    acts = (*state.acts, Act.SAFETY)
    return replace(state, acts=acts, asked=(*state.asked, False), open_offer=""), reply


def _freed(state: State, reading: Reading) -> State:
    """Let go of only listening, once a step or words are asked for."""
    if reading.move not in (Move.STEP, Move.WORDS):
        return state
    steering = tuple(one for one in state.steering if one is not Steering.LISTEN)
    return replace(state, steering=steering)


def _spoken(here: Here, rule: str, draft: Draft) -> tuple[State, Reply]:
    only_hears = here.listens and draft.act is not Act.CLOSE  # who ends may be told of a person
    most = LONGEST_LISTENING if only_hears or _is_short(here.state) else LONGEST
    pieces = fitted(one_question(draft.pieces), most)
    if here.must_not_ask:
        rest = here.line("goes_on")
        quiet = tuple(one for one in pieces if not one.asks)
        pieces = quiet or ((rest,) if rest else pieces)
    text = " ".join(sentence(one.text) for one in pieces)
    reply = Reply(
        text=text,
        act=draft.act,
        rule=rule,
        practices=draft.practices,
        sources=draft.sources,
        suggestions=draft.suggestions,
        purposes=draft.purposes,
        why=draft.why,
        place=draft.place,
        outcome=draft.outcome,
        barred=draft.barred,
    )
    return _remembered(here, draft, reply, pieces), reply


def _remembered(here: Here, draft: Draft, reply: Reply, pieces: tuple[Piece, ...]) -> State:
    state, reading = here.state, here.reading
    names = (name for one in pieces for name in (one.beside, one.name) if name)
    back = [words for one in pieces for words in one.back]
    told = (*(one for one in state.told if one not in back), *here.told)
    anew = replace(
        state,
        said=(*state.said, here.heard.clean),
        typed=(*state.typed, here.heard.text)[-TOLD:],
        theme=reading.theme.id if reading.theme else state.theme,
        leaning=reading.leaning or state.leaning,
        surest=_surest(state, reading),
        second=reading.second or state.second,
        meaning=_meaning(reading) or state.meaning,
        who=reading.facts.who or state.who,
        thing=reading.thing or state.thing,
        gists=tuple(dict.fromkeys((*(one.id for one in reading.gists), *state.gists)))[:GISTS_KEPT],
        minutes=reading.minutes if reading.minutes is not None else state.minutes,
        acts=(*state.acts, draft.act),
        asked=(*state.asked, asks(reply.text)),
        used=(*state.used, *names),
        frames=(*state.frames, frame_of(reply.text))[-LOOK_BACK:],
        told=told[-KEPT:],
        words=words_in_marks(reply.text) if draft.act is Act.SCRIPT else state.words,
        pointed=(*state.pointed, *((state.turns, words) for words in back)),
    )
    return replace(anew, **draft.changes)


def _meaning(reading: Reading) -> str:
    theme = reading.theme
    known = {one.id for one in theme.meaning} if theme else set()
    return reading.part if reading.part in known else ""


def _is_short(state: State) -> bool:
    return Steering.SHORT in state.steering


def _surest(state: State, reading: Reading) -> float:
    """Give the highest share that the theme which is open now has had since it was opened."""
    theme = reading.theme.id if reading.theme else state.theme
    before = state.surest if theme == state.theme else 0.0
    return max(before, dict(reading.leaning).get(theme, 0.0))
