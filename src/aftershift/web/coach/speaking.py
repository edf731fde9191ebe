"""Which words a reply is said in: a model's, where somebody allowed it, or the authored draft.

Whatever goes wrong, the draft is said: no consent, a turn that stays with authored words, something
that may lead to a patient, a model that is late, silent or says what it may not. Of what a model
said and may not be said nothing is kept, shown or logged.
"""

from contextlib import closing
from dataclasses import dataclass, field, replace
from time import monotonic

from aftershift.engines.coach.state import Reply
from aftershift.engines.safety.gate import Cleared, clear
from aftershift.engines.voice.craft import Fault
from aftershift.engines.voice.saying import NotSaid, said_again
from aftershift.engines.voice.slots import Slots, Turn, slots_of, why_authored
from aftershift.library.voice import load_instructions
from aftershift.web import ears
from aftershift.web.coach.papers import Consent, TalkPaper
from aftershift.web.patients import surely_found
from aftershift.web.services import services
from aftershift.wiring import ModelVoice, NoModel

JUDGING = 0.5  # seconds for one judgement, and for what is judged when the model has ended


@dataclass(frozen=True, kw_only=True, slots=True)
class Spoken:
    """A reply as it is said. `draft` is the authored text behind a model's words, else empty.

    `waited`: a model was asked, so seconds may have gone by.
    """

    reply: Reply
    draft: str = ""
    model: str = ""
    waited: bool = False

    @property
    def as_drafted(self) -> "Spoken":
        """Give the same reply in its authored words."""
        return Spoken(reply=replace(self.reply, text=self.draft)) if self.draft else self


def voice() -> ModelVoice | None:
    """Give the model that the host has set up, if any."""
    return services().voice


def is_allowed(consent: Consent | None) -> bool:
    """Say whether somebody allowed the very model that is set up now."""
    asked = voice()
    return asked is not None and consent is not None and consent.mark == asked.place.mark


def wake(kept: TalkPaper) -> None:
    """Have the model's client made ready, while somebody who allowed it thinks."""
    if (asked := voice()) and is_allowed(kept.consent):
        asked.wake()


def spoken(turn: Turn, text: str, kept: TalkPaper) -> Spoken:
    """Say a turn; `text` is what the person typed, as it was typed."""
    drafted, asked = Spoken(reply=turn.reply), voice()
    if asked is None or not is_allowed(kept.consent):
        return drafted
    slots = leaving(turn, text)
    if slots is None:
        return drafted
    try:
        words = _words(asked, slots)
    except (NoModel, NotSaid, ears.NotInTime, ears.Deaf):
        return replace(drafted, waited=True)
    reply = replace(turn.reply, text=words)
    return Spoken(reply=reply, draft=turn.reply.text, model=asked.place.name, waited=True)


def leaving(turn: Turn, text: str) -> Slots | None:
    """Give what would leave of a turn; None where nothing of it may."""
    if why_authored(turn):
        return None
    message = clear(text, surely_found)
    return slots_of(turn, message) if isinstance(message, Cleared) else None


def _words(asked: ModelVoice, slots: Slots) -> str:
    judge = _EarJudge(ends=monotonic() + asked.place.seconds + JUDGING)
    with closing(asked.pieces(load_instructions().says, slots.payload)) as pieces:
        return said_again(pieces, slots, judge)


@dataclass(frozen=True, kw_only=True, slots=True)
class _EarJudge:
    """Asks the ear of this process, which has the encoder, and waits for it only so long."""

    ends: float
    room: ears.Hearing = field(default_factory=lambda: ears.room())

    def sentence(self, sentence: str, slots: Slots) -> Fault | None:
        """Judge one sentence. Raises NotInTime and Deaf."""
        return self.room.ask(lambda ear: ear.judge.sentence(sentence, slots), self._patience)

    def whole(self, said: str, slots: Slots) -> Fault | None:
        """Judge all of it. Raises NotInTime and Deaf."""
        return self.room.ask(lambda ear: ear.judge.whole(said, slots), self._patience)

    @property
    def _patience(self) -> float:
        return max(0.0, min(JUDGING, self.ends - monotonic()))
