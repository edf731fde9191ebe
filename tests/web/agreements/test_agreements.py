"""What two agree on, on both their pages: two yeses, one end, and never a count."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from tests.people import Account
from tests.web.hearing import Calm, Late
from tests.web.house.page import Page
from tests.web.sending.asking import VIOLENCE, listens_with
from tests.web.two import WORDS, agreed, link, not_afraid, suggest, two

from aftershift.engines.safety.risk import Level, Risk
from aftershift.engines.together.agreements import Kind
from aftershift.web.agreements import cards, personal
from aftershift.web.pages import clock

PAGE, NEW, BEGIN = "/agreements/", "/agreements/new", "/agreements/begin"
DOORS = ("agree", "aside", "end", "look")
TEA = "Whoever comes home first makes tea before anything else."


@pytest.fixture
def pair(nurse: Account, partner: Account) -> tuple[Account, Account]:
    link(nurse, partner)
    return nurse, partner


def page(account: Account, to: str = PAGE) -> str:
    answer = account.browser.get(to)
    assert answer.status_code == 200
    assert Page(answer.text).faults() == []
    return unescape(answer.text)


def press(account: Account, door: str, agreement: str, **more: str) -> None:
    answer = account.browser.post(f"{PAGE}{door}", {"agreement": agreement, **more})
    assert answer["Location"] == PAGE


def test_it_stands_when_both_have_said_yes(pair: tuple[Account, Account]) -> None:
    hers, his = pair
    name = suggest(hers, TEA, purpose="coming home gently")
    assert "You suggest" in page(hers)
    assert "It stands when both of you have said yes" in page(hers)
    shown = page(his)
    assert f"{hers.name} suggests" in shown
    assert TEA in shown
    assert "For: coming home gently" in shown
    assert "What stands" not in shown
    press(his, "agree", name)
    for one in pair:
        assert "What stands" in page(one)
        assert "Since 19 October 2026. To be looked at again on 16 November 2026." in page(one)


@pytest.mark.parametrize("ender", [0, 1])
def test_either_ends_it_and_it_is_gone_from_both(pair: tuple[Account, Account], ender: int) -> None:
    name = agreed(*pair, TEA)
    press(pair[ender], "end", name)
    assert all("What stands" not in page(one) for one in pair)
    assert TEA not in page(pair[1])  # whoever ended the other's does not meet it again


def test_putting_one_away_changes_nothing_for_who_suggested_it(
    pair: tuple[Account, Account],
) -> None:
    hers, his = pair
    name = suggest(hers, TEA)
    before = re.sub(r'value="[^"]{60,}"', "", page(hers))
    press(his, "aside", name)
    assert TEA not in page(his)
    assert "Nothing is shared at the moment" in page(his)
    assert re.sub(r'value="[^"]{60,}"', "", page(hers)) == before
    assert two(hers).other.yes == ()


def test_it_comes_back_on_its_day_and_either_gives_it_another(
    pair: tuple[Account, Account],
) -> None:
    name = agreed(*pair, TEA, look_again="2026-10-20")
    tomorrow = clock.now() + timedelta(days=1)
    for one in pair:
        assert "Its day has come" not in page(one)
        due = cards.agreements_page(by=one.by, now=tomorrow)
        assert due is not None
        assert [card.words for card in due.due] == [TEA]
    press(pair[1], "look", name, weeks="4")
    for one in pair:
        later = cards.agreements_page(by=one.by, now=tomorrow)
        assert later is not None
        assert [str(card.look_again) for card in later.stands] == ["2026-11-16"]


def test_no_page_counts_anything(pair: tuple[Account, Account]) -> None:
    hers, his = pair
    for words in ("Tea first", "A walk on Sundays", "No telephones at table"):
        press(his, "aside", suggest(hers, words))
    for one in pair:
        words = re.sub(r"<[^>]+>", " ", page(one))
        assert not re.search(r"\b(3|three|refused|declined|score|percent)\b", words, re.IGNORECASE)


# --- writing one -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"words": ""}, "words"),
        ({"words": "x" * 281}, "words"),
        ({"look_again": "2026-10-19"}, "look_again"),
        ({"look_again": "2028-10-19"}, "look_again"),
        ({"kind": "threat"}, "kind"),
        ({"kind": "time_out"}, "minutes_away"),  # a time-out always sets a return time
    ],
)
def test_what_is_no_agreement_is_shown_again(
    pair: tuple[Account, Account], given: dict[str, str], field: str
) -> None:
    answer = pair[0].browser.post(NEW, {"words": TEA, **WORDS, **given})
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert two(pair[0]).own.proposed == ()


def test_a_time_out_says_when_both_are_back(pair: tuple[Account, Account]) -> None:
    agreed(*pair, "Our word is lighthouse.", kind="time_out", minutes_away="60")
    assert "back after an hour" in page(pair[1])


def test_a_return_is_a_time_outs_alone(pair: tuple[Account, Account]) -> None:
    suggest(pair[0], TEA, minutes_away="60")
    assert two(pair[0]).own.proposed[0].minutes_away is None


def test_a_patient_is_asked_about_before_anything_is_shared(pair: tuple[Account, Account]) -> None:
    hers, his = pair
    given = {"words": "We do not talk about Mrs Okafor in bed 12 at dinner.", **WORDS}
    answer = hers.browser.post(NEW, given)
    assert answer.status_code == 422
    assert "no place for a patient" in unescape(answer.text)
    assert two(his).other.proposed == ()


def test_words_from_another_page_begin_one_and_nothing_is_kept(
    pair: tuple[Account, Account],
) -> None:
    answer = pair[0].browser.post(BEGIN, {"text": TEA, "kind": "routine"})
    assert TEA in answer.text
    assert answer.context["form"]["kind"].value() == Kind.ROUTINE
    assert two(pair[0]).own.proposed == ()


def test_words_and_rules_are_one_tap_away(pair: tuple[Account, Account]) -> None:
    assert f'action="{BEGIN}"' in page(pair[0], "/agreements/ground-rules")
    assert f'action="{BEGIN}"' in page(pair[0], "/words/for/home-phone")


def test_twenty_are_enough(pair: tuple[Account, Account]) -> None:
    for n in range(20):
        suggest(pair[0], f"Tea number {n}")
    answer = pair[0].browser.post(NEW, {"words": TEA, **WORDS})
    assert answer.status_code == 409
    assert "Twenty of yours are there already" in answer.text


# --- safety --------------------------------------------------------------------------


def test_words_of_violence_are_not_shared(
    pair: tuple[Account, Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    listens_with(monkeypatch, Calm(risk=Risk(level=Level.ELEVATED, categories=VIOLENCE)))
    answer = pair[0].browser.post(NEW, {"words": "I will not shout so that you hit me", **WORDS})
    assert answer.status_code == 200
    assert two(pair[0]).own.proposed == ()
    assert "What stands" not in answer.text


def test_what_could_not_be_heard_is_shared_with_the_link_to_help(
    pair: tuple[Account, Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    listens_with(monkeypatch, Late())
    answer = pair[0].browser.post(NEW, {"words": TEA, **WORDS})
    assert answer.status_code == 200
    assert "Help now" in answer.text
    assert [one.words for one in two(pair[0]).own.proposed] == [TEA]


def test_what_is_for_two_is_put_away_with_the_rest(pair: tuple[Account, Account]) -> None:
    hers, his = pair
    name = agreed(his, hers, TEA)
    hers.browser.post("/mine/away")
    for to in (PAGE, NEW, "/agreements/check-in", "/linked/"):
        assert "Put away" in page(hers, to)
    press(hers, "end", name)  # an end stays open
    assert "What stands" not in page(his)


# --- who may -------------------------------------------------------------------------


def test_a_third_account_sees_and_changes_nothing(
    pair: tuple[Account, Account], stranger: Account
) -> None:
    name = suggest(pair[0], TEA)
    not_afraid(stranger)
    assert TEA not in page(stranger)
    assert "Link two accounts" in page(stranger)
    for door in DOORS:
        answer = stranger.browser.post(f"{PAGE}{door}", {"agreement": name, "weeks": "4"})
        assert answer["Location"] == "/linked/"
    assert two(pair[1]).other.proposed[0].words == TEA


def test_nobody_ends_what_the_other_wrote_but_by_ones_own_yes(
    pair: tuple[Account, Account],
) -> None:
    hers, his = pair
    name = suggest(hers, TEA)
    press(his, "end", name)
    assert [one.id for one in two(hers).own.proposed] == [name]


@pytest.mark.parametrize("door", [*DOORS, "begin", "time-out", "time-out/move"])
def test_it_refuses_get(nurse: Account, door: str) -> None:
    assert nurse.browser.get(f"{PAGE}{door}").status_code == 405


@pytest.mark.parametrize("door", ["", "new", "ground-rules", "check-in"])
def test_it_refuses_who_is_not_signed_in(nobody: Client, door: str) -> None:
    assert nobody.get(f"{PAGE}{door}")["Location"] == "/locked"


def test_the_export_holds_ones_own_words_alone(pair: tuple[Account, Account]) -> None:
    hers, his = pair
    agreed(hers, his, TEA)
    suggest(his, "A walk on Sundays")
    assert [one["words"] for one in personal.export(hers.by)["suggested"]] == [TEA]
    assert TEA not in str(personal.export(his.by))
    assert personal.export(his.by)["said_yes"][0]["day"] == "2026-10-19"
