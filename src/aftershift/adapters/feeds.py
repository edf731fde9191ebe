"""Fetches a roster feed from the one address that a person gave, and from nowhere else.

A feed's address is a secret and is typed by a person, so it is used once, never logged, and
trusted with nothing: it must be public, over TLS, and the connection goes to the very address
that was checked (a second look-up could answer differently).
"""

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import TypeAlias
from urllib.parse import SplitResult, urljoin, urlsplit

Address: TypeAlias = IPv4Address | IPv6Address

_AGENT = "Aftershift roster reader"
_REDIRECTS = (301, 302, 303, 307, 308)
_UNCHANGED = 304
_FOUND = 200
_CHUNK = 65_536
_LONGEST_TAG = 200
_PATIENCE_PER_ADDRESS = 4.0  # seconds
_LATE = "the server takes too long to answer"
_UNREACHED = "the server could not be reached or did not answer properly"
_OPEN_IPV6 = IPv6Network("2000::/3")  # all that was ever given out for the internet (RFC 4291)
# Ranges inside it, and one of IPv4, that lead on to addresses of somebody else's choice:
# 6to4 and its relays (RFC 3056, RFC 3068) and Teredo (RFC 4380).
_BRIDGES = (IPv6Network("2002::/16"), IPv6Network("2001::/32"), IPv4Network("192.88.99.0/24"))


class FeedRefused(Exception):
    """A feed was not fetched; the reason is for the person and never holds the address."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fetched:
    """What a feed answered. `data` is None when nothing changed since `tag` was given out."""

    data: bytes | None = field(repr=False)
    tag: str  # ETag, to be given back at the next fetch; "" when there is none


@dataclass(frozen=True, kw_only=True, slots=True)
class Bounds:
    """How far a fetch may go."""

    port: int = 443
    size: int = 1_000_000  # bytes
    seconds: float = 10.0  # for everything together
    redirects: int = 3


def is_public(address: Address) -> bool:
    """Say whether an address belongs to the open internet and to no one's inner network."""
    if isinstance(address, IPv6Address) and address not in _OPEN_IPV6:
        return False  # mapped, translated, local, multicast
    if any(address in bridge for bridge in _BRIDGES):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


