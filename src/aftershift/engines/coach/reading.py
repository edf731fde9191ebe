"""What a message is taken for: the move in it, its facts, the theme, and the nearest exchange."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from aftershift.engines.coach.hearing.approving import is_pleased
from aftershift.engines.coach.hearing.first_words import tells_behind
from aftershift.engines.coach.hearing.moves import ANSWERS, OUTCOMES, Move, Saying, Told, move_of
from aftershift.engines.coach.hearing.noticing import Facts, facts_in, minutes_in, thing_in
from aftershift.engines.coach.hearing.prefaces import is_only_prefaced
from aftershift.engines.coach.hearing.when_said import only_says_when
from aftershift.engines.coach.state import Act, Heard, State, Steering
from aftershift.engines.coach.stock.gists import Gist
from aftershift.engines.coach.stock.shelves import Case, Playbook, Shelves
from aftershift.engines.coach.stock.theming import likeliest, together
from aftershift.engines.evidence.practices import Myth
from aftershift.engines.language.choosing import Numbers
from aftershift.engines.language.phrases import words_in

# From where on something is taken for what it leans or is near to; docs/coach.md says how they
# were chosen.
THEME, OTHER = 0.6, 0.7  # share of a theme that opens it; that takes the place of an open one
UNANCHORED = 0.95  # the same where none of the theme's own words was said
ALONE = 0.5  # share of a theme in the message that opens it, whatever was said before
STILL = 0.3  # share below which a message is not about the theme that is open
GIST = 0.42  # share of a gist; from 0.28 on a quarter are wrong
APT, APT_NAMED = 0.85, 0.05  # share from where on its reading is apt; the same where it was named
SURE_THEME, SURE_GIST = 0.9, 0.9  # shares from where on it is sure
CASE = 0.82  # of an exchange: meaning, words and theme together
MEANING_NEAR, BRANCH_NEAR = 0.36, 0.5  # cosine to what leads to a part of a theme
MYTH = 0.62
MEANING, WORDS, SAME_THEME = 0.70, 0.22, 0.22  # how each counts for an exchange
RIGHT_PLACE = 0.03  # what an exchange gains that comes where the conversation is
LEAST_NEAR, NEAR_ENOUGH = 0.5, 0.76  # cosine below which none counts; that needs no shared word
LEAST_SHARED = 0.12
LATE = 5  # replies after which a last sentence may end a talk
NEAREST = 40
_NOES = frozenset({Move.NO, Move.NOT_THAT, Move.YES_BUT, Move.TRIED, Move.MISHEARD})
_OPEN = frozenset({Move.TELLS, Move.JOKE, Move.BYE, Move.MAY_LEAVE})  # may be a yes to an offer
_OF_WORDS = frozenset({Move.YES, Move.STOP_ASKING, Move.SHUT_DOWN, Move.DUNNO, Move.GOOD})
_DENIED = re.compile(  # "I don't drink" tells of no drink
    r"\b(?:do|does|did|have|has|had)(?: not|n'?t) (?:even |really )?(?:drink\w*|drunk|drank)\b|"
    r"\b(?:never|not) (?:even )?(?:drink\w*|drunk|drank)\b"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What one message is taken for. `part` is a meaning or a branch of the theme.

    `only_opens`: a first message that tells nothing yet. `is_still`: the message itself is about
    the theme, and not only the talk before it. `gists`: what it does or carries whatever it is
    about, the surest first. `is_apt`: what the theme says of it may be said behind their own words.
    `is_sure`: the theme, and `sure_gists`: those gists, are so likely that
    what they ask and offer mostly fits.
    """

    move: Move
    facts: Facts = field(default_factory=Facts)
    minutes: int | None = None
    theme: Playbook | None = None
    leaning: tuple[tuple[str, float], ...] = ()
    second: str = ""
    part: str = ""
    only_opens: bool = False
    is_still: bool = False
    is_apt: bool = False
    is_sure: bool = False
    sure_gists: tuple[Gist, ...] = ()
    gists: tuple[Gist, ...] = ()
    thing: str = ""
    case: Case | None = None
    myth: Myth | None = None
    feelings: tuple[str, ...] = ()

    @property
    def tells_nothing(self) -> bool:
        """Say whether it only opens the talk, and leans to no theme either."""
        return self.only_opens and self.theme is None

    @property
    def is_known(self) -> bool:
        """Say whether anything was understood."""
        return bool(self.theme or self.case or self.gists or self.feelings)


