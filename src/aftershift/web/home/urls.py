"""Addresses of the home wing."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
