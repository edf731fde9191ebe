"""Addresses of the mydata wing."""

from django.urls import path

from aftershift.web.mydata import views

app_name = "mydata"
urlpatterns = [
    path("", views.page, name="page"),
    path("aftershift.json", views.take_json, name="json"),
    path("aftershift.html", views.take_readable, name="readable"),
    path("erase", views.erase, name="erase"),
    path("erased", views.erased, name="erased"),
]
