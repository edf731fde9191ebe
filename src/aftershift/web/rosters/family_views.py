"""Pages about who somebody is: a partner, a child with its days, a relative at home."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from aftershift.engines.windows.overlap import Role
from aftershift.web.pages import clock
from aftershift.web.people.signed_in import PersonRequest, signed_in
from aftershift.web.rosters import actions, queries
from aftershift.web.rosters.forms import ChildForm, WhoForm, initial_of
from aftershift.web.rosters.papers import MemberPaper


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def who(request: PersonRequest, member: UUID) -> HttpResponse:
    """Show and change what somebody is to the household."""
    name, paper = _somebody_or_404(request, member)
    kept = {"role": paper.role.value, "at_home": paper.at_home}
    form = WhoForm(request.POST if request.method == "POST" else None, initial=kept)
    if request.method != "POST" or not form.is_valid():
        page = {"form": form, "name": name, "member": member}
        return render(request, "rosters/who.html", page, status=422 if form.errors else 200)
    actions.say_who(by=request.by, member=member, now=clock.now(), **form.cleaned_data)
    if form.cleaned_data["role"] is Role.CHILD:
        return redirect("rosters:child", member)
    return redirect("/rosters/?done=kept")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def child(request: PersonRequest, member: UUID) -> HttpResponse:
    """Show and change a child's days."""
    name, paper = _somebody_or_404(request, member)
    form = ChildForm(
        request.POST if request.method == "POST" else None,
        initial=initial_of(paper.child),
        today=clock.now().date(),
    )
    if request.method != "POST" or not form.is_valid():
        page = {"form": form, "name": name, "member": member}
        return render(request, "rosters/child.html", page, status=422 if form.errors else 200)
    actions.set_child(by=request.by, member=member, child=form.paper(), now=clock.now())
    return redirect("/rosters/?done=child")


def _somebody_or_404(request: PersonRequest, member: UUID) -> tuple[str, MemberPaper]:
    """Find somebody else of the household: of oneself nobody asks."""
    names = queries.member_names(by=request.by)
    if member not in names or member == next(iter(names)):
        raise Http404
    return names[member], queries.ways(by=request.by).members[member]
