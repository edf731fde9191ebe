"""Addresses of the coach; none of them says what is talked about."""

from django.urls import path

from aftershift.web.coach import views

app_name = "coach"
urlpatterns = [
    path("", views.page, name="page"),
    path("say", views.say, name="say"),
    path("end", views.end, name="end"),
    path("place", views.place, name="place"),
    path("helped", views.helped, name="helped"),
    path("kept", views.kept, name="kept"),
    path("keep", views.keep, name="keep"),
    path("forget", views.forget, name="forget"),
    path("voice", views.voice, name="voice"),
    path("voice/allow", views.allow, name="allow"),
    path("voice/withdraw", views.withdraw, name="withdraw"),
    path("unbar", views.unbar, name="unbar"),
    path("forget-steps", views.forget_steps, name="forget_steps"),
]
