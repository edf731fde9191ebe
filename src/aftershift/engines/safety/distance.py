"""Two who hardly meet: shifts that cross, a bed shared by turns, no touch. Sad, and no risk.

Where the heads alone hear a little of despair in such words, and nothing else does, nobody is asked
whether they would rather not be alive. Whatever is dark beside them leaves them as they were heard.
"""

import re

FAINT = (1.3, -1.6)  # log-odds up to which the heads of check_in and elevated hear nothing plain
LONGEST = 26  # words of a message that may tell of this and of nothing else
_NOT = r"(?:n'?t|not|never|hardly|barely|rarely|stopped|no longer)"
_DISTANCE = re.compile(
    rf"\b(?:(?:do|did|have|has|had|does|is|are|was|were|can|could|we|he|she|they|i){_NOT}|{_NOT})"
    r"(?: \w+){0,4} (?:touch\w*|kiss\w*|hug\w*|cuddl\w*|sleep together|slept together|had sex|have "
    r"sex|make love|made love|intima\w+|close|reach(?:ed)? for (?:me|him|her|each other)|"
    r"(?:been |been awake |awake )?in the same (?:room|bed|house)|the same bed|"
    r"(?:seen|see|met|meet) (?:each other|my (?:\w+ )?(?:wife|husband|partner|"
    r"girlfriend|boyfriend)))"
    r"\b|\bno (?:sex|intimacy|touch\w*|cuddles|kisses)\b|"
    r"\b(?:separate|different) (?:beds?|rooms?|bedrooms?)\b|"
    r"\bsame (?:bed|room) (?:as|with) (?:my|him|her)\b|"
    r"\blike (?:flatmates|housemates|roommates|lodgers)\b|\bships (?:in|that pass)\b",
    re.IGNORECASE,
)
_DARK = re.compile(  # whatever else may be meant
    r"\b(?:alive|liv(?:e|es|ing)|life|die[ds]?|dying|dead|death|kill\w*|suicid\w*|"
    r"end(?:s|ed|ing)?|points?|hope\w*|worth\w*|useless|burden|disappear\w*|vanish\w*|gone|"
    r"notice[ds]?|miss me|wake up|be here|go(?:ing)? on|carry on|cope|coping|hurt\w*|harm\w*|"
    r"cut\w*|pills?|tablets?|overdos\w*|bridge|rail\w*|rope|knife|gun|drink\w*|drunk|drugs?|hit\w*|"
    r"punch\w*|slap\w*|push\w*|shov\w*|grab\w*|held|hold|neck|throat|chok\w*|strangl\w*|forc\w*|"
    r"makes? me|made me|rape\w*|threat\w*|afraid|scared|frighten\w*|fear\w*|terrif\w*|"
    r"control\w*|lock\w*|disgust\w*|hate\w*|break\w*|broke\w*|cry\w*|cried|numb|empty|alone|"
    r"lonely|dark\w*|trapped|can'?t|cannot|nobody|no one|nothing|miscarr\w*|lost|stillb\w*|grie\w*|"
    r"passed|funeral|voices?|eat\w*|sick|blood|bleed\w*)\b",
    re.IGNORECASE,
)


def only_tells_of_distance(text: str) -> bool:
    """Say whether a text tells that two hardly meet or touch, and holds nothing that is dark."""
    plain = text.replace("’", "'")
    is_brief = len(plain.split()) <= LONGEST
    return is_brief and bool(_DISTANCE.search(plain)) and not _DARK.search(plain)
