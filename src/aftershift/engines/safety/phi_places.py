"""Beds and rooms with somebody in them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from aftershift.engines.safety.phi_kinds import Found, Kind, Masked
from aftershift.engines.safety.phi_own import clause_before
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
    r"(?:side ?rooms?|siderm|sr|trolley space|dialysis (?:chair|station)|treatment (?:room"
    r"|chair)|delivery room|labour room|birthing room|isolation room"
    r"|isolation|iso|bedspace"
    r"|bed ?space|corridor bed|incubator|isolette|cubicle|cubical|cube|trolley|recliner"
    r"|stretcher|resus"
    r"|bed|bd|bay|room|rm|cot|crib|pod|chair|icu|itu|hdu|nicu|picu|ccu|micu|sicu|er|ed|ldr"
    r"|recovery|hall"
    r"|hallway|couch|cama|habitación|hab|box|sala|cuarto|bett|zimmer|zi|platz|kabine|lit"
    r"|chambre|salle|kamer|kmr"
    r"|majors|minors|exam room|trauma bay|corridor|warmer|bassinet|pacu|labor room"
    r"|treatment chair|berth|stall|slot|bay bed"
    r"|single room|single)"
)
ROOM = re.compile(
    rf"(?<![\w-])(?:ward \d{{1,3}}[A-Za-z]?,? )?{UNIT}(?:\.? ?-?(?:no\.? ?|number |nummer "
    rf"|número |numéro |#"
    rf"|nr\.? )?(?:\d{{1,4}}[A-Za-z]?|(?-i:[A-Z])-?\d{{1,3}}(?-i:-[A-Z])?)"
    rf"| (?:number )?(?:{WORDS}|(?-i:[A-HJ-Z])))"
    rf"(?:,? (?:bed|bett|cama|lit) (?:\d{{1,3}}[A-Za-z]?|{WORDS}|[a-h]))?"
    rf"(?!\w|[:.,]\d|-\w|'(?!s)|(?: ?-| to| bis| à| through) ?\d)",
    re.I,
)
SLOT = re.compile(
    r"(?<![\w.-])(?:(?![Bb]12(?!\d))[A-Da-d]\d{1,2}|\d{1,2}[A-D]|\d[A-D]-\d{2}|[A-Z]\d{1,2}-\d{1,3}"
    r"|\d{1,2} ?(?:North|South|East|West) \d{1,3}|bed space \d+)(?![\w%-])"
)
MARKED = re.compile(r"(?<![\w-])[A-Z]-\d{3}-[A-Z](?![\w-])")
SHORT_IN = re.compile(r"(?<=\bin )\d{1,3}[A-D]?(?![\w%:.,]?\d|[\w%])")
PERSON = (
    r"(?:lady|lad|man|boy|girl|kid|guy|fella|bloke|gent|gentleman|woman|baby|patient|patiente|pt"
    r"|granny|grandad|couple|him|her|chap|toddler|teenager|my one|señora|señor|dame|monsieur|frau"
    r"|herr|mevrouw|meneer|twins|the one|whoever(?:'s| is)|buzzer|bell|alarm|relatives|family"
    r"|daughter|son)"
)
PERSON_IN = re.compile(
    rf"(?<!\w)(?P<who>{PERSON}) (?:in|over in|from|(?<=him )to|(?<=her )to|(?<=them )to"
    rf"|de la|del|auf(?: der)?|van) (?:number |no\. ?)?"
    rf"(?P<place>\d{{1,3}}[A-Za-z]?|{WORDS}(?: [b-d])?|(?:twenty|thirty|forty)[ -]\w{{3,5}} [b-d])"
    r"(?![\w%/]|[:.,]\d|'(?!s)| ?-\d)",
    re.I,
)
DOES = (
    r"(?:asked|asks|wants?|wanted|keeps?|kept|died|said|says|told|called|calls|won't|wouldn't|rang"
    r"|buzzed|who|has|had|needs|fell|cried|cries|spat|sang|coded|arrested|hit|bit|laughed|smiled"
    r"|squeezed|thanked|waved|hugged|lost|woke|pushed|pulled|crashed|screamed|swore|begged|refused"
    r"|went|gave|waited|proposed|is (?:\w{2,12}ing|dead|asleep|awake|septic|an? )"
    r"|was (?:dying|dead|crying|asleep|calling|awake|an? ))"
)
DOING = re.compile(rf"{DOES}|\w{{2,12}}ed(?!\w)")
AGENT = re.compile(
    r"(?<![\w-])(?P<place>(?:(?i:trauma|space|station|exam|triage|area|zone|couch|table|door|unit)"
    rf"|OR) \d{{1,2}}[A-Z]?)(?=,? {DOES})"
)
ROOM_BED = re.compile(
    r"(?<![\w-])(?P<place>(?:R|W|Rm|Bay)\d{1,2}[ /-]?B(?:ed)?\d{1,2})(?![\w-])", re.I
)
SITTING = re.compile(
    r"(?<=\bsat with )(?P<place>(?:space|station|chair|trauma|zone|area) \d{1,2})(?!\w)"
)
LATIN = re.compile(
    r"(?<!\w)(?:(?:la|el|le|celle|celui|la dame|el señor) de la|la|el|le) (?P<place>\d{1,3})"
    r"(?= (?:m'|n'|ne |est |me |se |no |pregunta|quiere|dice|llora|está|pleure|appelle|sonne))"
)
DASHED = re.compile(r"(?<!\w)(?P<place>(?:rm|room)\.? ?\d{1,3}-\d)(?![\w:.]|-\d)", re.I)
LETTERED = re.compile(
    r"(?<![\w.-])(?P<place>\d{1,3}-?[A-D])(?='s (?!motor|light|buzzer|bulb|window|door|telly|tap)"
    rf"| (?:with (?:her|his|the)|{DOES})(?!\w))"
)
SPELT = re.compile(
    r"(?<!\w)(?P<place>(?:twenty|thirty|forty)[ -](?:one|two|three|four|five|six|seven|eight|nine)"
    r" [b-d])(?!\w)",
    re.I,
)
WINDOWED = re.compile(
    r"(?<!\w)(?P<place>(?:window|door|corner|end|middle|far) bed (?:in|on|of|at) (?:the )?"
    rf"(?:(?:bay|ward|room) )?(?:{WORDS}|\d{{1,2}}[A-Z]?|(?-i:[A-F]))"
    r"(?: (?:North|South|East|West))?)(?!\w)",
    re.I,
)
TOLD = (WINDOWED, PERSON_IN, LETTERED, SPELT, AGENT, ROOM_BED, SITTING, LATIN, DASHED)
LASTING = listed("hours hour hrs hr h mins minutes min days weeks months years o'clock nights")
TEAMWORK = listed("is are borrowed has called needs")
LINKS = listed("and who is was has had on with that when but")
MANY = listed(
    """
    different other more of separate million thousand hundred places class percent chance women men
    """
)
BONES = listed("leg legs arm arms hip hips wrist wrists ankle rib ribs jaw nose neck bones heart")
ASIDE = listed("before after at until till since during by for")
WINDOWS = listed("window door")
MAKING = listed("making make made changing stripping")
SLEEPING = listed("sleep slept sleeping stay stayed staying married")
PARTS = listed("half all whole rest most everyone everybody some none")
LODGING = listed(
    """
    inn hotel hostel motel premier travelodge airbnb honeymoon anniversary nurses pausenraum town
    on-call ibis hilton marriott spa festival
    """
)
FOREIGN_OR_WORD = listed("lit single er ed box slot hall platz stall recovery corridor")
ENGLISH = listed("one two three four five six seven eight nine ten")
CHATTED = listed("i we he she they my the you it")
OWN_PLACES = listed(
    """
    office training seat coach platform meet meeting meets interview appointment party class
    lecture exam quiz tour
    """
)


def rooms(talk: Talk, text: Masked) -> Iterator[Found]:
    """Find a bed or room by its number, unless it is empty, broken or the writer's own."""
    yield from _told_places(talk, text)
    for match in ROOM.finditer(text):
        if not _is_bare(talk, match) and not _is_saying(talk, match):
            yield Found(start=match.start(), end=match.end(), kind=Kind.ROOM)
    for match in MARKED.finditer(text):
        yield Found(start=match.start(), end=match.end(), kind=Kind.ROOM)
    for pattern in (SLOT, SHORT_IN):
        for match in pattern.finditer(text):
            if _has_somebody(talk, match):
                yield Found(start=match.start(), end=match.end(), kind=Kind.ROOM)


