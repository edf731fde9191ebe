"""Addresses of the network wing; nobody's name stands in them."""

from django.urls import path

from aftershift.web.network import views

app_name = "network"
urlpatterns = [
    path("", views.page, name="page"),
    path("add", views.add, name="add"),
    path("talked", views.talked, name="talked"),
    path("silence", views.silence, name="silence"),
    path("remove", views.remove, name="remove"),
    path("strong-one", views.hero, name="hero"),
]
