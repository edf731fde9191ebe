"""What the page of consent shows: whose words they may be, and in full what would leave."""

from dataclasses import dataclass
from datetime import datetime

from aftershift.engines.coach.state import Act, Heard, Reply, State
from aftershift.engines.safety.phi_kinds import MASKS
from aftershift.engines.voice.slots import Turn
from aftershift.library.voice import load_instructions
from aftershift.web.coach import queries, speaking
from aftershift.web.coach.hearing import NO_ROWS
from aftershift.web.coach.papers import Said, TalkPaper
from aftershift.web.people.signed_in import SignedIn


@dataclass(frozen=True, kw_only=True, slots=True)
class VoicePage:
    """The model that the host has set up, and what it would get.

    `since` is when this person allowed it. `payload` is of the last turn, or of a sample where
    there is none. `stays`: of the last turn nothing would leave.
    """

    has_model: bool = False
    name: str = ""
    host: str = ""
    is_here: bool = True
    mark: str = ""
    seconds: int = 0
    since: datetime | None = None
    was_another: bool = False
    rules: str = ""
    payload: str = ""
    is_sample: bool = False
    stays: bool = False


def has_model() -> bool:
    """Say whether a host has set up a model."""
    return speaking.voice() is not None


def told_of(kept: TalkPaper) -> str:
    """Name the model that this person allowed, if it is the one that is set up."""
    asked = speaking.voice()
    return asked.place.name if asked and speaking.is_allowed(kept.consent) else ""


def voice_page(*, by: SignedIn, now: datetime) -> VoicePage:
    """Gather the page."""
    asked, kept = speaking.voice(), queries.paper(by=by)
    if asked is None:
        return VoicePage()
    is_allowed, place = speaking.is_allowed(kept.consent), asked.place
    last = None if queries.is_over(kept, now) else _last_turn(kept, now)
    payload = _payload(last) if last else ""
    return VoicePage(
        has_model=True,
        name=place.name,
        host=place.host,
        is_here=place.is_here,
        mark=place.mark,
        seconds=place.seconds,
        since=kept.consent.given if kept.consent and is_allowed else None,
        was_another=kept.consent is not None and not is_allowed,
        rules=load_instructions().says.strip(),
        payload=payload or _payload(_sample(now)),
        is_sample=not payload,
        stays=last is not None and not payload,
    )


def _payload(turn: Turn) -> str:
    slots = speaking.leaving(turn, turn.heard.text)
    return slots.payload if slots else ""


def _last_turn(kept: TalkPaper, now: datetime) -> Turn | None:
    """Put the last turn together again from what is sealed; None where nothing was said yet."""
    if not (kept.said and kept.said[-1].by_coach):
        return None
    last = kept.said[-1]
    before = kept.said[-2] if len(kept.said) > 1 and not kept.said[-2].by_coach else None
    typed = before.text if before and not _is_masked(before) else ""
    reply = Reply(
        text=last.draft or last.text,
        act=Act(last.act),
        rule="",
        practices=(last.practice,) if last.practice else (),
        place=last.place,
    )
    return _turn(reply, kept.state, typed, now)


def _sample(now: datetime) -> Turn:
    sample = load_instructions().sample
    return _turn(Reply(text=sample.reply, act=Act.EXPLORE, rule=""), State(), sample.message, now)


def _turn(reply: Reply, state: State, typed: str, now: datetime) -> Turn:
    heard = Heard(text=typed, clean="", rows=NO_ROWS, done=NO_ROWS)
    return Turn(reply=reply, state=state, heard=heard, now=now)


def _is_masked(said: Said) -> bool:
    """Say whether something was masked in a message: then nothing of it left."""
    return any(mask in said.text for mask in MASKS.values())
