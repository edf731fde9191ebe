"""A sealed row: the lists that somebody chose to keep."""

from typing import ClassVar

from aftershift.web.sealed import FilledDocument


class Reflections(FilledDocument):
    """All of them in one row of one size: neither how many nor what they say shows from outside."""

    KIND = "reflections.kept"
    BYTES: ClassVar = 120_000  # a hundred filled lists and more
