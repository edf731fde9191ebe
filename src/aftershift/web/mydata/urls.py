"""Addresses of the mydata wing."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
