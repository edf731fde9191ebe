"""People whom a whole town would know by what they are: an office, a fame, "the only one in".

A patient described like this needs no name to be found. Somebody like this who only passes by is
nobody to hide, so that what is said must tie the person to care.
"""

import re
from collections.abc import Iterator

from aftershift.engines.safety.phi_kinds import Found, Kind, Masked, is_blotted
from aftershift.engines.safety.phi_text import Talk, Token
from aftershift.engines.safety.phi_words import Role, listed

STARTS = listed(
    """
    the an a our last that la el los las le les l' der die das den de het un une una ein eine
    een su
    """
)
VAGUE = listed("a an un une una ein eine een")
ONLY = listed(
    """
    only sole única único einzige einziger letzte letzter seul seule enige last first oldest
    youngest
    """
)
COMMON = listed(
    """
    teacher farmer butcher baker chef bouncer fisherman twin twins owner keeper marathon band
    lottery librarian lighthouse champion winner judge shepherd piper monk dj mascot cyclist
    swimmer priest vicar pastor imam rabbi minister
    """
)
STOP_WORDS = listed(
    """
    is was has had came in on and asked told got cut lost tried died broke before from with
    under for because but so overdose today tonight again whose as when while he she i we they
    it this liegt ist hat und kam está tiene vino y est a et ligt heeft en to after that who
    though never ran needs wants cried threw are were being brought walked turned sits says said
    wears keeps yes yellow of overdosed collapsed arrested swears sliced married hugged heard
    """
)
KEPT = listed("in of from on off who that with by at for")
LONGEST_RARE = 12
PERSON = (
    r"(?:m[ae]n|wom[ae]n|girl|boy|guy|lad|lady|bloke|fella|kid|child|teenager|couple|twins|mum|mom"
    r"|dad|mother|father|one|person|player|driver|patient|survivor|recipient|family|sisters"
    r"|brothers|resident|fisherman|singer|actor|actress|footballer|teacher|priest|sailor|climber)"
)
FAME = (
    r"(?:news|papers?|headlines?|front page|telly|tv|television|radio|bulletin|documentary"
    r"|film|movie|series|advert|podcast|album|song|lottery|euromillions|jackpot|olympics?|world cup"
    r"|final|medal|championships?|record|bake off|strictly|x factor|love island|parliament"
    r"|senate|quarry|weir|crash|fire|flood|bombing|shooting|attack|explosion|shipwreck|avalanche"
    r"|mine|trial|siege|penalty|mural|magazine|statue|everest|strait|channel)"
)
WORDS = r"(?: [\w'’-]{1,24})"
FAMED = re.compile(
    rf"(?<!\w)(?:the|that|this|our){WORDS}{{0,3}}? {PERSON} (?:who(?:'s|'d)?|that|from|off|in)"
    rf"{WORDS}{{0,7}}? {FAME}(?!\w)",
    re.I,
)
FIRST_OF = re.compile(
    r"(?<!\w)(?i:the|our) (?i:only|sole|oldest|youngest|tallest|heaviest|richest|first|last)"
    rf"{WORDS}{{0,4}}? (?i:{PERSON}|transplant|case|triplets|quads)"
    r" (?i:in|on|of|from) (?:(?i:the whole of|all of|the|our) )?"
    r"(?:[A-ZÀ-Ü][\w'-]{2,20}|county|island|state|village|town|country|province|parish|valley)(?!\w)"
)
OFFICE = re.compile(
    r"(?<!\w)(?:my|our)(?: (?:son|daughter|kid|boy|girl|child|husband|wife|mother|mum|dad|sister"
    r"|brother|children|twin)s?'?s?'?)?"
    r" (?:old |former |local |own )?(?:head ?teacher|headmaster|headmistress|teacher|swimming coach"
    r"|football coach|coach|vicar|priest|pastor|imam|rabbi|dentist|landlord|landlady|hairdresser"
    r"|barber|postman|postwoman|milkman|lollipop (?:lady|man)|next door neighbou?r|neighbou?r"
    r"|childminder|driving instructor|(?:music|piano|dance) teacher|bus driver|mp|mayor"
    r"|councillor|butcher|baker|window cleaner)"
    r"(?: (?:at|from) number \w{1,12}| next door)?(?!\w)",
    re.I,
)
NURSED = listed(
    """
    had nursed nursing nurse treated treating admitted stitched sutured delivered cannulated
    catheterised scrubbed sectioned triaged intubated washed clerked got examined assessed
    resuscitated discharged bandaged x-rayed scanned swabbed
    """
)
ILL = (Role.DIAGNOSIS, Role.EVENT)
ALL = (*ILL, Role.CLINICAL, Role.PATIENT_NOUN, Role.ROOM, Role.CARE_SOFT, Role.BELONGING)
BROUGHT = listed("admitted overdosed died detoxing list ward unit bay bed theatre clinic")


