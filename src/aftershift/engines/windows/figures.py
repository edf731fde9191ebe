"""Every figure that the explanations name, written out of the constants that the engines use.

The words of `content/explanations` hold slots, `{short_sleep}`; so a changed constant changes the
words with it, and no page can say a number that the engines do not keep. What was published and
is no constant of ours stands in the words themselves, and in docs/rhythm.md.
"""

from collections.abc import Mapping
from datetime import time

from aftershift.engines.basics.spans import minute_of_day
from aftershift.engines.sleep.alertness import KSS_A_POINT, KSS_AT_ZERO
from aftershift.engines.sleep.episodes import ASLEEP_SHARE, CALLED_LOSS, Habits, SleepKind
from aftershift.engines.sleep.gaps import LATEST_BED, SHORTEST_MINUTES
from aftershift.engines.sleep.learning import ABSURD, BETWEEN_MINUTES, WITHIN_MINUTES
from aftershift.engines.sleep.light import (
    DAY_LUX,
    DAYLIGHT_WAY_LUX,
    EVENING_LUX,
    NIGHT_WORK_LUX,
)
from aftershift.engines.sleep.naps import (
    AFTERNOON,
    CLEAR_HEAD,
    LONG_NAP,
    ON_DUTY,
    SHORT_NAP,
    SHORT_SLEEP,
)
from aftershift.engines.sleep.phase import (
    DLMO_BEFORE_LOW,
    ERROR_AFTER_NIGHTS_HOURS,
    ERROR_HOURS,
    LEAD_IN,
    NIGHTS_REMEMBERED,
)
from aftershift.engines.sleep.rules import (
    AFTER_LAST_NIGHT_MINUTES,
    AFTER_NIGHT_MINUTES,
    DISPLACED_MINUTES,
    LATEST_DAY_SLEEP,
    minutes_in_bed_before,
)
from aftershift.engines.sleep.sleeps import BAND_MINUTES
from aftershift.engines.windows.availability import (
    FIT_ALERTNESS,
    JUST_WOKEN_MINUTES,
    LONG_SLEEP_MINUTES,
    SHORT_SLEEP_MINUTES,
)
from aftershift.engines.windows.fairness import EDGE_MINUTES, GIVEN_UP
from aftershift.engines.windows.limits import Limits
from aftershift.engines.windows.month import PLAN_DAYS
from aftershift.engines.windows.placing import Caps
from aftershift.engines.windows.plan import NEAR_DAYS
from aftershift.engines.windows.ranking import AT_MOST
from aftershift.engines.windows.rituals import BAD_WEEK_MINUTES, GOOD_WEEK_MINUTES
from aftershift.engines.windows.slots import CALM_MINUTES, TIED_WITHIN
from aftershift.engines.windows.timing_guard import AFTER_CURFEW, DAY_BEGINS, SHORTEST
from aftershift.engines.windows.whatif import TALK_MINUTES, TIME_MINUTES

HABITS, LIMITS, CAPS = Habits(), Limits(), Caps()
NOON = 720


