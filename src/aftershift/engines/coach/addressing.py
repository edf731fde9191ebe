"""What somebody wants to tell another, as they told it to us, turned into words to that person.

"i'd like him to be cross with me once" becomes "I'd like you to be cross with me once." Who asks
for words in a matter that no script was made for has often said them already, to us and about
somebody. Only a clause is taken that asks, thanks, says sorry, or says what they wish, miss or
feel; never a verdict, a question, or what is grave.
"""

import re
from collections.abc import Iterator, Sequence

from aftershift.engines.coach.gravity import is_grave
from aftershift.engines.coach.second_person import KIN, PRONOUNS, Whom, to_them
from aftershift.engines.language.phrases import words_in

THEM = "@"  # stands for whoever is spoken to, until they are "you"
FEWEST, MOST = 4, 22  # words of what is said to somebody
LEAST_OF_LONG = 8  # of the part before the first comma, where the whole is too long
LATELY = 2  # messages, the last among them
_OF_THEM = re.compile(r"\b(?:him|her|them|his|their|he|she|they|us|you)\b", re.IGNORECASE)
_NO_NOUN = (
    "to|that|for|if|about|what|how|with|and|in|on|at|i|it|its|when|before|she|he|they|so|alone|"
    "properly|straight|again|too|now|first|tonight"
)
_SOMEBODY = (
    rf"(?:(?:my|our|his|her|their|the) (?!(?:{_NO_NOUN})\b)(?:[a-z]+ )??[a-z]+|"
    r"him|her|them|mum|mam|mom|dad|nan|gran)"
)
_WHOM = re.compile(
    rf"\b(?:tell|telling|told|ask|asking|asked|text|thank|message|answer)\s+(?P<one>{_SOMEBODY})\b|"
    rf"\b(?:say|said|saying|put|sorry|speak|talk|write|open|send|this|that|it|something|words?|"
    rf"line|sentence|text) (?:\w+ )?(?:to|with|(?<!no )for) (?P<two>{_SOMEBODY})\b",
    re.IGNORECASE,
)
_TO_THE_END = r"[^.!?;:\n\"“”]*"  # of a sentence
_ENDS = re.compile(  # where what would be said to somebody ends
    r"[.!?;:\n\"“”()]|,? (?:but|cos|coz|cause|because|without(?! being)|though|tho|lol|haha|"
    r"if that|so (?:that|he|she|they)|before (?:he|she|they)|and (?:i|he|she|they|then|that)|"
    r"or (?:is|what|do|should))\b|, (?=(?:i|he|she|they|it|that|only|just|you|please|what|how|"
    r"already|which|who|naturally|no)\b)| - ",
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
        rf"{_I} {_ASIDE}(?:want(?= (?:to|him|her|them|us|it)\b)|(?:miss|love)(?= \w+)|"
        r"appreciate|need(?= (?:to|him|her|them|my|a|an|some|sleep|time|five|ten)\b)|"
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
            rf"(?: is|'s) (?P<what>{_TO_THE_END})"
        ),
        "I'd like {what}",
        False,
    ),
    (
        rf"\bso (?:that )?(?:he|she|they) knows? (?:that )?(?P<what>(?!how\b|what\b){_TO_THE_END})",
        "I want {them} to know {what}",
        False,
    ),
    (
        (
            rf"{_I}(?:'d like| would like| want) (?P<whom>{_SOMEBODY}) to "
            rf"(?P<what>(?:know|see|hear|understand)\b{_TO_THE_END})"
        ),
        "I want {whom} to {what}",
        False,
    ),
    (
        rf"\bsorry(?: to (?:{_SOMEBODY}|[a-z]+))? (?:for|about) {_NO_THING}(?P<what>{_TO_THE_END})",
        "I'm sorry about {what}",
        False,
    ),
    (
        rf"\bthank (?:{_SOMEBODY}|[a-z]+) for (?P<what>{_TO_THE_END})",
        "thank {them} for {what}",
        False,
    ),
    (
        rf"\btell {_SOMEBODY} to (?P<what>(?!know\b)[a-z]+{_TO_THE_END})",
        "I'd like {them} to {what}",
        True,
    ),
    (  # "i want to tell Yvonne, ring me on a Wednesday"
        rf"\b(?:tell|say to) (?:{_SOMEBODY}|[a-z]+)[,:] (?P<what>{_TO_THE_END})",
        "{what}",
        True,
    ),
    (
        (
            rf"\b(?:(?:say to|tell|telling) {_SOMEBODY}(?: that)?|say that) "
            rf"(?P<what>(?:i|i'?m|i'?ve|i'?d|my|we|it|it'?s)\b{_TO_THE_END})"
        ),
        "{what}",
        True,
    ),
    (
        (
            rf"\bask(?:ing)? (?:(?:{_SOMEBODY}|[a-z]+) (?=not to|to|if|whether|for))?"
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
    r"\b(?:he|she|they|who|wants|came|used|i (?:must|always|never|often|usually|had to|have to))\b"
    r"[^,.!?;:]{0,24}$",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|don'?t|didn'?t|wasn'?t|never|without|instead of|no)\b[^,.!?;:]{0,24}$", re.IGNORECASE
)

_NOT_FOR_THEM = re.compile(  # what asks us, would be a quarrel, or is only half of something
    r"^(?:without|so|but|if|and|when)\b|^i(?:'d like| want) to say no\b|"
    r"\b(?:words?|sentence|line|text|speech|speeches|what to|how to|something to (?:say|do)|put it|"
    r"(?:open|start|begin) with|(?<!@ to )say (?:it|that|this|something|sth|owt|anything|to)|"
    r"know (?:what|how) to|reply|"
    r"tell (?:some|any|every)(?:one|body)|"
    r"tell (?:him|her|them)(?: (?:it|that|this|how|something|off))?$|say$|ask$|sa(?:y|id) sorry|"
    r"(?:send|write|record|leave) (?:\w+ ){0,3}(?:note|letter|card|message|e?mail|audio)|"
    r"(?:write|send|text|message) (?:it|something|(?:an?)?other)|publish\w*|"
    r"announce|bring it up|mention|"
    r"(?:some|any)(?:one|body)|sounds?|stop|always|should|fed up|sick of|hate|angry|furious|your|"
    r"you|u|ye|wake up|end it|(?:be|have it) over|disappear|gone|"
    r"this|rant|moan|vent|scream|cry|kill|strangle|run|leave|divorce|behind (?:his|her|their)|"
    r"complain\w*|row|fight|sorry (?:for|about) (?:him|her|them))\b|"
    r"\b(?:to|how|that|it|add|what|with|for|and|of|the|a|see|never told|told (?:him|her|them)|"
    r"missing|be|no|to know)$",
    re.IGNORECASE,
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
    r"suppose|guess|mean|try|trying|tried)\b|\bi'll\b|"
    r"^(?:it|that|this)(?:'s not| is not| was not| isn'?t| wasn'?t)\b|"
    r"^(?:we (?:have|call|are|were|live|used|had|got|both|do|go)|we'?(?:ve|re)|"
    r"i'?m (?:off|on|from|working|an?|the|back|up))\b",  # what they know already
    re.IGNORECASE,
)
_TELLS_ANOTHER = re.compile(r"\b(?:tell|ask) (?!(?:you|me|us)\b)\w+", re.IGNORECASE)
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


def addressed(said: Sequence[str], *, only_meant: bool = False) -> Iterator[str]:
    """Give words to somebody, made of what was said of them, the surest first, none twice.

    The last of what was said asks for words. They are whole sentences. `only_meant`: only what the
    person says they want to tell, ask, thank for or be sorry for, and no wish.
    """
    plain = [one.replace("’", "'") for one in said]
    whom = _whom(plain)
    told = (words for text in reversed(plain) for words in _meant(text))
    wished = () if only_meant else _wished(plain)
    found = (_said(words, whom) for words in (*told, *wished))
    yield from dict.fromkeys(one for one in found if one)


def addressed_after(said: Sequence[str], text: str) -> str:
    """Turn what somebody would say after first words; "" where that may go wrong."""
    plain = [one.replace("’", "'") for one in (*said, text)]
    answer = _ANSWER.match(plain[-1].strip())
    told = _clause(answer["told"]) if answer else ""
    is_meant = answer and (answer["that"] or _WISH.match(told))
    if not is_meant or not _TELLS_ONE_THING.match(told):
        return ""
    return _said(f"I want {THEM} to know that {told}", _whom(plain))


def addressed_line(said: Sequence[str], text: str) -> str:
    """Turn the one line that somebody was asked for, the first sentence that may be said to them.

    "" where all are plans, hedges, or charges.
    """
    plain = [one.replace("’", "'") for one in (*said, text)]
    whom = _whom(plain)
    lines = [one.strip(" ,!") for one in _SEVERAL.split(plain[-1])]
    told = (one for one in lines if _OF_ONESELF.search(one) and not _IS_NO_LINE.search(one))
    said_to_them = (_said(one, whom, is_theirs=True) for one in told if not is_charge(one))
    return next((one for one in said_to_them if one), "")


def is_charge(text: str) -> bool:
    """Say whether a line would be heard as a charge: what somebody never, always or does not do."""
    return bool(_CHARGES.match(text.replace("’", "'")))


def _whom(said: Sequence[str]) -> Whom:
    """Say who words are for: whom the latest message that names somebody names."""
    for text in reversed(said):
        for one in reversed([*_WHOM.finditer(text)]):
            named = (one["one"] or one["two"]).lower()
            own = [pronoun for pronoun, forms in PRONOUNS.items() if named in forms]
            return Whom(pronoun=own[0]) if own else Whom(pronoun=_kin(named), named=named)
    told = set(words_in(" ".join(said).lower()))
    spoken_of = [pronoun for pronoun, forms in PRONOUNS.items() if told.intersection(forms)]
    return Whom(pronoun=spoken_of[0]) if len(spoken_of) == 1 else Whom()


def _kin(named: str) -> str:
    return KIN.get(named.split()[-1], "")


def _wished(said: Sequence[str]) -> Iterator[str]:
    """Give what somebody wishes, misses, sees or feels, the latest first.

    What does not speak of the other is for somebody else, unless it was said just now.
    """
    for back, text in enumerate(reversed(said)):
        for one in reversed([*_WISH.finditer(text)]):
            wish = one[0] + _clause(text[one.end() :])
            if _BEGINS.search(text[: one.start()]) and (back < LATELY or _OF_THEM.search(wish)):
                yield wish


def _meant(text: str) -> Iterator[str]:
    """Give what somebody says they want to tell, ask, thank for or be sorry for."""
    for told, says, must_be_plain in _MEANS:
        for one in told.finditer(text):
            before, what = text[: one.start()], _clause(one["what"].strip())
            is_plain = _I_MEAN_TO.search(before) and not _OTHERS_DO.search(before)
            is_theirs = one[0].lower().startswith("sorry") and _OTHERS_DO.search(before)
            if _NOT.search(before) or (must_be_plain and not is_plain) or is_theirs or not what:
                continue
            yield says.format(
                **{"whom": "", "how": ""} | one.groupdict() | {"what": what, "them": THEM}
            )


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
    if "[" in words or _NOT_FOR_THEM.search(words) or is_told or is_grave(words):
        return ""
    said = to_them(words, whom).replace(THEM, "you").removesuffix(" with you")
    if not FEWEST <= len(said.split()) <= MOST or _TELLS_ANOTHER.search(said):
        return ""
    said = _WORD.sub(lambda one: _PLAINLY.get(one[0].lower(), one[0]), said)
    return f"{said[0].upper()}{said[1:]}."
