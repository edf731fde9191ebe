"""What is looked at in a turn of a story: what it expects, and what the craft asks always.

What the coach promises by its rules is told apart from what it understands: the first holds in
every story, the second in as many as docs/coach.md says.
"""

import re
from collections.abc import Callable, Sequence

from tests.conversations.stories import Happened, Story
from tests.conversations.test_quarrels import SIDED
from tests.library.test_coach import BANNED

from aftershift.engines.coach.drafts import QUOTED, asks
from aftershift.engines.coach.state import Act, Reply
from aftershift.engines.coach.stock.doings import is_doing
from aftershift.engines.coach.stock.shelves import Shelves
from aftershift.engines.evidence.practices import Stop
from aftershift.engines.safety.risk import Level

Look = Callable[[Happened, Shelves], list[str]]
SEVERAL = {
    "listens": {Act.REFLECT, Act.EXPLORE},
    "goes_on": {Act.REFLECT, Act.EXPLORE, Act.VIEW, Act.ASK_LEAVE},
}
LONGEST, LONGEST_LISTENING = 90, 35  # words
STEPS = (Act.OFFER, Act.PLAN)
PEOPLE = ".human"  # in the names of lines that point to somebody; those of no theme begin with it


def faults_of(story: Story, happened: Sequence[Happened], shelves: Shelves) -> list[str]:
    """Say which promises a story breaks, each with the place of its turn, from 1."""
    found = _looked(PROMISES, happened, shelves)
    views = sum(one.reply is not None and one.reply.act is Act.VIEW for one in happened)
    wanted = {"": (0, 1), "once": (1,), "never": (0,)}[story.view]
    return [*found, *([] if views in wanted else [f"the other's view {views} times"])]


def missed_in(happened: Sequence[Happened], shelves: Shelves) -> list[str]:
    """Say what of a story was not understood, each with the place of its turn, from 1."""
    return _looked(UNDERSTOOD, happened, shelves)


def _looked(looks: Sequence[Look], happened: Sequence[Happened], shelves: Shelves) -> list[str]:
    return [
        f"turn {place}: {fault}"
        for place, one in enumerate(happened, start=1)
        for look in looks
        for fault in look(one, shelves)
    ]


def _acts(one: Happened) -> set[Act]:
    """Give the acts that will do; any where none is named."""
    names = one.turn.acts or tuple(Act)
    return {act for name in names for act in SEVERAL.get(name) or {Act(name)}}


def _act(one: Happened, _shelves: Shelves) -> list[str]:
    if one.reply is None or one.reply.act in {Act.UNSURE, *_acts(one)}:
        return []
    return [f"{one.reply.act.value} is no {one.turn.acts}"]


def _followed(one: Happened, _shelves: Shelves) -> list[str]:
    unsure = one.reply is not None and one.reply.act is Act.UNSURE
    return ["was not followed"] if unsure and Act.UNSURE not in _acts(one) else []


def _theme(one: Happened, _shelves: Shelves) -> list[str]:
    """Look whether it is about what it is about; where no theme is sure, whether it is met."""
    reply, theme = one.reply, one.after.theme
    if reply is None or not one.turn.theme or theme in one.turn.theme:
        return []
    if theme:
        return [f"about {theme!r}, not {one.turn.theme}"]
    is_general = reply.rule == "goes on" or any(line.startswith("words_any") for line in one.lines)
    return [f"met in general words, and not as {one.turn.theme}"] if is_general else []


def _fits(one: Happened, _shelves: Shelves) -> list[str]:
    practices = one.reply.practices if one.reply else ()
    wrong = practices and one.turn.practice and practices[0] not in one.turn.practice
    return [f"{practices[0]} is not what would fit"] if wrong else []


def _practice(one: Happened, shelves: Shelves) -> list[str]:
    """Look at what is offered: asked for, said, not offered before, and nothing that hurt."""
    reply, turn = one.reply, one.turn
    if reply is None or not reply.practices:
        return []
    name = reply.practices[0]
    practice = shelves.finder.practices[name]
    worse = {step for step, outcome in one.past.steps if outcome == "worse"}
    helped = {step for step, outcome in one.past.steps if outcome == "did"}
    table = {
        "is offered without leave": reply.act not in STEPS,
        "is offered without a word of it": reply.act is Act.OFFER
        and not any(line.startswith(f"offer.{name}.") or is_doing(line) for line in one.lines),
        "was offered before": reply.act is Act.OFFER and name in one.before.offered,
        "made it worse": name in worse,
        "must not be offered here": name in turn.not_practice,
        "is too long": turn.most_minutes is not None
        and not 0 < practice.minutes <= turn.most_minutes,
        "is for two": turn.for_one and Stop.VIOLENCE in practice.stops,
        "is not what helped": turn.is_what_helped and name not in helped,
    }
    return [f"{name} {fault}" for fault, is_so in table.items() if is_so]


