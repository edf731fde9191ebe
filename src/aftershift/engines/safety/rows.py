"""The decision table: what was heard -> which protocol answers, what is kept, what is switched off.

Eighteen rows; docs/safety.md shows them. "Noted" is the sealed note in a person's own vault,
which only keeps cards from repeating. No level is counted; see docs/decisions/0011.
"""

from dataclasses import dataclass
from enum import StrEnum

from aftershift.engines.safety.risk import Category, Level, Risk


class Feature(StrEnum):
    """What the other rooms offer and a row may switch off, on this person's own side only."""

    STREAKS = "streaks"
    NUDGES = "nudges"
    JOKES = "jokes"
    TIMERS = "timers"
    COACH_TIPS = "coach_tips"
    LANGUAGE_MODEL = "language_model"
    COUPLE_SHARE = "couple_share"
    COUPLE_EXERCISES = "couple_exercises"
    SCRIPTS = "scripts"  # an apology, a boundary: any words made for somebody else
    SHARED_PROMPTS = "shared_prompts"
    ROSTER_HINTS = "roster_hints"  # what shows when somebody is alone
    GAMES = "games"
    GOALS = "goals"
    BODY_GOALS = "body_goals"  # food, weight, habits
    SPENDING = "spending"
    PRODUCTIVITY = "productivity"
    CREATIVE_PROMPTS = "creative_prompts"
    LONG_CHATS = "long_chats"
    NOTIFICATIONS = "notifications"
    PERFORMANCE = "performance"  # any score of how somebody did
    ACCOUNT = "account"


_F = Feature
COUPLE = frozenset({_F.COUPLE_SHARE, _F.COUPLE_EXERCISES, _F.SCRIPTS, _F.SHARED_PROMPTS})
COACHING = frozenset(
    {
        *(_F.COACH_TIPS, _F.LANGUAGE_MODEL, _F.COUPLE_EXERCISES, _F.SCRIPTS, _F.SHARED_PROMPTS),
        *(_F.GAMES, _F.GOALS, _F.CREATIVE_PROMPTS, _F.LONG_CHATS, _F.NUDGES, _F.STREAKS, _F.JOKES),
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """What a row keeps and switches off. `until_back`: off until the person brings it back."""

    noted: bool = False
    off: frozenset[Feature] = frozenset()
    until_back: bool = False


def _row(*off: Feature | frozenset[Feature], noted: bool = False, until_back: bool = False) -> Row:
    some = (one if isinstance(one, frozenset) else {one} for one in off)
    all_off: frozenset[Feature] = frozenset().union(*some)
    return Row(noted=noted, off=all_off, until_back=until_back)


ROWS: dict[int, Row] = {
    1: _row(),
    2: _row(_F.STREAKS, _F.NUDGES, _F.JOKES, _F.TIMERS, noted=True),
    3: _row(_F.COACH_TIPS, _F.LANGUAGE_MODEL, _F.COUPLE_SHARE, _F.GAMES, _F.GOALS, _F.NOTIFICATIONS,
            _F.STREAKS, _F.NUDGES, _F.JOKES, _F.TIMERS, noted=True),
    4: _row(frozenset(Feature), noted=True),
    5: _row(COACHING),
    6: _row(COUPLE, _F.ROSTER_HINTS, _F.LANGUAGE_MODEL, until_back=True),
    7: _row(COUPLE, _F.ROSTER_HINTS, _F.LANGUAGE_MODEL, until_back=True),
    8: _row(COUPLE, _F.LANGUAGE_MODEL, noted=True),
    9: _row(),
    10: _row(_F.PRODUCTIVITY, noted=True),
    11: _row(_F.LANGUAGE_MODEL, _F.LONG_CHATS, _F.CREATIVE_PROMPTS, _F.SPENDING, _F.GOALS,
             noted=True),
    12: _row(_F.BODY_GOALS, noted=True, until_back=True),
    13: _row(_F.ACCOUNT, _F.LANGUAGE_MODEL),
    14: _row(),
    15: _row(),
    16: _row(_F.PERFORMANCE),
    17: _row(),
    18: _row(noted=True),
}  # fmt: skip

# Of these nothing may be written: who reads the page may be the one whom it is about.
GUARDED = frozenset({"eggshells", "at_work", "violence", "violence_now", "threatened", "minor"})
ASK_IF_SAFE = frozenset({"violence", "threatened"})  # first: is it safe to read this here
GUARDING = frozenset({Category.PARTNER_VIOLENCE, Category.MINOR})
ADDED = (Category.MINOR, Category.LICENSING_FEAR)  # they add to what answers; alone, they answer

_C = Category
DESPAIR = ("check_in", "thoughts", "danger")
# For each kind: what answers a check_in, an elevated, an emergency.
PATHS: dict[Category, tuple[str, str, str]] = {
    _C.SUICIDE_PASSIVE: DESPAIR,
    _C.SUICIDE_ACTIVE: DESPAIR,
    _C.SUICIDE_PLAN: DESPAIR,
    _C.DESPAIR: DESPAIR,
    _C.SELF_HARM: ("check_in", "thoughts", "medical"),
    _C.MEDICAL_EMERGENCY: ("medical", "medical", "medical"),
    _C.OVERDOSE: ("medical", "medical", "medical"),
    _C.PARTNER_VIOLENCE: ("eggshells", "violence", "violence_now"),
    _C.HARM_TO_OTHERS: ("hurting", "hurting", "hurting_now"),
    _C.CHILD_OR_ELDER: ("dependant", "dependant", "dependant_now"),
    _C.IMPAIRED_ON_DUTY: ("drinking", "on_duty", "on_duty"),
    _C.PSYCHOSIS_MANIA: ("reality", "reality", "reality_now"),
    _C.EATING_DISORDER: ("eating", "eating", "eating_now"),
    _C.MINOR: ("minor", "minor", "danger"),
    _C.LICENSING_FEAR: DESPAIR,
    _C.WORRY_FOR_OTHER: ("worry", "worry", "welfare"),
    _C.SECOND_VICTIM: ("second_victim", "thoughts", "danger"),
    _C.OVER_RELIANCE: ("reliance", "thoughts", "danger"),
}
HELD = "threatened"  # what answers somebody who is held by a threat, however grave it is meant
# What no kind of risk that is heard leads to: turns beside the others, and "at_work", which a tick
# in a list opens (see touches).
BESIDES = (
    *("patient_grief", "licence", "still_here", "stepping_down", "fiction", "unheard"),
    "at_work",
)
ALL_PATHS = frozenset({HELD, *BESIDES}).union(*PATHS.values())


def path_for(risk: Risk) -> str:
    """Name the protocol that answers what was heard; the first kind leads, what adds comes last."""
    if risk.is_held:
        return HELD
    lead = sorted(risk.categories, key=lambda kind: kind in ADDED)
    return (PATHS[lead[0]] if lead else DESPAIR)[max(risk.level, Level.CHECK_IN) - 1]
