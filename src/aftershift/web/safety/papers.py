"""The shape of what this wing keeps sealed."""

from dataclasses import dataclass, field

from aftershift.engines.safety.course import Note

STEPS = 6
LONGEST_STEP = 1000  # characters; six of them fit in the row, whatever the script
LONGEST_NAME = 60
LONGEST_NUMBER = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class Trusted:
    """Somebody to call; both parts are empty where there is nobody."""

    name: str = ""
    number: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnPaper:
    """A plan in six steps, somebody trusted, whether what is for two is put away, and the note.

    The note keeps what help said from being said again; it holds no word and no level. `asked`
    says that somebody answered, before anything was shared, that they are not afraid; any other
    answer is written nowhere.
    """

    steps: tuple[str, ...] = ("",) * STEPS
    trusted: Trusted = field(default_factory=Trusted)
    just_me: bool = False
    note: Note = field(default_factory=Note)
    asked: bool = False

    @property
    def has_plan(self) -> bool:
        """Say whether anything is written in the plan."""
        return any(self.steps)
