"""Words that the person may say to somebody: a playbook's, their own turned to them, by purpose.

Ready words fit where all that was told is surely about a theme. Elsewhere judges found them wrong
four times of five (docs/coach.md): then the person's own are turned to whom they are for, or the
kind of thing that they name is said in general. Else the two or three purposes that are likely are
named, each with words, or first words where none is; a moment that was told of goes before them,
and the one thing itself is asked for: told, it is turned to them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from aftershift.engines.coach.answers.telling import nearest_line
from aftershift.engines.coach.drafts import Draft, Here, Piece
from aftershift.engines.coach.hearing.closed_doors import is_closed
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.hearing.wants import Want
from aftershift.engines.coach.state import Act, Steering
from aftershift.engines.coach.stock.doings import FOR_CLOSE, Where, where_of
from aftershift.engines.coach.stock.naming import (
    ACTS,
    BRIEF,
    FIRMER,
    PLAIN_ACTS,
    WRITTEN,
    is_of_neighbours,
    is_of_own_deed,
    named,
    refused,
)
from aftershift.engines.coach.stock.purposes import (
    CLEAR,
    MOST,
    Purpose,
    Tone,
    likely,
    says_how,
    says_not_so,
    tone_after,
)
from aftershift.engines.coach.words.beginnings import (
    ASKS_ELSE,
    moment_for,
    one_beside,
)
from aftershift.engines.coach.words.on_occasion import on_occasion, others_on_occasion
from aftershift.engines.coach.words.scripts import firmer, of_cued_theme, of_sure_theme
from aftershift.engines.coach.words.theirs import (
    must_be_said,
    said_for_a_step,
    theirs,
    told_after_first_words,
    told_and_ended,
    told_before,
)
from aftershift.engines.coach.words.whole_texts import (
    about_for,
    about_it,
    asked_of_them,
    says_no,
    thanked,
)
from aftershift.engines.language.phrases import words_in

NAMES_WORDS = frozenset({
    "say", "text", "write", "word", "words", "tell", "put", "message", "answer", "reply", "ask",
    "sentence", "email", "letter",
})  # fmt: skip
# Where somebody is, and whose first words are given there.
SAME = {Where.APART: Where.HOME, Where.ALONE: Where.SOMEBODY}
FEW = 6  # words that, behind some of ours, may ask for others
CHANGES = frozenset(
    {
        "shorter",
        "softer",
        "simpler",
        "plainer",
        "kinder",
        "less",
        "funnier",
        "warmer",
        "gentler",
        "nicer",
        "friendlier",
        "lighter",
        "shyer",
    }
)
LET = "leave_words."  # how the names of lines begin that ask whether to find the words now
ASKED = ("whole_ask", "whole_no")  # how the names of requests begin
ABOUT, ABOUT_OF = "words_about", ".about."  # parts of the names of what says what it is about
GLAD = ("whole_thanks", "whole_again")
OF_PURPOSE = "purpose."  # how the names of its words begin
SORRY, HURT, TOUCH = "sorry", "hurt", "touch"  # nobody gets back in touch with who lives with them
FIND_OUT = "find-out"  # what was learnt from others; not by who is sorry for it
SORRY_UNTOLD = 0.5  # share of "sorry" from where on it is named though no deed was told of
BESIDE_SORRY = 0.2  # share of a purpose that is named beside "sorry", where a deed was told

_MENDS = re.compile(  # "how do i fix it", and no small thing to make up for it
    r"\bhow (?:do|can|could|would|should|might) i (?:ever |even )?"
    r"(?:fix|mend|repair|put|make) (?:it|this|that)(?: right| good)?\W*(?:$|[.?!])"
)

_FEARED = re.compile(  # whoever tells this is given no words to them, whatever else was heard
    r"\b(?:he|she|they)(?:'s| has| have)? (?:just |again |once )?(?:hit|hits|hitting|"
    r"punch\w*|slap\w*|"
    r"chok\w*|strangl\w*|kick\w*|threaten\w*) me\b|"
    r"\b(?:scared|afraid|frightened|terrified) of (?:him|her|them)\b"
)
Saying = Callable[[Here, Sequence[str]], Iterable[Piece]]  # words for some purposes


def gives_words(here: Here) -> Draft | None:
    """Give words that the person may say; asking is the leave, "more" makes them firmer."""
    move, has_words = here.reading.move, here.state.acts[-1:] == (Act.SCRIPT,)
    is_firmer = not FIRMER.isdisjoint(words_in(here.heard.clean))
    wants_more = has_words and (move is Move.MORE or is_firmer)
    is_let = move is Move.YES and any(one.startswith(LET) for one in here.state.used[-1:])
    is_told = (has_words and move in (Move.TELLS, Move.SHORTER)) or _wants_a_change(here)
    after = _told_how(here) or told_after_first_words(here) if is_told else said_for_a_step(here)
    if turned := must_be_said(here) or after:
        return turned
    if move is Move.STEP and (sorry := _to_mend(here)):
        return sorry
    if move is not Move.WORDS and not (wants_more or is_let):
        return None
    if here.state.course.guarded or _is_closed(here) or _is_feared(here):
        return _guarded(here)
    told = _of_purpose(here) or (_made_anew(here) or firmer(here) if wants_more else _wanted(here))
    ready = told or of_cued_theme(here) or on_occasion(here) or _glad(here)
    meant = (
        ready
        or says_no(here)
        or told_before(here)
        or _of_named(here)
        or about_it(here, only_asked=True)
    )
    sure = meant or told_and_ended(here) or of_sure_theme(here)
    return sure or _of_none(here, wants_more=wants_more)


def _wanted(here: Here) -> Draft | None:
    """Give what they want of somebody as a request, what was told just now first."""
    was_asked = any(one.startswith(ASKED) for one in here.state.used[-2:])
    again = asked_of_them(here, anew=True) if was_asked else None
    now = again or asked_of_them(here, only_now=True) or theirs(here, only_meant=True)
    return now or asked_of_them(here)


def _glad(here: Here) -> Draft | None:
    """Give thanks that they told of themselves, or else what was done, as thanks."""
    told = " ".join((*here.state.said[-2:], here.heard.clean))
    own = theirs(here) if "thanked" in words_in(told) else None
    return own or thanked(here)


def _made_anew(here: Here) -> Draft | None:
    """Give what a whole text was made of in other words, or other words for an occasion."""
    if others := others_on_occasion(here):
        return others
    last = here.state.used[-2:]
    if any(one.startswith(GLAD) for one in last):
        return thanked(here, anew=True)
    if any(one.startswith(ABOUT) or ABOUT_OF in one for one in last):
        return about_it(here, anew=True)
    is_firmer = not FIRMER.isdisjoint(words_in(here.heard.clean))
    is_asked = any(one.startswith(ASKED) for one in last) and not is_firmer
    return asked_of_them(here, anew=True) if is_asked else None


def _to_mend(here: Here) -> Draft | None:
    """Give words of being sorry to who asks how to mend what they did to somebody."""
    told = " ".join((*here.state.said, here.heard.clean))
    if not (_MENDS.search(here.heard.clean) and is_of_own_deed(told)) or _is_closed(here):
        return None
    return _of_these(here, (SORRY,))


def _guarded(here: Here) -> Draft | None:
    """Give no words towards who may be feared, or wants none, and say why."""
    is_feared = here.state.course.guarded or _is_feared(here) or not _is_closed(here)
    line = here.line("words_guarded" if is_feared else "words_unwanted")
    return line and Draft(act=Act.REFLECT, pieces=(line,))


def _is_feared(here: Here) -> bool:
    return any(map(_FEARED.search, (*here.state.said, here.heard.clean)))


def _is_closed(here: Here) -> bool:
    return is_closed((*here.state.said, here.heard.text))


def _of_none(here: Here, *, wants_more: bool) -> Draft | None:
    """Give words in a matter that no theme surely is; another life's where they were not enough."""
    had_purposes = any(name.startswith(OF_PURPOSE) for name in here.state.used[-MOST - 1 :])
    again = _example(here) if wants_more and not had_purposes else None
    known = again or theirs(here) or _of_act(here)
    return known or _of_purposes(here) or _of_moment(here) or about_it(here) or _first_words(here)


