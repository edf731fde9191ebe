"""A sealed row: the results that somebody chose to keep."""

from typing import ClassVar

from aftershift.web.sealed import FilledDocument


class Measures(FilledDocument):
    """All of them in one row of one size: neither which nor how many shows from outside."""

    KIND = "instruments.kept"
    BYTES: ClassVar = 120_000  # sealed in steps of 64 KiB above that; some hundred filled forms
