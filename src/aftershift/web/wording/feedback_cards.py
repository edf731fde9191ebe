"""What the pages of feedback show: a draft with its quarter, an ask ahead, what is said back."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.coach.own_words.saying_back import say_back
from aftershift.engines.language.candour import Candour, Quadrant, Sentence
from aftershift.engines.language.feelings import FeelingWords
from aftershift.engines.wording.feedback import Quarter, left_out, suggest
from aftershift.engines.wording.feedforward import Forward, Found, look_ahead
from aftershift.engines.wording.sbi import Says, sort_rant
from aftershift.library.understanding import load_taxonomy
from aftershift.library.wording import load_feedback, load_sbi
from aftershift.web import ears

CANDOUR_SECONDS = 4.0
CARES, POINTS, LEFT_OUT = _("shows care"), _("says the point"), _("left out below")
OPEN = "[one thing]"


@dataclass(frozen=True, kw_only=True, slots=True)
class SentenceCard:
    """A sentence of a draft, and what was heard in it."""

    text: str
    marks: tuple[Promise, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Corner:
    """One quarter of the square, and whether the draft lies in it."""

    quarter: Quarter
    is_here: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class CandourCard:
    """A draft: its quarter, how each sentence was heard, and what is suggested."""

    quarter: Quarter
    corners: tuple[Corner, ...]
    is_close: bool
    sentences: tuple[SentenceCard, ...]
    lines: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ForwardCard:
    """The one ask that blame was turned to; what judges in it is left out."""

    lines: str
    is_open: bool
    was_there: bool
    of: str
    judged: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ListeningCard:
    """What to say back, a guess at the feeling, and open questions."""

    lines: str
    feeling: str
    questions: tuple[str, ...]
    after: str


def candour_card(text: str) -> CandourCard:
    """Read a draft of feedback. Raises NotInTime and Deaf, as the ear does."""
    draft = ears.room().ask(lambda ear: ear.read_candour(text), CANDOUR_SECONDS)
    return candour_shown(draft)


def candour_shown(draft: Candour) -> CandourCard:
    """Show a draft that was read."""
    shelf = load_feedback()
    return CandourCard(
        quarter=shelf.quarters[draft.quadrant],
        corners=tuple(
            Corner(quarter=shelf.quarters[one], is_here=one is draft.quadrant) for one in Quadrant
        ),
        is_close=draft.is_close,
        sentences=tuple(
            SentenceCard(text=one.text, marks=tuple(_marks(one))) for one in draft.sentences
        ),
        lines=suggest(draft, shelf, load_sbi()),
    )


def forward_card(text: str) -> ForwardCard:
    """Turn blame to one ask."""
    found: Forward = look_ahead(text, load_sbi())
    judged = (one.text for one in sort_rant(text, load_sbi()).sentences if _is_judged(one.says))
    return ForwardCard(
        lines=found.ask,
        is_open=found.found is Found.DONE,
        was_there=found.found is Found.REQUEST,
        of=found.of if found.found is Found.UNDONE else "",
        judged=tuple(one for one in judged if one != found.of),
    )


def listening_card(text: str) -> ListeningCard:
    """Say back what somebody said, and offer a guess and three questions."""
    found, words = say_back(text, _feeling_words()), load_feedback().listening
    named = {one.id: one.title for one in load_taxonomy().emotions}
    return ListeningCard(
        lines=found.back,
        feeling=named[found.feelings[0]].lower() if found.feelings else "",
        questions=words.questions,
        after=words.after,
    )


@cache
def _feeling_words() -> FeelingWords:
    return FeelingWords(load_taxonomy().emotions)


def _is_judged(says: Says) -> bool:
    return says is Says.JUDGEMENT


def _marks(one: Sentence) -> Iterator[Promise]:
    if one.cares:
        yield CARES
    if one.points:
        yield POINTS
    if left_out(one, load_feedback(), load_sbi()):
        yield LEFT_OUT
