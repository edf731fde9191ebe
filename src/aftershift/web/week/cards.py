"""What the page of the week shows, gathered and put in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import zip_longest
from urllib.parse import quote

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from aftershift.engines.evidence.linking import Linker, Piece
from aftershift.engines.rosters.shifts import Shift
from aftershift.engines.windows.moments import FOR_TWO, Gap, Offered
from aftershift.engines.windows.plan import PlanItem
from aftershift.engines.wording.scripts import Script, To
from aftershift.library.evidence import load_evidence
from aftershift.library.week import load_week
from aftershift.library.wording import load_scripts
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rituals import queries as rituals
from aftershift.web.rituals.words import RITUALS
from aftershift.web.rosters.words import code_words, length_words, moment_words
from aftershift.web.week import fitting, queries
from aftershift.web.week.fitting import BoldOffer, Proposal
from aftershift.web.week.papers import Text
from aftershift.web.week.queries import View
from aftershift.web.week.words import TIES, WITH, LoadCard, load_card
from aftershift.web.windows import queries as windows
from aftershift.web.windows.words import minutes_between, ritual_name, span_words

NEXT_TIMES = 3
BREAKS_OF, QUARTER = 4, 15  # shifts whose breaks are offered; minutes
LINES = 4
GROUPS = (
    *("thanks", "help", "boundary-home", "boundary-family", "boundary-work"),
    *("missed", "no", "first-sentence"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class SmallCard:
    """A small thing that is proposed, and behind a tap why."""

    name: str
    id: str
    slug: str
    starts: str  # for a form: the moment in UTC
    when: str
    does: str
    why: str
    time: str
    grade: str
    grade_words: str
    says: tuple[Piece, ...]
    reviewed: date


@dataclass(frozen=True, kw_only=True, slots=True)
class HeldCard:
    """Something of this page that is held."""

    uid: str
    name: str
    when: str
    is_over: bool
    with_: Promise | str = ""
    line: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class BoldCard:
    """One of the four, and when it could be."""

    id: str
    name: str
    says: str
    starts: str
    when: str


@dataclass(frozen=True, kw_only=True, slots=True)
class HabitCard:
    """The habit that is on its way, and its next times; `is_own` is one in own words."""

    says: str
    since: str
    times: tuple[str, ...]
    is_own: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class TextCard:
    """A text that waits for its break."""

    id: str
    to: str
    when: str
    is_due: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenText:
    """A text as it is opened: whole, and marked as written earlier."""

    id: str
    to: str
    text: str
    mark: str
    sends: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WeekPage:
    """All that the page shows."""

    span: str
    known: bool
    load: LoadCard | None
    line: str
    small: tuple[SmallCard, ...]
    held: tuple[HeldCard, ...]
    cap: int
    is_full: bool
    habit: HabitCard | None
    bold: HeldCard | None
    moves: tuple[BoldCard, ...]
    talks: tuple[HeldCard, ...]
    with_whom: tuple[tuple[str, Promise], ...]
    texts: tuple[TextCard, ...]
    breaks: tuple[tuple[str, str], ...]
    in_feed: bool
    has_feed: bool
    just_me: bool


def week_page(*, by: SignedIn, now: datetime) -> WeekPage:
    """Gather the week."""
    seen = queries.view(by=by, now=now)
    bold = fitting.bold_held(seen)
    small = fitting.placed_this_week(seen)
    shown = [one for one in seen.plan.items if one.uid in small and _is_shown(one, seen)]
    nudges = load_week().nudges
    return WeekPage(
        span=_span(seen),
        known=seen.ground is not None,
        load=load_card(seen.load),
        line=nudges[seen.today.isocalendar().week % len(nudges)].says,
        small=tuple(_small(one, seen) for one in fitting.proposals(seen, by=by)),
        held=tuple(_held(one, seen) for one in sorted(shown, key=lambda one: one.starts)),
        cap=seen.paper.cap,
        is_full=not fitting.room(seen),
        habit=_habit(seen),
        bold=next((_held(one, seen) for one in seen.held() if one.uid == bold), None),
        moves=tuple(_bold(one, seen) for one in fitting.bold_offers(seen)),
        talks=tuple(_talks(seen)),
        with_whom=tuple(
            (one.value, words)
            for one, words in WITH.items()
            if one is not To.PARTNER or seen.has_other
        ),
        texts=tuple(_text(one, seen) for one in seen.paper.texts),
        breaks=breaks(seen),
        in_feed=seen.paper.in_feed,
        has_feed=bool(windows.feed_token(by=by)),
        just_me=seen.just_me,
    )


def _is_shown(item: PlanItem, seen: View) -> bool:
    """What is for two is not shown where it was put away."""
    return not seen.just_me or item.people == (seen.name,)


def _span(seen: View) -> str:
    last = seen.monday + timedelta(days=6)
    first = date_format(seen.monday, "j F" if seen.monday.month != last.month else "j")
    return f"{first}\u2013{date_format(last, 'j F')}"


def _small(one: Proposal, seen: View) -> SmallCard:
    practice = one.practice
    return SmallCard(
        name=practice.name,
        id=practice.id,
        slug=practice.slug,
        starts=one.place.starts.isoformat(),
        when=_when(one.place.starts, one.place.ends, seen),
        does=practice.smaller or practice.about,
        why=one.why,
        time=_time(one.place),
        grade=practice.grade.value,
        grade_words=practice.grade.words,
        says=Linker(load_evidence().terms.values()).pieces(practice.say),
        reviewed=practice.reviewed,
    )


def _time(place: Offered) -> str:
    """Say what makes it a good time."""
    if place.idea.gap is Gap.HANDOVER:
        return _("The day’s work is done by then, and the way home not begun.")
    if place.idea.gap in FOR_TWO:
        return _("You are both free, awake and at home then.")
    return _("You are free, awake and at home then.")


def _when(starts: datetime, ends: datetime, seen: View) -> str:
    """Say when something is, and for how long: a minute has no end worth writing."""
    return f"{moment_words(starts, seen.zone)} · {length_words(minutes_between(starts, ends))}"


def _held(item: PlanItem, seen: View, *, to: str = "", line: str = "") -> HeldCard:
    return HeldCard(
        uid=item.uid,
        name=ritual_name(item),
        when=_when(item.starts, item.ends, seen),
        is_over=item.ends <= seen.now,
        with_=WITH[To(to)] if to else "",
        line=line,
    )


def _talks(seen: View) -> Iterator[HeldCard]:
    """List the conversations to come; what is with the partner not where it was put away."""
    said = {one.uid: one for one in seen.paper.talks}
    for item in seen.held(fitting.TALK):
        talk = said.get(item.uid)
        if talk is None or item.ends <= seen.now or not _is_shown(item, seen):
            continue
        yield _held(item, seen, to=talk.to, line=talk.line)


def _bold(one: BoldOffer, seen: View) -> BoldCard:
    place = one.place
    return BoldCard(
        id=one.move.id,
        name=one.move.name,
        says=one.move.says,
        starts=place.starts.isoformat() if place else "",
        when=_when(place.starts, place.ends, seen) if place else "",
    )


def _habit(seen: View) -> HabitCard | None:
    """Show the habit in own words, or the ritual that is one."""
    own = seen.taken.own
    if own is not None:
        times = queries.habit_times(seen)[:NEXT_TIMES]
        return HabitCard(
            says=str(TIES[own.tie]) % {"words": own.words},
            since=date_format(own.since, "j F"),
            times=tuple(moment_words(one, seen.zone) for one in times),
            is_own=True,
        )
    ritual = rituals.habit_of(seen.taken)
    if ritual is None or seen.just_me:
        return None
    name = RITUALS[ritual.ritual][0]
    since = date_format(ritual.since, "j F")
    return HabitCard(says=str(name), since=since, times=(), is_own=False)


# --- a text for a break ------------------------------------------------------------------


def breaks(seen: View) -> tuple[tuple[str, str], ...]:
    """Offer moments of the next shifts at which a break may be: a third in, two thirds, the end."""
    return tuple(
        (f"{seen.day_of(shift.starts)}/{minutes}", f"{moment_words(at, seen.zone)}: {words}")
        for shift in queries.shifts_ahead(seen.own, seen.now)[:BREAKS_OF]
        for minutes, words in _breaks_of(shift)
        if (at := shift.starts + timedelta(minutes=minutes)) > seen.now
    )


def _breaks_of(shift: Shift) -> Iterator[tuple[int, str]]:
    lasts = minutes_between(shift.starts, shift.ends)
    code = code_words(shift.code)
    for share in (1, 2):
        minutes = lasts * share // 3 // QUARTER * QUARTER
        into = length_words(minutes)
        words = _("%(code)s, about %(into)s in") % {"code": code, "into": into}
        yield minutes, " ".join(words.split()).removeprefix(", ")
    yield lasts, _("after handover")


def _text(one: Text, seen: View) -> TextCard:
    at = queries.due(one, seen.own)
    when = moment_words(at, seen.zone) if at else _("no shift on that day any more")
    return TextCard(id=one.id, to=one.to, when=when, is_due=at is None or at <= seen.now)


def open_text(*, by: SignedIn, text_id: str) -> OpenText | None:
    """Open a text; None where there is none."""
    found = queries.text_of(queries.paper(by=by), text_id)
    if found is None:
        return None
    written = date_format(found.written.astimezone(windows.own_zone(by=by)), "D j M, H:i")
    mark = _("(Written earlier, %(when)s)") % {"when": written}
    body = f"{found.text}\n\n{mark}"
    return OpenText(
        id=found.id, to=found.to, text=body, mark=written, sends=f"sms:?body={quote(body)}"
    )


# --- the next conversation ---------------------------------------------------------------


def times_of(seen: View, to: To) -> list[tuple[str, str]]:
    """Give real free times, for a form."""
    return [
        (one.starts.isoformat(), span_words(one.starts, one.ends, seen.zone))
        for one in fitting.talk_times(seen, to)
    ]


def moment(starts: str) -> datetime:
    """Read what `times_of` wrote."""
    return datetime.fromisoformat(starts)


def lines_for(to: To) -> list[Script]:
    """Give authored lines to begin with: one of each kind, the light ones first."""
    found = [one for one in load_scripts().script if one.to is to]
    groups = ([one for one in found if one.group == group] for group in GROUPS)
    in_turn = (one for several in zip_longest(*groups) for one in several if one is not None)
    return list(in_turn)[:LINES]
