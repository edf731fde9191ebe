"""Addresses of the reflections wing; they stand in histories, so a list has a bare id."""

from django.urls import path

from aftershift.web.reflections import views

app_name = "reflections"
urlpatterns = [
    path("", views.page, name="page"),
    path("kept/<uuid:reflection_id>", views.kept, name="kept"),
    path("kept/<uuid:reflection_id>/erase", views.erase, name="erase"),
    path("<slug:list_id>", views.checklist, name="list"),
    path("<slug:list_id>/keep", views.keep, name="keep"),
]