def read(state: State, heard: Heard, shelves: Shelves) -> Reading:
    """Take a message for what it most likely is, after what was said before."""
    now = shelves.theming.leaning(heard.clean, heard.windows, heard.rows)
    words = len(heard.clean.split())
    names = shelves.theming.names
    leaning = likeliest(together(now, state.leaning, names, words), names)
    told = (*state.said, heard.clean)
    alone = {name for name, share in zip(names, now, strict=True) if share >= ALONE}
    cued = shelves.theming.cued(heard.clean)
    cued = "" if cued in state.barred_themes else cued
    words_told = set(words_in(_DENIED.sub(" ", " ".join(told))))
    first = cued or _first(leaning, state, shelves, alone, words_told)
    theme = shelves.playbooks.get(first)
    part = _part(theme, heard, state, shelves)
    heard_gists = shelves.gisting.heard(heard.clean, heard.windows, heard.done)
    return Reading(
        move=heard.tapped or _as_answer(_move(state, heard, shelves), state, heard),
        facts=facts_in(heard.clean),
        minutes=minutes_in(heard.clean),
        theme=theme,
        leaning=leaning,
        second=next((one for one, _share in leaning if one != first), ""),
        part=part,
        only_opens=not state.turns and _only_opens(heard, shelves),
        is_still=bool(cued) or (theme is not None and float(now[names.index(first)]) >= STILL),
        is_apt=theme is not None
        and float(now[names.index(first)]) >= (APT_NAMED if cued else APT if part else 1.0),
        is_sure=theme is not None and float(now[names.index(first)]) >= SURE_THEME,
        sure_gists=tuple(shelves.gists[name] for name, share in heard_gists if share >= SURE_GIST),
        gists=tuple(shelves.gists[name] for name, share in heard_gists if share >= GIST),
        thing=thing_in(told, shelves.things),
        case=_case(state, heard, now, shelves),
        myth=_myth(heard, shelves),
        feelings=tuple(one.name for one in heard.understanding.emotions),
    )


def _move(state: State, heard: Heard, shelves: Shelves) -> Move:
    said = Saying(
        text=heard.clean,
        rows=heard.rows,
        last=heard.last,
        wants=heard.wants,
        is_after_echo=any(turn == state.turns - 1 for turn, _ in state.pointed[-1:]),
    )
    move = move_of(
        said,
        shelves.moves,
        expected=_expected(state),
        may_ask=state.turns > 0 and Steering.LISTEN not in state.steering,
        may_end=state.turns >= LATE,
    )
    is_of_a_preface = move in (Move.STEP, Move.WORDS) and not state.turns
    return Move.TELLS if is_of_a_preface and tells_behind(heard.text) else move


def _as_answer(move: Move, state: State, heard: Heard) -> Move:
    """Take for a yes what is one without its words: "no that's perfect", "friday then"."""
    lately = state.acts[-1:]
    if lately == (Act.OFFER,):
        is_hour = move in _OPEN and only_says_when(heard.text)
        is_liked = move in (_NOES | _OPEN) and is_pleased(heard.text)
        return Move.YES if is_hour or is_liked else move
    may_be = _NOES | _OF_WORDS if lately == (Act.SCRIPT,) else _NOES
    if move not in may_be or lately == (Act.ASK_LEAVE,) or not is_pleased(heard.text):
        return move  # "no, good" says no to whether something shall be offered
    return Move.TELLS


