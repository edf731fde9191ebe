"""An error in somebody's care: whether a text speaks of one, and whether the writer made it."""

import re

_CARE = (
    r"(?:dose|doses|drugs?|meds?|medication|medicine|tablets?|pills?|insulin|heparin|warfarin|"
    r"morphine|antibiotics?|fluids?|bloods?|infusion|rate|strength|route|patient|chart|notes|label|"
    r"sample|site|limb|leg|knee|obs|observations|result|results|allergy|potassium|x-?ray|scan|ecg|"
    r"fracture|bleed|sepsis|stroke|swab|vial|pump|syringe|bag|unit|controlled drug)"
)
_GAVE = (
    r"(?:gave|given|give|giving|drew up|hung|put up|dispensed|prescribed|charted|labelled|injected|"
    r"administered|connected|set|ran)"
)
_ERROR = re.compile(
    rf"\bwrong {_CARE}\b|"
    rf"\b{_GAVE}\b[^.?!]{{0,40}}\b(?:twice|double|ten times|someone else'?s|another patient'?s|"
    rf"the wrong (?:man|woman|lady|bed|baby|child|one))\b|"
    rf"\b{_GAVE}\b[^.?!]{{0,40}}\b\d+ ?(?:mg|mcg|ml|units?)?[^.?!]{{0,20}} instead of (?:\d|one)|"
    rf"\b(?:missed|forgot|skipped|omitted|misread|overlooked|mixed up|didn'?t (?:give|see|check|"
    rf"chase|escalate|spot)|never (?:gave|checked|chased)) (?:to give |to check |to chase )?"
    rf"(?:(?:a|an|the|his|her|their|somebody's|someone's|two|this) )?(?:\w+ )?{_CARE}\b|"
    r"\b(?:medication|drug|prescribing|dispensing|clinical|charting|transfusion) "
    r"(?:error|mistake|mix-?up)s?\b|\bnear miss\b|\bnever event\b|"
    r"\bleft (?:a|the) (?:swab|needle|tourniquet|clamp|cannula) (?:in|on)\b|"
    r"\boverdosed (?:a|him|her|them|my patient)\b|"
    r"\bmade (?:a|an) (?:\w+ )?(?:error|mistake) (?:at work|"
    r"on (?:shift|nights|the ward)|and (?:nobody|no one) (?:has )?(?:noticed|knows)|"
    r"with (?:a|the|my) (?:\w+ )?(?:patient|dose|drug|chart))\b",
    re.IGNORECASE,
)
_OWN_MEDICINE = re.compile(rf"\bmy (?:own )?(?:\w+ )?{_CARE}\b(?<!my patient)", re.IGNORECASE)
_BY_ANOTHER = re.compile(  # who did it is not the person
    r"\b(?:he|she|they|who|you|my (?!hand|fault|mistake|patient)\w+|(?:a|the|our|another) (?:\w+ )?"
    r"(?:colleague|nurse|doctor|registrar|consultant|student|pharmacist|junior|agency|midwife|team|"
    r"ward|gp|dentist|vet|hospital))\b(?: \w+){0,2}? *$",
    re.IGNORECASE,
)
_TO_KIN = re.compile(  # given at home: no error in care
    rf"\b{_GAVE} (?:myself|our|my (?!patient|resident|client|lady|gentleman|man|student))",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:i|i'?ve|i'?m|we|my|me|mine)\b", re.IGNORECASE)
SHORT = 24  # letters before what names it, where nobody is named: "near miss yesterday"
_SENTENCE = re.compile(r"[^.?!;\n]+")
_OF_AN_EXAM = re.compile(r"\b(?:exam|quiz|osce|test paper|simulation|game|dream\w*)\b", re.I)


def names_an_error(text: str) -> bool:
    """Say whether a text speaks of an error in somebody's care, whoever made it."""
    return bool(_ERROR.search(text.replace("’", "'")))


def is_of_own_error(text: str) -> bool:
    """Say whether somebody tells of an error in care that they made."""
    return any(_is_own(one[0]) for one in _SENTENCE.finditer(text.replace("’", "'")))


def _is_own(sentence: str) -> bool:
    found = _ERROR.search(sentence)
    if found is None or _OF_AN_EXAM.search(sentence) or _OWN_MEDICINE.search(sentence):
        return False
    if _TO_KIN.search(sentence):
        return False
    before = sentence[: found.start()]
    return not _BY_ANOTHER.search(before) and (bool(_OWN.search(sentence)) or len(before) < SHORT)
