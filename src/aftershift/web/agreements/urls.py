"""Addresses of the agreements wing; no word of anybody stands in them."""

from django.urls import path

from aftershift.web.agreements import beside_views, list_views, repair_views, time_views, views

app_name = "agreements"
urlpatterns = [
    path("", views.page, name="page"),
    path("new", views.new, name="new"),
    path("begin", views.begin, name="begin"),
    path("agree", views.agree, name="agree"),
    path("aside", views.put_aside, name="put_aside"),
    path("end", views.end, name="end"),
    path("look", views.look_again, name="look_again"),
    path("ground-rules", views.ground_rules, name="ground_rules"),
    path("time-out", time_views.time_out, name="time_out"),
    path("time-out/move", time_views.move_return, name="move_return"),
    path("time-out/hold", time_views.hold_return, name="hold_return"),
    path("time-out/over", time_views.end_time_out, name="end_time_out"),
    path("coming-home", time_views.say_coming, name="say_coming"),
    path("coming-home/back", time_views.take_coming_back, name="take_coming_back"),
    path("repair", repair_views.repair, name="repair"),
    path("repair/ready", repair_views.ready, name="ready"),
    path("repair/hold", repair_views.hold_talk, name="hold_talk"),
    path("repair/end", repair_views.end_repair, name="end_repair"),
    path("side-by-side", beside_views.page, name="beside"),
    path("side-by-side/show", beside_views.show, name="show"),
    path("side-by-side/hide", beside_views.hide, name="hide"),
    path("lists", list_views.page, name="lists"),
    path("lists/show", list_views.show, name="show_list"),
    path("lists/hide", list_views.hide, name="hide_list"),
    path("check-in", time_views.check_in, name="check_in"),
    path("check-in/hold", time_views.hold_check_in, name="hold_check_in"),
]
