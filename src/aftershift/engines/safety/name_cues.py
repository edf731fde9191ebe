"""What the words around a name say: the writer's own people, a colleague, or a patient."""

import re

from aftershift.engines.safety.name_runs import Run
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
LOVED = listed("love married dating")  # by whom "I" stands before
PATIENTS = listed("patient pt resident paciente patiente patientin patiënt")
NEWBORN = listed("baby twins triplets newborn")


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


def is_said_to_be_one(talk: Talk, run: Run) -> bool:
    """Say whether what stands beside a name says in so many words that it is a patient's."""
    before = talk.before(run.start, 1)
    named = bool(before) and before[0].low in PATIENTS and not before[0].has_genitive
    return named or _is_newborn(talk, run) or _is_called_by_an_illness(talk, run)


def _is_newborn(talk: Talk, run: Run) -> bool:
    """Say whether a name is that of a child on a ward who has none yet: "the Okafor baby"."""
    before, after = talk.before(run.start, 1), talk.after(run.end, 1)
    return bool(before and after) and before[0].low == "the" and after[0].low in NEWBORN


def _is_called_by_an_illness(talk: Talk, run: Run) -> bool:
    """Say whether a name is given to what somebody has: "the appendix is called Bilal"."""
    before = talk.before(run.start, 4)
    return (
        len(before) == 4
        and before[0].low == "the"
        and before[1].has(Role.DIAGNOSIS)
        and before[2].low == "is"
        and before[3].low in ("called", "named")
    )


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
    if lows[-2:-1] == ["i"] and lows[-1] in LOVED and not run.is_titled:
        return True
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
