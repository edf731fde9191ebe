"""Before a hard talk: is this a good moment for all of them, and when is the next one."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from aftershift.engines.basics.spans import clip, minute_of, subtract, union
from aftershift.engines.windows.finding import Found
from aftershift.engines.windows.overlap import Availability
from aftershift.engines.windows.ranking import ReasonKind, Window
from aftershift.engines.windows.timing_guard import Guarded, guard
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.windows import cards, queries, words

LEAD_DAYS = 2  # how far back sleep is counted for the words about it


@dataclass(frozen=True, kw_only=True, slots=True)
class TalkCard:
    """Whether a moment is good for a talk, why not, and the next that is.

    `window` is the proposed window around the next good moment, to be held at once; without one
    `better_day` leads to its fortnight. `first` is where the window is proposed.
    """

    when: str
    is_known: bool
    is_good: bool = False
    reasons: tuple[str, ...] = ()
    better: str = ""
    better_day: date | None = None
    window: words.WindowCard | None = None
    first: date


def talk_card(*, by: SignedIn, at: datetime, minutes: int, now: datetime) -> TalkCard:
    """Look at a talk of some minutes at a moment, for the reader's eyes."""
    first = at.astimezone(queries.own_zone(by=by)).date() - timedelta(days=LEAD_DAYS)
    view = queries.fortnight(by=by, first=first, now=now)
    reader = cards.reader_of(view)
    when = words.span_words(at, at + timedelta(minutes=minutes), reader.zone)
    if view.found is None or not _is_known(view.found, at, minutes):
        return TalkCard(when=when, is_known=False, first=first)
    found = guard(view.found.people, at=at, minutes=minutes)
    is_bound = _is_bound(view.found.people[0], at, minutes)
    window = _window_at(view.found, found.better, minutes)
    better = found.better.astimezone(reader.zone) if found.better else None
    return TalkCard(
        when=when,
        is_known=True,
        is_good=found.is_good,
        reasons=_reasons(found, reader, is_bound=is_bound),
        better=date_format(better, "D j M, H:i") if better else "",
        better_day=better.date() if better else None,
        window=words.window_card(window, reader) if window else None,
        first=first,
    )


def _is_known(found: Found, at: datetime, minutes: int) -> bool:
    """Say whether everybody's roster speaks about the whole talk."""
    starts = minute_of(at)
    return all(
        person.covers[0] <= starts and starts + minutes <= person.covers[1]
        for person in found.people
    )


def _window_at(found: Found, better: datetime | None, minutes: int) -> Window | None:
    """Find the proposed window in which the better talk would lie."""
    if better is None:
        return None
    ends = better + timedelta(minutes=minutes)
    windows = found.proposals.windows
    return next((one for one in windows if one.starts <= better and ends <= one.ends), None)


def _is_bound(person: Availability, at: datetime, minutes: int) -> bool:
    """Say whether work takes some of the talk already: getting ready, or the way there or home."""
    talk = (minute_of(at), minute_of(at) + minutes)
    awake_or_asleep = union([*person.home_awake, *person.sleep])
    return bool(subtract(clip(person.free, talk), awake_or_asleep))


def _reasons(found: Guarded, reader: words.Reader, *, is_bound: bool) -> tuple[str, ...]:
    """Name who is at work, whether the reader is on the way, then what else speaks against it."""
    said = [
        _("you work then") if name == reader.name else _("%(name)s works then") % {"name": name}
        for name in found.away
    ]
    if is_bound:
        said.append(_("you are getting ready for work, or on the way to it or home"))
    kinds = {one.kind for one in found.reasons}
    said += [
        words.reason_words(one, reader)
        for one in found.reasons
        if not (one.kind is ReasonKind.SHORT_SLEEP and ReasonKind.AFTER_NIGHTS in kinds)  # the same
    ]
    return tuple(words.sentence(one) for one in said)
