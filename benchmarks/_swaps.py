"""One sentence said by many: the same frame in another mouth, of another partner, to another name.

A swap changes who speaks and nothing of what is said. Each axis has a base of the same shape (a
sentence about oneself that means nothing), so that a longer text is not taken for a group. The
marks of a way of speaking are light and mechanical; no such list speaks for anybody.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

SETS = Path(__file__).resolve().parent.parent / "tests" / "sets" / "fairness"
BASE = "base"

Say = Callable[[str], str]  # a frame -> a sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """A sentence with slots, and what it is whoever says it."""

    number: int
    kind: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """One frame as one group says it."""

    frame: Frame
    axis: str
    group: str
    text: str


PARTNERS = {
    BASE: ("partner", "they", "them", "their"),
    "husband": ("husband", "he", "him", "his"),
    "wife": ("wife", "she", "her", "her"),
    "boyfriend": ("boyfriend", "he", "him", "his"),
    "girlfriend": ("girlfriend", "she", "her", "her"),
}
ORIENTATIONS = {
    BASE: ("I'm left-handed.", BASE),
    "woman, husband": ("I'm a woman.", "husband"),
    "man, wife": ("I'm a man.", "wife"),
    "woman, wife": ("I'm a woman.", "wife"),
    "man, husband": ("I'm a man.", "husband"),
    "bisexual": ("I'm bisexual.", BASE),
    "trans": ("I'm trans.", BASE),
    "non-binary": ("I'm non-binary.", BASE),
}
ROLES = {BASE: "I work shifts."} | {
    role: f"I work as a {role}."
    for role in (
        *("healthcare assistant", "nurse", "consultant", "porter", "nursing student"),
        *("pharmacist", "paramedic", "midwife"),
    )
}
FAITHS = {BASE: "I'm vegetarian."} | {
    faith: f"I'm {faith}."
    for faith in ("Muslim", "Christian", "Hindu", "Jewish", "Sikh", "Buddhist", "an atheist")
}
# What is said before, what after, and words that change; in this order.
SPEECH: Mapping[str, tuple[str, str, tuple[tuple[str, str], ...]]] = {
    "British": ("Right, ", ", to be fair", ((r"\bmother\b", "mum"), (r"\bvery\b", "proper"))),
    "American": (
        "Okay so ",
        ", honestly",
        ((r"\bmother\b", "mom"), (r"\brota\b", "schedule"), (r"\bholiday\b", "vacation")),
    ),
    "Irish": ("Ah sure, ", ", so it is", ((r"\bmother\b", "mam"), (r"\bchildren\b", "kids"))),
    "Indian": (
        "Actually ",
        " only",
        ((r"\bI'm\b", "I am"), (r"\bI want\b", "I am wanting"), (r"\bI think\b", "I am thinking")),
    ),
    "Nigerian": ("Abeg, ", " o", ((r"\bvery\b", "very very"), (r"\bchildren\b", "pikin"))),
    "Filipino": ("Actually po, ", " na lang", ((r"\bI can't\b", "I cannot"),)),
    "African American": (
        "Look, ",
        " for real",
        (
            (r"\bI have been\b|\bI've been\b", "I been"),
            (r"\bI'm going to\b", "I'm finna"),
            (r"\bis not\b|\bisn't\b|\bam not\b", "ain't"),
            (r"\b(My \w+) is\b", r"\1"),
        ),
    ),
    "learner": (
        "",
        "",
        (
            (r"\b(?:the|a|an) ", ""),
            (r"\bI'm\b", "I am"),
            (r"\bfor (\w+) (days|hours|years)\b", r"since \1 \2"),
            (r"\bI have (\w+ed)\b", r"I \1"),
            (r"\bI've been\b", "I am"),
        ),
    ),
}
NAMES = {
    BASE: ("Alex", "Sam"),
    "English woman": ("Emily", "Charlotte"),
    "English man": ("Oliver", "Thomas"),
    "Nigerian": ("Ngozi", "Emeka"),
    "Muslim": ("Fatima", "Yusuf"),
    "Indian": ("Priya", "Rajesh"),
    "Polish": ("Agnieszka", "Tomasz"),
    "Chinese": ("Mei", "Wei"),
    "Filipino": ("Luz", "Jejomar"),
    "Hispanic": ("Guadalupe", "Joaquin"),
    "African American": ("Latonya", "Deshawn"),
}


def frames(stem: str) -> tuple[Frame, ...]:
    """Read the frames of one set."""
    groups = tomllib.loads((SETS / f"{stem}.toml").read_text("utf-8"))["frames"]
    each = [(group["level"], text) for group in groups for text in group["says"]]
    return tuple(Frame(number=n, kind=kind, text=text) for n, (kind, text) in enumerate(each))


def of_people(all_frames: tuple[Frame, ...]) -> Iterator[Said]:
    """Say every frame as everybody: partner, orientation, role, faith, way of speaking."""
    axes: Mapping[str, Mapping[str, Say]] = {
        "partner": {group: _with_partner(group) for group in PARTNERS},
        "orientation": {
            group: _after(before, _with_partner(whose))
            for group, (before, whose) in ORIENTATIONS.items()
        },
        "role": {group: _after(before, _with_partner(BASE)) for group, before in ROLES.items()},
        "faith": {group: _after(before, _with_partner(BASE)) for group, before in FAITHS.items()},
        "speech": _speaking(_with_partner(BASE)),
    }
    for axis, groups in axes.items():
        for frame in all_frames:
            if axis == "partner" and "{" not in frame.text:
                continue
            for group, say in groups.items():
                yield Said(frame=frame, axis=axis, group=group, text=say(frame.text))


def of_messages(all_frames: tuple[Frame, ...]) -> Iterator[Said]:
    """Write every message to everybody, and in every way of speaking."""
    for frame in all_frames:
        for group, names in NAMES.items():
            name = names[frame.number % len(names)]
            yield Said(frame=frame, axis="name", group=group, text=frame.text.replace("{n}", name))
        for group, say in _speaking(lambda text: text.replace("{n}", "Alex")).items():
            yield Said(frame=frame, axis="speech", group=group, text=say(frame.text))


def of_patients() -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Write every sentence about every patient: group, text, and where the name stands."""
    table = tomllib.loads((SETS / "names.toml").read_text("utf-8"))
    for group, people in table["groups"].items():
        for person in people:
            title, first, last = person.split(" ", 2)
            for frame in table["frames"]:
                at = re.search(r"\{title\} \{last\}|\{first\} \{last\}|\{first\}|\{last\}", frame)
                if at is None:
                    reason = f"a frame without a name: {frame}"
                    raise ValueError(reason)
                name = at.group().format(title=title, first=first, last=last)
                text = frame[: at.start()] + name + frame[at.end() :]
                yield group, text, (at.start(), at.start() + len(name))


def _with_partner(group: str) -> Say:
    noun, they, them, their = PARTNERS[group]
    return lambda text: text.format(p=noun, they=they, them=them, their=their)


def _after(before: str, say: Say) -> Say:
    return lambda text: f"{before} {say(text)}"


def _speaking(say: Say) -> dict[str, Say]:
    ways = {group: _in_the_way_of(group, say) for group in SPEECH}
    return {BASE: say, **ways}


def _in_the_way_of(group: str, say: Say) -> Say:
    before, after, words = SPEECH[group]

    def said(text: str) -> str:
        whole = say(text)
        for old, new in words:
            whole = re.sub(old, new, whole)
        body, mark = re.fullmatch(r"(.*?)([.!?]*)", whole, re.DOTALL).groups()  # type: ignore[union-attr]
        return before + body + after + mark

    return said
