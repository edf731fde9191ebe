"""What is said of somebody, turned into what is said to them: "she leaves" becomes "you leave".

Only the pronouns of one person are turned, and the noun or name that stands for them; the verb goes
along. Whoever speaks stays "I".
"""

import re

from aftershift.engines.coach.own_words.kin import is_still_about, with_pronoun
from aftershift.engines.coach.own_words.whom import PRONOUNS, Whom, pronouns_in

_AGREES = {
    "is": "are", "was": "were", "has": "have", "does": "do", "goes": "go",
    "isn't": "aren't", "wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't",
    "isnt": "aren't", "wasnt": "weren't", "hasnt": "haven't", "doesnt": "don't",
}  # fmt: skip
_AND_ITS_VERB = (
    r"(?P<aside>(?: (?:always|just|only|still|really|even|already|also|never))*) (?P<verb>[a-z']+)"
)
_DONE = (
    r"(?:just |already |never |always |only |even )?(?:had|been|got|done|made|said|told|lost|left|"
    r"taken|kept|heard|seen|asked|given|gone|put|known|learned|learnt|taught|brought|bought|raised|"
    r"waited|worked|helped|carried|covered|lived|called|changed|moved|started|stopped|written|"
    r"eaten|become|come|broken|chosen|driven|grown|sent|found|held|sat|stood|paid|won|met|shown)"
)
_DOES = (  # what somebody who does one thing does beside it: "you sit down and iron things"
    "is|was|has|does|goes|says|tells|asks|comes|takes|makes|gives|gets|puts|sits|stands|leaves|"
    "brings|sends|calls|rings|texts|writes|looks|laughs|cries|smiles|waits|sleeps|walks|drives|"
    "cooks|washes|irons|cleans|eats|drinks|works|pays|buys|thinks|knows|wants|likes|loves|hates|"
    "feels|keeps|holds|reads|sings|plays|talks|turns|starts|stops|opens|closes|throws|picks|shows|"
    "sees|hears|lets|helps|needs|watches"
)
_BESIDE = re.compile(
    rf"(?<=\byou )(?P<one>[^.!?;:]*?)(?P<and>,? (?:and|then|but) )(?P<verb>{_DOES})\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(  # may do what comes next
    r"\b(?:i|we|he|she|they|it|who|which|that|how|if|because|when)\b", re.IGNORECASE
)
_KEEPS_ITS_S = frozenset({"this", "his", "us", "its", "yes", "as", "less", "always"})
# After these "her" is who, before those it is whose.
_WHO = re.compile(
    r"\b(make|let|see|hear|watch|help|write|send|give|text|tell|told|show|bring|ask|want|need|like|"
    r"love) her\b(?! (?:own|laugh|hands?|voice)\b)",
    re.IGNORECASE,
)
_SEEN = re.compile(  # "seen her running"
    r"\b(seen|saw|heard|watched|caught|found|left|kept|remember|remembered) her\b(?= \w+ing\b)",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"\bher\b(?= (?!(?:a|an|the|this|my|our|some|any|no|nobody|something|anything|one|two|to|for|"
    r"about|that|and|but|in|on|at|with|how|what|when|if|again|too|alone|"
    r"not|i|is|was|be|off|out|up|back|so|then|now|once|first|straight|before|after|tonight|"
    r"tomorrow)\b)\w)",
    re.IGNORECASE,
)


def to_them(words: str, whom: Whom) -> str:
    """Turn words about somebody into words to them; "" where some of it would still be about."""
    if whom.named:
        words = with_pronoun(words, whom.named, whom.pronoun)
    if whom.pronoun:
        words = _turned(words, whom.pronoun)
    left = pronouns_in(words)
    is_about = is_still_about(words, whom.pronoun, whom.named)
    is_left = whom.pronoun in left or (left and not whom.pronoun)
    return "" if is_about or is_left else words


def _turned(words: str, pronoun: str) -> str:
    who, whose = PRONOUNS[pronoun][1:3]
    words = _each(rf"{pronoun}'?s(?= (?:{_DONE})\b)", "you've", words)
    words = _each(rf"{pronoun}'?s(?= \w)", "you're", words)
    words = _each(rf"{pronoun}(?='(?:re|ve|ll|d)\b)", "you", words)
    words = re.sub(rf"\b{pronoun}\b{_AND_ITS_VERB}", _agreed, words, flags=re.IGNORECASE)
    while (also := _BESIDE.sub(_agreed_too, words)) != words:
        words = also
    if pronoun == "she":
        words = _WHOSE.sub("your", _SEEN.sub(r"\1 you", _WHO.sub(r"\1 you", words)))
    else:
        words = _each(whose, "your", words)
    words = _each("(?:him|her)self", "yourself", _each("themselves", "yourselves", words))
    return _each(rf"(?:{who}|{pronoun})", "you", words)


def _each(pattern: str, said: str, words: str) -> str:
    return re.sub(rf"\b{pattern}\b", said, words, flags=re.IGNORECASE)


def _agreed(found: re.Match[str]) -> str:
    """Let a verb that went with "she" go with "you"."""
    return f"you{found['aside']} {_for_you(found['verb'].lower())}"


def _agreed_too(found: re.Match[str]) -> str:
    """Let a verb that stands beside it do so, where it is nobody else's."""
    if _ANOTHER.search(found["one"]):
        return found[0]
    return f"{found['one']}{found['and']}{_for_you(found['verb'].lower())}"


def _for_you(verb: str) -> str:
    if verb in _AGREES:
        return _AGREES[verb]
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    if verb.endswith(("sses", "shes", "ches", "xes")):
        return verb[:-2]
    keeps = not verb.endswith("s") or verb.endswith("ss") or verb in _KEEPS_ITS_S
    return verb if keeps else verb[:-1]