def rare_persons(talk: Talk, text: Masked) -> Iterator[Found]:
    """Find people whom everybody there would know by what they are, where care is spoken of."""
    for pattern, ill in ((FAMED, ALL), (FIRST_OF, ALL), (OFFICE, ILL)):
        for match in pattern.finditer(text):
            if not is_blotted(match.group()) and _is_tied(talk, match.start(), match.end(), ill):
                yield Found(start=match.start(), end=match.end(), kind=Kind.RARE)
    ended = 0
    for at, token in enumerate(talk.tokens):
        inside = _phrase(talk.tokens, at) if token.low in STARTS and token.start >= ended else []
        if len(inside) < 2 or not _is_known(inside):
            continue
        if _is_in_care(talk, inside):
            ended = inside[-1].end
            yield Found(start=token.start, end=ended, kind=Kind.RARE)


def _is_tied(talk: Talk, start: int, end: int, ill: tuple[Role, ...]) -> bool:
    """Say whether somebody is a patient here: nursed by the writer, brought in, ill."""
    before, after = talk.before(start, 4), talk.after(end, 6)
    nursed = any(token.low in NURSED or token.has(Role.CARE, *ill) for token in before)
    return nursed or any(token.has(*ill) or token.low in BROUGHT for token in after)


def _phrase(tokens: list[Token], at: int) -> list[Token]:
    """Take the words from an article up to the first that ends the naming of a person."""
    inside = tokens[at : at + 2]
    leads = False
    for place in range(at + 2, min(at + LONGEST_RARE, len(tokens))):
        token = tokens[place]
        if token.sentence != tokens[at].sentence or re.search(r"[,.;:!?()\"]", token.gap):
            break
        if token.low in STOP_WORDS and not leads:
            leads = token.low in KEPT and _leads_on(tokens, place)
            if not leads:
                break
        elif token.low in ("and", "had", "has", "was", "is") and leads:
            break
        inside = tokens[at : place + 1]
    return [] if any(re.search(r"[,.;:!?()\"]", one.gap) for one in inside[1:2]) else inside


def _leads_on(tokens: list[Token], at: int) -> bool:
    """Say whether "of", "in", "who" lead on to the place that makes the person one of a kind."""
    near = tokens[at + 1 : at + 6]
    return any(token.has(Role.RARE_PLACE, Role.PLACE, Role.RARE) for token in near)


def _is_known(inside: list[Token]) -> bool:
    rare = [token for token in inside if token.has(Role.RARE)]
    place = any(
        token.has(Role.RARE_PLACE, Role.PLACE) and token not in rare[:1] for token in inside[1:]
    )
    only = any(token.low in ONLY for token in inside[:3])
    kin = inside[1].has(Role.PATIENT_KIN, Role.PATIENT_NOUN) or inside[-1].has(Role.PATIENT_KIN)
    famed = place and any(
        token.low in ("who", "survived", "ran", "from", "off", "won") for token in inside
    )
    vague = inside[0].low in VAGUE or all(token.low in COMMON for token in rare)
    office = bool(rare) and not vague and inside[1].has(Role.RARE)
    return (
        office
        or (bool(rare) and (place or only or (kin and not vague)))
        or ((place and only) or (famed and kin))
    )


def _is_in_care(talk: Talk, inside: list[Token]) -> bool:
    near = talk.around(inside[0].start, inside[-1].end, 16)
    strong = sum(
        token.has(Role.DIAGNOSIS, Role.CLINICAL, Role.CARE, Role.PATIENT_NOUN, Role.EVENT)
        for token in near
    ) + sum(token.has(Role.DIAGNOSIS, Role.CLINICAL) for token in inside)
    soft = sum(token.has(Role.SOFT, Role.CARE_SOFT, Role.EVENT_SOFT, Role.ROOM) for token in near)
    home = sum(token.has(Role.HOME) for token in near)
    return strong + 0.5 * soft - 0.25 * home >= 0.5
