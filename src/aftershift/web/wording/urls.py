"""Addresses of the wording wing."""

from django.urls import path

from aftershift.web.wording import feedback_views, views

app_name = "wording"
urlpatterns = [
    path("", views.page, name="page"),
    path("for/<slug:script_id>", views.script, name="script"),
    path("apology", views.apology, name="apology"),
    path("apology/check", views.check, name="check"),
    path("disagreement", views.disagreement, name="disagreement"),
    path("disagree-well", views.disagree_well, name="disagree_well"),
    path("disagree-well/up", views.disagree_up, name="disagree_up"),
    path("who-does-what", views.who_does_what, name="who_does_what"),
    path("request", views.request_page, name="request"),
    path("feedback", feedback_views.feedback, name="feedback"),
    path("feedback/candour", feedback_views.candour, name="candour"),
    path("feedback/feedforward", feedback_views.feedforward, name="feedforward"),
    path("feedback/listen", feedback_views.listening, name="listen"),
    path("feedback/debrief", feedback_views.debrief, name="debrief"),
]
