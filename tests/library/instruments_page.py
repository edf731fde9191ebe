"""The table of docs/instruments.md, as the keys have it today.

    python -m tests.library.instruments_page

writes it anew into the page; a test says when it is due.
"""

from tests.house.test_guards import ROOT

from aftershift.engines.checkins.change import rc95
from aftershift.engines.checkins.instruments import Instrument, Kind, Scale
from aftershift.library.instruments import load_instruments

PAGE = ROOT / "docs" / "instruments.md"
BEGINS, ENDS = "<!-- the keys -->", "<!-- the end of the keys -->"


def table() -> str:
    """Write a row for each key."""
    head = "| key | items | scales: range, whose bands | RC95, and by what | licence | source |"
    rows = [head, "|---|---|---|---|---|---|", *map(_row, load_instruments().values())]
    return "\n".join(rows)


def _row(key: Instrument) -> str:
    scales = "; ".join(map(_scale, key.scales)) or "by a rule of its own"
    rules = "; ".join(one for one in map(_rule, key.scales) if one) or "none"
    sources = "; ".join(f"{one.cites} ({one.seen.value})" for one in key.sources)
    size = len(key.items) or "any"
    return f"| {key.id} | {size} | {scales} | {rules} | {key.licence.value} | {sources} |"


def _scale(scale: Scale) -> str:
    bands = f", {scale.bands_by} ({scale.bands_seen.value})" if scale.bands else ""
    return f"{scale.id} {scale.low:g} to {scale.high:g}{bands}"


def _rule(scale: Scale) -> str:
    by = scale.reliability
    if by is None:
        return ""
    kind = "retest" if by.kind is Kind.RETEST else "alpha"
    return f"{scale.id} {rc95(by.sd, by.r):.1f} ({kind} {by.r:.2f}, {by.seen.value})"


def main() -> None:
    """Write the table into the page."""
    before, _old, after = _parts()
    PAGE.write_text(f"{before}{BEGINS}\n{table()}\n{ENDS}{after}", encoding="utf-8")


def written() -> str:
    """Give the table that the page has."""
    return _parts()[1].strip()


def _parts() -> tuple[str, str, str]:
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGINS)
    old, _, after = rest.partition(ENDS)
    return before, old, after


if __name__ == "__main__":
    main()
