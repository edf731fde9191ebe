"""Addresses of the help wing."""

from django.urls import path

from aftershift.web.help import views

app_name = "help"
urlpatterns = [
    path("", views.home, name="home"),
    path("reset", views.reset, name="reset"),
]
