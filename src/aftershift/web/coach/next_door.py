"""The one link that may stand under a reply: a scene for words, written words, a tool for later."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from aftershift.engines.coach.state import Act
from aftershift.engines.safety.risk import Level
from aftershift.library.neighbours import load_neighbours
from aftershift.web.coach.papers import TalkPaper

TRY_IT = _("Try it out first:")
MORE_WORDS = _("Written words for this:")
A_TOOL = _("A few minutes that may help:")


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """Where a talk may go on: what it is for, its name and its address."""

    says: Promise
    name: str
    address: str


def link_of(kept: TalkPaper, *, just_me: bool) -> Link | None:
    """Give the link under the last reply.

    None where there is no neighbour, at a risk or a fear, or where what is for two was put away.
    """
    near = load_neighbours().get(kept.state.theme)
    last = kept.said[-1] if kept.said else None
    course = kept.state.course
    is_shut = course.guarded or course.level >= Level.CHECK_IN
    if near is None or last is None or is_shut or (near.for_two and just_me):
        return None
    if last.act == Act.SCRIPT and near.scene:
        name, title = near.scene
        return Link(says=TRY_IT, name=title, address=reverse("rehearsal:scene", args=[name]))
    if last.act == Act.SCRIPT and near.words:
        name, title = near.words
        return Link(says=MORE_WORDS, name=title, address=reverse("wording:script", args=[name]))
    if last.act == Act.PLAN and near.tool:
        room = reverse("pocket:room", args=[near.tool.room])
        return Link(says=A_TOOL, name=near.tool.name, address=f"{room}#{near.tool.id}")
    return None
