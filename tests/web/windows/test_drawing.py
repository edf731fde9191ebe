"""The geometry of the picture: time is width, nothing is hidden, and words say the same."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from aftershift.engines.basics.spans import day_span, minute_of
from aftershift.engines.rosters.shifts import Kind, Shift
from aftershift.engines.sleep.episodes import Episode, SleepKind
from aftershift.engines.sleep.phase import Phase
from aftershift.engines.windows.plan import ItemState, PlanItem
from aftershift.engines.windows.ranking import NotNow, Reason, Window, WindowKind
from aftershift.web.windows.drawing import DayPicture, draw
from aftershift.web.windows.scene import Ribbon, Scene

LONDON = ZoneInfo("Europe/London")
MONDAY = date(2026, 10, 19)
CLOCKS_GO_BACK = date(2026, 10, 25)
CLOCKS_GO_FORWARD = date(2026, 3, 29)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    wall = datetime(day.year, day.month, day.day, tzinfo=LONDON)
    return wall.replace(hour=hour, minute=minute).astimezone(UTC)


def shift(starts: datetime, ends: datetime, code: str = "D", **more) -> Shift:
    values = {"kind": Kind.WORK, "certainty": 1.0, **more}
    return Shift(
        identity=code,
        starts=starts,
        ends=ends,
        exact_starts=starts,
        exact_ends=ends,
        zone="Europe/London",
        code=code,
        **values,
    )


def sleep(starts: datetime, ends: datetime, band: int = 60) -> Episode:
    return Episode(
        starts=starts, ends=ends, kind=SleepKind.NIGHT, asleep_minutes=400, band_minutes=band
    )


def low(cbtmin: datetime, band: float = 1.0) -> Phase:
    return Phase(day=MONDAY, cbtmin=cbtmin, dlmo=cbtmin - timedelta(hours=7), band_hours=band)


def ribbon(name: str = "Jo", **more) -> Ribbon:
    known = (day_span(date(2026, 1, 1), LONDON)[0], day_span(date(2026, 12, 31), LONDON)[1])
    return Ribbon(**{"name": name, "known": known, **more})


def day_of(*ribbons: Ribbon, day: date = MONDAY, **more) -> DayPicture:
    return draw(Scene(zone=LONDON, first=day, last=day, ribbons=ribbons, **more)).days[0]


def placed(picture: DayPicture, kind: str) -> list[tuple[float, float]]:
    """Give the hours from the day's midnight at which shapes of a kind begin and end."""
    hours = picture.minutes / 60
    number = lambda text: float(text.removesuffix("%")) * hours / 100  # noqa: E731
    bars = [bar for bar in (*picture.marks, *picture.bars) if bar.kind == kind]
    return [(round(number(b.x), 2), round(number(b.x) + number(b.width), 2)) for b in bars]


@pytest.mark.parametrize(
    ("first", "widths"),
    [
        (MONDAY, {"100%"}),
        (CLOCKS_GO_BACK - timedelta(days=1), {"96%", "100%"}),
        (CLOCKS_GO_FORWARD, {"95.833%", "100%"}),
    ],
)
def test_a_day_is_as_wide_as_its_hours(first, widths):
    scene = Scene(zone=LONDON, first=first, last=first + timedelta(days=3), ribbons=(ribbon(),))
    assert {day.width for day in draw(scene).days} == widths


def test_the_same_shift_is_equally_long_on_a_day_of_25_hours():
    for day in (MONDAY, CLOCKS_GO_BACK):
        picture = day_of(ribbon(shifts=(shift(at(day, 8), at(day, 20)),)), day=day)
        [(starts, ends)] = placed(picture, "work")
        assert ends - starts == pytest.approx(12)


def test_the_hours_on_the_wall_move_when_the_clocks_do():
    ticks = {tick.label: tick.x for tick in day_of(ribbon(), day=CLOCKS_GO_BACK).ticks}
    assert ticks == {"00": "0%", "06": "28%", "12": "52%", "18": "76%", "24": "100%"}


@pytest.mark.parametrize(
    ("day", "note", "changes"),
    [
        (MONDAY, "", []),
        (CLOCKS_GO_BACK, "25 hours: the clocks go back", [1 + 1]),
        (CLOCKS_GO_FORWARD, "23 hours: the clocks go forward", [1]),
    ],
)
def test_a_clock_change_is_marked_where_it_happens_and_said(day, note, changes):
    picture = day_of(ribbon(), day=day)
    assert picture.note == note
    assert [round(starts) for starts, _ends in placed(picture, "clock-change")] == changes


def test_a_night_shift_goes_on_in_the_next_day():
    night = shift(at(MONDAY, 19, 30), at(MONDAY + timedelta(days=1), 8), code="N")
    scene = Scene(
        zone=LONDON,
        first=MONDAY,
        last=MONDAY + timedelta(days=1),
        ribbons=(ribbon(shifts=(night,)),),
    )
    before, after = draw(scene).days
    assert placed(before, "work") == [(19.5, 24)]
    assert placed(after, "work") == [(0, 8)]
    assert [bar.cut for day in (before, after) for bar in day.bars] == [True, True]
    assert [day.cells[0] for day in (before, after)] == ["work N from 19:30", "work N until 08:00"]


