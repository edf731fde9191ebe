"""What is said to somebody who tells: a reflection; a question, the other's view, or leave.

Each rule gives a draft or None; the table in `policy` says in which order they are asked.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from aftershift.engines.basics.order import rotated
from aftershift.engines.coach.answers.giving_back import (
    HEART,
    STEP_BACK,
    asks_again,
    given_back,
    is_their_own,
    may_be_asked_about,
    plan_back,
)
from aftershift.engines.coach.answers.staffing import TOO_FEW
from aftershift.engines.coach.answers.theme_lines import meets, of_theme, told_by
from aftershift.engines.coach.choosing import is_likely
from aftershift.engines.coach.drafts import Draft, Here, Piece
from aftershift.engines.coach.hearing.approving import is_pleased
from aftershift.engines.coach.hearing.asking_on import UNKNOWN, keys_for, may_be_asked
from aftershift.engines.coach.hearing.asking_signs import signs_in
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.hearing.supposing import may_be_said
from aftershift.engines.coach.hearing.wants import Want
from aftershift.engines.coach.state import Act
from aftershift.engines.coach.stock.gists import Gist
from aftershift.engines.language.phrases import words_in

VIEW_FROM = 2  # replies before the other's view
LEAVE_FROM = 3  # replies to what was told, before leave for one small thing
HEARING = (Act.REFLECT, Act.EXPLORE, Act.VIEW)
OFFERING = frozenset({Act.ASK_LEAVE, Act.OFFER, Act.PLAN, Act.SCRIPT})
ASKING = (Want.WORDS, Want.CHANGE, Want.STEP, Want.MAY, Want.WHICH, Want.MIND)
STEP_FROM = 3  # replies before what may be a step of their own is left as one
OFFERED_LATELY = 2  # replies after which something may still be objected to
LEAVE_AGAIN = 4  # replies between two times that leave is asked
ANSWERS_TO_LEAVE = (Move.STEP, Move.WORDS, Move.LISTEN)


# Words by which somebody speaks of the system, and not only of its results.
SYSTEM = frozenset({
    "staffed", "understaffed", "staffing", "rota", "roster", "rosters", "off-duty", "hr",
    "management", "agency", "overtime",
    "ratio", "ratios", "datix", "datixed", "webinar", "wellness", "resilience", "cuts", "budget",
    "policy", "target", "targets", "unsafe", "vacancies",
})  # fmt: skip


SETTLED = 14  # words of a message that settles something
SETTLES_FROM = 6  # replies from where on one may
_SETTLES = re.compile(
    r"(?:ok(?:ay)?|right|good|grand|sorted|done|deal|settled|perfect|alright|all right)"
    r"(?: (?:then|so))?\s*[.,!](?!.*(?:n't\b|\b(?:no|not|never|nobody|nothing|none|whatever|forget|"
    r"alone|pointless|useless|cant|dont|wont)\b))|"  # who gives up has settled nothing
    r"(?:ok(?:ay)?|right|alright|aye),? i(?:'ll| will) (?:try|do|give|see)\b|"
    r"(?:\w+[.,! ]+){0,3}i(?:'ll| will) (?:(?:have a )?think (?:about|on) (?:it|that|this)|"
    r"have a think|sleep on it)\b"
)
_TELL_ME_NOT = re.compile(  # "don't say 'communicate openly'"
    r"(?<!to )(?<!he )(?<!she )(?<!they )(?<!i )(?<!you )(?<!we )"
    r"\b(?:don'?t|do not|dinnae|pls no|please no) (?:(?:please|dare|you) )*"
    r"(?:say|tell me|start|go there|give me|make me|come (?:to me )?with|put those|suggest)\b"
)
_NO_STEP = re.compile(  # what cannot be, is not known, or is nothing to be called good
    r"\b(?:reseal|hide (?:it|them|that)|pretend|lie to|get (?:even|back at)|spy|sneak)\w*\b|"
    r"\bi (?:can'?t|cannot|canny|cannae|couldn'?t|won'?t|'?m not going to)\b|"
    r"\bbut (?:what|how)\b"
)
_TAKES_IT_UP = re.compile(r"(?:hm+\W*)?(?:ok(?:ay)?|right|alright|fine)\b")  # "ok, I'll ring her"
SOME = 6  # words of a first message that may be given back
SCRAP = 3  # words of an answer that says nothing alone: "this morning"
SLOTTED = 0.06  # cosine that a line gains where it names who or what it is about


def reflection(here: Here, *, is_asked: bool = False) -> Piece | None:
    """Reflect what was said: by the nearest exchange, in own words, by what is known of it.

    Not by the feeling alone: judges found that wrong in two of five, and what a theme that is sure
    says in four of six (docs/coach.md). `is_asked`: a question comes after it.
    """
    own = _of_case(here) or _in_own_words(here, is_asked=is_asked)
    return own or _surely(here) or _likely(here)


def _of_case(here: Here) -> Piece | None:
    case = here.reading.case
    return here.piece(f"case.{case.id}", case.reflects) if case is not None else None


def _surely(here: Here) -> Piece | None:
    """Reflect the theme or the gist where it is sure."""
    return _of_either(here, here.reading.sure_gists)


def _likely(here: Here) -> Piece | None:
    """Reflect a gist that is only likely; a theme that is only likely was wrong in six of ten."""
    return _of_either(here, here.reading.gists)


def _of_either(here: Here, gists: Sequence[Gist]) -> Piece | None:
    sure = of_theme(here) if here.reading.is_sure else None
    if sure is not None and here.reading.part:
        return sure
    return _of_gist(here, gists) or sure


def _in_own_words(here: Here, *, is_asked: bool) -> Piece | None:
    """Give back what somebody tells: a first message only where it says enough."""
    is_told = here.reading.move is Move.TELLS and not here.heard.tapped
    if not is_told or (not here.state.turns and len(words_in(here.heard.clean)) < SOME):
        return None
    return given_back(here, is_asked=is_asked)


def _of_gist(here: Here, gists: Sequence[Gist]) -> Piece | None:
    """Reflect what the message does or carries, whatever it is about."""
    for gist in gists:
        lines = {f"{gist.id}.{place}": text for place, text in enumerate(gist.reflects)}
        if line := nearest_line(here, lines):
            return line
    return None


def nearest_line(here: Here, lines: Mapping[str, str]) -> Piece | None:
    """Take the nearest of a gist's lines that can be said now and was not said yet."""
    named = {name: text for name, text in lines.items() if is_filled(here, text)}
    near = here.shelves.gist_lines.nearest(here.heard.rows[:1], len(named), among=named)
    order = sorted(near, key=lambda one: -one.cosine - SLOTTED * ("{" in named[one.name]))
    names = dict.fromkeys((*(one.name for one in order), *named))
    line = here.first_new([(name, named[name]) for name in names])
    return None if line is None or here.was_said(line.name) else line


