"""Help: open to everybody, alike for everybody, and only with numbers that have a source."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.utils.html import escape

from aftershift.engines.safety.help_card import LANGUAGES
from aftershift.engines.safety.resources import Purpose
from aftershift.library.help_cards import help_cards
from aftershift.library.resources import countries
from aftershift.web.help import queries
from aftershift.web.pages.remembered import COUNTRY
from aftershift.web.pages.views import WORKER

MEMORY_AND_UNOFFICIAL = ("741741", "1-800-662-4357", "0800 733 0333", "1800-599-0019", "88788")
CHECKED = date(2026, 11, 22)
CARDS = ("/help/", *(f"/help/{one}" for one in LANGUAGES))
PAGES = (*CARDS, "/help/reset", "/help/de/reset", "/help/plan", "/help/nl/plan")


@pytest.fixture
def anybody():
    return Client(headers={"host": "localhost"})


@pytest.mark.parametrize("path", [*PAGES, "/help/list/gb/1"])
def test_help_needs_no_account_and_is_not_stored(anybody, path):
    answer = anybody.get(path)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert not answer.cookies


@pytest.mark.parametrize("path", [*PAGES, "/help/list/gb/1", "/help/choose"])
def test_help_refuses_to_be_posted_to(anybody, path):
    assert anybody.post(path).status_code in (403, 405)


@pytest.mark.parametrize("path", CARDS)
def test_every_line_can_be_reached_with_one_tap(anybody, path):
    page = anybody.get(path).text
    for country in countries():
        for line in country.lines:
            assert not line.dial or f'href="tel:{line.dial}"' in page
            assert not line.text_to or f'href="sms:{line.text_dial}"' in page


@pytest.mark.parametrize("path", CARDS)
def test_what_has_no_source_is_nowhere_on_the_page(anybody, path):
    page = anybody.get(path).text
    assert [number for number in MEMORY_AND_UNOFFICIAL if number in page] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_a_link_by_its_own_name_on_every_page(anybody, language):
    for page in ("", "/reset", "/plan"):
        answer = anybody.get(f"/help/{language}{page}")
        assert f'<html lang="{language}"' in answer.text
        assert answer["Content-Language"] == language
        for other in LANGUAGES:
            assert re.search(rf'lang="{other}"[^>]*>{help_cards()[other].name}</a>', answer.text)
        led = set(re.findall(r'<a href="(/help/[^"]*)" lang="', answer.text))
        assert len(led) == len(LANGUAGES)
        assert all(anybody.get(one).status_code == 200 for one in led)


def test_a_language_that_we_do_not_speak_is_no_page(anybody):
    assert anybody.get("/help/it").status_code == 404


def test_the_card_in_a_language_says_nothing_of_ours_in_english(anybody):
    page = re.sub(r"<[^>]+>", " ", anybody.get("/help/de").text)
    for words in ("Somebody", "Quick exit", "Call ", "day and night", "Website of", "for women"):
        assert words not in page


def test_the_host_s_own_language_has_the_short_address(anybody, monkeypatch):
    monkeypatch.setattr(queries, "ENV", replace(queries.ENV, help_language="nl"))
    page = anybody.get("/help/").text
    assert '<html lang="nl"' in page
    assert re.search(r'<a href="/help/" lang="nl"', page)
    assert re.search(r'<a href="/help/en" lang="en"', page)


def test_the_reset_is_two_taps_away_and_has_five_steps(anybody):
    assert 'href="/help/reset"' in anybody.get("/help/").text
    page = anybody.get("/help/reset").text
    steps = re.search(r'<ol class="reset"[^>]*>(.*?)</ol>', page, re.DOTALL)
    assert steps.group(1).count("<li data-seconds=") == 5
    corridor = re.search(r'<ol id="corridor-steps"[^>]*>(.*?)</ol>', page, re.DOTALL)
    lengths = re.findall(r'<li data-seconds="(\d+)">', corridor.group(1))
    assert (len(lengths), sum(int(one) for one in lengths)) == (5, 90)
    room = re.search(r'<ol class="room">(.*?)</ol>', page, re.DOTALL)
    assert room.group(1).count("<li>") == 6


@pytest.mark.parametrize("path", ["/help/reset", *(f"/help/{one}/reset" for one in LANGUAGES)])
def test_the_reset_sends_to_people_before_its_first_step_and_has_no_box(anybody, path):
    page = anybody.get(path).text
    main = page[page.index("<main") : page.index("</main>")]
    assert re.search(r'class="notice warn">[^<]+ <a href="/help/(\w\w)?#talk">', main)
    assert main.index("#talk") < main.index('data-start="five"') < main.index('id="five"')
    assert not re.search("<input|<textarea|<select|contenteditable", main)
    assert main.count('href="sms:?&amp;body=') == 4


def test_help_loads_nothing_from_anywhere_else(anybody):
    page = anybody.get("/help/").text
    loaded = re.findall(r'<(?:script|link|img|iframe)[^>]*(?:src|href)="([^"]*)"', page)
    assert loaded
    assert all(address.startswith("/") for address in loaded)


# --- the country ----------------------------------------------------------------------


def shown(anybody, path="/help/"):
    """Give the emergency numbers and the countries of a card, in their order."""
    page = anybody.get(path).text
    places = re.findall(r'<details class="place" id="place-(\w\w)"( open)?', page)
    return re.findall(r'class="dial" href="tel:(\d+)"', page), places


def test_a_chosen_country_comes_first_and_only_the_browser_knows_it(anybody):
    answer = anybody.get("/help/choose", {"country": "nz", "language": "fr"})
    assert answer["Location"] == "/help/fr"
    kept = answer.cookies[COUNTRY]
    assert (kept.value, kept["path"], kept["samesite"], kept["domain"]) == ("nz", "/", "Lax", "")
    assert kept["secure"]
    assert not re.search("help|country|aid|safe", COUNTRY)  # a name that says nothing
    numbers, places = shown(anybody, "/help/fr")
    assert numbers[0] == "111"
    assert places[0] == ("nz", " open")
    assert [opened for _, opened in places[1:]] == [""] * 11


def test_a_country_can_be_forgotten(anybody):
    anybody.get("/help/choose", {"country": "nz"})
    assert 'name="country" value=""' in anybody.get("/help/").text
    answer = anybody.get("/help/choose", {"country": "", "language": "en"})
    assert (answer["Location"], answer.cookies[COUNTRY]["max-age"]) == ("/help/", 0)
    assert "" in {opened for _, opened in shown(anybody)[1]}
    assert " open" not in {opened for _, opened in shown(anybody)[1]}


def test_a_quick_exit_forgets_it(anybody, db):
    anybody.get("/help/choose", {"country": "nz"})
    answer = anybody.post("/leave")
    assert answer.cookies[COUNTRY]["max-age"] == 0
    assert anybody.cookies[COUNTRY].value == ""


@pytest.mark.parametrize("country", ["xx", "GB", "gb2", "<b>", "de\u0000"])
def test_a_country_without_a_list_is_not_remembered(anybody, country):
    answer = anybody.get("/help/choose", {"country": country})
    assert (answer["Location"], len(answer.cookies)) == ("/help/", 0)


def test_a_browser_that_remembers_nonsense_gets_the_usual_card(anybody):
    usual = anybody.get("/help/").text
    anybody.cookies[COUNTRY] = "zz"
    assert anybody.get("/help/").text == usual


def test_the_hosts_country_is_an_order_and_no_guess(anybody, monkeypatch):
    usual = shown(anybody)[1]
    monkeypatch.setattr(queries, "ENV", replace(queries.ENV, help_country="za"))
    page = anybody.get("/help/").text
    _numbers, places = shown(anybody)
    assert places[0] == ("za", "")
    assert sorted(places) == sorted(usual)
    assert "data-first" not in page
    assert help_cards()["en"].talk.first not in page
    anybody.get("/help/choose", {"country": "ie"})
    assert shown(anybody)[1][0] == ("ie", " open")


def test_where_a_line_is_missing_the_card_says_so_and_gives_the_directory(anybody):
    card = queries.card("en", chosen="ca", today=CHECKED)
    assert card.chosen is not None
    told = {group.title: len(group.lines) for group in card.chosen.groups}
    assert told == {
        "Somebody to talk to": 1,
        "Afraid of somebody, or hurt by them": 0,
        "For people who work in health": 0,
    }
    anybody.get("/help/choose", {"country": "ca"})
    page = anybody.get("/help/").text
    first = page[page.index("data-first") : page.index("</details>")]
    assert first.count(help_cards()["en"].line.missing) == 2
    assert 'href="https://findahelpline.com"' in first


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_that_nobody_has_found_are_said_to_be_missing(anybody, language):
    last = help_cards()[language].numbers.says[-1]
    assert last in anybody.get(f"/help/{language}").text


def test_old_numbers_are_shown_with_a_word_of_doubt():
    old = queries.card("en", chosen="gb", today=date(2028, 1, 1)).chosen
    assert all(shown.in_doubt for group in old.groups for shown in group.lines)
    new = queries.card("en", chosen="gb", today=CHECKED).chosen
    assert not any(shown.in_doubt for group in new.groups for shown in group.lines)
    assert new.emergency.checked == "22 Nov 2026"


# --- a number that looks like nothing -------------------------------------------------


def test_every_number_for_somebody_hurt_at_home_has_a_copy_that_says_nothing(anybody):
    for country in countries():
        numbers = [
            line.phone for line in country.lines if line.purpose is Purpose.VIOLENCE and line.phone
        ]
        for place, number in enumerate(numbers, start=1):
            page = anybody.get(f"/help/list/{country.code}/{place}").text
            assert f"Order no. {number}" in page
            assert not re.search(r"tel:|Aftershift|[Hh]elp|call|violence", page), country.code
        assert anybody.get(f"/help/list/{country.code}/{len(numbers) + 1}").status_code == 404
    assert "Bestell-Nr. 116 016" in anybody.get("/help/de/list/de/1").text


# --- without a network ----------------------------------------------------------------


def test_the_worker_keeps_every_page_of_help_in_every_language():
    text = WORKER.read_text(encoding="utf-8")
    listed = re.search(r"const LANGUAGES = \[(.*)\]", text).group(1)
    assert re.findall(r'"(\w\w)"', listed) == list(LANGUAGES)
    for page in ('"/help/"', '"/help/reset"', '"/help/plan"'):
        assert page in text
    for page in ("`/help/${one}`", "`/help/${one}/reset`", "`/help/${one}/plan`"):
        assert page in text


def test_a_blank_plan_has_six_steps_in_every_language(anybody):
    for language in LANGUAGES:
        page = anybody.get(f"/help/{language}/plan").text
        assert page.count('<div class="ruled">') == 6
        assert "<input" not in page.replace('<input type="hidden"', "")
        assert "<textarea" not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_with_every_kind_of_line_shows_each_under_its_words(
    anybody, monkeypatch, language
):
    gb = next(one for one in countries() if one.code == "gb")
    crisis = next(one for one in gb.lines if one.purpose is Purpose.CRISIS)
    more = [replace(crisis, id=f"gb-{one}", purpose=one) for one in Purpose if not gb.has(one)]
    whole = replace(gb, lines=(*gb.lines, *more))
    others = tuple(one for one in countries() if one is not gb)
    monkeypatch.setattr(queries, "countries", lambda: (*others, whole))
    page = anybody.get(f"/help/{language}").text
    groups = help_cards()[language].groups
    assert {Purpose.POISON, Purpose.YOUTH} <= {one.purpose for one in more}
    assert all(escape(getattr(groups, one)) in page for one in queries.ORDER)


def test_what_a_line_says_of_cost_and_of_a_board_stands_under_it_and_nothing_where_it_is_silent(
    anybody,
):
    page = anybody.get("/help/").text
    physicians = page[page.index("Physician Support Line") :]
    said = "It says that it stores no numbers. It says that it reports to no licensing board."
    assert said in physicians[: physicians.index("</li>")]
    assert page.count("Free to call since October 2025.") == 1
    assert "not known" not in page.lower()
    assert "Der Anruf ist seit Oktober 2025 kostenlos." in anybody.get("/help/de").text