def _wants_a_change(here: Here) -> bool:
    if here.heard.tapped:
        return False
    wants = here.heard.wants
    is_sure = (wants.surely if here.state.words else wants.plainly)(Want.CHANGE)
    asked = words_in(here.heard.clean)
    is_brief = here.state.acts[-1:] == (Act.SCRIPT,) and len(asked) <= FEW
    return is_sure or (is_brief and not CHANGES.isdisjoint(asked))


def _told_how(here: Here) -> Draft | None:
    """Take how words shall sound, or shall not: for the same purposes, or for what is told next."""
    if here.is_guarded or _is_closed(here):
        return None
    is_refused = says_not_so(here.heard.clean)
    is_shorter = here.reading.move is Move.SHORTER or "shorter" in words_in(here.heard.clean)
    if not (is_refused or is_shorter or says_how(here.heard.clean) or _wants_a_change(here)):
        return None
    others = others_on_occasion(here)
    if anew := others or ((not is_refused or is_shorter) and _made_anew(here)):
        return anew
    if names := _purposes_before(here):
        return _of_these(here, names)
    last = here.state.used[-1].partition(".")[0] if here.state.used else ""
    is_refused = is_refused or here.heard.wants.surely(Want.DECLINES)
    line = here.line(last if last in ACTS else "words_not_so" if is_refused else "words_how")
    return line and Draft(act=Act.SCRIPT, pieces=(line,), suggestions=(Move.MORE, Move.STEP))


