"""Addresses of the check-ins; no day and no number stands in them."""

from django.urls import path

from aftershift.web.checkins import views

app_name = "checkins"
urlpatterns = [
    path("", views.day, name="day"),
    path("yesterday", views.yesterday, name="yesterday"),
    path("week", views.week, name="week"),
    path("footprint", views.footprint, name="footprint"),
    path("footprint/erase", views.erase_footprint, name="erase_footprint"),
    path("trends", views.trends, name="trends"),
    path("forget", views.forget, name="forget"),
    path("answers.csv", views.answers, name="answers"),
    path("codebook.csv", views.codebook, name="codebook"),
]
