"""What somebody asks of the shelf, and which practices answer."""

import pytest
from tests.engines.evidence.practice import ONE, practice

from aftershift.engines.evidence.browsing import Wish, browse, grants, searchable, stems
from aftershift.engines.evidence.practices import Company, Grade, Term

PROGRAMME = practice(id="self.course", name="A course", minutes=0, company=Company.ALONE)
ANYWHERE = practice(places=("anywhere",))
HARD = practice(energy="much")


@pytest.mark.parametrize(
    ("one", "wish", "fits"),
    [
        (ONE, Wish(), True),
        (ONE, Wish(minutes=5), True),
        (ONE, Wish(minutes=30), True),
        (ONE, Wish(minutes=1), False),
        (ONE, Wish(minutes=0), False),
        (PROGRAMME, Wish(minutes=0), True),
        (PROGRAMME, Wish(minutes=30), False),
        (ONE, Wish(place="home"), True),
        (ONE, Wish(place="work"), False),
        (ANYWHERE, Wish(place="work"), True),
        (ONE, Wish(energy="low"), True),
        (ONE, Wish(energy="much"), True),
        (HARD, Wish(energy="some"), False),
        (ONE, Wish(company=Company.TOGETHER), True),
        (ONE, Wish(company=Company.APART), False),
        (ONE, Wish(scope="family"), True),
        (ONE, Wish(scope="team"), False),
        (ONE, Wish(minutes=5, place="home", energy="low", company=Company.ALONE), False),
    ],
)
def test_a_practice_is_all_that_is_wished_for_or_it_is_not_shown(one, wish, fits) -> None:
    assert grants(one, wish) is fits


SHELF = {
    one.id: one
    for one in (
        ONE,
        PROGRAMME,
        practice(id="self.walk", name="A walk", about="You walk after quarrels.", steps=("Walk.",)),
        practice(id="team.vent", name="Venting", about="You all shout.", grade=Grade.E),
        practice(id="team.board", name="A board", about="You write.", situations=("missed",)),
    )
}
TERMS = (Term(id="sip", term="sipping", plain="To drink a little.", source="", see=("self.walk",)),)
WORDS = searchable(SHELF.values(), TERMS, {"missed": "I missed her birthday"})


def found(asked: str, wish: Wish | None = None) -> list[str]:
    return [one.id for one in browse(SHELF, wish or Wish(), asked, WORDS)]


def test_without_words_it_goes_by_name_and_leaves_out_what_is_not_recommended() -> None:
    assert found("") == ["team.board", "self.course", "self.walk", "partner.tea"]


def test_what_is_not_recommended_can_be_looked_up() -> None:
    assert found("shouting") == ["team.vent"]


@pytest.mark.parametrize(
    ("asked", "finds"),
    [
        ("quarrel", ["self.walk"]),
        ("Quarrelling!", []),  # a crude cut: "quarrell"
        ("missed birthdays", ["team.board"]),  # by how people tell the situation
        ("sipping", ["self.walk"]),  # by a term that belongs to it
        ("zzz", []),
        ("  ...  ", ["team.board", "self.course", "self.walk", "partner.tea"]),
        ("you", []),  # stands everywhere and says nothing
    ],
)
def test_words_find_what_shares_them(asked, finds) -> None:
    assert found(asked) == finds


def test_words_and_a_wish_hold_together() -> None:
    assert found("quarrel", Wish(place="work")) == []
    assert found("quarrel", Wish(place="home")) == ["self.walk"]


def test_an_ending_is_cut_only_where_a_word_is_left() -> None:
    assert stems("Thanks, breathing, being, yes, SBAR!") == [
        "thank",
        "breath",
        "being",
        "yes",
        "sbar",
    ]
