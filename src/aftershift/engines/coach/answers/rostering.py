"""What the person's own roster adds to a reply: the load that it is, the nights to go, the hour.

The system is named, with a step that belongs to it, before anything that one person could do.
Each rule gives a draft or None; the table in `policy` says in which order they are asked.
"""

import re
from dataclasses import replace

from aftershift.engines.coach.answers.staffing import TOO_FEW
from aftershift.engines.coach.answers.telling import ANSWERS_TO_LEAVE, question, reflection
from aftershift.engines.coach.choosing import NIGHT
from aftershift.engines.coach.drafts import Draft, Here, Piece
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.own_words.gravity import is_of_loss
from aftershift.engines.coach.state import Act, OwnRoster
from aftershift.engines.evidence.practices import Company, Practice
from aftershift.engines.rosters.load import Heavy, Past

SOON, JUST = 180, 120  # minutes: a shift that is near, and one that is only just over
FEW = 2  # from so many nights on they are spoken of
NAMED = 2  # limits that one sentence names
ANSWERS_TO_BAR = (Move.MORE, Move.LISTEN, Move.NOTHING_TODAY)
_SPELT = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen",
)  # fmt: skip
# What a strained person tells of: only then a heavy roster is the likely cause.
STRAINED = frozenset({"exhaustion", "overwhelm", "numbness", "irritation", "helplessness"})
OF_STRAIN = frozenset({
    "worn-out", "nothing-left", "snapped-at-home", "work-follows-home", "compassion-fatigue",
    "sleep-after-nights", "before-nights", "day-sleep-at-home", "drive-home-tired", "no-breaks",
    "always-understaffed", "two-short", "roster-late", "rota-unfair", "extra-shift-asked",
    "dread-before-shift", "drink-to-unwind", "ships-in-the-night", "sex-and-tiredness",
})  # fmt: skip
_NEVER = re.compile(
    r"\bnever again\b|\b(?:don'?t|do not|stop) (?:you )?(?:ever )?(?:suggest|offer|recommend|"
    r"tell|mention|telling|suggesting|offering|recommending|mentioning)|\banything but\b|"
    r"\b(?:sick|tired) (?:to death )?of (?:being|hearing|that|people)\b|"
    r"\bnever (?:want|suggest|offer|mention)\b|\bnot that again\b"
)
LONGEST_BAR = 20  # words of a message that is nothing but that
LOADS = {  # once, and more often
    Past.NIGHT_RUNS: ("one night", "{n} nights in a row"),
    Past.QUICK_RETURNS: ("one short turn between shifts", "{n} short turns between shifts"),
    Past.WEEKLY_HOURS: (
        "a week above the legal average of hours",
        "a week above the legal average of hours",
    ),
    Past.WEEKLY_REST: ("a week without a long rest", "{n} weeks without a long rest"),
}


def load_words(heavy: Heavy) -> str:
    """Say one limit that the roster passes, as a part of a sentence."""
    n = _SPELT[heavy.count] if heavy.count < len(_SPELT) else str(heavy.count)
    many = heavy.count > 1
    return {
        Past.NIGHT_RUNS: f"{n} nights in a row",
        Past.QUICK_RETURNS: f"{n} short turn{'s' if many else ''} between shifts",
        Past.WEEKLY_HOURS: "a week above the legal average of hours",
        Past.WEEKLY_REST: f"{n} weeks without a long rest"
        if many
        else "a week without a long rest",
    }[heavy.past]


def is_strained(here: Here) -> bool:
    """Say whether somebody tells of strain, by the theme or by the feelings that were heard."""
    theme = here.theme
    of_strain = theme is not None and bool(OF_STRAIN.intersection(theme.situations))
    return of_strain or bool(STRAINED.intersection(here.reading.feelings))


def load_pieces(here: Here) -> tuple[Piece, ...]:
    """Name what the roster is, that it is the cause, and whose step comes first; once."""
    load = here.known.roster.load
    if not load or here.state.named_system or not is_strained(here):
        return ()
    named, cause = here.line("load"), here.line("system_rota")
    action = here.line(f"load_action.{load[0].past.value}")
    if named is None or action is None:
        return ()
    words = " and ".join(map(load_words, load[:NAMED]))
    said = replace(named, text=named.text.replace("{load}", words))
    return (said, *([replace(cause, is_spare=True)] if cause else []), action)


