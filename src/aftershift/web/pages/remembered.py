"""What this browser remembers by somebody's own wish: which country comes first, and its look.

A cookie's name says nothing, and nobody's name goes with it. Scripts of pages that are read without
a network read them, so they are no `HttpOnly` ones.
"""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse

COUNTRY = "__Host-order"
PAPER = "__Host-paper"  # "light", "dark" or "hours"
LOOK, PLAIN = "__Host-look", "notes"  # what an installed app is called
_KEPT = timedelta(days=365)


def remember(response: HttpResponse, value: str, name: str = COUNTRY) -> HttpResponse:
    """Let the browser remember a country, or what another cookie of ours is for."""
    response.set_cookie(name, value, max_age=_KEPT, secure=True, samesite="Lax")
    return response


def forget(response: HttpResponse, *names: str) -> HttpResponse:
    """Let the browser forget the country, or what is named."""
    for name in names or (COUNTRY,):
        response.set_cookie(name, "", max_age=0, secure=True, samesite="Lax")
    return response


def looks_plain(request: HttpRequest) -> bool:
    """Say whether an app installed from this browser has a name that says nothing."""
    return request.COOKIES.get(LOOK) == PLAIN
