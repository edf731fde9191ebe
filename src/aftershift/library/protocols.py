"""The shelf of what is answered at a risk: content/protocols, content/replies, content/tongues."""

import tomllib
from functools import cache
from pathlib import Path

from aftershift.engines.safety.authored import SignalError
from aftershift.engines.safety.protocols import REPLIES, Protocol, ProtocolError, Protocols
from aftershift.engines.safety.signals import Listener, SignalBook, faults_of
from aftershift.engines.safety.touches import OPENINGS, Opening
from aftershift.library.shelf import CONTENT, ContentError, read_record

SHELF = CONTENT / "protocols"
BACK = CONTENT / "replies" / "en.toml"
IN_TONGUES = CONTENT / "tongues" / "heard.toml"


@cache
def load_protocols(shelf: Path = SHELF, back: Path = BACK) -> Protocols:
    """Load every path of the decision table; raise ContentError where one is wrong or missing."""
    paths = {path.stem: _protocol(path) for path in sorted(shelf.glob("*.toml"))}
    try:
        tongues = tomllib.loads(IN_TONGUES.read_text(encoding="utf-8"))
        return Protocols(paths=paths, listener=Listener((replies_book(back),)), tongues=tongues)
    except (ProtocolError, SignalError) as error:
        raise ContentError(shelf.name, "", str(error)) from error


def opening_for(touch: str, where: str, protocols: Protocols | None = None) -> Opening:
    """Give what is asked first when an item of `where` touches something, as its author named it.

    Raises ContentError for a kind that nothing opens, or whose protocol is missing or lets nobody
    answer: what touches such a thing cannot be shown while the way to people is not there.
    """
    opening = OPENINGS.get(touch)
    if opening is None:
        raise ContentError(where, touch, f"touches none of {', '.join(OPENINGS)}")
    protocol = (protocols or load_protocols()).paths.get(opening.path)
    first = protocol.first(opening.level) if protocol else ""
    if protocol is None or not next(one for one in protocol.turns if one.id == first).buttons:
        raise ContentError(where, touch, f"no protocol {opening.path} to open first")
    return opening


def replies_book(back: Path = BACK) -> SignalBook:
    """Read what people say back to a card, each kind with its name."""
    try:
        book = read_record(back, SignalBook)
    except SignalError as error:
        raise ContentError(back.name, "", str(error)) from error
    if odd := {one.means for one in book.signals} ^ REPLIES:
        raise ContentError(back.name, "means", f"each kind once, and no other: {sorted(odd)}")
    return book


def prove_replies(back: Path = BACK) -> None:
    """Raise ContentError for a phrase that does not hear or spare its own sentences."""
    if fault := next(faults_of(replies_book(back)), ""):
        raise ContentError(back.name, "", fault)


def _protocol(path: Path) -> Protocol:
    try:
        protocol = read_record(path, Protocol)
    except ProtocolError as error:
        raise ContentError(path.name, "", str(error)) from error
    if protocol.path != path.stem:
        raise ContentError(path.name, "path", "is not the name of the file")
    return protocol