def test_the_way_to_work_and_home_is_drawn_thinner():
    picture = day_of(ribbon(shifts=(shift(at(MONDAY, 8), at(MONDAY, 20)),), commute_minutes=45))
    assert placed(picture, "commute") == [(7.25, 8), (20, 20.75)]
    heights = {bar.kind: bar.height for bar in picture.bars}
    assert heights["commute"] < heights["work"]


@pytest.mark.parametrize(
    ("band", "falling", "solid", "waking"),
    [
        (60, [(0, 2)], [(2, 6)], [(6, 8)]),
        (0, [], [(1, 7)], []),
        (600, [(0, 4)], [], [(4, 10)]),  # never wider than the sleep itself
    ],
)
def test_likely_sleep_is_soft_at_both_ends_by_its_uncertainty(band, falling, solid, waking):
    picture = day_of(ribbon(sleeps=(sleep(at(MONDAY, 1), at(MONDAY, 7), band),)))
    assert placed(picture, "sleep-falling") == falling
    assert placed(picture, "sleep") == solid
    assert placed(picture, "sleep-waking") == waking


def test_alertness_is_a_band_one_step_either_way_and_stops_at_sleep():
    start = day_span(MONDAY, LONDON)[0]
    run = tuple((start + 60 * hour, 5.0) for hour in range(25))
    picture = day_of(ribbon(alertness=run, sleeps=(sleep(at(MONDAY, 10), at(MONDAY, 12), 0),)))
    assert len(picture.bands) == 2
    corners = picture.bands[1].perhaps.split()
    assert (corners[0], corners[-1]) == ("720,38", "720,62")  # KSS 4 and 6 of 1 to 9
    assert picture.bands[1].surely.endswith("1440,100 720,100")


def test_the_body_clocks_low_is_a_point_on_a_line_as_long_as_its_doubt():
    picture = day_of(ribbon(lows=(low(at(MONDAY, 4, 30)),)))
    assert placed(picture, "low-band") == [(3.5, 5.5)]
    assert [starts for starts, _ends in placed(picture, "low")] == [4.5]


def test_a_low_at_midnight_has_its_point_in_one_day_and_its_line_in_two():
    scene = Scene(
        zone=LONDON,
        first=MONDAY,
        last=MONDAY + timedelta(days=1),
        ribbons=(ribbon(lows=(low(at(MONDAY, 23, 50)),)),),
    )
    before, after = draw(scene).days
    assert [len(placed(day, "low")) for day in (before, after)] == [1, 0]
    assert placed(after, "low-band") == [(0, 0.83)]
    assert "low about 23:45" in before.words
    assert "low" not in after.words


@pytest.mark.parametrize(
    ("hour", "minute", "band", "said"),
    [
        (4, 30, 1.0, "about 04:30, give or take 1 h"),
        (4, 36, 0.78, "about 04:30, give or take 45 min"),
        (4, 38, 1.14, "about 04:45, give or take 1 h 15"),
        (23, 56, 0.7, "about 24:00, give or take 45 min"),
    ],
)
def test_the_low_is_said_to_the_quarter_of_an_hour(hour, minute, band, said):
    picture = day_of(ribbon(lows=(low(at(MONDAY, hour, minute), band),)))
    assert picture.cells[0] == f"body clock’s low {said}"


def test_the_low_lies_between_the_work_and_the_alertness_of_its_person():
    shifts = (shift(at(MONDAY, 2), at(MONDAY, 8)),)
    run = ((day_span(MONDAY, LONDON)[0] + 240, 5.0), (day_span(MONDAY, LONDON)[0] + 300, 5.0))
    person = {"shifts": shifts, "alertness": run, "lows": (low(at(MONDAY, 4)),)}
    picture = day_of(ribbon("Jo", **person), ribbon("Sam", **person))
    rows = [(bar.y, bar.y + bar.height) for bar in picture.bars if bar.kind != "low-band"]
    rows += [(band.y, band.y + band.height) for band in picture.bands]
    rows.sort()
    assert len(rows) == 6
    assert all(above[1] <= below[0] for above, below in pairwise(rows))


def test_a_code_that_is_not_certain_stays_open():
    picture = day_of(ribbon(shifts=(shift(at(MONDAY, 9), at(MONDAY, 17), "X", certainty=0.6),)))
    [bar] = [bar for bar in picture.bars if bar.kind == "open"]
    assert bar.label == "X?"
    assert picture.cells[0] == "work X 09:00 to 17:00, not certain"


@pytest.mark.parametrize(
    ("hours", "code", "label", "needs_room"),
    [(12, "LD", "LD", False), (1, "LD", "LD", True), (0.5, "LD", "", False)],
)
def test_a_label_is_written_where_it_fits(hours, code, label, needs_room):
    starts = at(MONDAY, 8)
    picture = day_of(ribbon(shifts=(shift(starts, starts + timedelta(hours=hours), code),)))
    [bar] = [bar for bar in picture.bars if bar.kind == "work"]
    assert (bar.label, bar.label_needs_room) == (label, needs_room)