def _purposes_before(here: Here) -> tuple[str, ...]:
    """Name the purposes that the last reply gave words for."""
    last = takewhile(lambda one: one.startswith((OF_PURPOSE, ASKS_ELSE)), reversed(here.state.used))
    found = [one.split(".")[1] for one in last if one.startswith(OF_PURPOSE)]
    return tuple(dict.fromkeys(reversed(found)))


def _of_act(here: Here) -> Draft | None:
    """Give words for the kind of thing that a request names: a no, a thank-you, being sorry."""
    text = here.heard.text.replace("’", "'")
    key = next((key for key, named in ACTS.items() if named.search(text)), "")
    line = here.line(key) if key and not here.is_guarded else None
    if line is None or here.was_said(line.name):
        return None
    return Draft(act=Act.SCRIPT, pieces=(line,), suggestions=(Move.MORE, Move.YES, Move.STEP))


def _first_words(here: Here) -> Draft | None:
    """Give first words, which fit whatever comes after them, and ask for what does.

    Not to who has told nothing yet and asks for no words by name.
    """
    asked = words_in(here.heard.clean)
    if not here.state.turns and NAMES_WORDS.isdisjoint(asked):
        return None
    where = where_of(here.state.said, here.heard.clean)
    if here.is_guarded and where not in (Where.WORK, Where.FRIEND):
        return _guarded(here)
    key = "words_written" if WRITTEN.intersection(asked) else f"words_{SAME.get(where, where)}"
    line = here.line(key)
    return line and Draft(act=Act.SCRIPT, pieces=(line,), suggestions=(Move.MORE, Move.STEP))


def _of_purpose(here: Here) -> Draft | None:
    """Give words for the purpose that was tapped."""
    purpose = here.heard.purpose
    return _of_these(here, (purpose,)) if purpose in here.shelves.purposes else None


def _of_these(here: Here, names: tuple[str, ...]) -> Draft | None:
    """Give words for some purposes, and ask for nothing."""
    words = tuple(_words_for(here, names))
    draft = Draft(act=Act.SCRIPT, pieces=words, suggestions=(Move.STEP,), purposes=names)
    return None if here.is_guarded else draft


def _of_named(here: Here) -> Draft | None:
    """Give words for what a request names: a card, a toast, a neighbour."""
    text = here.heard.text.replace("’", "'")
    if any(ACTS[key].search(text) for key in PLAIN_ACTS):
        return None
    told = " ".join((*here.state.said, here.heard.clean))
    share = dict(here.heard.told.purposes).get(SORRY, 0.0)
    is_sorry = share >= BESIDE_SORRY or is_of_own_deed(told)
    names = named(here.heard.clean, here.state.said)
    names = tuple(one for one in names if one != FIND_OUT or not is_sorry)
    return _of_each(here, names, _words_named)


def _of_purposes(here: Here) -> Draft | None:
    """Give words for each purpose that is likely."""
    is_told = here.state.turns or not NAMES_WORDS.isdisjoint(words_in(here.heard.clean))
    names = _purposes(here) if is_told else ()
    return _of_each(here, names, _words_for)


