"""Which passages of a message are given back: the sentences in which its point most likely stands.

Where the point is, is weighed by runs of a few words (`pointing`). What is given back is the
sentence around them, or its neighbours with it: a piece of it says less, and misses more. A long
sentence is cut at its joints, and never where that would turn what it says.
"""

import re
from collections.abc import Collection, Iterator
from functools import partial

import numpy as np
from numpy.typing import NDArray

from aftershift.engines.coach.own_words.cutting import (
    BEGINS,
    CLOSES,
    ENDS,
    JOINTS,
    LONG,
    UNCLOSED,
    cut,
)
from aftershift.engines.coach.own_words.gravity import is_grave
from aftershift.engines.coach.own_words.pointing import (
    CLAUSE_ENDS,
    LEAST,
    Pointer,
    Shares,
    Weighing,
    is_reply,
    pieces,
    weigh,
    weighed_runs,
)
from aftershift.engines.coach.own_words.quotable import REPORTED, SPEECH, is_clause, is_safe
from aftershift.engines.coach.own_words.weights import NOT_WEIGHED, Weights
from aftershift.engines.coach.own_words.whole import without_holes
from aftershift.engines.language.sentences import Stretch

FEWEST, MOST = 2, LONG  # words of a passage
ALONE = 32  # of one that is the whole message
SHORTEST = 5  # of one that hangs: not "apart from jokes"
BOTH = 38  # words of two
ALSO = 0.06  # share of the point from where on a second passage is given back
SHORT = 13  # words of a message of which one passage is enough
FELT = 2.0  # by how much what says a wish or feeling is taken to be likelier
BY_WEIGHT = 0.5  # of what a part weighs, beside what points at it
A_WORD = 0.008  # share of the point that one more word of a passage must be worth

