"""Addresses of the windows wing."""

from django.urls import path

from aftershift.web.windows import views

app_name = "windows"
urlpatterns = [
    path("", views.fortnight, name="fortnight"),
    path("window", views.window, name="window"),
    path("accept", views.accept, name="accept"),
    path("plan", views.plan, name="plan"),
    path("plan/seen", views.seen, name="seen"),
    path("plan/reminders", views.reminders, name="reminders"),
    path("plan/<uuid:uid>/let-go", views.let_go, name="let_go"),
    path("talk", views.talk, name="talk"),
    path("what-if", views.what_if, name="what_if"),
    path("why", views.why, name="why"),
    path("lines", views.limits, name="limits"),
    path("feed/open", views.open_feed, name="open_feed"),
    path("feed/close", views.close_feed, name="close_feed"),
    path("feed/<str:token>.ics", views.feed, name="feed"),
]
