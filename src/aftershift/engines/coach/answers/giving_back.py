"""What somebody's own words are given back in: the usual answer, where nothing surer is known.

The sentences in which the point most likely stands (`passages`), turned to "you" (`turning`), else
in quotation marks. A question that fits comes after them, or a few words around them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from aftershift.engines.coach.answers.good_news import is_ours
from aftershift.engines.coach.drafts import LONGEST_LISTENING, Here, Piece, sentence
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.hearing.own_plans import own_plan
from aftershift.engines.coach.own_words.gravity import is_of_loss
from aftershift.engines.coach.own_words.quotable import is_clause, is_in_speech
from aftershift.engines.coach.own_words.turning import SENTENCES, to_you

# What is said around words that are given back, where nothing is asked after them.
TURNED, QUIET, QUOTED = "turned", "turned_quiet", "quoted"
GLAD = "points_glad"
STEP_BACK = "step_back"  # around what somebody means to do
LOSS = "loss_back"
HEART, HEART_ALONE = "heart", "heart_alone"  # what was told before, with what is told now
_SPEECH = re.compile(r"[\"“]([^\"”]*)[\"”]")
_LUCK = re.compile(r"\bwish (?:me|us) luck\b|\bfingers crossed\b", re.IGNORECASE)
_OF_ONE = re.compile(r"\{said\},|: \{said\}")  # stands around a single sentence
_SUMS_UP = re.compile(r"\b(?:comes down to|above all|put it plainly)\b", re.IGNORECASE)
_CONCLUDES = re.compile(  # and tells no detail of a scene
    r"\b(?:i|you)(?:'d)? (?:(?:just|only|really|still|do|don'?t|also) )*(?:want|need|wish|miss|"
    r"feel|hate|love|like|can'?t|think|know|hope|regret|mind|rather)\b|"
    r"\b(?:that|it)(?:'s| is) (?:the|what|why|how|not|all)\b|"
    r"\b(?:i'?m|you'?re) (?:so|not|just|the)\b",
    re.IGNORECASE,
)
_GLAD_NOTE = re.compile(r"\bon a (?:better|happier|nicer|brighter|lighter) note\b")
_DENIES = re.compile(r"\b(?:no|not|never|nobody|nothing|\w+n'?t)\b", re.IGNORECASE)


def given_back(here: Here, *, is_asked: bool = False, around: str = "") -> Piece | None:
    """Give back the passage, or the two, in which the point of a message stands.

    `is_asked`: a question comes after it, so that nothing need be said around it. `around`: what is
    said around it, where it is not what always is.
    """
    own = here.told
    if loss := next(filter(is_of_loss, own), ""):
        return _loss_back(here, loss)
    if (back := _heart_back(here)) or not own:
        return back
    glad = next(filter(is_ours, own), own[0] if _is_glad(here) else "")
    if glad and not _DENIES.search(glad):
        return _framed(here, GLAD, _quoted(glad), (glad,))
    you = [_turned(one, here.heard.text) for one in own]
    each = [one or _quoted(words) for one, words in zip(you, own, strict=True)]
    said = _in_a_row(each, own, here.heard.text)
    key = TURNED if any(you) else QUOTED
    if is_asked:
        return Piece(text=f"{said}.", name="", back=own)
    is_open = not here.may_ask or not here.state.turns
    quiet = QUIET if any(you) and is_open else key
    return _framed(here, around or quiet, said, own)


def _turned(own: str, text: str) -> str:
    """Turn a passage to "you"; "" where it is better quoted, or hangs on what stands beside it."""
    return to_you(own) if is_clause(own, text) and not is_in_speech(own, text) else ""


def said_again(own: str, text: str) -> str:
    """Say a sentence of a text again: turned to "you", or else in quotation marks."""
    return _turned(own, text) or _quoted(own)


def _in_a_row(said: Sequence[str], own: Sequence[str], text: str) -> str:
    """Put passages behind each other; "and" joins those that something stood between."""
    if len(said) == 1:
        return said[0]
    one, other = said
    between = text[text.find(own[0]) + len(own[0]) : text.find(own[1])]
    is_joined = other[0].islower() and any(map(str.isalpha, between))
    return f"{one}. And {other}" if is_joined else f"{one}. {sentence(other)}"


def _framed(here: Here, key: str, said: str, back: tuple[str, ...]) -> Piece:
    """Say something around what is given back; nothing, where all that fits was said before."""
    is_one = len(SENTENCES.split(said)) == 1
    concludes = bool(_CONCLUDES.search(said))
    line = here.line(
        key,
        fits=lambda frame: (
            (is_one or not _OF_ONE.search(frame)) and (concludes or not _SUMS_UP.search(frame))
        ),
    )
    if line is None or here.was_said(line.name):
        return Piece(text=f"{said}.", name="", back=back)
    said = sentence(said) if ". {said}" in line.text else said
    return replace(line, text=line.text.replace("{said}", said), back=back)


def _loss_back(here: Here, own: str) -> Piece | None:
    """Give back what tells of a death or a grave illness, and ask nothing."""
    line = here.line(LOSS)
    if line is None or here.was_said(line.name):
        return None
    return replace(line, text=line.text.replace("{said}", to_you(own) or _quoted(own)), back=(own,))


def _heart_back(here: Here) -> Piece | None:
    """Give back what was told before, and with it what lies at its edge and is told now."""
    own = here.told[:1]
    line = here.line(HEART if own else HEART_ALONE) if here.heart else None
    if line is None or here.was_said(line.name):
        return None
    given = [*(_turned(one, here.heard.text) or _quoted(one) for one in own), _quoted(here.heart)]
    text = line.text.replace("{said}", given[0]).replace("{also}", given[-1])
    is_long = here.listens and len(text.split()) > LONGEST_LISTENING
    return None if is_long else replace(line, text=text, back=(*own, here.heart))


def _quoted(words: str) -> str:
    """Quote words; somebody's speech inside of them stands in single marks."""
    inner = _SPEECH.sub("\u2018\\1\u2019", words)
    return f"“{inner}”"


def plan_back(here: Here) -> Piece | None:
    """Give back what somebody means to do."""
    pointer = here.shelves.pointer
    plan = own_plan(here.heard.text, pointer) if pointer else ""
    if not plan or plan.lower() in here.state.came_back:
        return None
    line = with_luck(here, here.line("points_plan"))
    return line and replace(line, text=line.text.replace("{said}", plan), back=(plan,))


def with_luck(here: Here, line: Piece | None) -> Piece | None:
    """Wish luck behind a line, where it is asked for."""
    wants = line and _LUCK.search(here.heard.text)
    return replace(line, text=f"{line.text} Good luck with it.") if line and wants else line


def is_their_own(piece: Piece) -> bool:
    """Say whether a piece gives back what somebody said, in whatever form."""
    return bool(piece.back)


def may_be_asked_about(piece: Piece) -> bool:
    """Say whether a question fits after a piece: not after a loss, nor where it was good."""
    return not piece.asks and not piece.name.startswith((LOSS, GLAD))


def asks_again(here: Here) -> bool:
    """Say whether their own words may be asked about: not where the last reply asked already."""
    return here.may_ask and here.state.asked[-1:] != (True,)


def _is_glad(here: Here) -> bool:
    """Say whether a message is known to be glad: by what is done in it, its gist or its theme."""
    reading = here.reading
    if _GLAD_NOTE.search(here.heard.clean):
        return True
    if reading.move is Move.GOOD or any(one.id == "small-joy" for one in reading.gists):
        return True
    return reading.is_sure and reading.theme is not None and reading.theme.id == "good-news"
