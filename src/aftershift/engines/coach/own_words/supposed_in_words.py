"""What words for somebody else suppose: a lie, a trolley, last night, a name. Told, or not said.

A playbook's scripts were written for one telling each. Whoever is handed "I've reported what
happened" may not have done so: such words are given only to who spoke of it.
"""

import re

from aftershift.engines.coach.own_words.kin import KIN

_MONTHS = (
    "january|february|march|april|june|july|august|september|october|november|december|in may|"
    "summer|spring|ninth|fourteenth|thirtieth|twenty-eighth"
)
_SAME = (  # each must have been said itself, or what begins like it
    "trolley|lift|yoga|potassium|breathing|drips?|allerg\\w+|cannulas?|pumps?|drilling|boiler|"
    "smoke|smell|soup|scrubs|windows|pudding|accent|skin|uniform|payslip|wage|pension|kitchen|"
    "heating|magazine|table|visits?|exams?|email|fourteen|twelve|twenty-two|toast|bath|"
    "look-alike|double-check|kettle|appendix|screens?|photo|six of us|appraisal|waited up|"
    "sink|sofa|spring|team|notes?|stroke"
)


def _kin(pronoun: str) -> str:
    return "|".join(re.escape(one) for one, own in KIN.items() if own == pronoun)


_IF_TOLD = {  # by what a line holds: what must have been told
    r"adaeze|ada": r"adaeze",
    _MONTHS: _MONTHS,
    r"yesterday|last night|last week|that night|the other day":
        r"yesterday|last night|last week|that night|the other day|tonight|on nights",
    r"this morning|today|earlier": r"(?!.*\b(?:yesterday|last \w+|ago|since|months?|years?)\b).",
    r"for (?:some )?(?:weeks|months)|again and again|three times|twice|third time":
        r"weeks|months|years|ages|always|every|again|all the time|twice|times|since",
    r"bed (?:two|three|four|nine|seven|twelve)|the lady": r"bed",
    r"drug room|wrong sheet|wrong dose|the drugs": r"drugs?|dose|wrong|meds?|medication|error|pump",
    r"reported|recorded|the report|datix|in writing today": r"report\w*|datix\w*|form",
    r"raised|concern before":
        r"rais\w+|told|said|concern\w*|warned|spoke|flagged|ignored|listen\w*|talked over",
    r"asked twice|tried to change|asked for (?:the next|this date)":
        r"ask\w*|tried|swap\w*|request",
    r"sick leave": r"sick",
    r"marriage|married|marry|weds?|wedding": r"marri\w+|wedding|wife|husband|marries",
    r"drink|drinking|soda|pub|pint|bottle|glass of":
        r"drink\w*|drunk|drank|wine|beer|pub|pint|bottle|gin",
    r"sex": r"sex\w*|touch\w*|sleep together|intimacy|intimate|libido",
    r"i lied|lie did|i found out|found out": r"lie[ds]?|lying|cheat\w*|affair|found|messages",
    r"express|milk": r"express\w*|pump\w*|milk|breastfe\w+|feeding",
    r"pregnan\w+|midwife": r"pregnan\w+|midwife|recover\w*|ill|sick|surgery|operation|sickness",
    r"(?:the|our|small) baby": r"baby|newborn|bab(?:y|ies)",
    r"pill box|pills?": r"pills?|tablets|medication",
    r"in mourning|my loss|lost somebody|grieves?|somebody died|lost a patient|of him":
        r"di(?:ed|es)|dead|death|lost|loss|funeral|grie\w+|mourning|miscarr\w+|buried",
    r"i shouted|i hit|i got louder|followed you about|shouted (?:earlier|at)":
        r"shout\w*|yell\w*|scream\w*|lost it|snapp\w*|blew up|row|voice",
    r"i(?:'ve| have)? snapped|i was (?:sharp|short)|that was sharp":
        r"snapp\w*|sharp|short|rude|bit|barked|shout\w*|curt",
    r"you shouted|being shouted at": r"shout\w*|yell\w*|scream\w*",
    r"two short|we are few|we were two": r"short\w*|down|staff\w*|numbers|nobody|few|alone",
    r"christmas": r"christmas|xmas",
    r"birthday|anniversary": r"birthday|bday|anniversary",
    r"missed a day|a missed day|day that you missed|important to you":
        r"miss\w*|forgot\w*|wasn't there|cancel\w*|not there",
    r"sorry from me before|heard sorry before|worn thin":
        r"again|always|every|before|keep|times|thin|promis\w*",
    r"thank you for saying something|heard sorry for|was not one":
        r"sorry (?:you|if|but|that i|for how)|apologi[sz]ed|half|sort of|joke|was no sorry",
    r"you wrote":
        r"wr(?:ote|itten|ite)|email|form|comment\w*|review|apprais\w+|evaluation|feedback",
    r"three in the morning": r"r[ai]ng\w*|phon\w+|call\w*",
    r"come in today": r"come in|extra|day off|rang|ring\w*|call\w*|phon\w+|text\w*|asked",
    r"put me right": r"put\w* me right|correct\w*|takes? over|wrong|criticis\w*",
    r"without a check|check left out": r"check\w*|sign\w*",
    r"grief that": r"grie\w+|di(?:ed|es)|mourning|funeral|loss|lost",
    r"a student": r"students?|learner|trainee|mentee|junior",
    r"small child": r"cries|crying|clings|toddler|little|nursery|one|two|three|four|five|six|[1-7]",
    r"a teenager": r"teen\w*|1[1-9]|thirteen|fourteen|fifteen|sixteen|door|won't talk|phone",
    r"cancelled": r"cancel\w*",
    r"hurtful": r"hurt\w*|cruel|awful|mean|nasty|never said|sorry|apolog\w*",
    r"my sister": r"sister",
    r"my partner works": r"partner|wife|husband|boyfriend|girlfriend",
    r"hidden|extras than i told": r"extra\w*|hid\w*|secret\w*|told",
    r"theatre": r"theatre|surg\w+|operat\w+|scrub\w*",
    r"a complaint": r"complain\w*|investigat\w*|practise|coroner\w*|inquest",
    r"sent that|last message was|what i wrote": r"sent|text\w*|messag\w*|wrote|email",
    r"split|two groups": r"split|groups|sides|camps|divided|factions|clique\w*",
    r"died today|died": r"di(?:ed|es|e)|death|lost|passed|cpr|arrest|resus",
    r"children|child|kids|porridge|pyjamas|bedtime|nursery":
        r"child(?:ren)?|kids?|bab(?:y|ies)|sons?|daughters?|boys?|girls?|toddler|twins|nursery|"
        r"little ones?|school|bedtime|teen\w*",
    r"therapist|counsellor":
        r"therap\w+|counsel\w+|together|cheat\w*|affair|stuck|same (?:fight|row|argument)",
    r"he|him|his": rf"he|him|his|{_kin('he')}",
    r"she|her|hers": rf"she|her|hers|{_kin('she')}",
}  # fmt: skip
_PAIRS = tuple(
    (re.compile(rf"\b(?:{line})\b"), re.compile(rf"\b(?:{told})\b"))
    for line, told in _IF_TOLD.items()
)
_MUST_BE_SAME = re.compile(rf"\b(?:{_SAME})\b")
_DAY = re.compile(  # as a fact; "by Friday", or "Sunday?", is only proposed
    r"(?<!by )(?<!until )(?<!before )(?<!till )(?<!after )(?<!next )(?<!or )(?<!first )"
    r"\b(?P<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b(?![^.!]*\?)"
)
STEM = 4


def may_be_handed(says: str, told: str) -> bool:
    """Say whether all that some words suppose was spoken of; `told` is clean."""
    small = says.lower().replace("’", "'")
    if any(line.search(small) and not heard.search(told) for line, heard in _PAIRS):
        return False
    same = (one[0][:STEM] for one in _MUST_BE_SAME.finditer(small))
    days = (one["day"][:STEM] for one in _DAY.finditer(small))
    return all(re.search(rf"\b{re.escape(stem)}", told) for stem in (*same, *days))
