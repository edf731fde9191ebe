"""Sealed rows for each calendar year: the check-ins, and what was written about the weeks."""

from typing import ClassVar

from django.db import models

from aftershift.web.sealed import FilledDocument


class CheckInYear(FilledDocument):
    """Every check-in of one year, in one size: how many there are does not show.

    One row a year, so that ten years of answers open no more than what a page asks for.
    """

    KIND = "checkins.year"
    BYTES: ClassVar = 60_000  # sealed in steps of powers of two, this is one of 64 KiB

    year = models.SmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("person", "year"), name="one_row_a_year")]


class FootprintYear(FilledDocument):
    """What somebody wrote about their weeks at work, a row of one size for each calendar year."""

    KIND = "checkins.footprints"
    BYTES: ClassVar = 60_000

    year = models.SmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("person", "year"), name="one_footprint_row_a_year")
        ]
