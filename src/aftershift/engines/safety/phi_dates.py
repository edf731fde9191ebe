"""Dates of patients: a date is one where the words around are of the ward, or of a birth."""

import re
from collections.abc import Iterator

from aftershift.engines.safety.phi_kinds import Found, Kind, Masked
from aftershift.engines.safety.phi_own import (
    clause_after,
    clause_before,
    is_own_kin,
    is_the_writers_thing,
)
from aftershift.engines.safety.phi_text import Talk, Token
from aftershift.engines.safety.phi_words import Role, listed

MONTH = (
    r"(?:jan(?:uary|uar|vier|uari|v)?|jänner|jän|feb(?:ruary|ruar|ruari)?|feber|mar(?:ch)?"
    r"|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust|ustus)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?|ene(?:ro)?"
    r"|febrero|marzo|abr(?:il)?|mayo|junio|julio|ago(?:sto)?|septiembre|octubre|noviembre"
    r"|dic(?:iembre)?|märz|mai"
    r"|juni|juli|dezember|oktober|février|fév|févr|mars|avril|avr|juin|juillet|juil|août|septembre"
    r"|octobre|novembre|décembre|déc|maart|mrt|mei|augustus|december)"
)
YEAR = r"(?:[12]\d{3}|'?\d\d)"
UNITS = r"(?:one|two|three|four|five|six|seven|eight|nine)"
TEENS = r"(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
SAID_YEAR = (
    rf"(?:(?:nineteen|twenty)[ -](?:oh[ -]{UNITS}|{TEENS}|{TENS}(?:[ -]{UNITS})?)"
    rf"|two thousand(?: and)?(?: {UNITS}| {TEENS}| {TENS}(?:[ -]{UNITS})?)?)"
)
DAY = (  # of the month, in words
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
)
FEAST = (
    r"(?:christmas|new year'?s|easter) (?:eve|day|morning|night|afternoon|evening)"
    r"|boxing day|(?:good|holy) friday|(?:ash|holy) wednesday"
    r"|easter (?:sunday|monday)|palm sunday|all (?:souls|saints)'? day|(?:mother|father)'?s'? day"
    r"|st\.? (?:patrick|stephen|brigid|andrew|george|david|valentine)'?s day|valentine'?s day"
    r"|(?:anzac|australia|canada|waitangi|memorial|labou?r|independence|republic|heritage) day"
    r"|thanksgiving(?: day)?|hallowe'?en|bonfire night|hogmanay|heiligabend|silvester|karfreitag"
    r"|nochebuena|nochevieja|réveillon|koningsdag|sinterklaas"
)
DIGIT = "[0-9oO]"
DATE = re.compile(
    rf"(?:(?<![\w/.-])|(?<=dob)|(?<=geb))"
    rf"(?:\d{{4}}[-/.]\d\d?[-/.]\d\d?|{DIGIT}{{1,2}}([-/.]){DIGIT}{{1,2}}\1{YEAR}"
    rf"|[0-3oO]?{DIGIT}/[0-3oO]?{DIGIT}|[0-3]?\d\.[01]?\d\.(?!\w)|\d\d?/{MONTH}/{YEAR}"
    rf"|\d{{1,2}}(?:st|nd|rd|th) of the \d{{1,2}}(?:st|nd|rd|th)(?:,? {YEAR})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th|º|\.|er)?(?: of| de)?[ -]{MONTH}(?:\.|,)?"
    rf"(?:(?: de)?[ -]{YEAR}| {SAID_YEAR})?"
    rf"|{MONTH}\.? (?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?:,? [12]\d{{3}}| '\d\d)?"
    rf"|{MONTH}\d{{1,2}}(?:st|nd|rd|th)?"
    rf"|(?:{DAY})(?: of)? {MONTH}(?:,? (?:{SAID_YEAR}|[12]\d{{3}}))?"
    rf"|{MONTH} (?:the )?(?:{DAY})(?:,? {SAID_YEAR})?|{FEAST})(?![\w/]|[-.]\d)",
    re.I,
)
DAY_ALONE = re.compile(
    r"(?<!\w)(?:the |le |el |am )\d{1,2}(?:st|nd|rd|th|\.)?"
    r"(?= ?(?:[,;:!?)\n]|\.(?!\d)|$)| (?:and|but|at|in|so|with|when|i|we|he|she|my|last|from|after"
    r"|before|a|et|y|und|um|à)(?!\w))",
    re.I,
)
SPELT_BIRTH = re.compile(
    r"(?<!\w)(?:d\.?o\.?b\.?|date of birth|birth ?date|birthday|born)(?: is| was|:)? (?P<said>"
    rf"(?:oh|zero|the|{UNITS}|{TEENS}|{TENS})(?:[ -]+(?:oh|zero|{UNITS}|{TEENS}|{TENS})){{2,9}})"
    r"(?!\w)",
    re.I,
)
BIRTH_YEAR = re.compile(
    r"(?<!\w)(?:year of birth|birth year|yob|jahrgang|geburtsjahr|année de naissance"
    r"|año de nacimiento|geboortejaar)(?: is| was|:)? (?P<said>(?:18|19|20)\d\d)(?!\w)"
    r"|(?<!\w)(?:he|she|they)(?: was|'s| were) born in (?P<old>19[0-3]\d)(?!\w)",
    re.I,
)
TURNS = re.compile(
    r"(?<!\w)(?:turns|turned|turning|would(?:'ve| have) been|'?d(?:'ve| have) been|will be|'ll be"
    r"|would be|wird|aura|cumple)"
    rf" (?:\d{{1,3}}|(?:{TENS}[- ])?{UNITS}|{TEENS}|{TENS}|a hundred)"
    r"(?: (?:jahre|años|ans|years old))?(?: on| this| next| the| am| el| le){0,2} ?$",
    re.I,
)
LOOKED_AT = 60  # code points before a date
THIRD = listed(
    """
    he she him her his they them he's she's he'd she'd he'll she'll er sie il elle él ella hij zij
    baby twins
    """
)
WARD = listed("us uns nous ons vent ventilator theatre itu icu nicu ward unit hospice off")
WRITERS = listed("i i'm i've i'll we we're we've me my our us met moved booked proposed asked left")
STRONG = listed(
    """
    died passed brought admitted readmitted discharged transferred op operation theatre surgery
    arrested collapsed coded fell intubated extubated décédé décédée gestorben verstorben starb
    overleden murió falleció hospitalisé hospitalisée entré entrée sorti sortie opéré opérée
    listed due switching switched ingresó ingresada ingresado aufgenommen entlassen opgenomen adm
    """
)
ENDED = listed(
    """
    décédé décédée gestorben verstorben overleden falleció hospitalisé hospitalisée rip dod doa adm
    """
)
WEAK = listed("took taken brought came comes went goes kam ging vint est vino kwam moved")
DUTCH = listed("ik het een en de we")
LOSERS = listed("we i they team just")
MEETING = listed("met wedding anniversary leave payday rota roster rostered flying married")


