"""Where a rehearsal stands, as it travels with its page: signed, without a word of the person.

A row, even a sealed one, would have to be erased, exported, and found again; a page that is closed
is gone. What the other said last is in it, and that is authored.
"""

from datetime import timedelta

from django.core import signing
from pydantic import TypeAdapter, ValidationError

from aftershift.engines.rehearsal.partner import Stand

LASTS = timedelta(hours=24)
LONGEST = 4_000  # characters; six turns take fewer
_SALT = "aftershift.web.rehearsal.carried"
_STAND = TypeAdapter(Stand)
_TRIED = TypeAdapter(int)


def carry(stand: Stand) -> str:
    """Sign where a scene stands."""
    return signing.dumps(_STAND.dump_python(stand, mode="json"), salt=_SALT, compress=True)


def carried(token: str, scene: str) -> Stand | None:
    """Read what a page brings back; None for what is not ours, too old or of another scene."""
    try:
        stand = _STAND.validate_python(_read(token))
    except (signing.BadSignature, ValidationError):
        return None
    return stand if stand.scene == scene and not stand.is_over else None


def carry_tried(tried: int, drill: str) -> str:
    """Sign how many steps of a drill were tried."""
    return signing.dumps(tried, salt=f"{_SALT}.{drill}")


def carried_tried(token: str, drill: str) -> int:
    """Read how many steps were tried; none for whatever is not ours."""
    try:
        return _TRIED.validate_python(signing.loads(token, salt=f"{_SALT}.{drill}", max_age=LASTS))
    except (signing.BadSignature, ValidationError):
        return 0


def _read(token: str) -> object:
    if not 0 < len(token) <= LONGEST:
        raise signing.BadSignature
    return signing.loads(token, salt=_SALT, max_age=LASTS)
