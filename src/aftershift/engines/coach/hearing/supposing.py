"""Lines that suppose something: a shift, a child, a letter. Said only where it was spoken of.

"What is the next shift's money for?" belongs to money and overtime, and to nobody who asks how to
share a rent.
"""

import re

_SHIFT = r"shifts?|overtime|payslips?|nights?|rota|roster\w*|handover|earlies|lates"
_CHILD = r"child(?:ren)?|kids?|bab(?:y|ies)|sons?|daughters?"
_SUPPOSED = {  # by what a line holds: what must have been told
    _SHIFT: rf"{_SHIFT}|days off|on call|long days?|extra|bank|agency|schedule\w*|duty|duties|ward|"
    r"\d+ hours?",
    _CHILD: rf"{_CHILD}|boys?|girls?|toddler|bairns?|twins|little ones?|newborn|school|nursery|"
    r"wean|weans|lad|lass|lassie|\d+ ?(?:yo|year old)|pregnan\w+|mum of|dad of",
    r"nights|night shifts?": r"nights?|shifts?|rota|rosters?",
    r"letters?|paper|file|pages?|envelope|statement": r"letters?|writ\w+|wrote|paper\w*|statement|"
    r"email\w*|"
    r"file|form|book|page|report\w*|document\w*|resign\w*|draft\w*|sheet",
    r"investigat\w+|the process|look into a complaint|their silence|cleared your name|"
    r"hearing": r"investigat\w+|hearing|"
    r"process|inquest|coroner\w*|nmc|gmc|regulator|suspend\w*|disciplin\w*|referred|cleared|closed",
    r"tells? nobody|told nobody|nobody knows|hiding|secret|confidential": r"nobody|no one|"
    r"never told|"
    r"not told|haven'?t told|hid\w*|secret\w*|pretend\w*|don'?t tell|can'?t tell|confidential|"
    r"lie[ds]?",
    r"resignation|notice period|handed in": r"resign\w*|notice|handed",
    r"wards?|bays?|floor": r"wards?|bays?|hospital\w*|units?|nurs\w+|icu|itu|theatres?|clinic\w*|"
    r"floor|"
    r"hca\w*|patients?|a and e|a&e|beds?|shifts?",
    r"patients?": r"patients?|\w*staff\w*|vacanc\w+|datix\w*|short|nurs\w+|doctors?|gp|wards?|"
    r"hospital\w*|clinic\w*|midwi\w+|medic\w*|"
    r"paramedic\w*|carers?|residents?|theatre\w*|pharmac\w+|physio\w*|icu|itu|radiograph\w+",
    r"wedding|marriage": r"wedding|marri\w+|wife|husband|wed",
    r"birthday|anniversary|christmas": r"birthday|bday|anniversary|christmas|xmas",
    r"glass|first sip|bottle": r"drink\w*|drank|drunk|wine|beer\w*|pints?|glass\w*|bottle\w*|gin|"
    r"vodka",
    r"visa|passport": r"visa|passport|country|abroad",
    r"mortgage": r"mortgage|house|loan",
    r"baby": r"bab(?:y|ies)|newborn|weeks old|months old|pregnan\w+|born|birth|little one|"
    r"breastfe\w+",
}
_PAIRS = tuple(
    (re.compile(rf"\b(?:{line})\b"), re.compile(rf"\b(?:{told})\b"))
    for line, told in _SUPPOSED.items()
)


def may_be_said(line: str, told: str) -> bool:
    """Say whether all that a line supposes was spoken of; `told` is what was said, clean."""
    small = line.lower()
    return all(not says.search(small) or heard.search(told) for says, heard in _PAIRS)
