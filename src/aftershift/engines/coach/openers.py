"""Whether a first message tells of anything yet, as a chooser hears it that both kinds taught."""

from dataclasses import dataclass

from aftershift.engines.basics.recall import Rows
from aftershift.engines.language.choosing import Chooser, log_odds, shares

ONLY_OPENS = 0.7  # share from where on it tells nothing; docs/coach.md says what that costs


@dataclass(frozen=True, kw_only=True, slots=True)
class Openers:
    """What hears them. The chooser's one name is that of a message which only opens a talk."""

    chooser: Chooser

    def only_opens(self, text: str, rows: Rows) -> bool:
        """Say whether a clean first message tells nothing yet; `rows` as in `Heard`."""
        if not len(rows):
            return False
        return float(shares(log_odds([text], rows[:1], self.chooser))[0, 0]) > ONLY_OPENS
