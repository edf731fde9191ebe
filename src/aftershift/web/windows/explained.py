"""The page that explains every number, and where the hours of one fortnight go."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from aftershift.engines.basics.spans import MINUTES_PER_DAY, day_span
from aftershift.engines.rosters.strain import DEFINITIONS, Definition
from aftershift.engines.windows.explaining import Chapter, Explanation
from aftershift.engines.windows.finding import Found, Search
from aftershift.engines.windows.overlap import Role
from aftershift.engines.windows.reckoning import Part, PartKind, reckon
from aftershift.library.explanations import load_explanations
from aftershift.web.rosters.strain import TITLES
from aftershift.web.rosters.words import length_words

CHAPTERS: dict[Chapter, Promise | str] = {
    Chapter.TOGETHER: gettext_lazy("Time together"),
    Chapter.SLEEP: gettext_lazy("Sleep"),
    Chapter.BODY: gettext_lazy("Alertness and the body clock"),
    Chapter.PLANS: gettext_lazy("Rituals and what is held"),
    Chapter.ROSTER: gettext_lazy("What a roster asks"),
}
RECOVERY = gettext_lazy("Days to ask less of yourself")


@dataclass(frozen=True, kw_only=True, slots=True)
class ChapterCard:
    """One chapter of the page."""

    title: Promise | str
    entries: tuple[Explanation, ...]
    facts: tuple[tuple[str, Promise | str, Definition], ...] = ()  # id, title, definition


def chapters() -> tuple[ChapterCard, ...]:
    """Gather every explanation by chapter; the facts about a roster bring their own definitions."""
    shelf = load_explanations()
    facts = tuple((one.id, TITLES.get(one.id, RECOVERY), one) for one in DEFINITIONS)
    return tuple(
        ChapterCard(
            title=title,
            entries=tuple(one for one in shelf if one.chapter is chapter),
            facts=facts if chapter is Chapter.ROSTER else (),
        )
        for chapter, title in CHAPTERS.items()
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line of the arithmetic: what is taken, or a figure that is left."""

    words: str
    length: str
    is_sum: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Arithmetic:
    """From all hours that the rosters know down to those fit for a real talk."""

    days: str
    lines: tuple[Line, ...]


def arithmetic(found: Found | None, search: Search) -> Arithmetic | None:
    """Set out where the hours of some days go; None where the rosters do not meet."""
    if found is None:
        return None
    within = day_span(search.first, search.zone)[0], day_span(search.last, search.zone)[1]
    counted = reckon(found.people, within)
    if not counted.known:
        return None
    children = {one.name for one in found.people if one.role is Role.CHILD}
    awake = _("Both awake and home") if len(found.people) < 3 else _("All awake and home")
    steps = (
        (
            counted.at_work,
            _("No work or school") if children else _("Calendars free"),
            counted.free,
        ),
        (counted.not_home_awake, awake, counted.awake),
        (
            counted.not_fit,
            _("All rested") if children else _("Fit for a real talk"),
            counted.rested,
        ),
    )
    lines = [_sum(_("All hours"), counted.known)]
    for parts, words, left in steps:
        lines += [*_taken(parts, children), _sum(words, left)]
    return Arithmetic(days=_days_words(counted.known), lines=tuple(lines))


def _sum(words: str, minutes: int) -> Line:
    return Line(words=words, length=length_words(minutes), is_sum=True)


def _taken(parts: Sequence[Part], children: AbstractSet[str]) -> list[Line]:
    return [
        Line(
            words=str((_OF_CHILDREN if one.name in children else PART_WORDS)[one.kind])
            % {"name": one.name},
            length=f"\u2212 {length_words(one.minutes)}",
        )
        for one in parts
    ]


def _days_words(minutes: int) -> str:
    days = round(minutes / MINUTES_PER_DAY)
    words = ngettext(
        "In the %(n)d day that all rosters speak about. The figures above are for seven days.",
        "In the %(n)d days that all rosters speak about. The figures above are for seven of them.",
        days,
    )
    return words % {"n": days}


PART_WORDS: dict[PartKind, Promise | str] = {
    PartKind.YOU_WORK: gettext_lazy("you work"),
    PartKind.THEY_WORK: gettext_lazy("%(name)s works while you are free"),
    PartKind.YOU_ASLEEP: gettext_lazy("you are likely asleep"),
    PartKind.YOU_BOUND: gettext_lazy("you are getting ready, on the way, or winding down"),
    PartKind.THEY_ASLEEP: gettext_lazy("%(name)s is likely asleep while you are up"),
    PartKind.THEY_AWAY: gettext_lazy("%(name)s is not home, or not up"),
    PartKind.CURFEW: gettext_lazy("past the curfew"),
    PartKind.ON_CALL: gettext_lazy("you are on call"),
    PartKind.JUST_WOKEN: gettext_lazy("you have just woken"),
    PartKind.AFTER_NIGHTS: gettext_lazy("you come off nights"),
    PartKind.SHORT_SLEEP: gettext_lazy("you have not slept enough"),
    PartKind.TIRED: gettext_lazy("you are likely too sleepy"),
    PartKind.YOU_UNFIT: gettext_lazy("not a good time for you"),
    PartKind.NOT_GOOD_FOR_THEM: gettext_lazy("not a good time for %(name)s"),
}
_OF_CHILDREN = PART_WORDS | {
    PartKind.THEY_WORK: gettext_lazy("%(name)s is at school while you are free"),
    PartKind.THEY_ASLEEP: gettext_lazy("%(name)s is in bed while you are up"),
}
