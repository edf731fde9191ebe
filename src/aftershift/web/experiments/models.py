"""A sealed row: every experiment of one person."""

from typing import ClassVar

from aftershift.web.sealed import FilledDocument


class Experiments(FilledDocument):
    """All of them in one row of one size: neither how many nor what they test shows."""

    KIND = "experiments.all"
    BYTES: ClassVar = 60_000  # sealed in steps of powers of two, this is one of 64 KiB
