"""What is said of each kind of number: its rule, model and sources, and how sure it is."""

from dataclasses import dataclass
from enum import StrEnum

from aftershift.engines.windows.overlap import WindowsError

LONGEST_SHORT = 260  # letters; it stands beside a number


class Chapter(StrEnum):
    """What a number is about, in the order of the page."""

    TOGETHER = "together"
    SLEEP = "sleep"
    BODY = "body"
    PLANS = "plans"
    ROSTER = "roster"


@dataclass(frozen=True, kw_only=True, slots=True)
class Explanation:
    """One kind of number, explained in plain words.

    `short` stands beside the number. `rule` are the steps by which it is made, `model` who made
    the model, `sure` how far to trust it, `judgement` what in it nobody measured and we decided.
    What has no source is a judgement: one of the two is always there.
    """

    id: str
    chapter: Chapter
    place: int  # in its chapter
    title: str
    short: str
    says: str
    rule: tuple[str, ...]
    model: str
    sure: str
    sources: tuple[str, ...] = ()
    judgement: str = ""

    def __post_init__(self) -> None:
        told = (self.title, self.short, self.says, self.model, self.sure, *self.rule, *self.sources)
        for holds, reason in (
            (self.rule and all(one.strip() for one in told), "something is left empty"),
            (self.sources or self.judgement, "neither a source nor a judgement"),
            (len(self.short) <= LONGEST_SHORT, "short: too long to stand beside a number"),
        ):
            if not holds:
                raise WindowsError(f"explanation {self.id}: {reason}")
