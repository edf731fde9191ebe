"""Numbers in a text about to leave: which are claims about the world, and which we can stand for.

Times, dates, hours together, steps and telephone numbers are no claims. Shares, ratios, multiples,
sizes of studies and effects are, and each must be a figure of the ledger, in a sentence that is
about what the ledger says it of.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from aftershift.engines.safety.authored import pattern_of
from aftershift.engines.safety.output_kinds import Claim

WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "fifteen": "15",
    "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60",
    "seventy": "70", "eighty": "80", "ninety": "90", "hundred": "100",
}  # fmt: skip
IDIOMS = frozenset({"100 percent", "110 percent", "0 percent"})  # "you both gave 100 per cent"
_N = rf"(?:\d{{1,9}}(?:[.,]\d{{1,9}})?|(?:{'|'.join(WORDS)})(?:[ -](?:{'|'.join(WORDS)}))?)"
_PEOPLE = (
    r"(?:people|nurses?|doctors?|physicians?|surgeons?|residents?|paramedics?|midwives|staff|"
    r"workers?|clinicians?|couples?|marriages?|partners?|relationships?|divorces?|women|men|"
    r"mothers|fathers|parents|patients?|incidents?|errors?|mistakes?|arguments?|conflicts?|"
    r"employees|teams?|hospitals?|separations?)"
)
_WHOSE = r"(?:all |us |uk |american |british |young |married |female |male |shift |safety ){0,2}"
_PART = r"(?:half|(?:a|one|two|three|four) (?:third|quarter|fifth|tenth)s?)"
_RISK = r"(?:risk|rates?|chances?|odds|likelihood|probability)"
_MANY = rf"(?:(?:{_N}|several) times|twice) (?:as|more|less|higher|lower|the)"
_STUDY = r"(?:study|trial|survey|review|sample|poll|cohort|meta-analysis|analysis)"
_SORTS = (
    rf"{_N}(?: ?(?:-|to) ?{_N})?\s{{0,3}}(?:percent|per cent)(?: points?)?",
    rf"{_N} (?:in|out of|of every|in every) {_N}",
    rf"{_PART} of {_WHOSE}{_PEOPLE}",
    rf"by (?:about |almost |nearly |over |up to )?{_PART}(?! (?:past|to|an|a)\b)",
    rf"{_MANY} (?:likely|common|often|happy|unhappy|high|satisfied|effective|productive|{_RISK})",
    rf"{_N} times (?:likelier|happier|healthier|closer|safer|calmer|higher|riskier|bigger|better)",
    r"(?:two|three|four|five|ten|\d{1,3})[ -]?fold",
    rf"(?:doubl|tripl|halv|quadrupl)(?:e|es|ed|ing) (?:the|your|their|his|her|its|this) {_RISK}",
    r"\d{1,3} ?: ?\d(?![\d:])",
    rf"ratio (?:of |is )?{_N} ?(?:to|:) ?{_N}|{_N} to {_N} ratio",
    rf"{_STUDY} (?:of|with|in|among) (?:about |over |some |more than )?(?:{_N})",
    r"\d[\d,]{0,9} (?:studies|trials|surveys|participants|respondents)",
    r"(?:d|r|g|n|p|or|rr|hr|smd|rho|beta|ci) {0,2}[=<>] {0,2}-?\.?\d{1,9}",
)
_FIGURE = re.compile(rf"(?<![a-z0-9.,:])(?:{'|'.join(_SORTS)})(?![a-z0-9])")
_PARTED = re.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True)
class Ledger:
    """The numbers that may be said, made ready once."""

    claims: tuple[Claim, ...]
    _about: Mapping[str, tuple[tuple[re.Pattern[str], ...], ...]] = field(init=False)

    def __post_init__(self) -> None:
        about: dict[str, list[tuple[re.Pattern[str], ...]]] = defaultdict(list)
        for claim in self.claims:
            words = tuple(re.compile(pattern_of(one)) for one in claim.about)
            for figure in claim.figures:
                about[plain(figure)].append(words)
        object.__setattr__(self, "_about", {key: tuple(some) for key, some in about.items()})

    def holds(self, figure: str, sentence: str) -> bool:
        """Say whether a figure is one that we can stand for, of what the sentence is about."""
        known = self._about.get(plain(figure), ())
        return any(all(one.search(sentence) for one in words) for words in known)


def figures(sentence: str) -> Iterator[tuple[int, int]]:
    """Find every number of a clean sentence that claims something about the world."""
    yield from (
        one.span() for one in _FIGURE.finditer(sentence) if plain(one.group()) not in IDIOMS
    )


def plain(figure: str) -> str:
    """Write a figure in one way: digits for words, a point, one space; a part without its whole."""
    if part := re.search(rf"\b{_PART}\b", figure):
        return part.group()
    said = figure.replace("per cent", "percent").replace(",", ".")
    words = (WORDS.get(one, one) for one in _PARTED.split(said.strip()))
    return " ".join(word for word in words if word != "to")