class Feeds:
    """Fetches feeds; the parameters are there for tests, which own a server on loopback."""

    def __init__(
        self,
        *,
        trust: ssl.SSLContext | None = None,
        bounds: Bounds | None = None,
        may_reach: Callable[[Address], bool] = is_public,
    ) -> None:
        self._trust = trust or ssl.create_default_context()
        self._bounds = bounds or Bounds()
        self._may_reach = may_reach

    def fetch(self, url: str, tag: str = "") -> Fetched:
        """Fetch a feed over https (webcal is read as https), following a few redirects.

        Raises: FeedRefused.
        """
        ends = time.monotonic() + self._bounds.seconds
        url = url.strip()
        for _ in range(self._bounds.redirects + 1):
            answer = self._ask(self._checked(url), tag, ends)
            if isinstance(answer, Fetched):
                return answer
            url = urljoin(_as_https(url), answer)
        message = "the feed sends us from address to address"
        raise FeedRefused(message)

    def _checked(self, url: str) -> SplitResult:
        """Refuse what is not a plain https address.

        Raises: FeedRefused.
        """
        try:
            parts = urlsplit(_as_https(url))
            port = parts.port or self._bounds.port
        except ValueError:
            message = "this is not an address of a feed"
            raise FeedRefused(message) from None
        if parts.scheme != "https" or not parts.hostname:
            message = "a feed's address begins with https:// or webcal://"
            raise FeedRefused(message)
        if parts.username is not None or parts.password is not None:
            message = "an address with a name or password in it is not used"
            raise FeedRefused(message)
        if port != self._bounds.port:
            message = "a feed is fetched only from the usual port for https"
            raise FeedRefused(message)
        if not url.isascii() or not url.isprintable() or " " in url:
            message = "this address holds characters that no address has"
            raise FeedRefused(message)
        return parts

    def _ask(self, parts: SplitResult, tag: str, ends: float) -> Fetched | str:
        """Ask one server; the answer is the feed or the next address to ask."""
        host = parts.hostname or ""
        addresses = self._addresses(host, ends)
        connection = _Pinned((host, self._bounds.port), addresses, self._trust, ends)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        watch = threading.Timer(max(ends - time.monotonic(), 0), connection.cut)
        watch.daemon = True
        watch.start()
        try:
            connection.request("GET", target, headers=_headers(tag))
            answer = self._read(connection.getresponse(), tag)
            if time.monotonic() >= ends:  # what was cut off looks like what was said to the end
                raise TimeoutError
            return answer
        except ssl.SSLCertVerificationError:
            message = "the server cannot prove that it is who it says (its certificate)"
            raise FeedRefused(message) from None
        except (OSError, HTTPException, ValueError) as error:
            is_late = isinstance(error, TimeoutError) or time.monotonic() >= ends
            raise FeedRefused(_LATE if is_late else _UNREACHED) from None
        finally:
            watch.cancel()
            connection.close()

    def _addresses(self, host: str, ends: float) -> Sequence[Address]:
        """Look a host up once; one inner address among many is enough to refuse all."""
        addresses: list[Address] = []

        def look_up() -> None:
            with contextlib.suppress(OSError, ValueError):  # then the list stays empty
                found = socket.getaddrinfo(host, self._bounds.port, type=socket.SOCK_STREAM)
                addresses.extend([ip_address(entry[4][0]) for entry in found])

        # The system's look-up knows no time limit; one that is late is left to itself.
        thread = threading.Thread(target=look_up, daemon=True)
        thread.start()
        thread.join(max(ends - time.monotonic(), 0))
        if thread.is_alive() or not addresses:
            message = "this server is not known"
            raise FeedRefused(message)
        if not all(self._may_reach(address) for address in addresses):
            message = "this server is not on the open internet"
            raise FeedRefused(message)
        return addresses

    def _read(self, response: HTTPResponse, tag: str) -> Fetched | str:
        if response.status in _REDIRECTS:
            return response.getheader("Location") or ""
        if response.status == _UNCHANGED and tag:
            return Fetched(data=None, tag=tag)
        if response.status != _FOUND:
            message = f"the server answered {response.status} instead of a calendar"
            raise FeedRefused(message)
        if response.getheader("Content-Encoding", "identity").strip().lower() != "identity":
            message = "the server sends the feed packed, although we asked for it plain"
            raise FeedRefused(message)
        data = self._body(response)
        given = response.getheader("ETag") or ""
        return Fetched(data=data, tag=given if _is_tag(given) else "")

    def _body(self, response: HTTPResponse) -> bytes:
        received = bytearray()
        while chunk := response.read1(_CHUNK):
            received += chunk
            if len(received) > self._bounds.size:
                message = "the feed is larger than 1 MB"
                raise FeedRefused(message)
        if response.length:  # half a feed would look like cancelled shifts
            raise HTTPException
        return bytes(received)


class _Pinned(HTTPSConnection):
    """Connects to an address that was checked, while TLS proves the name.

    `cut` ends it from another thread: a server that sends a byte now and then would otherwise
    begin every wait anew.
    """

    def __init__(
        self,
        server: tuple[str, int],
        addresses: Sequence[Address],
        trust: ssl.SSLContext,
        ends: float,
    ) -> None:
        super().__init__(*server, context=trust)
        self._addresses = addresses
        self._trust = trust
        self._ends = ends
        self._wire: ssl.SSLSocket | None = None  # http.client lets go of its own too early

    def connect(self) -> None:
        self._wire = self._trust.wrap_socket(
            self._reached(), server_hostname=self.host, do_handshake_on_connect=False
        )
        self._wire.settimeout(self._left())
        self._wire.do_handshake()
        self.sock = self._wire

    def _reached(self) -> socket.socket:
        for address in self._addresses:
            patience = min(self._left(), _PATIENCE_PER_ADDRESS)
            with contextlib.suppress(OSError):
                return socket.create_connection((str(address), self.port), patience)
        message = "no address answers"
        raise OSError(message)

    def cut(self) -> None:
        """End the connection at once, whatever it is waiting for."""
        with contextlib.suppress(OSError):
            if self._wire:
                socket.socket.shutdown(self._wire, socket.SHUT_RDWR)

    def _left(self) -> float:
        left = self._ends - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def _as_https(url: str) -> str:
    scheme, colon, rest = url.strip().partition(":")
    return f"https{colon}{rest}" if scheme.lower() in ("webcal", "webcals") else url.strip()


def _headers(tag: str) -> Mapping[str, str]:
    plain = {"User-Agent": _AGENT, "Accept": "text/calendar", "Accept-Encoding": "identity"}
    return {**plain, "If-None-Match": tag} if _is_tag(tag) else plain


def _is_tag(tag: str) -> bool:
    return 0 < len(tag) <= _LONGEST_TAG and tag.isascii() and tag.isprintable()