def _words(one: Happened, _shelves: Shelves) -> list[str]:
    """Look for the words that must and must not be there, and for its lines."""
    text = one.reply.text.lower() if one.reply else ""
    turn, lines = one.turn, one.lines
    table = {
        f"none of {turn.names}": turn.names and not any(name in text for name in turn.names),
        f"one of {one.past.gone}": any(re.search(rf"\b{name}\b", text) for name in one.past.gone),
        f"none of the lines {turn.lines}": turn.lines
        and not any(line.startswith(turn.lines) for line in lines),
        f"one of the lines {turn.not_lines}": turn.not_lines
        and any(line.startswith(turn.not_lines) for line in lines),
        "points to nobody": turn.person and not _points_to_somebody(lines),
        "points to somebody before the end": _points_to_somebody(lines)
        and one.reply is not None
        and one.reply.act not in (Act.CLOSE, Act.PLAN),
        "the system is not named": turn.system and not one.after.named_system,
        f"asks is not {turn.asks}": turn.asks is not None and asks(text) is not turn.asks,
    }
    return [fault for fault, is_so in table.items() if is_so]


def _follow_up(one: Happened, shelves: Shelves) -> list[str]:
    turn, reply = one.turn, one.reply
    found = []
    if turn.asks_about is not None:
        step = shelves.finder.practices.get(one.past.known.last_step)
        asked = bool(reply and step and step.name.lower().rstrip("?") in reply.text.lower())
        if asked is not turn.asks_about or bool(reply) is not turn.asks_about:
            found.append(f"asked about the last step is {asked}")
    if turn.outcome and (reply is None or reply.outcome != turn.outcome):
        found.append(f"outcome {reply.outcome if reply else ''!r}, not {turn.outcome!r}")
    return found


def _steering(one: Happened, _shelves: Shelves) -> list[str]:
    reply, held = one.reply, one.past.held
    if reply is None or reply.act is Act.SAFETY or not held:
        return []
    words = len(QUOTED.sub("", reply.text).split())
    closes = reply.act in (Act.CLOSE, Act.PLAN)
    table = {
        "asks": held & {"listen", "quiet"} and asks(reply.text),
        "offers": "listen" in held and bool(reply.practices),
        "is long": held & {"listen", "short"} and not closes and words > LONGEST_LISTENING,
    }
    return [f"{sorted(held)} and it {fault}" for fault, is_so in table.items() if is_so]


def _safety(one: Happened, _shelves: Shelves) -> list[str]:
    if not one.turn.least:
        return []
    level = one.after.course.level
    return [] if level >= Level[one.turn.least.upper()] else [f"risk is only {level.word}"]


def _craft(one: Happened, _shelves: Shelves) -> list[str]:
    """Look at what holds for each reply that is not of safety, whatever was said."""
    if one.reply is None or one.reply.act is Act.SAFETY:
        return []
    text = QUOTED.sub("", one.reply.text)
    table = {
        "is empty or long": not 1 <= len(one.reply.text.split()) <= LONGEST,
        "asks two things": text.count("?") > 1,
        "has banned words": BANNED.search(QUOTED.sub("", one.reply.text)),
        "takes a side": SIDED.search(one.reply.text),
        "asks a third time running": one.after.asked[-3:] == (True,) * 3,
        f"says again {_again(one)}": _again(one),
    }
    return [fault for fault, is_so in table.items() if is_so]


def _again(one: Happened) -> set[str]:
    """Name the lines that were said before; the sentence of a plan belongs to its practice."""
    return {line for line in one.lines if line in one.past.said and not line.startswith("plan.")}


def _points_to_somebody(lines: Sequence[str]) -> bool:
    return any(PEOPLE in f".{line}" for line in lines)


PROMISES: tuple[Look, ...] = (
    _act, _practice, _words, _follow_up, _steering, _safety, _craft,
)  # fmt: skip
UNDERSTOOD: tuple[Look, ...] = (_followed, _theme, _fits)


def told(happened: Sequence[Happened]) -> str:
    """Tell how it went, turn by turn, for whoever has to mend it."""
    return "\n".join(_told(place, one) for place, one in enumerate(happened, start=1))


def _told(place: int, one: Happened) -> str:
    turn = one.turn
    said = turn.says or (f"[{turn.taps}]" if turn.taps else f"[opens at {turn.opens}]")
    return f"{place:2} - {said}\n     {_spoken(one.reply, one.after.theme)}"


def _spoken(reply: Reply | None, theme: str) -> str:
    if reply is None:
        return "(nothing)"
    return f"({reply.act.value}: {reply.rule}; {theme}) {reply.text} {' '.join(reply.practices)}"
