"""Addresses of the reading wing."""

from django.urls import path

from aftershift.web.reading import views

app_name = "reading"
urlpatterns = [
    path("", views.home, name="home"),
    path("practices/<str:slug>", views.practice, name="practice"),
    path("heard", views.myths, name="myths"),
    path("words", views.glossary, name="glossary"),
    path("grades", views.grades, name="grades"),
]
