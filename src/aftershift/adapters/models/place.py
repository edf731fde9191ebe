"""Where a host's language model is, and under which conditions it may be asked at all.

A model on this machine may be asked without TLS. Anywhere else it has to be https, and the host
has to say its name a second time: nothing leaves this machine by a mistyped address.
"""

import stat
from dataclasses import dataclass, field
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

LEAST_SECONDS, MOST_SECONDS = 1, 5  # hearing takes up to two more, and eight are promised in all
LONGEST_KEY = 4096
CLIENT = "pydantic_ai"


class BadPlace(Exception):
    """A model that may not be asked like this; says which setting is wrong and why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelPlace:
    """A server that speaks OpenAI's protocol, and the model to ask there.

    `away`: the name of a server that is not this machine, said again by the host. `seconds`: of
    our own clock, for one answer from first to last.
    """

    url: str
    name: str
    key_file: Path | None = None
    seconds: int = MOST_SECONDS
    away: str = ""
    is_here: bool = field(init=False)

    def __post_init__(self) -> None:
        parts = _parts(self.url)
        if not self.name.strip() or not self.name.isprintable():
            reason = "MODEL_NAME: the name by which the server knows the model"
            raise BadPlace(reason)
        host = parts[1]
        is_here = _is_this_machine(host)
        if not is_here and parts[0] != "https":
            reason = "MODEL_URL: a server that is not this machine needs https"
            raise BadPlace(reason)
        if not is_here and self.away != host:
            reason = f"MODEL_AWAY: say {host} here, too, if words may leave this machine for it"
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

    def check(self) -> None:
        """Raise BadPlace where the client is not installed, or the key cannot be used safely."""
        if find_spec(CLIENT) is None:
            reason = "MODEL_URL: needs the extra `model`; docs/voice.md says how"
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
            reason = "MODEL_KEY_FILE: cannot be read"
            raise BadPlace(reason) from None
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            reason = "MODEL_KEY_FILE: others can read it; chmod 600"
            raise BadPlace(reason)
        if not key or len(key) > LONGEST_KEY or not key.isascii() or not key.isprintable():
            reason = "MODEL_KEY_FILE: holds no key"
            raise BadPlace(reason)
        return key


def seconds_of(given: int) -> int:
    """Give the seconds that a host may set for one answer. Raises BadPlace."""
    if not LEAST_SECONDS <= given <= MOST_SECONDS:
        reason = f"MODEL_SECONDS: {LEAST_SECONDS} to {MOST_SECONDS}"
        raise BadPlace(reason)
    return given


def _parts(url: str) -> tuple[str, str]:
    """Give scheme and host name of an address that may be used. Raises BadPlace."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        parts = urlsplit("")
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or parts.username is not None
        or parts.query
        or parts.fragment
        or not url.isascii()
        or not url.isprintable()
    ):
        reason = "MODEL_URL: an address such as http://127.0.0.1:8080/v1, without a name in it"
        raise BadPlace(reason)
    return parts.scheme, parts.hostname


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
