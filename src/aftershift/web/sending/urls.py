"""Addresses of the sending wing."""

from django.urls import path

from aftershift.web.sending import views

app_name = "sending"
urlpatterns = [path("", views.page, name="page")]
