"""What somebody wants to tell another, as they told it to us, turned into words to that person.

"i'd like him to be cross with me once" becomes "I'd like you to be cross with me once." Who asks
for words in a matter that no script was made for has often said them already, to us and about
somebody. Only a clause is taken that asks, thanks, says sorry, or says what they wish, miss or
feel; never a verdict, a question, or what is grave.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from aftershift.engines.coach.own_words.gravity import is_grave
from aftershift.engines.coach.own_words.kin import KIN
from aftershift.engines.coach.own_words.second_person import to_them
from aftershift.engines.coach.own_words.whom import SOMEBODY, Whom, whom_of

THEM = "@"  # stands for whoever is spoken to, until they are "you"
FEWEST, MOST, MOST_OF_TWO = 4, 22, 30  # words of what is said to somebody, and of two sentences
LEAST_OF_LONG = 8  # of the part before the first comma, where the whole is too long
LATELY = 2  # messages, the last among them
_OF_THEM = re.compile(r"\b(?:him|her|them|his|their|he|she|they|us|you)\b", re.IGNORECASE)
_TO_THE_END = r"[^.!?;:\n\"“”]*"  # of a sentence
_ENDS = re.compile(  # where what would be said to somebody ends
    r"[.!?;:\n\"“”()]|,? (?:but(?! not\b| still\b| please\b)|cos|coz|cause|because|"
    r"without(?! being)|though|tho|lol|haha|if that|so (?:that|he|she|they)|before (?:he|she|they)|"
    r"and (?:i|he|she|they|then|that)|or (?:is|what|do|should))\b|"
    r", (?=(?:i|he|she|they|it|that|only|just|you|please|what|how|already|which|who|naturally|"
    r"no)\b)| - ",
    re.IGNORECASE,
)
_BEGINS = re.compile(  # what stands before a clause
    r"(?:^|[.!?,;:\n\"“”()]|\b(?:and|but|so|cos|coz|because|then|honestly|tbh|yeah|yes|no|well|"
    r"actually|maybe|mean|is|guess|suppose|just|ok|okay|though))\s*$",
    re.IGNORECASE,
)

# What somebody wishes, misses, sees or feels.
_I = r"(?<![\w'])i"
_ASIDE = r"(?:(?:just|really|only|also|still|always|actually|maybe|so|do|honestly|kind of) )*"
_WISHES = (
    (
        rf"{_I}(?:'d| would) {_ASIDE}"
        r"(?:like|love|rather)(?= (?:to|it|him|her|them|us|you|my|his|their|be|have|go|do)\b)"
    ),
    (
        rf"{_I} {_ASIDE}(?:want(?= (?:(?:maybe|just|only) )?(?:"
        r"to(?! (?:call|ring|phone|write|text|message|answer|reply)\b)|he|him|she|her|they|them|us|"
        r"it|my|half|one|two|some|more|less|an? (?:hour|day|night|evening|date|say)|the|\w+day to)"
        r"\b)|"
        r"wouldn'?t mind(?= \w)|could do with(?= \w)|(?:miss|love)(?= \w+)|"
        r"appreciate|need(?= (?:to|him|her|them|my|a|an|some|sleep|time|five|ten|like|half)\b)|"
        r"hope(?= (?:he|she|they|we|you|to)\b)|see (?:what|how)(?= \w+)|"
        r"don'?t want(?= (?:to (?:lose|miss|fight|argue|be (?:the|brave|left|a|on))|"
        r"him|her|them|the)\b)|"
        r"never (?:said|told|thanked|asked)(?= \w+)|noticed? (?=that|how|what|him|her|them)|"
        r"can'?t (?:come|take|manage|lend|swap|work|stay)(?= \w))"
    ),
    (
        rf"(?:{_I} (?:am|was|feel|felt|have been)|{_I}'?m|{_I}'?ve been) "
        r"(?:(?:just|really|so|very|a bit|quite|still|also|that) )*"
        r"(?:proud|glad|grateful|thankful|sorry|happy|lonely|left out|invisible|hurt|sad|worried|"
        r"ashamed|embarrassed|relieved|chuffed|touched|missing|looking forward)\b"
    ),
)
_WISH = re.compile("|".join(_WISHES), re.IGNORECASE)

# What somebody says they want to tell, ask, thank for or be sorry for: how it is told, how it is
# said to them, and whether it must be plain that the person means to ("how do i", "i'd like to").
_NO_THING = r"(?!\d|an? |the whole|it\b|that\b|ages|everything|\w+ times\b)"
_MEANT = (
    (  # "what i'd like is my mornings"
        (
            r"\b(?:what i(?:'d| would| really| just)? (?:like|love|want|need)|all i (?:want|need))"
            r"(?: is|'s) (?!(?:an? |the |some )?(?:\w+ )?(?:wording|words|line|sentence|phrase)\b)"
            rf"(?P<what>{_TO_THE_END})"
        ),
        "I'd like {what}",
        False,
    ),
    (  # "what would be good is like one time a day"
        (
            rf"\bwhat (?:would|'d|wud) (?:be (?:good|nice|lovely|best|better|great|enough)|help)"
            rf"(?: \w+)? is (?:like )?(?P<what>{_TO_THE_END})"
        ),
        "I'd like {what}",
        False,
    ),
    (
        (
            rf"\b(?:it|that) (?:has to|must|should|needs to) say (?:that )?"
            rf"(?P<what>(?:i|i'?m|we|it|it'?s)\b{_TO_THE_END})"
        ),
        "{what}",
        False,
    ),
    (
        (
            r"\b(?:he|she|they) (?:should|must|needs? to|has to|have to|ought to) know (?:that )?"
            rf"(?P<what>(?:i|i'?m|we)\b{_TO_THE_END})"
        ),
        "I want {them} to know {what}",
        False,
    ),
    (
        rf"\bso (?:that )?(?:he|she|they) knows? (?:that )?(?P<what>(?!how\b|what\b){_TO_THE_END})",
        "I want {them} to know {what}",
        False,
    ),
    (
        (
            rf"{_I}(?:'d like| would like| want) (?P<whom>{SOMEBODY}) to "
            rf"(?P<what>(?:know|see|hear|understand)\b{_TO_THE_END})"
        ),
        "I want {whom} to {what}",
        False,
    ),
    (
        rf"\bsorry(?: to (?:{SOMEBODY}|[a-z]+))? (?:for|about) {_NO_THING}(?P<what>{_TO_THE_END})",
        "I'm sorry about {what}",
        False,
    ),
    (
        rf"\bthank (?:{SOMEBODY}|[a-z]+) for (?P<what>{_TO_THE_END})",
        "thank {them} for {what}",
        False,
    ),
    (
        rf"\btell {SOMEBODY} to (?P<what>(?!know\b)[a-z]+{_TO_THE_END})",
        "I'd like {them} to {what}",
        True,
    ),
    (  # "i want to tell Yvonne, ring me on a Wednesday"
        rf"\b(?:tell|say to) (?:{SOMEBODY}|[a-z]+), (?P<what>{_TO_THE_END})",
        "{what}",
        True,
    ),
    (  # "i'd like to tell her: no speech, no hall. but a cake, yes"
        rf"\b(?:tell|say to) (?:{SOMEBODY}|[a-z]+): (?P<whole>[^.!?;:\n\"“”]+)",
        "{what}",
        True,
    ),
    (
        (
            rf"\b(?:(?:say to|tell|telling) {SOMEBODY}(?: that)?|say that) "
            rf"(?P<what>(?:i|i'?m|i'?ve|i'?d|my|we|it|it'?s|its not)\b{_TO_THE_END})"
        ),
        "{what}",
        True,
    ),
    (
        (
            rf"\bask(?:ing)? (?:(?:{SOMEBODY}|(?!(?:how|what|when|where|why|who)\b)[a-z]+) "
            r"(?=not to|to|if|whether|for))?"
            rf"(?P<how>not to|to|if|whether|for)\b(?P<what> {_TO_THE_END})"
        ),
        "I wanted to ask {them} {how} {what}",
        True,
    ),
)
_MEANS = tuple((re.compile(told, re.IGNORECASE), says, plain) for told, says, plain in _MEANT)
_I_MEAN_TO = re.compile(  # before "ask": not "I wasn't asking", not "they ask"
    r"\b(?:i(?:'d|'ll)?|could i|can i|to|how (?:do|would|could|can) (?:i|you|one|u)|of|is)\b"
    r"(?: \w+)?\s*$",
    re.IGNORECASE,
)
_OTHERS_DO = re.compile(
    r"\b(?:he|she|they|who|wants|came|used|i (?:must|always|never|often|usually|had to|have to)|"
    r"(?:every|each) \w+)\b[^,.!?;:]{0,24}$",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|don'?t|didn'?t|wasn'?t|never|without|instead of|no)\b[^,.!?;:]{0,24}$", re.IGNORECASE
)

_NOT_FOR_THEM = re.compile(  # what asks us, would be a quarrel, or is only half of something
    r"^(?:without|so|but|if|and|when)\b|^i(?:'d like| want) to say no\b|"
    r"\b(?:words?|sentence|phrase|line|text|message|note|speech|speeches|what to|how to|put it|"
    r"something to (?:say|do)|"
    r"send (?:it |this |that )?(?:before|after|now|today|tonight|tomorrow)\b|"
    r"(?:open|start|begin) with|(?<!@ to )say (?:it|that|this|something|sth|owt|anything|to)|"
    r"know (?:what|how) (?:to|an?|one|people|you)\b|reply|"
    r"tell (?:some|any|every)(?:one|body)|don'?t want \w+ to know|"
    r"tell (?:him|her|them)(?: (?:it|that|this|how|something|off))?$|say$|ask$|sa(?:y|id) sorry|"
    r"(?:send|write|record|leave) (?:\w+ ){0,3}(?:note|letter|card|message|e?mail|audio)|"
    r"it (?:to be )?(?:quick|short|brief|light|simple)|help with|find a way|"
    r"in a (?:manner|way) (?:that|so|it|he|she|they)\b|that'?s why|the \w+ answer|"
    r"(?:write|answer|text|message) (?:him|her|them)(?: back)?(?: tonight| today| tomorrow)?$|"
    r"something (?:in|for|on|to (?:put|give|send|hang|carry|leave))|tuck|"
    r"(?:write|send|text|message) (?:it|something|(?:him|her|them) (?:something|an? \w+)|"
    r"(?:an?)?other)|publish\w*|announce|bring it up|mention|(?:some|any)(?:one|body)|sounds?|"
    r"(?<!not )stop|always|should|fed up|sick of|hate|angry|furious|your|"
    r"you|u|ye|wake up|end it|(?:be|have it) over|disappear|gone|"
    r"this|rant|moan|vent|scream|cry|kill|strangle|run|leave|divorce|behind (?:his|her|their)|"
    r"complain\w*|row|fight|sorry (?:for|about) (?:him|her|them))\b|"
    r"\b(?:(?<!want )(?<!mean )(?<!used )(?<!have )to|"
    r"how|that|it|add|what|(?<!'s )not|with|for|and|of|the|a|see|never told|told (?:him|her|them)|"
    r"missing|be|no|to know)$",
    re.IGNORECASE,
)
_HURT = re.compile(  # as a feeling
    r"\bi(?:'?m| am| was| feel| felt) (?:\w+ )?hurt\b", re.IGNORECASE
)
_TELLS_ONE_THING = re.compile(  # begins like a clause
    r"(?:i|we|he|she|it|they|my|our|there)(?:'?(?:m|s|ve|d|ll|re))?\b", re.IGNORECASE
)
_OF_ONESELF = re.compile(  # begins like a clause, and speaks of oneself, or of a thing
    r"^(?:i|we|my|our|it|there)(?:'?(?:m|s|ve|d|ll|re))?\b|"
    r"^(?:he|she|they)\b.*\b(?:me|us|my|our)\b",
    re.IGNORECASE,
)
_ANSWER = re.compile(  # to first words: "just that i miss her"
    r"(?:(?:just|only|well|maybe|i think)[ ,]+)*(?P<that>that )?(?P<told>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SEVERAL = re.compile(r"[.!?;:\n\"“”]+")  # sentences, or somebody's speech
_CHARGES = re.compile(
    r"(?:he|she|they)(?:'s| is|'re| are)? "
    r"(?:(?:just|only|still) )?(?:never|always|not|\w+n'?t|forgets?|ignores?|leaves?|blames?)\b",
    re.IGNORECASE,
)
_IS_NO_LINE = re.compile(
    r"\bi'd say\b|"
    r"\b(?:might|could|would|will|gonna|going to|tomorrow|tonight|maybe|perhaps|dunno|idea|think|"
    r"suppose|guess|mean|try|trying|tried)\b|\bi'll\b|\bit(?:'d| would) have to\b|"
    rf"^(?:my|our) (?:{'|'.join(KIN)})\b|^it says\b|"
    r"\b(?:have|do|did|am|was) i$|\bi'd (?:use|put|take|leave)\b|"
    r"^(?:it|that|this)(?:'s not| is not| was not| isn'?t| wasn'?t)\b|"
    r"^(?:we (?:have|call|are|were|live|used|had|got|both|do|go)|we'?(?:ve|re)|"
    r"i'?m (?:off|on|from|working|an?|the|back|up))\b",  # what they know already
    re.IGNORECASE,
)
_SHORTER = re.compile(  # what may be left out where it was too long
    r"I want you to know (?:that )?(?=(?:I|we|it|my|our)\b(?:\S* ){3})", re.IGNORECASE
)
_BUT_NOT = re.compile(r",? but not(?= (?:stop|go|come|do|say|tell|ring|text|bring|make)\b)")
_WISHED_OF = re.compile(  # "I want she tells him" was meant as "I want you to tell him"
    r"(\bI (?:\w+ )?want you)(?= (?!to|in|at|back|there|here|all|both|out|and|on|as|for|with|by|"
    r"around|home|near|next|too)[a-z]+\b)"
)
_OF_YOU = "I'm sorry about you"  # says nothing
_TELLS_ANOTHER = re.compile(r"(?<!you to )\b(?:tell|ask) (?!(?:you|me|us)\b)\w+", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"(?:he|she|they|that is|that's)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z']+")
_DAYS = "monday tuesday wednesday thursday friday saturday sunday christmas easter"
_PLAINLY = {one: one.capitalize() for one in _DAYS.split()} | {
    "i": "I", "im": "I'm", "i'm": "I'm", "ive": "I've", "i've": "I've", "i'd": "I'd",
    "i'll": "I'll", "dont": "don't", "didnt": "didn't", "cant": "can't", "wont": "won't",
    "doesnt": "doesn't", "isnt": "isn't", "wasnt": "wasn't", "couldnt": "couldn't",
    "wouldnt": "wouldn't", "havent": "haven't", "hasnt": "hasn't", "hadnt": "hadn't",
    "thats": "that's", "theres": "there's", "whats": "what's",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Told:
    """Where something was told, how many messages back and from where to where, and its words."""

    back: int
    starts: int
    ends: int
    words: str
    is_sure: bool  # meant to be said, or wished of them in what asks for words

    def stands_beside(self, other: "_Told") -> bool:
        """Say whether another stands in the same message, apart from this one."""
        is_apart = self.ends <= other.starts or other.ends <= self.starts
        return self.back == other.back and is_apart


def addressed(said: Sequence[str], *, only_meant: bool = False) -> Iterator[str]:
    """Give words to somebody, made of what was said of them, the surest first, none twice.

    The last of what was said asks for words. They are whole sentences. `only_meant`: only what the
    person says they want to tell, ask, thank for or be sorry for, and no wish.
    """
    plain = [one.replace("’", "'") for one in said]
    whom = whom_of(plain)
    meant = (one for at in reversed(range(len(plain))) for one in _meant(plain, at))
    turned = [(one, _said(one.words, whom)) for one in (*meant, *_wished(plain))]
    found = [(one, words) for one, words in turned if words]
    surest = [(one, words) for one, words in found if one.is_sure or not only_meant]
    each = [words for _, words in surest]
    shorter = (_SHORTER.sub("", one) for one in each if _SHORTER.match(one))
    yield from dict.fromkeys((*_two_of_one(surest[:1], found), *each, *map(_capital, shorter)))


def _two_of_one(
    first: Sequence[tuple[_Told, str]], others: Sequence[tuple[_Told, str]]
) -> Iterator[str]:
    """Join the surest with another of its message: "It's not that. I need half an hour."."""
    for one, words in first:
        beside = (two for two in others if two[0].stands_beside(one))
        for other, more in islice(beside, 1):
            both = (words, more) if one.starts < other.starts else (more, words)
            if len(" ".join(both).split()) <= MOST_OF_TWO:
                yield " ".join(both)


def addressed_after(said: Sequence[str], text: str) -> str:
    """Turn what somebody would say after first words; "" where that may go wrong."""
    plain = [one.replace("’", "'") for one in (*said, text)]
    answer = _ANSWER.match(plain[-1].strip())
    told = _clause(answer["told"]) if answer else ""
    is_wish = _WISH.match(told)
    if not answer or not (answer["that"] or is_wish) or not _TELLS_ONE_THING.match(told):
        return ""
    is_whole = is_wish and _OF_THEM.search(is_wish[0] + told[is_wish.end() :])
    return _said(told if is_whole else f"I want {THEM} to know that {told}", whom_of(plain))


def addressed_line(said: Sequence[str], text: str) -> str:
    """Turn the one line that somebody was asked for: the first sentence or two that may be said.

    "" where all are plans, hedges, or charges.
    """
    plain = [one.replace("’", "'") for one in (*said, text)]
    whom = whom_of(plain)
    lines = [one.strip(" ,!") for one in _SEVERAL.split(plain[-1])]
    told = (one for one in lines if _OF_ONESELF.search(one) and not _IS_NO_LINE.search(one))
    said_to_them = (_said(one, whom, is_theirs=True) for one in told if not is_charge(one))
    both = [*islice((one for one in said_to_them if one), 2)]
    fits = len(" ".join(both).split()) <= MOST
    return " ".join(both if fits else both[:1])


def is_charge(text: str) -> bool:
    """Say whether a line would be heard as a charge: what somebody never, always or does not do."""
    return bool(_CHARGES.match(text.replace("’", "'")))


def _wished(said: Sequence[str]) -> Iterator[_Told]:
    """Give what somebody wishes, misses, sees or feels, the latest first.

    What does not speak of the other is for somebody else, unless it was said just now.
    """
    for back, text in enumerate(reversed(said)):
        for one in reversed([*_WISH.finditer(text)]):
            wish = one[0] + _clause(text[one.end() :])
            is_of_them = _OF_THEM.search(wish) is not None
            if _BEGINS.search(text[: one.start()]) and (back < LATELY or is_of_them):
                ends = one.start() + len(wish)
                yield _Told(back, one.start(), ends, wish, is_sure=is_of_them and not back)


def _meant(said: Sequence[str], at: int) -> Iterator[_Told]:
    """Give what somebody says they want to tell, ask, thank for or be sorry for."""
    text = said[at]
    for told, says, must_be_plain in _MEANS:
        for one in told.finditer(text):
            named = one.groupdict()
            what = named.get("whole") or _clause(named["what"].strip())
            before = text[: one.start()]
            is_plain = _I_MEAN_TO.search(before) and not _OTHERS_DO.search(before)
            is_theirs = one[0].lower().startswith("sorry") and _OTHERS_DO.search(before)
            if _NOT.search(before) or (must_be_plain and not is_plain) or is_theirs or not what:
                continue
            ends = text.find(what, one.start()) + len(what)
            words = says.format(**{"whom": "", "how": ""} | named | {"what": what, "them": THEM})
            yield _Told(len(said) - 1 - at, one.start(), ends, words, is_sure=True)


def _clause(text: str) -> str:
    ends = _ENDS.search(text)
    return text[: ends.start()] if ends else text


def _said(words: str, whom: Whom, *, is_theirs: bool = False) -> str:
    """Make a sentence to somebody of a clause about them; "" where that may go wrong.

    `is_theirs`: it may begin with them, for it is what was asked for.
    """
    words = words.strip(" ,-'")
    first = words.partition(",")[0]
    if len(words.split()) > MOST and len(first.split()) >= LEAST_OF_LONG:
        words = first
    is_told = not is_theirs and _OF_ANOTHER.match(words)
    if "[" in words or _NOT_FOR_THEM.search(words) or is_told or is_grave(_HURT.sub("", words)):
        return ""
    said = to_them(words, whom).replace(THEM, "you").removesuffix(" with you")
    said = _WISHED_OF.sub(r"\1 to", said).replace("its not", "it's not")
    said = _BUT_NOT.sub(", but please don't", said)
    if not FEWEST <= len(said.split()) <= MOST or _TELLS_ANOTHER.search(said) or said == _OF_YOU:
        return ""
    return plainly(said)


def plainly(said: str) -> str:
    """Make a sentence of words as they were typed: "dont", "im" and days as they are written."""
    said = _WORD.sub(lambda one: _PLAINLY.get(one[0].lower(), one[0]), said)
    return _capital(f"{said}.") if said else ""


def _capital(said: str) -> str:
    return f"{said[0].upper()}{said[1:]}"
