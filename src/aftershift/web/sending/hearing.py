"""Messages are heard for risk by the ear of this process, each by itself; the gravest counts.

One message is one text. Of many, each is heard as if it stood alone: joined with its neighbours, a
grave one was missed more often (docs/own-messages.md), and others may be heard between two of them.
"""

from collections.abc import Sequence

from aftershift.engines.safety.answering import SLOW_MS
from aftershift.engines.safety.risk import NO_RISK, UNHEARD, Level, Risk
from aftershift.engines.safety.rows import GUARDING
from aftershift.web import ears

TRIAGE_SECONDS = SLOW_MS / 1000  # slower is no answer; see docs/safety.md


def heard(texts: Sequence[str]) -> Risk | None:
    """Hear texts for risk; None when it took too long. A failure is never "none".

    Where one is grave, what went wrong with another does not hide it.
    """
    risks: list[Risk] = []
    for text in filter(None, dict.fromkeys(texts)):
        risk = _heard(text)
        if risk is None and len(texts) > 1:
            risk = _heard(text)  # somebody else's was heard just then
        if risk is None:
            found = together(risks)
            return found if found.level >= Level.ELEVATED else None
        risks.append(risk)
    found = together(risks)
    return UNHEARD if UNHEARD in risks and found.level < Level.ELEVATED else found


def together(risks: Sequence[Risk]) -> Risk:
    """Give the gravest level that was heard, with every kind that was heard at it.

    What must not be read over a shoulder leads, so that the answer is a private one.
    """
    level = max((one.level for one in risks), default=Level.NONE)
    if level is Level.NONE:
        return NO_RISK
    gravest = [one for one in risks if one.level is level]
    if len(gravest) == 1:
        return gravest[0]
    kinds = dict.fromkeys(kind for one in gravest for kind in one.categories)
    return Risk(
        level=level,
        categories=tuple(sorted(kinds, key=lambda one: one not in GUARDING)),
        language=next((one.language for one in gravest if one.language), ""),
        is_held=all(one.is_held for one in gravest),
    )


def _heard(text: str) -> Risk | None:
    try:
        return ears.room().ask(lambda ear: ear.triage(text, ()), TRIAGE_SECONDS)
    except ears.NotInTime:
        return None
    except ears.Deaf:
        return UNHEARD
