"""What this browser remembers by somebody's own wish: which country comes first, and its look.

The cookies' names say nothing, and nobody's name goes with them. The help page's own script reads
the country when there is no network, so it is no `HttpOnly` one.
"""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse

COUNTRY = "__Host-order"
LOOK, PLAIN = "__Host-look", "notes"
_KEPT = timedelta(days=365)


def remember(response: HttpResponse, country: str) -> HttpResponse:
    """Let the browser remember a country."""
    return _kept(response, COUNTRY, country)


def forget(response: HttpResponse) -> HttpResponse:
    """Let the browser forget it."""
    return _gone(response, COUNTRY)


def looks_plain(request: HttpRequest) -> bool:
    """Say whether an app installed from this browser has a name that says nothing."""
    return request.COOKIES.get(LOOK) == PLAIN


def look_plain(response: HttpResponse) -> HttpResponse:
    """Let the browser remember the name that says nothing."""
    return _kept(response, LOOK, PLAIN)


def look_as_ever(response: HttpResponse) -> HttpResponse:
    """Let the browser forget that name."""
    return _gone(response, LOOK)


def _kept(response: HttpResponse, name: str, value: str) -> HttpResponse:
    response.set_cookie(name, value, max_age=_KEPT, secure=True, samesite="Lax")
    return response


def _gone(response: HttpResponse, name: str) -> HttpResponse:
    response.set_cookie(name, "", max_age=0, secure=True, samesite="Lax")
    return response
