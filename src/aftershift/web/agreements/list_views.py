"""Pages of the agreements wing: the checklists about the two, side by side."""

from dataclasses import replace

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from aftershift.web.agreements import actions, lists, queries
from aftershift.web.agreements.forms import ListForm, ShowListForm
from aftershift.web.pages import clock
from aftershift.web.pairing.gate import linked
from aftershift.web.pairing.queries import NotLinked
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.safety.gate import asked_first


@require_safe
@signed_in
@asked_first
@linked
def page(request: PersonRequest) -> HttpResponse:
    """Show what has met, and what one may show."""
    two = queries.two(by=request.by)
    if two is None:
        raise NotLinked
    shown = lists.lists_page(two, by=request.by, now=clock.now())
    return render(request, "agreements/lists.html", {"page": shown})


@require_POST
@signed_in
@asked_first
@linked
def show(request: PersonRequest) -> HttpResponse:
    """Say yes to showing a list when the other does: the count, and by choice its lines."""
    form = ShowListForm(request.POST)
    own = lists.own_lists(by=request.by, now=clock.now())
    if not form.is_valid() or form.cleaned_data["checklist"] not in own:
        raise Http404
    filled = own[form.cleaned_data["checklist"]]
    lines = filled.lines if form.cleaned_data["lines"] else None
    actions.show_list(by=request.by, filled=replace(filled, lines=lines))
    return redirect("agreements:lists")


@require_POST
@signed_in
@linked
def hide(request: PersonRequest) -> HttpResponse:
    """Take a list back. No gate of fear stands before this door."""
    form = ListForm(request.POST)
    if not form.is_valid():
        raise Http404
    actions.hide_list(by=request.by, checklist=form.cleaned_data["checklist"])
    return redirect("agreements:lists")
