"""One turn of somebody at risk: (where we stand, what was heard, tapped) -> (where, what is said).

The rules stand in their order, and the first that has a move wins. What is heard goes before what
is tapped, and both before a denial: "forget it, I have the pills here" is no denial.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from aftershift.engines.language.cleaning import clean
from aftershift.engines.safety import course as courses
from aftershift.engines.safety.ages import with_child
from aftershift.engines.safety.course import Course
from aftershift.engines.safety.protocols import RETURNED, Button, Protocol, Protocols
from aftershift.engines.safety.risk import NO_RISK, UNHEARD, Category, Level, Risk
from aftershift.engines.safety.rows import ADDED, GUARDED, GUARDING, path_for
from aftershift.engines.safety.touches import Opening

SLOW_MS = 300  # a detector that takes longer shows the link to help and does not interrupt
STEPS = {Level.EMERGENCY: Level.ELEVATED, Level.ELEVATED: Level.CHECK_IN}
ADDITIONS = {Category.MINOR: "minor", Category.LICENSING_FEAR: "licence"}
BUSY_ROW = 2  # what a check_in keeps and switches off, whichever protocol asks
INTERLUDES = frozenset({"still_here", "stepping_down", "unheard", "licence"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """What somebody did: wrote (heard as `risk`, in so many milliseconds) or tapped `button`."""

    text: str = ""
    risk: Risk = NO_RISK
    button: str = ""
    milliseconds: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What is said now. Without bubbles nobody is interrupted, and the usual answer goes ahead.

    `private`: nothing of it may be written. `quiet_link`: listening failed or was slow.
    """

    level: Level = Level.NONE
    path: str = ""
    turn: str = ""
    bubbles: tuple[str, ...] = ()
    buttons: tuple[Button, ...] = ()
    help_link: bool = False
    quiet_link: bool = False
    private: bool = False

    @property
    def interrupts(self) -> bool:
        """Say whether this is said instead of anything else."""
        return bool(self.bubbles)


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """What a rule decides: which turn is said, at which level, and which path stays open."""

    path: str
    turn: str
    level: Level
    stays: str = ""  # the path that stays open, when what is said is an interlude
    lowered: bool = False
    safe: bool = False  # they said that they are safe, and did not only take it back


@dataclass(frozen=True, kw_only=True, slots=True)
class _Here:
    course: Course
    said: Said
    heard: Risk
    protocols: Protocols
    replies: frozenset[str]
    now: datetime

    @property
    def open(self) -> Protocol | None:
        return self.protocols.paths.get(self.course.path)

    @property
    def answers_back(self) -> bool:
        """Say whether something open is answered with a denial or with anger."""
        return self.course.level > Level.NONE and bool({"retracts", "angry"} & self.replies)

    @property
    def pretends(self) -> bool:
        """Say whether a story or a game wraps up a grave wish."""
        return "grave" in self.replies and (self.course.framed or "frame" in self.replies)

    def enter(self, path: str, level: Level, turn: str = "") -> Move:
        return Move(
            path=path, turn=turn or self.protocols.paths[path].first(level), level=level, stays=path
        )

    def aside(self, path: str, turn: str) -> Move:
        """Say something beside the open path, which stays open."""
        return Move(path=path, turn=turn, level=self.course.level, stays=self.course.path)


def step(course: Course, said: Said, protocols: Protocols, now: datetime) -> tuple[Course, Answer]:
    """Take one turn: give where the conversation stands now, and what is said."""
    here = _Here(
        course=course,
        said=said,
        heard=with_child(NO_RISK if said.risk == UNHEARD else said.risk, said.text, now.date()),
        protocols=protocols,
        replies=protocols.replies_in(said.text),
        now=now,
    )
    move = next(filter(None, (rule(here) for rule in RULES)), None)
    course = replace(
        course,
        guarded=course.guarded or not GUARDING.isdisjoint(here.heard.categories),
        framed=course.framed or "frame" in here.replies,
    )
    if move is None:
        return replace(course, fresh=False), _quiet(course, here)
    return _spoken(_moved(course, move, here), move, here)


def again(course: Course, protocols: Protocols) -> Answer:
    """Say again what was said last, in the same words."""
    path, _dot, last = course.asked.partition(".")
    protocol = protocols.paths.get(path)
    turns = protocol.turns if protocol else ()
    said = next((one.variant(course.spoken - 1) for one in turns if one.id == last), ())
    return Answer(
        level=course.level,
        path=path,
        turn=last,
        bubbles=(*protocols.said_in(courses.told_last_in(course)), *said),
        buttons=protocols.buttons(course.asked),
        help_link=True,
        private=course.guarded,
    )


