"""The shelf of rehearsals: scenes, voices, signs, remarks, the two drills; lines that teach."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aftershift.engines.language.empathy_rules import RuleBook
from aftershift.engines.language.kinds import PatternError
from aftershift.engines.rehearsal import feedback, moves, reflecting, speaking_up
from aftershift.engines.rehearsal.lessons import Line
from aftershift.engines.rehearsal.moves import Move, RehearsalError, Sign, SignBook
from aftershift.engines.rehearsal.reflecting import ListeningBook, Message
from aftershift.engines.rehearsal.scenes import (
    Better,
    Level,
    Role,
    Scene,
    Steps,
    Voice,
    Where,
)
from aftershift.engines.rehearsal.speaking_up import Drill, Ladder
from aftershift.library.empathy import load_rules
from aftershift.library.shelf import CONTENT, ContentError, Record, read_record

REHEARSAL = CONTENT / "rehearsal"
LINES = REHEARSAL / "lines"


@dataclass(frozen=True, kw_only=True, slots=True)
class WrittenScene:
    """A scene as it is written; its id is the name of its file."""

    order: int
    name: str
    who: str
    at: str
    voice: str
    stake: str
    setting: str
    opening: str
    warmth: int
    steps: Steps
    starts: tuple[str, ...]
    better: Better
    human: str
    level: tuple[Level, ...]
    roles: tuple[Role, ...] = ()
    where: Where | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Voices:
    """The file of voices."""

    voice: tuple[Voice, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Signs:
    """The file of signs."""

    sign: tuple[Sign, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SpeakingUp:
    """The file of the speak-up drill."""

    ladder: Ladder
    drill: tuple[Drill, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Listening:
    """The file of the listening drill."""

    says_back: reflecting.Cue
    told: reflecting.Cue
    feelings: reflecting.Cue
    advice: reflecting.Cue
    orders: reflecting.Cue
    remarks: reflecting.Remarks
    message: tuple[Message, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Lines:
    """A file of lines that teach."""

    line: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RehearsalShelf:
    """Everything authored to rehearse with; scenes stand in their order."""

    scenes: dict[str, Scene]
    voices: dict[str, Voice]
    signs: SignBook
    remarks: feedback.Remarks
    ladder: Ladder
    drills: dict[str, Drill]
    messages: dict[str, Message]
    listening: ListeningBook
    listening_remarks: reflecting.Remarks


@cache
def load_rehearsal(shelf: Path = REHEARSAL) -> RehearsalShelf:
    """Load the shelf, and hold every sign against its own sentences; raise ContentError."""
    try:
        return _load(shelf)
    except PatternError as error:
        raise ContentError(shelf.name, "", str(error)) from error


def load_lines(shelf: Path = LINES) -> tuple[Line, ...]:
    """Load every line that teaches what a line does, with all that signs hear and scenes offer.

    Raises ContentError with file and key for a wrong one.
    """
    written = tuple(one for path in sorted(shelf.glob("*.toml")) for one in _read(path, Lines).line)
    signs = _read(REHEARSAL / "signs.toml", Signs).sign
    heard = (Line(says=says, moves=(sign.move,)) for sign in signs for says in sign.hears)
    offered = (one for scene in _scenes(REHEARSAL) for one in _offered(scene.better))
    return (*written, *heard, *offered)


def _offered(better: Better) -> Iterator[Line]:
    yield Line(says=better.ask, moves=(Move.OPEN,))
    yield Line(says=better.say_back, moves=(Move.REFLECT,))
    for says in (better.wish, better.hold, better.sorry):
        yield Line(says=says, moves=(Move.PLAIN,))


def lines_digest() -> str:
    """Tell one state of what teaches from another."""
    told = [(one.says, one.moves) for one in load_lines()]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _load(shelf: Path) -> RehearsalShelf:
    rules = load_rules()
    signs = _read(shelf / "signs.toml", Signs).sign
    up = _read(shelf / "speaking_up.toml", SpeakingUp)
    heard = _read(shelf / "listening.toml", Listening)
    found = RehearsalShelf(
        scenes={one.id: one for one in _scenes(shelf)},
        voices={one.id: one for one in _read(shelf / "voices.toml", Voices).voice},
        signs=SignBook(signs, rules),
        remarks=_read(shelf / "feedback.toml", feedback.Remarks),
        ladder=up.ladder,
        drills={one.id: one for one in up.drill},
        messages={one.id: one for one in heard.message},
        listening=_listening_book(heard, rules),
        listening_remarks=heard.remarks,
    )
    _hold("signs.toml", (fault for one in signs for fault in moves.faults_of(one, rules)))
    steps = (fault for one in up.ladder.step for fault in speaking_up.faults_of(one))
    _hold("speaking_up.toml", steps)
    _hold("listening.toml", reflecting.faults_in(found.listening))
    for scene in found.scenes.values():
        if scene.voice not in found.voices:
            raise ContentError(f"{scene.id}.toml", "voice", f"there is no {scene.voice!r}")
    return found


def _listening_book(heard: Listening, rules: RuleBook) -> ListeningBook:
    return ListeningBook(
        heard.says_back, heard.told, heard.feelings, heard.advice, heard.orders, rules
    )


def _scenes(shelf: Path) -> list[Scene]:
    found = []
    for path in sorted((shelf / "scenes").glob("*.toml")):
        written = _read(path, WrittenScene)
        fields = {name: getattr(written, name) for name in WrittenScene.__dataclass_fields__}
        try:
            found.append(Scene(id=path.stem, **fields))
        except RehearsalError as error:
            raise ContentError(path.name, "", str(error)) from error
    return sorted(found, key=lambda one: (one.order, one.id))


def _hold(file: str, faults: Iterable[str]) -> None:
    fault = next(iter(faults), "")
    if fault:
        raise ContentError(file, "", fault)


def _read(path: Path, shape: type[Record]) -> Record:
    try:
        return read_record(path, shape)
    except (RehearsalError, PatternError) as error:
        raise ContentError(path.name, "", str(error)) from error
