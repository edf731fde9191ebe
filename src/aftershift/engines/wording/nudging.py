"""What a nudge of ours may not do: look for blame, wait for calm, compare. And what it does.

DO: a quarter of an hour of downtime, a need by its name, good enough instead of perfect. SKIP: the
blame game, waiting for a calmer time, comparing. A text is looked at by authored patterns; they
are for our own few lines, not for what people write.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from aftershift.engines.wording.cues import WordingError


class Do(StrEnum):
    """What the line of a week is about."""

    DOWNTIME = "downtime"
    NEED = "need"
    GOOD_ENOUGH = "good_enough"


class Skip(StrEnum):
    """What no line of ours does."""

    BLAME = "blame"
    WAITING = "waiting"
    COMPARING = "comparing"


@dataclass(frozen=True, kw_only=True, slots=True)
class Nudge:
    """One line for a week."""

    do: Do
    says: str

    def __post_init__(self) -> None:
        if found := skips_in(self.says):
            raise WordingError(f"{self.do}: a nudge with {', '.join(found)}")


_OTHER = r"(?:he|she|they|your (?:partner|wife|husband|other half)|the other|whoever)"
_CALM = r"(?:things|life|work|it|the ward|the rota|the roster|everything|both of you|you)"
_EASES = (
    r"(?:calms?|quietens?|settles?|slows?|eases?|calmed|(?:is|are) (?:calm|quiet|quieter)|"
    r"gets? (?:calmer|quieter|easier|better))"
)
_THEM = r"(?:couples|partners|families|nurses|doctors|people|parents|teams)"
_PEERS = r"your (?:friends|parents|colleagues)"
_AVERAGE = (
    r"(?:other|most|his|hers|theirs|the others|average|everybody|everyone|anybody|"
    rf"{_PEERS})"
)
_PATTERNS: dict[Skip, tuple[str, ...]] = {
    Skip.BLAME: (
        r"\b(?:whose|who(?:'s| is)?|which of you(?: is)?) (?:to blame|at fault|fault)\b",
        r"\b(?:your|his|her|their) (?:own )?fault\b",
        r"\b(?:is|are|was|were) to blame\b|\bblame (?:him|her|them|your)\b",
        rf"\b{_OTHER} (?:always|never|started (?:it|this)|made you|(?:is|are) wrong)\b",
        r"(?:^|[.:;,] )you (?:always|never) (?!have to|need to|owe)",
        r"\b(?:prove|show|tell) (?:him|her|them) (?:that )?(?:you(?:'re| are) right|wrong)",
        r"\bwho (?:(?:is|was) (?:right|wrong)|started it)\b|\bkeep score\b",
    ),
    Skip.WAITING: (
        rf"\b(?:when|once|until|till|after|as soon as) {_CALM} (?:\w+ )?{_EASES}\b",
        r"\bwait(?:ing)? (?:for|until) (?:a |the )?(?:calm|calmer|quiet|quieter|better|right)\b",
        r"\b(?:wait|leave it|put it off) until (?:the )?(?:busy|hard|winter|exam|summer)\b",
        r"\bone day\b.{0,30}\b(?:calm|quiet)\b|\bsome ?day\b|\bwhen there is (?:more )?time\b",
    ),
    Skip.COMPARING: (
        rf"\b(?:other|most|happy|normal) {_THEM} (?:\w+ )?(?:do|have|manage|find|make|talk|cope)\b",
        rf"\b(?:better|worse|more|less|harder|easier|luckier) than {_AVERAGE}\b",
        rf"\b(?:like|as) (?:(?:other|normal|happy) {_THEM}|everybody|everyone else|{_PEERS})\b",
        r"\bcompared? (?:to|with) (?:other|his|hers|theirs|most|your)\b",
        r"\bwho (?:has|had) the (?:worse|harder|longer)\b|\bhas it (?:worse|harder|easier)\b",
        r"\bwho (?:does|did|works|worked) (?:more|less|harder)\b",
    ),
}
_SKIPS = tuple(
    (skip, re.compile(pattern, re.IGNORECASE))
    for skip, patterns in _PATTERNS.items()
    for pattern in patterns
)


def skips_in(text: str) -> tuple[Skip, ...]:
    """Name what a text does that a nudge may not do, each once."""
    return tuple(dict.fromkeys(skip for skip, pattern in _SKIPS if pattern.search(text)))
