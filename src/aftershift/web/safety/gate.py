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
from django.utils.functional import Promise

from aftershift.engines.safety.rows import Feature
from aftershift.web.people.signed_in import PersonRequest
from aftershift.web.safety import queries
from aftershift.web.safety.words import title_of

P = ParamSpec("P")
OwnView = Callable[Concatenate[PersonRequest, P], HttpResponse]


def for_two(view: OwnView[P]) -> OwnView[P]:
    """Show the page, or say that it is put away and how it comes back."""

    @wraps(view)
    def gated(request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if queries.is_just_me(by=request.by):
            return away(request)
        return view(request, *args, **kwargs)

    return gated


def asked_first(view: OwnView[P]) -> OwnView[P]:
    """Ask once, privately, whether somebody is afraid, before the first thing that two share.

    It stands closed until the answer is no. Whoever says yes, or nothing, meets the same door again
    and nothing was written: there is no trace to find, and what is their own works as ever. It
    never shuts again by an answer: a door that did would tell whoever holds the phone. What shuts
    it is to put away what is for two.
    """

    @wraps(view)
    def gated(request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not queries.was_asked(by=request.by):
            return render(request, "safety/before.html", {"title": title_here(request)})
        return view(request, *args, **kwargs)

    return for_two(gated)


def unless_resting(feature: Feature) -> Callable[[OwnView[P]], OwnView[P]]:
    """Show the page unless what it is for rests after a risk; then say so, and the way back."""

    def gate(view: OwnView[P]) -> OwnView[P]:
        @wraps(view)
        def gated(request: PersonRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if queries.is_resting(feature, by=request.by):
                return away(request)
            return view(request, *args, **kwargs)

        return gated

    return gate


def away(request: PersonRequest) -> HttpResponse:
    """Say that something is put away or rests, and how it comes back."""
    context = {"page": queries.own_page(by=request.by), "title": title_here(request)}
    return render(request, "safety/away.html", context)


def title_here(request: PersonRequest) -> Promise | str:
    """Give the title that the page has in a history whatever is shown on it."""
    match = request.resolver_match
    return title_of(match.view_name if match else "")