def is_filled(here: Here, text: str) -> bool:
    """Say whether all that a line names was named just now; nothing in two replies running."""
    known = {"{who}": here.reading.facts.who, "{thing}": here.reading.thing}
    slots = [slot for slot in known if slot in text]
    return all(known[slot] for slot in slots) and not (slots and _was_slotted(here))


def _was_slotted(here: Here) -> bool:
    for name in here.state.used[-2:]:
        first, *kind, place = name.split(".")
        gist = here.shelves.gists.get(first)
        lines = gist and {"": gist.reflects, "asks": gist.asks, "words": gist.words}["".join(kind)]
        if lines and "{" in lines[int(place)]:
            return True
    return False


def question(here: Here) -> Piece | None:
    """Ask one thing: what the nearest exchange asks, or the next question of theme or gist."""
    if not here.may_ask:
        return None
    case = here.reading.case
    if case is not None and case.asks.endswith("?"):
        return here.piece(f"case.{case.id}.asks", case.asks, is_spare=True)
    named: list[tuple[str, str]] = []
    is_apt = is_likely(here.state, here.reading) and not here.reading.gists
    if here.theme is not None and (here.reading.is_still or is_apt):
        named = _supposing_nothing(here, f"{here.theme.id}.asks", here.theme.questions)
    named += [
        (f"{gist.id}.asks.{n}", one)
        for gist in here.reading.gists
        for n, one in enumerate(gist.asks)
        if is_filled(here, one)
    ]
    line = here.first_new(_fitting(here, named), is_spare=True)
    return None if line is None or here.was_said(line.name) else line


def _supposing_nothing(here: Here, key: str, says: Sequence[str]) -> list[tuple[str, str]]:
    """Give those lines of a theme that suppose nothing which was not told of."""
    told = told_by(here)
    return [(f"{key}.{n}", one) for n, one in enumerate(says) if may_be_said(one, told)]


