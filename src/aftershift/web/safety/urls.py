"""Addresses of the safety wing; they stand in histories, so they say nothing."""

from django.urls import path

from aftershift.web.safety import views

app_name = "safety"
urlpatterns = [
    path("", views.page, name="page"),
    path("plan", views.plan, name="plan"),
    path("plan/paper", views.paper, name="paper"),
    path("plan/notes.html", views.take, name="take"),
    path("plan/erase", views.erase_plan, name="erase_plan"),
    path("person", views.trusted, name="trusted"),
    path("before", views.before, name="before"),
    path("before/next", views.answered, name="answered"),
    path("away", views.put_away, name="put_away"),
    path("back", views.bring_back, name="bring_back"),
    path("look", views.look, name="look"),
    path("safe", views.feel_safe, name="feel_safe"),
    path("forget", views.forget_note, name="forget_note"),
]
