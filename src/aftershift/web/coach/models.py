"""A sealed row: the conversation that goes on, and what the person chose to keep of others."""

from aftershift.web.sealed import SealedDocument


class Talk(SealedDocument):
    """All that the coach keeps of a person: one row, whatever is in it."""

    KIND = "coach.talk"
