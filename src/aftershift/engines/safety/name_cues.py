"""What the words around a name say: the writer's own people, a colleague, or a patient."""

import re

from aftershift.engines.safety.name_runs import Run
from aftershift.engines.safety.phi_kinds import BED, Masked
from aftershift.engines.safety.phi_text import Talk, Token
from aftershift.engines.safety.phi_words import Role, listed

CLINICAL = (Role.DIAGNOSIS, Role.CLINICAL, Role.CARE, Role.EVENT, Role.PATIENT_NOUN)
THEIRS = listed("his her their the patient's sa su ihr ihre sein seine hun zijn haar leur")
EXES = listed("ex mate bestie friend")
JOINING = listed("and with & et und y en")
SKIPPED = listed(
    """
    is was has had just then still keeps kept also finally hat ist heeft est a ha the who got
    """
)
NAMING = listed(
    """
    called named name names heißt namens llamado llamada appelé appelée nommé genaamd heet is
    """
)
BROAD = listed("man woman boy girl kid child baby lady guy bloke fella lad")
AGE = re.compile(
    r"(?:, ?| \(| )(?:aged? |just |only )?(?:1[01]\d|[1-9]?\d)(?=(?: ?(?:y/?o|yo|yrs?"
    r"|years?|months?|mo|weeks?|days?|[FfMm]))?[ ,.;)]|$)"
)
AGE_ENDS = re.compile(r" ?(?:y/?o|yo|yrs|years|months|weeks|days|[,.;)])|$| [A-Za-z]")
TALKED_TO = listed(
    """
    told asked rang phoned texted married love miss like marry kissed hugged tell ask ring text
    """
)


def is_spared(talk: Talk, run: Run) -> bool:
    """Say whether a name is the writer's, of the writer's own people, or of staff."""
    before = talk.before(run.start, 5)
    after = talk.after(run.end, 5)
    if any(
        token.has(Role.PATIENT_NOUN) and token.low.startswith(("patient", "paci", "pt"))
        for token in after[:4]
    ):
        return False
    return _is_staff(talk, run, before, after) or _is_own(talk, run, before, after)


def _is_staff(talk: Talk, run: Run, before: list[Token], after: list[Token]) -> bool:
    title = before[-1] if before else None
    if (
        title
        and title.has(Role.STAFF_TITLE)
        and talk.clean[title.end : run.start].strip() in ("", ".")
        and not title.has_genitive
    ):
        return True
    if (
        title
        and title.has(Role.STAFF_WORD)
        and not title.has(Role.PATIENT_NOUN)
        and talk.clean[title.end : run.start] in (" ", ", ")
    ):
        return True
    if not after:
        return False
    gap = talk.clean[run.end : after[0].start].strip()
    linked = gap in (",", "(") or after[0].low in (
        "the",
        "from",
        "in",
        "on",
        "next",
        "our",
        "my",
        "at",
        "who's",
        "aus",
        "de",
        "van",
        "der",
        "die",
        "el",
        "la",
        "is",
        "in",
        "du",
    )
    if not linked or talk.clean[run.end : run.end + 1] == "'":
        return False
    near = after[:4] if gap == "," or after[0].low in ("our", "my") else after[:3]
    trade = next((token for token in near if token.has(Role.STAFF_WORD)), None)
    clinical = any(token.has(Role.DIAGNOSIS, Role.ROOM) for token in after[:4])
    return trade is not None and not clinical and trade.low not in ("ot", "rep", "the", "in")


def _is_own(talk: Talk, run: Run, before: list[Token], after: list[Token]) -> bool:
    lows = [token.low for token in before]
    if lows[-1:] == ["i'm"] or (lows[-2:] in (["i", "am"], ["name", "is"]) and "my" in lows):
        return True
    return (
        _owned_before(talk, run, before) or _owned_after(talk, run, after) or _joined(lows, after)
    )


def _owned_before(talk: Talk, run: Run, before: list[Token]) -> bool:
    owners = [at for at, token in enumerate(before[-4:]) if token.has(Role.OWN)]
    if (
        not owners
        and before
        and before[-1].has(Role.KIN)
        and len(before) == 1
        and before[-1].is_first
        and not run.is_titled
    ):
        return not before[-1].has(Role.DEAR) and before[-1].low not in BROAD
    if not owners:
        return (
            bool(before)
            and before[-1].low in EXES
            and talk.clean[before[-1].end : run.start].strip() in ("", ",")
        )
    between = [
        token
        for token in before[-4:][owners[-1] + 1 :]
        if token.low not in ("who", "called", "named")
    ]
    if any(
        token.has(Role.DIAGNOSIS, Role.CLINICAL) or token.low.startswith(("patient", "pt"))
        for token in between
    ):
        return False
    if not between:
        return not run.is_titled
    gap = talk.clean[between[-1].end : run.start].strip()
    return (
        gap in ("", ",", "(", "is", "called", "named", ", who's called")
        and any(token.has(Role.KIN, Role.STAFF_WORD, Role.STAFF_TITLE) for token in between[-2:])
        and not between[-1].has_genitive
    )


