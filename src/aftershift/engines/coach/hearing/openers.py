"""Whether a first message tells of anything yet, as a chooser hears it that both kinds taught."""

from dataclasses import dataclass

from aftershift.engines.coach.hearing.moves import Told
from aftershift.engines.language.choosing import Chooser, log_odds, shares

# Shares from where on it tells nothing: the whole of it, and the last of its sentences, which may
# tell what the greeting before it hides. docs/coach.md says what that costs.
ONLY_OPENS, LAST_TOO = 0.7, 0.03


@dataclass(frozen=True, kw_only=True, slots=True)
class Openers:
    """What hears them. The chooser's one name is that of a message which only opens a talk."""

    chooser: Chooser

    def only_opens(self, whole: Told, last: Told) -> bool:
        """Say whether a first message tells nothing yet; `last` is its last sentence, if several.

        What has no rows is not heard.
        """
        tells_nothing = len(whole.rows) and self._share(whole) > ONLY_OPENS
        return bool(tells_nothing and (not len(last.rows) or self._share(last) > LAST_TOO))

    def _share(self, part: Told) -> float:
        return float(shares(log_odds([part.text], part.rows[:1], self.chooser))[0, 0])
