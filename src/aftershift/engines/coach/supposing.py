"""Lines that suppose something: a shift, a child. They are said only where it was spoken of.

"What is the next shift's money for?" belongs to money and overtime, and to nobody who asks how to
share a rent.
"""

import re

_SHIFT = r"shifts?|overtime|payslips?|nights?|rota|roster\w*|handover|earlies|lates"
_CHILD = r"child(?:ren)?|kids?|bab(?:y|ies)|sons?|daughters?"
_SUPPOSED = {  # by what a line holds: what must have been told
    _SHIFT: rf"{_SHIFT}|days off|on call|long days?|extra|bank|agency|schedule\w*|duty|duties|ward|"
    r"\d+ hours?",
    _CHILD: rf"{_CHILD}|boys?|girls?|toddler|bairns?|twins|little ones?|newborn|school|nursery",
}
_PAIRS = tuple(
    (re.compile(rf"\b(?:{line})\b"), re.compile(rf"\b(?:{told})\b"))
    for line, told in _SUPPOSED.items()
)


def may_be_said(line: str, told: str) -> bool:
    """Say whether all that a line supposes was spoken of; `told` is what was said, clean."""
    small = line.lower()
    return all(not says.search(small) or heard.search(told) for says, heard in _PAIRS)
