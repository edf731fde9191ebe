"""What the pages of the reading room show. All of it is read from the shelf."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from django.utils.functional import Promise

from aftershift.engines.evidence.browsing import Wish, browse
from aftershift.engines.evidence.linking import Linker, Piece
from aftershift.engines.evidence.practices import Grade, Myth, Practice, Source, Term
from aftershift.library.evidence import evidence_words, load_evidence
from aftershift.library.pack import this_pack
from aftershift.web.reading import words


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One practice in a list."""

    slug: str
    name: str
    about: str
    grade: Grade
    length: Promise
    company: Promise


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """The practices of one scope."""

    scope: str
    title: Promise
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class HomePage:
    """The whole shelf in groups, or what was found where something was asked."""

    count: int
    is_asked: bool
    is_narrowed: bool
    by_words: bool
    found: tuple[Line, ...]
    groups: tuple[Group, ...]
    warned: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceCard:
    """Where something comes from; `doi_address` is empty unless somebody saw it resolve."""

    cite: str
    finding: str
    checked: Promise
    doi: str
    doi_address: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TermCard:
    """A word of the trade, and the practices that have to do with it."""

    id: str
    term: str
    plain: str
    source: SourceCard | None
    see: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PracticePage:
    """One practice, its texts in pieces of which some lead to the glossary."""

    practice: Practice
    line: Line
    about: tuple[Piece, ...]
    steps: tuple[tuple[Piece, ...], ...]
    fits: tuple[tuple[Piece, ...], ...]
    not_for: tuple[tuple[Piece, ...], ...]
    smaller: tuple[Piece, ...]
    places: tuple[Promise, ...]
    scopes: tuple[Promise, ...]
    energy: Promise
    directness: Promise
    harm: Promise
    sources: tuple[SourceCard, ...]
    terms: tuple[TermCard, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MythCard:
    """What many have heard, and what can be said of it."""

    id: str
    heard: str
    say: str
    reviewed: date
    sources: tuple[SourceCard, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class MythChapter:
    """What stands alike."""

    verdict: Promise
    myths: tuple[MythCard, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """How many of the shelf are so."""

    words: Promise
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class GradeCard:
    """A grade, its rule, and how many practices have it."""

    grade: Grade
    rule: Promise
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class GradesPage:
    """The rule, how the shelf is spread over it, and what was read for it."""

    grades: tuple[GradeCard, ...]
    directness: tuple[Share, ...]
    harm: tuple[Share, ...]
    practices: int
    sources: int
    read: int
    remembered: int
    with_doi: int
    last: date
    version: str


def home_page(wish: Wish, asked: str) -> HomePage:
    """Show the whole shelf, or what answers a search."""
    practices = load_evidence().practices
    is_asked = bool(asked) or not wish.is_open
    offered = browse(practices, Wish(), "", evidence_words())
    found = browse(practices, wish, asked, evidence_words()) if is_asked else ()
    warned = [one for one in practices.values() if not one.is_offered]
    return HomePage(
        count=len(practices),
        is_asked=is_asked,
        is_narrowed=not wish.is_open,
        by_words=bool(asked),
        found=_lines(found),
        groups=() if is_asked else _groups(offered),
        warned=() if is_asked else _lines(warned),
    )


def practice_page(slug: str) -> PracticePage | None:
    """Show one practice; None where no practice has this name."""
    shelf = load_evidence()
    one = next((each for each in shelf.practices.values() if each.slug == slug), None)
    if one is None:
        return None
    linker = Linker(shelf.terms.values())  # goes down the page, as the arguments do
    return PracticePage(
        practice=one,
        line=_line(one),
        about=linker.pieces(one.about),
        steps=tuple(map(linker.pieces, one.steps)),
        smaller=linker.pieces(one.smaller),
        fits=tuple(map(linker.pieces, one.triggers)),
        not_for=tuple(map(linker.pieces, one.not_for)),
        places=tuple(words.WHERE[place] for place in one.places),
        scopes=tuple(words.SCOPES[scope] for scope in one.scope),
        energy=words.TAKES[one.energy],
        directness=words.DIRECTNESS[one.directness],
        harm=words.HARM[one.harm_risk],
        sources=_sources(one.sources),
        terms=tuple(_term(term) for term in _terms_of(one, linker.met)),
    )


def myth_chapters() -> tuple[MythChapter, ...]:
    """Gather what many have heard by how it stands."""
    myths = load_evidence().myths.values()
    return tuple(
        MythChapter(verdict=title, myths=tuple(_myth(one) for one in myths if one.verdict == name))
        for name, title in words.VERDICTS.items()
    )


def term_cards() -> tuple[TermCard, ...]:
    """Give the words of the trade by the alphabet."""
    terms = load_evidence().terms.values()
    return tuple(_term(one) for one in sorted(terms, key=lambda one: one.term.casefold()))


def grades_page() -> GradesPage:
    """Count how the shelf stands today."""
    shelf = load_evidence()
    practices, sources = tuple(shelf.practices.values()), shelf.sources.values()
    graded = Counter(one.grade for one in practices)
    checked = Counter(one.checked for one in sources)
    return GradesPage(
        grades=tuple(
            GradeCard(grade=grade, rule=rule, count=graded[grade])
            for grade, rule in words.RULES.items()
        ),
        directness=_shares(practices, words.DIRECTNESS, lambda one: one.directness),
        harm=_shares(practices, words.HARM, lambda one: one.harm_risk),
        practices=len(practices),
        sources=len(sources),
        read=checked["excerpt"],
        remembered=checked["memory"],
        with_doi=sum(1 for one in sources if one.doi),
        last=max(one.reviewed for one in practices),
        version=this_pack().version,
    )


def _groups(practices: Iterable[Practice]) -> tuple[Group, ...]:
    """Put each practice with the first of its scopes, so that none is met twice."""
    firsts: dict[str, list[Practice]] = {scope: [] for scope in words.SCOPES}
    for one in practices:
        firsts[one.scope[0]].append(one)
    return tuple(
        Group(scope=scope, title=words.SCOPES[scope], lines=_lines(its))
        for scope, its in firsts.items()
        if its
    )


def _lines(practices: Iterable[Practice]) -> tuple[Line, ...]:
    return tuple(_line(one) for one in practices)


def _line(one: Practice) -> Line:
    return Line(
        slug=one.slug,
        name=one.name,
        about=one.about,
        grade=one.grade,
        length=words.LENGTHS[one.minutes],
        company=words.COMPANY[one.company],
    )


def _terms_of(one: Practice, met: Iterable[str]) -> list[Term]:
    """Give the terms that belong to a practice or are met in its words."""
    return [term for term in load_evidence().terms.values() if one.id in term.see or term.id in met]


def _term(term: Term) -> TermCard:
    shelf = load_evidence()
    source = shelf.sources.get(term.source)
    return TermCard(
        id=term.id,
        term=term.term,
        plain=term.plain,
        source=_source(source) if source else None,
        see=_lines(shelf.practices[name] for name in term.see),
    )


def _myth(one: Myth) -> MythCard:
    return MythCard(
        id=one.id,
        heard=one.heard,
        say=one.say,
        reviewed=one.reviewed,
        sources=_sources(one.sources),
    )


def _sources(keys: Iterable[str]) -> tuple[SourceCard, ...]:
    return tuple(_source(load_evidence().sources[key]) for key in keys)


def _source(one: Source) -> SourceCard:
    return SourceCard(
        cite=one.cite,
        finding=one.finding,
        checked=words.CHECKED[one.checked],
        doi=one.doi,
        doi_address=f"https://doi.org/{quote(one.doi, safe='/()')}" if one.doi else "",
    )


def _shares(
    practices: Iterable[Practice], names: Mapping[str, Promise], of: Callable[[Practice], str]
) -> tuple[Share, ...]:
    counted = Counter(map(of, practices))
    return tuple(Share(words=words, count=counted[name]) for name, words in names.items())
