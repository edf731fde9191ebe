"""A sealed row: which rituals were taken up."""

from aftershift.web.sealed import SealedDocument


class Taken(SealedDocument):
    """Every ritual that a person took up, and since when: one row, whatever is in it."""

    KIND = "rituals.taken"
