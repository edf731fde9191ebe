"""An error in somebody's care that the person made: whom to tell first, and no words to send.

What is said to a patient or a family after an error follows the disclosure policy of the place,
with advice. So nothing that was told of one is turned into a message; a colleague is another thing.
"""

import re

from aftershift.engines.coach.doings import Where
from aftershift.engines.coach.drafts import Draft, Here
from aftershift.engines.coach.kin import ALL
from aftershift.engines.coach.moves import Move
from aftershift.engines.coach.scripts import new_one
from aftershift.engines.coach.state import Act

AFTER_ERROR = "after-error"
FIRST = "words_error"  # whom to tell before anything is said to a patient or a family
_CARE = (
    r"(?:dose|doses|drugs?|meds?|medication|medicine|tablets?|pills?|insulin|heparin|warfarin|"
    r"morphine|antibiotics?|fluids?|bloods?|infusion|rate|strength|route|patient|chart|notes|label|"
    r"sample|site|limb|leg|knee|obs|observations|result|results|allergy|potassium|x-?ray|scan|ecg|"
    r"fracture|bleed|sepsis|stroke|swab|vial|pump|syringe|controlled drug)"
)
_GAVE = (
    r"(?:gave|given|give|giving|drew up|hung|put up|dispensed|prescribed|charted|labelled|injected|"
    r"administered|connected|set|ran)"
)
_ERROR = re.compile(
    rf"\bwrong {_CARE}\b|"
    rf"\b{_GAVE}\b[^.?!]{{0,40}}\b(?:twice|double|ten times|someone else'?s|another patient'?s|"
    rf"the wrong (?:man|woman|lady|bed|baby|child|one))\b|"
    rf"\b(?:missed|forgot|skipped|omitted|misread|overlooked|mixed up|didn'?t (?:give|see|check|"
    rf"chase|escalate|spot)|never (?:gave|checked|chased)) (?:to give |to check |to chase )?"
    rf"(?:(?:a|an|the|his|her|their|somebody's|someone's|two|this) )?(?:\w+ )?{_CARE}\b|"
    r"\b(?:medication|drug|prescribing|dispensing|clinical|charting|transfusion) "
    r"(?:error|mistake|mix-?up)s?\b|\bnear miss\b|\bnever event\b|"
    r"\bleft (?:a|the) (?:swab|needle|tourniquet|clamp|cannula) (?:in|on)\b|"
    r"\boverdosed (?:a|him|her|them|my patient)\b|"
    r"\bmade (?:a|an) (?:\w+ )?(?:error|mistake) (?:at work|"
    r"on (?:shift|nights|the ward)|with (?:a|the|my) (?:\w+ )?(?:patient|dose|drug|chart))\b",
    re.IGNORECASE,
)
_OWN_MEDICINE = re.compile(rf"\bmy (?:own )?(?:\w+ )?{_CARE}\b(?<!my patient)", re.IGNORECASE)
_BY_ANOTHER = re.compile(  # who did it is not the person
    r"\b(?:he|she|they|who|you|my (?!hand|fault|mistake|patient)\w+|(?:a|the|our|another) (?:\w+ )?"
    r"(?:colleague|nurse|doctor|registrar|consultant|student|pharmacist|junior|agency|midwife|team|"
    r"ward|gp|dentist|vet|hospital))\b(?: \w+){0,2}? *$",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:i|i'?ve|i'?m|we|my|me|mine)\b", re.IGNORECASE)
_OWN_PEOPLE = re.compile(  # not "his wife"
    rf"\b(?:my|our) (?:\w+ )?(?:{'|'.join(map(re.escape, ALL))}|friend|family)\b|\bat home\b",
    re.IGNORECASE,
)
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
    before = sentence[: found.start()]
    return not _BY_ANOTHER.search(before) and (bool(_OWN.search(sentence)) or len(before) < SHORT)


def tells_a_senior_first(here: Here) -> Draft | None:
    """Say whom to tell first, and give words for a colleague; to their own people only words.

    For whoever asks for words, or says what they must hold, after an error of their own.
    """
    told = (*here.state.said, here.heard.text)
    is_after = here.state.acts[-1:] == (Act.SCRIPT,) and not here.heard.tapped
    is_asked = here.reading.move in (Move.WORDS, Move.MORE) or (
        is_after and here.reading.move in (Move.TELLS, Move.SHORTER)
    )
    if not is_asked or here.is_guarded or not any(map(is_of_own_error, told)):
        return None
    is_close = _OWN_PEOPLE.search(here.heard.clean)
    whom = Where.HOME if is_close else Where.WORK
    words = new_one(here, here.shelves.playbooks[AFTER_ERROR], whom)
    first = None if is_close and words else here.line(FIRST)
    pieces = tuple(one for one in (first, words) if one)
    return Draft(act=Act.SCRIPT, pieces=pieces, suggestions=(Move.MORE, Move.STEP))
