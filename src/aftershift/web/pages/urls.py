"""Addresses of the pages without a wing."""

from django.urls import path

from aftershift.web.pages import views

urlpatterns = [
    path("offline", views.offline, name="offline"),
    path("measures", views.neutral, name="neutral"),
    path("look", views.look, name="look"),
    path("sw.js", views.service_worker, name="service-worker"),
]
