"""Models for tests of the page: they say what they are told to, without a wire."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field, replace

import pytest
from tests.web.hearing import Calm

from aftershift.adapters.models.client import UNREACHED, NoModel
from aftershift.adapters.models.place import ModelPlace
from aftershift.engines.voice.craft import Fault, sentence_fault
from aftershift.engines.voice.slots import Slots
from aftershift.library.voice import load_craft
from aftershift.web import ears
from aftershift.web.coach import speaking
from aftershift.web.ears import Answer, Ears, Question

HERE = ModelPlace(url="http://127.0.0.1:9/v1", name="small-model", seconds=60)
OTHER = ModelPlace(url="http://127.0.0.1:9/v1", name="other-model", seconds=60)
AGAIN = "You kept yourself in one piece until the door, and what was left went with the bins."


@dataclass(kw_only=True)
class Parrot:
    """Says one text, and remembers what it was asked."""

    text: str = AGAIN
    place: ModelPlace = HERE
    payloads: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    woken: int = 0
    meanwhile: Callable[[], object] = lambda: None

    def wake(self) -> None:
        self.woken += 1

    def pieces(self, rules: str, payload: str) -> Generator[str, None, None]:
        self.rules.append(rules)
        self.payloads.append(payload)
        return self._said()

    def _said(self) -> Generator[str, None, None]:
        self.meanwhile()
        for word in self.text.split(" "):
            yield f"{word} "


class Mute(Parrot):
    """Is never reached."""

    def _said(self) -> Generator[str, None, None]:
        yield "You kept "
        raise NoModel(UNREACHED)


class ByTheBook:
    """Judges by the rules of the craft alone: no encoder."""

    def sentence(self, sentence: str, slots: Slots) -> Fault | None:
        return sentence_fault(sentence, slots, load_craft())

    def whole(self, _said: str, _slots: Slots) -> Fault | None:
        return None


class Judging(Calm):
    """Hears as told, and judges by the book."""

    def ask(self, question: Question[Answer], patience: float) -> Answer:
        return super().ask(lambda ear: question(_with_judge(ear)), patience)


def _with_judge(ear: Ears) -> Ears:
    return replace(ear, judge=ByTheBook())


def set_up(monkeypatch: pytest.MonkeyPatch, model: Parrot | None, ear: Calm | None = None) -> None:
    """Let a host have set up a model, or none, and the ear judge."""
    monkeypatch.setattr(speaking, "voice", lambda: model)
    judging = ear or Judging()
    monkeypatch.setattr(ears, "room", lambda: judging)
