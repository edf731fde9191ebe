"""Addresses of the rosters wing."""

from django.urls import path

from aftershift.web.rosters import family_views, views

app_name = "rosters"
urlpatterns = [
    path("", views.show_list, name="list"),
    path("strain", views.show_strain, name="strain"),
    path("bring", views.bring, name="bring"),
    path("preview", views.preview, name="preview"),
    path("keep", views.keep, name="keep"),
    path("discard", views.discard, name="discard"),
    path("answer", views.answer, name="answer"),
    path("members", views.add_member, name="add_member"),
    path("refresh", views.refresh_due, name="refresh_due"),
    path("<uuid:roster>/refresh", views.refresh, name="refresh"),
    path("<uuid:roster>/forget", views.forget, name="forget"),
    path("members/<uuid:member>/who", family_views.who, name="who"),
    path("members/<uuid:member>/child", family_views.child, name="child"),
    path("members/<uuid:member>/ways", views.ways, name="ways"),
    path("members/<uuid:member>/slept", views.slept, name="slept"),
]
