"""Dates of patients and great ages: a date is one where the words around are of the ward."""

import re
from collections.abc import Iterator

from aftershift.engines.safety.phi_kinds import Found, Kind, Masked
from aftershift.engines.safety.phi_text import Talk, Token
from aftershift.engines.safety.phi_words import Role, listed

MONTH = (
    r"(?:jan(?:uary|uar|vier|uari)?|feb(?:ruary|ruar|ruari)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust|ustus)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?|enero"
    r"|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|märz|mai"
    r"|juni|juli|dezember|oktober|février|fév|févr|mars|avril|avr|juin|juillet|juil|août|septembre"
    r"|octobre|novembre|décembre|déc|maart|mei|augustus|december)"
)
YEAR = r"(?:[12]\d{3}|'?\d\d)"
DAY = (  # of the month, in words
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
)
FEAST = (
    r"(?:christmas|new year'?s) (?:eve|day)|boxing day|(?:good|holy) friday|(?:ash|holy) wednesday"
    r"|easter (?:sunday|monday)|palm sunday|all (?:souls|saints)'? day"
)
DIGIT = "[0-9oO]"
DATE = re.compile(
    rf"(?<![\w/.-])(?:\d{{4}}[-/.]\d\d?[-/.]\d\d?|{DIGIT}{{1,2}}([-/.]){DIGIT}{{1,2}}\1{YEAR}"
    rf"|[0-3oO]?{DIGIT}/[0-3oO]?{DIGIT}|[0-3]?\d\.[01]?\d\.(?!\w)"
    rf"|\d{{1,2}}(?:st|nd|rd|th|º|\.|er)?(?: of| de)?[ -]{MONTH}(?:\.|,)?(?:(?: de)?[ -]{YEAR})?"
    rf"|{MONTH}\.? ?\d{{1,2}}(?:st|nd|rd|th)?(?:,? [12]\d{{3}}| '\d\d)?"
    rf"|(?:{DAY})(?: of)? {MONTH}|{MONTH} (?:the )?(?:{DAY})|{FEAST})(?![\w/]|[-.]\d)",
    re.I,
)
OLD_WORD = (
    r"(?:ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|(?:a|one) hundred(?: and (?:one|two|three|four|five|six|seven|eight|nine|ten))?"
    r"|noventa(?: y \w{3,6})?|cien años"
    r"|quatre-vingt-(?:dix|onze|douze|treize|quatorze|quinze|seize)(?:-\w{4,5})?"
    r"|\w{3,6}undneunzig|\w{3,7}ennegentig)"
)
NUMBER = r"(?:9\d|1[01]\d)"
AGE = re.compile(
    rf"(?<![\w.,/:£$€-])(?:{NUMBER} ?-? ?(?:year|yr)s?[- ]?olds?|{NUMBER} ?(?:y/?o|yo|yrs?"
    rf"|[fFmM])|{NUMBER}[- ]?(?:jährig|jarig)\w{{0,2}}|{NUMBER} (?:años|ans|jahre|jaar)"
    rf"|{OLD_WORD}(?:[- ]year[- ]olds?)?|{NUMBER})(?![\w%/:]|[.,-]\d)",
    re.I,
)
SHAPED = re.compile(r"\D")
AGED = listed(
    """
    aged age is s she he turned turning of de van tiene ist a wird almost nearly over only about
    was at are were reached hit en von à
    """
)
AFTER_AGE = listed(
    """
    years años jahre ans jaar and old jährige jähriger jarige but who now today next
    """
)
VITALS = listed(
    """
    sats sat bp hr pulse spo2 systolic diastolic rate hb code sugar bm bms news gcs crp percent
    temp c over weighs weight kilos scored ferritin platelets sodium band bed room page number bus
    speed for in by minutes
    """
)
RELATION = listed(
    """
    year she he widower widow patient pt lady man gent woman twins gogo lives live who favourite
    grandmother mevrouw meneer señora señor frau herr dame monsieur madame mr mrs bed cubicle
    room nan mum resident birthday aged born dob priest veteran her his somebody someone him old
    retired nun farmer teacher mother father him
    """
)


def dates(talk: Talk, text: Masked) -> Iterator[Found]:
    """Find dates of birth, and dates on which something happened to a patient."""
    for match in DATE.finditer(text):
        kind = _date_kind(talk, match)
        if kind:
            yield Found(start=match.start(), end=_end(match), kind=kind)


def all_dates(text: Masked) -> Iterator[Found]:
    """Find everything that is written like a date, whoever's it is."""
    for match in DATE.finditer(text):
        yield Found(start=match.start(), end=_end(match), kind=Kind.DATE)


