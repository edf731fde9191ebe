"""Ears for tests: they answer at once, in the thread that asks, what they were told to."""

from dataclasses import dataclass, field

from tests.shelves import heard, shelves, told

from aftershift.engines.coach.state import Heard
from aftershift.engines.language.candour import Candour, Sentence
from aftershift.engines.language.connection import About
from aftershift.engines.language.connection import Heard as HeardAbout
from aftershift.engines.language.patterns import Reading
from aftershift.engines.rehearsal.moves import NOBODY
from aftershift.engines.safety.risk import NO_RISK, Risk
from aftershift.web.ears import Answer, Deaf, Ears, NotInTime, Question

NOTHING = Reading()
BLUNT = Candour(sentences=(Sentence(text="You left the trolley open.", care=-2, point=2),))
LOGISTICS = HeardAbout(about=About.LOGISTICS)


@dataclass(kw_only=True)
class Calm:
    """Hears the same in every text, and remembers which texts it was asked about."""

    risk: Risk = NO_RISK
    reading: Reading = NOTHING
    theme: str = "home-empty"
    about: HeardAbout = LOGISTICS
    candour: Candour = BLUNT
    woken: int = 0
    triaged: list[str] = field(default_factory=list)
    read: list[str] = field(default_factory=list)

    def wake(self) -> None:
        self.woken += 1

    def ask(self, question: Question[Answer], patience: float) -> Answer:
        return question(
            Ears(
                triage=self._triage,
                read_patterns=self._read,
                hear_about=self._about,
                read_candour=self._candour,
                likely_moves=lambda _line: NOBODY,
                meaning=lambda _text: None,
                hear=self._hear,
                told=told,
                shelves=shelves(self.theme),
            )
        )

    def _triage(self, text: str, _before: object) -> Risk:
        self.triaged.append(text)
        return self.risk

    def _read(self, text: str) -> Reading:
        self.read.append(text)
        return self.reading

    def _about(self, _text: str) -> HeardAbout:
        return self.about

    def _candour(self, text: str) -> Candour:
        self.read.append(text)
        return self.candour

    def _hear(self, text: str, before: object) -> Heard:
        return heard(text, self._triage(text, before))


class Late(Calm):
    """Never answers in time."""

    def ask(self, question: Question[Answer], patience: float) -> Answer:
        raise NotInTime


class Broken(Calm):
    """Fails at everything."""

    def ask(self, question: Question[Answer], patience: float) -> Answer:
        raise Deaf


class BreaksAtPatterns(Calm):
    """Hears risk, and fails at the rest."""

    def _read(self, text: str) -> Reading:
        raise Deaf
