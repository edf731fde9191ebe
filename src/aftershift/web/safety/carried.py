"""Where an exchange stands, as it travels with its page: signed, without a word of what was typed.

It is not kept here, and who changes it begins anew.
"""

from dataclasses import replace
from datetime import timedelta

from django.core import signing
from pydantic import TypeAdapter, ValidationError

from aftershift.engines.safety.course import Course

LASTS = timedelta(hours=24)  # what a row switches off comes back by then as well
LONGEST = 8_000  # characters; every turn there is, given once, takes fewer
_SALT = "aftershift.web.safety.carried"
_COURSE = TypeAdapter(Course)


def carry(course: Course) -> str:
    """Sign a course for the page; a turn that was given twice counts once, so it stays short."""
    once = replace(course, given=tuple(dict.fromkeys(course.given)))
    return signing.dumps(_COURSE.dump_python(once, mode="json"), salt=_SALT, compress=True)


def carried(token: str) -> Course | None:
    """Read what a page brings back; None for what is not ours, too old or from another version."""
    if not 0 < len(token) <= LONGEST:
        return None
    try:
        return _COURSE.validate_python(signing.loads(token, salt=_SALT, max_age=LASTS))
    except (signing.BadSignature, ValidationError):
        return None
