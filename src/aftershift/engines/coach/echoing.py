"""What somebody said, turned to "you": the simple reflection of motivational interviewing.

"someone ate my lunch" is given back as "someone ate your lunch". It is on the point whatever the
subject is, so it answers what no theme and no gist is known for. Only a plain clause is turned, of
somebody who says what is so: no question, no verdict on anybody, nothing grave, no name, and no
speech of another in which "I" is somebody else. No more than four words in a row stay as they were.
"""

import re

FEWEST, MOST = 4, 14  # words of a clause that is given back
LONGEST_RUN = 4  # words in a row that stay as they were
LAST = 2  # sentences, from the end, among which one is looked for: what matters comes last

_SENTENCE = re.compile(r"[^.!?;:\n()]+[.!?;:\n()]*")
_JOINT = re.compile(
    r"\s*,?\s+(?:and then|and so|and|but|so|cos|coz|cause|because|then)\s+"
    r"(?=(?:i|he|she|they|we|it|my|nobody|everyone)\b)|"
    r"\s*,\s+(?=(?:i|he|she|they|we|it|nobody|everyone)(?:'\w+)?\b)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:and|but|so|well|yeah|yes|yep|no|nah|ok|okay|like|honestly|anyway|anyways|then|also|plus|"
    r"idk|tbh|actually|apparently|basically|oh|ah|ha|haha|lol|right|look|see|obviously|god|ugh|hm+|"
    r"i mean|you know|i guess|i suppose|sorry|the thing is|thing is|funny thing is|turns out)"
    r"\b[\s,]*)+",
    re.IGNORECASE,
)
_HEDGE = re.compile(r"^(?:maybe|perhaps)\s+", re.IGNORECASE)
_TRAIL = re.compile(
    r"(?:[\s,]+(?:lol|haha|ha|tho|though|you know|i guess|i suppose|like|honestly|lah|anyway|tbh|"
    r"or something|and that|innit|po|eh|x+|really|so|and|but|or|of course|obviously|no|btw|"
    r"also|yes|yeah))+$",
    re.IGNORECASE,
)
_FREE = re.compile(  # what stands before a clause that hangs on nothing
    r"(?:^|[.!?,;:\n()]|\b(?:and|but|so|cos|coz|cause|because|then|also|yes|yeah|no|well|just|even|"
    r"actually|honestly|maybe|perhaps|though))\W*$",
    re.IGNORECASE,
)
_ENDED = re.compile(  # and what stands behind one that is whole
    r"\W*(?:$|(?<=[.!?,;:\n()])|\b(?:and|but|so|cos|coz|cause|because|then|when|while|if|though|tho|"
    r"lol|haha|now)\b)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^(?:(?:i|he|she|they|we)(?:'?(?:m|s|re|ve|d|ll))?|nobody|no one|everyone|everybody|someone|"
    r"somebody|(?:my|our|the|his|her|their) [a-z]+|mum|mam|mom|mammy|dad|nan|gran|granny)\b",
    re.IGNORECASE,
)
# A clause with one of these is left alone: who speaks to us, or of people at large; what is open or
# asked; what is too grave to be said again in passing; a verdict; swearing.
_TO_US = "you your yours u ur yourself ye youse y'all please thanks? cheers bye goodnight"
_OPEN = "this here maybe perhaps wonder what which why how whether if should ought right"
_GRAVE = (
    r"die dies died dying dead death euthanasia kill\w* suicid\w* murder\w* alive cancer",
    r"miscarr\w* hurt\w* hit hits hitting beat\w* rape\w* knife gun weapon blood\w* bleed\w*",
    r"drunk pills drugs? overdos\w* afraid scared frighten\w* threat\w* chok\w* slap\w*",
    r"punch\w* grab\w* abus\w* assault\w* harm\w* sex\w* naked pregnan\w* racis\w*",
    r"useless stupid pathetic weak failures? worthless selfish hate\w* nasty cruel fault",
    r"idiots? cowards? monster lazy burden liars? lies? lied lying cow",
    r"bitch\w* evil toxic narcissis\w* disgust\w* ugly fat ungrateful spoilt snob",
    r"fuck\w* shit\w* bloody feckin\w* fecking bollocks piss\w* wank\w* bastards? arse\w* ass",
    r"asshole prick dick",
)
# Harsh words, which are theirs to say and, in quotation marks, ours to have heard.
_HARSH = (
    r"bad terrible horrible failed rubbish awful mad crazy thick jealous fool\w* worst",
    r"guilty ashamed damn crap wrong",
)


