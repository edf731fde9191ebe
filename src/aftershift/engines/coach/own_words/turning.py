"""A passage of what somebody typed, turned to "you": the simple reflection of motivational
interviewing (Miller & Rollnick 2013).

"she asked me to the concert. i said id see" becomes "she asked you to the concert. You said you'd
see". Who is named stays named, and every other word stays too. Left alone, to be quoted instead, is
what would say something else when it is turned: somebody's speech, half a sentence, and what says
of another that they never, or always, do something, for in our voice that would take a side.
"""

import re

from aftershift.engines.coach.own_words.gravity import is_harsh
from aftershift.engines.coach.own_words.quotable import is_quoting

FEWEST = 4  # words of a passage that is turned

_KIN = "mum|mam|mom|mummy|mammy|dad|daddy|nan|nana|gran|granny|grandad|grandma"
_MINE = (  # what "me" and "us" own in some Englishes: "me mam", "us tea"
    rf"{_KIN}|ma|da|wife|missus|husband|fella|sister|brother|mother|father|son|daughter|lad|lass|"
    r"mates?|head|hands?|tea|legs?|feet|eyes|job|shifts?|lunch|coat|bag"
)
_TURNED = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself",
    "meself": "yourself", "i'm": "you're", "im": "you're", "i've": "you've", "ive": "you've",
    "i'd": "you'd", "id": "you'd", "i'll": "you'll", "we": "you", "us": "you", "our": "your",
    "ours": "yours", "ourselves": "yourselves", "we're": "you're", "we've": "you've",
    "weve": "you've", "we'd": "you'd", "we'll": "you'll",
}  # fmt: skip
_CAPITALS = frozenset({"ID", "US", "IM"})  # these are no pronouns
_WRITTEN = {
    f"{one}nt": f"{one}n't"
    for one in (
        *("do", "did", "does", "could", "would", "should", "is", "was", "are", "were"),
        *("have", "has", "had", "ai"),
    )
} | {
    "cant": "can't", "wont": "won't", "shes": "she's", "hes": "he's", "theyre": "they're",
    "thats": "that's", "theres": "there's", "theyve": "they've", "nobodys": "nobody's",
    "youre": "you're", "whats": "what's",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_OWNED = re.compile(rf"\b(?:me|us)(?= (?:{_MINE})\b(?!'[^s]))", re.IGNORECASE)
_UNOWNED = re.compile(
    r"(?<!\bmy )(?<!\bour )(?<!\byour )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\bthe )(?<!\ba )"
    rf"(?<!\band )(?<!'s )(?<!\bme )(?<!\bus )(?<!\bold )\b({_KIN})\b"
    r"(?!'|(?-i: [A-Z])| (?:friends?|groups?|life|guilt|jeans|jokes?|chat)\b)",
    re.IGNORECASE,
)
_ITS = re.compile(  # "its the families"
    r"\b(it)s(?= (?:the|a|an|not|been|just|only|my|his|her|our|their|like|so|too|always|never|"
    r"all|christmas|gone|no|over|hard|fine|ok|okay|really|now|more|nearly|about|that)\b)",
    re.IGNORECASE,
)
_WITH_ARTICLE = re.compile(r"\b(?:an?|the|my|our|your|his|her|their|this|that) \w+ $", re.I)
_CLOSED = re.compile(r"\W*(?:$|[,.;!?])")
_TAKES_SOMEBODY = re.compile(  # whoever stands behind it belongs to it
    r"(?:^|[,.;!?] |\b(?:with|to|for|from|of|at|on|about|than|like|by|and|or|without|is|was|be|"
    r"as|after|before|near|beside|behind|(?:tell|told|ask|asked|rang|ring|call|called|calling|text|"
    r"texted|see|saw|seen|love|loved|miss|visit|visiting|visited|help|nurse|lost|lose|buried|phone|"
    r"phoned|want|wanted|need|hear|heard|got|get|gave|give|let|mind|minding|minded|seeing|not)) )$",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:i|we)( (?:just|only|still|always|never|also|really))? was(n'?t)?\b", re.I)
_WAS_APART = re.compile(r"\b(i, [^.,;:!?]{2,30}, )was\b", re.IGNORECASE)  # "I, in turn, was"
_WAS_I = re.compile(r"\bwas(n'?t)? i\b", re.IGNORECASE)
_I_AM = re.compile(r"\bi( (?:just|only|still|always|also|really))? am\b", re.IGNORECASE)
_AND_WAS = re.compile(r"\b(i(?: am|'m) [^.,;!?]+ and) was\b", re.IGNORECASE)
_AM_I = re.compile(r"\bam i\b", re.IGNORECASE)
_NOT = "n't"
_BY_OTHERS = re.compile(  # speech in which "I" may be somebody else
    r"(?<!\bi )\b(?:said|says|say|saying|goes|went|asked|asks|texted|wrote|replied|shouted|like|"
    r"told me|be like)[\s,:]+(?:that )?(?:\w+[\s,]+){0,3}?(?:i|i'?m|i'?ve|i'?ll|i'?d|we|let'?s)\b|"
    rf"\b(?:says?|said)\b[^.!?]*(?<!my )(?<!our )\b(?:{_KIN})\b|"
    r"\b(?:goes|went|was like|be like|is like)\b[\s,:]+\w|"
    r"\b(?:says?|said)[\s,:]+(?:\w+[\s,]+){0,2}?"
    r"(?:hand|give|forgive|tell|let|bring|pass|leave|call|help|show|come|go|stay|be|"
    r"wait|listen|what|why|how|where|who|when)\b"
    r"[^.!?]*\b(?:me|us|my|our)\b|"
    rf"\b(?:he|she|they) (?:tells|told|calls|called)\b[^.!?]*(?<!my )(?<!our )\b(?:{_KIN})\b|"
    r"\b(?:he|she|they) (?:writes?|wrote|texts?|texted|says?|said|answers?|answered): |"
    r"\b(?:forgive|excuse|pardon) (?:me|us)\b|"
    r"\b(?:said|says?|saying|goes|went|asked|asks|shouted|snapped|yelled|texted|wrote|replied|"
    r"thought|muttered|told \w+)\b[^.!?]*\b(?:do|does|did|don'?t|didn'?t|am|are|was|were|can|"
    r"can'?t|could|should|would|will|must|shall|have|haven'?t) (?:i|we)\b(?! (?:do|did)\b)",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(  # half a sentence: "went to my mum's"
    r"^(?:went|got|had|have|been|told|said|left|just|not|still|never|always|was|am|is|did|do|gave|"
    r"made|took|came|sat|put|found|thought|felt|feel|want|need|used|tried|should|could|would|can|"
    r"may|might|must|will|ought|let|go|goes|ask|tell|ring|call|send|take|make|get|say|says|"
    r"tells|asks|gets|makes|used|failed|wide|back|already|knew|know|knows|to|of|for|with|at|in|on|"
    r"by|from|as|than|who|which|that (?:i|we)|"
    r"\w+n'?t|\w+ed|\w+ing)\b",
    re.IGNORECASE,
)
_SPEAKS_TO_US = re.compile(
    r"\b(?:(?<!thank )you|your|yours|u|ur|ye|youse|yourself|ill)\b|\b(?:let|bear with) me\b|"
    r"\bmy (?:dear|love|darling),",
    re.IGNORECASE,
)
_WE_AND_I = re.compile(  # who is "you" then: "I liked us", "if it was me I"
    r"\bi\b(?:(?!\bwe\b)[^.!?])*\bus\b|\bme i\b|\bi (?:also )?me\b", re.IGNORECASE
)
_JUDGES_ITSELF = re.compile(  # it would be a verdict, in our voice
    r"\bi (?:have|had|'ve got) no right\b|\bi'?m (?:no|not (?:a |any )?)good\b|\bi'?m the worst\b|"
    r"\b(?:is|was|'s) (?:all )?(?:my|mine) (?:mistake|fault|doing)\b|"
    r"\bi (?:shouldn'?t|should) have\b|\b(?:my|me) own fault\b|\bi don'?t deserve\b|"
    r"\bi let \w+ down\b|\b(?:nice|kind|fair|good|right) of me\b|\bi was right\b|"
    r"\b(?:aren'?t|wasn'?t|am|was) i$|"
    r"\bi'?m (?:just )?(?:right|the problem|too \w+|being \w+)\b",
    re.IGNORECASE,
)
_CHARGES = re.compile(  # what another never does, or always
    r"\b(?:he|she|they|nobody|no one|everyone|everybody)\b[^.!?]*"
    r"\b(?:never|always|nothing|every time|constantly|refuses?|won'?t|ca(?:n'?t|nnot) be)\b|"
    r"^(?:nobody|no one|everyone|everybody)\b",
    re.IGNORECASE,
)
_BETTER_QUOTED = (_SPEAKS_TO_US, _JUDGES_ITSELF, _BY_OTHERS, _CHARGES, _WE_AND_I, re.compile(r"\?"))
_BEGINS_SMALL = re.compile(
    r"(?:You|Your|He|She|They|It|We|The|A|An|There|This|That|These|Those|Nobody|Everyone|Somebody|"
    r"Someone|His|Her|Their|One|Two|Three|Some|All|Both|Every|Then|When|After|Before|At|In|On|Last|"
    r"Next|Yesterday|Today|Tonight|Now|Once|Since|Because|Most|Only|Sometimes|Usually|For|If|Just|"
    r"Maybe|Perhaps|Same)"
    r"(?:'\w+)?\b"
)
_HEDGES = re.compile(  # "i suppose" at either end of a sentence
    r"(?:(?<=^)|(?<=[.!?;] ))i (?:guess|suppose|reckon),? |[.,]? i must be fair(?=[.!?;]|$)|"
    r",?(?:\.\.\.)? i (?:don'?t )?(?:guess|think|suppose|reckon)(?=[.!?;]|$)",
    re.IGNORECASE,
)
_LAUGHS = re.compile(r"\s*\b(?:lol|lmao|haha+|hehe)\b", re.IGNORECASE)
SENTENCES = re.compile(r"[.!?…;]+\s+")  # what stands between two
_NOT_OURS = re.compile(  # in our voice it would be advice, or a comfort that is none
    r"\byou (?:should|need to)\b|\bat least\b|\bbright side\b|\bhero(?:es)?\b|[—–]", re.IGNORECASE
)
_NEXT = re.compile(r"(?<=[.!?…] )\w")


def to_you(passage: str) -> str:
    """Turn a passage to "you", without its last full stop; "" where it is better quoted."""
    plain = passage.replace("’", "'").strip()
    if len(plain.split()) < FEWEST or is_quoting(plain) or is_harsh(plain):
        return ""
    if any(one.search(plain) for one in _BETTER_QUOTED) or any(
        map(_NO_SUBJECT.match, SENTENCES.split(plain))
    ):
        return ""
    said = _UNOWNED.sub(_your, _HEDGES.sub("", _LAUGHS.sub("", plain)))
    said = turned_words(said)
    said = re.sub(r"\s*!+", ".", said).rstrip(".")
    if _NOT_OURS.search(said):
        return ""
    if _BEGINS_SMALL.match(said):
        said = f"{said[0].lower()}{said[1:]}"
    return _NEXT.sub(lambda one: one[0].upper(), said)


def turned_words(words: str) -> str:
    """Turn the words "I", "my" and the like, whatever else is said."""
    said = _WAS_APART.sub(r"\1were", _AND_WAS.sub(r"\1 were", words))
    said = _WAS.sub(lambda one: f"you{one[1] or ''} were{_NOT if one[2] else ''}", said)
    said = _WAS_I.sub(lambda one: f"were{_NOT if one[1] else ''} you", said)
    said = _AM_I.sub("are you", _I_AM.sub(lambda one: f"you{one[1] or ''} are", said))
    said = _ITS.sub(r"\1's", _OWNED.sub("your", said))
    return _WORD.sub(lambda one: _word(one[0]), said)


def _your(found: re.Match[str]) -> str:
    """Give "your mum" for "mum", but not in "a sick mam", and not for whom a clause speaks to."""
    before, behind = found.string[: found.start()], found.string[found.end() :]
    is_spoken_to = _CLOSED.match(behind) and not _TAKES_SOMEBODY.search(before)
    is_owned = _WITH_ARTICLE.search(before)
    return found[0] if is_owned or is_spoken_to else f"your {found[1].lower()}"


def _word(word: str) -> str:
    small = word.lower()
    if small in _TURNED and word not in _CAPITALS:
        return _TURNED[small]
    return _WRITTEN.get(small, word)
