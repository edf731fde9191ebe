"""A moment that was told of, as words to who was part of it may begin with it.

"she went out to the barn before the house" becomes "you went out to the barn before the house",
behind "What stays with me is how"; and "I turned my badge round" may be what they do not know yet.
Words for a purpose hold nothing of a matter, a moment that was told of does. Only what was seen to
be done is taken: not what somebody is, thinks, says, never or always does.

Reference: an observation apart from what one makes of it, before feeling and request (Rosenberg,
Nonviolent Communication, 2003).
"""

import re
from collections.abc import Iterator, Sequence

from aftershift.engines.coach.own_words.coming_back import by_worth
from aftershift.engines.coach.own_words.gravity import is_grave, is_harsh, is_of_loss
from aftershift.engines.coach.own_words.pointing import Pointer
from aftershift.engines.coach.own_words.second_person import to_them
from aftershift.engines.coach.own_words.whom import PRONOUNS, Whom
from aftershift.engines.language.phrases import words_in

FEWEST, MOST = 5, 20  # words of an observation
TELLS_SOMETHING = 7  # words of one of the person's own from where on it goes first
_DONE = (  # verbs in the past that end otherwise than in "ed"
    "asked me|ate|began|bent|bought|brought|built|came|caught|chose|crept|cut|did|drank|drew|drove|"
    "fed|fell|flew|fought|found|gave|got me|grew|heard|held|hid|hung|kept|knelt|knitted|laid|leant|"
    "leapt|learnt|left|lent|let|lit|lost|made|met|paid|picked|put|quit|ran|rang|read|rode|rose|"
    "sang|sank|sat|saw|sent|set|shook|shut|slept|slid|sold|spent|sprang|spun|stood|stuck|swam|"
    "swept|swung|taught|texted|threw|took|tore|understood|used to|walked|went|wept|woke|won|wore|"
    "wrote"
)
_ADVERBS = r"(?:(?:just|still|also|even|then|only|already|once|actually|literally|really|both) )*"
_ENDS_ED = (  # and what ends in "ed" and is seen by nobody, or is a charge
    r"(?!(?:ask|need|want|hat|lik|lov|believ|hop|look|sound|seem|happen|liv|work|di|deserv|"
    r"remember|decid|intend|refus|fail|lie|pretend|manag|expect|suppos|us|mark|shout|yell|scream|"
    r"accus|blam|punish|threaten|cheat|mock|insult|ne|fe|se)ed\b)[a-z]+ed"
)
_DOES_KINDLY = (  # what somebody does again and again is a charge as often as not, but not this
    r"(?:bakes|brings|carries|cooks|fixes|hums|irons|knits|mends|packs|pours|reads|sews|sings|"
    r"teaches|waits|warms|washes|wears|makes (?:me|us|my|our))"
    r"(?!.*\b(?:if|when|would|will|might|away|never|only|but|not)\b)"
)
_DID = re.compile(rf"{_ADVERBS}(?:{_DONE}|{_ENDS_ED}|{_DOES_KINDLY})\b(?!')", re.IGNORECASE)
_I_DID = re.compile(
    rf"I (?:{_ADVERBS}(?:{_DONE}|{_ENDS_ED}|shouted|yelled|turned|pretended|had (?:the|my|it)|"
    rf"was (?:the|there|on|in|at|with)|said (?:no|yes|nothing))|(?:'ve|have) been \w+ing)\b|"
    r"I've been (?:\w+ )?\w+ing\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[.!?;:\n()]+|\s[-–—]+\s|,? (?:but|because|cos|coz|so|though|tho|while|since|which|if)\b|"
    r",? and (?:said|told|asked)\b|,? and (?=(?:\w+'s|\w+ (?:is|are)|shes|hes|i|we|it|that|this|my|"
    r"our|the|now|then|nobody|everybody)\b)|"
    r", (?=(?:i|we|it|that|this|my|our|no|not|like|just|then|now|which|who)\b)|\blol\b|\bhaha\w*",
    re.IGNORECASE,
)
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_LEADS = re.compile(
    r"^(?:\W|(?:and|but|so|then|well|yes|yeah|no|also|anyway|today|yesterday|once|tonight|like|now|"
    rf"last (?:week|night|month|year|{_DAYS})|this morning|on {_DAYS}|one (?:day|night|time)|"
    r"the other (?:day|night|week)|(?:that|next|first) (?:day|night|evening|morning)|i mean|"
    r"the thing is|afterwards|apparently|honestly)\b)*",
    re.IGNORECASE,
)
_EDGES = re.compile(r"^\W+|[^\w)]+$")
_SPLICED = re.compile(r", (?:and )?(?:he|she|they|i) (?=[a-z]+)", re.IGNORECASE)
_ASIDE = re.compile(r",? to be (?:fair|honest)(?: (?:to|with) you)?$", re.IGNORECASE)
_HALF = re.compile(
    r"\b(?:the|an?|my|your|our|and|but|or|to|of|with|for|because|so|that|if|when|said|says|me and|"
    r"was|is|were|how|what|who|at|like|as|it that|is that)$",
    re.IGNORECASE,
)
_WHEN = r"(?:when you (?:was|were) [^,]*?,? )?"
_UNCLEAR = re.compile(  # what it was done to stands elsewhere, or who did it
    rf"{_WHEN}(?:you|i) (?:\w+ ){{1,2}}?(?:(?:it|them)\b|"
    r"th(?:is|at)(?= (?:to|for|at|on|in|out|of)\b|$))|"
    rf"{_WHEN}you (?:\w+ ){{1,2}}?you\b|"
    r".*\b(?:say sorry|thought|(?:did not|didn'?t) want|not (?:me|us)|the one|of one|one of)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"[\"“”«»]|(?<!\w)['\u2018]|\b(?:said(?! (?:no|yes)\b)|says|told|goes|asked (?:if|what|why))\b"
)


def observation(told: Sequence[str], whom: Whom, pointer: Pointer) -> str:
    """Give what somebody did, as it is said to them, in the passage that weighs most; "" if none.

    "you took a second plate and put your hand on my shoulder": it follows on "how".
    """
    names = "|".join(re.escape(one) for one in (whom.named, whom.pronoun) if one)
    if not names:
        return ""
    subject = rf"(?:when (?:{names}) (?:was|were) [^,]{{1,24}},? )?(?:{names}) "
    did = re.compile(subject + _DID.pattern, re.IGNORECASE)
    said = next(_heaviest(told, whom, pointer, did), ("",))[0]
    return f"{said[:1].lower()}{said[1:]}"


def untold(told: Sequence[str], whom: Whom, pointer: Pointer) -> str:
    """Give what the person did themselves, as they told it to us, the heaviest; "" where none.

    "I stood there with the doors open.": a whole sentence, or two that stood together.
    """
    found = (_in_a_row(one) for one in _heaviest(told, whom, pointer, _I_DID))
    return max(found, key=lambda said: len(said.split()) >= TELLS_SOMETHING, default="")


def _in_a_row(said: tuple[str, ...]) -> str:
    both = said[:2] if len(" ".join(said[:2]).split()) <= MOST else said[:1]
    return " ".join(f"{one[0].upper()}{one[1:]}." for one in both)


def _heaviest(
    told: Sequence[str], whom: Whom, pointer: Pointer, did: re.Pattern[str]
) -> Iterator[tuple[str, ...]]:
    """Give what was done, as it is said to them, of each passage in which something was."""
    for passage in by_worth(tuple(dict.fromkeys(told)), pointer):
        clauses = _ENDS.split(passage.replace("’", "'"))
        bare = (_EDGES.sub("", _LEADS.sub("", clause, count=1)) for clause in clauses)
        said = (_said(words, whom) for words in bare if did.match(words))
        if found := tuple(filter(None, said)):
            yield found


def _said(words: str, whom: Whom) -> str:
    words = _SPLICED.sub(" and ", words, count=1)
    said = _ASIDE.sub("", to_them(words, whom))
    others = {one for forms in PRONOUNS.values() for one in forms}
    if not said or _UNCLEAR.match(said) or others.intersection(words_in(said.lower())):
        return ""
    is_sayable = not (_SPOKEN.search(said) or _HALF.search(said) or "[" in said)
    is_heavy = is_grave(said) or is_harsh(said) or is_of_loss(said)
    return said if is_sayable and not is_heavy and FEWEST <= len(said.split()) <= MOST else ""