_HANGS = re.compile(  # what begins so hangs on what stands beside it
    r"\W*(?:except|apart from|besides|especially|all of|if|unless|when|while|since|once|after|"
    r"before|until|till|as|which|that|even if|like|or)\b",
    re.IGNORECASE,
)
_BY_FEAR = re.compile(r"\b(?:because|cos|in case)\s+$", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|might|would|won't|'ll)\b|'ll\b", re.IGNORECASE)
_AIMS = re.compile(r"\bjust (?:so|because|cos)\s+$", re.IGNORECASE)  # before what it was for
_SO_THAT = re.compile(r"\bso\s+$", re.IGNORECASE)  # before what would come of it
_LEFT = re.compile(  # what ends so was cut in the middle
    r"\b(?:i|he|she|they|we|the|a|an|my|our|his|her|their|to|of|for|with|is|was|are|were|me|said|"
    r"says|that|who|in|on|at|if|it's|he's|she's|i'm|im|only|not)$",
    re.IGNORECASE,
)
_TRAILS_OFF = re.compile(r"\b(?:is|was|are|just|so|it's) like$", re.IGNORECASE)
_JOINED = re.compile(r"(?<![\s,;:.!?])\s+(?:and|or)\s+$", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:i|he|she|we|they)\b", re.IGNORECASE)  # "the only person | I'd see"
_CLAUSE = re.compile(BEGINS, re.IGNORECASE)
_ASIDE = re.compile(  # what is said to a coach, or about the talk, and is no point
    r"^(?:good night|sorry|ta|cheers|night|why|how|(?:now |please )don'?t|"
    r"what(?:'?s)?(?! (?:gets|got|hurts?|hurt|bothers|bugs|galls|kills|annoys|stings|worries|"
    r"upsets|i miss|i'?d (?:like|love)|i (?:want|need|would like)\b|"
    r"i(?:'ve)? (?:noticed|notice|feel|find|mind|hate))\b)|"
    r"who|please|let me|let's|don'?t|is (?:that|this|it)|"
    r"(?:can|could|should|shall) (?:i|you|we))\b|"
    r"^i(?:'d| would)? (?:like|want|need|love) an? (?:\w+ )?(?:opinion|view|perspective)\b|"
    r"^(?:i have a|quick) question\b|\bhow this works\b|\bmy first time here\b|"
    r"\bnot looking for (?:any )?(?:advice|answers|tips|solutions)\b|^(?:i must|to) be fair$|"
    r"\b(?:only|just) (?:i )?(?:want|need)(?:ed)? to (?:say|tell|release|get) (?:it|this|that)\b|"
    r"^i don'?t (?:want|need) (?:an?|any) (?:plan|advice|tips?|ideas?|suggestions?)\b|"
    r"\bnot after (?:an?|any) (?:plan|solution|advice)\b|\bonly telling (?:it|you)\b|"
    r"\bnot asking (?:you|who|if|whether)\b|^(?:somebody|someone) (?:who|to)\b|"
    r"\bno need to fix\b|^that'?s all i have\b|\b(?:off my chest|get it out|be heard)\b|"
    r"\bnever mind$|"
    r"^(?:(?:this is|it'?s|bit|a bit|a little|so|very|really|kinda|kind of|quite) ?)*"
    r"(?:awkward|embarrassing|silly|daft|stupid|random|petty|weird)(?: (?:this|one|"
    r"to (?:say|ask|write|type)\w*))?$|^don'?t laugh\b|"
    r"^(?:i(?:'ve)? )?never (?:put|thought of|seen|said) it (?:like that|that way)\b|"
    r"\bi don'?t want to (?:go into|talk about)\b|\bcoach\b|\bno offence\b|"
    r"\bneeds? (?:help|advice)\b|\b(?:robot|chatbot)\b|"
    r"^i (?:won'?t (?:pretend|lie)|must say)\b|^that'?ll do\b|"
    r"^(?:that'?s|there'?s) (?:it|all|the (?:thing|point))$|"
    r"^(?:there,? )?i'?ve said it|^i (?:tell|told) a lie\b|"
    r"^you(?:'re| are) (?:suggesting|encouraging|asking|telling|being|too)\b|"
    r"^i don'?t (?:need|want) you to\b|\bdon'?t advi[sc]e\b|"
    r"^(?:i )?(?:want|wanted|need|have|would like) to (?:ask|talk|moan|rant|vent)\b",
    re.IGNORECASE,
)
_EMPTY = re.compile(  # what says nothing alone: "she did too"
    r"^(?:i|it|that|he|she|they|we|there)(?:'s|'m)? ?"
    r"(?:do|does|did|is|was|were|are|has|have|had|can|will|dunno)?(?: (?:too|so|not|as well))?$",
    re.IGNORECASE,
)
_FEELS = re.compile(
    r"\b(?:i(?:'?ll)? (?:just |really |only |do |still )?(?:want|wish|miss|feel|felt|hope|love|"
    r"loved|hate|need|wanted|regret|don'?t want|never told|haven'?t told)|"
    r"i'?d (?:just |rather|have|like|love)|all i want|"
    r"what (?:gets|got|bothers|hurts|i want|i'?d like|i can'?t)|hurts?|hurting|"
    r"stung|cut me|gutted|crying|cried|ashamed|guilty|jealous|lonely|proud|embarrassed|scared|"
    r"afraid|worr\w+|angry|furious|relieved|touched|left out|invisible|sad|happy|"
    r"annoys?|annoyed)\b",
    re.IGNORECASE,
)
_PREFACE = re.compile(  # before what somebody came to say
    r"^\W*(?:(?:ok|so|well|hi|hello|hey)\W+)*(?:this|it)(?: is going to|'?s going to|"
    r" (?:will|may|might|probably))? sounds? [^.,;]{2,45}?\bbut\b\W*",
    re.IGNORECASE,
)
_LIKE_A_FOOL = re.compile(  # what somebody calls themselves in passing
    r",?\s+like (?:an?|the|some) (?:\w+ )?(?:idiot|fool|eejit|moron|muppet|prick|lemon|mug|plum|"
    r"twat|tit|gobshite|loser)\b",
    re.IGNORECASE,
)
HOLE = " " * 8  # where something was left out
_CUT_OFF = re.compile(  # before what is half of a name or number: "Mr. | Siva", "-| 2"
    r"(?:\b(?:mr|mrs|ms|dr|st|fr|sr|prof|vs)\.|[-+#£$€])\s*$", re.IGNORECASE
)
_LACKS_ITS_SUBJECT = re.compile(  # in the middle of a sentence
    r"(?:hears|says|knows|sees|gets|finds|goes|comes|thinks|wants|makes|takes|is|was|has|does)\b",
    re.IGNORECASE,
)
_OPENED = re.compile(r"(?<!\w)[\"“'\u2018]$")  # a mark before what somebody said
_CLOSED_LATER = re.compile(  # and where it ends
    r"^[^'\u2018’]*(?:\w['’]\w[^'\u2018’]*)*[^\s'’]['’](?!\w)"
)


