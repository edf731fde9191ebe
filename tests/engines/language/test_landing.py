"""How words may land: which line, where, and when there is none."""

from dataclasses import replace

import pytest

from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.kinds import KINDS, Kind, PatternError
from aftershift.engines.language.landing import (
    KEEPS_QUIET,
    LandingBook,
    Lines,
    Phrases,
    Sign,
    landing,
    place_of,
)
from aftershift.library.landing import load_landing

BOOK = load_landing()
FOUR = tuple(f"It may land {n}." for n in ("well", "hard", "late", "soft"))


@pytest.mark.parametrize(
    ("said", "kinds", "kind", "place"),
    [
        ("You never help.", (Kind.ABSOLUTES,), Kind.ABSOLUTES, None),
        ("You never empty the dishwasher.", (Kind.ABSOLUTES,), Kind.ABSOLUTES, "home"),
        ("You never give a proper handover.", (Kind.ABSOLUTES,), Kind.ABSOLUTES, "ward"),
        ("Handover was late and so was our dinner tonight.", (Kind.BLAME,), Kind.BLAME, None),
        ("You never help, lazy thing.", (Kind.ABSOLUTES, Kind.CONTEMPT), Kind.CONTEMPT, None),
        ("Be here or else.", (Kind.DEMAND_WITHDRAW, Kind.THREAT), Kind.THREAT, None),
        ("Be here or else.", (Kind.CONTEMPT, Kind.CONTROL, Kind.THREAT), Kind.THREAT, None),
        ("Someone should sort it.", (Kind.VAGUE, Kind.BLAME), Kind.VAGUE, None),
    ],
)
def test_one_line_is_said_of_the_gravest_or_else_the_first_where_it_is_said(
    said: str, kinds: tuple[Kind, ...], kind: Kind, place: str | None
) -> None:
    assert landing(said, kinds, BOOK) in BOOK.lines[kind].of(Sign(place) if place else None)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_words_get_the_same_line_and_others_get_others(kind: Kind) -> None:
    said = [f"Number {n} was left out." for n in range(40)]
    lines = [landing(one, (kind,), BOOK) for one in said]
    assert lines == [landing(one.upper(), (kind,), BOOK) for one in said]
    assert set(lines) == set(BOOK.lines[kind].says)


@pytest.mark.parametrize(
    ("said", "sign"),
    [
        ("You always say sorry after you grab my arm.", Sign.DONE),
        ("Stop reading my diary.", Sign.DONE),
        ("You always slam doors and I am scared.", Sign.FEAR),
        ("I'll never do it again, be home late I mean.", Sign.FEAR),
        ("You hit him again.", Sign.VIOLENCE),
        ("There is a tracker in the car again, as always.", Sign.CONTROL),
        ("I am not allowed out, as always.", Sign.CONTROL),
        ("It was never fair to shout at us in front of the team.", Sign.BULLYING),
        ("That was bullying, and it is always the juniors.", Sign.BULLYING),
        ("That joke was racist, like all of them.", Sign.RACISM),
        ("Matron, you never answer.", Sign.POWER),
        ("As my manager you never asked.", Sign.POWER),
    ],
)
def test_whoever_is_afraid_hurt_slighted_or_below_gets_no_line(said: str, sign: Sign) -> None:
    assert sign in BOOK.signs_in(clean(said).text) & KEEPS_QUIET
    assert [landing(said, (kind,), BOOK) for kind in KINDS] == [""] * len(KINDS)


def test_nothing_is_said_where_nothing_was_found() -> None:
    assert landing("You never help.", (), BOOK) == ""


@pytest.mark.parametrize(
    ("signs", "place"),
    [
        ({Sign.HOME}, Sign.HOME),
        ({Sign.WARD}, Sign.WARD),
        ({Sign.HOME, Sign.WARD}, None),
        (set(), None),
        ({Sign.FEAR}, None),
    ],
)
def test_a_place_is_known_only_where_one_of_both_shows(
    signs: set[Sign], place: Sign | None
) -> None:
    assert place_of(frozenset(signs)) is place


@pytest.mark.parametrize(
    "line", ["It lands hard.", "You are cold, and it may show.", "Your tone may hurt."]
)
def test_a_line_that_is_sure_or_about_the_writer_is_refused(line: str) -> None:
    with pytest.raises(PatternError, match="says no 'may', or is about the writer"):
        Lines(id=Kind.BLAME, says=(*FOUR, line), home=FOUR, ward=FOUR)


def test_a_kind_with_too_few_different_lines_is_refused() -> None:
    with pytest.raises(PatternError, match="4 different lines"):
        Lines(id=Kind.BLAME, says=FOUR, home=FOUR[:3] * 2, ward=FOUR)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"finds": ("nothing of it",)}, "does not find 'nothing of it'"),
        ({"spares": ("on the ward",)}, "finds 'on the ward'"),
        ({"spares": ()}, "are needed"),
    ],
)
def test_phrases_are_held_against_their_sentences(
    changed: dict[str, tuple[str, ...]], reason: str
) -> None:
    made = Phrases(sign=Sign.WARD, says=("the ward",), finds=("the ward",), spares=("home",))
    with pytest.raises(PatternError, match=reason):
        replace(made, **changed)  # type: ignore[arg-type]


def test_a_book_without_a_kind_or_a_sign_is_refused() -> None:
    lines = dict(BOOK.lines)
    with pytest.raises(PatternError, match="every sign"):
        LandingBook(lines, BOOK.phrases[1:])
    del lines[Kind.BLAME]
    with pytest.raises(PatternError, match="every kind"):
        LandingBook(lines, BOOK.phrases)