def opened(
    course: Course, opening: Opening, protocols: Protocols, now: datetime
) -> tuple[Course, Answer]:
    """Open a protocol because of what was ticked; nothing was said that could be heard.

    Where a check_in was asked within 72 hours, the question of the level above comes.
    """
    here = _Here(
        course=course, said=Said(), heard=NO_RISK, protocols=protocols, replies=frozenset(), now=now
    )
    path = opening.path
    if opening.level is Level.CHECK_IN and _was_asked(here, path):
        path = protocols.paths[path].above or path
    move = here.enter(path, max(opening.level, course.level))
    return _spoken(_moved(course, move, here), move, here)


# --- rules: the first that has a move wins --------------------------------------------------------


def _raised(here: _Here) -> Move | None:
    """Answer what is graver than before, or as grave and of another kind."""
    heard, course = here.heard, here.course
    path = path_for(heard)
    # a kind that the decision table has no emergency of is answered as the gravest it has
    heard = replace(heard, level=min(heard.level, here.protocols.paths[path].grave))
    if heard.level is Level.NONE or heard.level < course.level:
        return None
    has_better = _was_asked(here, path) or here.answers_back or here.pretends
    if heard.level is Level.CHECK_IN and has_better:
        return None
    if not _has_opened(course, path) or heard.level is Level.EMERGENCY > course.level:
        return here.enter(path, heard.level)
    if heard.level > course.level:
        back = here.protocols.paths[path]
        turn = RETURNED if back.has(RETURNED) else back.following(course.given)
        return here.enter(path, heard.level, turn)
    return None


def _was_asked(here: _Here, path: str) -> bool:
    """Say whether this check_in was asked about already, now or within 72 hours."""
    recent = here.course.check_in
    lately = path == "check_in" and recent is not None and recent.runs_at(here.now)
    return lately or _has_opened(here.course, path)


def _tapped(here: _Here) -> Move | None:
    """Follow the answer that was tapped, or typed word for word."""
    button = _button(here)
    if button is None:
        return None
    level = here.course.level
    if button.lowers:
        return replace(_lowered(here, button.turn or "safe"), safe=True)
    if button.path and button.path not in INTERLUDES:
        level = max(level, here.protocols.paths[button.path].grave)
        return here.enter(button.path, level, button.turn)
    if button.path or button.turn:
        path = button.path or here.course.asked.partition(".")[0]
        return here.aside(path, button.turn or here.protocols.paths[path].first(level))
    return here.aside("still_here", "opened")


def _pretended(here: _Here) -> Move | None:
    """Ask about the person when a story or a game wraps up a grave wish."""
    if not here.pretends:
        return None
    asked = [one for one in ("fiction", "thoughts") if _has_opened(here.course, one)]
    if len(asked) == 2:
        return here.aside("still_here", "opening")
    if here.course.level >= Level.ELEVATED:
        return None if asked else here.aside("fiction", "opening")
    return here.enter("thoughts" if "fiction" in asked else "fiction", Level.CHECK_IN)


def _retracted(here: _Here) -> Move | None:
    """Step down by one when somebody takes it back, unless what they write is as grave again."""
    if "retracts" not in here.replies or here.course.level is Level.NONE:
        return None
    if here.heard.level is Level.EMERGENCY:
        return None
    if here.heard.level is Level.ELEVATED:
        return here.aside("still_here", "opening")
    asked_once = _has_opened(here.course, "stepping_down")
    return _lowered(here, "again" if asked_once else "opening")


def _angered(here: _Here) -> Move | None:
    """Stop repeating, and stay, when somebody is tired of the card."""
    if "angry" not in here.replies or here.course.level is Level.NONE:
        return None
    return here.aside("still_here", "anger")


def _asked_again(here: _Here) -> Move | None:
    """Ask the question of the level above when a check_in comes again within 72 hours.

    Where there is none, or it was asked, somebody whose level is down is asked their own again.
    """
    if here.heard.level is not Level.CHECK_IN or here.course.level > Level.CHECK_IN:
        return None
    path = path_for(here.heard)
    above = here.protocols.paths[path].above
    if above and not _has_opened(here.course, above):
        return here.enter(above, Level.CHECK_IN)
    return here.enter(path, Level.CHECK_IN) if here.course.level is Level.NONE else None


def _unheard(here: _Here) -> Move | None:
    """Say once that listening fails; a failing ear is a check_in, never a none."""
    is_slow = here.said.milliseconds > SLOW_MS
    if here.said.risk != UNHEARD or is_slow or here.course.level > Level.CHECK_IN:
        return None
    if _has_opened(here.course, "unheard"):
        return None
    return Move(path="unheard", turn="opening", level=Level.CHECK_IN, stays=here.course.path)


