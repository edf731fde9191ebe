"""Addresses of the home wing."""

from django.urls import path

from aftershift.web.home import views

urlpatterns = [
    path("", views.home, name="home"),
    path("demo/<str:name>", views.demo_file, name="demo_file"),
]
