"""The coach's shelves without an encoder: everything authored, and nothing is found by meaning.

Every talk is about coming home empty, unless `theme` names another; moves are known by their words.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np

from aftershift.engines.basics.recall import Recall
from aftershift.engines.coach.hearing.moves import NAMES, MoveBook, Told
from aftershift.engines.coach.hearing.openers import Openers
from aftershift.engines.coach.state import Heard
from aftershift.engines.coach.stock.gists import Gisting
from aftershift.engines.coach.stock.shelves import Shelves
from aftershift.engines.coach.stock.theming import Theming
from aftershift.engines.evidence.retrieval import Finder, Words
from aftershift.engines.language.choosing import Chooser
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.features import vocabulary_of
from aftershift.engines.language.phrases import PhraseBook
from aftershift.engines.safety.risk import NO_RISK, Risk
from aftershift.library.coach import load_coach, offered_in, practice_words
from aftershift.library.evidence import load_evidence
from aftershift.library.protocols import load_protocols

WIDTH = 4
SURE = 12.0
NOTHING = Recall(names=(), rows=np.zeros((0, WIDTH), dtype=np.float32))


ROW = np.full((1, WIDTH), WIDTH**-0.5, dtype=np.float32)


def told(said: Sequence[str]) -> Told:
    """Put together what was told: it means the same, too."""
    return Told(text=" ".join(said), rows=ROW) if said else Told()


def heard(text: str, risk: Risk = NO_RISK) -> Heard:
    """Hear a text without an encoder: every text means the same."""
    plain = clean(text).text
    return Heard(text=text, clean=plain, rows=ROW, done=ROW, told=told([plain]), risk=risk)


def leaning_to(place: int, size: int, by: float = SURE) -> Chooser:
    """Give a chooser of so many names that always leans to one of them."""
    vocabulary = vocabulary_of(("a b", "a b"))
    meaning = np.zeros((WIDTH + 1, size + 1), dtype=np.float32)
    meaning[-1, place] = by
    words = np.zeros((len(vocabulary.weights), size + 1), dtype=np.float32)
    return Chooser(vocabulary=vocabulary, words=words, meaning=meaning)


@cache
def shelves(theme: str = "home-empty", gist: str = "", share: float = SURE) -> Shelves:
    """Put the shelves together; with no theme, "" , no talk is about anything.

    Every message has the same gist, or none. `share` is by how much a talk leans to the theme.
    """
    shelf, evidence = load_coach(), load_evidence()
    names = tuple(one.id for one in shelf.playbooks)
    gists = tuple(one.id for one in shelf.gists)
    heard_gist = gists.index(gist) if gist else len(gists)
    place = names.index(theme) if theme else len(names)
    return Shelves(
        playbooks={one.id: one for one in shelf.playbooks},
        cases={one.id: one for one in shelf.cases},
        gists={one.id: one for one in shelf.gists},
        things=shelf.things,
        lines=shelf.lines,
        questions=shelf.questions,
        myths=evidence.myths,
        moves=MoveBook(
            chooser=leaning_to(len(NAMES), len(NAMES)),
            moves=shelf.moves,
            cues=PhraseBook(shelf.cues),
        ),
        finder=Finder(
            practices=evidence.practices,
            own=NOTHING,
            cases=NOTHING,
            offered=offered_in(shelf),
            words=Words({one.id: practice_words(one) for one in evidence.practices.values()}),
            chooser=leaning_to(0, 0),
            names=(),
        ),
        protocols=load_protocols(),
        theming=Theming(
            chooser=leaning_to(place, len(names), share),
            cues=PhraseBook({}),
            names=names,
            cases=np.zeros((len(shelf.cases), len(names)), dtype=np.float32),
            places={one.id: at for at, one in enumerate(shelf.cases)},
        ),
        gisting=Gisting(chooser=leaning_to(heard_gist, len(gists)), names=gists),
        openers=Openers(chooser=leaning_to(1, 1)),
        pointer=None,
        doings=shelf.doings,
        purposes={one.id: one for one in shelf.purposes},
        aims={one.id: one for one in shelf.aims},
        occasions={one.id: one for one in shelf.occasions},
        words=Words({}),
        turns=NOTHING,
        reflections=NOTHING,
        gist_lines=NOTHING,
        scripts=NOTHING,
        said=NOTHING,
        asked=NOTHING,
    )
