"""What is held of rituals: how the plan of items and the plan of rituals know of each other.

An item of a ritual is what everybody accepted together: it counts as firm where a month is
planned, and where a roster changes it moves within its own day, week or month, while windows move
as they do. No two items ever come to lie on top of each other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from aftershift.engines.basics.spans import MINUTES_PER_DAY, Span
from aftershift.engines.windows.family import Member
from aftershift.engines.windows.following import Standing, follow_rosters
from aftershift.engines.windows.month import PLAN_DAYS, Group, Home, groups_of
from aftershift.engines.windows.plan import (
    ItemState,
    Move,
    MoveCause,
    PlanItem,
    Scene,
    move_to,
    replan,
)
from aftershift.engines.windows.ritual_plan import Firm, Placed, names_of
from aftershift.engines.windows.rituals import Place, Ritual
from aftershift.engines.windows.slots import WHOLE

REMEMBERED = PLAN_DAYS * MINUTES_PER_DAY  # what is longer over spaces nothing any more


def firm_of(items: Sequence[PlanItem], rituals: Sequence[Ritual], home: Home) -> Firm:
    """Say what is held, for a plan around it; what is held of no ritual takes its time alone."""
    placed = placed_of(items, rituals, home)
    return Firm(
        placed=tuple(placed.values()),
        taken=tuple(
            one.span
            for one in items
            if one.state is ItemState.HELD and one.uid not in placed and _is_near(one.span, home)
        ),
    )


def follow_held(
    items: Sequence[PlanItem], rituals: Sequence[Ritual], home: Home
) -> tuple[Move, ...]:
    """Say which items changed rosters move, where to, and why; the rest stays as it is.

    `home` has the new rosters, the reader's first. Rituals have the least room, so they find their
    places first, around every window that still lies well; then the windows, around them.
    """
    scene, placed = _scene_of(home), placed_of(items, rituals, home)
    windows = _with_retired_plain(items, rituals, home)
    moves: tuple[Move, ...] = ()
    if placed:
        lost = {move.before.uid for move in _windows_moved(windows, scene)}
        stays = [one for one in windows if one.uid not in lost]
        moves = _rituals_moved(stays, placed, rituals, home)
        gone = {move.before.uid: move.after for move in moves}
        after = (gone.get(one.uid, one) for one in windows)
        windows = [one for one in after if one is not None]
    found = (*moves, *_windows_moved(windows, scene))
    return tuple(sorted(found, key=lambda move: (move.before.starts, move.before.uid)))


def placed_of(
    items: Sequence[PlanItem], rituals: Sequence[Ritual], home: Home
) -> Mapping[str, Placed]:
    """Find, by uid, what is held of rituals that this household can do, as plans see it."""
    groups = _groups(rituals, home.members)
    return {
        item.uid: Placed(
            ritual=item.ritual,
            starts=item.starts,
            ends=item.ends,
            people=names_of(groups[item.ritual]),
            value=groups[item.ritual].ritual.weight * WHOLE,
        )
        for item in items
        if item.state is ItemState.HELD and item.ritual in groups and _is_near(item.span, home)
    }


def _rituals_moved(
    items: Sequence[PlanItem],
    placed: Mapping[str, Placed],
    rituals: Sequence[Ritual],
    home: Home,
) -> tuple[Move, ...]:
    by_uid = {item.uid: item for item in items}
    uids = {one: uid for uid, one in placed.items()}
    firm = firm_of(items, rituals, home)
    standing = Standing(
        rituals=tuple(rituals),
        placed=firm.placed,
        accepted=frozenset(firm.placed),
        taken=firm.taken,
    )
    return tuple(
        move_to(
            move.after.span if move.after else None,
            by_uid[uids[move.before]],
            move.cause or MoveCause.WORK,  # nothing that was accepted is ever pushed out
            _scene_of(home),
        )
        for move in follow_rosters(standing, home).moves
    )


def _scene_of(home: Home) -> Scene:
    return Scene(
        people=[one.availability for one in home.members],
        zone=home.zone,
        now=home.horizon.now,
        limits=home.horizon.limits,
    )


def _windows_moved(items: Sequence[PlanItem], scene: Scene) -> tuple[Move, ...]:
    return replan(items, scene.people, zone=scene.zone, now=scene.now, limits=scene.limits)


def _with_retired_plain(
    items: Sequence[PlanItem], rituals: Sequence[Ritual], home: Home
) -> list[PlanItem]:
    """Take what is held of a ritual that is no more, or not for this household, as a window."""
    groups = _groups(rituals, home.members)
    return [one if one.ritual in groups else replace(one, ritual="") for one in items]


def _groups(rituals: Sequence[Ritual], members: Sequence[Member]) -> Mapping[str, Group]:
    """Find who does each ritual that can be held: what all do at home together."""
    return {
        group.ritual.id: group
        for group in groups_of(rituals, members)
        if group.ritual.place is Place.HOME
    }


def _is_near(span: Span, home: Home) -> bool:
    return home.within[0] - REMEMBERED < span[0] < home.within[1]
