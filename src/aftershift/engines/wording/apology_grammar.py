"""Parts of an apology that show by who did what when, beside those that cues show."""

import re
from collections.abc import Callable, Iterator

from aftershift.engines.language.cleaning import clean
from aftershift.engines.wording.apology_parts import Part, Trap
from aftershift.engines.wording.cues import Hit
from aftershift.engines.wording.tenses import Told, is_participle, is_past, told

# Of these, "I ..." tells of no act that somebody was hurt by; nor "you ..." of what they met.
NO_ACT = frozenset(
    {
        *("apologised", "apologized", "wanted", "hoped", "thought", "felt", "knew", "had", "meant"),
        *("tried", "loved", "regretted", "wished", "needed", "understood", "owned", "realised"),
        *("realized", "learned", "learnt", "heard", "saw", "bought", "liked", "fixed", "enjoyed"),
        *("let", "failed", "hurt", "caused", "deserved", "supposed", "expected", "noticed", "paid"),
    }
)
NO_HARM = frozenset(
    {
        *("asked", "told", "wanted", "started", "knew", "taught", "trusted", "called", "began"),
        *("thought", "did", "liked", "loved", "made", "used", "chose", "meant", "happened", "bet"),
        *("decided", "promised", "let", "put", "read", "cut", "hit", "shouted", "wound", "needed"),
    }
)
NO_REPAIR = frozenset(
    {"forget", "forgive", "understand", "survive", "miss", "carry", "love", "regret", "live"}
    | {"remember", "admit", "be", "never", "always", "have", "feel", "know", "hate", "die"}
)
NOT_DONE_YET = frozenset(
    {"been", "had", "said", "apologised", "apologized", "known", "felt", "thought", "wanted"}
    | {"never", "no", "not", "got", "done", "hurt", "let", "lost", "forgotten", "broken", "missed"}
    | {"given", "behaved", "acted", "caused", "spent", "become", "seen", "heard", "failed", "come"}
)
AS_SORRY = frozenset({"sorry", "i'm", "im", "i"})  # "I said sorry"
OWN_OF_ME = re.compile(r"(?<![a-z0-9'])[a-z]+ of me(?![a-z0-9])")
NOT_OF_ME = frozenset({"because", "care", "instead", "front", "all", "rid", "think", "thought"})
NOT_OF_ME |= {"ahead", "best", "rest", "most", "part", "half", "side", "tired", "ashamed", "much"}


# "Sorry I was short with you this morning, but you ...", however late the "but" comes.
LATE_BUT = re.compile(
    r"(?<![a-z0-9'])(?:sorry|apologi[sz]e)\b[^.!?\n]{0,200}?\b(?:but|however|though)"
    r"(?= (?:you|u|i|it|the|there|we|they|he|she|someone|somebody|frankly|honestly|my|your)\b)"
)


def by_grammar(text: str) -> Iterator[Hit]:
    """Find what I did, what you met, what I will do, "cruel of me", and a late "but"."""
    cleaned = clean(text)
    for part, starts, ends in _found(cleaned.text):
        begins, closes = cleaned.original(starts, ends)
        yield Hit(sign=part, starts=begins, ends=closes)


def _found(text: str) -> Iterator[tuple[Part | Trap, int, int]]:
    for part, subject, shows in RULES:
        for one in told(subject, text):
            if shows(one):
                yield part, one.starts, one.ends
    for found in LATE_BUT.finditer(text):
        yield Trap.BUT, found.start(), found.end()
    for found in OWN_OF_ME.finditer(text):
        if found[0].split()[0] not in NOT_OF_ME:
            yield Part.MINE, found.start(), found.end()


def _is_act(one: Told) -> bool:
    return is_past(one.verb) and one.verb not in NO_ACT and one.after not in AS_SORRY


def _is_left_undone(one: Told) -> bool:
    unsaid = {"mean", "want", "think", "know", "intend", "realise", "realize", "do", "like"}
    return one.verb not in unsaid


def _is_met(one: Told) -> bool:
    return is_past(one.verb) and one.verb not in NO_HARM


def _is_undergone(one: Told) -> bool:
    return is_participle(one.verb) and one.verb not in NO_HARM | {"got", "been", "said"}


def _is_planned(one: Told) -> bool:
    return one.verb not in NO_REPAIR


def _is_done(one: Told) -> bool:
    return is_participle(one.verb) and one.verb not in NOT_DONE_YET


RULES: tuple[tuple[Part, str, Callable[[Told], bool]], ...] = (
    (Part.DID, "(?<!what )i", _is_act),
    (Part.DID, "i (?:didn'?t|did not|wasn'?t|was not|haven'?t)", _is_left_undone),
    (Part.HARM, "(?:you|u)", _is_met),
    (Part.HARM, "(?:you|u)(?:'ve| have| could have| might have)", _is_undergone),
    (Part.REPAIR, "(?:i'?ll|i will|i shall|i'?m going to|i am going to|i'?m gonna)", _is_planned),
    (Part.REPAIR, "(?:i'?ve|i have)", _is_done),
)
