"""The gate of the second factor's step: the password was right, and nothing is open yet."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from aftershift.web.people import sessions
from aftershift.web.people.signed_in import SignedIn, View

P = ParamSpec("P")


class WaitingRequest(HttpRequest):
    """A request by somebody who owes a second factor; `waiting` is for the factor's step only."""

    waiting: SignedIn


def waits_for_factor(
    view: Callable[Concatenate[WaitingRequest, P], HttpResponse],
) -> View[P]:
    """Let only somebody pass whose password was right within the last five minutes."""

    @wraps(view)
    def gated(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        secret = request.COOKIES.get(sessions.COOKIE, "")
        waiting = sessions.waiting_by(secret, timezone.now()) if secret else None
        if waiting is None:
            return redirect("people:sign-in")
        asking = cast(WaitingRequest, request)
        asking.waiting = waiting
        return view(asking, *args, **kwargs)

    return gated
