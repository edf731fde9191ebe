"""Addresses of the pairing wing."""

from django.urls import path

from aftershift.web.pairing import views

app_name = "pairing"
urlpatterns = [
    path("", views.page, name="page"),
    path("offer", views.offer, name="offer"),
    path("code", views.answer, name="answer"),
    path("confirm", views.confirm, name="confirm"),
    path("end", views.end, name="end"),
]
