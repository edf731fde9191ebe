"""The five parts of an apology, and the four traps."""

from enum import StrEnum


class Part(StrEnum):
    """What a whole apology says; FREE is there as long as nothing is asked for."""

    DID = "did"
    MINE = "mine"
    HARM = "harm"
    REPAIR = "repair"
    FREE = "free"


class Trap(StrEnum):
    """What takes an apology back while it is said."""

    BUT = "but"
    IF = "if"
    YOU_FEEL = "you_feel"
    I_SAID = "i_said"


PRESSES = "presses"  # asks to be forgiven, or for it to be over
SUPPOSED = frozenset({Trap.IF, Trap.YOU_FEEL})  # they speak of an effect without saying it was
SIGNS = frozenset({*Part, *Trap, PRESSES}) - {Part.FREE}
