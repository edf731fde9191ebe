"""Addresses of the mydata wing."""

from django.urls import path

from aftershift.web.mydata import bringing_views, views

app_name = "mydata"
urlpatterns = [
    path("", views.page, name="page"),
    path("aftershift.json", views.take_json, name="json"),
    path("aftershift.html", views.take_readable, name="readable"),
    path("voice-notes.zip", bringing_views.take_sounds, name="sounds"),
    path("bring", bringing_views.bring, name="bring"),
    path("bring/sounds", bringing_views.bring_sounds, name="bring-sounds"),
    path("erase", views.erase, name="erase"),
    path("erased", views.erased, name="erased"),
]
