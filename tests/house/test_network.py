"""The network is shut in tests, and this machine's own addresses are not."""

import socket

import pytest
from tests.conftest import NetworkIsShut, is_this_machine


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", b"localhost", "", None])
def test_this_machine_is_open(host: object) -> None:
    assert is_this_machine(host)


@pytest.mark.parametrize("host", ["192.0.2.1", "10.0.0.1", "localhost.example", b"example.org"])
def test_everything_else_is_shut(host: object) -> None:
    assert not is_this_machine(host)


def test_a_connection_to_the_world_is_refused() -> None:
    with socket.socket() as outside, pytest.raises(NetworkIsShut, match=r"192\.0\.2\.1"):
        outside.connect(("192.0.2.1", 80))


def test_a_name_in_the_world_is_not_looked_up() -> None:
    with pytest.raises(NetworkIsShut, match=r"example\.org"):
        socket.getaddrinfo("example.org", 443)


def test_a_server_of_this_machine_is_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=5) as client,
    ):
        assert client.getpeername() == server.getsockname()
