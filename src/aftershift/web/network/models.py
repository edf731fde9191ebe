"""A sealed row: the people somebody does not want to lose."""

from aftershift.web.sealed import SealedDocument


class Network(SealedDocument):
    """Everybody on the list, and when one last talked to them: one row, whatever is in it."""

    KIND = "network.people"
