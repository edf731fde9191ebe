"""Windows, reasons and moves in words, for a page."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from aftershift.engines.basics.spans import minute_of, moment_of
from aftershift.engines.windows.plan import Because, MoveCause, PlanItem
from aftershift.engines.windows.ranking import NotNow, Reason, ReasonKind, Window, WindowKind
from aftershift.engines.windows.reminders import Silence
from aftershift.engines.windows.rituals import Every
from aftershift.library.evidence import load_evidence
from aftershift.web.rosters.words import code_words, length_words
from aftershift.web.windows.choosing import names_words
from aftershift.web.windows.papers import Change, News
from aftershift.web.windows.ritual_names import NAMES, SMALL, every_of

QUARTER = 15


@dataclass(frozen=True, kw_only=True, slots=True)
class WindowCard:
    """A window as a page shows it."""

    starts: str  # for a form: the moment in UTC
    when: str
    length: str
    kind: str
    reason: str
    facts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class NotNowCard:
    """A stretch to leave alone, and when is better."""

    when: str
    reason: str
    better: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ItemCard:
    """Something held: what it is for, or which ritual it is, and when it rings or why not."""

    uid: str
    when: str
    length: str
    kind: str
    reminder: str = ""
    people: str = ""  # who takes part beside the reader, where it is not just the partners


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """Whose eyes the words are for: her name, her wall clock, and how many of them there are."""

    name: str
    zone: ZoneInfo
    people: int = 2


def window_card(window: Window, reader: Reader) -> WindowCard:
    """Say when, what for and why."""
    facts = tuple(sentence(reason_words(reason, reader)) for reason in window.reasons)
    reasons = "; ".join(reason_words(reason, reader) for reason in window.reasons[:3])
    return WindowCard(
        starts=window.starts.isoformat(),
        when=span_words(window.starts, window.ends, reader.zone),
        length=length_words(minutes_between(window.starts, window.ends)),
        kind=kind_words(window.kind),
        reason=sentence(reasons),
        facts=facts,
    )


def not_now_card(not_now: NotNow, reader: Reader) -> NotNowCard:
    """Say what only looks like a window, why, and when is better."""
    better = _("None in these days.")
    if not_now.better:
        better = _("Better: %(when)s") % {"when": _moment(not_now.better, reader.zone)}
    return NotNowCard(
        when=span_words(quarter(not_now.starts), quarter(not_now.ends), reader.zone),
        reason=sentence(reason_words(not_now.reason, reader)),
        better=better,
    )


def item_card(item: PlanItem, reader: Reader) -> ItemCard:
    """Say what is held, and with whom."""
    zone = reader.zone
    others = [name for name in item.people if name != reader.name]
    return ItemCard(
        uid=item.uid,
        when=span_words(item.starts, item.ends, zone),
        length=length_words(minutes_between(item.starts, item.ends)),
        kind=ritual_name(item) or kind_words(item.kind),
        people=_("with %(names)s") % {"names": names_words(others)} if others else "",
    )


def reminder_words(
    item: PlanItem, rings_at: datetime | None, silence: Silence | None, zone: ZoneInfo
) -> str:
    """Say when an item rings, or why it does not."""
    if rings_at is not None:
        at, starts = rings_at.astimezone(zone), item.starts.astimezone(zone)
        if at.date() == starts.date():
            return _("Reminds at %(at)s") % {"at": f"{at:%H:%M}"}
        return _("Reminds %(at)s") % {"at": _moment(rings_at, zone)}
    if silence is None:
        return ""
    return {
        Silence.SPENT: _("No reminder: those of that day or week are used up"),
        Silence.ASLEEP: _("No reminder: you will likely be asleep until then"),
        Silence.UNKNOWN: _("No reminder: your roster says nothing of that time"),
    }[silence]


def ritual_name(item: PlanItem) -> str:
    """Say which ritual or practice an item is; nothing for a window, or what is no more."""
    practice = load_evidence().practices.get(item.practice) if item.practice else None
    named = NAMES.get(item.ritual) or SMALL.get(item.practice)
    return practice.name if practice else str(named or "")


def item_words(item: PlanItem, zone: ZoneInfo) -> str:
    """Name an item by its hours, and by its ritual before them: A small date, Thu 22 Oct, ..."""
    when = span_words(item.starts, item.ends, zone)
    return f"{name}, {when}" if (name := ritual_name(item)) else when


def no_place_words(item: PlanItem) -> str:
    """Say how far another time was looked for in vain."""
    every = every_of(item.ritual)
    if every is None:
        return _("No other time was found within a week.")
    return {
        Every.DAY: _("That day has no other time for it."),
        Every.WEEK: _("That week, from Monday to Sunday, has no other time for it."),
        Every.MONTH: _("These four weeks have no other time for it."),
    }[every]


def news_words(news: News, reader: Reader) -> tuple[str, ...]:
    """Say what moved, why, and what is left for that day."""
    move = news.move
    before = item_words(move.before, reader.zone)
    cause = _cause_words(news, reader)
    if move.after is not None:
        after = span_words(move.after.starts, move.after.ends, reader.zone)
        first = _("%(before)s moves to %(after)s, because %(cause)s.")
        lines = [first % {"before": before, "after": after, "cause": cause}]
    else:
        first = _("%(before)s is gone, because %(cause)s.") % {"before": before, "cause": cause}
        lines = [f"{first} {no_place_words(move.before)}"]
    if move.voice_note_at is not None:
        at = _moment(move.voice_note_at, reader.zone)
        lines.append(_("For that day: a voice note, to be heard at home from %(at)s.") % {"at": at})
    return tuple(lines)


def _cause_words(news: News, reader: Reader) -> str:
    move = news.move
    if news.after is Change.LINES:
        return _("you drew new lines for the time together")
    names_a_shift = move.cause not in (MoveCause.TIRED, MoveCause.EVENT)
    if news.after is Change.ROSTER and move.because and names_a_shift:
        return _because_words(move.because, reader)
    day = date_format(move.before.starts.astimezone(reader.zone), "l")
    causes = {
        MoveCause.WORK: _("there is work or school on %(day)s now")
        if move.before.people
        else _("there is work on %(day)s now"),
        MoveCause.SLEEP: _("it would cut sleep on %(day)s now"),
        MoveCause.AWAY: _("not everybody is home then on %(day)s any more"),
        MoveCause.TIRED: _("one of you would be too tired on %(day)s now"),
        MoveCause.EVENT: _("the shift that it goes with has other hours on %(day)s now"),
    }
    return causes[move.cause] % {"day": day}


def _because_words(because: Because, reader: Reader) -> str:
    """Name the shift behind a move; an event without a code of its own is only work."""
    starts = because.starts.astimezone(reader.zone)
    words = _("%(name)s now works %(code)s from %(from)s")
    if because.name == reader.name:
        words = _("you now work %(code)s from %(from)s")
    code = code_words(because.code)
    at = f"{date_format(starts, 'l')} {starts:%H:%M}"
    return " ".join((words % {"name": because.name, "code": code, "from": at}).split())


def kind_words(kind: WindowKind) -> str:
    """Say what a window is good for."""
    return {
        WindowKind.TALK: _("Fit for a real talk"),
        WindowKind.TIME: _("Time for a walk or a meal"),
        WindowKind.MOMENT: _("A moment: tea, a hug"),
    }[kind]


def reason_words(reason: Reason, reader: Reader) -> str:
    """Say one reason, in a phrase that starts small."""
    if reason.kind is ReasonKind.HOME_FROM and reason.name == reader.name:
        words = _("you are home from %(at)s")
    else:
        words = (_REASONS if reason.minutes else _REASONS | _UNCOUNTED)[reason.kind]
    if reader.people > 2:
        words = _OF_MANY.get(reason.kind, words)
    at = reason.at.astimezone(reader.zone).strftime("%H:%M") if reason.at else ""
    values = {"name": reason.name, "at": at, "length": length_words(reason.minutes)}
    return str(_(words)) % values


_REASONS: dict[ReasonKind, str] = {
    ReasonKind.BOTH_SLEPT: "both slept over %(length)s",
    ReasonKind.YOU_SLEPT: "you slept over %(length)s",
    ReasonKind.HOME_FROM: "%(name)s is home from %(at)s",
    ReasonKind.SCHOOL_UNTIL: "%(name)s has school until %(at)s",
    ReasonKind.BEFORE_BEDTIME: "before %(name)s’s bedtime at %(at)s",
    ReasonKind.NOBODY_WORKS: "nobody works that day",
    ReasonKind.BEFORE_CURFEW: "%(length)s before the curfew",
    ReasonKind.RESTED_TOGETHER: "part of %(length)s in which both are rested",
    ReasonKind.AWAKE_TOGETHER: "part of %(length)s in which both are awake and home",
    ReasonKind.ASLEEP: "you will likely be asleep",
    ReasonKind.AFTER_NIGHTS: "you come off nights, with about %(length)s of sleep",
    ReasonKind.SHORT_SLEEP: "you will have slept about %(length)s",
    ReasonKind.TIRED: "you will likely be too sleepy by then",
    ReasonKind.JUST_WOKEN: "you will have woken just before",
    ReasonKind.ON_CALL: "you may be called",
    ReasonKind.CURFEW: "it is late: hard things wait until tomorrow",
    ReasonKind.NOT_GOOD_FOR_THEM: "it is not a good time for %(name)s",
}
_OF_MANY: dict[ReasonKind, str] = {  # instead of "both", for three and more
    ReasonKind.BOTH_SLEPT: "all of you slept over %(length)s",
    ReasonKind.RESTED_TOGETHER: "part of %(length)s in which all of you are rested",
    ReasonKind.AWAKE_TOGETHER: "part of %(length)s in which all of you are awake and home",
}
_UNCOUNTED: dict[ReasonKind, str] = {  # the night before is on no roster
    ReasonKind.AFTER_NIGHTS: "you come off nights",
    ReasonKind.SHORT_SLEEP: "you will not have slept enough",
}


def span_words(starts: datetime, ends: datetime, zone: ZoneInfo) -> str:
    """Write a stretch on somebody's wall: Thu 22 Oct, 17:45–18:45."""
    first, last = starts.astimezone(zone), ends.astimezone(zone)
    day = date_format(first, "D j M")
    return f"{day}, {first:%H:%M}\u2013{last:%H:%M}"


def minutes_between(starts: datetime, ends: datetime) -> int:
    """Count the minutes of a stretch."""
    return int((ends - starts).total_seconds() // 60)


def quarter(moment: datetime) -> datetime:
    """Round to a quarter of an hour: a predicted sleep is never known to the minute."""
    return moment_of(round(minute_of(moment) / QUARTER) * QUARTER)


def _moment(moment: datetime, zone: ZoneInfo) -> str:
    return date_format(moment.astimezone(zone), "D j M, H:i")


def sentence(words: str) -> str:
    """Make a sentence of a phrase that starts small."""
    return words[:1].upper() + words[1:] + "."
