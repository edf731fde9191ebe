"""The gate before whatever needs two linked accounts: who has no link is shown how to have one."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpResponse
from django.shortcuts import redirect

from aftershift.web.pairing import queries
from aftershift.web.people.signed_in import PersonRequest

P = ParamSpec("P")
OwnView = Callable[Concatenate[PersonRequest, P], HttpResponse]


def linked(view: OwnView[P]) -> OwnView[P]:
    """Let only somebody pass who is linked; stand behind the gates of the safety wing.

    A link that ends in another tab meanwhile leads to the same page.
    """

    @wraps(view)
    def gated(request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if queries.pair(by=request.by) is None:
            return redirect("pairing:page")
        try:
            return view(request, *args, **kwargs)
        except queries.NotLinked:
            return redirect("pairing:page")

    return gated