def _told_places(talk: Talk, text: Masked) -> Iterator[Found]:
    """Find places that are told by who lies there or what the one there does."""
    for pattern in TOLD:
        for match in pattern.finditer(text):
            if _is_somebodys(talk, match):
                yield Found(start=match.start("place"), end=match.end("place"), kind=Kind.ROOM)


def _is_somebodys(talk: Talk, match: re.Match[str]) -> bool:
    """Say whether a number stands for somebody's place: "the boy in 14", "14B told me"."""
    before, after = talk.before(match.start(), 2), talk.after(match.end("place"), 2)
    if match.re is WINDOWED:
        near = talk.around(match.start(), match.end(), 5)
        people = (Role.PATIENT_NOUN, Role.EVENT, Role.EVENT_SOFT, Role.DIAGNOSIS)
        return any(token.has(*people) for token in near) and not any(
            token.low in MAKING for token in before
        )
    counted = bool(after) and (after[0].has(Role.UNIT) or after[0].low in LASTING | MANY)
    spelt = match["place"].isalpha() and match.re is PERSON_IN
    counted = counted or (spelt and bool(after) and not _closes(talk, match, after[0]))
    own = match.re is PERSON_IN and any(
        token.has(Role.OWN) for token in [*before, *talk.after(match.start(), 1)]
    )
    return not counted and not (own and not match["who"].casefold().startswith("my one"))


