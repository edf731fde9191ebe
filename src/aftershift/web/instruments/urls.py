"""Addresses of this wing; they stand in histories, so an instrument has a bare name."""

from django.urls import path

from aftershift.web.instruments import taking, views

app_name = "instruments"
urlpatterns = [
    path("", views.page, name="page"),
    path("answers.json", taking.take, name="take"),
    path("answers.zip", taking.take_all, name="take-all"),
    path("bring-back", taking.bring, name="bring"),
    path("bring-back/keep", taking.keep_brought, name="keep-brought"),
    path("kept/<uuid:measure_id>", views.kept, name="kept"),
    path("kept/<uuid:measure_id>/erase", views.erase, name="erase"),
    path("<slug:instrument_id>", views.instrument, name="form"),
    path("<slug:instrument_id>/keep", views.keep, name="keep"),
    path("<slug:instrument_id>/over-time", views.over_time, name="over-time"),
    path("<slug:instrument_id>/erase-all", views.erase_all, name="erase-all"),
]
