"""Ages from ninety on, which are rare enough to name somebody (45 CFR 164.514)."""

import re
from collections.abc import Iterator

from aftershift.engines.safety.phi_kinds import Found, Kind, Masked
from aftershift.engines.safety.phi_text import Talk, Token
from aftershift.engines.safety.phi_words import Role, listed

UNITS = "(?:one|two|three|four|five|six|seven|eight|nine)"
OLD_WORD = (
    rf"(?:ninety(?:[ -](?:bloody|flipping|fecking|fucking|odd))?(?:[- ]{UNITS})?"
    rf"|(?:a|one) hundred(?: and (?:{UNITS}|ten))?"
    r"|noventa(?: y \w{3,6})?|cien(?:to \w{3,6})?(?= años)"
    r"|quatre-vingt-(?:dix-\w{4,5}|dix|onze|douze|treize|quatorze|quinze|seize)"
    r"|nonante(?:-\w{2,5})?(?= ans)"
    r"|\w{3,6}undneunzig|\w{3,7}ennegentig)"
)
NUMBER = r"(?:9\d|1[01]\d)"
OLD = (
    r"(?:[- ](?:years?|yrs?)[- ]olds?| years? young| years(?= (?:he|she))|[- ]jährige?[rn]?"
    r"| (?:años|ans|jahre|jaar))"
)
AGE = re.compile(
    rf"(?<![\w.,/:£$€-])(?:{NUMBER} ?-? ?(?:year|yr)s?[- ]?olds?|{NUMBER} ?(?:y/?o|y\.o\.|yo|yrs?"
    rf"|[fFmM])|{NUMBER}[- ]?(?:jährig|jarig)\w{{0,2}}|{NUMBER} (?:años|ans|jahre|jaar)"
    rf"|(?:9\d|10[1-9]) ?J\.|(?:9\d|10\d)(?:st|nd|rd|th)(?= birthday)"
    r"|(?-i:[FM])/?(?:9\d|10\d)(?= from| with|,| #)|ninetieth|hundredth(?= birthday)"
    rf"|{OLD_WORD}{OLD}?|{NUMBER})(?![\w%/:]|[.,-]\d)",
    re.I,
)
NAMED = re.compile(
    r"[a-zé]$|\.$|^[FM]/?\d|th$|st$|nd$|rd$", re.I
)  # a word or mark of age after the digits
AGED = listed(
    """
    aged age is s she he turned turning turns of de van tiene ist a wird almost nearly over only
    about was at are were reached made hit en von à er sie elle il ella hij zij so alter âge edad
    leeftijd being be she'll he'll are pushing
    """
)
ALONE = listed("aged age alter âge edad leeftijd")  # need nobody beside them
AFTER_AGE = listed(
    """
    years años jahre ans jaar and old jährige jähriger jarige but who now today next und et y en
    """
)
FUNCTION = listed(
    """
    and but who with in on at now today next is was has had when so i he she we they or because y
    und et en come monday tuesday wednesday thursday friday saturday sunday years
    """
)
LATER = listed("but now today next und et y en")
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
    retired nun farmer teacher mother father him oldest girl lad boy sisters brothers female male
    she'll he'll turned turns er sie elle il ella hij zij
    """
)
ELDERS = listed(
    """
    grandad gran nan grandma grandpa granny nana dad mum mom lola lolo oma opa abuela abuelo mémé
    papi nonna nonno mammy mam great-aunt aunt auntie grandmother grandfather yiayia nani dadi
    """
)
AT_HOME = listed("grandad gran nan grandma grandpa granny nana dad mum mom aunt auntie")
COUNTING = listed("over about only nearly almost en de a s van")
OURS = listed("us i i'm we we're")
SAYS = re.compile(r"[,.!'\" ]{1,4}(?:she|he) (?:says?|said|told)", re.I)
DRIVEN = listed("drove driving drives doing oven set sold bought kettle scored")
OPENING = (",", "(", ";", "!", ".", "")
FELT = listed("feel feeling feels felt house cottage building piano")
LIFELESS = listed("house cottage school church pub hospital building car piano tree")
LIVING = listed("lives lived living found from fell alone frail admitted with and has in no")
NEXT = (["next", "week"], ["next", "month"], ["in", "may"], ["today"], ["tomorrow"], ["years"])
YEARS = listed("year years yr yrs años ans jahre jaar")


def ages(talk: Talk, text: Masked) -> Iterator[Found]:
    """Find ages from ninety on, unless they are amounts or the writer's own family's."""
    for match in AGE.finditer(text):
        before, after = talk.before(match.start(), 6), talk.after(match.end(), 4)
        lows = [token.low for token in before[-3:]]
        if _is_own_elder(before) or lows[-2:] == ["we", "have"] or not FELT.isdisjoint(lows):
            continue
        if _is_shaped(match) or (
            not _is_amount(talk, match, before, after)
            and (_is_spelt(talk, match, before, after) or _is_aged(talk, match, before, after))
        ):
            yield Found(start=match.start(), end=match.end(), kind=Kind.AGE)


def _is_shaped(match: re.Match[str]) -> bool:
    """Say whether the words themselves say that it is an age: "94 y/o", "ninety years old"."""
    shown = match.group().strip()
    return (
        bool(NAMED.search(shown))
        if shown[-1].isdigit() or shown[0].isdigit()
        else bool(re.search(f"{OLD}$", shown))
    )


def _is_spelt(talk: Talk, match: re.Match[str], before: list[Token], after: list[Token]) -> bool:
    """Say whether an age is spelt in words and counts nothing: "ninety-four, and nobody came"."""
    counted = bool(before) and before[-1].low in UNITS
    if match.group()[0].isdigit() or not re.search(r"[ -]", match.group()) or counted:
        return False
    gap = talk.clean[match.end() : after[0].start].strip() if after else "."
    return bool(gap) or after[0].low in FUNCTION


def _is_amount(talk: Talk, match: re.Match[str], before: list[Token], after: list[Token]) -> bool:
    lows = [token.low for token in before[-2:]]
    unit = bool(after) and after[0].has(Role.UNIT) and after[0].low not in YEARS
    if lows[-1:] and lows[-1].isdigit():
        lows = lows[-1:]  # "bed 14, 98": the bed has its number already
    measured = (
        not VITALS.isdisjoint(lows) and lows[-1:] != ["of"] and not match.group()[-1].isalpha()
    )
    touching = bool(after) and not talk.clean[match.end() : after[0].start].strip()
    of_us = bool(after) and after[0].low == "of"
    driven = any(token.low in DRIVEN for token in before[-4:])
    wishing = [token.low for token in before[-3:]]
    wished = wishing[-1:] in (["be"], ["i'm"], ["are"], ["am"]) and not OURS.isdisjoint(wishing)
    wished = wished and not SAYS.match(talk.clean[match.end() : match.end() + 20])
    housed = wished or driven or of_us or any(token.low in LIFELESS for token in before[-3:])
    return (unit and touching) or (measured and "aged" not in lows) or housed


def _is_own_elder(before: list[Token]) -> bool:
    """Say whether the writer's own family is that old: "grandad turned 91"."""
    kin = [token for token in before[-4:] if token.has(Role.KIN) or token.low in ELDERS]
    own = any(token.has(Role.OWN) for token in before)
    plain = {"the", "her", "his", "their", "a"}
    theirs = any(token.low in plain for token in before)
    return bool(kin) and (own or (any(token.low in AT_HOME for token in kin) and not theirs))


