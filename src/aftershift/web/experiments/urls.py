"""Addresses of the experiments wing; none of them says what is tested."""

from django.urls import path

from aftershift.web.experiments import both_views, views

app_name = "experiments"
urlpatterns = [
    path("", views.page, name="page"),
    path("begin", views.begin, name="begin"),
    path("join", both_views.join, name="join"),
    path("aside", both_views.put_aside, name="put_aside"),
    path("<uuid:experiment_id>", views.experiment, name="experiment"),
    path("<uuid:experiment_id>/tick", views.tick, name="tick"),
    path("<uuid:experiment_id>/hold", views.hold, name="hold"),
    path("<uuid:experiment_id>/both", both_views.ask, name="ask"),
    path("<uuid:experiment_id>/hand-over", both_views.hand_over, name="hand_over"),
    path("<uuid:experiment_id>/take-back", both_views.take_back, name="take_back"),
    path("<uuid:experiment_id>/stop", views.stop, name="stop"),
    path("<uuid:experiment_id>/erase", views.erase, name="erase"),
]
