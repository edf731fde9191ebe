"""A sealed row: what one of the two keeps beside the agreements, for nobody else."""

from typing import ClassVar

from aftershift.web.sealed import FilledDocument


class Kept(FilledDocument):
    """What was put aside, and where one's own repair stands.

    Everybody has one from their first page on and it never changes its size: neither its being
    there nor its growing says that somebody put a proposal away.
    """

    KIND = "agreements.kept"
    BYTES: ClassVar = 7_500  # sealed in steps of powers of two, this is one of 8 KiB
