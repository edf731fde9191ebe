"""Every change of what the coach keeps."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from aftershift.engines.coach.hearing.moves import Move as Move
from aftershift.engines.coach.state import Act, Reply, State
from aftershift.engines.coach.turn import opened, take_turn
from aftershift.engines.safety.brake import Brake, Conversation, Moment, Shown
from aftershift.engines.safety.course import Course, begin, note_of
from aftershift.engines.safety.risk import Category, Level
from aftershift.engines.voice.slots import Turn
from aftershift.library.evidence import load_evidence
from aftershift.web import ears
from aftershift.web.coach import placing, queries, speaking
from aftershift.web.coach.hearing import SECONDS, Listened, listen
from aftershift.web.coach.hearing import Given as Given
from aftershift.web.coach.models import Talk
from aftershift.web.coach.papers import (
    MOST_CARDS,
    MOST_SAID,
    Card,
    Consent,
    Said,
    Step,
    TalkPaper,
    Used,
)
from aftershift.web.coach.speaking import Spoken
from aftershift.web.coach.words import AFTER_HELPED, HELPED, tapped_words
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.turns import own_turn
from aftershift.web.safety import actions as safety_actions
from aftershift.web.safety import queries as safety

LAST_LINES = 600


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What came of a message. `course` is what travels with the page where nothing is kept."""

    reply: Reply
    is_masked: bool = False
    course: Course | None = None


def say(*, by: SignedIn, given: Given, now: datetime) -> Told:
    """Say something to the coach; what was really said is sealed, unless it must not be.

    Where the exchange before may not be kept, it comes with what is given. Raises NotInTime and
    Deaf, and then nothing has changed.
    """
    before = queries.paper(by=by)
    kept = _current(before, by=by, now=now)
    state = replace(kept.state, course=given.course) if given.course else kept.state
    listened = listen(given, state.heard_before)
    known = queries.known(by=by, kept=kept, now=now)
    after, reply = take_turn(state, listened.heard, listened.shelves, now, known)
    if reply.act is Act.PLAN and _has_hour(by, reply.place, now):  # seldom, so looked up only now
        known = replace(known, roster=replace(known.roster, shared_hour=True))
        after, reply = take_turn(state, listened.heard, listened.shelves, now, known)
    safety_actions.keep_note(by=by, note=note_of(after.course))
    if after.course.guarded:
        return Told(reply=reply, course=after.course)
    turn = Turn(reply=reply, state=after, heard=listened.heard, now=now)
    spoken = speaking.spoken(turn, given.text, kept)  # in no transaction: it may take seconds
    with own_turn(by):
        paper = queries.paper(by=by)
        fresh = _current(paper, by=by, now=now)
        if spoken.waited and paper.said != before.said:  # said in another window meanwhile
            after, reply = take_turn(fresh.state, listened.heard, listened.shelves, now, known)
            spoken = Spoken(reply=reply)
            if after.course.guarded:
                return Told(reply=reply, course=after.course)
        if not speaking.is_allowed(fresh.consent):  # withdrawn while a model was speaking
            spoken = spoken.as_drafted
        moment = Moment(now=now, is_at_rest=known.is_at_rest)
        _save(by, _told(fresh, listened, after, spoken, moment))
    return Told(reply=reply, is_masked=listened.is_masked)


def open_talk(*, by: SignedIn, now: datetime) -> None:
    """Begin a conversation where the last is over, by asking how its step went. Raises as `say`."""
    kept = queries.paper(by=by)
    speaking.wake(kept)
    if not queries.is_over(kept, now) or not queries.open_steps(kept, now):
        return
    shelves = ears.room().ask(lambda ear: ear.shelves, SECONDS)
    with own_turn(by):
        kept = _current(queries.paper(by=by), by=by, now=now)
        known = queries.known(by=by, kept=kept, now=now)
        state, reply = opened(kept.state, shelves, known)
        if reply is not None:
            moment = Moment(now=now, is_at_rest=known.is_at_rest)
            _save(by, _with_reply(kept, state, Spoken(reply=reply), moment))


def end(*, by: SignedIn) -> None:
    """End the conversation: its words go; planned steps and kept cards stay."""
    with own_turn(by):
        _save(by, _anew(queries.paper(by=by), State()))


def keep_card(*, by: SignedIn, text: str, now: datetime) -> None:
    """Keep something to be remembered, in the person's own words."""
    with own_turn(by):
        kept = queries.paper(by=by)
        card = Card(id=uuid4().hex, text=text, kept=now.date())
        _save(by, replace(kept, cards=(*kept.cards, card)[-MOST_CARDS:]))


