"""Where a host's models are, and under which conditions one may be asked at all.

A model on this machine may be asked without TLS. Anywhere else it has to be https, and the host
has to say its name a second time: nothing leaves this machine by a mistyped address.
"""

import stat
from dataclasses import dataclass, field
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit

LONGEST_KEY = 4096


class BadPlace(Exception):
    """A model that may not be asked like this; says which setting is wrong and why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelPlace:
    """A server that speaks OpenAI's protocol, and the model to ask there.

    `away`: the name of a server that is not this machine, said again by the host. `seconds`: of
    our own clock, for one answer from first to last.
    """

    SETTINGS: ClassVar[str] = "MODEL"  # how the names of its settings begin
    CLIENT: ClassVar[str] = "pydantic_ai"
    # Hearing takes up to two more, and eight are promised in all.
    BOUNDS: ClassVar[tuple[int, int]] = (1, 5)

    url: str
    name: str
    key_file: Path | None = None
    seconds: int = 5
    away: str = ""
    is_here: bool = field(init=False)

    def __post_init__(self) -> None:
        parts = self._parts()
        if not self.name.strip() or not self.name.isprintable():
            reason = f"{self.SETTINGS}_NAME: the name by which the server knows the model"
            raise BadPlace(reason)
        host = parts[1]
        is_here = _is_this_machine(host)
        if not is_here and parts[0] != "https":
            reason = f"{self.SETTINGS}_URL: a server that is not this machine needs https"
            raise BadPlace(reason)
        if not is_here and self.away != host:
            reason = f"{self.SETTINGS}_AWAY: say {host} here, too, if words may leave for it"
            raise BadPlace(reason)
        object.__setattr__(self, "is_here", is_here)

    @property
    def host(self) -> str:
        """Name the server, as people who are asked for consent read it."""
        return urlsplit(self.url).netloc

    @property
    def mark(self) -> str:
        """Tell this model at this place from any other: consent is for one of them."""
        return f"{self.name} at {self.url}"

    @classmethod
    def seconds_of(cls, given: int) -> int:
        """Give the seconds that a host may set for one answer. Raises BadPlace."""
        least, most = cls.BOUNDS
        if not least <= given <= most:
            reason = f"{cls.SETTINGS}_SECONDS: {least} to {most}"
            raise BadPlace(reason)
        return given

    def check(self) -> None:
        """Raise BadPlace where the client is not installed, or the key cannot be used safely."""
        if find_spec(self.CLIENT) is None:
            reason = f"{self.SETTINGS}_URL: needs the extra `model`; docs/voice.md says how"
            raise BadPlace(reason)
        self.key()

    def key(self) -> str:
        """Read the key that the server asks for; "" where there is none. Raises BadPlace."""
        if self.key_file is None:
            return ""
        try:
            mode = self.key_file.stat().st_mode
            key = self.key_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            reason = f"{self.SETTINGS}_KEY_FILE: cannot be read"
            raise BadPlace(reason) from None
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            reason = f"{self.SETTINGS}_KEY_FILE: others can read it; chmod 600"
            raise BadPlace(reason)
        if not key or len(key) > LONGEST_KEY or not key.isascii() or not key.isprintable():
            reason = f"{self.SETTINGS}_KEY_FILE: holds no key"
            raise BadPlace(reason)
        return key

    def _parts(self) -> tuple[str, str]:
        """Give scheme and host name of an address that may be used. Raises BadPlace."""
        try:
            parts = urlsplit(self.url)
            _ = parts.port
        except ValueError:
            parts = urlsplit("")
        if (
            parts.scheme not in ("http", "https")
            or not parts.hostname
            or parts.username is not None
            or parts.query
            or parts.fragment
            or not self.url.isascii()
            or not self.url.isprintable()
        ):
            reason = (
                f"{self.SETTINGS}_URL: an address such as http://127.0.0.1:8080/v1, "
                "without a name in it"
            )
            raise BadPlace(reason)
        return parts.scheme, parts.hostname


@dataclass(frozen=True, kw_only=True, slots=True)
class TranscriptionPlace(ModelPlace):
    """A server that writes down what is said in a recording, and the model to ask there."""

    SETTINGS: ClassVar[str] = "TRANSCRIPTION"
    CLIENT: ClassVar[str] = "httpx2"
    BOUNDS: ClassVar[tuple[int, int]] = (5, 120)  # three minutes of speech, on a small machine

    seconds: int = 60


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
