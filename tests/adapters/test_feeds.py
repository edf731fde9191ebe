"""A feed is fetched from the address that was checked, over TLS, within limits, or not at all."""

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from aftershift.adapters.feeds import Bounds, FeedRefused, Feeds, Fetched, is_public

CALENDAR = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
SECRET = "s3cr3t-t0ken"  # noqa: S105 (it must be nowhere)

INNER = (
    "0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 "
    "172.31.255.255 192.0.0.1 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.1 "
    "203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 "
    ":: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 64:ff9b::7f00:1 "
    "64:ff9b::808:808 64:ff9b:1::1 100::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 "
    "2001:db8::1 2002:7f00:1:: 2002:808:808::1 fc00::1 fd00::1 fe80::1 fe80::1%1 fec0::1 "
    "ff02::1 ff0e::1"
)
OPEN = "1.1.1.1 8.8.8.8 93.184.216.34 2606:4700::1111 2a00:1450:4001:81b::200e"


@pytest.mark.parametrize("address", INNER.split())
def test_no_address_of_an_inner_network_is_reached(address):
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", OPEN.split())
def test_addresses_of_the_open_internet_are_reached(address):
    assert is_public(ip_address(address))


def looked_up(*addresses: str) -> Callable[..., object]:
    """Make a look-up that answers with these addresses, or with the one that a host spells."""

    def getaddrinfo(host: str, port: int, *_: object, **__: object) -> object:
        found = addresses or (spelled(host),)
        return [(family(each), socket.SOCK_STREAM, 6, "", (each, port)) for each in found]

    return getaddrinfo


def family(address: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in address else socket.AF_INET


def spelled(host: str) -> str:
    """Read a host as the C library does: 2130706433 and 0x7f.1 are addresses too."""
    if host == "localhost":
        return "127.0.0.1"
    return host if ":" in host else socket.inet_ntoa(socket.inet_aton(host))


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", looked_up())


@dataclass
class Server:
    """A feed server on loopback; `answer` is what the next requests get."""

    port: int
    trust: ssl.SSLContext
    answer: Callable[[BaseHTTPRequestHandler], None] | None = None
    asked: list[BaseHTTPRequestHandler] = field(default_factory=list)

    def url(self, path: str = "/feed.ics", host: str = "localhost") -> str:
        return f"https://{host}:{self.port}{path}?token={SECRET}"

    def feeds(self, **bounds: float) -> Feeds:
        return Feeds(
            trust=self.trust,
            bounds=Bounds(port=self.port, **bounds),
            may_reach=lambda address: address.is_loopback,
        )


def certificate(folder: Path) -> tuple[Path, bytes]:
    """Make a certificate that proves the name localhost."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    ).public_bytes(serialization.Encoding.PEM)
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path = folder / "server.pem"
    path.write_bytes(secret + signed)
    return path, signed


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    path, signed = certificate(tmp_path_factory.mktemp("tls"))

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append(self)
            assert server.answer
            try:
                server.answer(self)
            except OSError:  # the reader hung up, as it should
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A reader that refuses the certificate hangs up."""

    httpd = Quiet(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    httpd.socket = context.wrap_socket(
        httpd.socket, server_side=True, do_handshake_on_connect=False
    )
    trust = ssl.create_default_context(cadata=signed.decode())
    server = Server(port=httpd.server_address[1], trust=trust)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield server
    httpd.shutdown()
    httpd.server_close()


@pytest.fixture
def server(running: Server) -> Server:
    running.asked.clear()
    running.answer = reply()
    return running


def reply(
    body: bytes = CALENDAR, status: int = 200, **headers: str
) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def test_a_feed_is_fetched_with_its_tag_and_asks_for_nothing_but_the_calendar(server):
    server.answer = reply(ETag='"v1"', Set_Cookie="a=b")
    assert server.feeds().fetch(server.url()) == Fetched(data=CALENDAR, tag='"v1"')
    assert {name: value for name, value in server.asked[0].headers.items() if name != "Host"} == {
        "User-Agent": "Aftershift roster reader",
        "Accept": "text/calendar",
        "Accept-Encoding": "identity",
    }


def test_a_webcal_address_is_fetched_over_https(server):
    url = server.url().replace("https:", "WebCal:")
    assert server.feeds().fetch(f" {url} ").data == CALENDAR


def test_an_unchanged_feed_is_not_sent_again(server):
    server.answer = reply(b"", status=304)
    assert server.feeds().fetch(server.url(), '"v1"') == Fetched(data=None, tag='"v1"')
    assert server.asked[0].headers["If-None-Match"] == '"v1"'
    with pytest.raises(FeedRefused, match="304"):
        server.feeds().fetch(server.url())


def test_a_few_redirects_are_followed_and_endless_ones_are_not(server):
    def answer(handler: BaseHTTPRequestHandler) -> None:
        hops = handler.path.count("/hop")
        if hops < allowed:
            reply(b"", status=302, Location="/hop" * (hops + 1))(handler)
        else:
            reply()(handler)

    server.answer = answer
    allowed = 3
    assert server.feeds().fetch(server.url()).data == CALENDAR
    allowed = 4
    with pytest.raises(FeedRefused, match="from address to address"):
        server.feeds().fetch(server.url())


@pytest.mark.parametrize(
    "target",
    [
        "http://localhost/",
        "https://10.0.0.1/",
        "https://[::ffff:127.0.0.1]/",
        "https://169.254.169.254/latest/meta-data/",
        "https://me:word@localhost/",
        "file:///etc/hostname",
        "//192.168.0.1/",
        "https://localhost:22/",
    ],
)
def test_each_redirect_is_checked_like_the_first_address(server, target):
    target = target.replace("https://10", f"https://10.0.0.1:{server.port}/?10")
    server.answer = reply(b"", status=302, Location=target)
    with pytest.raises(FeedRefused):
        server.feeds().fetch(server.url())
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("http://example.org/feed.ics", "begins with https"),
        ("ftp://example.org/feed.ics", "begins with https"),
        ("feed.ics", "begins with https"),
        ("", "begins with https"),
        ("https:///feed.ics", "begins with https"),
        ("https://[::1/feed.ics", "not an address"),
        ("https://example.org:port/", "not an address"),
        ("https://example.org:8443/feed.ics", "usual port"),
        ("https://me@example.org/feed.ics", "name or password"),
        ("https://me:word@example.org/feed.ics", "name or password"),
        ("https://example.org/a\r\nHost: x", "characters"),
        ("https://example.org/a b", "characters"),
        ("https://ex\u0430mple.org/", "characters"),
        ("https://127.0.0.1/", "open internet"),
        ("https://2130706433/", "open internet"),
        ("https://0x7f.1/", "open internet"),
        ("https://[::1]/", "open internet"),
        ("https://[::ffff:a9fe:a9fe]/", "open internet"),
        ("https://[64:ff9b::7f00:1]/", "open internet"),
        ("https://localhost/", "open internet"),
        ("https://0/", "open internet"),
    ],
)
def test_addresses_that_are_not_fetched(url, sentence):
    with pytest.raises(FeedRefused, match=sentence):
        Feeds().fetch(url)


