"""Whether the page after an entry names people to turn to; nobody reads it, and nothing is kept."""

from aftershift.engines.safety.risk import Level
from aftershift.web import ears

SECONDS = 0.3


def may_need_people(words: str) -> bool:
    """Say whether words may be about danger; what could not be heard counts as if it were."""
    if not words:
        return False
    try:
        risk = ears.room().ask(lambda ear: ear.triage(words, ()), SECONDS)
    except (ears.NotInTime, ears.Deaf):
        return True
    return risk.level > Level.NONE
