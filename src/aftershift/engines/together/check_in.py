"""The weekly check-in: four short prompts, and what each gets of the minutes that a week has.

How long it is follows the week: `engines/windows/rituals.minutes_in_week` gives thirty minutes from
20 predicted shared hours awake on, five up to 5 hours, in steps of five between. That rule and
these forms are judgements of ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

SHORT_MINUTES = 10  # up to here one sentence each is all there is time for
MIDDLE_MINUTES = 20


class Form(StrEnum):
    """How much of a check-in a week has room for."""

    SENTENCE = "sentence"
    QUARTER = "quarter"
    HALF_HOUR = "half_hour"


@dataclass(frozen=True, kw_only=True, slots=True)
class Prompt:
    """One prompt: what is asked in each form, and its part of the time."""

    id: str
    name: str
    sentence: str
    quarter: str
    half_hour: str
    share: int  # parts of a whole that the shares of all prompts make

    def asks(self, form: Form) -> str:
        """Give what is asked in one form."""
        return str(getattr(self, form.value))


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One prompt of a check-in, and its minutes."""

    id: str
    name: str
    asks: str
    minutes: int


def form_for(minutes: int) -> Form:
    """Say which form fits into so many minutes."""
    if minutes <= SHORT_MINUTES:
        return Form.SENTENCE
    return Form.QUARTER if minutes <= MIDDLE_MINUTES else Form.HALF_HOUR


def steps(prompts: Sequence[Prompt], minutes: int) -> tuple[Step, ...]:
    """Share the minutes out; each prompt gets a minute at the least, and the sum is the whole.

    The minutes that do not come out even go to the greatest remainders, the earlier first.
    """
    if minutes < len(prompts):
        reason = f"a check-in of {len(prompts)} prompts takes as many minutes"
        raise ValueError(reason)
    spare, whole = minutes - len(prompts), sum(one.share for one in prompts)
    parts = [divmod(spare * one.share, whole) for one in prompts]
    left = spare - sum(part for part, _rest in parts)
    order = sorted(range(len(prompts)), key=lambda n: (-parts[n][1], n))[:left]
    form = form_for(minutes)
    return tuple(
        Step(
            id=one.id,
            name=one.name,
            asks=one.asks(form),
            minutes=1 + parts[n][0] + (n in order),
        )
        for n, one in enumerate(prompts)
    )