def _length(minutes: float) -> str:
    """Write minutes: 45 min, 5 h, 1 h 30."""
    hours, rest = divmod(round(minutes), 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def _hours(minutes: float) -> str:
    """Write minutes as a part of hours: 0.51 h, 1.3 h."""
    return f"{minutes / 60:.2g} h"


def _clock(minutes: int | time) -> str:
    """Write minutes after midnight, or a time of the wall: 22:30."""
    at = minute_of_day(minutes) if isinstance(minutes, time) else minutes
    return f"{at // 60:02}:{at % 60:02}"


def _percent(share: float) -> str:
    return f"{100 * share:g} %"


EARLY_LEAST, EARLY_MOST = minutes_in_bed_before(0), minutes_in_bed_before(NOON)
EARLY_UP_TO = max(at for at in range(NOON) if minutes_in_bed_before(at) == EARLY_LEAST)
EARLY_AN_HOUR = minutes_in_bed_before(EARLY_UP_TO + 60) - EARLY_LEAST

_TOGETHER = {
    "commute": _length(HABITS.commute),
    "prepare": _length(HABITS.prepare),
    "wind_down": _length(HABITS.wind_down),
    "short_sleep": _length(SHORT_SLEEP_MINUTES),
    "long_sleep": _length(LONG_SLEEP_MINUTES),
    "just_woken": _length(JUST_WOKEN_MINUTES),
    "fit_kss": f"{KSS_AT_ZERO - KSS_A_POINT * FIT_ALERTNESS:.1f}",
    "curfew": _clock(LIMITS.curfew),
    "quiet_until": _clock(LIMITS.quiet_until),
    "talk": _length(LIMITS.talk_minutes),
    "hour_together": _length(LIMITS.time_minutes),
    "moment": _length(LIMITS.moment_minutes),
    "windows_at_most": str(AT_MOST),
    "tempting_from": _clock(DAY_BEGINS),
    "tempting_after_curfew": _length(AFTER_CURFEW),
    "shortest_warning": _length(SHORTEST),
    "swap_talk": _length(TALK_MINUTES),
    "swap_hour": _length(TIME_MINUTES),
}
_SLEEP = {
    "asleep_share": _percent(ASLEEP_SHARE),
    "after_night": _hours(AFTER_NIGHT_MINUTES),
    "after_last_night": _hours(AFTER_LAST_NIGHT_MINUTES),
    "latest_day_sleep": _clock(LATEST_DAY_SLEEP),
    "early_least": _length(EARLY_LEAST),
    "early_up_to": _clock(EARLY_UP_TO),
    "early_an_hour": _hours(EARLY_AN_HOUR),
    "early_most": _length(EARLY_MOST),
    "latest_bed": _clock(LATEST_BED),
    "unwind_evening": _length(HABITS.unwind_evening),
    "mid_sleep": _clock(HABITS.mid_sleep_free),
    "sleep_need": _length(HABITS.sleep_need),
    "displaced": _length(DISPLACED_MINUTES),
    "shortest_sleep": _length(SHORTEST_MINUTES),
    "called_loss": _percent(CALLED_LOSS),
    "band_before_work": _hours(BAND_MINUTES[SleepKind.NIGHT]),
    "band_after_nights": _hours(BAND_MINUTES[SleepKind.AFTER_NIGHT]),
    "band_after_last_night": _hours(BAND_MINUTES[SleepKind.AFTER_LAST_NIGHT]),
    "band_free": _hours(BAND_MINUTES[SleepKind.FREE]),
    "between_before_work": _hours(BETWEEN_MINUTES[SleepKind.NIGHT]),
    "between_after_nights": _hours(BETWEEN_MINUTES[SleepKind.AFTER_NIGHT]),
    "between_elsewhere": _hours(BETWEEN_MINUTES[SleepKind.FREE]),
    "within_one": _hours(WITHIN_MINUTES),
    "absurd": f"{ABSURD:g}",
    "long_nap": _length(LONG_NAP),
    "short_nap": _length(SHORT_NAP),
    "afternoon_from": _clock(AFTERNOON[0]),
    "afternoon_to": _clock(AFTERNOON[1]),
    "on_duty_from": _clock(ON_DUTY[0]),
    "on_duty_to": _clock(ON_DUTY[1]),
    "clear_head": _length(CLEAR_HEAD),
    "nap_after": _length(SHORT_SLEEP),
}
_BODY = {
    "clock_error": f"{ERROR_HOURS} h",
    "clock_error_nights": f"{ERROR_AFTER_NIGHTS_HOURS} h",
    "nights_remembered": str(NIGHTS_REMEMBERED),
    "clock_lead_in": f"{LEAD_IN.days} days",
    "melatonin_before": _length(DLMO_BEFORE_LOW.total_seconds() / 60),
    "lux_day": f"{DAY_LUX:g}",
    "lux_evening": f"{EVENING_LUX:g}",
    "lux_night_work": f"{NIGHT_WORK_LUX:g}",
    "lux_way": f"{DAYLIGHT_WAY_LUX:g}",
}
_PLANS = {
    "plan_days": f"{PLAN_DAYS} days",
    "tied_within": _length(TIED_WITHIN),
    "calm": _length(CALM_MINUTES),
    "a_day": str(CAPS.a_day),
    "a_week": str(CAPS.a_week),
    "gap": _length(CAPS.gap),
    "good_week": _length(GOOD_WEEK_MINUTES),
    "bad_week": _length(BAD_WEEK_MINUTES),
    "given_up": _percent(1 / GIVEN_UP),
    "edge": _length(EDGE_MINUTES),
    "near_days": f"{NEAR_DAYS} days",
}
FIGURES: Mapping[str, str] = {**_TOGETHER, **_SLEEP, **_BODY, **_PLANS}
