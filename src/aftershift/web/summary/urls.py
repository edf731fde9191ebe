"""Address of the page to print; what was ticked stands in it by ids, never a result."""

from django.urls import path

from aftershift.web.summary import views

app_name = "summary"
urlpatterns = [path("", views.page, name="page")]