def _goes_on(here: _Here) -> Move | None:
    """Go on with what is open: its next turn, and when all is said, a short word that we stay."""
    course, protocol = here.course, here.open
    said_more = here.heard.level > Level.NONE
    if protocol is None or (course.level <= Level.CHECK_IN and not said_more):
        return None
    turn = protocol.following(course.given) if course.level >= protocol.grave else ""
    if not (turn or said_more or courses.is_held(course, here.now)):
        return None
    if turn:
        return here.aside(course.path, turn)
    if course.asked == "still_here.listen":
        return here.aside("still_here", "listen")
    is_calmer = course.level is Level.EMERGENCY and not said_more
    return here.aside("still_here", "near" if is_calmer else "opening")


RULES: tuple[Callable[[_Here], Move | None], ...] = (
    _raised, _tapped, _pretended, _retracted, _angered, _asked_again, _unheard, _goes_on,
)  # fmt: skip


# --- what follows from a move ---------------------------------------------------------------------


def _lowered(here: _Here, turn: str) -> Move:
    level = STEPS.get(here.course.level, Level.NONE)
    below = here.open.below.partition(".")[0] if here.open else ""
    return Move(
        path="stepping_down",
        turn="guarded" if here.course.guarded else turn,
        level=level,
        stays=below or here.course.path,
        lowered=True,
    )


def _button(here: _Here) -> Button | None:
    buttons = here.protocols.buttons(here.course.asked)
    if here.said.button:
        return next((one for one in buttons if one.id == here.said.button), None)
    if not here.course.fresh:
        return None
    typed = clean(here.said.text).text.strip(" .!?")
    return next(
        (
            one
            for one in buttons
            if typed == clean(one.says).text or (one.typed and one.typed in here.replies)
        ),
        None,
    )


def _has_opened(course: Course, path: str) -> bool:
    return any(one.startswith(f"{path}.") for one in course.given)


def _moved(course: Course, move: Move, here: _Here) -> Course:
    """Bring the conversation to where the move leads, and what is off and kept with it."""
    protocol = here.protocols.paths[move.path]
    asks_first = move.level is Level.CHECK_IN < protocol.grave
    row = BUSY_ROW if asks_first else protocol.row
    given = (*course.given, f"{move.path}.{move.turn}", *_skipped(move, here))
    course = replace(
        course,
        level=move.level,
        path=move.stays,
        asked=f"{move.path}.{move.turn}",
        fresh=True,
        given=given,
        guarded=course.guarded or move.path in GUARDED,
    )
    if move.safe and move.level <= Level.CHECK_IN:
        course = courses.felt_safe(course)
    elif not move.lowered and move.path not in INTERLUDES:
        course = courses.paused(course, row, here.now)
    if move.path == "check_in":
        course = courses.checked_in(course, here.now)
    course = replace(courses.linked(course, here.now), spoken=course.spoken + 1)
    return courses.noted(course, row=row)


def _skipped(move: Move, here: _Here) -> tuple[str, ...]:
    """Name the turns that need not be said any more, once a level was lowered."""
    below = here.open.below if move.lowered and here.open else ""
    path, _dot, start = below.partition(".")
    if not path:
        return ()
    turns = [one.id for one in here.protocols.paths[path].turns]
    return tuple(f"{path}.{one}" for one in turns[: turns.index(start)])


def _spoken(course: Course, move: Move, here: _Here) -> tuple[Course, Answer]:
    turn = here.protocols.turn(move.path, move.turn)
    bubbles = list(turn.variant(course.spoken - 1))
    for kind in ADDED:
        path = ADDITIONS[kind]
        if kind not in here.heard.categories or _has_opened(course, path):
            continue
        more = here.protocols.paths[path].turns[0]
        bubbles += more.variant(course.spoken - 1)
        course = replace(course, given=(*course.given, f"{path}.{more.id}"))
    if not courses.was_told_in(course, here.heard.language):
        for line in here.protocols.said_in(here.heard.language):
            bubbles.insert(0, line)
            course = courses.told_in(course, here.heard.language)
    return course, Answer(
        level=move.level,
        path=move.path,
        turn=move.turn,
        bubbles=tuple(bubbles),
        buttons=_useful(turn.buttons, move.level),
        help_link=True,
        private=course.guarded,
    )


def _useful(buttons: Sequence[Button], level: Level) -> tuple[Button, ...]:
    """Leave out what would lower a level that is down already."""
    return tuple(one for one in buttons if level or not one.lowers)


def _quiet(course: Course, here: _Here) -> Answer:
    """Say nothing; what was asked last may still be answered."""
    failed = here.said.milliseconds > SLOW_MS or here.said.risk == UNHEARD
    offered = here.protocols.buttons(course.asked) if course.level else ()
    return Answer(
        level=course.level,
        buttons=_useful(offered, course.level),
        help_link=failed or courses.has_link(course, here.now),
        quiet_link=failed,
        private=course.guarded,
    )
