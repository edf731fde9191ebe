"""The coach's page: what is said, what is kept of it, and what never is."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from tests.people import Account
from tests.web.hearing import Broken, Calm, Late
from tests.web.sending.asking import listens_with

from aftershift.engines.coach.state import Act
from aftershift.engines.safety.brake import Brake
from aftershift.engines.safety.risk import Category, Level, Risk
from aftershift.library.evidence import load_evidence
from aftershift.web.coach import actions, cards, queries
from aftershift.web.coach.models import Talk
from aftershift.web.coach.personal import export
from aftershift.web.pages import clock
from aftershift.web.rosters.own import is_at_rest, own_shifts

PAGE, SAY, KEPT = "/coach/", "/coach/say", "/coach/kept"
SNAPPED = "I snapped at my wife the second I got in"
GRAVE = Risk(level=Level.EMERGENCY, categories=(Category.SUICIDE_PLAN,))
CHILD = Risk(level=Level.ELEVATED, categories=(Category.CHILD_OR_ELDER,))
HURT = Risk(level=Level.ELEVATED, categories=(Category.PARTNER_VIOLENCE,))


@pytest.fixture
def ear(monkeypatch: pytest.MonkeyPatch) -> Calm:
    return listens_with(monkeypatch, Calm())


def say(who: Account, text: str = "", **more: str) -> str:
    return who.browser.post(SAY, {"text": text, **more}, follow=True).content.decode()


def test_what_is_said_is_answered_and_both_stand_on_the_page(nurse: Account, ear: Calm) -> None:
    page = say(nurse, SNAPPED)
    assert SNAPPED in page
    kept = queries.paper(by=nurse.by)
    assert [one.by_coach for one in kept.said] == [False, True]
    assert kept.said[1].text.split(".")[0] in page


def test_nothing_said_is_refused_kindly(nurse: Account, ear: Calm) -> None:
    page = nurse.browser.post(SAY, {"text": ""})
    assert page.status_code == 422
    assert "Write something first" in page.text


def test_a_step_is_offered_planned_and_asked_about_next_time(nurse: Account, ear: Calm) -> None:
    say(nurse, SNAPPED)
    assert "Why this" in say(nurse, tapped="step")
    say(nurse, tapped="yes")
    kept = queries.paper(by=nurse.by)
    assert len(queries.open_steps(kept, clock.now())) == 1
    later = clock.now() + queries.OVER + timedelta(hours=1)
    actions.open_talk(by=nurse.by, now=later)
    asked = queries.paper(by=nurse.by)
    assert [one.by_coach for one in asked.said] == [True]
    actions.say(by=nurse.by, given=actions.Given(text="", tapped=actions.Move.DID), now=later)
    assert queries.paper(by=nurse.by).steps[-1].outcome == "did"


def test_why_this_says_when_it_was_looked_at_and_leads_to_the_words_of_the_trade(
    nurse: Account, ear: Calm, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(nurse, SNAPPED)
    say(nurse, tapped="step")
    offered = queries.paper(by=nurse.by).said[-1].practice
    shelf = load_evidence()
    term = next(iter(shelf.terms.values()))
    looked_at = replace(shelf.practices[offered], reviewed=date(2026, 5, 4), say=term.term)
    seen = replace(shelf, practices={**shelf.practices, offered: looked_at})
    monkeypatch.setattr(cards, "load_evidence", lambda: seen)
    why = nurse.browser.get(PAGE).text.partition("Why this")[2].partition("</details>")[0]
    assert '<time datetime="2026-05-04">4 May 2026</time>' in why
    assert f'<a class="word" href="/reading/words#{term.id}">' in why


def test_a_conversation_that_is_over_goes_with_the_first_word_of_the_next(
    nurse: Account, ear: Calm
) -> None:
    say(nurse, SNAPPED)
    later = clock.now() + queries.OVER + timedelta(hours=1)
    actions.say(by=nurse.by, given=actions.Given(text="a new day", tapped=None), now=later)
    assert SNAPPED not in [one.text for one in queries.paper(by=nurse.by).said]


def test_ending_lets_the_words_go_and_keeps_the_steps(nurse: Account, ear: Calm) -> None:
    say(nurse, SNAPPED)
    say(nurse, tapped="step")
    say(nurse, tapped="yes")
    nurse.browser.post("/coach/end")
    kept = queries.paper(by=nurse.by)
    assert not kept.said
    assert not kept.state.said
    assert len(kept.steps) == 1


def test_what_leads_to_a_patient_is_masked_before_it_is_kept(nurse: Account, ear: Calm) -> None:
    page = say(nurse, "my patient Margaret Oakley, MRN 4482910, died and I shouted")
    assert "masked before anything was kept" in page
    assert "Oakley" not in page
    kept = queries.paper(by=nurse.by)
    assert "Oakley" not in str(kept)
    assert "4482910" not in str(kept)


def test_at_a_risk_people_come_first_and_the_words_are_not_kept(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    listens_with(monkeypatch, Calm(risk=GRAVE))
    page = say(nurse, "tonight it ends, I have them here")
    assert 'name="tapped"' not in page
    assert "I have them here" not in str(queries.paper(by=nurse.by))
    assert "I have them here" not in say(nurse, "you misunderstood")


def test_at_a_risk_the_page_that_is_swapped_in_is_shown_from_its_top(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    listens_with(monkeypatch, Calm())
    assert "HX-Reswap" not in nurse.browser.post(SAY, {"text": SNAPPED}, follow=True).headers
    listens_with(monkeypatch, Calm(risk=GRAVE))
    told = nurse.browser.post(SAY, {"text": "tonight it ends"}, follow=True)
    assert told.headers["HX-Reswap"] == "outerHTML show:window:top"


def test_what_was_answered_at_a_risk_is_whole_when_it_is_read_again(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    listens_with(monkeypatch, Calm(risk=CHILD))
    say(nurse, "the neighbour's lad is left alone with the dogs")
    listens_with(monkeypatch, Calm())
    say(nurse, button="safe")
    say(nurse, button="safe")
    page = say(nurse, SNAPPED)
    assert "findahelpline.com" in page
    assert "{" not in page.partition("<main")[2]
    told = export(nurse.by)["conversation"]
    assert any("findahelpline.com" in one["text"] for one in told)
    assert not any("{" in one["text"] for one in told)


def test_of_violence_at_home_nothing_at_all_is_written(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    listens_with(monkeypatch, Calm())
    say(nurse, SNAPPED)
    before = Talk.objects.get(person=nurse.person).body.envelope
    listens_with(monkeypatch, Calm(risk=HURT))
    page = say(nurse, "he keeps my bank card and my phone")
    assert 'name="course"' in page
    assert Talk.objects.get(person=nurse.person).body.envelope == before


def test_an_ear_that_is_late_or_deaf_loses_nothing(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    for ear, words in ((Late(), "in time"), (Broken(), "cannot listen")):
        listens_with(monkeypatch, ear)
        page = say(nurse, SNAPPED)
        assert words in page
        assert SNAPPED in page
        assert queries.paper(by=nurse.by).said == ()


def test_a_card_is_remembered_shown_and_forgotten(nurse: Account, ear: Calm) -> None:
    nurse.browser.post("/coach/keep", {"text": "I like the mornings"})
    assert "I like the mornings" in nurse.browser.get(KEPT).text
    card = queries.paper(by=nurse.by).cards[0].id
    nurse.browser.post("/coach/forget", {"card": card})
    assert "I like the mornings" not in nurse.browser.get(KEPT).text


def test_one_never_sees_what_another_said(nurse: Account, partner: Account, ear: Calm) -> None:
    say(nurse, SNAPPED)
    nurse.browser.post("/coach/keep", {"text": "I like the mornings"})
    for address in (PAGE, KEPT):
        page = partner.browser.get(address).text
        assert SNAPPED not in page
        assert "mornings" not in page


def test_it_says_at_the_start_that_it_is_a_program(nurse: Account, ear: Calm) -> None:
    assert "This is a program" in nurse.browser.get(PAGE).text


def test_without_a_window_nothing_is_placed(nurse: Account, ear: Calm) -> None:
    page = nurse.browser.post("/coach/place", {"practice": "partner.thanks"})
    assert page.status_code == 409
    assert "No hour of the next two weeks" in page.text


def test_the_home_page_takes_the_first_sentence(nurse: Account, ear: Calm) -> None:
    assert 'action="/coach/say"' in nurse.browser.get("/").text


def test_a_purpose_that_is_tapped_has_words_and_no_unknown_one_is_taken(
    nurse: Account, ear: Calm
) -> None:
    say(nurse, SNAPPED)
    page = say(nurse, purpose="hurt")
    said = queries.paper(by=nurse.by).said
    assert said[-2].text == "To say that it stung"
    assert "rather tell you than go quiet" in said[-1].text
    assert 'name="purpose" value="hurt"' in page
    assert nurse.browser.post(SAY, {"purpose": "no-such-thing"}).status_code == 422
    assert 'name="purpose"' not in say(nurse, "the shelf came down")


def test_what_was_kept_comes_back_where_it_is_spoken_of(nurse: Account, ear: Calm) -> None:
    nurse.browser.post("/coach/keep", {"text": "The choir sings on Thursdays"})
    say(nurse, "it rained on the way")
    assert "The choir sings on Thursdays" in say(nurse, "the choir wants me on thursdays again")


@pytest.mark.parametrize("at_rest", [True, False])
def test_in_ones_own_hours_of_sleep_a_pause_is_offered_sooner(
    nurse: Account, ear: Calm, monkeypatch: pytest.MonkeyPatch, *, at_rest: bool
) -> None:
    monkeypatch.setattr(queries, "is_at_rest", lambda _own, _now: at_rest)
    began = clock.now()
    for minutes in range(0, 45, 10):
        given = actions.Given(text=f"it rained {minutes} times", tapped=None)
        actions.say(by=nurse.by, given=given, now=began + timedelta(minutes=minutes))
    kept = queries.paper(by=nurse.by)
    assert (Brake.BREAK in [one.brake for one in kept.shown]) is at_rest
    assert kept.conversations[-1].is_at_rest is at_rest


def test_without_a_roster_no_hour_is_one_of_sleep_and_with_one_those_of_the_night(
    nurse: Account,
) -> None:
    own = own_shifts(by=nurse.by)
    day = datetime(2026, 11, 2, tzinfo=own.zone)
    free = replace(own, known=(day.date(), day.date()))
    assert not is_at_rest(own, day.replace(hour=3))
    assert is_at_rest(free, day.replace(hour=3))
    assert not is_at_rest(free, day.replace(hour=15))


@pytest.mark.parametrize(
    ("act", "practice", "points"),
    [
        (Act.PLAN, "partner.thanks", True),
        (Act.PLAN, "self.transition-ritual", False),
        (Act.OFFER, "partner.thanks", False),
    ],
)
def test_a_planned_step_for_two_points_to_the_cards_and_never_where_that_is_put_away(
    nurse: Account, ear: Calm, act: Act, practice: str, points: bool
) -> None:
    ear.theme = ""  # whose link would go before it
    say(nurse, SNAPPED)
    row = Talk.objects.get(person=nurse.person)
    kept = queries.paper(by=nurse.by)
    last = replace(kept.said[-1], act=act.value, place=practice)
    row.write_from(nurse.by.vault, replace(kept, said=(*kept.said[:-1], last)))
    row.save()
    assert ("/pocket/talk" in nurse.browser.get("/coach/").text) == points
    nurse.browser.post("/mine/away")
    assert "/pocket/talk" not in nurse.browser.get("/coach/").text


def test_who_is_heard_in_dutch_reads_that_first_in_a_talk(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    grave = Risk(level=Level.EMERGENCY, categories=(Category.SUICIDE_PLAN,), language="nl")
    listens_with(monkeypatch, Calm(risk=grave))
    page = say(nurse, "ik ga zelfmoord plegen")
    assert (
        page.index("Ik ben een programma") < page.index("/help/nl") < page.index("I alert nobody")
    )
    assert "Ik ben een programma" in nurse.browser.get("/coach/").text
