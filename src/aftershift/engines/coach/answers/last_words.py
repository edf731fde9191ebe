"""What a goodbye tells beside the goodbye, given back in a few words before ours.

"I sent it. He put a thumb. Thank you, goodbye": who leaves with something done, planned or seen is
not let go as if it had not been said. Of several things a day that was planned goes first, then
what they do themselves, then what happened; never what is grave, harsh, denied or said to us.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from aftershift.engines.coach.drafts import sentence
from aftershift.engines.coach.hearing.goodbyes import FAREWELLS, THANKS
from aftershift.engines.coach.hearing.when_said import when_planned
from aftershift.engines.coach.own_words.cutting import ENDS, cut
from aftershift.engines.coach.own_words.gravity import is_harsh, is_of_loss
from aftershift.engines.coach.own_words.pointing import Pointer
from aftershift.engines.coach.own_words.quotable import is_safe
from aftershift.engines.coach.own_words.turning import to_you, turned_words

FEWEST, MOST = 4, 14  # words of what is given back
LONGEST = 24  # words of a clause of which only the day may be given back
_APART = re.compile(
    rf"{ENDS.pattern}|!\s*|,\s+(?!(?:not|at|before|after|no)\b)|"
    rf"\s+(?=(?:and )?(?:{THANKS}|good ?bye|bye|good ?night|night x)\b)"
)
_TO_US = (
    rf"(?:and |so |well |ok |right |anyway )*(?:{THANKS}|{FAREWELLS}|much love|all the best|"
    r"(?:good ?)?(?:night|evening|day)|(?:good ?)?bye+|cheerio|cheery?bye|tara|ta ra|later|laters|"
    r"see (?:you|ya)|take care|god bless|bless|kisses|kiss|hugs|xx?|good (?:talk|chat|luck)|"
    r"talk (?:soon|later)|until|till|wish (?:me|us) luck|fingers crossed|pray|merry|happy|"
    r"hello|hiya?|sorry|please|love|mate|pal|hun|baby|friend|bud|you|(?:have|enjoy) (?:a|your)|"
    r"greetings|multumesc|thx|ty)\b"
)
_LEAVES = (  # and nothing else
    r"(?:(?:i'?m|i am|i|i'?ll|im|we) )?(?:(?:just|now|gonna|going to|will|must|have to|need to|"
    r"should|better|gotta|got to|think i) )*(?:(?:off|going|go|gone|away|going|head(?:ing)?|"
    r"(?:get|be) (?:off|going)|leav\w+|stop|run|dash|close|sleep|back)"
    r"(?: (?:now|home|back|so|then|me|to (?:bed|sleep|work|it|my bed|the ward)|i|up|in|out|off|"
    r"the kettle))*)\W*$|(?:my |the )?breaks?(?:'?s| is)? (?:over|done|finish\w*|up|nearly over)|"
    r"time to (?:go|sleep)|my (?:stop|bus|bleep|pager)\b|(?:my |the )?(?:bleep|pager|phone)\b"
)
_ACK = (  # says yes to what was said, or how it did, and nothing of its own
    r"(?:yeah|yes|yep|no|nah|ok|okay|aye|sawa|shot|good|grand|fine|fair|great|sure|better|sharp|"
    r"sounds|will do|deal|alright|all good|(?:that|this|it)(?:'s|s| is| was|'ll| will)? (?:\w+ )?"
    r"(?:help\w*|better|good|all|it|me|do|fair|enough|true|nice|useful|works?|kind|lovely)|"
    r"i(?:'m| am| feel)? (?:\w+ )?(?:(?:feel )?(?:better|calmer|lighter)|good|fine|grand|set)|"
    r"i (?:can|could|will|'ll) (?:do|try|send|say|use) (?:that|it|this)(?: one)?|"
    r"i'?ll (?:do|try|send|say|use|give) (?:that|it|this)(?: a (?:go|try|shot))?|"
    r"(?:that|this) (?:one )?i (?:can|could|will) \w+|gonna (?:do|try) (?:it|that)|"
    r"i(?:'ll| will)? try|let me (?:try|see)\b.*|i(?:'ll| will)? let you know\b.*|"
    r"(?:i|we)(?:'ll| will)? (?:see|think)(?: (?:how|what|if|about|this|on)\b.*)?|i|i'll say|"
    r"(?:i|we) (?:stop|used to|can (?:hear|see|smell|feel)|go (?:to )?sleep|hear)\b.*|"
    r"(?:i'?ve )?got(?:ta| to) \w+|i'?m (?:away|off|gone)\b(?! to\b).*)\W*$"
)
_NOTHING = re.compile(rf"(?:{_TO_US}|{_LEAVES}|{_ACK})", re.IGNORECASE)
_LEADING = re.compile(
    r"(?:(?:alright|all right|right|very well|well|ok|okay|cool|sawa|sige|lovely|grand|ha|lol|po|"
    r"so|and|yeah|yes|aye)[\s,]+)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    rf"(?:[\s,]+(?:and )?(?:{THANKS}|bye|x+|mate|pal|love|(?:ha){{2,}}|lol|so|then|"
    r"now then|😅|😂))+$",
    re.IGNORECASE,
)
_HEAVY = re.compile(  # what no goodbye makes light of, or could be a last one
    r"\b(?:nobody|no one|never|nothing|alone|lonely|pointless|hopeless|whatever\W*$|any ?more|"
    r"the end|end (?:it|this)|give up|given up|for good|forever|last time|letters?|note|will and|"
    r"it all|can'?t|cannot|cannae|couldn'?t|won'?t|wont|cant|don'?t know|dunno|"
    r"no use|no point|cry\w*|cried|crying|worse|awful|hell|"
    r"miss(?:es|ed)? (?:him|her|them|me)|funeral|hospital|police|everything|overdose|bridge|rope|"
    r"tracks|tak(?:e|ing) (?:the (?:lot|tablets?|pills?|whole)|them all|all)|be (?:all )?(?:gone|"
    r"over)|at peace|tired of|smash\w*|burn\w*|slap\w*|wreck\w*|scream\w*|"
    r"make (?:him|her|them) pay|follow (?:him|her|them)|get even|"
    r"(?:check|track|go through) (?:his|her|their|him|them)|my own back|"
    r"finally (?:sleep|rest)|see (?:him|her|them|mum|dad) again|"
    r"leaving (?:him|her|them)|divorce|pretend|drinking|vodka|revenge|regret|ambulance|"
    r"tablets?|pills?|goodbyes|bother|burden|somewhere quiet|river|roof|cliff|pier|motorway|"
    r"railway|razor|blade|cut|knife|gun|giving (?:the|my) \w+ (?:away|to)|drinks|drunk|forget|"
    r"confront|dead|outside (?:his|her|their)|lock(?:ed|s|ing)|"
    r"go missing|disappear|hide|sorry|mrs?|ms|dr)\b|[?]",
    re.IGNORECASE,
)
_DANGER = re.compile(  # who goes there is pointed to a person all the same
    r"\b(?:drinking|drunk|drinks|lock(?:ed|s|ing)|goodbyes|tablets?|pills?|knife|gun|shout\w*|hit\w*|"
    r"scared|afraid|funeral|dead|bother|burden|confront|police|outside (?:his|her|their)|"
    r"giving (?:the|my) \w+ (?:away|to))\b",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"(?:i(?:'ve|ve| have)? )?(?:just |already |have )?(?P<did>sent|posted|done|did|booked|texted|"
    r"messaged|emailed|said|written|delivered)(?: (?:it|that|this|off|him|her|them|the "
    r"(?:text|message|card|letter|email|photo|pic|picture|voice note)))*"
    r"(?: (?:to (?:him|her|them)|now|already|just now))*(?: (?:through|under|round|in) "
    r"[\w' ]{2,24})?\W*$|(?:i(?:'ve|ve| have)? )?(?:just )?(?P<to>rang|rung|called|phoned|told|"
    r"asked|met|saw|hugged|visited) (?:him|her|them)(?: (?:now|already|back))?\W*$",
    re.IGNORECASE,
)
_ARE_SENT = frozenset({"texted", "messaged", "emailed", "sent", "delivered"})
_SUBJECT_LEFT_OUT = (  # "will practise in the car", "off to feed the hens"
    (re.compile(r"(?:off|away|heading|going|gonna|gonnae|gunna|on with|ringing|calling|texting|"
                r"meeting|seeing|visiting|telling|asking|making|taking|doing|grading)\b|"
                r"(?!.?.?thing|noth|someth|anyth|morn|even|be?ing|dur|accord)[a-z]+ing "
                r"(?=(?:the|his|her|their|him|them|my|some|a)\b)", re.I),
     "I'm "),
    (re.compile(r"got\b(?! to)", re.I), "I've "),
    (re.compile(r"(?:will|might|may|have|need|must|want)\b", re.I), "I "),
)  # fmt: skip
_OWN = re.compile(r"(?:(?:so|now|then|and|maybe|today|tonight|later) )*(?:i|i'\w+|im|ill|ive|we|"
                  r"we'\w+)\b", re.IGNORECASE)  # fmt: skip
_WITH = re.compile(  # who is there then: "then Sabine is there"
    r"(?:(?:then|when|and|cos|because) )*(?P<who>(?-i:[A-Z][a-z]+)|(?:my|the) \w+)"
    r"(?:'s| is| will be|'ll be) (?:there|on|in|with me)\b",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"(?:will|shall|'ll|ill|going to|gonna|gonnae|gunna|might|may|\w+ing)\b", re.IGNORECASE
)
_HANGS = re.compile(  # on what stands before it, or says nothing alone
    r"(?:it|its|it's|that|that's|this|there|what|not|just|the one|maybe$|probably|very|or|like|"
    r"which|because|cos|been|with)\b|.*\b(?:but|used to|(?:he|she|they)'d)\b",
    re.IGNORECASE,
)
_ACCEPTS = re.compile(
    r"\bi(?:'ll| will| can| could|ll)? (?:do|try|use|send) (?:that|it|this)\b|\bi will try\b", re.I
)
_IN_FULL = {"gonna": "going to", "gonnae": "going to", "gunna": "going to", "gotta": "have to"}
_SHORTENED = re.compile(rf"\b(?:{'|'.join(_IN_FULL)})\b", re.IGNORECASE)
_BRIEFLY_THEIRS = re.compile(
    r"(?:he|she|they)(?:'s|'re)? (?!not|no|never|can|could|will|may|might|must|is|was|did|"
    r"does|has|had|would|just$)[a-z]+"
    r"(?: (?!it|that|this|a|the|and|but)[a-z]+)?$",
    re.IGNORECASE,
)
_SILLY = re.compile(r"\bsomething (?:stupid|rubbish|trashy?|dumb|daft)\b", re.IGNORECASE)
_SAYS_NOT_WHAT = re.compile(r"\b(?:it|that|this)\b", re.IGNORECASE)
_PERSON = re.compile(r"\b(?:him|her|them|his|their|my)\b", re.IGNORECASE)
_NAMED_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_KIN = (
    r"(?:kid|wife|husband|partner|boyfriend|girlfriend|mum|mam|mom|dad|da|ma|son|daughter|sister|"
    r"brother|kids?|boys?|girls?|bairns?|weans?|baby|grand\w+|gran\w*|nan\w*|aunt\w*|uncle|cousin|"
    r"friends?|mates?|lads?|lass|man|fella|missus|family|crew|team|room ?mate|flatmate)"
)
_OF_SOMEBODY = rf"(?:him|her|them|(?:my|the|our) (?:\w+ )?{_KIN})"
_AFTER_HER = r"(?:now|then|to|in|on|at|and|when|later|before|after|mon|tue|wed|thu|fri|sat|sun)"
_GOES_TO_THEM = re.compile(
    r"(?<!n't )(?<!not )(?<!never )\b(?:sent|send\w*|post\w*|text\w*|messag\w*|email\w*|rang|rung|"
    r"ring\w*|call\w*|phon\w*|facetim\w*|told|tell\w*|ask\w*|show\w*|see|seeing|meet\w*|visit\w*|"
    r"hug\w*|kiss\w*|cuddl\w*|wak\w+|collect\w*|pick\w*|fetch\w*|driv\w+|tak\w+|join\w*|mak\w+|"
    r"bring\w*|giv\w+|cook\w*|writ\w+|wrote|repl\w+|answer\w*|invit\w+|help\w*|get|let)\b"
    rf"(?: (?!not\b|but\b|if\b)[\w']+){{0,2}}? {_OF_SOMEBODY}\b|"
    r"\b(?:sent|send(?:ing)?|posted|texted) (?:it|that|this)\b|^\W*(?:(?:ok|and|just) )?sent\b|"
    rf"(?<!not )\b(?:with|beside|next to|round to|over to|say \w+ to|to|for) "
    rf"{_OF_SOMEBODY}\b(?<!her)|\b(?:with|to|for) her\b(?! (?!{_AFTER_HER})\w)|"
    r"\b(?:his|her|their) (?:car|key|place|house|light)\b|\b(?:text|ring|call)ing\b|"
    r"\b(?:he|she|they)(?:'s|s|'re| is| are| has| have|'ve)? (?:just |now |already )?(?:typing|"
    r"here|home|back|brought|there|outside|off at|up at|finish\w*|laugh\w*|calling|com(?:es|ing)|"
    r"came|due|plating|pulled|parked|waving|awake|waking|wakes|woke|asleep|in bed|upstairs|"
    r"downstairs|waiting|replied|answered|wrote|put|sent|takes|said yes)\b",
    re.IGNORECASE,
)
_MEETS_NAMED = re.compile(
    r"(?i:\b(?:with|for|to|ask|tell|meet|see|ring|call|phone|text|visit|hug)) (?:(?i:our|my|old) )?"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|I\b)[A-Z][a-z]+\b|"
    r"\b[A-Z][a-z]+(?:'s| is| will be) (?:there|here|home|on|in)\b"
)
_GLAD = re.compile(
    r"\b(?:(?:he|she|they)(?:'ve|'s| has| have)? (?:just )?(?:said yes|laughed|smiled|hugged|"
    r"kissed|loved|answered|forgave)|a heart(?: back)?|laughing face|thumbs? up|"
    r"so (?:happy|glad|pleased)|over the moon|chuffed|buzzing|made (?:up|my (?:day|night|week))|"
    r"best (?:day|night|news)|great news|good news|it worked|went (?:well|great|grand)|engaged|"
    r"i got (?:it|the job|in)|we(?:'re| are) (?:going|back)|can'?t stop smiling)\b",
    re.IGNORECASE,
)
_MIRRORED = re.compile(
    r"(?<![\w'])(?P<farewell>tsch[uü]ss|ciao|doei|ta-? ?ra|cheerio|sl[aá]n|adi[oó]s|ha det|"
    r"hej d[åa]|tot ziens|kwaheri|ka kite|nos da|dobranoc|gute nacht|boa noite|buenas noches|"
    r"bonne nuit|buonanotte|welterusten|walk good|good ?night|goodbye|bye)(?![\w'])",
    re.IGNORECASE,
)
_NIGHT = re.compile(
    r"\bgood ?night\b|(?:^|[.,!?] |\bta |\bthanks )night(?: night)?\b|\b(?:to|my|for) bed\b|"
    r"\b(?:to|go|i(?:'ll| will)?) sleep\b|\b(?:bed|sleep) (?:now|time|for me)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What a goodbye tells: what to say of it, their words in it, and whether it is a plan.

    `is_known`: it says what is planned and with whom; else only what was offered can say so.
    `is_sent`: something went out to somebody. `is_only_sent`: nothing is told of an answer.
    """

    says: str
    back: tuple[str, ...]
    is_planned: bool = False
    is_known: bool = True
    is_sent: bool = False
    is_only_sent: bool = False
    is_glad: bool = False