def _of_each(here: Here, names: tuple[str, ...], words: Saying) -> Draft | None:
    """Give words for each of some purposes, and ask for the one thing if it is none.

    Behind a moment that was told of only for the one that fits it.
    """
    line = here.line(ASKS_ELSE)
    if not names or line is None or here.is_guarded:
        return None
    moment = moment_for(here, names)
    named = one_beside(moment, names) if moment else names
    said = islice(words(here, named), 1 if moment else None) if named else ()
    pieces = (*((moment,) if moment else ()), *said, line)
    return Draft(act=Act.SCRIPT, pieces=pieces, suggestions=(Move.STEP,), purposes=names)


def _of_moment(here: Here) -> Draft | None:
    """Give a moment that was told of as a beginning, where no purpose is clear."""
    moment, line = moment_for(here, ()), here.line(ASKS_ELSE)
    if moment is None or line is None or here.is_guarded:
        return None
    return Draft(act=Act.SCRIPT, pieces=(moment, line), suggestions=(Move.STEP,))


def _purposes(here: Here) -> tuple[str, ...]:
    """Name what words are likely wanted for, two or three."""
    told = " ".join((*here.state.said, here.heard.clean))
    where = where_of(here.state.said, here.heard.clean)
    is_near = where in FOR_CLOSE and not is_of_neighbours(told)
    heard = [one for one in here.heard.told.purposes if (one[0], where) != (TOUCH, Where.HOME)]
    barred, is_deed = refused(here.heard.clean), is_of_own_deed(told)
    heard = [one for one in heard if one[0] not in barred]
    if not is_deed:
        heard = [one for one in heard if one[0] != SORRY or one[1] >= SORRY_UNTOLD]
    found = likely(heard, here.shelves.purposes.values(), is_close=is_near)
    share = dict(heard)
    if found and not is_deed and share[found[0]] < CLEAR:
        return ()
    if found and is_deed:
        beside = (one for one in found if one not in (SORRY, HURT) and share[one] >= BESIDE_SORRY)
        found = (SORRY, *beside)
    if Steering.SHORT in here.state.steering:
        return found[:1]
    return found[: MOST - (not BRIEF.isdisjoint(words_in(here.heard.clean)))]


def _words_for(here: Here, names: Iterable[str]) -> Iterator[Piece]:
    """Give words for each purpose in the tone that is asked for, or in the next that is new."""
    for at, one in enumerate(names):
        yield _framed(here, here.shelves.purposes[one], "words_or" if at else "words_if", at)


def _words_named(here: Here, names: Sequence[str]) -> Iterator[Piece]:
    """Give two lines for what a request names: of each of two, or two of the one."""
    known = here.shelves.purposes
    about = about_for(here, known[names[0]])
    first = about or _framed(here, known[names[0]], "words_named", 0)
    yield first
    yield _framed(here, known[names[-1]], "words_named_or", 1, given=first.name)


def _framed(here: Here, purpose: Purpose, key: str, at: int, *, given: str = "") -> Piece:
    """Give words for a purpose in a frame, in a tone that is new, also beside a line just given."""
    begins = f"{OF_PURPOSE}{purpose.id}."
    names = (name for name in (*here.state.used, given) if name.startswith(begins))
    place = tone_after(_tone(here), [int(name.rpartition(".")[2]) for name in names])
    frames = here.shelves.lines[key]
    frame = frames[(here.state.turns + at) % len(frames)]
    text = frame.replace("{to}", purpose.to).replace("{said}", f"“{purpose.says[place]}”")
    return Piece(text=text, name=f"{begins}{place}", is_spare=at >= 2)


def _tone(here: Here) -> Tone:
    """Say in which tone words are asked for."""
    asked, text = set(words_in(here.heard.clean)), here.heard.text.replace("’", "'")
    if asked & FIRMER:
        return Tone.FIRM
    is_soft = ACTS["words_no_blame"].search(text)
    is_brief = asked & BRIEF or Steering.SHORT in here.state.steering
    return Tone.PLAIN if is_brief else Tone.SOFTER if is_soft else Tone.SOFT


def _example(here: Here) -> Draft | None:
    """Give words of another life, by what was heard whatever it is about, and say that they are."""
    lines = {
        f"{gist.id}.words.{n}": text for gist in here.gists for n, text in enumerate(gist.words)
    }
    words, opening = nearest_line(here, lines), here.line("words_example")
    if words is None or opening is None:
        return None
    pieces = (opening, replace(words, text=f"“{words.text}”"))
    return Draft(act=Act.SCRIPT, pieces=pieces, suggestions=(Move.MORE, Move.STEP))
