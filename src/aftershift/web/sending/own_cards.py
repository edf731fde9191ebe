"""A look at one's own messages: what they are for, what may land badly, what is good in them.

It counts lines and speaks of words. There is no score, no norm, no trend, and nothing is kept.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from time import monotonic

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.language.clarity import Piece, request_in
from aftershift.engines.language.connection import ABOUTS, WAYS, About, Heard, Way
from aftershift.engines.language.kinds import KINDS, Kind
from aftershift.engines.language.landing import landing, tells_of_harm
from aftershift.engines.language.patterns import Reading
from aftershift.library.clarity import load_clarity
from aftershift.library.landing import load_landing
from aftershift.web import ears
from aftershift.web.sending.cards import NEVER_SHOWN, reasons
from aftershift.web.sending.forms import Own

LINE_SECONDS = 2.0
ALL_SECONDS = 20.0  # for all lines together; others are heard between two of them
MOST_KINDS, MOST_WORDS, MOST_REQUESTS = 3, 3, 5
ABOUT_WORDS: Mapping[About, Promise] = {
    About.LOGISTICS: _("about the household"),
    About.CONNECTION: _("to each other"),
    About.NEITHER: _("neither, or hard to say"),
}
WAY_WORDS: Mapping[Way, Promise] = {
    Way.ASKS: _("You ask how they are"),
    Way.WARMTH: _("You say that you like them"),
    Way.TELLS: _("You tell of your day, or of how it is for you"),
    Way.THANKS: _("You thank them for who they are to you"),
    Way.PLAY: _("You play"),
}
PIECE_WORDS: Mapping[Piece, Promise] = {
    Piece.WHO: _("who does it"),
    Piece.WHAT: _("what exactly, so that both can tell when it is done"),
    Piece.WHEN: _("by when"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class LineCard:
    """One message, what it was taken for, and the ways to put that right."""

    number: int
    text: str
    choices: tuple[tuple[str, Promise, bool], ...]  # (value, words, is it this one)


@dataclass(frozen=True, kw_only=True, slots=True)
class RiskyCard:
    """One kind of words that may land badly: how many lines hold it, which words, what to try.

    `lands`: how the first of these lines may land, "" where that is better not said.
    """

    name: str
    count: int
    words: tuple[str, ...]
    why: str
    lands: str
    instead: str
    fine: str


@dataclass(frozen=True, kw_only=True, slots=True)
class GoodCard:
    """Something good, in how many lines, and one of them."""

    name: Promise
    count: int
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RequestCard:
    """A request, and which of its pieces are not said."""

    text: str
    missing: tuple[Promise, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnCard:
    """Everything that the page says about somebody's own messages."""

    total: int
    household: int
    each_other: int
    neither: int
    good: tuple[GoodCard, ...]
    risky: tuple[RiskyCard, ...]
    requests: int
    unclear: int
    open_requests: tuple[RequestCard, ...]
    lines: tuple[LineCard, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One message as it was heard."""

    text: str
    heard: Heard
    reading: Reading
    about: About


def own_card(own: Own) -> OwnCard:
    """Read somebody's own messages. Raises what the ear raises, NotInTime and Deaf."""
    lines = list(_read(own))
    counts = Counter(one.about for one in lines)
    asked = list(_requests(lines))
    unclear = [one for one in asked if one.missing]
    return OwnCard(
        total=len(lines),
        household=counts[About.LOGISTICS],
        each_other=counts[About.CONNECTION],
        neither=counts[About.NEITHER],
        good=tuple(_good(lines)),
        risky=tuple(_risky(lines)),
        requests=len(asked),
        unclear=len(unclear),
        open_requests=tuple(unclear[:MOST_REQUESTS]),
        lines=tuple(_line_card(at, one) for at, one in enumerate(lines, start=1)),
    )


def without_landing(card: OwnCard) -> OwnCard:
    """Leave unsaid how words may land, as `second_look` does where the other is not spoken of."""
    return replace(card, risky=tuple(replace(one, lands="") for one in card.risky))


def _read(own: Own) -> Iterator[Line]:
    """Hear each message by itself, the same words once, as long as there is time for all."""
    ends = monotonic() + ALL_SECONDS
    known: dict[str, tuple[Heard, Reading]] = {}
    for text, said in zip(own.lines, own.said, strict=True):
        if text not in known:
            known[text] = ears.room().ask(_hearing(text), min(LINE_SECONDS, ends - monotonic()))
        heard, reading = known[text]
        yield Line(text=text, heard=heard, reading=reading, about=said or heard.about)


def _hearing(text: str) -> Callable[[ears.Ears], tuple[Heard, Reading]]:
    return lambda ear: (ear.hear_about(text), ear.read_patterns(text))


def _good(lines: Sequence[Line]) -> Iterator[GoodCard]:
    """Give what is to each other, by its way; where somebody put a line there, its way is open."""
    warm = [one for one in lines if one.about is one.heard.about is About.CONNECTION]
    for way in WAYS:
        of_it = [one for one in warm if one.heard.way is way]
        if of_it:
            yield GoodCard(name=WAY_WORDS[way], count=len(of_it), words=of_it[0].text)


def _risky(lines: Sequence[Line]) -> Iterator[RiskyCard]:
    """Give the kinds that come up most, at most three; an unclear request is told elsewhere."""
    words: dict[Kind, list[str]] = {kind: [] for kind in KINDS}
    first: dict[Kind, str] = {}
    for one in lines:
        spans = {each.kind: each for each in reversed(one.reading.patterns)}
        for kind, span in spans.items():
            words[kind].append(one.text[span.starts : span.ends])
            first.setdefault(kind, one.text)
    left_out = NEVER_SHOWN | {Kind.VAGUE}
    book = load_landing()
    is_harmed = any(tells_of_harm(one.text, book) for one in lines)  # then none may land softer
    there = [kind for kind in KINDS if words[kind] and kind not in left_out]
    for kind in sorted(there, key=lambda one: -len(words[one]))[:MOST_KINDS]:
        reason = reasons()[kind]
        yield RiskyCard(
            name=reason.name,
            count=len(words[kind]),
            words=tuple(dict.fromkeys(words[kind]))[:MOST_WORDS],
            why=reason.why[0],
            lands="" if is_harmed else landing(first[kind], [kind], book),
            instead=reason.instead[0],
            fine=reason.ok_when,
        )


def _requests(lines: Sequence[Line]) -> Iterator[RequestCard]:
    for one in lines:
        if one.about is About.CONNECTION:
            continue  # nobody owes a date to "hold me"
        is_vague = any(each.kind is Kind.VAGUE for each in one.reading.patterns)
        request = request_in(one.text, load_clarity(), is_vague=is_vague)
        if request is not None:
            missing = tuple(PIECE_WORDS[piece] for piece in request.missing)
            yield RequestCard(text=one.text, missing=missing)


def _line_card(number: int, line: Line) -> LineCard:
    choices = ((one.value, ABOUT_WORDS[one], one is line.about) for one in ABOUTS)
    return LineCard(number=number, text=line.text, choices=tuple(choices))