def dates(talk: Talk, text: Masked) -> Iterator[Found]:
    """Find dates of birth, and dates on which something happened to a patient."""
    for match in DATE.finditer(text):
        kind = _date_kind(talk, match)
        if kind:
            yield Found(start=match.start(), end=_end(match), kind=kind)
    for pattern in (SPELT_BIRTH, BIRTH_YEAR):
        for match in pattern.finditer(text):
            start, end = match.span(match.lastgroup or 0)
            if not _is_own_birth(talk.before(start, 8)):
                yield Found(start=start, end=end, kind=Kind.BIRTH)
    for match in DAY_ALONE.finditer(text):
        kind = _kind_of_day(talk, match)
        if kind:
            yield Found(start=match.start(), end=_end(match), kind=kind)


def _kind_of_day(talk: Talk, match: re.Match[str]) -> Kind | None:
    """Say what a day without its month is: "died on the 9th", "turns 30 on the 6th"."""
    before = clause_before(talk, match.start(), 6)
    if _is_birthday_to_come(talk, match):
        return Kind.BIRTH
    ended = any(token.low in ENDED for token in before[-2:]) and not is_own_kin(before)
    told = any(token.low in STRONG for token in before) and _happened(talk, match)
    return Kind.DATE if ended or told else None


def all_dates(text: Masked) -> Iterator[Found]:
    """Find everything that is written like a date, whoever's it is."""
    for match in DATE.finditer(text):
        yield Found(start=match.start(), end=_end(match), kind=Kind.DATE)


def _end(match: re.Match[str]) -> int:
    return match.start() + len(match.group().rstrip(".,"))


def _date_kind(talk: Talk, match: re.Match[str]) -> Kind | None:
    before = talk.before(match.start(), 12)
    after = talk.after(match.end(), 8)
    born = _is_labelled_birth(before[-4:])
    died = any(token.low in ("still", "dead") for token in before)
    rules: tuple[tuple[bool, Kind | None], ...] = (
        (_is_length(talk, match), None),
        (_is_birthday_to_come(talk, match), Kind.BIRTH),
        (_happened(talk, match) and not _is_labelled_birth(before[-2:]), Kind.DATE),
        (_is_of_the_writer(before, after), None),
        (is_the_writers_thing(talk, match.start()), None),
        (_is_own_birth(clause_before(talk, match.start(), 8)), None),
        (born, Kind.DATE if died else Kind.BIRTH),
        (True, _by_words_around(talk, match, before, after)),
    )
    return next(kind for holds, kind in rules if holds)


