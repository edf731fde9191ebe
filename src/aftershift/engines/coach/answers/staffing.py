"""Too few people for the work, told in words: the system is named, and a step that is the system's.

"Three of us for thirty patients" is no matter for a breath or a song. What comes first are the
facts, in writing, on the desk of whoever decides how many there are.
"""

import re

from aftershift.engines.coach.drafts import Here, Piece
from aftershift.engines.coach.own_words.gravity import is_of_loss
from aftershift.engines.coach.stock.doings import FOR_CLOSE, where_of
from aftershift.engines.coach.stock.shelves import Playbook

SHORT_STAFFED = "short-staffed"
ACTION = "load_action.staffing"
_N = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|eighteen|twenty(?:[- ]\w+)?|thirty(?:[- ]\w+)?|forty)"
)
_STAFF = (
    r"(?:nurses?|people|staff|members of staff|doctors?|carers?|midwi(?:fe|ves)|rns?|hcas?|"
    r"healthcares?|healthcare assistants?|paramedics?|juniors?|registrars?|hands)"
)
_IN_CARE = (
    r"(?:patients?|beds?|residents?|babies|cots?|bays?|trolleys?|in the (?:corridor|waiting room)|"
    r"on the (?:ward|unit|floor))"
)
TOO_FEW = re.compile(
    r"\b(?:under ?-?staffed|short ?-?(?:staffed|handed)|staffing|vacanc(?:y|ies)|"
    r"(?:no|without) cover(?! (?:on|charge|version|letter|for the (?:sofa|bed|pram)))|"
    r"nobody to cover|"
    r"(?:not enough|too few) (?:staff|nurses|doctors|people|hands|of us|midwives|carers)|"
    r"(?:one|two|three|four|five|\d) (?:nurses |people |staff |doctors |carers |hands )?short"
    r"(?! (?:of|weeks?|days?|years?|minutes?|stories|texts?|ones|lines?|messages?|sentences?|"
    r"walks?|hours?|words?|visits?|nights?)\b)|"
    r"(?:unsafe|not safe|dangerous) (?:numbers|staffing|ratios?|load|levels)|"
    r"(?:numbers|ratios?|load|levels) (?:are|is|were|was|aren'?t|isn'?t) (?:\w+ )?(?:not safe|"
    r"unsafe|safe|dangerous)|skeleton (?:staff|crew)|"
    rf"{_N} {_STAFF} (?:down|off|missing|called in sick|off sick)\b|down (?:to )?{_N} {_STAFF}|"
    rf"{_N} (?:of us|nurses?|rns?|doctors?|midwi(?:fe|ves)|carers?|hcas?|people|staff)"
    rf"(?: and (?:a|an|one|\w+) \w+)? (?:for|to|with|on|covering|looking after) "
    rf"(?:a ward of |all )?{_N}(?: {_IN_CARE})|"
    rf"{_N} (?:nurses?|rns?|doctors?|midwi(?:fe|ves)) (?:for|to) {_N}\b(?! (?:hours?|minutes?|"
    r"days?|weeks?|shifts?|nights?|years?|months?|times))|"
    rf"(?:just|only|on|left|alone|me|myself|by myself|on my own)(?: \w+)? (?:with|for) "
    rf"{_N} {_IN_CARE}|"
    rf"{_N} {_IN_CARE} (?:each|to myself|on my own|by myself|and (?:just|only) (?:me|one|two))|"
    r"(?:1|one) ?: ?(?:[6-9]|[1-4]\d)\b|one to (?:eight|nine|ten|twelve|fifteen|twenty|\d\d)\b|"
    r"the only (?:nurse|doctor|midwife|rn|registered nurse) on (?:shift|tonight|the (?:ward|unit|"
    r"floor)|for|nights?|duty)|no (?:bank|agency) (?:came|staff|nurses?|cover)|gaps in the (?:rota|"
    r"roster|off-duty))\b",
    re.IGNORECASE,
)


def tells_of_too_few(here: Here) -> bool:
    """Say whether too few people are the matter, and no grief.

    Told in passing, between what is about somebody close, they are not: "short staffed, swapped
    shift, slept through one" was why friends stopped asking.
    """
    told = (*here.state.said, here.heard.clean)
    is_of_somebody = where_of(here.state.said, here.heard.clean) in FOR_CLOSE
    where_it_counts = (told[0], told[-1]) if is_of_somebody else told
    return any(map(TOO_FEW.search, where_it_counts)) and not any(map(is_of_loss, told))


def staffing_pieces(here: Here) -> tuple[Piece, ...]:
    """Name the system, where it was not named, and whose step comes first; once.

    Nothing where no too few people were told of.
    """
    was_given = any(name.startswith(f"{ACTION}.") for name in here.state.used)
    action = None if was_given or not tells_of_too_few(here) else here.line(ACTION)
    cause = None if here.state.named_system else here.line("system")
    return tuple(one for one in (cause, action) if one) if action else ()


def playbook_of(here: Here) -> Playbook | None:
    """Give the playbook of too few people where they were told of, else the theme's own."""
    return here.shelves.playbooks[SHORT_STAFFED] if tells_of_too_few(here) else here.theme
