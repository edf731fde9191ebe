"""Streets and houses where somebody lives, and postcodes.

A house number with a street is an address by its shape. A house without a number, a street alone,
or a street that puts its number last is one where somebody is said to live, or was called to.
"""

import re
from collections.abc import Iterator

from aftershift.engines.safety.phi_kinds import Found, Kind, Masked
from aftershift.engines.safety.phi_own import clause_before
from aftershift.engines.safety.phi_text import Talk, Token
from aftershift.engines.safety.phi_words import Role, listed

HOUSE = r"(?:\d{1,5}[A-Za-z]?(?:[-/]\d{1,4})?)"
APART = r"(?:Flat|Apt|Apartment|Unit|Suite|Room|Lot)\.? ?\w{1,5}"
FLAT = rf"(?:{APART},? )"
POSTCODE = r"(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})"
STREET_WORD = r"(?:[A-Z][\w'.-]{0,30}|of|the|de|la|du|des|del|St\.?|1?\d(?:st|nd|rd|th))"
ADDRESS = re.compile(
    rf"(?<![\w/.-])(?:{FLAT}?{HOUSE},? (?:{STREET_WORD} ){{0,4}}(?P<street>[A-Z][\w'-]{{1,30}})"
    rf"(?:, (?:{APART}|[A-Z][\w'-]{{2,30}}(?: [A-Z][\w'-]{{2,30}})?))?|Lot \d{{1,4}} "
    rf"(?:{STREET_WORD} ){{0,3}}(?P<lot>[A-Z][\w'-]{{1,30}}))"
    rf"(?:,? {POSTCODE})?(?!\w)"
)
SMALL = re.compile(
    r"(?<![\w/.-])\d{1,4}[a-z]? (?:[^\W\d_]{2,20} ){1,2}"
    r"(?:street|road|rd|avenue|ave|lane|crescent|cres|close|terrace|gardens|gdns|grove"
    r"|drive|court|ct|boulevard|blvd"
    r"|st|ln|way|place|hill|park|row|mews|square|walk|view|cottages|house|court)(?!\w)",
    re.I,
)
FOREIGN = re.compile(
    r"(?<!\w)(?:(?:calle|c/|avenida|avda\.?|av\.?|blvd\.?|calz\.?|plaza|paseo|carrer"
    r"|carretera|travesía) (?:de "
    r"|del |la |las |los ){0,3}"
    r"[^\W\d_]{2,30}(?: (?:de |del "
    r"|la )?[A-ZÁÉÍÓÚÑ][^\W\d_]{1,30}){0,3},? ?(?:n[ºo°]\.? ?)?\d{1,4}\w?"
    r"|[^\W\d_]{2,30}(?:straße|strasse|str\.|weg|gasse|platz|allee|ring|ufer|damm|straat"
    r"|laan|gracht|plein|kade"
    r"|singel|dijk|hof|steeg|pad) \d{1,4} ?[a-z]?"
    r"|(?:[^\W\d_]{3,30} ){1,2}(?:straße|strasse|weg|allee|platz|laan|plein) \d{1,4}[a-z]?"
    r"|\d{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|impasse|chemin|allée|place|quai"
    r"|route|cité|ruelle|square)"
    r" (?:de |du |des |de la |la |le |les |l'"
    r"|d'){0,2}[^\W\d_]{2,30}(?:[ -][A-ZÀ-Ü][^\W\d_]{1,30}){0,3})(?!\w)",
    re.I,
)
CODE = re.compile(
    rf"(?<![\w-])(?:{POSTCODE}|[A-Z]\d[A-Z] ?\d[A-Z]\d"
    rf"|[ACDEFHKNPRTVWXY]\d[\dW] [AC-FHKNPRTV-Y\d]{{4}}"
    r"|(?:A[KLRZ]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI"
    r"|SC|SD|T[NX]|UT|V[AT]"
    r"|W[AIVY]) \d{5}(?:-\d{4})?|[1-9]\d{3} [A-Z]{2})(?![\w-])"
)
PLOT = re.compile(
    r"(?<!\w)(?:House|Plot|Block|Blk|H\.? ?No\.?|Door No\.?|Villa|Purok|Sitio|Stand|Erf"
    r"|Farm|PO Box|P\.O\. Box|RR)"
    r"\.? ?(?:No\.? ?)?\d{1,5}[A-Za-z]?(?:[-/]\d{1,4})?(?:,? (?:[A-Z][\w'-]{1,30}|of"
    r"|Lot \d{1,4}|Sector \d{1,3}"
    r"|Phase \d)){0,5}(?!\w)"
)
WAYS = (
    r"(?:street|road|avenue|lane|crescent|close|terrace|gardens|grove|drive|boulevard|place|mews"
    r"|square|walk|row|cottages|mount|rise|hill|court|way|view|park|green|bend|brae|wynd|quay)"
)
BACKWARD = re.compile(
    rf"(?<!\w)(?:[A-Z][\w'-]{{1,20}} ){{1,3}}(?i:{WAYS}),? (?:[Nn]umber "
    rf"|[Nn]o\.? ?)?\d{{1,4}}[a-z]?"
    r"(?![\w:%]|[.,]\d| (?:am|pm|years|minutes|miles)(?!\w))"
)
ABROAD = re.compile(
    r"(?<!\w)(?:Rua|Via|Viale|Piazza|Ul\.|ul\.|Ulica|ulica|Jalan|Jl\.|Rruga|Strada|Largo|Travessa)"
    r" (?:d[aeio]s? )?[A-ZÀ-Ü][\w'-]{1,24}(?: [A-ZÀ-Ü][\w'-]{1,24}){0,2},? \d{1,4}[a-z]?"
    r"(?:, \d(?:st|nd|rd|th|º) (?:left|right|floor))?(?!\w)"
)
INDIAN = re.compile(
    r"(?<![\w-])[A-Z]{1,2}[-/ ]?\d{1,4}(?:/\d{1,4})?, (?:(?:Sector|Block|Phase|Pocket|Ward)"
    r" \w{1,4}(?:, [A-Z]\w{2,20})?|[A-Z]\w{2,20} (?:Nagar|Colony|Vihar|Enclave|Layout|Extension))"
)
UNNUMBERED = re.compile(
    r"(?<!\w)(?P<place>(?:the (?:[a-z]{3,10} ){0,3}(?:house|cottage|bungalow|farm|lodge"
    r"|mill|caravan)"
    r"(?: with the(?: [a-z]{2,12}){1,3}?)? (?:on|in|off|down|at) )?"
    r"(?:(?:the )?[A-Z][\w'-]{1,20}(?: [A-Z][\w'-]{1,20}){0,2}"
    rf"|(?:(?<= on )|(?<= in )|(?<= at )|(?<= off ))[a-z'-]{{3,20}}) (?i:{WAYS}))(?!\w)"
)
BARE_HOUSE = re.compile(
    r"(?<!\w)(?:Flat|Apt|Apartment|Unit|Suite)\.? ?\w{1,4}, \d{1,5} [A-Z][\w'-]{2,20}(?!\w)"
)
NAMED_HOUSE = re.compile(
    r"(?<!\w)(?P<place>(?:The |the )?(?:[A-Z][\w'-]{2,20} ){1,3}?"
    r"(?:Cottage|House|Forge|Farm|Lodge|Mill|Barn|Rectory|Vicarage|Bungalow|Manor|Villa|Court"
    r"|Croft|Hall|Grange|Old Rectory)"
    r"(?:, (?:[A-Z][\w'-]{2,20} ?){1,3})?|(?:[A-Z][\w'-]{2,20} ?){1,2}linja \d{1,4})"
    r"(?!\w)"
)
SPOKEN = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven"
    r"|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|and|oh)"
)
SAID = re.compile(
    rf"(?<!\w)(?P<place>{SPOKEN}(?:[ -]{SPOKEN}){{0,5}} (?:[a-z]{{3,15}} ){{1,3}}?"
    rf"(?:(?:apartment|flat|unit) {SPOKEN}|{WAYS}))(?!\w)",
    re.I,
)
LIVING = re.compile(
    r"(?<!\w)(?:lives?|lived|living|stays|resides|wohnt|woont|habite|vive|address(?: is| was|:)?"
    r"|home (?:is|was)|found(?: \w{2,8}){0,2}|called(?: out)?|job(?: came in| was| is)?"
    r"|dispatch(?:ed)?(?: sent)?(?: us)?|sent us|discharged(?: \w{2,4})?|taken (?:back|home)"
    r"|round ends|visit(?: \w{2,8}){0,2}|went(?: out)?|drive past|drove past|walk past|carried"
    r"|(?:her|his|their) (?:flat|house|place|home|bungalow|door)|street"
    r"|piling(?: \w{2,8}){0,3}|fire)(?: alone| back| out| up| all alone| now)?"
    r",?(?: at| on| in| to| for| off| down| opposite| the step at| am| an der| aan)?,? ?"
    r"(?:number \w{1,5},? ?)?$",
    re.I,
)
PASSING = listed("past carried found")
LOOKED_AT = 60  # code points before a street
TOWN = re.compile(r",? (?:[A-Z]{1,3}-)?\d{4,5}(?: [A-Z]{2})? [A-ZÀ-Ü][\w-]{1,24}(?!\w)")
TALES = listed("aflevering levering ring platz weg hof allee laan pad training")
LOOSE = listed("way view hill park place court close walk green rise row drive square bend mount")
THEIRS = re.compile(
    r"(?<!\w)(?:she|he|they|who|family|lady|man|woman)(?:'s)? (?:lives?|lived|living|stays)(?!\w)",
    re.I,
)
OWN_HOME = re.compile(
    r"(?<!\w)(?:(?:we've|we have|i've|i have|we) (?:just )?(?:bought|got|rented|taken|booked)"
    r"(?: the| a)?(?: flat| house| cottage| place)?|i'm(?: now)? (?:at|in)"
    r"|(?:just )?moved (?:to|into|in(?: \w{1,6}){0,2})"
    r"|(?:our|my|the) (?:cottage|airbnb|new (?:house|flat|place)|venue|restaurant) is"
    r"|bought the (?:flat|house)),? $",
    re.I,
)
NOT_A_HOUSE = listed(
    """
    long half one every other same his her my our their this that first last next wrong right
    hospital ward care nursing parking car by no any under all some in on the a to gave give take
    took either open guest safe
    """
)


