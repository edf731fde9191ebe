"""Addresses: every wing has its own list."""

from django.urls import include, path

urlpatterns = [
    path("", include("aftershift.web.home.urls")),
    path("", include("aftershift.web.pages.urls")),
    path("", include("aftershift.web.people.urls")),
    path("help/", include("aftershift.web.help.urls")),
    path("reading/", include("aftershift.web.reading.urls")),
    path("pocket/", include("aftershift.web.pocket.urls")),
    path("rosters/", include("aftershift.web.rosters.urls")),
    path("together/", include("aftershift.web.windows.urls")),
    path("rituals/", include("aftershift.web.rituals.urls")),
    path("before-you-send/", include("aftershift.web.sending.urls")),
    path("words/", include("aftershift.web.wording.urls")),
    path("rehearsal/", include("aftershift.web.rehearsal.urls")),
    path("coach/", include("aftershift.web.coach.urls")),
    path("week/", include("aftershift.web.week.urls")),
    path("journal/", include("aftershift.web.journal.urls")),
    path("people/", include("aftershift.web.network.urls")),
    path("linked/", include("aftershift.web.pairing.urls")),
    path("agreements/", include("aftershift.web.agreements.urls")),
    path("deciding/", include("aftershift.web.deciding.urls")),
    path("check-in/paper", include("aftershift.web.summary.urls")),
    path("check-in/", include("aftershift.web.checkins.urls")),
    path("questionnaires/", include("aftershift.web.instruments.urls")),
    path("experiments/", include("aftershift.web.experiments.urls")),
    path("reflect/", include("aftershift.web.reflections.urls")),
    path("mine/", include("aftershift.web.safety.urls")),
    path("mydata/", include("aftershift.web.mydata.urls")),
]

handler404 = "aftershift.web.pages.views.not_found"
handler500 = "aftershift.web.pages.views.broken"
