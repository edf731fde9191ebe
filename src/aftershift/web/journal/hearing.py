"""Whether the page after an entry names people to turn to; nobody reads it, and nothing is kept."""

from aftershift.engines.safety.risk import Level
from aftershift.web import ears

SECONDS = 0.3


def may_need_people(words: str) -> bool:
    """Say whether words may be about danger; what could not be heard counts as if it were."""
    return level_of(words) > Level.NONE


def level_of(words: str) -> Level:
    """Say how grave words are; what could not be heard counts as a question worth asking."""
    if not words:
        return Level.NONE
    try:
        return ears.room().ask(lambda ear: ear.triage(words, ()), SECONDS).level
    except (ears.NotInTime, ears.Deaf):
        return Level.CHECK_IN
