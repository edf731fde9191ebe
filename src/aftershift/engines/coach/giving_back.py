"""What somebody's own words are given back in, where nothing else is known for a message.

The few words that carry the point, in quotation marks (`pointing`); a clause turned to "you", where
that is also the point, or where no words are plain (`echoing`); or the last few words of a short
message.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from aftershift.engines.coach.drafts import Here, Piece
from aftershift.engines.coach.echoing import echoed, turned
from aftershift.engines.coach.noticing import last_words
from aftershift.engines.coach.pointing import pointed
from aftershift.engines.language.phrases import words_in

RESTS = 4  # lines between two times that the last words are given back
RESTS_ECHO = 2  # and between two times that a clause is
RUNNING = 2  # replies running that point at words, and no more
SAME = 0.6  # share of the words that carry the point, from where on a clause says it too


@dataclass(frozen=True, kw_only=True, slots=True)
class GivenBack:
    """What is said, and what the conversation remembers of it where words were pointed at."""

    piece: Piece
    changes: Mapping[str, Any] = field(default_factory=dict)


def given_back(here: Here) -> GivenBack | None:
    """Give back what carries the point; else a clause, or the last words that stand alone."""
    words, clause = _words(here), echoed_back(here)
    if words and not (clause and _says_too(clause.piece.text, words)):
        pointing = _pointing(here, words)
        if pointing:
            return pointing
    if clause:
        return clause
    line = _mirror(here)
    return line and GivenBack(piece=line)


def echoed_back(here: Here) -> GivenBack | None:
    """Give back a clause of what was said, turned to "you", and then not in the next reply."""
    said = echoed(here.heard.text)
    if not said or any(name.startswith("turned") for name in here.state.used[-RESTS_ECHO:]):
        return None
    line = here.line("turned" if here.may_ask else "turned_quiet")
    if line is None:
        return None
    text = line.text.replace("{said}", said)
    return GivenBack(piece=replace(line, text=f"{text[0].upper()}{text[1:]}"))


def _words(here: Here) -> str:
    """Give the words that carry the point, where words may be pointed at again."""
    pointer, state = here.shelves.pointer, here.state
    lately = {reply for reply, _words in state.pointed}
    if pointer is None or lately.issuperset(range(state.turns - RUNNING, state.turns)):
        return ""
    words = pointed(here.heard.text, pointer)
    return "" if words.lower() in {one.lower() for _reply, one in state.pointed} else words


def _pointing(here: Here, words: str) -> GivenBack | None:
    """Put words into a frame that was not said yet in this conversation."""
    line = here.line("points")
    if line is None or line.name in here.state.used:
        return None
    return GivenBack(
        piece=replace(line, text=line.text.replace("{said}", words)),
        changes={"pointed": (*here.state.pointed, (here.state.turns, words))},
    )


def _says_too(text: str, words: str) -> bool:
    """Say whether a clause that was turned to "you" says most of some words."""
    wanted = set(words_in(turned(words)))
    return len(wanted.intersection(words_in(text.lower()))) >= SAME * len(wanted)


def _mirror(here: Here) -> Piece | None:
    """Give back the last few words that stand by themselves, and then not for a while.

    What is remembered is which line it was, and none of the words.
    """
    words = last_words(here.heard.clean)
    if not words or any(name.startswith("mirror") for name in here.state.used[-RESTS:]):
        return None
    key = "mirror" if here.may_ask else "mirror_quiet"
    line = here.line(key)
    return line and replace(line, text=line.text.replace("{said}", words))
