"""What somebody's own words are given back in: the usual answer, where nothing surer is known.

The few words that carry the point (`pointing`), turned to "you" where they are a plain clause
(`echoing`), else in quotation marks; another clause, where no words are plain; or the last few
words of a short message.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from aftershift.engines.coach.drafts import Here, Piece
from aftershift.engines.coach.echoing import echoed, turned, turned_clause
from aftershift.engines.coach.moves import QUOTED_BY_THEM, Move
from aftershift.engines.coach.noticing import last_words
from aftershift.engines.coach.own_plans import own_plan
from aftershift.engines.coach.pointing import is_reply, pointed, pointed_twice
from aftershift.engines.coach.quotable import may_be_given_back
from aftershift.engines.language.phrases import words_in

RESTS = 4  # lines between two times that the last words are given back
RESTS_ECHO = 2  # and between two times that a clause is
SHORT = range(4, 16)  # words of a sentence that is given back where nothing in it is plain
SAYS_A_THING = 8  # words of a first message that is one thing told
SAME = 0.6  # share of the words that carry the point, from where on a clause says it too
# How words stand in a reply: before a frame, behind it, inside a sentence of ours, in a question.
FIRST, LAST, INSIDE, ASKED = "points_first", "points_last", "points_inside", "points_asks"
GLAD = "points_glad"
TWO, TWO_ASKED = "points_two", "points_two_asks"  # two points of a long message
TURNED_TWO, TURNED_TWO_ASKED = "turned_two", "turned_two_asks"  # one of them or both to "you"
FORMS = (FIRST, INSIDE, ASKED, LAST)
GLAD_FORMS = (GLAD, INSIDE, LAST)
_SENTENCES = re.compile(r"[.!?;\n]+|, (?=(?:and|but|so|then|i|he|she|they|we)\b)", re.IGNORECASE)
_ANSWERS = re.compile(r"^(?:(?:no|nah|nope|yes|yeah|aye|ok|and|but|so)\b[\s,]*)+", re.IGNORECASE)
_TAGS = re.compile(  # what is hung on to a sentence: "can you", "is what i'm saying"
    r",? (?:(?:can|do|is|does|would|are|did)(?:n?'?t)? (?:you|it|he|she|they|i|we)|"
    r"is what i'?m (?:telling you|saying|getting at)|lol|haha|tho|though)$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|wasn'?t|weren'?t|had|did|didn'?t|got|went|came|said|told|asked|gave|took|made|"
    r"left|found|thought|knew|saw|sat|kept|put|lost|felt|heard|wrote|ate|ran|rang|began|bought|"
    r"brought|stood|woke|fell|forgot|hid|sent|threw|(?:[a-z]{2,}(?<!ne))ed)\b",
    re.IGNORECASE,
)
_ASKS_BACK = re.compile(r"\b(?:was|did|went)\b")  # a question about what is over
_DENIES = re.compile(r"\b(?:no|not|never|nobody|nothing|\w+n'?t)\b", re.IGNORECASE)


def given_back(here: Here, *, may_ask: bool) -> Piece | None:
    """Give back what carries the point; else a clause, or the last words that stand alone.

    `may_ask`: the words may stand in a question, since none comes after it.
    """
    if two := _two_points(here, may_ask=may_ask):
        return two
    words, clause = _words(here), echoed_back(here)
    if clause and (not words or _says_too(clause.text, words)):
        return clause
    return (
        _pointing(here, words, may_ask=may_ask)
        or clause
        or _mirror(here, may_ask=may_ask)
        or _pointing(here, _words(here, at_last=True), may_ask=may_ask)
        or _pointing(here, _last_sentence(here), may_ask=may_ask)
    )


def plan_back(here: Here) -> Piece | None:
    """Give back what somebody means to do."""
    pointer = here.shelves.pointer
    plan = own_plan(here.heard.text, pointer) if pointer else ""
    if not plan or plan.lower() in _given_before(here):
        return None
    line = here.line("points_plan")
    return line and replace(line, text=line.text.replace("{said}", plan), back=(plan,))


def asks_in_time(words: str) -> Callable[[str], bool]:
    """Say which questions fit some words: what is not over is not asked about as if it were."""
    is_past = bool(_PAST.search(words))
    return lambda asked: is_past or not _ASKS_BACK.search(asked)


def is_their_own(piece: Piece) -> bool:
    """Say whether a piece gives back what somebody said, in whatever form."""
    return piece.name.startswith(("points", "turned", "mirror"))


def echoed_back(here: Here) -> Piece | None:
    """Give back a clause of what was said, turned to "you", and then not in the next reply."""
    said = echoed(here.heard.text)
    if not said or any(name.startswith("turned") for name in here.state.used[-RESTS_ECHO:]):
        return None
    line = here.line("turned" if here.may_ask else "turned_quiet")
    if line is None:
        return None
    return _begun(line, line.text.replace("{said}", said))


def _begun(line: Piece, text: str, back: tuple[str, ...] = ()) -> Piece:
    """Let a line that begins with what they said begin like a sentence."""
    return replace(line, text=f"{text[0].upper()}{text[1:]}", back=back)


def _words(here: Here, *, at_last: bool = False) -> str:
    """Give the words that carry the point; none twice in a conversation."""
    pointer = here.shelves.pointer
    if pointer is None:
        return ""
    return pointed(here.heard.text, pointer, _given_before(here), at_last=at_last)


def _last_sentence(here: Here) -> str:
    """Give the last short sentence that may be given back, where no words of it are plain.

    A first message of a few words is rather asked on.
    """
    pointer, text = here.shelves.pointer, here.heard.text
    is_little = not here.state.turns and len(text.split()) < SAYS_A_THING
    if pointer is None or is_little or is_reply(text):
        return ""
    told_apart = QUOTED_BY_THEM.sub(";", text)  # what another said is no sentence of theirs
    each = [one.strip(" .,;") for one in reversed(_SENTENCES.split(told_apart))]
    told = [_TAGS.sub("", _ANSWERS.sub("", one)) for one in each]
    given = _given_before(here)
    return next(
        (
            one
            for one in told
            if len(one.split()) in SHORT
            and one.lower() not in given
            and may_be_given_back(one, text, pointer.names, at_last=True)
        ),
        "",
    )


def _given_before(here: Here) -> frozenset[str]:
    return frozenset(one.lower() for _reply, one in here.state.pointed)


def _two_points(here: Here, *, may_ask: bool) -> Piece | None:
    """Give back two points of a long message; or ask which of them weighs more."""
    pointer = here.shelves.pointer
    both = pointed_twice(here.heard.text, pointer, _given_before(here)) if pointer else ()
    if not both:
        return None
    you = [turned_clause(one, here.heard.text) for one in both]
    said, also = both
    asked, told = TWO_ASKED, TWO
    if any(you):
        said, also = (clause or f"“{own}”" for clause, own in zip(you, both, strict=True))
        asked, told = TURNED_TWO_ASKED, TURNED_TWO
    for form in (asked, told) if may_ask and asks_again(here) else (told,):
        line = None if form == _last_form(here) else here.line(form)
        if line is not None and not here.was_said(line.name):
            text = line.text.replace("{said}", said).replace("{also}", also)
            return _begun(line, text, both)
    return None


def _last_form(here: Here) -> str:
    used = [name.partition(".")[0] for name in here.state.used if name.startswith("points")]
    return used[-1] if used else ""


def _pointing(here: Here, words: str, *, may_ask: bool) -> Piece | None:
    """Put words, if there are any, into a frame that was not said yet, of another form."""
    if not words:
        return None
    if you := _turned_back(here, words):
        return you
    is_glad = _is_glad(here) and not _DENIES.search(words)
    for form in _forms(here, is_glad=is_glad, may_ask=may_ask and asks_again(here)):
        line = here.line(form, fits=asks_in_time(words))
        if line is not None and not here.was_said(line.name):
            return replace(line, text=line.text.replace("{said}", words), back=(words,))
    return None


def _turned_back(here: Here, words: str) -> Piece | None:
    """Give back words that are a clause as "you", in a frame that was not said yet."""
    said = turned_clause(words, here.heard.text)
    line = here.line("turned" if here.may_ask else "turned_quiet") if said else None
    if line is None or here.was_said(line.name):
        return None
    return _begun(line, line.text.replace("{said}", said), (words,))


def asks_again(here: Here) -> bool:
    """Say whether their own words may be asked about: not where the last reply asked already."""
    return here.may_ask and here.state.asked[-1:] != (True,)


def _forms(here: Here, *, is_glad: bool, may_ask: bool) -> list[str]:
    """Order the forms: the one that rested longest first, never the last one's again.

    Words are asked about only where a question fits.
    """
    forms = GLAD_FORMS if is_glad else FORMS
    used = [name.partition(".")[0] for name in here.state.used if name.startswith("points")]
    rested = {form: at for at, form in enumerate(used)}
    fit = [one for one in forms if one not in used[-1:] and (may_ask or one != ASKED)]
    return sorted(fit, key=lambda one: rested.get(one, -1))


def _is_glad(here: Here) -> bool:
    """Say whether a message is known to be glad: by what is done in it, its gist or its theme."""
    reading = here.reading
    if reading.move is Move.GOOD or any(one.id == "small-joy" for one in reading.gists):
        return True
    return reading.is_sure and reading.theme is not None and reading.theme.id == "good-news"


def _says_too(text: str, words: str) -> bool:
    """Say whether a clause that was turned to "you" says most of some words."""
    wanted = set(words_in(turned(words)))
    return len(wanted.intersection(words_in(text.lower()))) >= SAME * len(wanted)


def _mirror(here: Here, *, may_ask: bool) -> Piece | None:
    """Give back the last few words that stand by themselves, and then not for a while.

    What is remembered is which line it was, and none of the words.
    """
    words = last_words(here.heard.clean)
    if not words or any(name.startswith("mirror") for name in here.state.used[-RESTS:]):
        return None
    line = here.line("mirror" if may_ask and here.may_ask else "mirror_quiet")
    return line and replace(line, text=line.text.replace("{said}", words))
