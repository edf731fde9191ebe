"""Beds and rooms with somebody in them, and streets where somebody lives."""

import re
from collections.abc import Iterator
from itertools import pairwise

from aftershift.engines.safety.phi_kinds import Found, Kind, Masked
from aftershift.engines.safety.phi_text import Talk, Token
from aftershift.engines.safety.phi_words import Role, listed

WORDS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|(?:twenty|thirty|forty)(?:[- ](?:one|two|three|four|five"
    r"|six|seven|eight"
    r"|nine))?|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|eins|zwei|drei|vier"
    r"|fünf|sechs|sieben"
    r"|acht|neun|zehn|deux|trois|quatre|cinq|sept|huit|neuf|dix|twee|drie|vijf|zes|zeven"
    r"|negen|tien)"
)
UNIT = (
    r"(?:side ?rooms?|siderm|sr|delivery room|labour room|birthing room|isolation room"
    r"|isolation|iso|bedspace"
    r"|bed ?space|corridor bed|incubator|isolette|cubicle|cubical|cube|trolley|recliner"
    r"|stretcher|resus"
    r"|bed|bd|bay|room|rm|cot|crib|pod|chair|icu|itu|hdu|nicu|picu|ccu|micu|sicu|er|ed|ldr"
    r"|recovery|hall"
    r"|hallway|couch|cama|habitación|hab|box|sala|cuarto|bett|zimmer|zi|platz|kabine|lit"
    r"|chambre|salle|kamer|kmr"
    r"|majors|minors|exam room|trauma bay|corridor|warmer|berth|stall|slot|bay bed"
    r"|single room|single)"
)
ROOM = re.compile(
    rf"(?<![\w-])(?:ward \d{{1,3}}[A-Za-z]?,? )?{UNIT}(?:\.? ?-?(?:no\.? ?|number |nummer "
    rf"|número |numéro |#"
    rf"|nr\.? )?(?:\d{{1,4}}[A-Za-z]?|(?-i:[A-Z])-?\d{{1,3}}(?-i:-[A-Z])?)"
    rf"| (?:number )?(?:{WORDS}|(?-i:[A-HJ-Z])))"
    rf"(?:,? (?:bed|bett|cama|lit) (?:\d{{1,3}}|{WORDS}))?(?![\w:-]|[.,]\d|'(?!s))",
    re.I,
)
SLOT = re.compile(
    r"(?<![\w.-])(?:(?![Bb]12(?!\d))[A-Da-d]\d{1,2}|\d{1,2}[A-D]|\d[A-D]-\d{2}|[A-Z]\d{1,2}-\d{1,3}"
    r"|\d{1,2} ?(?:North|South|East|West) \d{1,3}|bed space \d+)(?![\w%-])"
)
MARKED = re.compile(r"(?<![\w-])[A-Z]-\d{3}-[A-Z](?![\w-])")
SHORT_IN = re.compile(r"(?<=\bin )\d{1,3}[A-D]?(?![\w%:.,]?\d|[\w%])")
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
    r"(?<!\w)(?:(?:calle|c/|avenida|avda\.?|plaza|paseo|carrer|carretera|travesía) (?:de "
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
LASTING = listed("hours hour hrs hr h mins minutes min days weeks months years o'clock nights")
TEAMWORK = listed("is are borrowed has called needs")
OWN_PLACES = listed("meet meeting meets interview appointment party class lecture exam quiz tour")


def rooms(talk: Talk, text: Masked) -> Iterator[Found]:
    """Find a bed or room by its number, unless it is empty, broken or the writer's own."""
    for match in ROOM.finditer(text):
        if not _is_bare(talk, match):
            yield Found(start=match.start(), end=match.end(), kind=Kind.ROOM)
    for match in MARKED.finditer(text):
        yield Found(start=match.start(), end=match.end(), kind=Kind.ROOM)
    for pattern in (SLOT, SHORT_IN):
        for match in pattern.finditer(text):
            if _has_somebody(talk, match):
                yield Found(start=match.start(), end=match.end(), kind=Kind.ROOM)


def _is_bare(talk: Talk, match: re.Match[str]) -> bool:
    before, after = talk.before(match.start(), 4), talk.after(match.end(), 6)
    last = match.group().split()[-1]
    verb = after[0].low if after else ""
    empty = any(token.has(Role.EMPTY) for token in [*before, *after])
    reasons = (
        last.islower() and last in ("a", "i", "un", "een"),
        _is_writers_own(before) or verb in LASTING,
        empty and not any(token.has(Role.EVENT, Role.DIAGNOSIS) for token in after[:3]),
        not empty and bool(after) and after[0].has(Role.UNIT) and not last[-1].isdigit(),
        not empty and any(token.low in ("hotel", "kids") for token in before),
        not empty and match.group()[:3].isupper() and verb in TEAMWORK,
    )
    return any(reasons)


def _is_writers_own(before: list[Token]) -> bool:
    """Say whether the writer, or the writer's family, lies or meets there: "put me in bay 4"."""
    lows = [token.low for token in before]
    own = any(
        one.has(Role.OWN) and two.has(Role.KIN) and not two.has(Role.PATIENT_NOUN)
        for one, two in pairwise(before)
    )
    lying = lows[-2:] in (["me", "in"], ["was", "in"]) and ("me" in lows or "i" in lows)
    return (own and lows[-1:] == ["in"]) or lying or not OWN_PLACES.isdisjoint(lows)


def _has_somebody(talk: Talk, match: re.Match[str]) -> bool:
    """Say whether a short mark such as "B4" or "in 4" stands for a patient's place."""
    near = talk.around(match.start(), match.end(), 7)
    cues = sum(
        token.has(Role.DIAGNOSIS, Role.CLINICAL, Role.EVENT, Role.EVENT_SOFT, Role.PATIENT_NOUN)
        for token in near
    )
    after = talk.after(match.end(), 1)
    measured = bool(after) and after[0].has(Role.UNIT)
    home = sum(token.has(Role.HOME, Role.INNOCENT_LABEL) for token in near)
    needed = 2 if match.re is SHORT_IN else 1
    return cues - home >= needed and not measured


def addresses(talk: Talk, text: Masked) -> Iterator[Found]:
    """Find a house with its street, and postcodes, unless the writer lives or parks there."""
    for pattern in (FOREIGN, PLOT, ADDRESS, SMALL, CODE):
        for match in pattern.finditer(text):
            if _is_street(talk, match) and not _is_writers(talk, match):
                yield Found(start=match.start(), end=match.end(), kind=Kind.ADDRESS)


def _is_street(talk: Talk, match: re.Match[str]) -> bool:
    words = talk.tokens[talk.index(match.start()) : talk.index(match.end())]
    if match.re is not ADDRESS:
        return match.re is not SMALL or not any(word.has(Role.UNIT, Role.OPENER) for word in words)
    return any(token.has(Role.STREET) for token in words[1:])


def _is_writers(talk: Talk, match: re.Match[str]) -> bool:
    return any(
        token.has(Role.INNOCENT_STREET) for token in talk.around(match.start(), match.end(), 5)
    )