def _owned_after(talk: Talk, run: Run, after: list[Token]) -> bool:
    if len(after) < 2 or talk.clean[run.end : run.end + 2].startswith("'s"):
        return False
    at = next((place for place, token in enumerate(after[:3]) if token.has(Role.OWN)), None)
    if at is None or (at and after[0].low not in ("is", "was", "and", "ist", "es", "est")):
        return False
    if after[0].low == "and":
        return False
    kin = after[at + 1 : at + 3]
    return any(token.has(Role.KIN, Role.STAFF_WORD, Role.STAFF_TITLE) for token in kin) and not any(
        token.has(Role.PATIENT_NOUN) and token.low.startswith(("patient", "pt")) for token in kin
    )


def _joined(lows: list[str], after: list[Token]) -> bool:
    """Say whether the writer stands beside the name: "Jannik und ich", "me and Rob"."""
    me = ("i", "me", "ich", "yo", "moi", "ik", "ich", "we", "i've", "i'm", "i'd")
    right = (
        len(after) > 1
        and after[0].low in ("and", "und", "y", "et", "en", "&")
        and after[1].low in ("i", "me", "ich", "yo", "moi", "ik")
    )
    return right or (
        len(lows) > 1
        and lows[-1] in JOINING
        and lows[-2] in me
        and lows[-2] in ("me", "moi", "ich")
    )


def is_plain(talk: Talk, text: Masked, run: Run) -> bool:
    """Say whether one cue alone makes a name a patient's."""
    before, after = talk.before(run.start, 4), talk.after(run.end, 5)
    if run.is_initials:
        return (
            _beside_room(text, run)
            or _by_patient_word(talk, run, before, after)
            or _has_illness(talk, run, after)
            or (_happened(talk, run, after) or _cared(before))
        )
    return (
        _by_patient_word(talk, run, before, after)
        or _cared(before)
        or _happened(talk, run, after)
        or _has_age(talk, run, before)
        or _owns(talk, run, after)
        or _has_illness(talk, run, after)
        or _beside_room(text, run)
    )


def _by_patient_word(talk: Talk, run: Run, before: list[Token], after: list[Token]) -> bool:
    """Read "patient X", "a boy called X", "wee X", "the sepsis girl, X"."""
    if before and before[-1].has(Role.DEAR) and talk.clean[before[-1].end : run.start] == " ":
        return True
    for back, token in enumerate(reversed(before[-3:])):
        gap = talk.clean[token.end : run.start]
        between = before[len(before) - back :]
        linked = all(one.low in NAMING or one.low in ("initials", "was", "were") for one in between)
        if token.has(Role.PATIENT_NOUN) and linked and (not token.has_genitive or "name" in gap):
            return token.low not in BROAD or _is_described(talk, token, between, run)
    return (
        bool(after)
        and talk.clean[run.end : after[0].start].strip() in ("(",)
        and any(token.has(Role.PATIENT_NOUN) for token in after[:5])
    )


def _is_described(talk: Talk, noun: Token, between: list[Token], run: Run) -> bool:
    """Say whether "boy" before a name is a patient: called so, or the sepsis boy, not my boy."""
    left = talk.before(noun.start, 4)
    if any(token.has(Role.OWN) for token in left[-3:]):
        return any(token.has(Role.DIAGNOSIS, Role.CLINICAL) for token in left)
    illness = any(token.has(Role.DIAGNOSIS, Role.CLINICAL, Role.SOFT) for token in left)
    return bool(between) or illness or talk.clean[noun.end : run.start] == " "


def _cared(before: list[Token]) -> bool:
    return bool(before) and before[-1].has(Role.CARE) and before[-1].low != "i"


def _next(talk: Talk, run: Run, after: list[Token], skip: int) -> list[Token]:
    """List the words after a name, small words left out."""
    return [token for at, token in enumerate(after) if at >= skip or token.low not in SKIPPED]


def _happened(talk: Talk, run: Run, after: list[Token]) -> bool:
    """Read "X died", "X was readmitted", "X keeps asking"."""
    near = _next(talk, run, after, 2)
    if not near or re.search(r"[.;:]", talk.clean[run.end : near[0].start]):
        return False
    if any(token.has(Role.EVENT) for token in after[:1]) or near[0].has(Role.EVENT):
        return True
    return near[0].has(Role.EVENT_SOFT) and _is_tense(talk, run)


def _is_tense(talk: Talk, run: Run) -> bool:
    """Say whether the sentence speaks of care at all, and not mostly of home."""
    near = talk.around(run.start, run.end, 14)
    care = sum(token.has(*CLINICAL) + 0.5 * token.has(Role.SOFT, Role.ORGAN) for token in near)
    home = sum(token.has(Role.HOME) for token in near)
    return care >= 1 and care >= 0.5 * home


