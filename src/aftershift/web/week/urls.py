"""Addresses of the week; none of them says what it holds."""

from django.urls import path

from aftershift.web.week import views

app_name = "week"
urlpatterns = [
    path("", views.page, name="page"),
    path("cap", views.cap, name="cap"),
    path("place", views.place, name="place"),
    path("not-this", views.refuse, name="refuse"),
    path("bold", views.bold, name="bold"),
    path("<uuid:kept_id>/let-go", views.let_go, name="let_go"),
    path("habit", views.habit, name="habit"),
    path("habit/end", views.end_habit, name="end_habit"),
    path("calendar", views.feed, name="feed"),
    path("no-notes", views.refuse_notes, name="refuse_notes"),
    path("conversation", views.conversation, name="conversation"),
    path("text", views.write, name="write"),
    path("text/<uuid:text_id>", views.text, name="text"),
    path("text/<uuid:text_id>/erase", views.erase_text, name="erase_text"),
]
