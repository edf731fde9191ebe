"""Addresses of the experiments wing; none of them says what is tested."""

from django.urls import path

from aftershift.web.experiments import views

app_name = "experiments"
urlpatterns = [
    path("", views.page, name="page"),
    path("begin", views.begin, name="begin"),
    path("<uuid:experiment_id>", views.experiment, name="experiment"),
    path("<uuid:experiment_id>/tick", views.tick, name="tick"),
    path("<uuid:experiment_id>/hold", views.hold, name="hold"),
    path("<uuid:experiment_id>/stop", views.stop, name="stop"),
    path("<uuid:experiment_id>/erase", views.erase, name="erase"),
]