def forget_card(*, by: SignedIn, card: str) -> None:
    """Forget one card."""
    with own_turn(by):
        kept = queries.paper(by=by)
        _save(by, replace(kept, cards=tuple(one for one in kept.cards if one.id != card)))


def place(*, by: SignedIn, practice: str, now: datetime) -> None:
    """Place a practice in the next window that both have; ask of it after that. Raises NoWindow."""
    with own_turn(by):
        ends = placing.place(by=by, practice=practice, now=now)
        set_due(by=by, practice=practice, due=ends, now=now)


def set_due(*, by: SignedIn, practice: str, due: datetime, now: datetime) -> None:
    """Remember that a practice lies in an hour: how it went is asked afterwards, once."""
    with own_turn(by):
        kept = queries.paper(by=by)
        planned = [one for one in kept.steps if one.practice == practice and not one.outcome]
        step = (
            replace(planned[-1], due=due)
            if planned
            else Step(practice=practice, planned=now, due=due)
        )
        others = tuple(one for one in kept.steps if one not in planned[-1:])
        _save(by, replace(kept, steps=(*others, step)))


def tell_helped(*, by: SignedIn, practice: str, helped: str, now: datetime) -> None:
    """Say whether a practice that was done helped; nothing changes where none was."""
    with own_turn(by):
        kept = queries.paper(by=by)
        at = max((n for n, one in enumerate(kept.steps) if _is_done(one, practice)), default=None)
        if at is None:
            return
        told = replace(kept.steps[at], outcome=helped)
        kept = replace(kept, steps=(*kept.steps[:at], told, *kept.steps[at + 1 :]))
        is_asked = kept.just_did == practice and not queries.is_over(kept, now)
        _save(by, _with_helped(kept, practice, helped) if is_asked else kept)


def drop_step(*, by: SignedIn, practice: str) -> None:
    """Forget a step that was let go before its hour: nobody asks why."""
    with own_turn(by):
        kept = queries.paper(by=by)
        left = tuple(one for one in kept.steps if one.outcome or one.practice != practice)
        _save(by, replace(kept, steps=left))


def follow(*, by: SignedIn, practice: str, left: datetime | None, **_of_django: object) -> None:
    """Drop a step whose hour was let go; ask after the hour that is left where it has another.

    Listens to `practice_let_go`, inside the transaction of the change.
    """
    if left is None:
        drop_step(by=by, practice=practice)
        return
    with own_turn(by):
        kept = queries.paper(by=by)
        steps = tuple(
            replace(one, due=left) if one.practice == practice and not one.outcome else one
            for one in kept.steps
        )
        _save(by, replace(kept, steps=steps))


def unbar(*, by: SignedIn, practice: str) -> None:
    """Let a practice be offered again."""
    with own_turn(by):
        kept = queries.paper(by=by)
        _save(by, replace(kept, barred=tuple(one for one in kept.barred if one != practice)))


def forget_steps(*, by: SignedIn) -> None:
    """Forget which practices were planned, and what came of them."""
    with own_turn(by):
        _save(by, replace(queries.paper(by=by), steps=()))


def allow_voice(*, by: SignedIn, mark: str, now: datetime) -> bool:
    """Let the model that somebody was shown say drafts again; say whether it is still that one."""
    asked = speaking.voice()
    if asked is None or asked.place.mark != mark:
        return False
    with own_turn(by):
        _save(by, replace(queries.paper(by=by), consent=Consent(mark=mark, given=now)))
    asked.wake()
    return True


def withdraw_voice(*, by: SignedIn) -> None:
    """Let no model say anything from now on; what one said goes, and its drafts take its place."""
    with own_turn(by):
        kept = queries.paper(by=by)
        said = tuple(
            replace(one, text=one.draft, draft="", model="") if one.draft else one
            for one in kept.said
        )
        _save(by, replace(kept, consent=None, said=said))


def _current(kept: TalkPaper, *, by: SignedIn, now: datetime) -> TalkPaper:
    """Take the conversation that goes on, or a new one with the note of help."""
    if not queries.is_over(kept, now):
        return kept
    state = State(course=begin(safety.own(by=by).note, now))
    return _anew(kept, state)


def _anew(kept: TalkPaper, state: State) -> TalkPaper:
    return replace(
        kept, state=state, said=(), answers=(), purposes=(), began=None, last=None, just_did=""
    )


