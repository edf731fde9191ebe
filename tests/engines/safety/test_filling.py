"""Lines are put into what is said by country and purpose; a missing one is named as missing."""

from datetime import date

import pytest

from aftershift.engines.safety.filling import MISSING, OPEN_LINE, SILENT, filled
from aftershift.engines.safety.protocols import SLOTS
from aftershift.engines.safety.resources import Country, Grade, Line, Purpose, Source
from aftershift.library.resources import countries

TODAY = date(2026, 11, 26)


def line(purpose: Purpose, **more: str) -> Line:
    source = Source(address="x", kind="operator", page_date="undated")
    return Line(
        id=f"xx-{purpose}", purpose=purpose, name=more.pop("name", "Helpers"), grade=Grade.PRIMARY,
        checked=TODAY, sources=(source,), **more,
    )  # fmt: skip


def country(*lines: Line, note: str = "") -> Country:
    first = line(Purpose.EMERGENCY, name="Emergency", phone="112", note=note)
    return Country(code="xx", name="Ruritania", lines=(first, *lines))


ALWAYS = line(Purpose.CRISIS, name="Night Line", phone="0800 1", hours="day and night")
DAYS = line(Purpose.CRISIS, name="Day Line", phone="0800 2", hours="weekdays")
WOMEN = line(Purpose.VIOLENCE, name="Refuge", phone="0800 3", audience="women")


LIST = "findahelpline.com opens the current list."
NONE_HERE = f"Ruritania: a crisis line that we could check is missing here. {LIST}"
HERS = f"Refuge (for women), 0800 3. For anybody else, {LIST}"


@pytest.mark.parametrize(
    ("bubble", "of", "text"),
    [
        ("Call {emergency} now.", country(), "Call 112 now."),
        ("{crisis}", country(DAYS, ALWAYS), "Night Line, 0800 1, day and night."),
        ("{crisis}", country(DAYS), f"Day Line, 0800 2, weekdays. Lines here change: {LIST}"),
        ("{violence}", country(WOMEN), HERS),
        ("{crisis}", country(), NONE_HERE),
        ("{silent}", country(note="Cannot speak? Press 55."), "Cannot speak? Press 55."),
        ("{silent}", country(note="Every country answers it."), OPEN_LINE),
        ("Ask. Then: {violence}", country(WOMEN), f"Ask. Then: {HERS}"),
        ("Call {emergency}.", None, "Call your emergency number (112, 911, 999, 000 or 111)."),
    ],
)  # fmt: skip
def test_a_bubble_is_filled_for_its_country(bubble: str, of: Country | None, text: str) -> None:
    (shown,) = filled([bubble], of, TODAY)
    assert shown.text == text
    assert shown.directory is ("findahelpline.com" in text)


NUMBER = "your emergency number (112, 911, 999, 000 or 111)"
LISTED = "findahelpline.com lists the lines of your country."
LISTENS = f"Somebody who listens, day and night: {LISTED}"
DANGER = f"In danger now: {NUMBER}."


@pytest.mark.parametrize(
    ("bubbles", "said"),
    [
        (["I hear you.", "At night: {crisis}"], ["I hear you.", DANGER, LISTENS]),
        (["Call {emergency}.", "{crisis}"], [f"Call {NUMBER}.", LISTENS]),
        (["{youth}", "At any hour: {crisis}"], [DANGER, LISTENS]),
        (["Colleagues: {health_worker}", "At night: {crisis}"], [DANGER, LISTENS]),
        (["{emergency} first, then {violence}"], [f"{NUMBER} first, then {LISTED}"]),
        (["Call {emergency}.", "Swallowed: {poison}"], [f"Call {NUMBER}."]),
        (["For a chat: {directory}"], ["For a chat: findahelpline.com"]),
    ],
)  # fmt: skip
def test_without_a_country_a_number_and_the_list_are_named_once(
    bubbles: list[str], said: list[str]
) -> None:
    assert [one.text for one in filled(bubbles, None, TODAY)] == said


def test_an_answer_without_lines_is_said_as_it_is() -> None:
    assert [one.text for one in filled(["Who is near?"], None, TODAY)] == ["Who is near?"]


def test_in_an_overdose_nothing_is_said_of_a_missing_poison_line() -> None:
    bubbles = ["Call {emergency}.", "If it was taken: {poison}", "Who is near?"]
    assert [one.text for one in filled(bubbles, country(), TODAY)] == ["Call 112.", "Who is near?"]
    known = country(line(Purpose.POISON, name="Poison Line", phone="0800 4"))
    assert filled(bubbles, known, TODAY)[1].text == "If it was taken: Poison Line, 0800 4."


def test_what_can_be_dialled_comes_with_the_words() -> None:
    emergency, crisis = filled(["{emergency}", "{crisis}"], country(DAYS, ALWAYS), TODAY)
    assert [one.dial for one in emergency.lines] == ["112"]
    assert {one.dial for one in crisis.lines} == {"08001", "08002"}


@pytest.mark.parametrize("slot", sorted(SLOTS))
@pytest.mark.parametrize("of", [*countries(), None], ids=lambda one: one.code if one else "nowhere")
def test_every_place_is_filled_in_every_country(slot: str, of: Country | None) -> None:
    shown = filled([f"{{{slot}}}"], of, TODAY)
    assert shown or slot in SILENT
    assert all(one.text and "{" not in one.text for one in shown)
    assert slot in ("emergency", "silent", "directory") or slot in MISSING