def _by_words_around(
    talk: Talk, match: re.Match[str], before: list[Token], after: list[Token]
) -> Kind | None:
    near = [*before, *after]
    clinical = sum(
        token.has(Role.ADMIN_DATE, Role.DIAGNOSIS, Role.EVENT) and not _is_dutch_op(near, place)
        for place, token in enumerate(near)
    )
    soft = sum(token.has(Role.CLINICAL, Role.SOFT, Role.ROOM, Role.PATIENT_NOUN) for token in near)
    theirs = _theirs(talk, match)
    own = sum(token.has(Role.OWN_DATE) for token in near)
    has_year = bool(re.search(r"\d{4}|[-/.]\d\d?[-/.]\d\d", match.group()))
    if clinical + 0.5 * soft + 0.7 * has_year + 0.3 + theirs - 0.8 * own >= 1:
        return Kind.DATE
    old = re.search(r"(?:19[0-9]\d|200\d|201\d)|nineteen", match.group(), re.I)
    return Kind.BIRTH if old and not own else None


def _is_labelled_birth(near: list[Token]) -> bool:
    return any(token.has(Role.BIRTH_LABEL) and token.low != "the" for token in near)


def _theirs(talk: Talk, match: re.Match[str]) -> float:
    """Weigh that the date's own clause speaks of "her" or "him", more where nobody is at home."""
    clause = [*clause_before(talk, match.start(), 10), *clause_after(talk, _end(match), 4)]
    feast = re.fullmatch(FEAST, match.group(), re.I)
    if feast or _is_home(clause) or THIRD.isdisjoint(token.low for token in clause):
        return 0.0
    return 0.3 if _is_home(talk.around(match.start(), match.end(), 14)) else 0.7


def _is_home(tokens: list[Token]) -> bool:
    """Say whether the writer, or somebody of the writer's, is spoken of."""
    return any(token.low in WRITERS or token.has(Role.OWN, Role.KIN) for token in tokens)


def _is_length(talk: Talk, match: re.Match[str]) -> bool:
    """Say whether it is a span of time and no date: "for 5/7", "x 3/12"."""
    last = talk.clean[max(0, match.start() - 8) : match.start()].casefold()
    short = re.fullmatch(r"\d{1,2}/(?:7|12|52)", match.group())
    return bool(short) and bool(re.search(r"(?:for|abx|x|in|every|~) ?$", last))


def _is_dutch_op(near: list[Token], place: int) -> bool:
    """Say whether "op" is the Dutch "on" and no operation."""
    return near[place].low == "op" and any(token.low in DUTCH for token in near)


def _is_birthday_to_come(talk: Talk, match: re.Match[str]) -> bool:
    """Say whether somebody else turns an age on this day: "she turns ninety on 2 May"."""
    said = talk.clean[max(0, match.start() - LOOKED_AT) : match.start()]
    before = clause_before(talk, match.start(), 10)
    mine = is_own_kin(before) or any(token.low in ("i", "i'm", "i'll") for token in before)
    return bool(TURNS.search(said)) and not mine


def _happened(talk: Talk, match: re.Match[str]) -> bool:
    """Say whether the date's own clause tells what befell a patient, whatever else is told."""
    before = clause_before(talk, match.start(), 12)
    clause = [*before, *clause_after(talk, _end(match), 6)]
    kin = any(
        token.has(Role.KIN, Role.OWN) and not token.has(Role.PATIENT_NOUN) for token in clause
    )
    if kin or is_own_kin(clause) or any(token.has(Role.OWN_DATE) for token in before):
        return False
    if _was_lost(before):
        return True
    third = any(token.low in THIRD or token.has(Role.PATIENT_NOUN) for token in clause)
    named = any(token.capital and not token.is_first and token.low != "i" for token in before)
    lows = {token.low for token in clause}
    strong = not STRONG.isdisjoint(lows) or any(token.has(Role.EVENT) for token in clause)
    weak = not WEAK.isdisjoint(lows) and not WARD.isdisjoint(lows)
    return (third and (strong or weak)) or (named and strong)


def _was_lost(before: list[Token]) -> bool:
    """Say whether "we lost him" or "we lost the little lad" stands before; a match is no lad."""
    for place, token in enumerate(before):
        if token.low in ("lost", "lose") and place and before[place - 1].low in LOSERS:
            whom = before[place + 1 : place + 5]
            return any(one.has(Role.PATIENT_NOUN, Role.DIAGNOSIS) for one in whom) or (
                bool(whom) and whom[0].low in ("him", "her", "them")
            )
    return False


def _is_own_birth(before: list[Token]) -> bool:
    """Say whether a birth is the writer's or of the writer's family: "my birthday's on"."""
    lows = [token.low for token in before]
    return is_own_kin(before) or ("born" in lows and ("i" in lows or "i'm" in lows))


def _is_of_the_writer(before: list[Token], after: list[Token]) -> bool:
    lows = [token.low for token in before[-5:]]
    me = "i" in lows[-3:] or "i'm" in lows or (after and after[0].has(Role.OWN_DATE))
    born_me = me and "born" in lows
    if any(token.has(Role.ADMIN_DATE) and not token.has(Role.OWN_DATE) for token in before[-4:]):
        return bool(born_me)
    return bool(born_me) or any(token.low in MEETING for token in [*before[-5:], *after[:4]])