def _told(
    kept: TalkPaper, listened: Listened, after: State, spoken: Spoken, moment: Moment
) -> TalkPaper:
    reply, now = spoken.reply, moment.now
    words = tapped_words(listened.heard) or listened.kept
    if words and reply.act is not Act.SAFETY:
        kept = replace(kept, said=(*kept.said, Said(by_coach=False, text=words)))
    if Category.OVER_RELIANCE in listened.heard.risk.categories:
        kept = replace(kept, heard_leaning=(*kept.heard_leaning, now))
    if reply.outcome:
        kept = _answered(kept, reply.outcome, now)
    if reply.barred:
        kept = replace(kept, barred=(*kept.barred, reply.barred))
    if reply.act is Act.PLAN:
        step = Step(practice=reply.place, planned=now)
        kept = replace(kept, steps=(*kept.steps, step))
    return _with_reply(kept, after, spoken, moment)


def _is_done(step: Step, practice: str) -> bool:
    return step.practice == practice and step.outcome == Move.DID


def _with_helped(kept: TalkPaper, practice: str, helped: str) -> TalkPaper:
    """Answer in the conversation; what made things worse is not offered again in it."""
    kept = replace(kept, just_did="")
    if kept.state.course.level >= Level.CHECK_IN:
        return kept
    worse = (practice,) if helped == Move.WORSE else ()
    said = (
        Said(by_coach=False, text=str(HELPED[helped])),
        Said(by_coach=True, text=str(AFTER_HELPED[helped]), act=Act.FOLLOW_UP.value),
    )
    return replace(
        kept,
        state=replace(kept.state, refused=(*kept.state.refused, *worse)),
        said=(*kept.said, *said)[-MOST_SAID:],
    )


def _has_hour(by: SignedIn, planned: str, now: datetime) -> bool:
    """Say whether what is planned has an hour that both have."""
    practice = load_evidence().practices.get(planned)
    return (
        practice is not None and placing.next_window(by=by, practice=practice, now=now) is not None
    )


def _answered(kept: TalkPaper, outcome: str, now: datetime) -> TalkPaper:
    """Write what came of the last step that was open; one that is still to come only if alone."""
    steps = kept.steps
    open_ = [at for at, one in enumerate(steps) if not one.outcome]
    due = [at for at in open_ if (ends := steps[at].due) is None or ends <= now]
    for at in (due or open_)[-1:]:
        told = replace(steps[at], outcome=outcome)
        return replace(
            kept,
            steps=(*steps[:at], told, *steps[at + 1 :]),
            just_did=told.practice if outcome == Move.DID else "",
        )
    return kept


def _with_reply(kept: TalkPaper, after: State, spoken: Spoken, moment: Moment) -> TalkPaper:
    reply, now = spoken.reply, moment.now
    said = Said(
        by_coach=True,
        text=reply.text,
        act=reply.act.value,
        practice=reply.practices[0] if reply.practices else "",
        why=reply.why,
        place=reply.place,
        draft=spoken.draft,
        model=spoken.model,
    )
    used = tuple(Used(name=name, on=now.date()) for name in after.used[len(kept.state.used) :])
    began = kept.began or now
    kept = replace(
        kept,
        state=after,
        said=(*kept.said, said)[-MOST_SAID:],
        answers=reply.suggestions,
        purposes=reply.purposes,
        began=began,
        last=now,
        lines=(*kept.lines, *used)[-LAST_LINES:],
        conversations=_conversations(kept, began, moment),
    )
    due = queries.pulled(kept, moment).brake
    if due is Brake.NONE:
        return kept
    return replace(kept, shown=(*kept.shown, Shown(brake=due, at=now)))


def _conversations(kept: TalkPaper, began: datetime, moment: Moment) -> tuple[Conversation, ...]:
    """Count this turn in; a conversation that was once in hours of sleep stays one."""
    others = tuple(one for one in kept.conversations if one.starts != began)
    was_at_rest = any(one.is_at_rest for one in kept.conversations if one.starts == began)
    turns = 1 + sum(not one.by_coach for one in kept.said)
    now_on = Conversation(
        starts=began, ends=moment.now, turns=turns, is_at_rest=moment.is_at_rest or was_at_rest
    )
    return (*others[-60:], now_on)


def _save(by: SignedIn, kept: TalkPaper) -> None:
    row = Talk.objects.filter(person=by.person).first() or Talk(person=by.person)
    row.write_from(by.vault, kept)
    row.save()
