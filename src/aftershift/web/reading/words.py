"""The shelf's own marks in plain words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.evidence.practices import Company, Grade

SCOPES: Mapping[str, Promise] = {
    "partner": _("A partner"),
    "family": _("Children and family"),
    "self": _("Yourself"),
    "colleague": _("A colleague"),
    "team": _("A team"),
    "manager": _("Somebody who leads"),
    "organisation": _("A whole workplace"),
}
TIMES: Mapping[str, Promise] = {
    "1": _("Up to a minute"),
    "5": _("Up to 5 minutes"),
    "30": _("Up to 30 minutes"),
    "0": _("A programme of weeks"),
}
LENGTHS: Mapping[int, Promise] = {
    0: _("over weeks"),
    1: _("a minute"),
    5: _("5 minutes"),
    30: _("30 minutes"),
}
PLACES: Mapping[str, Promise] = {
    "home": _("At home"),
    "work": _("At work"),
    "travel": _("On the way"),
    "bed": _("In bed"),
}
WHERE: Mapping[str, Promise] = {**PLACES, "anywhere": _("Anywhere")}
ENERGY: Mapping[str, Promise] = {
    "low": _("Little is left"),
    "some": _("Some is left"),
    "much": _("Plenty is left"),
}
TAKES: Mapping[str, Promise] = {
    "low": _("takes little energy"),
    "some": _("takes some energy"),
    "much": _("takes much energy"),
}
COMPANY: Mapping[str, Promise] = {
    Company.ALONE.value: _("Alone"),
    Company.TOGETHER.value: _("With one other"),
    Company.APART.value: _("With one other, apart"),
    Company.GROUP.value: _("In a group"),
}
DIRECTNESS: Mapping[str, Promise] = {
    "healthcare": _("studied in people who work in health care"),
    "workers": _("studied in working people"),
    "general": _("studied in people in general"),
    "lab": _("studied in a laboratory"),
}
HARM: Mapping[str, Promise] = {
    "low": _("low"),
    "medium": _("medium: mind whom it is not for"),
    "high": _("high: mind first whom it is not for"),
}
CHECKED: Mapping[str, Promise] = {
    "excerpt": _("an excerpt was read"),
    "memory": _("remembered, not read"),
}
VERDICTS: Mapping[str, Promise] = {
    "contradicted": _("Studies say otherwise"),
    "partly": _("True in part"),
    "supported": _("Supported"),
    "not found": _("No source was found"),
    "not searched": _("Nobody has searched yet"),
    "not checkable": _("It cannot be checked"),
    "opinion": _("Our view, and no study behind it"),
}
RULES: Mapping[Grade, Promise] = {
    Grade.A: _(
        "Several controlled trials of this very thing, or a pooled analysis of such trials, and "
        "they point the same way."
    ),
    Grade.B: _(
        "One sound randomised trial, or a pooled analysis with serious limits (other people than "
        "ours, small, short, against a waiting list), or a large before and after that was "
        "repeated."
    ),
    Grade.C: _(
        "Controlled but not randomised, before and after, followed over time, links that keep "
        "turning up, a laboratory, or trials that disagree."
    ),
    Grade.D: _(
        "Advice of experts, stories, a popular frame, or a part that was never tested alone."
    ),
    Grade.E: _("Tested, and of no use or harmful; or a poor stand-in for what is needed."),
}
