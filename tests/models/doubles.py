"""Small servers that speak the protocol of a model's server, and misbehave each in one way."""

import json
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

NAME = "double"
SLOW_SECONDS = 30.0
Body = dict[str, Any]


@dataclass(kw_only=True)
class Double:
    """A server that was asked something: where it is, and all that it was sent."""

    address: str = ""
    bodies: list[Body] = field(default_factory=list)
    sent: list[bytes] = field(default_factory=list)  # bodies that are no JSON, as they came
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def message(self) -> str:
        """Give the slots of the last question, as they were sent."""
        return str(self.bodies[-1]["messages"][-1]["content"])


class Handler(BaseHTTPRequestHandler):
    """One question; `double` and `behave` are set for each server."""

    double: Double
    behave: "Behaviour"
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Write the question down, and misbehave."""
        length = int(self.headers.get("content-length", 0))
        self.double.paths.append(self.path)
        self.double.headers.append({name.lower(): value for name, value in self.headers.items()})
        sent = self.rfile.read(length)
        if self.headers.get_content_type() == "application/json":
            self.double.bodies.append(json.loads(sent))
        else:
            self.double.sent.append(sent)
        with suppress(OSError):  # whoever asked has hung up
            self.behave(self)
        self.close_connection = True

    def do_GET(self) -> None:
        """Nothing is asked by GET; a redirect that is followed would come here."""
        self.double.paths.append(self.path)
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def begin(self, kind: str = "text/event-stream", **more: str) -> None:
        """Send the head of an answer that has no end but that of the connection."""
        self.send_response(200)
        self.send_header("content-type", kind)
        self.send_header("connection", "close")
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def event(self, text: str, finish: str | None = None) -> None:
        """Send one piece of an answer."""
        delta: Body = {"content": text} if text else {}
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        self.write(f"data: {json.dumps(_chunk(choice), ensure_ascii=False)}\n\n")

    def write(self, text: str) -> None:
        """Send letters as they are."""
        self.wfile.write(text.encode())
        self.wfile.flush()

    def end(self) -> None:
        """End an answer as it should be."""
        self.event("", "stop")
        self.write("data: [DONE]\n\n")


Behaviour = Callable[[Handler], None]


def _chunk(choice: Body) -> Body:
    return {
        "id": "1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": NAME,
        "choices": [choice],
    }


def says(text: str, *, letters: int = 7) -> Behaviour:
    """Answer with a text, some letters at a time."""

    def behave(handler: Handler) -> None:
        handler.begin()
        for at in range(0, len(text), letters):
            handler.event(text[at : at + letters])
        handler.end()

    return behave


def says_of(answer: Callable[[Body], str]) -> Behaviour:
    """Answer with what is made of the slots that were sent."""

    def behave(handler: Handler) -> None:
        says(answer(json.loads(handler.double.message)))(handler)

    return behave


def floods(handler: Handler) -> None:
    """Answer with words and no end."""
    handler.begin()
    while True:
        handler.event("and on and on without an end in sight " * 20)


def floods_a_line(handler: Handler) -> None:
    """Send one line that never ends, so that no event is ever whole."""
    handler.begin()
    while True:
        handler.write("data: " + "x" * 65536)


def hangs(handler: Handler) -> None:
    """Take the question and say nothing."""
    handler.double.over.wait(SLOW_SECONDS)


def drips(handler: Handler) -> None:
    """Send a letter now and then, for ever: no wait for the next byte is ever too long."""
    handler.begin()
    while not handler.double.over.wait(0.05):
        handler.write(" ")


def drips_pieces(handler: Handler) -> None:
    """Send a word now and then, and no end of a sentence."""
    handler.begin()
    while not handler.double.over.wait(0.05):
        handler.event("you ")


def stops_midway(handler: Handler) -> None:
    """Hang up in the middle of a sentence."""
    handler.begin()
    handler.event("You held it together until the ")


def garbage(handler: Handler) -> None:
    """Send bytes that mean nothing."""
    handler.begin()
    handler.wfile.write(bytes(range(256)) * 40)


def broken_events(handler: Handler) -> None:
    """Send events whose JSON is broken."""
    handler.begin()
    handler.write('data: {"choices": [{"delta": {"content": "You\n\ndata: }}}\n\nevent: what\n\n')


def wrong_shapes(handler: Handler) -> None:
    """Send JSON that is no answer."""
    handler.begin()
    handler.write('data: [1, 2]\n\ndata: {"choices": 7}\n\ndata: [DONE]\n\n')


def fails(handler: Handler) -> None:
    """Answer that something is wrong, and tell all about it."""
    handler.send_error(500, explain=handler.double.message)


def refuses(handler: Handler) -> None:
    """Say that too much was asked, and when to come again."""
    handler.send_response(429)
    handler.send_header("retry-after", "1")
    handler.send_header("content-length", "0")
    handler.end_headers()


def redirects(handler: Handler) -> None:
    """Send whoever asks somewhere else."""
    handler.send_response(307)
    handler.send_header("location", f"{handler.double.address}/elsewhere")
    handler.send_header("content-length", "0")
    handler.end_headers()


def unpacks(handler: Handler) -> None:
    """Say that the answer is packed."""
    handler.begin(content_encoding="gzip")
    handler.wfile.write(b"\x1f\x8b" + bytes(1000))


def says_nothing(handler: Handler) -> None:
    """Answer properly, without a word."""
    handler.begin()
    handler.end()


class Quiet(ThreadingHTTPServer):
    """A server that does not complain of whoever hangs up."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def double_of(behave: Behaviour, certificate: Path | None = None) -> Iterator[Double]:
    """Serve on loopback as long as it is needed, over TLS where there is a certificate."""
    double = Double()
    kind = type("Bound", (Handler,), {"double": double, "behave": staticmethod(behave)})
    server = Quiet(("127.0.0.1", 0), kind)
    double.address = f"http://127.0.0.1:{server.server_port}/v1"
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
        double.address = f"https://localhost:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield double
    finally:
        double.over.set()
        server.shutdown()
        server.server_close()
