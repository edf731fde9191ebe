"""What is the writer's own: "my number is", "our car", "ring me on", "my birthday".

A number, a link or a date that the writer calls "mine" leads to no patient. The owner must stand
right before the thing, and the thing right before its number: "my patient's phone" is not mine.
"""

import re

from aftershift.engines.safety.phi_text import Talk, Token
from aftershift.engines.safety.phi_words import Role, listed

LOOKED_AT = 70  # code points before a place
OWNER = r"(?:my|our|mein\w{0,2}|unser\w{0,2}|mi|nuestr[oa]|mon|ma|notre|mijn|onze)"
KIND = (
    r"(?:own|new|old|personal|private|work|other|second|little|side|wedding|red|green|blue|black)"
)
THING = (
    r"(?:number|phone|mobile|cell|telefon|handy|handynummer|numéro|número|móvil|portable|insta"
    r"|instagram|ig|tiktok|handle|twitter|blog|page|profile|snap|youtube|thing|website|site"
    r"|e-?mail|mail|e-?mail address|car|van|bike|corsa|fiesta|focus|golf|polo|clio|astra|yaris"
    r"|škoda|skoda|toyota|honda|ford|plate|number plate|reg|rego|passport|payslip|insurance card"
    r"|insurance number|library card|card|iban|account|bank account|cpf|pesel|bsn|ssn|ni number"
    r"|nmc pin|gmc number|staff number|employee number|payroll number|locker|badge|office chair"
    r"|bracelet|festival bracelet|flat|house|cottage|gym)"
)
SAID = r"(?:'s| is| was| says| reads|:)?(?: still| now| just)?,?(?: it's| its)?"
MINE = re.compile(
    rf"(?<![\w'])(?<!in )(?<!on )(?<!off )(?<!into )(?<!from )(?:{OWNER}(?: {KIND}){{0,2}}"
    rf"|i'm|my own) {THING}{SAID} ?$",
    re.I,
)
REACH = re.compile(
    r"(?<!\w)(?:ring|call|text|e-?mail|mail|message|reach|phone|whatsapp|follow|find) me"
    r"(?: \w{1,12}){0,2} (?:on|at|via|under) $",
    re.I,
)
APPOINTED = listed(
    """
    scan op operation surgery appointment biopsy mammogram smear results jab mri ct induction
    interview exam leave shift chemo clinic referral start
    """
)
BREAKS = listed("and but so because while which that's und aber et mais y pero en maar")
TOLD = re.compile(r"^[\w +().@-]{1,40}?,? (?:she|he|they) (?:said|told|says|whispered)", re.I)
STOPS = re.compile(r"[,;:()\n]| - ")


def is_the_writers_thing(talk: Talk, start: int) -> bool:
    """Say whether what starts here is called the writer's own: "my insta is @x"."""
    said = talk.clean[max(0, start - LOOKED_AT) : start]
    reached = REACH.search(said) and not TOLD.search(talk.clean[start : start + LOOKED_AT])
    return bool(MINE.search(said) or reached)


def clause_before(talk: Talk, start: int, count: int) -> list[Token]:
    """List the words before a place back to the last comma or conjunction of its sentence.

    A comma right before the place is passed over: "the day he passed, 14 March".
    """
    near = talk.before(start, count)
    for place in range(len(near) - 1, -1, -1):
        if near[place].low in BREAKS:
            return near[place + 1 :]
        if STOPS.search(near[place].gap) and place:
            return near[place:]
    return near


def clause_after(talk: Talk, end: int, count: int) -> list[Token]:
    """List the words after a place up to the next comma or conjunction of its sentence."""
    near = talk.after(end, count)
    for place, token in enumerate(near):
        before = talk.clean[end : token.start] if place == 0 else token.gap
        if STOPS.search(before) and token.low != "when":
            return near[:place]
        if token.low in BREAKS:
            return near[:place]
    return near


def is_own_kin(tokens: list[Token]) -> bool:
    """Say whether the writer's own family is spoken of: "our son was", "my mum Aroha's"."""
    for place, token in enumerate(tokens):
        if not token.has(Role.OWN) and token.low != "your":
            continue
        for other in tokens[place + 1 : place + 3]:
            if other.has(Role.KIN, Role.BIRTH_LABEL) and other.low != "the":
                return True
            if other.has(Role.PATIENT_NOUN, Role.ROOM):
                break
            if other.low in APPOINTED:
                return True
    return False