def addresses(talk: Talk, text: Masked) -> Iterator[Found]:
    """Find a house with its street, and postcodes, unless the writer lives or parks there."""
    for pattern in (FOREIGN, ABROAD, PLOT, BARE_HOUSE, INDIAN, ADDRESS, SMALL, BACKWARD, CODE):
        for match in pattern.finditer(text):
            if _is_street(talk, match) and not _is_writers(talk, match):
                yield Found(start=match.start(), end=_town(text, match), kind=Kind.ADDRESS)
    for pattern in (NAMED_HOUSE, SAID, UNNUMBERED):
        for match in pattern.finditer(text):
            if _is_lived_at(talk, match) and not _is_writers(talk, match):
                yield Found(start=match.start("place"), end=match.end("place"), kind=Kind.ADDRESS)


def _town(text: Masked, match: re.Match[str]) -> int:
    """Take a postcode and its town with the street: "Hauptstraße 12, 80331 München"."""
    town = TOWN.match(text, match.end()) if match.re in (FOREIGN, ADDRESS) else None
    return town.end() if town else match.end()


def _is_lived_at(talk: Talk, match: re.Match[str]) -> bool:
    """Say whether somebody who is not the writer is said to live there, or was found there."""
    start = match.start("place")
    said = LIVING.search(talk.clean[max(0, start - LOOKED_AT) : start])
    first = talk.tokens[talk.index(start) : talk.index(match.end())]
    if not said or not first or (match.re is UNNUMBERED and not _is_named(first)):
        return False
    before = clause_before(talk, start, 6)
    mine = any(token.low in ("i", "we", "i've", "we've") for token in before)
    passing = any(token.low in PASSING for token in before)
    return (not mine or passing) and not any(token.has(Role.UNIT) for token in first[1:])


def _is_named(words: list[Token]) -> bool:
    """Say whether a street without a number has a name of its own: "fenwick lane", not "my way"."""
    named = words[1:] if words[0].low == "the" else words
    loose = words[-1].low in LOOSE and not all(word.capital for word in words[-2:])
    return bool(named) and named[0].low not in NOT_A_HOUSE and not loose


def _is_street(talk: Talk, match: re.Match[str]) -> bool:
    words = talk.tokens[talk.index(match.start()) : talk.index(match.end())]
    if match.re is FOREIGN and words and words[0].low in TALES:
        return False
    if match.re is not ADDRESS:
        return match.re is not SMALL or not any(word.has(Role.UNIT, Role.OPENER) for word in words)
    return any(token.has(Role.STREET) for token in words[1:])


def _is_writers(talk: Talk, match: re.Match[str]) -> bool:
    said = talk.clean[max(0, match.start() - LOOKED_AT) : match.start()]
    if THEIRS.search(said):
        return False
    return bool(OWN_HOME.search(said)) or any(
        token.has(Role.INNOCENT_STREET) for token in talk.around(match.start(), match.end(), 5)
    )
