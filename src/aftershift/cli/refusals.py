"""What a command says when it cannot do what was asked."""


class Refusal(Exception):
    """Something a command cannot do; the message is one line that says what to do instead.

    It may name an argument, a file or a place in it ("line 3"), never what a roster says.
    """


def is_ours(fault: Exception) -> bool:
    """Say whether a message may be shown: our own exceptions promise to hold no private word."""
    return type(fault).__module__.startswith("aftershift.")
