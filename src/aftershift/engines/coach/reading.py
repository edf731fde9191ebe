"""What a message is taken for: the move in it, its facts, the theme, and the nearest exchange."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from aftershift.engines.basics.recall import Near
from aftershift.engines.coach.moves import Move, move_of
from aftershift.engines.coach.noticing import Facts, facts_in, minutes_in
from aftershift.engines.coach.shelves import Case, Playbook, Shelves
from aftershift.engines.coach.state import Heard, State
from aftershift.engines.evidence.practices import Myth
from aftershift.engines.language.phrases import words_in

# Cosines from which on something is taken for what it is near to. Chosen on the conversations of
# the development half; docs/coach.md says how.
THEME, THEME_ANEW = 0.44, 0.58  # of a theme at first, of another one in mid-conversation
CASE = 0.60
PART = 0.42
MYTH = 0.62
STAYS = 0.10  # what a theme that is open gains
BY_SITUATION = 0.10  # what one gains where its situation was understood for sure
RIGHT_PLACE = 0.03  # what an exchange gains that comes where the conversation is
NEAREST = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What one message is taken for. `part` is a meaning or a branch of the theme."""

    move: Move
    facts: Facts = field(default_factory=Facts)
    minutes: int | None = None
    theme: Playbook | None = None
    second: str = ""
    part: str = ""
    case: Case | None = None
    myth: Myth | None = None
    feelings: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Say whether anything was understood."""
        return bool(self.theme or self.case or self.feelings)


def read(state: State, heard: Heard, shelves: Shelves) -> Reading:
    """Take a message for what it most likely is, after what was said before."""
    themes = _themes(state, heard, shelves)
    theme = shelves.playbooks[themes[0].name] if themes else None
    return Reading(
        move=heard.tapped or move_of(heard.clean, heard.rows, shelves.moves),
        facts=facts_in(heard.clean),
        minutes=minutes_in(heard.clean),
        theme=theme,
        second=themes[1].name if len(themes) > 1 else "",
        part=_part(theme, heard, shelves),
        case=_case(state, heard, shelves),
        myth=_myth(heard, shelves),
        feelings=tuple(one.name for one in heard.understanding.emotions),
    )


def _themes(state: State, heard: Heard, shelves: Shelves) -> list[Near]:
    """Give the likeliest themes; the open one stays open unless another is plainly meant."""
    sure = {one.name: one.confidence for one in heard.understanding.situations}
    near = shelves.themes.nearest(heard.rows, NEAREST)
    spared = {one.name: one.cosine for one in shelves.spared.nearest(heard.rows, NEAREST)}
    weighed = []
    for one in near:
        book = shelves.playbooks[one.name]
        if one.name in state.barred_themes or spared.get(one.name, 0.0) > one.cosine:
            continue
        gain = BY_SITUATION * max((sure.get(name, 0.0) for name in book.situations), default=0.0)
        gain += STAYS * (one.name == state.theme)
        weighed.append(Near(one.name, one.at, one.cosine + gain))
    weighed.sort(key=lambda one: -one.cosine)
    least = THEME_ANEW if state.theme else THEME
    found = [one for one in weighed if one.cosine >= (THEME if one.name == state.theme else least)]
    if state.theme and (not found or found[0].name != state.theme):
        own = Near(state.theme, 0, THEME)
        found = [*found[:1], own] if found else [own]
    return found


def _part(theme: Playbook | None, heard: Heard, shelves: Shelves) -> str:
    if theme is None:
        return ""
    among = {f"{theme.id}.{one.id}" for one in theme.parts}
    near = shelves.turns.nearest(heard.rows, 1, among=among)
    return near[0].name.partition(".")[2] if near and near[0].cosine >= PART else ""


def _case(state: State, heard: Heard, shelves: Shelves) -> Case | None:
    """Find the nearest exchange whose reply is true of what was said, and was not given yet."""
    told = set(words_in(" ".join((*state.said, heard.clean))))
    place = "middle" if state.turns else "opening"
    best: tuple[float, Case] | None = None
    for one in shelves.said.nearest(heard.rows, NEAREST):
        case = shelves.cases[one.name]
        if f"case.{case.id}" in state.used or not _is_true(case.needs, told):
            continue
        cosine = one.cosine + RIGHT_PLACE * (case.before == place)
        if cosine >= CASE and (best is None or cosine > best[0]):
            best = cosine, case
    return best[1] if best else None


def _is_true(needs: Sequence[str], told: set[str]) -> bool:
    return not needs or any(told.issuperset(words_in(one.lower())) for one in needs)


def _myth(heard: Heard, shelves: Shelves) -> Myth | None:
    near = shelves.asked.nearest(heard.rows, 1)
    return shelves.myths[near[0].name] if near and near[0].cosine >= MYTH else None
