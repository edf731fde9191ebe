"""Whether a step that was done helped: asked once, by taps, and only helped counts as helped."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.people import Account
from tests.web.hearing import Calm
from tests.web.sending.asking import listens_with

from aftershift.engines.coach.proposing import SMALL, proposed
from aftershift.engines.coach.state import Known
from aftershift.engines.safety.course import Course
from aftershift.engines.safety.risk import Level
from aftershift.library.evidence import load_evidence
from aftershift.web.coach import actions, queries
from aftershift.web.coach.models import Talk
from aftershift.web.coach.papers import Step, TalkPaper
from aftershift.web.coach.personal import export
from aftershift.web.pages import clock

PAGE, SAY, HELPED, KEPT = "/coach/", "/coach/say", "/coach/helped", "/coach/kept"
THANKS = "partner.thanks"


@pytest.fixture(autouse=True)
def ear(monkeypatch: pytest.MonkeyPatch) -> Calm:
    return listens_with(monkeypatch, Calm())


def keep(who: Account, kept: TalkPaper) -> None:
    row = Talk.objects.filter(person=who.person).first() or Talk(person=who.person)
    row.write_from(who.by.vault, kept)
    row.save()


def planned(who: Account, outcome: str = "") -> TalkPaper:
    """Give a talk that is over, in which giving thanks was planned."""
    step = Step(practice=THANKS, planned=clock.now() - timedelta(days=2), outcome=outcome)
    keep(who, replace(queries.paper(by=who.by), steps=(step,)))
    return queries.paper(by=who.by)


def do_it(who: Account) -> str:
    """Be asked how the step went, and tap that it was done."""
    opened = who.browser.get(PAGE).text
    for move, words in (("did", "I did it"), ("not_done", "I did not")):
        assert re.search(rf'name="tapped" value="{move}"[^>]*>{words}<', opened)
    page: str = who.browser.post(SAY, {"tapped": "did"}, follow=True).text
    return page


def tap(who: Account, helped: str, **more: str) -> str:
    page = who.browser.post(HELPED, {"practice": THANKS, "helped": helped, **more}, follow=True)
    said: str = page.text
    return said


def test_after_it_was_done_it_is_asked_once_whether_it_helped(nurse: Account) -> None:
    planned(nurse)
    assert "Did it help?" not in nurse.browser.get(PAGE).text
    asked = do_it(nurse)
    assert queries.paper(by=nurse.by).steps[-1].outcome == "did"
    assert [word in asked for word in ("Did it help?", "It made no difference")] == [True, True]
    page = tap(nurse, "helped")
    assert "Good to know" in page
    assert "Did it help?" not in page
    assert export(nurse.by)["steps"][-1]["outcome"] == "helped"


@pytest.mark.parametrize(
    ("helped", "words", "counts"),
    [
        ("helped", "done, and it helped", 1),
        ("no_difference", "done, and it made no difference", 0),
        ("worse", "made it worse", -2),
    ],
)
def test_only_what_helped_counts_as_helped_and_the_kept_page_says_which(
    nurse: Account, helped: str, words: str, counts: int
) -> None:
    planned(nurse)
    do_it(nurse)
    assert queries.helped(queries.paper(by=nurse.by)) == {THANKS: 0}
    tap(nurse, helped)
    kept = queries.paper(by=nurse.by)
    assert queries.helped(kept) == {THANKS: counts}
    assert queries.done(kept) == frozenset()
    assert (THANKS in kept.state.refused) == (helped == "worse")
    page = nurse.browser.get(KEPT).text
    assert f": {words}<" in page
    assert "Say whether it helped" not in page


def test_of_what_was_done_long_ago_it_can_be_said_on_the_kept_page(nurse: Account) -> None:
    planned(nurse, outcome="did")
    page = nurse.browser.get(KEPT).text
    assert ": done<" in page
    assert "Say whether it helped" in page
    assert ": done, and it helped<" in tap(nurse, "helped", on_kept="on")
    assert queries.paper(by=nurse.by).said == ()


@pytest.mark.parametrize(("outcome", "practice"), [("", THANKS), ("did", "partner.kiss")])
def test_nothing_is_said_of_what_was_never_done(
    nurse: Account, outcome: str, practice: str
) -> None:
    before = planned(nurse, outcome)
    nurse.browser.post(HELPED, {"practice": practice, "helped": "helped"})
    assert queries.paper(by=nurse.by).steps == before.steps


@pytest.mark.parametrize("wrong", [{"helped": "very"}, {"helped": ""}, {"practice": "../x"}])
def test_another_answer_is_no_answer(nurse: Account, wrong: dict[str, str]) -> None:
    planned(nurse, "did")
    given = {"practice": THANKS, "helped": "helped"} | wrong
    assert nurse.browser.post(HELPED, given).status_code == 404
    assert queries.paper(by=nurse.by).steps[-1].outcome == "did"


def test_it_is_asked_of_the_one_who_did_it_alone(nurse: Account, partner: Account) -> None:
    planned(nurse, "did")
    assert nurse.browser.get(HELPED).status_code == 405
    tap(partner, "helped")
    assert queries.paper(by=nurse.by).steps[-1].outcome == "did"


def test_at_a_risk_the_answer_is_kept_and_nothing_is_said(nurse: Account) -> None:
    planned(nurse)
    do_it(nurse)
    kept = queries.paper(by=nurse.by)
    at_risk = replace(kept.state, course=Course(level=Level.CHECK_IN))
    keep(nurse, replace(kept, state=at_risk))
    actions.tell_helped(by=nurse.by, practice=THANKS, helped="helped", now=clock.now())
    after = queries.paper(by=nurse.by)
    assert after.steps[-1].outcome == "helped"
    assert after.said == kept.said


def test_with_the_end_of_the_talk_the_question_goes(nurse: Account) -> None:
    planned(nurse)
    do_it(nurse)
    actions.end(by=nurse.by)
    kept = queries.paper(by=nurse.by)
    assert kept.just_did == ""
    assert queries.done(kept) == {THANKS}


def test_a_row_from_before_the_question_is_read_and_its_did_is_only_done(nurse: Account) -> None:
    row = Talk(person=nurse.person)
    before = {
        "steps": [{"practice": THANKS, "planned": "2026-10-01T08:00:00Z", "outcome": "did"}],
        "state": {"said": ["the cat sat on the mat"], "acts": ["reflect"], "asked": [True]},
    }
    row.write(nurse.by.vault, before)
    row.save()
    kept = queries.paper(by=nurse.by)
    assert kept.state.said == ("the cat sat on the mat",)
    assert queries.helped(kept) == {THANKS: 0}
    assert queries.known(by=nurse.by, kept=kept, now=clock.now()).done == {THANKS}
    assert nurse.browser.get(KEPT).status_code == 200


@pytest.mark.parametrize(
    ("known", "why"),
    [
        (Known(), SMALL),
        (Known(done=frozenset({THANKS})), "you did it before"),
        (Known(helped={THANKS: 1}, done=frozenset({THANKS})), "it helped you before"),
    ],
)
def test_why_says_what_is_known_of_it_from_before(known: Known, why: str) -> None:
    practice = load_evidence().practices[THANKS]
    assert proposed([practice], (), known, ()) == ((practice, why),)


def test_what_was_only_done_does_not_go_before_what_fits_better() -> None:
    practices = [load_evidence().practices[name] for name in ("partner.kiss", THANKS)]
    plain = [one.id for one, _why in proposed(practices, (), Known(), ())]
    last = plain[-1]
    done = [one.id for one, _ in proposed(practices, (), Known(done=frozenset({last})), ())]
    helped = [one.id for one, _ in proposed(practices, (), Known(helped={last: 1}), ())]
    assert done == plain
    assert helped[0] == last