def _any_of(*words: str) -> str:
    return rf"\b(?:{'|'.join(' '.join(words).split())})\b"


_SPEAKS_TO_US = re.compile(_any_of(_TO_US), re.IGNORECASE)
_GRAVE_WORDS = re.compile(_any_of(*_GRAVE), re.IGNORECASE)
_WORDS = re.compile(rf"{_any_of(_TO_US, _OPEN, *_GRAVE, *_HARSH)}|\d", re.IGNORECASE)
_POOR = re.compile(  # a verdict on oneself; what points at something else; grammar; what asks us
    r"^(?:i'?m|i am|i was|i'?ve been)(?: (?!not)\w+)? (?:a|an|the|such|so)\b|"
    r"\b(?:that|it|this|them|to|of|the|a|who|only|say|says|said|did not|didn'?t)$|"
    r"^i (?:want|wanted|need|have|must|'?d like) to (?:talk|ask|say|tell|moan|vent|start)\b|"
    r"\b(?:tell|help|give) me\b|\bwho (?:will|is)\b|"
    r"\b(?:he|she) (?:stop|say|tell|go|come|want|know|think|give|get|make|take|look|ask|like|need|"
    r"have|do|don'?t|busy)\b",
    re.IGNORECASE,
)
_NO_VERB = re.compile(  # "my crewmate over an egg", "the phone about nits"
    r"^(?:my|our|the|his|her|their)\b(?!(?: (?!(?:about|over|of|in|at|with|from|for|on|to|and)\b)"
    r"[a-z]+)*?(?: \w+(?:'(?:s|ve|d|ll|re)|ed|s|nt|n't)| (?:are|were|have|had|do|did|can|could|"
    r"will|would|went|came|got|took|made|gave|kept|left|told|sat|ate|lost|found|thought|knew|put|let))\b)",
    re.IGNORECASE,
)
_VERDICT = re.compile(  # on oneself or on somebody
    r"\b(?:i'?m|i am|i was|i'?ve been|(?:he|she)(?:'?s| is| was)|they(?:'?re| are| were))"
    r"(?: (?!not)\w+)? (?:a|an|such|so)\b|"
    r"\b(?:he|she|they)(?:'?s|'?re| is| are| was| were)(?: (?!not)\w+)? wrong\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(  # in which "I" may be somebody else
    r"\b(?:said|says|say|goes|went|asked|asks|texted|wrote|replied|shouted|like|told me)\b[\s,:]*"
    r"(?:that )?(?:\w+\s)?(?:i|i'?m|i'?ve|i'?ll|i'?d|my|we|our)\b",
    re.IGNORECASE,
)
_QUOTED_OR_ASKED = re.compile(  # in quotation marks; or asked behind a comma
    r"[\"“”]|,\s*(?:is|was|did|does|do|am|are|should|can|could|would) (?:i|it|that|he|she|they)\b",
    re.IGNORECASE,
)
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_NAME = re.compile(rf"(?<=\S )(?!I\b|I'|{_DAYS}|[A-Z]{{2,}}\b)[A-Z]")
_DAY = re.compile(rf"\b(?:{_DAYS})s?\b", re.IGNORECASE)
_QUOTE = re.compile(r"[\"“”]|(?<!\w)'|'(?!\w)")
_KIN = re.compile(
    r"(?<!my )(?<!our )(?<!your )(?<!his )(?<!her )(?<!their )(?<!the )(?<!a )(?<!and )"
    r"\b(mum|mam|mom|mammy|dad|nan|gran|granny)\b(?!')",
)
_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?")
_TURNED = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself", "am": "are",
    "i'm": "you're", "im": "you're", "i've": "you've", "ive": "you've", "i'd": "you'd",
    "i'll": "you'll", "we": "you", "us": "you", "our": "your", "ours": "yours",
    "ourselves": "yourselves", "we're": "you're", "we've": "you've", "weve": "you've",
    "we'd": "you'd", "we'll": "you'll",
}  # fmt: skip
_PLAINLY = {  # what is written out, and what goes
    "dont": "do not", "didnt": "did not", "doesnt": "does not", "cant": "cannot", "wont": "won't",
    "couldnt": "could not", "wouldnt": "would not", "isnt": "is not", "wasnt": "was not",
    "arent": "are not", "werent": "were not", "havent": "have not", "hasnt": "has not",
    "hadnt": "had not", "shes": "she's", "hes": "he's", "theyre": "they're", "thats": "that's",
    "theres": "there's", "theyve": "they've", "nobodys": "nobody's",
    "really": "", "actually": "", "basically": "", "literally": "", "totally": "",
}  # fmt: skip
_PLAINLY |= {f"{one[:-1]}'t": said for one, said in _PLAINLY.items() if one.endswith("nt")}
_WAS = re.compile(r"\b(you|you always) was\b")
_ITS = re.compile(r"\bits(?= (?:just|only|not|a|an|the|been|always|my|like|so|me|all)\b)")


