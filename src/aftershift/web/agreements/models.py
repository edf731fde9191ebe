"""A sealed row: what one of the two keeps beside the agreements, for nobody else."""

from aftershift.web.sealed import SealedDocument


class Kept(SealedDocument):
    """What was put aside, and where one's own repair stands: one row, whatever is in it."""

    KIND = "agreements.kept"
