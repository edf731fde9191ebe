"""What is proposed for a week unasked: fit first, then what helped, and never what was refused."""

from aftershift.engines.coach.choosing import HELPED
from aftershift.engines.coach.proposing import SMALL, Suits, proposed
from aftershift.engines.coach.state import Known
from aftershift.library.evidence import load_evidence
from aftershift.library.week import load_week

PRACTICES = [one.practice for one in load_week().moments]
NIGHTS = Suits(situation="reconnect-after-nights", because="there are nights in your week")


def names(*week: Suits, known: Known | None = None, refused: tuple[str, ...] = ()) -> list[str]:
    found = proposed(PRACTICES, week, known or Known(), refused)
    return [practice.id for practice, _why in found]


def test_what_the_rosters_ask_for_comes_first_and_says_so() -> None:
    found = proposed(PRACTICES, (NIGHTS,), Known(), ())
    first, why = found[0]
    assert NIGHTS.situation in first.situations
    assert why == NIGHTS.because
    assert found[-1][1] == SMALL


def test_what_helped_comes_before_what_fits_about_as_well() -> None:
    usual = names(NIGHTS)
    found = proposed(PRACTICES, (NIGHTS,), Known(helped={usual[2]: 1}), ())
    assert (found[0][0].id, found[0][1]) == (usual[2], HELPED)


def test_what_was_put_away_or_made_things_worse_is_not_proposed() -> None:
    usual = names(NIGHTS)
    assert usual[0] not in names(NIGHTS, refused=(usual[0],))
    assert usual[0] not in names(NIGHTS, known=Known(helped={usual[0]: -2}))


def test_what_is_for_two_is_not_proposed_where_it_was_put_away() -> None:
    practices = load_evidence().practices
    found = names(NIGHTS, known=Known(is_two=False))
    assert found
    assert all("violence" not in practices[name].stops for name in found)


def test_the_same_week_has_the_same_proposals() -> None:
    assert names(NIGHTS) == names(NIGHTS)
