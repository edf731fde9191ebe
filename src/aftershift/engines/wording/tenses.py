"""Who did something, by the little English grammar that a cue list cannot hold.

An apology tells of what I did and what you met, in the past, and of what I will do. A behaviour is
told in the past too; what somebody is, they are in the present. Judged by the word after the
subject, so it errs where a verb looks like another word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Verbs whose past does not end in -ed, as people write them.
IRREGULAR = frozenset(
    {
        *("ate", "beat", "became", "began", "bent", "bet", "bit", "blew", "bought", "broke"),
        *("brought", "built", "burnt", "burst", "called", "came", "caught", "chose", "clung"),
        *("cost", "crept", "cut", "dealt", "did", "drank", "drew", "dreamt", "drove", "dug"),
        *("fed", "fell", "felt", "fled", "flew", "forbade", "forgot", "forgave", "fought"),
        *("found", "froze", "gave", "got", "grew", "had", "heard", "held", "hid", "hit"),
        *("hung", "hurt", "kept", "knew", "laid", "lay", "led", "left", "lent", "let"),
        *("lied", "lit", "lost", "made", "meant", "met", "paid", "put", "quit", "ran"),
        *("rang", "read", "rode", "rose", "said", "sang", "sat", "saw", "sent", "set"),
        *("shook", "shot", "shut", "slammed", "slept", "slid", "smelt", "sold", "sought"),
        *("spat", "spent", "split", "spoke", "stole", "stood", "struck", "stuck", "stung"),
        *("swept", "swore", "swung", "taught", "thought", "threw", "told", "took", "tore"),
        *("understood", "went", "withheld", "woke", "won", "wore", "wound", "wrote"),
        *("overslept", "overheard", "undid", "rewrote", "cried", "tried", "denied", "fibbed"),
        *("blabbed", "mucked"),
    }
)
PARTICIPLES = IRREGULAR | {
    *("been", "begun", "bitten", "blown", "broken", "chosen", "come", "done", "drawn"),
    *("driven", "drunk", "eaten", "fallen", "flown", "forgotten", "frozen", "given"),
    *("gone", "grown", "hidden", "known", "ridden", "risen", "rung", "seen", "shaken"),
    *("shown", "spoken", "stolen", "sung", "sworn", "taken", "thrown", "torn", "woken"),
    *("worn", "written", "got", "withdrawn", "withheld", "overslept", "let"),
}
NO_VERB = frozenset({"need", "feed", "speed", "bed", "red", "indeed", "exceed", "proceed", "tired"})
ADVERBS = (
    r"(?:just|really|even|then|also|only|never|always|completely|totally|simply|still|both|all|"
    r"probably|ever|actually|deliberately|nearly|clearly|literally|honestly|later|already)"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """A verb with its subject, by its place in a clean text; `verb` and the word `after` it."""

    verb: str
    after: str
    starts: int
    ends: int


def is_past(word: str) -> bool:
    """Say whether a word is likely a verb in the past."""
    return word in IRREGULAR or (len(word) > 3 and word.endswith("ed") and word not in NO_VERB)


def is_participle(word: str) -> bool:
    """Say whether a word is likely what follows "have"."""
    return word in PARTICIPLES or is_past(word)


def told(subject: str, clean_text: str) -> Iterator[Told]:
    """Give each verb that follows a subject (a pattern), adverbs between them left out."""
    pattern = rf"(?<![a-z0-9'])(?:{subject}) (?:{ADVERBS} )*([a-z']+)(?=(?: ([a-z']+))?)"
    for found in re.finditer(pattern, clean_text):
        yield Told(verb=found[1], after=found[2] or "", starts=found.start(), ends=found.end())
