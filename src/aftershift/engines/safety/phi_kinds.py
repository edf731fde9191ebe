"""What can be found in a message that must not leave, and how each is masked."""

from dataclasses import dataclass
from enum import StrEnum

Masked = str  # clean text in which what was found already is blotted out, letter by letter
BLOT, BED = "\x00", "\x01"  # a bed keeps a blot of its own: a name may stand beside it


class Kind(StrEnum):
    """Kinds of words that lead to a patient."""

    NAME = "patient_name"
    RECORD = "record_number"
    NATIONAL = "national_number"
    BIRTH = "birth_date"
    DATE = "date"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    ROOM = "room_bed"
    AGE = "age_over_89"
    RARE = "rare_person"
    URL = "url_or_handle"
    DEVICE = "device_or_plate"


MASKS = {
    Kind.NAME: "[name]",
    Kind.RECORD: "[number]",
    Kind.NATIONAL: "[number]",
    Kind.BIRTH: "[date]",
    Kind.DATE: "[date]",
    Kind.PHONE: "[phone]",
    Kind.EMAIL: "[email]",
    Kind.ADDRESS: "[address]",
    Kind.ROOM: "[bed]",
    Kind.AGE: "[age]",
    Kind.RARE: "[somebody]",
    Kind.URL: "[link]",
    Kind.DEVICE: "[number]",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """One span: code points from `start` up to `end`, and what it is."""

    start: int
    end: int
    kind: Kind

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            reason = f"{self.kind}: a span of no letters"
            raise ValueError(reason)


def is_blotted(text: Masked) -> bool:
    """Say whether something in a stretch of text was found already."""
    return BLOT in text or BED in text


def blotted(text: Masked, found: list[Found]) -> Masked:
    """Blot out what was found, so that no later rule finds it again."""
    letters = list(text)
    for one in found:
        blot = BED if one.kind is Kind.ROOM else BLOT
        letters[one.start : one.end] = blot * (one.end - one.start)
    return "".join(letters)
