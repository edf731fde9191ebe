"""What kind of roster some bytes are."""

import pytest

from aftershift.engines.rosters.forms import Form, form_of

GRID = b"Name,19/10/2026,20/10/2026,21/10/2026\nJo Ash,N,N,-\n"


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (b"BEGIN:VCALENDAR\r\n", "", Form.CALENDAR),
        (b"\xef\xbb\xbf\nbegin:vcalendar\n", "roster.txt", Form.CALENDAR),
        (b"not a calendar", "roster.ics", Form.CALENDAR),
        (GRID, "rota.csv", Form.TABLE),
        (GRID, "", Form.TABLE),
        (GRID.replace(b",", b"\t"), "rota.txt", Form.TABLE),
        (b"PK\x03\x04\x00", "rota.xlsx", Form.TABLE),
        (b"%PDF-1.7", "rota.pdf", Form.TABLE),
        (b"\x89PNG\r\n\x1a\n\x00", "photo.png", Form.TABLE),
        (b"D D N N - -", "", Form.LINE),
        (b"D, D, N, N\nD, D, -, -\n", "", Form.LINE),
        (b"", "", Form.LINE),
    ],
)
def test_a_roster_is_told_by_its_bytes_then_its_name_then_its_lines(
    data: bytes, name: str, form: Form
) -> None:
    assert form_of(data, name) is form