def own_step(here: Here) -> Draft | None:
    """Leave it at what somebody means to do, once enough was told: it is a step of their own."""
    told = sum(act in HEARING for act in here.state.acts)
    is_telling = here.reading.move is Move.TELLS and not here.heard.tapped
    may_be_sure = here.heard.wants.surely(Want.OWN_STEP) and not _is_asked(here)
    is_sure = may_be_sure and here.state.turns >= STEP_FROM
    is_early = told < LEAVE_FROM and not (is_sure or _TAKES_IT_UP.match(here.heard.clean))
    is_none = here.is_guarded or _NO_STEP.search(here.heard.clean)
    if is_early or not here.state.turns or not is_telling or is_none:
        return None
    line = plan_back(here) or (given_back(here, around=STEP_BACK) if is_sure else None)
    return line and Draft(act=Act.REFLECT, pieces=(line,), suggestions=ANSWERS_TO_LEAVE)


def _is_asked(here: Here) -> bool:
    """Say whether a message may ask for anything."""
    return "?" in here.heard.clean or here.heard.wants.perhaps(*ASKING)


def objects(here: Here) -> Draft | None:
    """Take it that what was offered lately is not for them, or what they fear will be."""
    is_offered = not OFFERING.isdisjoint(here.state.acts[-OFFERED_LATELY:])
    is_feared = _TELL_ME_NOT.search(here.heard.clean)
    is_telling = here.reading.move in (Move.TELLS, Move.NO, Move.NOT_THAT)
    is_known = is_telling and (is_offered or is_feared) and here.state.turns
    wants = here.heard.wants
    if is_pleased(here.heard.text):
        return None
    is_meant = not wants.unlikely(Want.DECLINES) if is_feared else wants.surely(Want.DECLINES)
    if not is_known or here.heard.tapped or not is_meant:
        return None
    line, back = here.line("spared" if is_feared else "not_that"), given_back(here, is_asked=True)
    if back and any(map(_TELL_ME_NOT.search, map(str.lower, back.back))):
        back = None
    pieces = tuple(one for one in (line, back and replace(back, is_spare=True)) if one)
    return line and Draft(act=Act.REFLECT, pieces=pieces, suggestions=ANSWERS_TO_LEAVE)


def settles(here: Here) -> Draft | None:
    """Leave it at what is settled: "Right. Friday then." ends what was told, late in a talk."""
    is_telling = here.reading.move is Move.TELLS and not here.heard.tapped
    text = here.heard.clean
    is_short = len(words_in(text)) <= SETTLED
    if (
        not is_telling
        or here.state.turns < SETTLES_FROM
        or not is_short
        or not _SETTLES.match(text)
    ):
        return None
    line = None if "?" in text or here.is_guarded else here.line("settled")
    return line and Draft(act=Act.REFLECT, pieces=(line,))


def only_listening(here: Here) -> Draft | None:
    """Reflect and nothing else, where only that is wanted."""
    if not here.listens:
        return None
    line = reflection(here)
    return None if line is None else Draft(act=Act.REFLECT, pieces=(line,))


def the_system(here: Here) -> Draft | None:
    """Name the system, once, where it is the cause."""
    theme = here.theme
    if theme is None or not theme.system or here.state.named_system:
        return None
    if here.state.turns and not is_likely(here.state, here.reading):
        return None
    said = told_by(here)
    is_named = TOO_FEW.search(said) or (here.state.turns and SYSTEM.intersection(words_in(said)))
    if not is_named or not may_be_said(theme.system, said):
        return None
    line = reflection(here)
    asks = None if line and is_their_own(line) else question(here)
    system = here.piece(f"{theme.id}.system", theme.system)
    before = (replace(line, is_spare=True),) if line else ()
    return Draft(
        act=Act.EXPLORE if asks else Act.REFLECT,
        pieces=(*before, system, *([asks] if asks else [])),
        changes={"named_system": True},
    )


def the_others_view(here: Here) -> Draft | None:
    """Bring in the other's view once, as a question, where both are equals."""
    theme, state = here.theme, here.state
    if theme is None or not theme.equals or here.is_guarded:
        return None
    is_time = state.turns >= VIEW_FROM and not state.viewed and here.may_ask
    if not (is_time and here.reading.is_sure and _goes_on_telling(here)):
        return None
    line = reflection(here, is_asked=True)
    views = _supposing_nothing(here, f"{theme.id}.view", theme.others_view)
    view = here.first_new(_fitting(here, views))
    if line is None or view is None:
        return None
    pieces = (replace(line, is_spare=True), view)
    return Draft(act=Act.VIEW, pieces=pieces, changes={"viewed": True})