def _has_age(talk: Talk, run: Run, before: list[Token]) -> bool:
    match = AGE.match(talk.clean, run.end)
    if not match or any(token.low in ("is", "my", "our") for token in before[-1:]):
        return False
    after = talk.after(match.end(), 2)
    amount = (
        bool(after)
        and after[0].has(Role.UNIT)
        and after[0].low not in ("years", "months", "weeks", "days", "m")
    )
    plain_blank = match.group().startswith(" ") and not match.group().startswith(" (")
    ill = any(token.has(*CLINICAL) for token in talk.after(match.end(), 4))
    return not amount and (not plain_blank or ill)


def _owns(talk: Talk, run: Run, after: list[Token]) -> bool:
    """Read "X's tracheostomy": what only a patient has."""
    if not re.match(r"'s?\s", talk.clean[run.end : run.end + 3]) or not after:
        return False
    if after[0].has(Role.ORGAN) or any(token.has(Role.DIAGNOSIS) for token in after[:3]):
        return True
    return any(token.has(Role.BELONGING, Role.CLINICAL) for token in after[:3]) and _is_tense(
        talk, run
    )


def _has_illness(talk: Talk, run: Run, after: list[Token]) -> bool:
    """Read "X with the new leukaemia", "X has dementia", "X (COPD", "X, pancreatitis"."""
    if not after or talk.clean[run.end : run.end + 2] == "'s":
        return False
    gap = talk.clean[run.end : after[0].start].strip()
    linked = after[0].low in (
        "with",
        "has",
        "had",
        "mit",
        "hat",
        "con",
        "tiene",
        "avec",
        "met",
        "heeft",
        "is",
    )
    if not linked and gap not in (",", "("):
        return False
    reach = 5 if linked else 3
    return any(token.has(Role.DIAGNOSIS) for token in after[:reach])


def _beside_room(text: Masked, run: Run) -> bool:
    """Read "X in bed 4", "bed 3 X", "Room 6 is X"; the bed is blotted out already."""
    left, right = text[max(0, run.start - 6) : run.start], text[run.end : run.end + 9]
    return bool(
        re.search(rf"{BED}(?:[,:]? | is |: )$", left)
        or re.match(rf"(?:,? (?:in|from|on|of|out of)?(?: the)? ?|, | \()?{BED}", right)
    )


BASE, SURNAME, FULL = 0.5, 0.8, 1.3  # what a name weighs by itself: a first name, anything else


def weight(talk: Talk, run: Run) -> float:
    """Add up the weak cues around a name that has no plain one."""
    if run.is_bare or not (run.is_sure or run.is_initials):
        return 0.0
    before, after = talk.before(run.start, 3), talk.after(run.end, 3)
    near = talk.around(run.start, run.end, 12)
    named = any(
        token.has(Role.FIRST_NAME, Role.WORD_NAME)
        for token in talk.tokens[run.first : run.last + 1]
    )
    total = FULL if run.is_full else (BASE if named else SURNAME)
    total += min(3.0, sum(_strength(token) for token in near))
    total -= min(2.5, 0.5 * sum(token.has(Role.HOME) for token in near))
    total += 1.5 * bool(before and before[-1].has(Role.CARE_SOFT))
    total += 1.0 * bool(after and after[0].has(Role.EVENT_SOFT))
    total += 1.8 * _is_patients_kin(talk, run, before)
    total += 1.2 * _is_told_of(talk, run, before, after)
    total += 1.0 * (
        talk.clean[run.end : run.end + 2] == "'s" and bool(after) and after[0].has(Role.BELONGING)
    )
    total -= 1.5 * any(token.has(Role.TALK) for token in after[:2])
    total -= 1.0 * bool(before and before[-1].low in TALKED_TO)
    return total


def _is_told_of(talk: Talk, run: Run, before: list[Token], after: list[Token]) -> bool:
    """Read "her name is X", "about X", and "X, the old farmer who"."""
    lows = [token.low for token in before]
    named = lows[-1:] in (["called"], ["is"], ["was"]) and not {"name", "called"}.isdisjoint(lows)
    about = lows[-1:] in (["about"], ["after"], ["over"], ["for"], ["since"])
    article = (
        bool(after)
        and after[0].low in ("the", "a", "an", "my")
        and talk.clean[run.end : after[0].start] == ", "
    )
    return (
        named
        or about
        or (
            article
            and any(
                token.has(Role.PATIENT_NOUN, Role.RARE, Role.DIAGNOSIS)
                for token in talk.after(run.end, 4)
            )
        )
    )


def _strength(token: Token) -> float:
    """Weigh one word near a name."""
    table = (
        (Role.DIAGNOSIS, 1.2),
        (Role.EVENT, 1.0),
        (Role.CLINICAL, 0.7),
        (Role.PATIENT_NOUN, 0.4),
        (Role.SOFT, 0.5),
        (Role.ORGAN, 0.4),
    )
    return max((value for role, value in table if token.has(role)), default=0.0)


def _is_patients_kin(talk: Talk, run: Run, before: list[Token]) -> bool:
    if not before or not before[-1].has(Role.PATIENT_KIN):
        return False
    return (
        len(before) < 2
        or before[-2].low in THEIRS
        or before[-2].has_genitive
        or talk.clean[before[-1].end : run.start].strip() == ","
    )