def passages(
    text: str, pointer: Pointer, but: Collection[str] = (), weights: Weights = NOT_WEIGHED
) -> tuple[str, ...]:
    """Give one or two passages of a text, as they were typed and in their order; () where none.

    `but` are words in small letters that were given back before.
    """
    if is_reply(text):
        return ()
    for aside in (_PREFACE, _LIKE_A_FOOL):
        text = aside.sub(lambda said: " " * len(said[0]), text)  # what stands where, stays
    weighing = weigh(text, pointer)
    runs = _weighed_by(weights, weighed_runs(weighing))
    may_be = partial(_may_be, text=text, pointer=pointer, but=but)
    found = _told(weighing, runs, pointer, but)
    told = [one for one in found if not _EMPTY.match(text[slice(*one)].replace("’", "'"))]
    first = max(told, key=lambda one: worth(text, one, runs), default=None)
    if first is None:
        return ()
    apart = [one for one in told if one[1] <= first[0] or first[1] <= one[0]]
    other = max(apart, key=lambda one: worth(text, one, runs), default=None)
    is_long = _many(text, (0, len(text))) > SHORT
    fits = other and is_long and _many(text, first) + _many(text, other) <= BOTH
    also = [other] if other and fits and felt(text, other) * share(runs, other) >= ALSO else []
    chosen = without_holes(text, sorted([first, *also]), may_be, partial(_is_aside, text=text))
    return tuple(text[starts:ends] for starts, ends in chosen)


def _may_be(
    one: Stretch, *, text: str, pointer: Pointer, but: Collection[str], most: int = BOTH
) -> bool:
    """Say whether a stretch may be given back at all: up to so many words, safe, and cut well."""
    words = text[slice(*one)]
    return (
        (SHORTEST if _HANGS.match(words) else FEWEST) <= len(words.split()) <= most
        and words.lower() not in but
        and HOLE not in words
        and not _TRAILS_OFF.search(words)
        and words.count("(") == words.count(")")
        and not (_is_cut_speech(text, one) or _CUT_OFF.search(text[: one[0]]))
        and not _is_aside(one, text=text)
        and is_safe(words, text, pointer.names, is_whole=True)
    )


def _is_aside(one: Stretch, *, text: str) -> bool:
    return bool(_ASIDE.search(text[slice(*one)].replace("’", "'")))


def _told(
    weighing: Weighing, runs: Shares, pointer: Pointer, but: Collection[str]
) -> Iterator[Stretch]:
    """Give all that may be given back: sentences, neighbours together, parts, and pieces."""
    text = weighing.text
    most = MOST if ENDS.search(text.rstrip(" .!?")) else ALONE

    may_be = partial(_may_be, text=text, pointer=pointer, but=but, most=most)
    together: list[Stretch] = []
    for sentence in cut(text, ENDS, (0, len(text))):
        is_asked = _is_asked(text, sentence)
        if is_asked or not may_be(sentence):
            together = []
            parts = [] if is_asked else [*filter(may_be, _parts(text, sentence))]
            yield from sorted(parts, key=lambda one: -worth(text, one, runs))[:1]
            continue
        joined = [(starts, sentence[1]) for starts, _ in [*together, sentence]]
        together = [*filter(may_be, joined)]
        yield from together
    for piece in pieces(weighing, pointer, but):
        at = text.find(piece)
        for stretch in cut(text, ENDS, (at, at + len(piece))):
            begins = max((one.end() for one in ENDS.finditer(text, 0, stretch[0])), default=0)
            hangs = _is_asked(text, stretch) or any(
                _HANGS.match(text, at) for at in (begins, stretch[0])
            )
            hangs = hangs or is_grave(CLAUSE_ENDS.split(text[stretch[1] :])[0])  # "a man | died"
            if not (hangs or _is_half(text, stretch)) and may_be(stretch):
                yield stretch


