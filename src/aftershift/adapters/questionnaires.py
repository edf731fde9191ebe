"""Fetches an official questionnaire from the address that a host typed, and from no other host.

Over TLS, unless the server is this machine itself; plainly, at most 5 MB, and within ten seconds
for all of it: looking the name up, redirects, and a server that sends a byte now and then.
"""

import ssl
import threading
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import ip_address
from urllib.parse import SplitResult, urljoin, urlsplit

HEADERS = {
    "User-Agent": "Aftershift questionnaire reader",
    "Accept": "application/fhir+json, application/json, text/csv",
    "Accept-Encoding": "identity",
}
FOUND = 200
REDIRECTS = (301, 302, 303, 307, 308)
CHUNK = 65_536
LATE = "the server takes too long to answer"


class QuestionnaireRefused(Exception):
    """A questionnaire was not fetched; says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Bounds:
    """How far one fetch may go."""

    size: int = 5_000_000  # bytes
    seconds: float = 10.0  # for everything together
    redirects: int = 3


@dataclass(kw_only=True, slots=True)
class _Outcome:
    """What the fetching thread found, or why it found nothing."""

    data: bytes = b""
    refused: str = LATE


def fetch(url: str, bounds: Bounds | None = None, trust: ssl.SSLContext | None = None) -> bytes:
    """Fetch what lies at an address. Raises QuestionnaireRefused."""
    limits = bounds or Bounds()
    first = _checked(url)
    outcome = _Outcome()
    fetching = _Fetch(limits, trust or ssl.create_default_context(), outcome)
    # One clock for all of it: neither a look-up nor a slow server knows a limit of its own.
    thread = threading.Thread(target=fetching.run, args=(first,), daemon=True)
    thread.start()
    thread.join(limits.seconds)
    if thread.is_alive() or outcome.refused:
        reason = outcome.refused or LATE
        raise QuestionnaireRefused(reason)
    return outcome.data


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        _ = parts.port
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        reason = "an address begins with https://"
        raise QuestionnaireRefused(reason)
    if parts.username is not None or parts.password is not None:
        reason = "an address with a name or password in it is not used"
        raise QuestionnaireRefused(reason)
    if not url.isascii() or not url.strip().isprintable() or " " in url.strip():
        reason = "this address holds characters that no address has"
        raise QuestionnaireRefused(reason)
    if parts.scheme == "http" and not _is_this_machine(parts.hostname):
        reason = "a server that is not this machine needs https"
        raise QuestionnaireRefused(reason)
    return parts


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


class _Fetch:
    def __init__(self, bounds: Bounds, trust: ssl.SSLContext, outcome: _Outcome) -> None:
        self._bounds = bounds
        self._trust = trust
        self._outcome = outcome

    def run(self, first: SplitResult) -> None:
        """Fetch, and write down what came of it; nothing may end a thread unsaid."""
        try:
            self._outcome.data = self._followed(first)
            self._outcome.refused = ""
        except QuestionnaireRefused as error:
            self._outcome.refused = str(error)
        except ssl.SSLCertVerificationError:
            self._outcome.refused = "the server cannot prove that it is who it says"
        except TimeoutError:
            self._outcome.refused = LATE
        except (OSError, HTTPException, ValueError):
            self._outcome.refused = "the server could not be reached or did not answer properly"

    def _followed(self, first: SplitResult) -> bytes:
        parts = first
        for _ in range(self._bounds.redirects + 1):
            answer = self._ask(parts)
            if isinstance(answer, bytes):
                return answer
            parts = _checked(urljoin(parts.geturl(), answer))
            if (parts.scheme, parts.netloc) != (first.scheme, first.netloc):
                reason = "the server sends us to another host; give that host's own address"
                raise QuestionnaireRefused(reason)
        reason = "the server sends us from address to address"
        raise QuestionnaireRefused(reason)

    def _ask(self, parts: SplitResult) -> bytes | str:
        """Ask once; the answer is what lies there, or the next address."""
        host, seconds = parts.hostname or "", self._bounds.seconds
        connection = (
            HTTPSConnection(host, parts.port, timeout=seconds, context=self._trust)
            if parts.scheme == "https"
            else HTTPConnection(host, parts.port, timeout=seconds)
        )
        try:
            target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("GET", target, headers=HEADERS)
            return self._read(connection.getresponse())
        finally:
            connection.close()

    def _read(self, response: HTTPResponse) -> bytes | str:
        if response.status in REDIRECTS:
            return response.getheader("Location") or ""
        if response.status != FOUND:
            reason = f"the server answered {response.status} instead of a questionnaire"
            raise QuestionnaireRefused(reason)
        if response.getheader("Content-Encoding", "identity").strip().lower() != "identity":
            reason = "the server sends it packed, although we asked for it plain"
            raise QuestionnaireRefused(reason)
        received = bytearray()
        while chunk := response.read1(CHUNK):
            received += chunk
            if len(received) > self._bounds.size:
                reason = f"larger than {self._bounds.size // 1_000_000} MB"
                raise QuestionnaireRefused(reason)
        if response.length:  # half a form would look like a shorter one
            raise HTTPException
        return bytes(received)
