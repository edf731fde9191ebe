"""Addresses of the pages without a wing."""

from django.urls import path

from aftershift.web.pages import views

urlpatterns = [
    path("offline", views.offline, name="offline"),
]
