"""The plain facts of a message: who it is about, how many of what, and how much time there is."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from aftershift.engines.language.phrases import words_in

_KIN = (
    "mother-in-law|father-in-law|sister-in-law|brother-in-law|wife|husband|partner|boyfriend|girlfriend|fiance|fiancee|ex|mum|mom|mother|dad|father|sister|"
    "brother|son|daughter|kid|kids|children|child|baby|toddler|teenager|nan|gran|granddad|"
    "grandmother|grandfather|aunt|uncle|cousin|niece|nephew|in-laws|"
    "parents|family|flatmate|housemate|roommate|best friend|friend|friends|mate|neighbour|dog|cat"
)
_TRADE = (
    "charge nurse|ward manager|line manager|manager|matron|consultant|registrar|attending|"
    "resident|senior|boss|supervisor|mentor|preceptor|student|colleague|coworker|team|sister in "
    "charge|team leader|crew mate|crewmate|partner on the rig|lead|educator|head nurse|director|"
    "receptionist|porter|midwife|surgeon|anaesthetist|pharmacist|healthcare assistant|relatives"
)
_OWN = re.compile(rf"\bmy (?:own )?((?:{_TRADE})|(?:{_KIN}))\b(?!')")
_THE = re.compile(rf"\b(?:the|our|this|a) ((?:{_TRADE}))\b(?!')")
_NUMBER = (
    r"\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|eighteen|twenty|thirty|forty|fifty"
)
_UNIT = (
    "hours|nights|days|weeks|months|years|shifts|long days|earlies|lates|patients|beds|kids|"
    "children|times|calls|messages|admissions|jobs|codes|weekends|handovers|"
    "night shifts|day shifts|on-calls|breaks"
)
_MANY = re.compile(rf"\b({_NUMBER})[ -](?:(?:straight|solid|bloody|whole|more) )?({_UNIT})\b")
_MINUTES = re.compile(
    r"\b(\d{1,3}|two|three|five|ten|fifteen|twenty|thirty) ?(?:min|mins|minutes)\b"
)
_LITTLE = re.compile(r"\b(?:a minute|one minute|a sec|thirty seconds|30 seconds|1 min)\b")
_WORDS = {
    "two": 2, "three": 3, "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip
_SPELT = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip
# Words that may stand before a noun, up to two others between them.
_BEFORE_NOUN = frozenset({
    "my", "the", "our", "his", "her", "their", "your", "a", "an", "this", "that", "these", "those",
    "some", "no", "one", "two",
})  # fmt: skip
FEW, AGAIN = 8, 2  # words of a message that is plainly about the one thing in it; times said
NOBODY = ""
SOMEBODY = "the other person"


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """Who a message is about ("your sister", "the matron"), and how many of what, if it says."""

    who: str = NOBODY
    amount: str = ""  # "twelve hours"


def facts_in(text: str) -> Facts:
    """Notice the facts of a clean text."""
    return Facts(who=_who(text), amount=_amount(text))


def thing_in(said: Sequence[str], things: Collection[str]) -> str:
    """Name the thing that clean texts are about ("the cake"); "" where that is not plain.

    A known noun counts where it stands as one ("that old cake"): said twice, or in few words now.
    """
    counts: Counter[str] = Counter()
    for at, text in enumerate(said):
        words = words_in(text)
        is_plain = at == len(said) - 1 and len(words) <= FEW
        for place in range(len(words)):
            noun = _noun_at(words, place, things)
            counts[noun] += AGAIN if is_plain else 1
    counts.pop("", None)
    noun, often = max(counts.items(), key=lambda one: one[1], default=("", 0))
    return f"the {noun}" if often >= AGAIN else ""


def _noun_at(words: Sequence[str], at: int, things: Collection[str]) -> str:
    if not _BEFORE_NOUN.intersection(words[max(0, at - 3) : at]):
        return ""
    both = " ".join(words[at : at + 2])
    return next((noun for noun in (both, words[at]) if noun in things), "")


def minutes_in(text: str) -> int | None:
    """Say how many minutes somebody says that there are, if any."""
    if _LITTLE.search(text):
        return 1
    found = _MINUTES.search(text)
    if found is None:
        return None
    return int(found[1]) if found[1].isdecimal() else _WORDS[found[1]]


def people_in(said: Sequence[str]) -> tuple[str, ...]:
    """Name those whom some clean texts speak of ("your sister"), the latest named first."""
    return tuple(dict.fromkeys(one for text in reversed(said) for one in reversed(_people(text))))


def _people(text: str) -> list[str]:
    found = [(one.start(), f"your {one[1]}") for one in _OWN.finditer(text)]
    found += [(one.start(), f"the {one[1]}") for one in _THE.finditer(text)]
    return [one for _at, one in sorted(found)]


def _who(text: str) -> str:
    """Name the one person that a text is about; of several, the one that is named twice."""
    counts = Counter(_people(text)).most_common(2)
    if len(counts) == 1 or (len(counts) > 1 and counts[0][1] > counts[1][1]):
        return counts[0][0]
    return NOBODY


def _amount(text: str) -> str:
    found = _MANY.search(text)
    if found is None:
        return ""
    number = found[1]
    if number.isdecimal() and 1 < int(number) < len(_SPELT):
        number = _SPELT[int(number)]
    return f"{number} {found[2]}"
