"""Who is asking, and the gate in front of every private page."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from aftershift.web.people.models import LiveSession, Person
from aftershift.wiring import Vault

P = ParamSpec("P")
LOCK_AFTER_SECONDS = int(LiveSession.IDLE.total_seconds())


@dataclass(frozen=True, kw_only=True, slots=True)
class SignedIn:
    """A person with their vault open; actions and queries take it as `by`."""

    person: Person
    vault: Vault
    session: LiveSession

    @property
    def is_recovered(self) -> bool:
        """Say whether they came by the recovery key and owe a new password."""
        return bool(self.session.state == LiveSession.RECOVERED)


class VisitorRequest(HttpRequest):
    """A request by somebody, signed in or not."""

    by: SignedIn | None


class PersonRequest(HttpRequest):
    """A request by somebody who is signed in."""

    by: SignedIn


PrivateView = Callable[Concatenate[PersonRequest, P], HttpResponse]
OpenView = Callable[Concatenate[VisitorRequest, P], HttpResponse]
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def signed_in(view: PrivateView[P]) -> View[P]:
    """Let only a signed-in person pass; everybody else meets the locked page.

    The page locks itself when its session would, also in a browser without JavaScript.
    """
    return _gate(view, states=(LiveSession.OPEN,))


def signed_in_or_recovered(view: PrivateView[P]) -> View[P]:
    """Let also somebody pass who came by the recovery key and owes a new password."""
    return _gate(view, states=(LiveSession.OPEN, LiveSession.RECOVERED))


def signed_out_ok(view: OpenView[P]) -> View[P]:
    """Let everybody pass; the view may look at `request.by`, which may be None."""

    @wraps(view)
    def opened(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        return view(cast(VisitorRequest, request), *args, **kwargs)

    return opened


def go_to(request: HttpRequest, address: str) -> HttpResponse:
    """Send a browser elsewhere, whether it asked for a page or htmx asked for a part of one."""
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return redirect(address)


def locking_itself(response: HttpResponse) -> HttpResponse:
    """Keep a private page off disks, and send it away when its session would lock."""
    response.headers.setdefault("Refresh", f"{LOCK_AFTER_SECONDS}; url=/locked")
    response["Cache-Control"] = "no-store"
    return response


def _gate(view: PrivateView[P], *, states: tuple[str, ...]) -> View[P]:
    @wraps(view)
    def gated(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        by: SignedIn | None = getattr(request, "by", None)
        if by is None:
            return go_to(request, reverse("people:locked"))
        if by.session.state not in states:
            return go_to(request, reverse("people:renew"))
        return locking_itself(view(cast(PersonRequest, request), *args, **kwargs))

    return gated
