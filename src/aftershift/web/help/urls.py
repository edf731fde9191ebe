"""Addresses of the help wing: each page in the host's own language, and in each of the five."""

from django.urls import path, register_converter

from aftershift.engines.safety.help_card import LANGUAGES
from aftershift.web.help import views


class Language:
    """One of the languages that the card speaks."""

    regex = "|".join(LANGUAGES)

    def to_python(self, value: str) -> str:
        """Take it as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Write it as it is."""
        return value


register_converter(Language, "language")

app_name = "help"
urlpatterns = [
    path("", views.home, name="home"),
    path("choose", views.choose, name="choose"),
    path("reset", views.reset, name="reset"),
    path("plan", views.plan, name="plan"),
    path("which/", views.which, name="which"),
    path("sheet/", views.sheet, name="sheet"),
    path("leaving/", views.leaving, name="leaving"),
    path("list/<str:code>/<int:place>", views.note, name="list"),
    path("<language:language>", views.home, name="home_in"),
    path("<language:language>/reset", views.reset, name="reset_in"),
    path("<language:language>/plan", views.plan, name="plan_in"),
    path("<language:language>/which/", views.which, name="which_in"),
    path("<language:language>/sheet/", views.sheet, name="sheet_in"),
    path("<language:language>/leaving/", views.leaving, name="leaving_in"),
    path("<language:language>/list/<str:code>/<int:place>", views.note, name="list_in"),
]
