"""A sealed row: every decision of one person, with its sheets."""

from aftershift.web.sealed import SealedDocument


class Decisions(SealedDocument):
    """One row, whatever is in it: how many sheets there are is nobody's business."""

    KIND = "deciding.sheets"