def names_the_load(here: Here) -> Draft | None:
    """Name the roster where it is the load and somebody tells of strain."""
    if not here.state.turns or here.heard.tapped:
        return None
    if not (here.reading.is_still or STRAINED.intersection(here.reading.feelings)):
        return None
    pieces, line = load_pieces(here), reflection(here)
    if not pieces or line is None:
        return None
    return _told(here, (line, *pieces), {"named_system": True})


def names_the_system(here: Here) -> Draft | None:
    """Say that it is a matter of too few people, where somebody says so and no theme has words."""
    said = " ".join((*here.state.said[-1:], here.heard.clean))
    if here.state.named_system or is_of_loss(here.heard.clean) or not TOO_FEW.search(said):
        return None
    line, cause = reflection(here), here.line("system")
    if cause is None:
        return None
    before = (replace(line, is_spare=True),) if line else ()
    return _told(here, (*before, cause), {"named_system": True})


def nights_to_go(here: Here) -> Draft | None:
    """Say once how many nights of a run are still ahead."""
    nights = here.known.roster.around.nights_to_go
    if nights < FEW or not here.state.turns:
        return None
    line, told = reflection(here), _once(here, "two_nights_to_go")
    if line is None or told is None:
        return None
    n = _SPELT[nights] if nights < len(_SPELT) else str(nights)
    told = replace(told, text=told.text.replace("{nights}", f"{n} nights"))
    return _told(here, (line, told), {})


def knows_the_hour(here: Here) -> Draft | None:
    """Say once what the hour is: a shift is near, one is only just over, or it is deep night."""
    key = hour_of(here.known.roster, here.known.hour)
    said = any(_is_of(name, HOURS) for name in here.state.used)
    if not key or said or not here.state.turns:
        return None
    line, told = reflection(here), _once(here, key)
    if line is None or told is None:
        return None
    return _told(here, (line, told), {})


HOURS = ("before_shift", "after_shift", "night")


def hour_of(roster: OwnRoster, hour: int | None) -> str:
    """Name the hour by the key of its lines; nothing where it is an hour like others."""
    ahead, behind = roster.around.to_shift, roster.around.from_shift
    if behind is not None and behind <= JUST:
        return "after_shift"
    if ahead is not None and ahead <= SOON:
        return "before_shift"
    return "night" if hour in NIGHT else ""


def has_a_place(here: Here, practice: Practice) -> tuple[Piece, ...]:
    """Say that there is an hour for it which both have, where there is."""
    is_for_two = practice.company in (Company.TOGETHER, Company.APART)
    line = here.line("place") if here.known.roster.shared_hour and is_for_two else None
    return (replace(line, is_spare=True),) if line else ()


def bars(here: Here) -> Draft | None:
    """Strike out for good what somebody never wants to hear of again."""
    step, words = here.state.open_offer, here.heard.clean
    if not step or here.heard.tapped or len(words.split()) > LONGEST_BAR:
        return None
    line = here.line("barred") if _NEVER.search(words) else None
    if line is None:
        return None
    return Draft(
        act=Act.REFLECT,
        pieces=(line,),
        suggestions=ANSWERS_TO_BAR,
        barred=step,
        changes={"refused": (*here.state.refused, *here.state.open_offers), "open_offer": ""},
    )


def _told(here: Here, pieces: tuple[Piece, ...], changes: dict[str, object]) -> Draft:
    asks = question(here)
    return Draft(
        act=Act.EXPLORE if asks else Act.REFLECT,
        pieces=(*pieces, *([asks] if asks else [])),
        suggestions=ANSWERS_TO_LEAVE,
        changes=changes,
    )


def _once(here: Here, key: str) -> Piece | None:
    """Take a line of a key that nothing was said of yet, in this conversation and lately."""
    if any(_is_of(name, (key,)) for name in here.state.used):
        return None
    line = here.line(key)
    return None if line is None or here.was_said(line.name) else line


def _is_of(name: str, keys: tuple[str, ...]) -> bool:
    return any(name.startswith(f"{key}.") for key in keys)
