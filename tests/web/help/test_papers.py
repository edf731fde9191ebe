"""Which kind of help, a sheet to take along, and leaving: open, offline, nothing kept."""

import re

import pytest
from django.test import Client

from aftershift.engines.safety.help_card import LANGUAGES
from aftershift.engines.safety.stepped_care import RULES, Sign
from aftershift.library.help_papers import leaving_words, sheets, which_words
from aftershift.library.resources import countries
from aftershift.web.pages.remembered import COUNTRY

PAGES = ("which", "sheet", "leaving")
EVERY = [
    *(f"/help/{page}/" for page in PAGES),
    *(f"/help/{language}/{page}/" for language in LANGUAGES for page in PAGES),
]
VIOLENCE = [
    line.dial
    for country in countries()
    for line in country.lines
    if line.purpose.value == "violence" and line.dial
]


@pytest.fixture
def anybody():
    return Client(headers={"host": "localhost"}, enforce_csrf_checks=True)


def main_of(answer):
    page = answer.content.decode()
    return page[page.index("<main") : page.index("</main>")]


def told(words):
    """Give words as a page writes them."""
    return words.replace("'", "&#x27;").replace('"', "&quot;")


@pytest.mark.parametrize("path", EVERY)
def test_each_page_needs_no_account_and_keeps_nothing(anybody, path):
    answer = anybody.get(path)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies
    assert 'id="quick-exit"' in answer.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_is_there_in_every_language_by_its_own_name(anybody, language):
    for page in PAGES:
        answer = anybody.get(f"/help/{language}/{page}/")
        assert f'<html lang="{language}"' in answer.text
        led = set(re.findall(r'<a href="(/help/[^"]*)" lang="', answer.text))
        assert len(led) == len(LANGUAGES)
        assert all(one.endswith(f"/{page}/") for one in led)


def test_the_card_leads_to_all_three_and_they_lead_back(anybody):
    for home, root in (("/help/", "/help"), ("/help/de", "/help/de")):
        page = main_of(anybody.get(home))
        assert all(f'href="{root}/{one}/"' in page for one in PAGES)
        for one in PAGES:
            assert f'href="{home}' in main_of(anybody.get(f"{root}/{one}/"))


# --- which kind of help ---------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_four_kinds_stand_on_the_page_with_every_reason(anybody, language):
    page = main_of(anybody.get(f"/help/{language}/which/"))
    words = which_words()[language]
    assert all(told(words.kinds[kind].title) in page for kind in words.kinds)
    assert all(told(words.reasons[rule.name]) in page for rule in RULES)
    assert page.count('type="checkbox"') == len(Sign)
    assert "csrfmiddlewaretoken" not in page
    assert page.index("#talk") < page.index("<form")


@pytest.mark.parametrize(
    ("signs", "kind"),
    [
        (("dying", "low"), "urgent"),
        (("low",), "human"),
        (("quarrel",), "coach"),
        (("grow",), "self_help"),
    ],
)
def test_ticks_are_answered_with_the_kind_and_its_reasons(anybody, signs, kind):
    answer = anybody.post("/help/which/", {"signs": signs})
    page, words = main_of(answer), which_words()["en"]
    assert answer.status_code == 200
    assert not answer.cookies
    assert answer["Cache-Control"] == "no-store"
    assert told(words.kinds[kind].title) in page
    for sign in signs:
        assert told(words.reasons[sign]) in page
    assert "checked" not in page.replace("Checked", "")


@pytest.mark.parametrize("sign", ["danger", "dying", "afraid", "may_hurt", "unreal"])
def test_what_presses_leads_to_lines_and_not_to_a_program(anybody, sign):
    page = main_of(anybody.post("/help/which/", {"signs": [sign, "quarrel", "grow"]}))
    assert page.index('href="tel:112"') < page.index('id="lines"')
    assert "/coach/" not in page
    assert "/pocket/" not in page


def test_who_is_afraid_meets_the_lines_for_violence_first_and_no_words_for_two(anybody):
    signs = ["quarrel", "afraid", "tried", "talk"]
    page = main_of(anybody.post("/help/which/", {"signs": signs}))
    lines = page[page.index('id="lines"') :]
    assert all(f'href="tel:{number}"' in lines for number in VIOLENCE)
    for place in re.findall(r'<details class="place".*?</details>', lines, re.DOTALL):
        assert re.findall("<h3>(.*?)</h3>", place)[0] == "Afraid of somebody, or hurt by them"
    reasons = which_words()["en"].reasons
    assert page.index(told(reasons["afraid"])) < page.index(told(reasons["tried"]))
    assert not [one for one in ("quarrel", "quarrel_tried", "talk") if told(reasons[one]) in page]


def test_who_is_afraid_and_thinks_of_dying_meets_a_crisis_line_first_then_violence(anybody):
    page = main_of(anybody.post("/help/which/", {"signs": ["afraid", "dying", "grow"]}))
    lines = page[page.index('id="lines"') :]
    groups = ["Somebody to talk to", "Afraid of somebody, or hurt by them"]
    for place in re.findall(r'<details class="place".*?</details>', lines, re.DOTALL):
        found = re.findall("<h3>(.*?)</h3>", place)
        assert [one for one in found if one in groups] == [one for one in groups if one in found]
        assert found[0] in groups
    assert told(which_words()["en"].reasons["grow"]) not in page


def test_the_chosen_country_comes_first_in_the_answer_too(anybody):
    anybody.cookies[COUNTRY] = "nz"
    page = main_of(anybody.post("/help/which/", {"signs": ["afraid"]}))
    places = re.findall(r'<details class="place" id="place-(\w\w)"( open)?', page)
    assert places[0] == ("nz", " open")
    assert 'class="dial" href="tel:111"' in page


@pytest.mark.parametrize("signs", [[], ["nonsense"], ["\x00"], ["<b>"]])
def test_nothing_or_nonsense_is_answered_with_nothing_but_help(anybody, signs):
    page = main_of(anybody.post("/help/which/", {"signs": signs}))
    assert told(which_words()["en"].nothing) in page
    assert "nonsense" not in page
    assert 'id="kind"' not in page
    assert "#talk" in page


def test_what_stands_in_the_address_is_not_read(anybody):
    plain = anybody.get("/help/which/").content
    assert anybody.get("/help/which/?signs=dying").content == plain


def test_an_answer_in_a_language_says_nothing_of_ours_in_english(anybody):
    page = re.sub(r"<[^>]+>", " ", main_of(anybody.post("/help/de/which/", {"signs": ["low"]})))
    for words in ("Because", "Tick", "Somebody", "A sheet", "People to call"):
        assert words not in page


# --- the sheet --------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_has_six_questions_and_no_box_to_type_into(anybody, language):
    page = main_of(anybody.get(f"/help/{language}/sheet/"))
    asked = re.search(r'<ol class="asks">(.*?)</ol>', page, re.DOTALL).group(1)
    assert asked.count("<li>") == 6
    assert all(told(one.says) in asked for one in sheets()[language].questions)
    assert not re.search("<input|<textarea|<select|contenteditable", page)
    assert page.count('<div class="ruled') == 3 + 1 + 6


# --- leaving -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_safety_and_the_lines_stand_before_anything_for_two(anybody, language):
    page = main_of(anybody.get(f"/help/{language}/leaving/"))
    words = leaving_words()[language]
    lines = page.index("#talk")
    assert page.index(told(words.safe.title)) < lines < page.index(told(words.safe.says[0]))
    assert all(lines < page.index(told(part.title)) for part in words.parts)
    assert lines < page.index("/deciding/")
    assert "<form" not in page