def _end(match: re.Match[str]) -> int:
    return match.start() + len(match.group().rstrip(".,"))


def _date_kind(talk: Talk, match: re.Match[str]) -> Kind | None:
    before = talk.before(match.start(), 12)
    after = talk.after(match.end(), 8)
    if _is_of_the_writer(before, after):
        return None
    if any(token.has(Role.BIRTH_LABEL) and token.low != "the" for token in before[-4:]):
        died = any(token.low in ("still", "dead") for token in before)
        return Kind.DATE if died else Kind.BIRTH
    near = [*before, *after]
    clinical = sum(token.has(Role.ADMIN_DATE, Role.DIAGNOSIS, Role.EVENT) for token in near)
    soft = sum(token.has(Role.CLINICAL, Role.SOFT, Role.ROOM, Role.PATIENT_NOUN) for token in near)
    own = sum(token.has(Role.OWN_DATE) for token in near)
    has_year = bool(re.search(r"\d{4}|[-/.]\d\d?[-/.]\d\d", match.group()))
    if clinical + 0.5 * soft + 0.7 * has_year + 0.3 - 0.8 * own >= 1:
        return Kind.DATE
    old = re.search(r"(?:19[0-9]\d|200\d|201\d)", match.group())
    return Kind.BIRTH if old and not own else None


def _is_of_the_writer(before: list[Token], after: list[Token]) -> bool:
    lows = [token.low for token in before[-5:]]
    me = "i" in lows[-3:] or "i'm" in lows or (after and after[0].has(Role.OWN_DATE))
    born_me = me and "born" in lows
    if any(token.has(Role.ADMIN_DATE) and not token.has(Role.OWN_DATE) for token in before[-4:]):
        return bool(born_me)
    return bool(born_me) or any(
        token.low
        in ("wedding", "anniversary", "flying", "leave", "payday", "rota", "roster", "rostered")
        for token in [*before[-5:], *after[:4]]
    )


def ages(talk: Talk, text: Masked) -> Iterator[Found]:
    """Find ages from ninety on, which are rare enough to name somebody (45 CFR 164.514)."""
    for match in AGE.finditer(text):
        before, after = talk.before(match.start(), 6), talk.after(match.end(), 4)
        shaped = bool(SHAPED.search(match.group().strip())) and not match.group().isalpha()
        if _is_amount(talk, match, before, after) or _is_own_elder(before):
            continue
        if shaped or _is_aged(talk, match, before, after):
            yield Found(start=match.start(), end=match.end(), kind=Kind.AGE)


def _is_amount(talk: Talk, match: re.Match[str], before: list[Token], after: list[Token]) -> bool:
    lows = [token.low for token in before[-2:]]
    unit = bool(after) and after[0].has(Role.UNIT) and after[0].low != "years"
    if lows[-1:] and lows[-1].isdigit():
        lows = lows[-1:]  # "bed 14, 98": the bed has its number already
    measured = (
        not VITALS.isdisjoint(lows) and lows[-1:] != ["of"] and not match.group()[-1].isalpha()
    )
    touching = bool(after) and not talk.clean[match.end() : after[0].start].strip()
    return (unit and touching) or (measured and "aged" not in lows)


def _is_own_elder(before: list[Token]) -> bool:
    """Say whether the writer's own family is that old: "grandad turned 91"."""
    kin = [token for token in before[-4:] if token.has(Role.KIN)]
    own = any(token.has(Role.OWN) for token in before)
    home = {"grandad", "gran", "nan", "grandma", "grandpa", "granny", "nana", "dad", "mum", "mom"}
    plain = {"the", "her", "his", "their", "a"}
    theirs = any(token.low in plain for token in before)
    return bool(kin) and (own or (any(token.low in home for token in kin) and not theirs))


def _is_aged(talk: Talk, match: re.Match[str], before: list[Token], after: list[Token]) -> bool:
    last = before[-1].low if before else ""
    genitive = bool(before) and before[-1].has_genitive
    persons = any(
        token.low in RELATION or token.has(Role.ROOM) or token.capital for token in before
    )
    comma = talk.clean[: match.start()].rstrip()[-1:] in (",", "(", ";", "!", ".", "")
    persons = persons or any(
        token.has(Role.BIRTH_LABEL) for token in talk.around(match.start(), match.end(), 6)
    )
    closed = not after or not talk.clean[match.end() : match.end() + 1].strip(" ")[:1].isalnum()
    if last in AGED or genitive:
        return persons or last == "aged"
    if comma and persons:
        return closed or bool(after and after[0].low in AFTER_AGE)
    return persons and bool(after) and after[0].low in AFTER_AGE - {"but", "now", "today", "next"}