def _parts(text: str, sentence: Stretch) -> Iterator[Stretch]:
    """Give all parts of a sentence from joint to joint that hang on nothing beside them."""
    clauses = [*cut(text, JOINTS, sentence)]
    hangs = [_hangs(text, one) for one in clauses]
    for first, (starts, _) in enumerate(clauses):
        lacks = first and _LACKS_ITS_SUBJECT.match(text, starts)
        if hangs[first] or lacks or (first and hangs[first - 1]):
            continue
        for _, ends in clauses[first:]:
            if not _LEFT.search(text[starts:ends]):
                yield starts, ends


def _hangs(text: str, clause: Stretch) -> bool:
    """Say whether a clause hangs on what stands before it: an "if", or what is only feared."""
    words, before = text[slice(*clause)], text[: clause[0]]
    is_feared = (_BY_FEAR.search(before) or _SO_THAT.search(before)) and _AHEAD.search(words)
    return bool(_HANGS.match(words) or _AIMS.search(before) or is_feared)


def _is_asked(text: str, stretch: Stretch) -> bool:
    """Say whether a question mark ends the sentence in which a stretch stands, and asks us."""
    if REPORTED.match(text, stretch[0]):
        return False
    ends = ENDS.search(text, stretch[1])
    return "?" in SPEECH.sub("", text[stretch[0] : ends.end() if ends else len(text)])


def _is_half(text: str, stretch: Stretch) -> bool:
    """Say whether a piece is half of something: "saturday and | sunday so I don't sit down"."""
    before = text[: stretch[0]]
    if _JOINED.search(before):
        return not _CLAUSE.match(text, stretch[0])
    return bool(_SUBJECT.match(text, stretch[0]) and not is_clause(text[slice(*stretch)], text))


def _is_cut_speech(text: str, stretch: Stretch) -> bool:
    """Say whether a stretch is what somebody said, without its marks."""
    starts, ends = stretch
    is_opened = _OPENED.search(text[:starts]) is not None
    is_inside = UNCLOSED.search(text[:starts]) and _CLOSED_LATER.search(text[starts:])
    return is_opened or bool(is_inside) or text[ends:].startswith(CLOSES)


def _weighed_by(weights: Weights, runs: Shares) -> Shares:
    """Give runs with shares that sum, in each part, to what it weighs and what they had in it."""
    all_weigh = sum(weights.shares)
    if len(weights.parts) <= 1 or not all_weigh:
        return runs
    found = runs.copy()
    for part, weighs in zip(weights.parts, weights.shares, strict=True):
        had = share(runs, part)
        now = BY_WEIGHT * weighs / all_weigh + (1 - BY_WEIGHT) * had
        found[_inside(runs, part), 2] *= now / max(had, LEAST)
    return found


def share(runs: Shares, stretch: Stretch) -> float:
    """Say how likely the point stands in a stretch, 0 to 1."""
    return float(runs[_inside(runs, stretch), 2].sum())


def _inside(runs: Shares, stretch: Stretch) -> NDArray[np.bool_]:
    starts, ends = stretch
    inside: NDArray[np.bool_] = (runs[:, 0] >= starts) & (runs[:, 1] <= ends)
    return inside


def worth(text: str, stretch: Stretch, runs: Shares) -> float:
    """Say what a stretch is worth: its share, more where it says a wish or feeling, less a word."""
    return felt(text, stretch) * share(runs, stretch) - A_WORD * _many(text, stretch)


def felt(text: str, stretch: Stretch) -> float:
    """Say by how much a stretch is likelier for the wish or feeling that it says."""
    return FELT if _FEELS.search(text[slice(*stretch)]) else 1.0


def _many(text: str, stretch: Stretch) -> int:
    return len(text[slice(*stretch)].split())
