"""Shifts, questions and changes in words, for a page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aftershift.engines.rosters.codes import SETTLED
from aftershift.engines.rosters.shifts import ClockHours, Flag, Kind, Question, Shift, ShiftCode
from aftershift.engines.windows.holidays import days_of
from aftershift.engines.windows.overlap import Role
from aftershift.web.rosters.papers import ChildPaper, MemberPaper

DAYS_NAMED = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class ShiftRow:
    """One line of a table of shifts."""

    day: str
    code: str
    hours: str
    words: str
    is_open: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One answer that may be ticked."""

    value: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionCard:
    """One amber question with its answers."""

    member: UUID
    code: str
    shown: str
    key: str
    asks: str
    days: str
    choices: tuple[Choice, ...]


def day_words(day: date) -> str:
    """Write a day: Mon 19 Oct."""
    return date_format(day, "D j M")


def moment_words(moment: datetime, zone: ZoneInfo) -> str:
    """Write a moment on somebody's wall: Mon 19 Oct 19:30."""
    return date_format(moment.astimezone(zone), "D j M H:i")


def code_words(code: str) -> str:
    """Write a code as it stands on the rota; nothing for an event whose title was dropped."""
    return "" if is_nameless(code) else code


def is_nameless(code: str) -> bool:
    """Say whether a code only stands for a calendar's title, which nobody keeps."""
    return code.startswith("?")


def length_words(minutes: int) -> str:
    """Write a length: 50 min, 6 h, 3 h 20."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("%(n)d min") % {"n": rest}
    return _("%(hours)s h") % {"hours": hours} + (f" {rest:02}" if rest else "")


def who_words(member: MemberPaper) -> str:
    """Say what somebody is to the household, and their days where no roster says them."""
    if member.role is Role.CHILD:
        return child_words(member.child) if member.child else _("A child. Its hours are not known.")
    name = _("Partner") if member.role is Role.PARTNER else _("Relative or housemate")
    return _("%(who)s, usually at home") % {"who": name} if member.at_home else name


def child_words(child: ChildPaper) -> str:
    """Say a child's usual days in one line."""
    facts = [_("up at %(at)s") % {"at": f"{child.wakes:%H:%M}"}]
    if child.school:
        hours = {"from": f"{child.school[0]:%H:%M}", "to": f"{child.school[1]:%H:%M}"}
        facts.append(_("away for school %(from)s to %(to)s") % hours)
    facts.append(_("in bed at %(at)s") % {"at": f"{child.bedtime:%H:%M}"})
    said = _("A child: %(facts)s.") % {"facts": ", ".join(facts)}
    off = len(days_of(child.holidays))
    if child.school and off:
        days = ngettext("%(n)d day without school.", "%(n)d days without school.", off)
        said = f"{said} {days % {'n': off}}"
    return said


def shift_rows(shifts: Iterable[Shift]) -> tuple[ShiftRow, ...]:
    """Write shifts as lines of a table, on the ward's own clock."""
    return tuple(
        ShiftRow(
            day=_day_of(shift),
            code=code_words(shift.code) or _("event"),
            hours=hours_words(shift),
            words=". ".join(_facts(shift)),
            is_open=shift.certainty < SETTLED,
        )
        for shift in shifts
    )


def hours_words(shift: Shift) -> str:
    """Write a shift's hours as the ward's wall shows them: 19:30–08:00."""
    zone = ZoneInfo(shift.zone)
    starts, ends = shift.starts.astimezone(zone), shift.ends.astimezone(zone)
    return f"{starts:%H:%M}\u2013{ends:%H:%M}"


def _facts(shift: Shift) -> list[str]:
    hours = f"{(shift.ends - shift.starts).total_seconds() / 3600:g}"
    words = {
        Flag.CLOCKS_GO_BACK: _("%(hours)s h: the clocks go back"),
        Flag.CLOCKS_GO_FORWARD: _("%(hours)s h: the clocks go forward"),
        Flag.LONG: _("%(hours)s h"),
        Flag.NO_END: _("no end given"),
        Flag.ALL_DAY: _("on call all day"),
    }
    facts = [words[flag] % {"hours": hours} for flag in shift.flags]
    if shift.kind is Kind.ON_CALL and Flag.ALL_DAY not in shift.flags:
        facts.append(_("on call"))
    if shift.certainty < SETTLED:
        facts.append(_("a guess so far"))
    return facts


def question_card(
    member: UUID, name: str, question: Question, labels: Mapping[str, str]
) -> QuestionCard:
    """Ask about one code; `labels` hold a calendar's own title only while it is previewed."""
    choices = [
        Choice(value=str(at), words=_meaning_words(meaning))
        for at, meaning in enumerate(question.suggestions)
    ]
    kinds = {meaning.kind for meaning in question.suggestions}
    if is_nameless(question.code):
        choices += [Choice(value="work", words=_("Work, at these times"))] * (
            Kind.WORK not in kinds
        )
        choices += [Choice(value="call", words=_("On call"))] * (Kind.ON_CALL not in kinds)
    if Kind.OFF not in kinds:
        choices.append(Choice(value="off", words=_("Not work: a free day, leave, something else")))
    choices.append(Choice(value="hours", words=_("Other hours, typed below")))
    shown = labels.get(question.code) or code_words(question.code) or _("event")
    return QuestionCard(
        member=member,
        code=question.code,
        shown=shown,
        key=f"{member}-{question.code.strip('?')}",
        asks=_("What is this in %(name)s’s roster?") % {"name": name},
        days=_days_words(question),
        choices=tuple(choices),
    )


def _meaning_words(meaning: ShiftCode) -> str:
    hours = " + ".join(_clock(one) for one in meaning.hours)
    return f"{meaning.meaning}, {hours}" if hours else meaning.meaning


def _clock(hours: ClockHours) -> str:
    starts, ends = divmod(hours.starts, 60), divmod(hours.ends % 1440, 60)
    return f"{starts[0]:02}:{starts[1]:02}\u2013{ends[0]:02}:{ends[1]:02}"


def _days_words(question: Question) -> str:
    """Say on which days it stands; of an event, whose title is gone, its hours too."""
    waiting = [f"{_day_of(shift)} {hours_words(shift)}" for shift in question.waiting]
    days = waiting or [day_words(day) for day in question.days]
    named = ", ".join(days[:DAYS_NAMED])
    more = len(days) - DAYS_NAMED
    if more > 0:
        named += " " + ngettext("and %(n)d more day", "and %(n)d more days", more) % {"n": more}
    return named


def change_words(
    added: Sequence[Shift], moved: Sequence[tuple[Shift, Shift]], cancelled: Sequence[Shift]
) -> tuple[str, ...]:
    """Say what a new version of a roster changes, one line for each change."""
    lines = [
        (shift.starts, _("New: %(shift)s") % {"shift": _shift_words(shift)}) for shift in added
    ]
    lines += [
        (
            after.starts,
            _("Moved: %(before)s is now %(after)s")
            % {"before": _shift_words(before), "after": _shift_words(after)},
        )
        for before, after in moved
    ]
    lines += [
        (shift.starts, _("Gone: %(shift)s") % {"shift": _shift_words(shift)}) for shift in cancelled
    ]
    return tuple(words for _starts, words in sorted(lines))


def _shift_words(shift: Shift) -> str:
    return " ".join(filter(None, (_day_of(shift), code_words(shift.code), hours_words(shift))))


def _day_of(shift: Shift) -> str:
    return day_words(shift.starts.astimezone(ZoneInfo(shift.zone)).date())
