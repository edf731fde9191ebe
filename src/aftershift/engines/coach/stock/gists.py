"""The gist of a message: what somebody does or carries in it, whatever it is about.

Themes are what we foresaw. Life brings a dying plant and a lost lottery; "calls it small" and "was
left out" can be heard in those too, and answered.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from aftershift.engines.basics.recall import Rows
from aftershift.engines.language.choosing import Chooser, Numbers, log_odds, shares


@dataclass(frozen=True, kw_only=True, slots=True)
class Gist:
    """One gist: how it is said, what answers it, words for the person to say, and practices.

    `not_says` share words with it and are another. Lines may hold {who} and {thing}.
    """

    id: str
    name: str
    says: tuple[str, ...]
    not_says: tuple[str, ...]
    reflects: tuple[str, ...]
    asks: tuple[str, ...]
    words: tuple[str, ...]
    practices: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Gisting:
    """A chooser among gists; its last name is "none". Without one nothing is heard."""

    chooser: Chooser | None
    names: tuple[str, ...]

    def heard(self, text: str, windows: Sequence[str], rows: Rows) -> tuple[tuple[str, float], ...]:
        """Give the two likeliest gists with their shares; `rows` as in `Theming.leaning`."""
        if self.chooser is None or not len(rows):
            return ()
        each: Numbers = shares(log_odds([text, *windows], rows, self.chooser))[:, :-1]
        surest = each.max(axis=0)
        best = (-surest).argsort(kind="stable")[:2]
        return tuple((self.names[at], round(float(surest[at]), 4)) for at in best)