def test_leave_is_not_drawn_as_work():
    off = shift(at(MONDAY, 0), at(MONDAY, 23), "AL", kind=Kind.OFF)
    picture = day_of(ribbon(shifts=(off,)))
    assert picture.bars == ()
    assert picture.cells[0] == "no work"


def test_somebody_who_does_not_share_times_is_shown_free_and_nothing_else():
    free = ((minute_of(at(MONDAY, 8)), minute_of(at(MONDAY, 12))),)
    picture = day_of(ribbon(), ribbon("Sam", shares_times=False, free=free))
    assert {bar.kind for bar in picture.bars} == {"free"}
    assert picture.cells[1] == "free 08:00 to 12:00"


def test_beyond_the_roster_the_picture_says_that_it_does_not_know():
    until_noon = (day_span(MONDAY, LONDON)[0], minute_of(at(MONDAY, 12)))
    assert placed(day_of(ribbon(known=until_noon)), "unknown") == [(12, 24)]
    picture = day_of(ribbon(known=until_noon), day=MONDAY + timedelta(days=1))
    assert placed(picture, "unknown") == [(0, 24)]
    assert picture.cells[0] == "not known yet"


@pytest.fixture
def evening():
    starts, ends = at(MONDAY, 18), at(MONDAY, 20)
    reason = Reason(kind="both_slept", minutes=360)
    window = Window(starts=starts, ends=ends, kind=WindowKind.TALK, score=90, reasons=(reason,))
    morning = NotNow(starts=at(MONDAY, 9), ends=at(MONDAY, 11), reason=reason, better=None)
    held = PlanItem(
        uid="u",
        kind=WindowKind.TIME,
        starts=at(MONDAY, 13),
        ends=at(MONDAY, 14),
        sequence=0,
        state=ItemState.HELD,
        changed=starts,
    )
    return {"windows": (window,), "not_now": (morning,), "held": (held,)}


@pytest.mark.parametrize("kind", ["window", "not-now", "held"])
def test_what_lies_between_them_bridges_all_ribbons(evening, kind):
    picture = day_of(ribbon(), ribbon("Sam"), **evening)
    [bar] = [bar for bar in picture.bars if bar.kind == kind]
    first, last = (tag.y for tag in picture.tags)
    assert bar.y < first < last < bar.y + bar.height


def test_a_window_bears_its_number_in_the_picture_and_in_the_words(evening):
    picture = day_of(ribbon(), ribbon("Sam"), **evening)
    assert [bar.label for bar in picture.bars if bar.kind == "window"] == ["1"]
    assert picture.cells[-1] == (
        "window 1: Talk 18:00 to 20:00; accepted: Time together 13:00 to 14:00; "
        "not now: 09:00 to 11:00"
    )
    assert picture.words.startswith("Jo: no work. Sam: no work. window 1")


def test_what_was_called_off_is_not_drawn(evening):
    gone = PlanItem(
        uid="u",
        kind=WindowKind.TIME,
        starts=at(MONDAY, 13),
        ends=at(MONDAY, 14),
        sequence=1,
        state=ItemState.CANCELLED,
        changed=at(MONDAY, 8),
    )
    assert day_of(ribbon(), held=(gone,)).bars == ()


def test_today_is_marked_at_this_minute():
    picture = day_of(ribbon(), now=minute_of(at(MONDAY, 8)))
    assert picture.is_today
    assert [starts for starts, _ends in placed(picture, "now")] == [8]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_ribbons_never_lie_on_one_another(count):
    shifts = (shift(at(MONDAY, 8), at(MONDAY, 20)),)
    run = ((day_span(MONDAY, LONDON)[0] + 600, 5.0), (day_span(MONDAY, LONDON)[0] + 660, 5.0))
    people = [ribbon(str(n), shifts=shifts, alertness=run) for n in range(count)]
    picture = day_of(*people)
    rows = [(bar.y, bar.y + bar.height) for bar in picture.bars if bar.kind == "work"]
    rows += [(band.y, band.y + band.height) for band in picture.bands]
    rows.sort()
    assert len(rows) == 2 * count
    assert all(above[1] <= below[0] for above, below in pairwise(rows))
    assert rows[-1][1] <= picture.height


def test_long_names_are_shortened_in_the_picture_only():
    picture = day_of(ribbon("Bartholomew"))
    assert [tag.name for tag in picture.tags] == ["Barth…"]
    assert picture.words.startswith("Bartholomew: ")


def test_the_key_names_only_what_is_drawn():
    night = sleep(at(MONDAY, 1), at(MONDAY, 7))
    scene = Scene(zone=LONDON, first=MONDAY, last=MONDAY, ribbons=(ribbon(sleeps=(night,)),))
    assert draw(scene).kinds == {"sleep-falling", "sleep", "sleep-waking"}
