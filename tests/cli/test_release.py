"""No release goes out with a telephone line that nobody checked lately."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from aftershift.cli import release
from aftershift.cli.main import main
from aftershift.engines.safety.resources import RELEASE_DAYS, Country
from aftershift.library.resources import countries

LAST_CHECK = max(line.checked for country in countries() for line in country.lines)


def with_a_line_checked(days: int, before: date) -> tuple[Country, ...]:
    """Give one country, one line of which was checked so many days before."""
    country = next(one for one in countries() if one.code == "gb")
    checked = before - timedelta(days=days)
    lines = (country.lines[0], replace(country.lines[1], checked=checked))
    return (replace(country, lines=lines),)


def test_a_release_on_the_day_of_the_last_check_may_go_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["release", "--on", LAST_CHECK.isoformat()]) == 0
    assert "may go out, all" in capsys.readouterr().out


def test_a_release_with_a_line_ninety_one_days_old_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    day = LAST_CHECK
    old = with_a_line_checked(RELEASE_DAYS + 1, day)
    monkeypatch.setattr(release, "countries", lambda: old)
    assert main(["release", "--on", day.isoformat()]) == 1
    said = capsys.readouterr().out
    assert f"{old[0].lines[1].id}: checked 91 days before" in said
    assert "refused, 1 of 2 lines" in said


def test_a_line_ninety_days_old_may_still_go_out(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = with_a_line_checked(RELEASE_DAYS, LAST_CHECK)
    monkeypatch.setattr(release, "countries", lambda: fresh)
    assert main(["release", "--on", LAST_CHECK.isoformat()]) == 0
