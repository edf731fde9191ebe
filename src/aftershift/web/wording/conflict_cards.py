"""What the pages show of a disagreement, sorted, and of the six steps to disagree well."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.wording.conflict import By, Kind, KindWords, Put, propose
from aftershift.engines.wording.disagreeing import Gap, Step
from aftershift.engines.wording.scripts import Strengths
from aftershift.library.evidence import load_evidence
from aftershift.library.together import load_ground_rules
from aftershift.library.wording import load_conflict, load_disagreeing
from aftershift.web.sending.cards import Piece, pieces
from aftershift.web.wording.cards import Variant
from aftershift.web.wording.forms import Thing

BY: Mapping[By, Promise] = {
    By.PERSON: _("You put it here."),
    By.CUES: _("Proposed by the marked words."),
    By.QUESTION: _("Proposed by the question above it."),
}
KEYS = ("soft", "firm", "firmer")


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """A way to another kind."""

    kind: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ThingCard:
    """One thing as it was written, why it stands where it stands, and the ways elsewhere.

    `field` is what the choice is called; `carries` are the other fields that go with it.
    """

    field: str
    pieces: tuple[Piece, ...]
    by: Promise
    moves: tuple[Move, ...]
    carries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class KindCard:
    """One kind with what was put to it, a first sentence, and the ground rule to suggest."""

    words: KindWords
    things: tuple[ThingCard, ...]
    variants: tuple[Variant, ...]
    rule: str
    is_relation: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Why:
    """Why sorting may help, and the sources that say so."""

    lines: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class StepCard:
    """One of the six steps, with its number and its three sentences."""

    number: int
    name: str
    about: str
    more: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class StepsPage:
    """The six steps for a gap, and all six together in each strength."""

    steps: tuple[StepCard, ...]
    whole: tuple[Variant, ...]
    goes_up: bool


def kinds() -> tuple[KindWords, ...]:
    """Give what is said of the three kinds."""
    return tuple(load_conflict().kinds.values())


def why() -> Why:
    """Give why sorting may help."""
    shelf = load_conflict()
    cites = (load_evidence().sources[key].cite for key in shelf.sources)
    return Why(lines=shelf.why, sources=tuple(cites))


def conflict_cards(things: tuple[Thing, ...], *, keeps: Mapping[str, str]) -> tuple[KindCard, ...]:
    """Sort things to their kinds; a kind with nothing in it has no card.

    `keeps` is what a move sends along beside the things: names and values of hidden fields.
    """
    put = {one.place: _put(one) for one in things}
    texts = {one.place: one.text for one in things}
    decided = {f"{one.place}_is": one.decided for one in things if one.decided}
    sends = {**keeps, **texts, **decided}
    return tuple(
        _kind_card(words, [_thing_card(one, put[one.place], sends) for one in here])
        for words in kinds()
        if (here := [one for one in things if put[one.place].kind is words.kind])
    )


def steps_page(gap: Gap) -> StepsPage:
    """Show the six steps for a gap."""
    steps = load_disagreeing().step
    return StepsPage(
        steps=tuple(_step_card(number, one, gap) for number, one in enumerate(steps, 1)),
        whole=_whole([one.of(gap) for one in steps]),
        goes_up=gap is Gap.UP,
    )


def _put(thing: Thing) -> Put:
    if thing.decided:
        return Put(kind=thing.decided, by=By.PERSON)
    return propose(thing.text, thing.asked, load_conflict().book)


def _thing_card(thing: Thing, put: Put, sends: Mapping[str, str]) -> ThingCard:
    field = f"{thing.place}_is"
    return ThingCard(
        field=field,
        pieces=tuple(pieces(thing.text, ((hit.starts, hit.ends) for hit in put.hits))),
        by=BY[put.by],
        moves=tuple(
            Move(kind=one.kind.value, name=one.name) for one in kinds() if one.kind is not put.kind
        ),
        carries=tuple((name, value) for name, value in sends.items() if name != field),
    )


def _kind_card(words: KindWords, things: Iterable[ThingCard]) -> KindCard:
    return KindCard(
        words=words,
        things=tuple(things),
        variants=_variants(words.says, words.kind.value),
        rule=next(one.words for one in load_ground_rules() if one.id == words.rule),
        is_relation=words.kind is Kind.RELATION,
    )


def _step_card(number: int, step: Step, gap: Gap) -> StepCard:
    return StepCard(
        number=number,
        name=step.name,
        about=step.about,
        more=step.up_about if gap is Gap.UP else "",
        variants=_variants(step.of(gap), step.id),
    )


def _variants(says: Strengths, of: str) -> tuple[Variant, ...]:
    """Give the three strengths; `of` keeps their keys apart from others on the page."""
    return tuple(
        Variant(key=f"{of}-{key}", name=name, text=text)
        for key, name, text in zip(KEYS, says.names, says.texts, strict=True)
    )


def _whole(steps: Iterable[Strengths]) -> tuple[Variant, ...]:
    """Put the sentences of all steps together, for each strength."""
    by_strength = zip(*(one.texts for one in steps), strict=True)
    names = (_("All six, soft"), _("All six, firm"), _("All six, firmer"))
    return tuple(
        Variant(key=f"all-{key}", name=str(name), text="\n".join(texts))
        for key, name, texts in zip(KEYS, names, by_strength, strict=True)
    )
