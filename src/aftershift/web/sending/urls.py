"""Addresses of the sending wing."""

from django.urls import path

from aftershift.web.sending import own_views, views

app_name = "sending"
urlpatterns = [
    path("", views.page, name="page"),
    path("own/", own_views.own, name="own"),
]
