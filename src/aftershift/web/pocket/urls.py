"""Addresses of the pocket wing. The service worker keeps every one of them."""

from django.urls import path

from aftershift.web.pocket import views

app_name = "pocket"
urlpatterns = [
    path("", views.home, name="home"),
    path("cards", views.notes, name="cards"),
    path("talk", views.talk, name="talk"),
    path("<slug:room>", views.one_room, name="room"),
]