def told_in_goodbye(text: str, pointer: Pointer | None) -> Told | None:
    """Give what a goodbye tells beside it; None where it tells nothing that may be said again."""
    clauses = told_clauses(text)
    if pointer is None or not clauses or _HEAVY.search(text.replace("’", "'")):
        return None
    kept = [one for one in clauses if _may_be_said(one, text, pointer)]
    did = next((one for one in clauses if _SENT.match(one)), "")
    if glad := next(filter(_GLAD.search, kept), ""):
        return Told(says=f"{sentence(turned_words(glad))}.", back=(glad,), is_glad=True)
    if planned := _planned(text, kept):
        return planned
    told = [one for one in kept if not _SENT.match(one)]
    told = [one for one in told if not _HANGS.match(one)]
    own = sorted(filter(_is_own, told), key=_is_meant)
    ways = [(one, _turned(one) or _quoted(one)) for one in (*reversed(own), *reversed(told))]
    said, says = next((one for one in ways if one[1]), ("", ""))
    back = (said,) if said else ()
    takes = _ACCEPTS.search(text) is not None
    if not did:
        told_of = Told(says=f"{says}.", back=back, is_planned=takes, is_known=False)
        return told_of if says else None
    sent = _done(did)
    return Told(
        says=f"{sent} {says}." if says else sent,
        back=back,
        is_sent=sent == "Sent.",
        is_only_sent=sent == "Sent." and len(clauses) == 1,
    )


