"""The gate before whatever is for two: who put it away does not meet it on their own pages.

    @require_safe
    @signed_in
    @for_two
    def window(request: PersonRequest) -> HttpResponse: ...

It looks at nothing but the reader's own sealed row, and changes nothing: whoever is on the other
side gets the same bytes.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpResponse
from django.shortcuts import render

from aftershift.web.people.signed_in import PersonRequest
from aftershift.web.safety import queries

P = ParamSpec("P")
OwnView = Callable[Concatenate[PersonRequest, P], HttpResponse]


def for_two(view: OwnView[P]) -> OwnView[P]:
    """Show the page, or say that it is put away and how it comes back."""

    @wraps(view)
    def gated(request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if queries.is_just_me(by=request.by):
            page = queries.own_page(by=request.by)
            return render(request, "safety/away.html", {"page": page})
        return view(request, *args, **kwargs)

    return gated
