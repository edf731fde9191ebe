"""What this browser remembers by somebody's own wish: which country comes first, light or dark.

A cookie's name says nothing, and nobody's name goes with it. Scripts of pages that are read without
a network read them, so they are no `HttpOnly` ones.
"""

from datetime import timedelta

from django.http import HttpResponse

COUNTRY = "__Host-order"
PAPER = "__Host-paper"  # "light", "dark" or "hours"
_KEPT = timedelta(days=365)


def remember(response: HttpResponse, value: str, name: str = COUNTRY) -> HttpResponse:
    """Let the browser remember a country, or what another cookie of ours is for."""
    response.set_cookie(name, value, max_age=_KEPT, secure=True, samesite="Lax")
    return response


def forget(response: HttpResponse) -> HttpResponse:
    """Let the browser forget all of it."""
    for name in (COUNTRY, PAPER):
        response.set_cookie(name, "", max_age=0, secure=True, samesite="Lax")
    return response
