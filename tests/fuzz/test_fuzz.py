"""The fuzzer: its rosters are read, a short run finds nothing, a broken promise is found."""

from random import Random

import pytest
from tests.fuzz.fuzz import fuzz
from tests.fuzz.parsers import PARSERS

from aftershift.engines.rosters.shifts import RosterError


@pytest.mark.parametrize("name", PARSERS)
def test_the_fuzzer_begins_with_rosters_that_are_read(name: str) -> None:
    parser = PARSERS[name]
    seeds = list(parser.seeds())
    assert len({parser.read(seed) for seed in seeds}) > len(seeds) / 2


@pytest.mark.parametrize("name", PARSERS)
def test_a_hundred_broken_rosters_are_read_or_refused(name: str) -> None:
    outcome = fuzz(PARSERS[name], Random(1), lambda count: count == 100)  # noqa: S311
    assert (outcome.executions, outcome.findings) == (100, {})


def test_a_parser_that_breaks_its_promise_is_found_with_the_roster_that_shows_it() -> None:
    def broken(data: bytes) -> object:
        if b"99" in data:
            raise RosterError("too many")  # noqa: EM101 - the promise kept
        return 1 / (b"00" not in data)

    parser = PARSERS["line"]._replace(read=broken)
    outcome = fuzz(parser, Random(1), lambda count: count == 2000)  # noqa: S311
    assert [kind.split(" at ")[0] for kind in outcome.findings] == ["ZeroDivisionError"]
    assert b"00" in next(iter(outcome.findings.values()))
