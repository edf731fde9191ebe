"""How much somebody is at risk, and of what kind.

Four levels, with a cheap middle: at real base rates even a very good detector is wrong ten times
out of eleven, so a false alarm has to cost one kind question and not a red page.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Level(IntEnum):
    """How grave it is; each is answered by its own fixed path."""

    NONE = 0
    CHECK_IN = 1
    ELEVATED = 2
    EMERGENCY = 3

    @property
    def word(self) -> str:
        """Name it as content and the command line do."""
        return self.name.lower()


class Category(StrEnum):
    """What kind of risk; the decision table of docs/safety.md has a row for each."""

    SUICIDE_PASSIVE = "suicide_passive"
    SUICIDE_ACTIVE = "suicide_active"
    SUICIDE_PLAN = "suicide_plan"
    SELF_HARM = "self_harm"
    DESPAIR = "despair"
    MEDICAL_EMERGENCY = "medical_emergency"
    OVERDOSE = "overdose"
    PARTNER_VIOLENCE = "partner_violence"
    HARM_TO_OTHERS = "harm_to_others"
    CHILD_OR_ELDER = "child_or_elder"
    IMPAIRED_ON_DUTY = "impaired_on_duty"
    PSYCHOSIS_MANIA = "psychosis_mania"
    EATING_DISORDER = "eating_disorder"
    MINOR = "minor"
    LICENSING_FEAR = "licensing_fear"
    WORRY_FOR_OTHER = "worry_for_other"
    SECOND_VICTIM = "second_victim"
    OVER_RELIANCE = "over_reliance"


LEVELS = {level.word: level for level in Level}


@dataclass(frozen=True, kw_only=True, slots=True)
class Because:
    """The words that speak for a level, in code points of what was typed, and what they signal."""

    starts: int
    ends: int
    signal: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Risk:
    """What was heard: a level, the kinds of risk, gravest first, and the words behind them.

    `language`: of the phrase book that heard the gravest words, where it is another than English.
    `is_held`: somebody says that they will harm themselves if this person goes or tells.
    """

    level: Level
    categories: tuple[Category, ...] = ()
    because: tuple[Because, ...] = ()
    language: str = ""
    is_held: bool = False


NO_RISK = Risk(level=Level.NONE)
UNHEARD = Risk(level=Level.CHECK_IN)  # a detector that fails never says that all is well
