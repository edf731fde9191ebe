"""What the pages of a rehearsal show."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.rehearsal import partner
from aftershift.engines.rehearsal.feedback import Ending, Note, ending_of, feedback_on
from aftershift.engines.rehearsal.moves import hear
from aftershift.engines.rehearsal.partner import Stand
from aftershift.engines.rehearsal.reflecting import ListeningNote, Message, note_on
from aftershift.engines.rehearsal.scenes import TURNS, Role, Scene
from aftershift.engines.rehearsal.speaking_up import Climb, Drill, Rung, climb
from aftershift.library.rehearsal import RehearsalShelf, load_rehearsal
from aftershift.web.rehearsal.carried import carried, carried_tried, carry, carry_tried
from aftershift.web.rehearsal.forms import Given
from aftershift.web.rehearsal.hearing import Line

ROLES: Mapping[Role, Promise] = {
    Role.NURSE: _("A nurse"),
    Role.RESIDENT: _("A resident or junior doctor"),
    Role.TECH: _("In the lab, imaging or another service"),
    Role.MANAGER: _("Who leads a team"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Ward:
    """The scenes of a ward for one of those who work there."""

    name: Promise
    scenes: tuple[Scene, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SceneCard:
    """A scene as it stands: `said` is the line that was answered, `before` where it was said."""

    scene: Scene
    stand: Stand
    token: str
    said: str = ""
    before: str = ""
    note: Note | None = None
    ending: Ending | None = None

    @property
    def left(self) -> int:
        """Say how many lines are left."""
        return TURNS - self.stand.turns

    @property
    def ends(self) -> str:
        """Give how it ends for the other."""
        return self.scene.level[self.stand.warmth].ends


@dataclass(frozen=True, kw_only=True, slots=True)
class DrillCard:
    """A drill as it stands."""

    drill: Drill
    token: str
    tried: int = 0
    said: str = ""
    before: str = ""
    climb: Climb | None = None

    @property
    def is_over(self) -> bool:
        """Say whether the whole ladder was climbed."""
        return self.tried >= Rung.SAFETY

    @property
    def ladder(self) -> tuple[tuple[str, bool], ...]:
        """Give the steps by name, and which of them is due."""
        steps = load_rehearsal().ladder.step
        return tuple((one.name, one.rung == self.tried + 1) for one in steps)


@dataclass(frozen=True, kw_only=True, slots=True)
class MessageCard:
    """A message to listen to, and what was read in the reply."""

    message: Message
    place: int
    following: str
    said: str = ""
    note: ListeningNote | None = None


def wards() -> tuple[Ward, ...]:
    """Give the scenes of a ward by who stands in them."""
    scenes = load_rehearsal().scenes.values()
    return tuple(
        Ward(name=name, scenes=tuple(one for one in scenes if role in one.roles))
        for role, name in ROLES.items()
    )


def shelf() -> RehearsalShelf:
    """Give all there is to rehearse."""
    return load_rehearsal()


def scene_card(scene: Scene, token: str = "") -> SceneCard:
    """Show a scene where it stands; from the beginning, where no page says otherwise."""
    stand = carried(token, scene.id) or partner.begin(scene)
    return SceneCard(scene=scene, stand=stand, token=carry(stand))


def scene_answered(scene: Scene, given: Given, line: Line) -> SceneCard:
    """Show a scene after a line."""
    shown = scene_card(scene, given.stand)
    heard = hear(line.text, shelf().signs, line.kinds, line.likely)
    after = partner.answer(shown.stand, heard, scene, shelf().voices[scene.voice])
    remarks = shelf().remarks
    return SceneCard(
        scene=scene,
        stand=after,
        token="" if after.is_over else carry(after),
        said=line.text,
        before=shown.token,
        note=feedback_on(line.text, heard, after, scene, remarks),
        ending=ending_of(after, scene, remarks) if after.is_over else None,
    )


def drill_card(drill: Drill, token: str = "") -> DrillCard:
    """Show a drill where it stands."""
    tried = carried_tried(token, drill.id) if token else 0
    return DrillCard(drill=drill, tried=tried, token=carry_tried(tried, drill.id))


def drill_answered(drill: Drill, given: Given, line: Line) -> DrillCard:
    """Show a drill after a line."""
    shown = drill_card(drill, given.stand)
    tried = shown.tried + 1
    return DrillCard(
        drill=drill,
        tried=tried,
        token="" if tried >= Rung.SAFETY else carry_tried(tried, drill.id),
        said=line.text,
        before=shown.token,
        climb=climb(line.text, shown.tried, drill, shelf().ladder),
    )


def message_card(message: Message) -> MessageCard:
    """Show a message to listen to, and name the one after it."""
    names = tuple(shelf().messages)
    at = names.index(message.id)
    return MessageCard(message=message, place=at + 1, following=names[(at + 1) % len(names)])


def message_answered(message: Message, line: Line) -> MessageCard:
    """Show what was read in a reply."""
    shown = message_card(message)
    note = note_on(line.text, message, shelf().listening, shelf().listening_remarks)
    return MessageCard(
        message=message, place=shown.place, following=shown.following, said=line.text, note=note
    )
