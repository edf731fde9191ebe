"""The shelf of the pocket: whole, plain, fit to be shown, and careful about waking up."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.library.readability import reading_age

from aftershift.engines.evidence.practices import Company
from aftershift.engines.pocket.fitting import Wish, fitting
from aftershift.engines.pocket.guides import After
from aftershift.engines.safety.output_check import Speaker, check
from aftershift.library.output import load_output
from aftershift.library.pocket import ROOMS, SHELF, load_cards, load_rooms
from aftershift.library.shelf import ContentError

NOT_SAID = re.compile(r"[!\u2013\u2014\d]| - |\bstreak|\bwell done|\bjust\b|\bcalorie", re.I)


def ours() -> Iterator[str]:
    """Give every word that we say ourselves."""
    for room in load_rooms().values():
        yield from (room.title, room.lead, room.sayings_title, room.sayings_lead)
        for guide in room.guide:
            yield from (guide.name, guide.about, *guide.not_for)
            yield from (step.says for one in guide.versions for step in one.steps)
        yield from (one.when for one in room.saying)


def offered() -> Iterator[str]:
    """Give every word that somebody may send or print."""
    for room in load_rooms().values():
        yield from (one.says for one in room.saying)
        for guide in room.guide:
            yield from (step.send for one in guide.versions for step in one.steps if step.send)
    for card in load_cards():
        yield from (card.says, card.lies)


def test_every_word_is_plain_and_may_leave() -> None:
    said = [one for one in ours() if one]
    sent = list(offered())
    assert len(said) > 250
    assert len(sent) > 25
    assert [one for one in said + sent if NOT_SAID.search(one)] == []
    assert [one for one in said if check(one, load_output())] == []
    assert [one for one in sent if check(one, load_output(), speaker=Speaker.SCRIPT)] == []
    assert reading_age(" ".join(said)) <= 12


def test_the_steps_of_a_guide_are_short_enough_for_a_corridor() -> None:
    steps = [
        step.says
        for room in load_rooms().values()
        for guide in room.guide
        for one in guide.versions
        for step in one.steps
    ]
    assert [one for one in steps if len(one.split()) > 28] == []


@pytest.mark.parametrize("minutes", [2, 5, 10, 15, 20])
@pytest.mark.parametrize("after", list(After))
def test_every_break_holds_something_and_nothing_that_is_longer(minutes: int, after: After) -> None:
    guides = load_rooms()["break"].guide
    assert len(fitting(guides, Wish(minutes=minutes, after=after))) >= 5
    found = fitting(guides, Wish(minutes=minutes))
    assert max(one.versions[0].minutes for one in found) == minutes
    full = fitting(guides, Wish(minutes=minutes, after=after))
    assert full[0].versions[0].minutes == minutes


def test_nobody_is_sent_from_shut_eyes_to_a_wheel_or_a_patient() -> None:
    """Grogginess on waking is real (practice self.night-nap: ten minutes to wake)."""
    rooms = load_rooms().values()
    naps = [one for room in rooms for one in room.guide if "eyes shut" in repr(one.versions)]
    assert [one.practice for one in naps] == ["self.night-nap"]
    for one in naps:
        assert set(one.never_before) == {After.CARE, After.WHEEL}
        *_, up, last = one.versions[0].steps
        assert up.seconds + last.seconds >= 600
        assert "alarm" in one.versions[0].steps[0].says


def test_slow_breath_and_attention_are_kept_from_the_wheel() -> None:
    for room in load_rooms().values():
        for one in room.guide:
            if one.practice in ("self.slow-breath", "self.mind-body-course"):
                assert any("wheel" in each for each in one.not_for), one.id


def test_every_mix_of_company_and_place_has_a_few_minutes_for_somebody() -> None:
    guides = load_rooms()["moments"].guide
    for place in ("home", "work", "bed", "travel"):
        assert fitting(guides, Wish(place=place, minutes=2, energy="low")), place
    for company in (Company.TOGETHER, Company.APART):
        assert len(fitting(guides, Wish(company=company, minutes=5))) >= 5
    assert any(one.phones_down and one.versions[0].minutes == 5 for one in guides)


def test_the_rooms_are_what_they_say() -> None:
    rooms = load_rooms()
    assert tuple(rooms) == ROOMS
    assert len(rooms["tools"].guide) == 7
    assert len({one.practice for one in rooms["tools"].guide}) == 7
    lengths = [[each.minutes for each in one.versions] for one in rooms["practise"].guide]
    assert lengths == [[1, 3, 10]] * 3
    (minute,) = rooms["minute"].guide
    assert [one.seconds for one in minute.versions] == [60]
    (door,) = rooms["door"].guide
    assert [one.minutes for one in door.versions] == [2, 5, 10]
    season = rooms["season"]
    assert {one.practice for one in season.guide} >= {"self.light-dark", "family.absent-ritual"}
    assert {one.company for one in season.guide} == set(Company)
    assert len(season.saying) == 4
    assert [one.when for one in rooms["door"].saying][:2] == ["Ready", "Not yet"]


@pytest.mark.parametrize(
    ("file", "was", "becomes", "reason"),
    [
        (
            "break",
            'practice = "self.micro-break"',
            'practice = "self.luck"',
            "rests on no practice",
        ),
        (
            "break",
            'practice = "self.micro-break"',
            'practice = "team.vent"',
            "rests on no practice",
        ),
        ("break", "seconds = 20", "seconds = 21", "121 seconds are not 2 minutes"),
        ("tools", 'id = "name-it"', 'id = "one-word"', "is there twice"),
        ("minute", "[[saying]]", "colour = 1\n[[saying]]", "colour"),
    ],
)
def test_a_shelf_with_a_fault_does_not_load(
    tmp_path: Path, file: str, was: str, becomes: str, reason: str
) -> None:
    shelf = shutil.copytree(SHELF, tmp_path / "pocket")
    path = shelf / f"{file}.toml"
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=reason):
        load_rooms(shelf)
