"""What surveys of many people are scored by: percent positive, item by item.

Source: AHRQ's guide to SOPS Hospital 2.0 (from memory): the share of answers on the good side, of
those who answered and for whom the item applies; a composite is the mean of its items' shares.
"""

from collections.abc import Mapping, Sequence
from typing import Any

DOES_NOT_APPLY = 9
DIGITS = 4
POSITIVE = frozenset({4, 5})
NEGATIVE = frozenset({1, 2})  # of an item that is worded the other way
ALLOWED = frozenset({1, 2, 3, 4, 5, DOES_NOT_APPLY})
SHAPE = 'give a list of items, each {"item", "neg": true or false, "answers": [1 to 5, 9, null]}'


def percent_positive(items: Any) -> Mapping[str, Any]:
    """Give each item's percentage and their mean; None where nobody answered. Raises ValueError."""
    if not isinstance(items, list) or not items:
        raise ValueError(SHAPE)
    shares = [_share(one) for one in items]
    known = [one for one in shares if one is not None]
    composite = round(sum(known) / len(known), DIGITS) if len(known) == len(shares) else None
    rounded = [None if one is None else round(one, DIGITS) for one in shares]
    return {"item_pct_positive": rounded, "composite": composite}


def _share(item: Any) -> float | None:
    if not isinstance(item, dict) or not isinstance(item.get("answers"), list):
        raise ValueError(SHAPE)
    counted = _counted(item["answers"])
    good = NEGATIVE if _is_negative(item) else POSITIVE
    return 100 * sum(one in good for one in counted) / len(counted) if counted else None


def _is_negative(item: Mapping[str, Any]) -> bool:
    """Say whether an item is worded the other way; one that says nothing of it is not."""
    said = item.get("neg", False)
    if not isinstance(said, bool):
        raise ValueError(SHAPE)
    return said


def _counted(answers: Sequence[Any]) -> list[int]:
    for one in answers:
        if one is not None and (type(one) is not int or one not in ALLOWED):
            raise ValueError(SHAPE)
    return [one for one in answers if one is not None and one != DOES_NOT_APPLY]