def told_clauses(text: str) -> list[str]:
    """Give the clauses of a goodbye that are no thanks, goodbye, greeting or yes."""
    plain = _SILLY.sub("something silly", text.replace("’", "'"))
    parts = (plain[slice(*one)] for one in cut(plain, _APART, (0, len(plain))))
    bare = (_TRAILING.sub("", _without_lead(one)).strip(" ,.!") for one in parts)
    return [one for one in bare if one and not _NOTHING.match(one)]


def _without_lead(clause: str) -> str:
    lead = _LEADING.match(clause)
    return clause[lead.end() :] if lead else clause


def has_somebody(text: str) -> bool:
    """Say whether a goodbye says that they go to, meet, wrote to or are with somebody."""
    plain = ". ".join(told_clauses(text))
    if _DANGER.search(plain):
        return False
    return bool(_GOES_TO_THEM.search(plain) or _MEETS_NAMED.search(plain))


def is_glad(text: str) -> bool:
    """Say whether a goodbye tells of something good."""
    return bool(_GLAD.search(text.replace("’", "'")))


def farewell_of(text: str) -> str:
    """Give the goodbye that a message itself says, if it is one that can be said back."""
    found = [one["farewell"] for one in _MIRRORED.finditer(text)]
    return sentence(found[-1].lower()) if found else ""