def _first(
    leaning: Sequence[tuple[str, float]],
    state: State,
    shelves: Shelves,
    alone: set[str],
    told: set[str],
) -> str:
    """Name the theme; the open one stays open unless another is plainly meant."""
    for name, share in leaning:
        if name not in alone:
            continue
        anchored = is_among(told, shelves.playbooks[name].anchors)
        least = (OTHER if state.theme else THEME) if anchored else UNANCHORED
        if share >= least and name not in state.barred_themes:
            return name
    return state.theme


def is_among(told: set[str], anchors: Sequence[str]) -> bool:
    """Say whether one of a theme's own words was said; "drink*" is any word that begins so."""
    whole = {one for one in anchors if not one.endswith("*")}
    if told & whole:
        return True
    begins = tuple(one[:-1] for one in anchors if one.endswith("*"))
    return any(word.startswith(begins) for word in told)


def _expected(state: State) -> Collection[Move]:
    """Name what would answer that which was offered or asked just before."""
    outcomes = OUTCOMES if state.following else frozenset()
    if state.acts[-1:] == (Act.SCRIPT,) and not state.open_offer:
        return (ANSWERS | outcomes) - {Move.YES}  # words are only taken or changed
    is_offered = bool(state.open_offer) or state.acts[-1:] == (Act.ASK_LEAVE,)
    return (ANSWERS if is_offered else frozenset()) | outcomes


def _part(theme: Playbook | None, heard: Heard, state: State, shelves: Shelves) -> str:
    """Find the meaning that is nearest; a branch only in mid-conversation, and only when near."""
    if theme is None:
        return ""
    branches = {f"{theme.id}.{one.id}" for one in theme.branch}
    among = {f"{theme.id}.{one.id}" for one in theme.parts}
    for one in shelves.turns.nearest(heard.rows, len(among), among=among):
        is_branch = one.name in branches
        if is_branch and not state.turns:
            continue
        if one.cosine >= (BRANCH_NEAR if is_branch else MEANING_NEAR):
            return one.name.partition(".")[2]
    return ""


def _case(state: State, heard: Heard, leaning: Numbers, shelves: Shelves) -> Case | None:
    """Find the exchange that is nearest by meaning, words and theme, and true of what was said."""
    told = set(words_in(" ".join((*state.said, heard.clean))))
    place = "middle" if state.turns else "opening"
    shared = shelves.words.shared(words_in(heard.clean))
    best: tuple[float, Case] | None = None
    for one in shelves.said.nearest(heard.rows[:1], NEAREST):
        case = shelves.cases[one.name]
        if f"case.{case.id}" in state.used or not _is_true(case.needs, told):
            continue
        same_words = min(1.0, shared.get(one.name, 0.0))
        if one.cosine < (LEAST_NEAR if same_words >= LEAST_SHARED else NEAR_ENOUGH):
            continue
        score = MEANING * one.cosine + WORDS * same_words
        score += SAME_THEME * shelves.theming.agreement(leaning, one.name)
        score += RIGHT_PLACE * (case.before == place)
        if score >= CASE and (best is None or score > best[0]):
            best = score, case
    return best[1] if best else None


def _only_opens(heard: Heard, shelves: Shelves) -> bool:
    is_heard = shelves.openers.only_opens(Told(text=heard.clean, rows=heard.rows), heard.last)
    return (is_heard and not tells_behind(heard.text)) or is_only_prefaced(heard.text)


def _is_true(needs: Sequence[str], told: set[str]) -> bool:
    return not needs or any(told.issuperset(words_in(one.lower())) for one in needs)


def _myth(heard: Heard, shelves: Shelves) -> Myth | None:
    near = shelves.asked.nearest(heard.rows, 1)
    return shelves.myths[near[0].name] if near and near[0].cosine >= MYTH else None
