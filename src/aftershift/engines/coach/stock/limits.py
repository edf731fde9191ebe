"""What a person has set for the small thing they ask for: what it may not need, and its moment.

"Not talking, she doesn't want talking first", "only one", "we cross at 7 in the corridor". A limit
holds wherever something is offered, whichever shelf it comes from: so what a thing needs is read
from its text as well, and not only from what its writer marked.
"""

import re
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass, field
from enum import StrEnum

from aftershift.engines.coach.stock.needs import Need, needed_by

READ_BACK = 4  # messages in which something may have been ruled out


class Moment(StrEnum):
    """A moment of being face to face that was named for it."""

    ARRIVES = "arrives"  # when they come in
    PASSES = "passes"  # where the two cross
    BREAK = "break"


_NAMED = {
    Need.TALK: r"talks?|talking|chats?|conversations?|discuss\w*|sit[- ]downs?|saying things",
    Need.NOTE: r"notes?|post-?its?|letters?|cards?|writ(?:e|ing)|journal\w*",
    Need.PHONE: r"phones?|text(?:s|ing)?|messag\w*|call(?:s|ing)?|ring(?:ing)?|videos?|voice note",
    Need.BREATH: r"breath\w*|meditat\w*|mindful\w*|yoga|apps?|relaxation",
    Need.LIST: r"lists?|charts?|rotas?|sheets?|spreadsheets?|planners?|tables?",
    Need.GIFT: r"flowers?|gifts?|presents?|chocolates?|buy(?:ing)?|money",
    Need.TOUCH: r"touch\w*|hugs?|hugging|kiss\w*|cuddl\w*|physical",
    Need.COOK: r"cook\w*|bak(?:e|ing)|meals?|dinners?|food",
    Need.OUT: r"going out|go out|dates?|dating|trips?|outings?|walks?|gym",
    Need.JOKE: r"jokes?|funny|silly|cute|cheesy|soppy|romantic",
}
_NO = (  # what stands before a thing that is ruled out, a few words between
    r"\b(?:no|not|nae|never|without|don'?t|dinnae|doesn'?t|isn'?t|aren'?t|won'?t|can'?t|cannot|"
    r"hates?|hating|tried|sick of|nothing (?:with|like|about)|anything but|had (?:a|an|the))\b"
    r"[^.!?;]{0,28}?\b"
)
_PERSON = r"(?:he|she|they|(?:my|the) (?:wife|husband|partner|lad|girl|son|daughter|mum|dad))"
_HEARD = {
    need: re.compile(
        rf"{_NO}(?:{words})\b|\b(?:{words}) (?:is|are) (?:not|no|out)\b", re.IGNORECASE
    )
    for need, words in _NAMED.items()
} | {
    Need.SPEECH: re.compile(
        # a speech, or words at all; "not a big talk" leaves room for a line
        r"\b(?:no|not|nae|without|(?:i )?(?:don'?t|dinnae|do not) want|not up (?:to|for)|isn'?t) "
        r"(?:an?y? |the |any |more |making |having |giving |to make |to give |need(?:ing)? )*"
        r"(?:speech\w*|words|chat(?:ting)?|conversations?|convo|chit-?chat)\b|"
        r"(?<!is )(?<!'s )(?<!are )(?<!'re )\b(?:no|not|nae|without|(?:don'?t|dinnae|do not) want) "
        r"(?:any |more |the )*talking\b(?! to (?:me|him|her|them|us)\b)|"
        r"\bwithout (?:\w+ )?(?:talking|speaking|words|saying)\b|"
        rf"\b{_PERSON} (?:doesn'?t|does not|don'?t|won'?t|hates?|can'?t (?:stand|bear|face|do)|"
        r"(?:is|'s) not (?:up )?for) (?:want |like |do |wanting |to )*"
        r"(?:be )?(?:talk\w*|speak\w*|spoken to|chat\w*|being (?:talked|spoken) to|words)\b|"
        r"(?<!is )(?<!'s )(?<!are )(?<!'re )(?<!am )(?<!'m )(?<!shes )(?<!hes )\bnot (?:to )?"
        r"(?:talk|speak)(?:ing)?\b(?! (?:about|much|enough|to (?:me|him|her|them|each|us)))|"
        r"\bthat(?:'s| is) not (?:talk|speak)ing\b|\bno need to (?:talk|speak)\b|"
        r"\b(?:i )?(?:don'?t|do not|dinnae) want (?:to )?(?:talk|speak|say (?:anything|owt|"
        r"much))\b|"
        r"\bnot (?:have|having) to (?:talk|speak|say)\b|\b(?:say|saying) (?:nothing|nowt)\b|"
        r"\bnothing (?:(?:that )?i (?:have|need|'?ve got) to say|"
        r"said|spoken|with (?:words|"
        r"talking)|"
        r"to say)\b|\bno (?:need (?:for|of) )?talk(?:ing)?\b|\bnae (?:talk\w*|speech|blether\w*)\b|"
        r"\b(?:talking|words|speech) (?:is|are|'s)(?: both)? (?:out|no (?:good|use))\b|"
        r"\b(?:quiet|silent|wordless) (?:one|thing|step|something)\b|\bkeep (?:it )?quiet\b",
        re.IGNORECASE,
    ),
    Need.BOTH: re.compile(
        r"\b(?:doesn'?t|does not|don'?t|dont|doesnt|can'?t|cannot|without|not|no|nae|nothing) "
        r"(?:(?:that|which) )?(?:\w+ ){0,2}?(?:need\w*|tak\w+|requir\w+|mean|hav\w+|involv\w+|us|"
        r"we)? ?"
        r"(?:the (?:two|pair|both) of us|both of us|us both|the both of us|us two|"
        r"(?:him|her|them) (?:to be )?(?:awake|there|up|home|in))\b|"
        r"\bwithout (?:us )?(?:both |being )*(?:being )?(?:in the same (?:room|house|place)|awake|"
        r"together|there|up)\b|\b(?:i|one) can do (?:on my own|alone|by myself|solo)\b|"
        r"\bwhen we'?re (?:not (?:in the same (?:room|house|place)|together|both)|apart)\b|"
        rf"\b(?:while|whilst|when|as) {_PERSON}(?:'s| is|'re| are|s)? (?:still |fast )?"
        r"(?:asleep|sleeping|out|away|at work|in bed|kipping|on (?:shift|nights|days))\b|"
        r"\bwe(?:'re| are) (?:never|not|hardly(?: ever)?) (?:both )?"
        r"(?:in|up|awake|home|together)\b(?=[^.!?]*(?:so|\?))|"
        r"\bone of us (?:is|'s) (?:always )?(?:asleep|out|away|at work)\b",
        re.IGNORECASE,
    ),
    Need.LONG: re.compile(
        r"\b(?:really|very|proper|dead|super|so|that) (?:small|tiny|wee|little|short|quick)\b|"
        r"\b(?:tiny|tiniest|teeny\w*|smallest|titchy|minuscule|microscopic|miniature|dinky)\b|"
        r"\b(?:a|one|two|2|1|couple of|a couple of|half a|under (?:a|two|2|three)) "
        r"(?:min|mins|minutes?|secs?|seconds?)\b|\b(?:thirty|30|ten|10|twenty|20) sec\w*\b|"
        r"\b(?:small|little|easy) as (?:possible|you can|can be|it gets)\b|"
        r"\bno (?:time|energy) (?:for|to do) (?:more|much|anything (?:big|long))\b|"
        r"\bhowever small\b|\bbarely anything\b|\bnothing (?:big|long|major|huge|grand)\b|"
        r"\bi'?ve (?:nothing|nowt|not much) left\b|\b(?:wee|small) (?:tiny|wee)\b|"
        r"\bno more than (?:a|one|two|a couple of) (?:min\w*|breath|line)\b",
        re.IGNORECASE,
    ),
    Need.LATER: re.compile(
        r"\b(?:tonight|tonite|today|tomorrow|tmrw|tomorra|the ?morrow|this (?:evening|morning|"
        r"afternoon|minute)|right now|in the morning|in an hour|in (?:ten|twenty|\d+) min\w*|"
        r"at \d{1,2}(?:[:.]\d\d)?(?: ?(?:am|pm))?\b(?! percent)|the now|the night|straight away|"
        r"before (?:i|she|he|they) (?:go|goes|get|gets|leave|leaves) (?:in|out|up|home)?)\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
_ONLY_ONE = re.compile(
    r"\b(?:just|only|juist|jus) (?:the )?(?:(?:tell|give|say|gimme|name|gie) (?:me |us )?)?"
    r"(?:one|wan|yin|1|a single)\b(?=\W*$|\W*[,.!?;()]|\s(?:thing|small|wee|little|tiny|easy|"
    r"simple|"
    r"idea|step|tip|suggestion|please|pls|plz|option|for|that i|i can|will do|is enough|and no|"
    r"as i|"
    r"cos|because|ta|thanks|x)\b)|"
    r"\b(?:one|1|a single)(?: \w+){0,3} (?:only|alone|is enough|is plenty|will do|max|maximum|"
    r"(?:and |pls )?not (?:two|three|2|3|ten|a (?:menu|list|load|lot|whole)|several|many|more))\b|"
    r"\b(?:one|1)(?: \w+){0,2}, (?:no|not) (?:more|two|three|2|3|a list|lists?|options)\b|"
    r"\b(?:no|not an?|nae) (?:\w+ )?(?:lists?|menus?|options|choices|alternatives)\b|"
    r"\b(?:don'?t|do not|dinnae|please don'?t) (?:give|gie|offer|send|list) (?:me |us )?"
    r"(?:\w+ )?(?:lists?|two|2|choices?|options?|several|loads|a menu)\b|"
    r"\bno good (?:with|at) (?:a )?(?:lists?|choices|choosing|options)\b|"
    r"\b(?:can'?t|cannot|bad at) (?:choose|choosing|pick)\b(?! (?:up|him|her|them|the))|"
    r"\bnot (?:two|2|both|several|more than one)(?: (?:things|ideas|steps|of them))?\b(?=\W*$|"
    r"[,.!?])|"
    r"\byin thing\b|\bjust the one\b(?! who)",
    re.IGNORECASE,
)
_NO_LIMIT = re.compile(  # "the only one", "she has only one brother"
    r"\b(?:the|has|have|had|is|was|are|am|got|my|be|being|'s|'m) (?:only|just) (?:the )?one\b",
    re.IGNORECASE,
)
_MOMENTS = {
    Moment.ARRIVES: re.compile(
        r"\b(?:when|once|as|after|before|till|until|the (?:minute|moment|second)) "
        rf"{_PERSON}(?:'s| is)? (?:\w+ )?(?:com(?:es?|ing)|get(?:s|ting)?|walk(?:s|ing)?|arrives?|"
        r"land(?:s|ing)?|gets back|is back|is home)"
        r"(?: (?:in|home|back|through|hame|off)\b| here\b|\W*$|\W*[.,!?])|"
        rf"\b{_PERSON}(?:'s| is|'ll be|s| will be) (?:home|back|in|off) (?:at|in|by|about|around|"
        rf"soon)\b|"
        rf"\b(?:when|once|as soon as) {_PERSON}(?:'s|'re| is| are|s) (?:home|back|in)\b|"
        r"\b(?:when|at the (?:minute|moment)) (?:he|she|they) (?:open|step|drop|"
        r"shut)s?\b[^.!?]{0,20}"
        r"\b(?:door|bag|keys)\b",
        re.IGNORECASE,
    ),
    Moment.PASSES: re.compile(
        r"\bwe (?:\w+ )?(?:cross(?: (?:paths|over))?|pass(?: each other| yin anither)?|overlap|"
        r"bump into each other|meet) (?:at|in|on|by|near|outside|for|each|every|around|about|\d)|"
        r"\b(?:i(?:'ll| will)?|i) (?:\w+ )?(?:pass|cross|see|meet|bump into) "
        r"(?:him|her|them|[A-Z]\w+) (?:at|in|on|by|outside|every) (?:the |my )?"
        r"(?:\w+ )?(?:corridor|stairs?|lift|bus(?: stop)?|tram|train|platform|gates?|doors?|"
        r"hall(?:way)?|landing|car park|street|close|lobby|foyer|time clock|clock|kitchen|"
        r"changing room|lockers?|school|handover|morning|day)\b|"
        r"\b(?:next time|when) (?:i|we) (?:next )?(?:see|meet|pass|cross|bump into)\b|"
        r"\bin passing\b|\bour paths cross\b",
        re.IGNORECASE,
    ),
    Moment.BREAK: re.compile(
        r"\b(?:at|on|in|during|for|over) (?:the |my |our |this |tomorrow'?s |today'?s |next |a )?"
        r"(?:tea |coffee |lunch |dinner |smoke |night |first |next |meal )?"
        r"(?:breaks?|lunch(?:time|break)?|break ?time|piece ?(?:time|break)|smoko|canteen|"
        r"mess(?: room)?|staff ?room|break ?room)\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
_IN_COMPANY = re.compile(
    r"\b(?:they|everyone|everybody|the others?|others|all of them|the (?:team|girls|lads|rest)|"
    r"people) (?:\w+ ){0,3}?(?:sit|laugh|talk|speak|chat|eat|joke|know each other|have lunch|"
    r"go together|gather|huddle|natter|play)\w*|"
    r"\b(?:eat|sit|sitting|eating|lunch) (?:\w+ ){0,4}?(?:alone|by myself|on my own|my lane)\b|"
    r"\b(?:where (?:people|they|to) sit|join them|sit with them|left out|on the outside)\b",
    re.IGNORECASE,
)

# What fits a named moment best, by its own words.
_FITS = {
    Moment.ARRIVES: re.compile(
        r"\b(?:come in|comes? home|first ten minutes|where they will sit|hot drink|to drink|"
        r"kettle|light on|(?:job|jobs) off their day|coat|doorway)\b",
        re.IGNORECASE,
    ),
    Moment.PASSES: re.compile(
        r"\b(?:pass|passed|passing|cross|corridor|waves?|nods?|stairs|put one down|comes by|"
        r"hello)\b",
        re.IGNORECASE,
    ),
    Moment.BREAK: re.compile(
        r"\b(?:breaks?|kettle|tea|coffee|lunch|table|sit down beside|biscuits?)\b", re.IGNORECASE
    ),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What was set for a small thing: what it may not need, whether only one, and its moments.

    `in_company`: that they would be among others who know each other was told.
    """

    without: frozenset[Need] = frozenset()
    only_one: bool = False
    moments: frozenset[Moment] = frozenset()
    in_company: bool = field(default=False)

    def allows(self, text: str, tagged: Collection[Need] = ()) -> bool:
        """Say whether a thing keeps to the limits: by its text, and by what its writer marked."""
        return self.without.isdisjoint(tagged) and self.without.isdisjoint(needed_by(text))

    def fits_a_moment(self, text: str) -> bool:
        """Say whether a thing is made for a moment that was named."""
        return any(_FITS[one].search(text) for one in self.moments)


NO_LIMITS = Limits()


def limits_of(said: Sequence[str]) -> Limits:
    """Hear what was set, in the last of some messages; the last of them asks for the thing."""
    lately = [_plain(one) for one in said[-READ_BACK:]]
    now = lately[-1] if lately else ""
    moments = frozenset(one for one, words in _MOMENTS.items() if words.search(now))
    without = ruled_out(said)
    if _is_now(now, moments):
        without |= {Need.LATER}
    if moments and not without & {Need.BOTH}:
        without |= {Need.APART}
    told = any(_IN_COMPANY.search(_plain(one)) for one in said)
    return Limits(
        without=without,
        only_one=any(_ONLY_ONE.search(_NO_LIMIT.sub(" ", one)) for one in _asked(lately)),
        moments=moments,
        in_company=told,
    )


_NOT_NOW = re.compile(  # "I don't need to decide tonight"
    r"\b(?:don'?t|do not|doesn'?t|not|needn'?t|no need)\b[^.!?,;]{0,25}\b"
    r"(?:tonight|today|tomorrow|right now)\b",
    re.IGNORECASE,
)


def _is_now(now: str, moments: Set[Moment]) -> bool:
    is_named = bool(_HEARD[Need.LATER].search(_NOT_NOW.sub(" ", now)))
    return is_named or bool(moments & {Moment.ARRIVES, Moment.PASSES})


def ruled_out(said: Sequence[str]) -> frozenset[Need]:
    """Say what was ruled out in the last of some messages; how small, in the last of them."""
    lately = [_plain(one) for one in said[-READ_BACK:]]
    asked = _asked(lately)
    found = {
        need
        for need, words in _HEARD.items()
        if any(map(words.search, asked if need in _OF_THE_REQUEST else lately))
    }
    return frozenset(found | ({Need.TALK} if Need.SPEECH in found else set())) - {Need.LATER}


_OF_THE_REQUEST = frozenset({Need.LONG, Need.BOTH, Need.SPEECH})  # told of, they limit nothing
_REQUEST = re.compile(r"\b(?:things?|steps?|ideas?|tips?|something)\b", re.IGNORECASE)


def _asked(lately: Sequence[str]) -> Sequence[str]:
    """Give the last message, and the one before it where it put the request."""
    before = lately[-2:-1]
    return (*(one for one in before if _REQUEST.search(one)), *lately[-1:])


def _plain(text: str) -> str:
    return text.replace("\u2019", "'")
