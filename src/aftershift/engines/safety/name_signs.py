"""The signs by which a taught ear tells a patient's name from any other: the words around it.

No sign holds the name itself, so that the ear learns how people speak of patients, and not whom.
"""

from collections.abc import Iterator

from aftershift.engines.safety.name_cues import is_spared
from aftershift.engines.safety.name_runs import Run
from aftershift.engines.safety.phi_kinds import BED, Masked, is_blotted
from aftershift.engines.safety.phi_text import Talk, Token
from aftershift.engines.safety.phi_words import Role

CLOSE, FAR = 4, 14  # words on each side: read one by one, read as a heap
CARE = (Role.DIAGNOSIS, Role.CLINICAL, Role.PATIENT_NOUN, Role.EVENT, Role.CARE)
MOST = 4  # of a kind are counted apart
AFTERMATH = 1  # the mark after a name


def signs(talk: Talk, text: Masked, run: Run) -> frozenset[str]:
    """List the signs of one candidate; `text` has blots where numbers and beds were found."""
    return frozenset(
        [
            *_dress(talk, run),
            *_neighbours(talk, text, run),
            *_heap(talk, text, run),
            *_counts(talk, run),
        ]
    )


def _dress(talk: Talk, run: Run) -> Iterator[str]:
    """Say how the candidate looks: known, in capitals, at the head of a sentence."""
    inside = talk.tokens[run.first : run.last + 1]
    first = inside[0]
    yield f"titled {run.is_titled}"
    yield f"sure {run.is_sure}"
    yield f"initials {run.is_initials}"
    yield f"bare {run.is_bare}"
    yield f"full {run.is_full}"
    yield f"words {min(3, len(inside))}"
    yield f"first {first.is_first}"
    yield f"capital {first.capital}"
    yield f"capitals {first.all_capitals}"
    yield f"known {any(token.has(Role.FIRST_NAME) for token in inside)}"
    yield f"word {any(token.has(Role.WORD_NAME) for token in inside)}"
    yield f"genitive {inside[-1].has_genitive}"
    yield f"spared {is_spared(talk, run)}"
    yield from (f"is {role}" for token in inside for role in token.roles)
    yield f"gap before {first.gap.strip()[-1:]}"
    after = talk.clean[run.end : run.end + AFTERMATH].strip()
    yield f"gap after {'s' if inside[-1].has_genitive else after}"


def _neighbours(talk: Talk, text: Masked, run: Run) -> Iterator[str]:
    for step in range(1, CLOSE + 1):
        yield from _neighbour(talk, text, run, ("L", step, run.first - step))
        yield from _neighbour(talk, text, run, ("R", step, run.last + step))


def _neighbour(talk: Talk, text: Masked, run: Run, place: tuple[str, int, int]) -> Iterator[str]:
    side, step, at = place
    home = talk.tokens[run.first].sentence
    if not 0 <= at < len(talk.tokens) or talk.tokens[at].sentence != home:
        yield f"{side}{step} stop"
        return
    token = talk.tokens[at]
    shown = _shown(text, token)
    yield f"{side}{step} {shown}"
    yield f"{side} {shown}"
    for role in token.roles:
        yield f"{side}{step} is {role}"
        yield f"{side}{2 if step <= 2 else CLOSE} near {role}"


def _heap(talk: Talk, text: Masked, run: Run) -> Iterator[str]:
    for token in _around(talk, run):
        yield f"near {_shown(text, token)}"
        yield from (f"near is {role}" for role in token.roles)


def _counts(talk: Talk, run: Run) -> Iterator[str]:
    """Count what the sentence speaks of: care, home, one's own."""
    near = _around(talk, run)
    for name, roles in (("care", CARE), ("home", (Role.HOME,)), ("own", (Role.OWN,))):
        yield f"{name} {min(MOST, sum(token.has(*roles) for token in near))}"


def _around(talk: Talk, run: Run) -> list[Token]:
    """List the words near a candidate in its own sentence: no evening before or after hides it."""
    home = talk.tokens[run.first].sentence
    return [one for one in talk.around(run.start, run.end, FAR) if one.sentence == home]


def _shown(text: Masked, token: Token) -> str:
    """Show a word; a number only by its length, a bed and a mark only as such."""
    stretch = text[token.start : token.end]
    if is_blotted(stretch):
        return "(bed)" if BED in stretch else "(mark)"
    return f"({min(3, len(token.low))})" if token.low.isdigit() else token.low
