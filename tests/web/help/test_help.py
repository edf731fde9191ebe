"""Help: open to everybody, alike for everybody, and only with numbers that have a source."""

import re
from datetime import date

import pytest
from django.test import Client

from aftershift.library.resources import countries
from aftershift.web.help import queries

MEMORY_AND_UNOFFICIAL = ("741741", "1-800-662-4357", "0800 733 0333", "1800-599-0019", "88788")


@pytest.fixture
def anybody():
    return Client(headers={"host": "localhost"})


@pytest.mark.parametrize("path", ["/help/", "/help/reset"])
def test_help_needs_no_account_and_is_not_stored(anybody, path):
    answer = anybody.get(path)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/help/", "/help/reset"])
def test_help_refuses_to_be_posted_to(anybody, path):
    assert anybody.post(path).status_code in (403, 405)


def test_every_line_can_be_reached_with_one_tap(anybody):
    page = anybody.get("/help/").content.decode()
    for country in countries():
        for line in country.lines:
            assert not line.dial or f'href="tel:{line.dial}"' in page
            assert not line.text_to or f'href="sms:{line.text_dial}"' in page


def test_what_has_no_source_is_nowhere_on_the_page(anybody):
    page = anybody.get("/help/").content.decode()
    assert [number for number in MEMORY_AND_UNOFFICIAL if number in page] == []


def test_the_reset_is_two_taps_away_and_has_five_steps(anybody):
    assert 'href="/help/reset"' in anybody.get("/help/").content.decode()
    page = anybody.get("/help/reset").content.decode()
    steps = re.search(r'<ol class="reset">(.*)</ol>', page, re.DOTALL)
    assert steps.group(1).count("<li>") == 5


def test_help_loads_nothing_from_anywhere_else(anybody):
    page = anybody.get("/help/").content.decode()
    loaded = re.findall(r'<(?:script|link|img|iframe)[^>]*(?:src|href)="([^"]*)"', page)
    assert loaded
    assert all(address.startswith("/") for address in loaded)


def test_a_country_that_lacks_an_important_line_says_where_the_current_list_is():
    short = [card.name for card in queries.cards(date(2026, 11, 22)) if card.is_short]
    assert short == ["Canada"]


def test_old_numbers_are_shown_with_a_word_of_doubt():
    card = queries.cards(date(2028, 1, 1))[0]
    assert all(shown.in_doubt for _title, lines in card.groups for shown in lines)
