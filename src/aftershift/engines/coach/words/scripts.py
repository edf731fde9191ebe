"""A playbook's own words for somebody: whom each is for, and which of them fit what was told.

They are named by what they are for, so that nobody takes words for a manager home; and they suppose
nothing that was not told.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from aftershift.engines.coach.choosing import READY, is_surely
from aftershift.engines.coach.drafts import Draft, Here, Piece
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.own_words.supposed_in_words import may_be_handed
from aftershift.engines.coach.own_words.whom import pronouns_in, whom_of
from aftershift.engines.coach.state import Act
from aftershift.engines.coach.stock.doings import Where, named_in, where_of
from aftershift.engines.coach.stock.naming import is_of_own_deed
from aftershift.engines.coach.stock.shelves import Playbook, Script
from aftershift.engines.coach.words.beginnings import ASKS_ELSE

FIRMNESSES = ("soft", "firm", "firmer")
_FOR = {  # by what a purpose holds: where those are whom it is for
    "out": r"doctor|gp|union|professional|defence|see somebody together|in your place|swap",
    "patient": r"patients? (?:you|or|when)|a patient|relatives? who goes",
    Where.CHILD: r"child|teenager",
    Where.WORK: r"manager|supervisor|senior|in charge|colleagues?|crew|team|consultant|students?|"
    r"staff|work(?! (?:that|needs))|site|occupational|ward|educator|management|handover|round|"
    r"incident",
    Where.FRIEND: r"friends?|neighbour|people who stopped|class",
    Where.FAMILY: r"family|relatives|parent|brothers|visits",
    Where.HOME: r"at home|partner|in your house|you live with|of the two of you|bedtime|you two|"
    r"anniversary",
}
_FOR_WHOM = {who: re.compile(rf"\b(?:{says})\b") for who, says in _FOR.items()}
_IS_A_TIME = re.compile(r"(?:when|about|in|at|after|before|to|why|while|until)\b")
_MENDS = re.compile(r"\b(?:sorry|apology|owning|missed|shouted)\b")
_AT_ONCE = re.compile(r"in the moment|while it is|very same minute|when it happens")  # is past
_USUAL = {"two": (Where.HOME, Where.APART), "team": (Where.WORK,)}  # whom most words are for
_NEAR = {Where.APART, Where.HOME}
LATER = 0.12  # cosine that each later script must be nearer by: the first are the plainest
YOUNG, STILL = 2, 0.1  # replies, or share of all that was told, while the first message counts
OR = 2  # scripts that are given where whom they are for is open


def is_cued(here: Here) -> bool:
    """Say whether a phrase of this message says that it is the theme; or of the first, still.

    What a talk began with is what words are for while it is young, or still leans to it, and where
    nobody is named for whom we know nothing: "a text for Graeme".
    """
    theme, cued = here.theme, here.shelves.theming.cued
    if theme is None or cued(here.heard.clean) == theme.id:
        return theme is not None
    if not here.state.said or cued(here.state.said[0]) != theme.id:
        return False
    whom = whom_of((*here.state.lately, here.heard.text)).named
    is_known = not whom or bool(named_in(whom))
    return is_known and (here.state.turns <= YOUNG or _share(here, theme) >= STILL)


def of_cued_theme(here: Here) -> Draft | None:
    """Give scripts of the theme that a phrase named."""
    return _given(here) if is_cued(here) and not here.is_guarded else None


def of_sure_theme(here: Here) -> Draft | None:
    """Give scripts of the theme that all that was told lately is surely about."""
    return _given(here) if here.theme is not None and _is_told_of(here, here.theme) else None


def firmer(here: Here) -> Draft | None:
    """Give the script that was given last again, firmer."""
    said = [one for one in here.state.used if ".words." in one]
    theme, _, place = said[-1].partition(".words.") if said else ("", "", "")
    if here.theme is None or here.theme.id != theme:
        return None
    script = here.theme.script[int(place.partition(".")[0])]
    named = [*_ways(here, int(place.partition(".")[0]), script, FIRMNESSES)]
    new = [one for one in named if not here.was_said(one[0])]
    opening = here.line("words_offer")
    if not new:
        return None
    words = here.piece(new[0][0], f"“{new[0][1]}”")
    pieces = (*([opening] if opening else []), words)
    return Draft(act=Act.SCRIPT, pieces=pieces, suggestions=(Move.MORE, Move.YES, Move.STEP))


def new_one(here: Here, playbook: Playbook, whom: str) -> Piece | None:
    """Give a script of a playbook for somebody there that was not given yet."""
    of_it = replace(here, reading=replace(here.reading, theme=playbook))
    found = (one for one in _fitting(of_it, whom) if not here.was_said(one[1]))
    return next((_framed(here, *one, at=0) for one in found), None)


def _given(here: Here) -> Draft | None:
    """Give one script, or two where whom they are for is open; none that was given."""
    whom = _whom(here)
    found = [*_fitting(here, whom)]
    most = 1 if whom else OR
    fit = [one for one in found if not here.was_said(one[1])]
    if not fit:
        return None
    words = tuple(_framed(here, *one, at=at) for at, one in enumerate(fit[:most]))
    ask = here.line(ASKS_ELSE)
    pieces = (*words, *((ask,) if ask else ()))
    return Draft(act=Act.SCRIPT, pieces=pieces, suggestions=(Move.MORE, Move.YES, Move.STEP))


def _framed(here: Here, purpose: str, name: str, says: str, *, at: int) -> Piece:
    frames = here.shelves.lines["words_for_or" if at else "words_for"]
    frame = frames[here.state.turns % len(frames)]
    whom = purpose if _IS_A_TIME.match(purpose) else f"for {purpose}"
    text = frame.replace("{whom}", whom).replace("{said}", f"“{says}”")
    return replace(here.piece(name, text), is_spare=bool(at))


def _fitting(here: Here, whom: str) -> Iterator[tuple[str, str, str]]:
    """Give purpose, name and text of each script that fits, the nearest to what was told first."""
    is_usual = here.theme is None or whom in _USUAL.get(here.theme.scope, ())
    ordered = _ordered(here)
    if whom and not is_usual:
        ordered.sort(key=lambda one: _kind(one[1].purpose) != whom)
    for number, script in ordered:
        if whom and not _is_for(script.purpose, whom):
            continue
        if way := next(_ways(here, number, script, FIRMNESSES[:2]), None):
            yield script.purpose, *way


def _ways(
    here: Here, number: int, script: Script, firmnesses: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    told = " ".join((*here.state.said, here.heard.clean))
    theme = here.theme.id if here.theme else ""
    for how in firmnesses:
        says = getattr(script, how)
        if may_be_handed(f"{script.purpose}. {says}", told):
            yield f"{theme}.words.{number}.{how}", says


def _ordered(here: Here) -> list[tuple[int, Script]]:
    """Order the scripts by how near their purpose is to what was told."""
    theme = here.theme
    if theme is None:
        return []
    names = {f"{theme.id}.{n}": n for n in range(len(theme.script))}
    told = here.heard.told.rows
    rows = told if len(told) else here.heard.rows
    near = here.shelves.scripts.nearest(rows, len(names), among=names)
    cosines = {one.name: one.cosine for one in near}
    is_deed = is_of_own_deed(" ".join((*here.state.said, here.heard.clean)))

    def later(name: str) -> tuple[bool, bool, float]:
        purpose = theme.script[names[name]].purpose
        is_mended = is_deed and bool(_MENDS.search(purpose))
        is_now = bool(_AT_ONCE.search(purpose))
        return not is_mended, is_now, LATER * names[name] - cosines.get(name, 0.0)

    return [(names[name], theme.script[names[name]]) for name in sorted(names, key=later)]


def _whom(here: Here) -> str:
    """Say where those are whom words are for, as far as a request names them; ""."""
    asked = here.heard.clean
    if where := named_in(asked):
        return where
    whom = whom_of((*here.state.said, asked))
    if whom.named and (where := named_in(whom.named)):
        return where
    if not pronouns_in(asked):
        return ""
    where = where_of(here.state.said, asked)
    return "" if where in (Where.SOMEBODY, Where.ALONE) else where


def _is_for(purpose: str, whom: str) -> bool:
    """Say whether words for a purpose are for somebody there; what names nobody is for anybody."""
    kind = _kind(purpose)
    return kind in ("", whom) or (kind == Where.HOME and whom in _NEAR)


def _kind(purpose: str) -> str:
    """Say where those are whom a purpose names first; "" where it names nobody."""
    found = {who: says.search(purpose.lower()) for who, says in _FOR_WHOM.items()}
    places = {who: one.start() for who, one in found.items() if one}
    return min(places, key=places.__getitem__, default="")


def _is_told_of(here: Here, theme: Playbook) -> bool:
    """Say whether what was told lately, all of it together, is surely about a theme.

    Not whether some message of the talk was: of six scripts given so, judges found six wrong.
    """
    if not len(here.heard.told.rows):
        return is_surely(here.state, theme)
    return _share(here, theme) >= READY


def _share(here: Here, theme: Playbook) -> float:
    """Say how much of what was told lately, all of it together, is about a theme."""
    told, theming = here.heard.told, here.shelves.theming
    leaning = theming.leaning(told.text, (), told.rows)
    return float(leaning[theming.names.index(theme.id)])
