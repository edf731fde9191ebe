"""Addresses of the rituals wing."""

from django.urls import path

from aftershift.web.rituals import views

app_name = "rituals"
urlpatterns = [
    path("", views.page, name="page"),
    path("take-up", views.take_up, name="take_up"),
    path("let-go", views.let_go, name="let_go"),
    path("hold", views.hold, name="hold"),
]