def _closes(talk: Talk, match: re.Match[str], after: Token) -> bool:
    """Say whether a spelt number ends what it counts: "in four declined", not "in two fleeces"."""
    gap = talk.clean[match.end("place") : after.start].strip()
    return bool(gap) or bool(DOING.match(talk.clean, after.start)) or after.low in LINKS


def _is_saying(talk: Talk, match: re.Match[str]) -> bool:
    """Say whether it only sounds like a bed: Orwell's Room 101, "lit one", "half of bay 2"."""
    low = match.group().casefold()
    before = [token.low for token in talk.before(match.start(), 2)]
    after = [token.low for token in talk.after(match.end(), 4)]
    unit, _, number = low.partition(" ")
    reasons = (
        low == "room 101" and after[:1] in (["for"], ["would"]),
        unit in FOREIGN_OR_WORD and number in ENGLISH,
        before[-1:] == ["of"] and before[0] in PARTS,
        before == ["nobody", "wants"] or before == ["every", "single"],
        before[-1:] == ["on-call"],
        not LODGING.isdisjoint(after) or not LODGING.isdisjoint(before),
    )
    return any(reasons)


def _is_bare(talk: Talk, match: re.Match[str]) -> bool:
    before, after = clause_before(talk, match.start(), 4), talk.after(match.end(), 6)
    last = match.group().split()[-1]
    verb = after[0].low if after else ""
    empty = _is_empty(before, after)
    reasons = (
        last.islower() and last in ("a", "i", "un", "een") and " bed " not in match.group(),
        _is_writers_own(before) or verb in LASTING,
        empty and not any(token.has(Role.EVENT, Role.DIAGNOSIS) for token in after[:3]),
        not empty and bool(after) and after[0].has(Role.UNIT) and not last[-1].isdigit(),
        not empty and any(token.low in ("hotel", "kids") for token in before),
        not empty and match.group()[:3].isupper() and verb in TEAMWORK,
    )
    return any(reasons)


def _is_empty(before: list[Token], after: list[Token]) -> bool:
    """Say whether a bed holds nobody: "free" and "broken" of the bed, not of a leg in it."""
    words = [*before, *after]
    for place, token in enumerate(words):
        if not token.has(Role.EMPTY):
            continue
        earlier = words[place - 1].low if place not in (0, len(before)) else ""
        later = words[place + 1].low if place + 1 < len(words) else ""
        spared = (
            token.low == "broken" and later in BONES,
            token.low == "ours" and earlier not in ("is", "was"),
            token.low == "handover" and earlier in ASIDE,
            token.low in WINDOWS and later == "bed",
            token.low == "keep" and place < len(before),
        )
        if not any(spared):
            return True
    return False


def _is_writers_own(before: list[Token]) -> bool:
    """Say whether the writer, or the writer's family, lies or meets there: "put me in bay 4"."""
    lows = [token.low for token in before]
    own = any(
        one.has(Role.OWN) and two.has(Role.KIN) and not two.has(Role.PATIENT_NOUN)
        for one, two in pairwise(before)
    )
    slept = bool(lows) and lows[-1] == "in" and not SLEEPING.isdisjoint(lows)
    lying = lows[-2:] in (["me", "in"], ["was", "in"]) and ("me" in lows or "i" in lows)
    return (own and lows[-1:] == ["in"]) or lying or slept or not OWN_PLACES.isdisjoint(lows)


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
    before = talk.before(match.start(), 3)
    if match.re is SLOT and _is_road(match.group(), before, after):
        return False
    named = len(before) > 1 and before[-2].capital and talk.clean[match.end() :][:1] == ","
    if match.re is SLOT and before[-1:] and before[-1].low == "in" and not home:
        cues += any(token.capital and not token.is_first for token in talk.before(match.start(), 7))
    ill = len(before) > 1 and before[-2].has(Role.DIAGNOSIS)
    needed = 2 if match.re is SHORT_IN and not (named or ill) else 1
    return cues - home >= needed and not measured


def _is_road(shown: str, before: list[Token], after: list[Token]) -> bool:
    """Say whether it is a road, a chat's "before" or a day: "down the A40", "b4 I", "CPAP d3"."""
    lows = [token.low for token in before]
    road = shown[0] in "AB" and lows[-1:] == ["the"]
    chat = shown == "b4" and (not after or after[0].low in CHATTED or lows[-1:] == ["months"])
    return road or chat or (shown[0] == "d" and lows[-1:] != ["in"])
