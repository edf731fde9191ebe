"""Addresses of the journal; none of them says what is written."""

from django.urls import path

from aftershift.web.journal import views

app_name = "journal"
urlpatterns = [
    path("", views.page, name="page"),
    path("write", views.write, name="write"),
    path("ask", views.ask, name="ask"),
    path("older/<int:place>", views.older, name="older"),
    path("friend", views.friend, name="friend"),
    path("voice", views.voice, name="voice"),
    path("transcription", views.transcription, name="transcription"),
    path("transcription/allow", views.allow, name="allow"),
    path("transcription/withdraw", views.withdraw, name="withdraw"),
    path("<uuid:entry_id>", views.entry, name="entry"),
    path("<uuid:entry_id>/listen", views.listen, name="listen"),
    path("<uuid:entry_id>/text", views.text, name="text"),
    path("<uuid:entry_id>/change", views.change, name="change"),
    path("<uuid:entry_id>/erase", views.erase, name="erase"),
]
