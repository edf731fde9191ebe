"""A sealed row: what was placed and put away, and what was written for later."""

from aftershift.web.sealed import SealedDocument


class Week(SealedDocument):
    """All that this wing keeps of a person: one row, whatever is in it."""

    KIND = "week.week"
