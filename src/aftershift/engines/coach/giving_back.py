"""What somebody's own words are given back in: the usual answer, where nothing surer is known.

The sentences in which the point most likely stands (`passages`), turned to "you" (`turning`), else
in quotation marks, in a frame that was not said yet.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from aftershift.engines.coach.drafts import LONGEST_LISTENING, Here, Piece
from aftershift.engines.coach.gravity import is_of_loss
from aftershift.engines.coach.moves import Move
from aftershift.engines.coach.own_plans import own_plan
from aftershift.engines.coach.quotable import is_clause
from aftershift.engines.coach.turning import SENTENCES, to_you

# How quoted words stand in a reply: before a frame, behind it, before a question.
FIRST, LAST, ASKED = "points_first", "points_last", "points_asks"
GLAD = "points_glad"
FORMS = (FIRST, ASKED, LAST)
GLAD_FORMS = (GLAD, LAST)
TURNED, TURNED_QUIET = "turned", "turned_quiet"
TWO, TWO_ASKED = "turned_two", "turned_two_asks"  # two passages, turned or quoted
LOSS = "loss_back"
HEART, HEART_ALONE = "heart", "heart_alone"  # what was told before, with what is told now
_SPEECH = re.compile(r"[\"“]([^\"”]*)[\"”]")
_PAST = re.compile(
    r"\b(?:was|were|wasn'?t|weren'?t|had|did|didn'?t|got|went|came|said|told|asked|gave|took|made|"
    r"left|found|thought|knew|saw|sat|kept|put|lost|felt|heard|wrote|ate|ran|rang|began|bought|"
    r"brought|stood|woke|fell|forgot|hid|sent|threw|(?:[a-z]{2,}(?<!ne))ed)\b",
    re.IGNORECASE,
)
_ASKS_BACK = re.compile(r"\b(?:was|did|went)\b")  # a question about what is over
_LUCK = re.compile(r"\bwish (?:me|us) luck\b|\bfingers crossed\b", re.IGNORECASE)
_AFTER_A_STOP = re.compile(r"(?<=[.!?…] )[a-z]")
_DENIES = re.compile(r"\b(?:no|not|never|nobody|nothing|\w+n'?t)\b", re.IGNORECASE)


def given_back(here: Here, *, may_ask: bool) -> Piece | None:
    """Give back the passage, or the two, in which the point of a message stands.

    `may_ask`: the words may stand in a question, since none comes after it.
    """
    found, text = here.told, here.heard.text
    if loss := next(filter(is_of_loss, found), ""):
        return _loss_back(here, loss)
    if back := _heart_back(here):
        return back
    if not found:
        return None
    you = [_turned(one, text) for one in found]
    if any(you):
        you = [_turned(one, text, is_beside=True) for one in found]
    may_ask = may_ask and asks_again(here)
    if len(found) > 1:
        return _two_back(here, found, you, may_ask=may_ask)
    return _one_back(here, found[0], you[0], may_ask=may_ask)


def _turned(own: str, text: str, *, is_beside: bool = False) -> str:
    """Turn a passage, if it hangs on nothing beside it in the text."""
    return to_you(own, is_beside=is_beside) if is_clause(own, text) else ""


def _loss_back(here: Here, own: str) -> Piece | None:
    """Give back what tells of a death or a grave illness, and ask nothing."""
    line = here.line(LOSS)
    if line is None or here.was_said(line.name):
        return None
    said = to_you(own) or _quoted(own)
    return _begun(line, line.text.replace("{said}", said), (own,))


def _heart_back(here: Here) -> Piece | None:
    """Give back what was told before, and with it what lies at its edge and is told now."""
    own = here.told[:1]
    line = here.line(HEART if own else HEART_ALONE) if here.heart else None
    if line is None or here.was_said(line.name):
        return None
    given = [*(_turned(one, here.heard.text) or _quoted(one) for one in own), _quoted(here.heart)]
    text = line.text.replace("{said}", given[0]).replace("{also}", given[-1])
    is_long = here.listens and len(text.split()) > LONGEST_LISTENING
    return None if is_long else _begun(line, text, (*own, here.heart))


def _one_back(here: Here, own: str, you: str, *, may_ask: bool) -> Piece | None:
    """Give one passage back: turned, or in quotation marks in a frame of another form."""
    is_glad = _is_glad(here) and not _DENIES.search(own)
    if you and not is_glad:
        line = here.line(TURNED if here.may_ask else TURNED_QUIET, fits=_fits_to(you))
        if line is not None and not here.was_said(line.name):
            return _begun(line, line.text.replace("{said}", you), (own,))
    for form in _forms(here, is_glad=is_glad, may_ask=may_ask):
        line = here.line(form, fits=asks_in_time(own))
        if line is not None and not here.was_said(line.name):
            return replace(line, text=line.text.replace("{said}", _inner(own)), back=(own,))
    return None


def _fits_to(said: str) -> Callable[[str], bool]:
    """Say which frames fit: "..., then" goes behind a single sentence."""
    is_one = len(SENTENCES.split(said)) == 1
    return lambda frame: is_one or "{said}," not in frame


def _quoted(words: str) -> str:
    """Quote words; somebody's speech inside of them stands in single marks."""
    return f"“{_inner(words)}”"


def _inner(words: str) -> str:
    return _SPEECH.sub("\u2018\\1\u2019", words)


def _two_back(here: Here, own: Sequence[str], you: Sequence[str], *, may_ask: bool) -> Piece | None:
    said, also = (turned or _quoted(words) for turned, words in zip(you, own, strict=True))
    for form in (TWO_ASKED, TWO) if may_ask else (TWO,):
        line = here.line(form)
        if line is not None and not here.was_said(line.name):
            text = line.text.replace("{said}", said).replace("{also}", also)
            text = _AFTER_A_STOP.sub(lambda one: one[0].upper(), text)
            return _begun(line, text, tuple(own))
    return None


def plan_back(here: Here) -> Piece | None:
    """Give back what somebody means to do."""
    pointer = here.shelves.pointer
    plan = own_plan(here.heard.text, pointer) if pointer else ""
    if not plan or plan.lower() in here.state.came_back:
        return None
    line = here.line("points_plan")
    luck = " Good luck with it." if _LUCK.search(here.heard.text) else ""
    text = line.text.replace("{said}", plan) + luck if line else ""
    return line and replace(line, text=text, back=(plan,))


def asks_in_time(words: str) -> Callable[[str], bool]:
    """Say which questions fit some words: what is not over is not asked about as if it were."""
    is_past = bool(_PAST.search(words))
    return lambda asked: is_past or not _ASKS_BACK.search(asked)


def is_their_own(piece: Piece) -> bool:
    """Say whether a piece gives back what somebody said, in whatever form."""
    return piece.name.startswith(("points", "turned", LOSS, HEART))


def _begun(line: Piece, text: str, back: tuple[str, ...] = ()) -> Piece:
    """Let a line that begins with what they said begin like a sentence."""
    return replace(line, text=f"{text[0].upper()}{text[1:]}", back=back)


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
