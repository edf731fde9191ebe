"""One quiet link under words or a plan: to a scene, to written words, to a tool."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.people import Account

from aftershift.engines.coach.state import Act, State
from aftershift.engines.safety.course import Course
from aftershift.engines.safety.risk import Level
from aftershift.library.neighbours import Neighbour, load_neighbours
from aftershift.library.shelf import ContentError
from aftershift.web.coach import queries
from aftershift.web.coach.models import Talk
from aftershift.web.coach.next_door import link_of
from aftershift.web.coach.papers import Said, TalkPaper
from aftershift.web.pages import clock

HOME = "home-empty"


def talk(theme: str, act: Act, course: Course | None = None) -> TalkPaper:
    state = State(theme=theme, course=course or Course())
    said = Said(by_coach=True, text="“Hello.”", act=act.value)
    return TalkPaper(state=state, said=(said,), began=clock.now(), last=clock.now())


def keep(who: Account, kept: TalkPaper) -> str:
    row = Talk.objects.filter(person=who.person).first() or Talk(person=who.person)
    row.write_from(who.by.vault, kept)
    row.save()
    assert queries.paper(by=who.by).said
    page: str = who.browser.get("/coach/").text
    return page


@pytest.mark.parametrize(("theme", "near"), load_neighbours().items())
def test_every_link_leads_to_a_page_that_is_there(
    nurse: Account, theme: str, near: Neighbour
) -> None:
    assert near.scene or near.words or near.tool
    for act in (Act.SCRIPT, Act.PLAN):
        link = link_of(talk(theme, act), just_me=False)
        if link is not None:
            address, _, place = link.address.partition("#")
            page = nurse.browser.get(address)
            assert page.status_code == 200
            assert f'id="{place}"' in page.text or not place


def test_words_lead_to_a_scene_or_more_words_and_a_plan_to_a_tool() -> None:
    for theme, near in load_neighbours().items():
        words = link_of(talk(theme, Act.SCRIPT), just_me=False)
        expected = near.scene or near.words
        assert (words and words.name) == (expected and expected[1])
        plan = link_of(talk(theme, Act.PLAN), just_me=False)
        assert (plan and plan.name) == (near.tool and near.tool.name)


def test_one_link_stands_on_the_page_under_words_alone(nurse: Account) -> None:
    page = keep(nurse, talk(HOME, Act.SCRIPT))
    assert page.count("Try it out first:") == 1
    assert 'href="/rehearsal/scenes/home-late"' in page
    assert "Try it out first:" not in keep(nurse, talk(HOME, Act.REFLECT))


@pytest.mark.parametrize("act", [Act.SCRIPT, Act.PLAN])
@pytest.mark.parametrize("course", [Course(level=Level.CHECK_IN), Course(guarded=True)])
def test_never_at_a_risk_or_a_fear(act: Act, course: Course) -> None:
    assert all(link_of(talk(one, act, course), just_me=False) is None for one in load_neighbours())


def test_in_just_me_nothing_leads_to_what_is_for_two(nurse: Account) -> None:
    assert load_neighbours()[HOME].for_two
    assert load_neighbours()["work-follows-home"].for_two  # of one's own, but its scene is not
    nurse.browser.post("/mine/away")
    assert "Try it out first:" not in keep(nurse, talk(HOME, Act.SCRIPT))
    at_work = keep(nurse, talk("rude-senior", Act.SCRIPT))
    assert 'href="/rehearsal/scenes/consultant-round"' in at_work


def test_a_theme_that_is_not_known_has_no_neighbour() -> None:
    assert link_of(talk("", Act.SCRIPT), just_me=False) is None
    assert link_of(replace(talk(HOME, Act.SCRIPT), said=()), just_me=False) is None


@pytest.mark.parametrize(
    "line", ['theme = "no-such"', 'theme = "bully"\nscene = "x"', 'theme = "bully"\ntool = "x"']
)
def test_what_is_on_no_shelf_is_refused(tmp_path: Path, line: str) -> None:
    file = tmp_path / "neighbours.toml"
    file.write_text(f"[[neighbour]]\n{line}\n", encoding="utf-8")
    with pytest.raises(ContentError, match="is on no shelf"):
        load_neighbours(file)
