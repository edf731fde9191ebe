"""Reads of the coach; each takes `by`, whose vault opens what is read."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

from aftershift.engines.coach.state import Known, OwnRoster
from aftershift.engines.safety.brake import History, Moment, Pulled, brake
from aftershift.web.coach.models import Talk
from aftershift.web.coach.papers import Step, TalkPaper
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.rosters.own import is_at_rest, own_around, own_load, own_shifts
from aftershift.web.safety import queries as safety

OVER = timedelta(hours=12)  # after so long a silence the next message begins a conversation
LINES_REST = timedelta(days=30)
WORTH = {"helped": 1, "worse": -2}
BARRED = -100  # more than anything that ever helped


def paper(*, by: SignedIn) -> TalkPaper:
    """Open what the coach keeps."""
    row = Talk.objects.filter(person=by.person).first()
    return row.read_as(by.vault, TalkPaper) if row else TalkPaper()


def is_over(kept: TalkPaper, now: datetime) -> bool:
    """Say whether the conversation is over, if there was one."""
    return kept.last is None or now - kept.last > OVER


def known(*, by: SignedIn, kept: TalkPaper, now: datetime) -> Known:
    """Gather what the coach may take into account, all of it the person's own."""
    open_step = open_steps(kept, now)[-1:]
    since = now.date() - LINES_REST
    own = own_shifts(by=by)
    return Known(
        helped=helped(kept),
        done=done(kept),
        last_step=open_step[0].practice if open_step else "",
        hour=now.astimezone(own.zone).hour,
        lines=frozenset(one.name for one in kept.lines if one.on >= since),
        is_two=not safety.is_just_me(by=by),
        roster=OwnRoster(around=own_around(own, now), load=own_load(own, now)),
        cards=tuple(one.text for one in reversed(kept.cards)),
        is_at_rest=is_at_rest(own, now),
    )


def helped(kept: TalkPaper) -> dict[str, int]:
    """Count what helped and what made things worse; what was barred never comes back."""
    counted: Counter[str] = Counter()
    for step in kept.steps:
        counted[step.practice] += WORTH.get(step.outcome, 0)
    for practice in kept.barred:
        counted[practice] += BARRED
    return dict(counted)


def done(kept: TalkPaper) -> frozenset[str]:
    """Name the practices that were done, and nobody said whether they helped."""
    return frozenset(one.practice for one in kept.steps if one.outcome == "did")


def open_steps(kept: TalkPaper, now: datetime) -> tuple[Step, ...]:
    """Give the steps of which nothing was told yet, without those whose hour is still to come."""
    told = (one for one in kept.steps if not one.outcome)
    return tuple(one for one in told if one.due is None or one.due <= now)


def pulled(kept: TalkPaper, moment: Moment) -> Pulled:
    """Say which line of the brake is due, if any."""
    history = History(conversations=kept.conversations, heard=kept.heard_leaning, shown=kept.shown)
    return brake(history, replace(moment, is_at_risk=bool(kept.state.course.level)))
