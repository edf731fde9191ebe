"""Addresses of the windows wing."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
