"""Addresses of the rehearsal wing."""

from django.urls import path

from aftershift.web.rehearsal import views

app_name = "rehearsal"
urlpatterns = [
    path("", views.shelf, name="shelf"),
    path("scenes/<slug:scene>", views.scene, name="scene"),
    path("speaking-up/<slug:drill>", views.speaking_up, name="speaking-up"),
    path("listening/<slug:message>", views.listening, name="listening"),
]
