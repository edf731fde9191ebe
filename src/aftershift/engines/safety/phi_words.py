"""The words that say of a name or a number that it is a patient's, or that it is not."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from aftershift.engines.safety.name_head import NameHead

STEM = "*"
SHORTEST_STEM = 3  # letters before the star
LONGEST_PHRASE = 4  # words

Splitter = Callable[[str], Sequence[str]]  # a phrase becomes words as a message does


def listed(words: str) -> frozenset[str]:
    """Read a table of words that stand apart by blanks."""
    return frozenset(words.split())


class PhiError(Exception):
    """A list of words that cannot be used; the message names the list and the reason."""


class Role(StrEnum):
    """What a word can be in a sentence about work and home."""

    PATIENT_TITLE = "patient_title"
    STAFF_TITLE = "staff_title"
    STAFF_WORD = "staff_word"
    KIN = "kin"
    OWN = "own"
    PATIENT_NOUN = "patient_noun"
    DEAR = "dear"
    PATIENT_KIN = "patient_kin"
    DIAGNOSIS = "diagnosis"
    CLINICAL = "clinical"
    CARE = "care"
    CARE_SOFT = "care_soft"
    EVENT = "event"
    EVENT_SOFT = "event_soft"
    ORGAN = "organ"
    BELONGING = "belonging"
    SOFT = "soft"
    HOME = "home"
    TALK = "talk"
    EPONYM = "eponym"
    PLACE = "place"
    BRAND = "brand"
    CALENDAR = "calendar"
    FIRST_NAME = "first_name"
    WORD_NAME = "word_name"
    OPENER = "opener"
    RECORD_LABEL = "record_label"
    NATIONAL_LABEL = "national_label"
    PHONE_LABEL = "phone_label"
    INNOCENT_LABEL = "innocent_label"
    UNIT = "unit"
    DEVICE_LABEL = "device_label"
    VEHICLE = "vehicle"
    HANDLE_LABEL = "handle_label"
    ADMIN_DATE = "admin_date"
    BIRTH_LABEL = "birth_label"
    OWN_DATE = "own_date"
    ROOM = "room"
    EMPTY = "empty"
    STREET = "street"
    INNOCENT_STREET = "innocent_street"
    RARE = "rare"
    RARE_PLACE = "rare_place"


@dataclass(frozen=True, kw_only=True, slots=True)
class WordList:
    """Words of one role. `matches` is a sentence with something to hide, `spares` one without.

    A word may be a phrase of up to four words; a star at its end stands for any ending.
    """

    role: Role
    why: str
    matches: str
    spares: str
    words: tuple[str, ...]

    def __post_init__(self) -> None:
        for word in self.words:
            stem = word.endswith(STEM)
            if word != word.casefold() or not word.strip() or (stem and len(word) <= SHORTEST_STEM):
                reason = f"{self.role}: {word!r} is not in small letters, or too short a stem"
                raise PhiError(reason)


class PhiWords:
    """All lists, made ready to look words up, and the head on names; built once, then only read."""

    def __init__(self, lists: Iterable[WordList], split: Splitter, names: NameHead) -> None:
        self.names = names
        self._phrases: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
        self._stems: dict[str, set[Role]] = {}
        self._lengths: set[int] = set()
        for one in lists:
            for word in one.words:
                self._put(word, one.role, split)

    def _put(self, word: str, role: Role, split: Splitter) -> None:
        if word.endswith(STEM):
            stem = word.removesuffix(STEM)
            self._stems.setdefault(stem, set()).add(role)
            self._lengths.add(len(stem))
            return
        parts = tuple(split(word))
        if not 1 <= len(parts) <= LONGEST_PHRASE:
            reason = f"{role}: {word!r} has no word in it, or more than {LONGEST_PHRASE}"
            raise PhiError(reason)
        self._phrases.setdefault(parts[0], []).append((parts, role))

    def roles(self, words: Sequence[str]) -> list[set[Role]]:
        """Give each word of a text, in small letters, the roles that it can have."""
        found: list[set[Role]] = [self._stemmed(word) for word in words]
        for at, word in enumerate(words):
            for parts, role in self._phrases.get(word, ()):
                if tuple(words[at : at + len(parts)]) == parts:
                    for place in range(at, at + len(parts)):
                        found[place].add(role)
        return found

    def _stemmed(self, word: str) -> set[Role]:
        found: set[Role] = set()
        for length in self._lengths:
            if len(word) >= length:
                found |= self._stems.get(word[:length], set())
        return found
