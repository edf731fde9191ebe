"""The page to print: what somebody ticks, of what there is, and nothing beside it."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import unescape
from uuid import UUID, uuid4

import pytest
from django.http import QueryDict
from tests.people import Account
from tests.web.house.page import Page

from aftershift.engines.checkins.experiments import Block
from aftershift.library.instruments import load_instruments
from aftershift.web.checkins import actions
from aftershift.web.checkins.papers import Daily, Weekly
from aftershift.web.experiments.models import Experiments
from aftershift.web.experiments.papers import Experiment, ExperimentsPaper, Outcome, Wish
from aftershift.web.instruments.models import Measures
from aftershift.web.instruments.papers import Kept, MeasuresPaper
from aftershift.web.pages import clock
from aftershift.web.summary import cards
from aftershift.web.summary.forms import SheetForm

AT = "/check-in/paper"
TODAY = date(2026, 10, 19)


def shown(account: Account, asked: str = "") -> str:
    answer = account.browser.get(f"{AT}{asked}")
    assert answer.status_code == 200
    assert Page(answer.text).faults() == []
    return unescape(answer.text)


def main_of(page: str) -> str:
    """Leave out the choice, which stands on the screen alone."""
    return page[page.index("</details>") :]


def ticked(page: str) -> list[str]:
    return re.findall(r'<input type="checkbox" name="\w+" value="([\w-]+)"[^>]* checked', page)


def fill(account: Account, weeks: int) -> None:
    for back in range(7 * weeks):
        day = TODAY - timedelta(days=back)
        values = {"energy": 3 + day.toordinal() % 4, "mood": 5, "closeness": 6}
        actions.keep_day(by=account.by, daily=Daily(day=day, values=values))
    monday = TODAY - timedelta(days=7)
    actions.keep_week(by=account.by, weekly=Weekly(week=monday, values={"fair": 4}))


def measure(account: Account, *names: str) -> list[Kept]:
    kept = [
        Kept(
            id=str(uuid4()),
            instrument=name,
            at=datetime(2026, 9, 1 + at, 9, tzinfo=UTC),
            answers={item.id: item.answers[at % 2] for item in load_instruments()[name].items},
        )
        for at, name in enumerate(names)
    ]
    row = Measures(person=account.person)
    row.write_from(account.by.vault, MeasuresPaper(kept=tuple(kept)))
    row.save()
    return kept


def tried(account: Account) -> Experiment:
    """Keep a taster that is over and has all its answers, and one that still runs."""
    days = [date(2026, 9, 1) + timedelta(days=2 * at) for at in range(5)]
    wish = Wish(ritual="", words="Tea at the door", two=False, outcome=Outcome.MOOD, blocks=5)
    blocks = tuple(Block(with_ritual=day, without=day + timedelta(days=1)) for day in days)
    one = Experiment(id=str(uuid4()), wish=wish, begun=days[0], blocks=blocks)
    ahead = tuple(
        Block(with_ritual=TODAY + timedelta(days=at), without=TODAY + timedelta(days=at + 1))
        for at in (2, 4)
    )
    runs = replace(one, id=str(uuid4()), blocks=ahead, wish=replace(wish, words="A walk"))
    row = Experiments(person=account.person)
    row.write_from(account.by.vault, ExperimentsPaper(experiments=(one, runs)))
    row.save()
    for block in blocks:
        for day, value in ((block.with_ritual, 7), (block.without, 4)):
            actions.keep_day(by=account.by, daily=Daily(day=day, values={"mood": value}))
    return one


# --- what is chosen -----------------------------------------------------------------------


def test_at_first_every_item_stands_on_it_and_nothing_else_is_ticked(nurse: Account) -> None:
    fill(nurse, 2)
    measure(nurse, "PHQ-4")
    tried(nurse)
    page = shown(nurse)
    assert len(ticked(page)) == 13
    assert not any("-" in one for one in ticked(page))
    assert page.count("checked") == 14  # and one of the stretches
    said = main_of(page)
    assert "How much energy is left?" in said
    assert "14 answers, middle" in said
    assert "PHQ-4" not in said
    assert "Tea at the door" not in said


def test_only_what_is_ticked_stands_on_it(nurse: Account) -> None:
    fill(nurse, 2)
    page = shown(nurse, "?weeks=4&item=energy&item=fair")
    said = main_of(page)
    assert said.count("<li>") == 2
    assert "How much energy is left?" in said
    assert "How has the day felt?" not in said
    assert ticked(page) == ["energy", "fair"]
    nothing = shown(nurse, "?weeks=4")
    assert "Nothing of what was chosen" in nothing
    assert ticked(nothing) == []


@pytest.mark.parametrize(
    ("weeks", "first", "answers"),
    [(4, "22 Sep 2026", 28), (12, "28 Jul 2026", 84), (26, "21 Apr 2026", 182)],
)
def test_the_stretch_is_chosen(nurse: Account, weeks: int, first: str, answers: int) -> None:
    fill(nurse, 28)
    said = main_of(shown(nurse, f"?weeks={weeks}&item=energy"))
    assert f"From {first} to 19 Oct 2026." in said
    assert f"{answers} answers, middle" in said


def test_whatever_is_unknown_in_an_address_is_left_out(nurse: Account) -> None:
    fill(nurse, 1)
    asked = QueryDict(f"weeks=99&item=energy&item=luck&result={uuid4()}&experiment=x")
    offered = cards.offered(by=nurse.by, now=clock.now())
    chosen = SheetForm.asked(asked, offered=offered).chosen()
    assert chosen.weeks == 12
    assert (chosen.items, chosen.results, chosen.experiments) == ({"energy"}, set(), set())
    assert "luck" not in shown(nurse, f"?{asked.urlencode()}")


# --- questionnaires -------------------------------------------------------------------------


def test_a_result_says_its_number_whose_band_it_is_and_its_licence(nurse: Account) -> None:
    earlier, last = measure(nurse, "GAD-7", "GAD-7")
    page = shown(nurse)
    assert f'value="{last.id}"' in page
    assert f'value="{earlier.id}"' not in page  # the last one alone
    said = main_of(shown(nurse, f"?weeks=4&result={last.id}"))
    key = load_instruments()["GAD-7"]
    assert "<strong>7</strong> from 0 to 21, less is better" in said
    assert f"In the range that is called “mild” ({key.scales[0].bands_by})" in said
    assert key.notice in said
    assert "Since 1 September 2026: 7 points." in said


def test_what_asks_about_violence_never_lies_about_on_paper(nurse: Account) -> None:
    asks, other = measure(nurse, "E-HITS", "PHQ-4")
    page = shown(nurse, f"?weeks=4&result={asks.id}&result={other.id}")
    assert "E-HITS" not in page
    assert asks.id not in page
    assert "PHQ-4" in main_of(page)


# --- experiments ------------------------------------------------------------------------------


def test_an_experiment_that_is_over_says_its_sentence_and_one_that_runs_nothing(
    nurse: Account,
) -> None:
    one = tried(nurse)
    page = shown(nurse, f"?weeks=4&experiment={one.id}")
    assert "A walk" not in page
    said = main_of(page)
    assert "Tea at the door" in said
    assert "A taster, and no test." in said
    assert "mood 3.0 points of ten higher" in said
    assert "hope alone may have moved an answer" in said


# --- whose it is ------------------------------------------------------------------------------


def test_what_is_for_two_goes_away_with_just_me(nurse: Account) -> None:
    fill(nurse, 2)
    assert "How close did you feel" in main_of(shown(nurse))
    nurse.browser.post("/mine/away")
    page = shown(nurse, "?weeks=4&item=closeness&item=energy")
    assert "How close did you feel" not in page
    assert "closeness" not in ticked(page)


def test_nobody_puts_anything_of_somebody_else_on_it(nurse: Account, stranger: Account) -> None:
    (kept,) = measure(nurse, "PHQ-4")
    one = tried(nurse)
    page = shown(stranger, f"?weeks=4&result={kept.id}&experiment={one.id}&item=mood")
    assert "PHQ-4" not in page
    assert "Tea at the door" not in page
    assert "Nothing of what was chosen" in page


def test_nothing_is_kept_by_looking_and_it_leads_nowhere_by_post(nurse: Account) -> None:
    (kept,) = measure(nurse, "PHQ-4")
    before = Measures.objects.get().body
    shown(nurse, f"?weeks=26&result={kept.id}")
    assert Measures.objects.get().body == before
    assert nurse.browser.post(AT, {"weeks": "4"}).status_code == 405
    assert UUID(kept.id)


def test_the_choice_stays_on_the_screen(nurse: Account) -> None:
    page = nurse.browser.get(AT).text
    choice = page[page.index("<details") : page.index("</details>")]
    assert 'class="card quiet screen"' in choice
    assert 'method="get"' in choice
    assert "script" not in choice