def echoed(text: str) -> str:
    """Give the last plain clause of what somebody typed, turned to "you"; "" where none is.

    It begins small, and has no full stop.
    """
    for clause in reversed(_clauses(text.replace("’", "'"))):
        if said := _said_back(clause):
            return said
    return ""


def turned_clause(words: str, text: str) -> str:
    """Turn words to "you" where they are a plain clause of a text; "" where they are not.

    Not in a sentence that says what somebody said, in which "I" may be somebody else, and not what
    hangs on words before it ("he thinks I've lost my mind") or goes on ("I haven't heard her laugh
    like that").
    """
    plain, whole = words.replace("’", "'"), text.replace("’", "'")
    at = whole.find(plain)
    sentence = next((one[0] for one in _SENTENCE.finditer(whole) if one.end() > at), "")
    if _SPEECH.search(sentence) or _QUOTED_OR_ASKED.search(sentence):
        return ""
    if not (_FREE.search(whole[:at]) and _ENDED.match(whole[at + len(plain) :])):
        return ""
    return _said_back(_bare(plain))


def is_grave(words: str) -> bool:
    """Say whether words hold what is too grave to be said again in passing, a verdict, swearing."""
    return bool(_GRAVE_WORDS.search(words) or _VERDICT.search(words))


def asks_or_speaks_to_us(words: str) -> bool:
    """Say whether words may be meant for us: "you", "please", a goodbye."""
    return "?" in words or bool(_SPEAKS_TO_US.search(words))


def is_named(words: str) -> bool:
    """Say whether a capital shows a name after the first word."""
    return bool(_NAME.search(words))


def is_quoting(words: str) -> bool:
    """Say whether words hold quotation marks, or a part of what stands between some."""
    return bool(_QUOTE.search(words))


def _clauses(text: str) -> list[str]:
    """Cut a text into what may be a clause, each sentence after its parts; questions are none."""
    found = []
    for sentence in _SENTENCE.findall(text)[-LAST:]:
        if "?" in sentence or _QUOTED_OR_ASKED.search(sentence):
            continue
        whole = _bare(sentence.rstrip(".!;:\n() "))
        found += [*map(_bare, _JOINT.split(whole)), whole]
    return found


def _bare(clause: str) -> str:
    """Leave out the small words around a clause."""
    return _TRAIL.sub("", _LEAD.sub("", clause.strip(" ,-\"'")))


def _said_back(clause: str) -> str:
    hedge = _HEDGE.match(clause)
    if hedge:
        said = _said_back(clause[hedge.end() :])
        return said and f"perhaps {said}"
    if not FEWEST <= len(clause.split()) <= MOST or not _SUBJECT.match(clause):
        return ""
    if any(one.search(clause) for one in (_WORDS, _POOR, _NO_VERB, _SPEECH, _NAME, _QUOTE)):
        return ""
    said = turned(clause)
    return said if _longest_run(clause.lower(), said.lower()) <= LONGEST_RUN else ""


def _longest_run(before: str, after: str) -> int:
    """Count the most words in a row that stay as they were."""
    words = _TOKEN.findall(before)
    kept = f" {' '.join(_TOKEN.findall(after))} "
    return max(
        most - at
        for at in range(len(words))
        for most in range(at, len(words) + 1)
        if f" {' '.join(words[at:most])} " in kept or most == at
    )


def turned(words: str) -> str:
    """Turn what somebody says of themselves to "you", in small letters: "your sister"."""
    small = _ITS.sub("it's", words.lower())
    small = _KIN.sub(r"your \1", small)
    small = _TOKEN.sub(lambda one: _word(one[0]), small)
    small = _WAS.sub(r"\1 were", small)
    return _DAY.sub(lambda one: one[0].capitalize(), " ".join(small.split()))


def _word(word: str) -> str:
    word = _PLAINLY.get(word, word)
    return _TURNED.get(word, word)
