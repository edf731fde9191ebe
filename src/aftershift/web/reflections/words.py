"""The words of the pages for what the engine names."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.checkins.reflections import Answer, Kind, Scope

SCOPES: Mapping[Scope, Promise] = {
    Scope.ME: _("Me"),
    Scope.US: _("The two of us"),
    Scope.TEAM: _("The people I work with"),
    Scope.WORK: _("The place where I work"),
}
ANSWERS: Mapping[Kind, Mapping[Answer, Promise]] = {
    Kind.SIGNS: {
        Answer.YES: _("Rings true"),
        Answer.NO: _("Not so"),
        Answer.SKIP: _("Skip"),
    },
    Kind.PRESENT: {
        Answer.YES: _("It is there"),
        Answer.NO: _("It is missing"),
        Answer.SKIP: _("Skip"),
    },
    Kind.QUESTIONS: {
        Answer.YES: _("I would change something"),
        Answer.NO: _("Fine as it is"),
        Answer.SKIP: _("Skip"),
    },
}
LEADS: Mapping[Kind, Promise] = {
    Kind.SIGNS: _("One small thing for each that rang true"),
    Kind.PRESENT: _("One small thing for each that is missing"),
    Kind.QUESTIONS: _("One change for each, small enough for this week"),
}