def is_of_the_night(text: str) -> bool:
    """Say whether somebody says good night, or goes to sleep."""
    return bool(_NIGHT.search(text))


def _may_be_said(clause: str, text: str, pointer: Pointer) -> bool:
    is_short = len(clause.split()) <= LONGEST
    is_light = not (is_harsh(clause) or is_of_loss(clause))
    return is_short and is_light and is_safe(clause, text.replace("’", "'"), pointer.names)


def _planned(text: str, kept: Sequence[str]) -> Told | None:
    """Give when something is to be done: in the whole clause, where it says what as well."""
    at = next((n for n, one in enumerate(kept) if when_planned(one)), None)
    if at is None:
        return None
    clause, when = kept[at], when_planned(kept[at])
    company = next(filter(None, map(_WITH.search, kept[at + 1 : at + 2])), None)
    beside = f", with {turned_words(company['who'])} there" if company else ""
    is_of_them = _PERSON.search(clause) is not None
    is_vague = company or (_SAYS_NOT_WHAT.search(clause) and not is_of_them)
    whole = "" if is_vague else _turned(clause)
    is_long = len(whole.split()) > len(when.split()) + FEWEST
    is_what = bool(whole) and (is_of_them or is_long)
    says = f"{whole}." if is_what else f"{sentence(when)}, then{beside}."
    return Told(says=says, back=(clause,), is_planned=True, is_known=is_what and is_of_them)


