"""Addresses of this wing; they stand in histories, so an instrument has a bare name."""

from django.urls import path

from aftershift.web.instruments import views

app_name = "instruments"
urlpatterns = [
    path("", views.page, name="page"),
    path("answers.json", views.take, name="take"),
    path("kept/<uuid:measure_id>", views.kept, name="kept"),
    path("kept/<uuid:measure_id>/erase", views.erase, name="erase"),
    path("<slug:instrument_id>", views.instrument, name="form"),
    path("<slug:instrument_id>/keep", views.keep, name="keep"),
]