def test_one_inner_address_among_open_ones_is_enough_to_refuse(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", looked_up("1.1.1.1", "192.168.1.1"))
    with pytest.raises(FeedRefused, match="open internet"):
        Feeds().fetch("https://roster.example/feed.ics")


def test_a_name_is_looked_up_once_and_the_checked_address_is_the_one_connected_to(
    server, monkeypatch
):
    """A second look-up could answer with another address (DNS rebinding)."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def rebinding(host: str, *rest: object, **options: object) -> object:
        asked.append(host)
        return real("127.0.0.1" if len(asked) == 1 else host, *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    assert server.feeds().fetch(server.url()).data == CALENDAR
    assert asked == ["localhost", "127.0.0.1"]  # the second is no name


def test_a_server_that_cannot_prove_its_name_is_refused(server, monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", looked_up("127.0.0.1"))
    with pytest.raises(FeedRefused, match="certificate"):
        server.feeds().fetch(server.url(host="roster.example"))
    stranger = Feeds(bounds=Bounds(port=server.port), may_reach=lambda _: True)
    with pytest.raises(FeedRefused, match="certificate"):
        stranger.fetch(server.url())


def dripping(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"X")
        time.sleep(0.05)


def dripping_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
    for _ in range(100):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def silent(_: BaseHTTPRequestHandler) -> None:
    time.sleep(2)


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"X" * 65_536)


def garbage(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"\0\1\2 no HTTP at all\r\n\r\n")


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (dripping, "too long to answer"),
        (dripping_headers, "too long to answer"),
        (silent, "too long to answer"),
        (endless, "larger than 1 MB"),
        (garbage, "answer properly"),
        (reply(b"x" * 1_000_001), "larger than 1 MB"),
        (reply(gzip.compress(b"0" * 10_000_000), Content_Encoding="gzip"), "packed"),
        (reply(CALENDAR, Content_Length="9999"), "answer properly"),
        (reply(b"", status=404), "answered 404"),
        (reply(b"", status=500), "answered 500"),
        (reply(b"", status=204), "answered 204"),
    ],
)
def test_a_server_that_misbehaves_is_left_in_time(server, answer, sentence):
    server.answer = answer
    begun = time.monotonic()
    with pytest.raises(FeedRefused, match=sentence):
        server.feeds(seconds=0.6).fetch(server.url())
    assert time.monotonic() - begun < 1.5


def test_a_look_up_that_never_ends_is_left_in_time(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(1) or [])
    begun = time.monotonic()
    with pytest.raises(FeedRefused, match="not known"):
        Feeds(bounds=Bounds(seconds=0.1)).fetch("https://roster.example/")
    assert time.monotonic() - begun < 0.9


def test_a_server_that_nobody_knows_is_said_so():
    with pytest.raises(FeedRefused, match="not known"):
        Feeds().fetch("https://roster.example/")


def test_a_server_that_is_not_there_is_said_so(server):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        feeds = Feeds(bounds=Bounds(port=port), may_reach=lambda _: True)
        with pytest.raises(FeedRefused, match="could not be reached"):
            feeds.fetch(f"https://localhost:{port}/")


def test_no_refusal_ever_holds_the_address(server):
    server.answer = reply(b"", status=302, Location=f"http://localhost/{SECRET}")
    for url in (server.url(), f"https://{SECRET}@localhost/", f"gopher://{SECRET}"):
        with pytest.raises(FeedRefused) as refused:
            server.feeds().fetch(url)
        assert SECRET not in repr(refused.value)
        assert refused.value.__cause__ is None
    assert "BEGIN" not in repr(Fetched(data=CALENDAR, tag=""))