def _turned(clause: str) -> str:
    """Turn a clause to "you", with the subject that was left out; "" where it cannot be."""
    told = _SHORTENED.sub(lambda one: _IN_FULL[one[0].lower()], _with_subject(clause))
    words = told.split()
    if _BRIEFLY_THEIRS.match(told):  # "she's typing"
        return sentence(turned_words(told))
    if len(words) < FEWEST or len(words) > MOST:
        return ""
    return sentence(_NAMED_DAY.sub(lambda day: day[0].capitalize(), to_you(told)))


def _quoted(clause: str) -> str:
    """Quote what somebody means to do, where it would say something else when it is turned."""
    is_fit = FEWEST <= len(clause.split()) <= MOST
    return f"“{clause}”" if is_fit and _is_own(clause) and _is_meant(clause) else ""


def _is_own(clause: str) -> bool:
    return bool(_OWN.match(_with_subject(clause)))


def _is_meant(clause: str) -> bool:
    """Say whether somebody means to do what a clause of theirs says, or is at it."""
    return bool(_MEANT.search(clause))


def _with_subject(clause: str) -> str:
    for begins, subject in _SUBJECT_LEFT_OUT:
        if begins.match(clause):
            return f"{subject}{clause[0].lower()}{clause[1:]}"
    return clause


def _done(clause: str) -> str:
    found = _SENT.match(clause)
    if found and found["to"]:
        return f"{sentence(turned_words(clause if _OWN.match(clause) else f'I {clause}'))}."
    did = found["did"].lower() if found else ""
    return "Sent." if did in _ARE_SENT else "Done." if did == "did" else f"{sentence(did)}."
