"""What costs, ways back, sheets and the one question are called."""

from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from aftershift.engines.together.comparing import Asks, Difference, Facet, Point
from aftershift.engines.together.deciding import Cost, Ease, Sheet

COSTS: Mapping[Cost, Promise] = {
    Cost.TIME_TOGETHER: gettext_lazy("time together"),
    Cost.MONEY: gettext_lazy("money"),
    Cost.SLEEP: gettext_lazy("sleep"),
    Cost.STANDING: gettext_lazy("standing at work"),
    Cost.SOMEBODY_ELSE: gettext_lazy("something of somebody else’s"),
}
EASES: Mapping[Ease, Promise] = {
    Ease.EASILY: gettext_lazy("easily"),
    Ease.WITH_EFFORT: gettext_lazy("with effort"),
    Ease.HARDLY: gettext_lazy("hardly"),
}
SAYS: Mapping[Facet, Promise] = {
    Facet.VALUE: gettext_lazy("%(what)s"),
    Facet.SERVES: gettext_lazy("Serves “%(what)s”"),
    Facet.COSTS: gettext_lazy("Costs %(what)s"),
    Facet.TAKEN_BACK: gettext_lazy("Taken back %(what)s"),
    Facet.TRIED: gettext_lazy("Can be tried first, until %(what)s"),
}
QUESTIONS: Mapping[Asks, Promise] = {
    Asks.FAR_APART: gettext_lazy(
        "One sheet says that “%(way)s” is easily taken back, and the other says hardly. "
        "What would taking it back really need?"
    ),
    Asks.SOMEBODY_ELSE: gettext_lazy(
        "Only %(whose)s says that “%(way)s” costs something of somebody else’s. "
        "Who is it, and what would they say?"
    ),
    Asks.COST: gettext_lazy(
        "Only %(whose)s says that “%(way)s” costs %(what)s. "
        "What would that look like in an ordinary week?"
    ),
    Asks.SERVES: gettext_lazy(
        "Both sheets name “%(what)s”, and only %(whose)s says that “%(way)s” serves it. "
        "What would it look like there?"
    ),
    Asks.TAKEN_BACK: gettext_lazy(
        "The sheets do not say the same of how easily “%(way)s” is taken back. "
        "What would taking it back really need?"
    ),
    Asks.TRIED: gettext_lazy(
        "Only %(whose)s says that “%(way)s” can be tried first. What would the smallest trial be?"
    ),
    Asks.VALUE: gettext_lazy(
        "“%(what)s” stands only on %(whose)s. What would it need, whichever way is taken?"
    ),
}


def point_words(point: Point) -> str:
    """Say one point of a sheet."""
    return str(SAYS[point.facet]) % {"what": what_words(point.facet, point.what)}


def what_words(facet: Facet, what: str) -> str:
    """Say what a point holds: a value as it was written, and our own names in words."""
    said = {
        Facet.COSTS: lambda: str(COSTS[Cost(what)]),
        Facet.TAKEN_BACK: lambda: str(EASES[Ease(what)]),
        Facet.TRIED: lambda: date_format(date.fromisoformat(what), "j F Y"),
    }
    return said[facet]() if facet in said else what


def sheet_words(number: int, sheet: Sheet) -> str:
    """Name a sheet in a list: its number among all of its decision, and whose it is."""
    named = {"number": number, "name": sheet.whose}
    if sheet.whose:
        return _("Sheet %(number)s, %(name)s’s") % named
    return _("Sheet %(number)s, yours") % named


def whose_words(sheet: Sheet, other: Sheet, number: int) -> str:
    """Name a sheet beside another: by whose it is, or by its number where one person wrote both."""
    if sheet.whose == other.whose:
        return _("sheet %(number)s") % {"number": number}
    return _("%(name)s’s sheet") % {"name": sheet.whose} if sheet.whose else _("your sheet")


def question_words(found: Difference, *, ways: tuple[str, ...], whose: tuple[str, str]) -> str:
    """Put the difference as one plain question; it has no right answer."""
    lone = found.lone
    facet = Facet.COSTS if found.asks is Asks.COST else Facet.VALUE
    said = {
        "way": "" if lone.way is None else ways[lone.way],
        "what": what_words(facet, lone.what),
        "whose": whose[lone.is_others],
    }
    return capfirst(str(QUESTIONS[found.asks]) % said)
