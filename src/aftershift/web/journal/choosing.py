"""Which prompt is shown, and when a friend's view is offered again: by rules, never by chance."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from aftershift.library.journal import Prompt

AGAIN = timedelta(days=120)  # three times a year, as in the trial
_NEVER = datetime.min.replace(tzinfo=UTC)


def chosen(
    prompts: Sequence[Prompt], feelings: Collection[str], shown: Mapping[str, datetime]
) -> Prompt:
    """Choose a prompt: for what is felt, then the one that was shown longest ago.

    Where no feeling was tapped, or none has a prompt, it is one that fits any day. Among those
    never shown, the order of the shelf decides.
    """
    felt = [one for one in prompts if set(one.feelings) & set(feelings)]
    fitting = felt or [one for one in prompts if not one.feelings]
    return min(fitting, key=lambda one: shown.get(one.id, _NEVER))


def is_due(last: datetime | None, now: datetime) -> bool:
    """Say whether a friend's view may be offered: never done, or four months ago."""
    return last is None or now - last >= AGAIN
