"""Addresses of the help wing."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