def leave(here: Here) -> Draft | None:
    """Ask leave for one small thing, once enough was told."""
    state = here.state
    lately = state.acts[-LEAVE_AGAIN:]
    knows = here.theme or here.reading.gists or state.awaits_words
    told = sum(act in HEARING for act in state.acts)
    least, may_ask = LEAVE_FROM, here.may_ask
    if state.awaits_words:  # the first of the replies asked for the matter
        least, may_ask = LEAVE_FROM - 1, not here.must_not_ask
    if told < least or not knows or not may_ask or _is_asked(here):
        return None
    if not _goes_on_telling(here):
        return None
    if not OFFERING.isdisjoint(lately):
        return None
    line = reflection(here, is_asked=True)
    asks = here.line("leave_words" if state.awaits_words else "leave")
    if line is None or asks is None or not may_be_asked_about(line):
        return None
    pieces = (replace(line, is_spare=True), asks)
    return Draft(act=Act.ASK_LEAVE, pieces=pieces, suggestions=ANSWERS_TO_LEAVE)


def _goes_on_telling(here: Here) -> bool:
    """Say whether a message tells more, and does not ask or answer words that were given."""
    return here.reading.move is Move.TELLS and here.state.acts[-1:] != (Act.SCRIPT,)


def explore(here: Here) -> Draft | None:
    """Reflect, and ask one thing."""
    line = _told(here, is_asked=True)
    if said := line and is_their_own(line) and meets(here, line):
        return Draft(act=Act.REFLECT, pieces=(line, said), suggestions=ANSWERS_TO_LEAVE)
    asks = line and _asks_after(here, line)
    if line is None or not (asks or line.asks):
        return None
    pieces = (line, asks) if asks else (line,)
    return Draft(act=Act.EXPLORE, pieces=pieces, suggestions=ANSWERS_TO_LEAVE)


def _told(here: Here, *, is_asked: bool = False) -> Piece | None:
    """Reflect what is known of a message; where only its words are, they are for other rules."""
    line = reflection(here, is_asked=is_asked)
    is_known = here.theme or here.reading.gists or not (line and is_their_own(line))
    return line if is_known else None


def reflect(here: Here) -> Draft | None:
    """Reflect, and leave room."""
    line = _told(here)
    if line is None:
        return None
    return Draft(act=Act.REFLECT, pieces=(line,), suggestions=ANSWERS_TO_LEAVE)


def goes_on(here: Here) -> Draft | None:
    """Stay with somebody who tells what is not understood: give back what they say, or ask on."""
    if here.heard.tapped or not here.state.turns:
        return None
    line = here.line("goes_on")
    pieces = back_and_asked(here) or ((line,) if line else ())
    if not pieces:
        return None
    act = Act.EXPLORE if any(one.asks for one in pieces) else Act.REFLECT
    return Draft(act=act, pieces=pieces, suggestions=ANSWERS_TO_LEAVE)


def back_and_asked(here: Here) -> tuple[Piece, ...]:
    """Give back what they say, and ask on; where nothing is asked, with something around it."""
    words = words_in(here.heard.clean)
    is_scrap = len(words) <= SCRAP and not UNKNOWN.isdisjoint(keys_for(here.heard.clean))
    if is_scrap and not here.heart:
        return ()
    bare = given_back(here, is_asked=True)
    if bare and (asks := _asks_after(here, bare)):
        return bare, asks
    line = given_back(here)
    return (line,) if line else ()


def _asks_after(here: Here, line: Piece) -> Piece | None:
    """Ask one thing after a line: on from their own words, or what theme or gist would ask."""
    if not (here.may_ask and may_be_asked_about(line)):
        return None
    if is_their_own(line):
        return _asks_of_own(here, line)
    return question(here)


def _asks_of_own(here: Here, line: Piece) -> Piece | None:
    is_heart = line.name.startswith(HEART)
    was_open = here.theme is not None and here.theme.id == here.state.theme
    if here.reading.is_sure and was_open and not is_heart:
        return question(here)
    if is_heart or not (here.theme or asks_again(here)):
        return None
    return asked_about(here, ". ".join(line.back))


def asked_about(here: Here, words: str) -> Piece | None:
    """Ask one thing that plainly fits some words of theirs, and was not asked before."""
    for key in keys_for(words):
        named = [(f"{key}.{n}", one) for n, one in enumerate(here.shelves.lines.get(key, ()))]
        fit = _fitting(here, named, given=words)
        line = here.first_new(rotated(fit, len(here.heard.clean)))
        if line is not None and not here.was_said(line.name):
            return line
    return None


def _fitting(here: Here, named: list[tuple[str, str]], *, given: str = "") -> list[tuple[str, str]]:
    """Give those questions, (name, text), that plainly fit behind the message."""
    signs = signs_in(here.heard.text, given, is_first=not here.state.turns)
    return [one for one in named if may_be_asked(*one, signs, here.shelves.questions)]
