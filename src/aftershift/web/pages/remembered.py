"""What this browser remembers by somebody's own wish: which country comes first, and no more.

The cookie's name says nothing, and nobody's name goes with it. The help page's own script reads
it when there is no network, so it is no `HttpOnly` one.
"""

from datetime import timedelta

from django.http import HttpResponse

COUNTRY = "__Host-order"
_KEPT = timedelta(days=365)


def remember(response: HttpResponse, country: str) -> HttpResponse:
    """Let the browser remember a country."""
    response.set_cookie(COUNTRY, country, max_age=_KEPT, secure=True, samesite="Lax")
    return response


def forget(response: HttpResponse) -> HttpResponse:
    """Let the browser forget it."""
    response.set_cookie(COUNTRY, "", max_age=0, secure=True, samesite="Lax")
    return response
