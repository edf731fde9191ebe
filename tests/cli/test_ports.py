"""Where the app may be served, and on which port."""

import argparse
import socket
from collections.abc import Iterator

import pytest

from aftershift.cli.ports import is_free, is_this_machine, next_free, port_number
from aftershift.cli.refusals import Refusal


@pytest.fixture
def taken() -> Iterator[int]:
    """Listen on some port of this machine."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_taken_port_gives_way_to_the_next(taken: int) -> None:
    assert not is_free("localhost", taken)
    assert taken < next_free("localhost", taken) <= taken + 20


def test_an_address_of_another_machine_has_no_free_port() -> None:
    with pytest.raises(Refusal, match=r"no free port on 203\.0\.113\.7 from 8020 to 8039"):
        next_free("203.0.113.7", 8020)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "::1"])
def test_a_loopback_address_is_this_machine(host: str) -> None:
    assert is_this_machine(host)


@pytest.mark.parametrize(
    "host",
    ["0.0.0.0", "::", "192.168.1.20", "ward.example", "localhost.ward.example"],  # noqa: S104
)
def test_any_other_address_may_be_reached_by_others(host: str) -> None:
    assert not is_this_machine(host)


@pytest.mark.parametrize("word", ["0", "65536", "-1", "http", ""])
def test_a_port_is_a_number_from_1_to_65535(word: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        port_number(word)
