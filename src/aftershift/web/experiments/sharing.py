"""What of an experiment stands in one's own sealed side of a link, and what the other's says."""

from dataclasses import dataclass, replace

from aftershift.engines.together.agreements import Side
from aftershift.engines.together.revealing import lay, take_back
from aftershift.engines.together.trying import MOST, Trial
from aftershift.web.pairing import actions as pairing
from aftershift.web.pairing import queries as pairs
from aftershift.web.pairing.queries import NotLinked, Pair
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.turns import own_turn


@dataclass(frozen=True, kw_only=True, slots=True)
class Sides:
    """Both sides of a link, as one of them sees it."""

    pair: Pair
    own: Side
    other: Side

    def trial(self, experiment_id: str) -> Trial | None:
        """Find one's own yes to an experiment."""
        return next((one for one in self.own.trials if one.id == experiment_id), None)


def sides(*, by: SignedIn) -> Sides | None:
    """Open both sides; None for somebody who is linked with nobody."""
    pair = pairs.pair(by=by)
    if pair is None:
        return None
    own, other = pairs.own_side(pair, Side), pairs.other_side(pair, Side)
    return Sides(pair=pair, own=own, other=other)


def say(*, by: SignedIn, trial: Trial) -> None:
    """Write one's yes, or one's numbers beside it. Raises NotLinked."""
    with own_turn(by):
        found = sides(by=by)
        if found is None:
            raise NotLinked
        _write(by, found, lay(found.own.trials, trial, most=MOST))


def withdraw(*, by: SignedIn, experiment_id: str) -> None:
    """Take one's yes and one's numbers off the side, from both pages; nothing where none are."""
    with own_turn(by):
        found = sides(by=by)
        if found is not None:
            _write(by, found, take_back(found.own.trials, experiment_id))


def _write(by: SignedIn, found: Sides, trials: tuple[Trial, ...]) -> None:
    if trials != found.own.trials:
        pairing.write_side(found.pair, replace(found.own, trials=trials), by=by)
