"""A questionnaire is fetched from one host, within its bounds, or refused with a reason."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from aftershift.adapters.questionnaires import Bounds, QuestionnaireRefused, fetch

FORM = b'{"resourceType": "Questionnaire"}'
Answer = Callable[[BaseHTTPRequestHandler], None]
SMALL = Bounds(size=1_000_000, seconds=1.0)


class Official:
    """A server on loopback that stands in for the official one; keeps what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        official = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                official.asked.append((self.path, dict(self.headers)))
                official.answers.get(self.path, sends(404))(self)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"


def sends(status: int = 200, body: bytes = FORM, **headers: str) -> Answer:
    def answer(to: BaseHTTPRequestHandler) -> None:
        to.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            to.send_header(name.replace("_", "-"), value)
        to.end_headers()
        to.wfile.write(body)

    return answer


@pytest.fixture
def official() -> Iterator[Official]:
    made = Official()
    thread = threading.Thread(target=made.server.serve_forever, daemon=True)
    thread.start()
    yield made
    made.server.shutdown()
    made.server.server_close()


def test_a_form_is_fetched_and_little_is_said_of_us(official: Official) -> None:
    official.answers["/Questionnaire/1?_format=json"] = sends()
    assert fetch(f"{official.url}/Questionnaire/1?_format=json") == FORM
    names = set(official.asked[0][1])
    assert names == {"Host", "User-Agent", "Accept", "Accept-Encoding"}


def test_localhost_is_this_machine(official: Official) -> None:
    official.answers["/"] = sends()
    assert fetch(official.url.replace("127.0.0.1", "localhost")) == FORM


def test_a_redirect_on_the_same_host_is_followed_and_to_another_it_is_not(
    official: Official,
) -> None:
    port = official.server.server_port
    official.answers["/old"] = sends(302, b"", Location="/new")
    official.answers["/new"] = sends()
    official.answers["/away"] = sends(302, b"", Location=f"http://127.0.0.2:{port}/new")
    official.answers["/round"] = sends(302, b"", Location="/round")
    official.answers["/file"] = sends(302, b"", Location="file:///etc/passwd")
    assert fetch(f"{official.url}/old") == FORM
    for path, reason in [
        ("/away", "sends us to another host"),
        ("/round", "from address to address"),
        ("/file", "begins with https://"),
    ]:
        with pytest.raises(QuestionnaireRefused, match=reason):
            fetch(official.url + path)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (sends(404), "the server answered 404 instead"),
        (sends(body=b"x" * 1_000_001), "larger than 1 MB"),
        (sends(Content_Encoding="gzip"), "sends it packed"),
        (sends(Content_Length="999"), "did not answer properly"),
        (lambda to: to.wfile.write(b"nonsense\r\n\r\n"), "did not answer properly"),
        (lambda _: time.sleep(3), "takes too long"),
    ],
)
def test_an_answer_out_of_bounds_is_refused(
    answer: Answer, reason: str, official: Official
) -> None:
    official.answers["/"] = answer
    with pytest.raises(QuestionnaireRefused, match=reason):
        fetch(official.url, SMALL)


def test_a_server_that_sends_a_byte_now_and_then_is_left(official: Official) -> None:
    def drips(to: BaseHTTPRequestHandler) -> None:
        to.send_response(200)
        to.end_headers()
        for _ in range(30):
            to.wfile.write(b" ")
            to.wfile.flush()
            time.sleep(0.1)

    official.answers["/"] = drips
    began = time.monotonic()
    with pytest.raises(QuestionnaireRefused, match="takes too long"):
        fetch(official.url, Bounds(seconds=0.5))
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://forms.example/q", "needs https"),
        ("http://127.0.0.1.example/q", "needs https"),
        ("http://192.0.2.1/q", "needs https"),
        ("ftp://forms.example/q", "begins with https://"),
        ("file:///etc/passwd", "begins with https://"),
        ("https://me:secret@forms.example/q", "name or password"),
        ("https://forms.example/q q", "characters that no address has"),
        ("https://forms.example/\r\nX: y", "characters that no address has"),
        ("https://forms.example:99999/", "begins with https://"),
    ],
)
def test_an_address_that_is_not_safe_is_not_asked(url: str, reason: str) -> None:
    with pytest.raises(QuestionnaireRefused, match=reason) as refused:
        fetch(url)
    assert "secret" not in str(refused.value)


def test_a_server_that_is_not_there_is_said() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(QuestionnaireRefused, match="could not be reached"):
        fetch(f"http://127.0.0.1:{port}/")
