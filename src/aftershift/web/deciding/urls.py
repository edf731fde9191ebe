"""Addresses of the deciding wing; none of them says what is decided."""

from django.urls import path

from aftershift.web.deciding import sheet_views, views

app_name = "deciding"
urlpatterns = [
    path("", views.page, name="page"),
    path("begin", views.begin, name="begin"),
    path("<uuid:decision_id>", views.decision, name="decision"),
    path("<uuid:decision_id>/compare", views.compare, name="compare"),
    path("<uuid:decision_id>/erase", views.erase, name="erase"),
    path("<uuid:decision_id>/sheet", sheet_views.own, name="own"),
    path("<uuid:decision_id>/other", sheet_views.other, name="other"),
    path("sheet/<uuid:sheet_id>", sheet_views.sheet, name="sheet"),
    path("sheet/<uuid:sheet_id>/values", sheet_views.values, name="values"),
    path("sheet/<uuid:sheet_id>/way/<int:place>", sheet_views.way, name="way"),
    path("sheet/<uuid:sheet_id>/erase", sheet_views.erase, name="erase_sheet"),
]