def _is_aged(talk: Talk, match: re.Match[str], before: list[Token], after: list[Token]) -> bool:
    last = before[-1].low if before else ""
    persons = _has_somebody(talk, match, before)
    comma = talk.clean[max(0, match.start() - 3) : match.start()].rstrip()[-1:] in OPENING
    closed = not after or not talk.clean[match.end() : match.end() + 1].strip(" ")[:1].isalnum()
    ill = _is_ill(talk, match, after)
    follows = after[0].low if after else ""
    if _is_alone(talk, match, after) or _is_reached(before, follows):
        return True
    if last in AGED or (bool(before) and before[-1].has_genitive):
        counts = last in COUNTING and not closed and follows not in FUNCTION | AFTER_AGE
        return (persons or ill) and not counts
    if comma:
        return ill or (persons and (closed or follows in AFTER_AGE))
    return persons and follows in AFTER_AGE - LATER


def _has_somebody(talk: Talk, match: re.Match[str], before: list[Token]) -> bool:
    last = before[-1].low if before else ""
    named = any(token.low in RELATION or token.has(Role.ROOM) or token.capital for token in before)
    near = talk.around(match.start(), match.end(), 6)
    return last in ALONE or named or any(token.has(Role.BIRTH_LABEL) for token in near)


def _is_reached(before: list[Token], follows: str) -> bool:
    """Say whether somebody came that far: "she got to 99", "at 96 he still shaves"."""
    lows = [token.low for token in before]
    got = lows[-1:] == ["to"] and lows[-2:-1] in (["got"], ["lived"], ["made"])
    return (got and not {"she", "he", "they"}.isdisjoint(lows)) or (
        lows[-1:] == ["at"] and follows in ("he", "she")
    )


def _is_alone(talk: Talk, match: re.Match[str], after: list[Token]) -> bool:
    """Say whether a note begins with the age: "91, lives alone", "(92)", "94 next week"."""
    start, end = match.span()
    lows = [token.low for token in after[:2]]
    framed = talk.clean[start - 1 : start] == "(" and talk.clean[end : end + 1] == ")"
    first = start == 0 or talk.clean[start - 1 : start] in "\n(" or start < 2
    told = talk.clean[end : end + 1] == "," and lows[:1] and lows[0] in LIVING
    return framed or (first and (bool(told) or lows in NEXT))


def _is_ill(talk: Talk, match: re.Match[str], after: list[Token]) -> bool:
    """Say whether an illness follows right after a comma: "93, pacemaker"."""
    comma = talk.clean[match.end() : match.end() + 1] == ","
    roles = (Role.DIAGNOSIS, Role.CLINICAL, Role.DEVICE_LABEL)
    kept = any(token.has(*roles) for token in after[:3])
    return comma and (kept or any(token.low in RELATION for token in after[:1]))
