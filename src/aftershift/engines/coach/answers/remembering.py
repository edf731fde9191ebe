"""What somebody chose to have kept comes back once in a talk, where it is spoken of again."""

from dataclasses import replace

from aftershift.engines.coach.answers.giving_back import given_back
from aftershift.engines.coach.answers.telling import ANSWERS_TO_LEAVE
from aftershift.engines.coach.drafts import Draft, Here
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.state import Act
from aftershift.engines.language.phrases import words_in

KEPT = "remembered"
SHARED = 2  # words of a card that must be spoken of again
LONG = 5  # letters of a word that may tell what a card is about
MOST = 40  # words of a card that is said again
_EMPTY = frozenset({
    "about", "again", "after", "always", "anything", "because", "before", "being", "could",
    "doing", "every", "everything", "first", "getting", "going", "later", "maybe", "might", "never",
    "night", "nights", "nothing", "other", "people", "really", "right", "shift", "should", "since",
    "something", "still", "tell", "their", "there", "these", "thing", "things", "think", "those",
    "today", "together", "tomorrow", "tonight", "wanted", "wants", "where", "which", "while",
    "would", "years", "yesterday",
})  # fmt: skip


def remembers(here: Here) -> Draft | None:
    """Say what was kept, where enough of its words are said again; never twice in a talk."""
    is_told = here.reading.move is Move.TELLS and not here.heard.tapped and not here.listens
    was_said = any(name.startswith(KEPT) for name in here.state.used)
    may_say = is_told and not was_said and not here.state.course.guarded
    card = _spoken_of(here) if may_say else ""
    line = here.line(KEPT) if card else None
    if line is None:
        return None
    said = replace(line, text=line.text.replace("{said}", card.rstrip(".")), back=(card,))
    own = given_back(here, is_asked=True)
    before = (replace(own, is_spare=True),) if own and not own.asks else ()
    act = Act.EXPLORE if said.asks else Act.REFLECT
    return Draft(act=act, pieces=(*before, said), suggestions=ANSWERS_TO_LEAVE)


def _spoken_of(here: Here) -> str:
    told = _telling(here.heard.clean)
    cards = (one for one in here.known.cards if len(one.split()) <= MOST)
    return next((one for one in cards if len(told & _telling(one.lower())) >= SHARED), "")


def _telling(text: str) -> set[str]:
    """Give the words that may tell what a text is about."""
    return {word for word in words_in(text) if len(word) >= LONG} - _EMPTY
