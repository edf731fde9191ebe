"""Addresses of the rosters wing."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
