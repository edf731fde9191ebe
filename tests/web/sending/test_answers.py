"""Somebody at risk is answered by the protocols; nothing is kept, and only they lower a level."""

import re
import time
from dataclasses import replace
from html import unescape

import pytest
from django.core import signing
from tests.people import Account
from tests.web.hearing import Calm
from tests.web.house.test_sweep import everything_held
from tests.web.sending.asking import (
    AT,
    COUNTRIES,
    DESPAIR,
    FEEDBACK,
    HELP_NOW,
    MESSAGE,
    NOW,
    NUMBERS,
    PATIENT,
    VIOLENCE,
    WHY,
    answer,
    buttons,
    is_only_help,
    is_without_message,
    press,
    said_on,
    says,
    sent,
    sent_on,
)

from aftershift.engines.safety.course import Course, Note
from aftershift.engines.safety.risk import NO_RISK, Category, Level, Risk
from aftershift.library.protocols import load_protocols
from aftershift.web.pages import remembered
from aftershift.web.safety.carried import LONGEST, carried, carry
from aftershift.web.sending.cards import second_look
from aftershift.web.sending.forms import Given

# --- risk comes first ----------------------------------------------------------------


def test_a_check_in_asks_one_kind_question_and_the_rest_stays(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=DESPAIR)
    page = sent(nurse)
    asked = page.index("Which is closer?")
    assert asked < page.index(WHY) < page.index("A softer start") < page.index("<textarea")
    assert set(buttons(page)) >= {
        "Tired",
        "Both",
        "Thoughts of dying",
        "Something at home",
        "Rather not say",
    }
    assert HELP_NOW in page
    assert NUMBERS not in page


def test_an_answer_ends_the_question_and_the_link_to_help_stays(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=DESPAIR)
    page = press(nurse, sent(nurse), "Tired")
    assert "Which is closer?" not in page
    assert WHY in page
    assert HELP_NOW in page
    assert HELP_NOW in press(nurse, page, "Not helpful")


def test_who_would_rather_not_say_is_not_asked_the_same_again(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=DESPAIR)
    page = press(nurse, sent(nurse), "Rather not say")
    assert "Which is closer?" not in page
    assert "Not saying is fine too." in page
    assert WHY in page
    assert is_only_help(press(nurse, page, "Thoughts of dying"))


def test_what_was_not_answered_stands_in_the_same_words(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=DESPAIR)
    page = sent(nurse)
    assert WHY not in press(nurse, page, "Not helpful")
    for one in ("Not helpful", "Look again"):
        page = sent_on(nurse, {"text": MESSAGE, **buttons(page)[one]})
        assert "When people say that, some mean tired" in page
        assert "killing yourself" not in page


@pytest.mark.parametrize("answer", ["Both", "Thoughts of dying"])
def test_an_answer_can_ask_for_help(nurse: Account, ear: Calm, answer: str) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=DESPAIR)
    page = press(nurse, sent(nurse), answer)
    assert is_only_help(page)
    assert "I alert nobody" in unescape(page)


@pytest.mark.parametrize("level", [Level.ELEVATED, Level.EMERGENCY])
def test_at_risk_only_help_is_on_the_page(nurse: Account, ear: Calm, level: Level) -> None:
    ear.risk = Risk(level=level, categories=(Category.SUICIDE_ACTIVE,))
    page = sent(nurse, PATIENT)
    assert is_only_help(page)
    assert "Okafor" not in page
    assert page.index(NUMBERS) < page.index(COUNTRIES)
    assert ear.read == []
    assert 'href="tel:112"' in page
    assert 'href="https://findahelpline.com"' in page


def test_nothing_is_even_made_ready_beside_help(ear: Calm) -> None:
    ear.risk = Risk(level=Level.ELEVATED, categories=DESPAIR)
    look = second_look(Given(text=PATIENT), note=Note(), country="", now=NOW, just_me=False)
    assert look.answer is not None
    assert (look.patient, look.patterns, look.unread) == (None, None, None)


def test_in_an_emergency_the_number_comes_before_every_word(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.EMERGENCY, categories=(Category.SUICIDE_PLAN,))
    page = sent(nurse)
    said = page.index("Who can be with you in the next ten minutes?")
    assert page.index(NUMBERS) < said < page.index(COUNTRIES)


def test_the_lines_are_those_of_the_country_that_this_browser_remembers(
    nurse: Account, ear: Calm
) -> None:
    ear.risk = Risk(level=Level.ELEVATED, categories=DESPAIR)
    anywhere = sent(nurse)
    assert "findahelpline.com lists the lines of your country." in anywhere
    nurse.browser.cookies[remembered.COUNTRY] = "gb"
    at_home = sent(nurse)
    assert "lists the lines of your country" not in at_home
    said = at_home[: at_home.index('name="said"')]
    assert re.findall(r'href="tel:(\d+)"', said.split("<main", 1)[1]) == ["116123"]  # it is named


# --- the exchange -------------------------------------------------------------------------


def test_the_level_falls_by_ones_own_answer_and_by_one_step(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.EMERGENCY, categories=(Category.SUICIDE_PLAN,))
    page = sent(nurse)
    assert page.index(NUMBERS) < page.index("Who can be with you")
    lower = press(nurse, page, "I&#x27;m safe for now")
    assert is_only_help(lower)  # elevated: the numbers still stand
    assert lower.index(NUMBERS) > lower.index('name="said"')
    ear.risk = NO_RISK
    question = answer(nurse, lower, "I was only joking, forget it")
    assert NUMBERS not in question
    assert HELP_NOW in question
    assert 'name="said"' in question
    ended = answer(nurse, question, "just joking, stop asking")
    assert HELP_NOW in ended
    assert 'name="said"' not in ended


def test_what_is_typed_is_heard_by_itself_and_raises(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.ELEVATED, categories=DESPAIR)
    page = sent(nurse)
    ear.risk = Risk(level=Level.EMERGENCY, categories=(Category.SUICIDE_PLAN,))
    page = answer(nurse, page, "They lie beside me.")
    assert ear.triaged[-1] == "They lie beside me."
    assert page.index(NUMBERS) < page.index('name="said"')
    assert "They lie beside me." not in page
    assert is_only_help(page)


def test_words_that_sound_calm_lower_nothing(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.EMERGENCY, categories=(Category.SUICIDE_PLAN,))
    page = sent(nurse)
    ear.risk = NO_RISK
    for _ in range(3):
        page = answer(nurse, page, "The weather is fine.")
        assert page.index(NUMBERS) < page.index('name="said"')
    assert is_only_help(page)


def test_a_message_takes_nothing_back(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=DESPAIR)
    course = buttons(sent(nurse))["Tired"]["course"]
    page = sent(nurse, "Forget it, I was only joking.", course=course)
    assert "When people say that, some mean tired" in page


def test_no_answer_lowers_what_is_heard_as_graver_than_a_question(
    nurse: Account, ear: Calm
) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=DESPAIR)
    page = sent(nurse)
    ear.risk = Risk(level=Level.ELEVATED, categories=DESPAIR)
    for one in ("Tired", "Rather not say"):
        assert is_only_help(press(nurse, page, one))


@pytest.mark.parametrize("opened", [True, False])
def test_no_turn_of_it_is_kept_and_none_is_in_an_address(
    nurse: Account, ear: Calm, opened: bool
) -> None:
    ear.risk = Risk(level=Level.ELEVATED, categories=VIOLENCE if opened else DESPAIR)
    before = everything_held()
    page = sent(nurse)
    page = press(nurse, page, "It&#x27;s safe to read" if opened else "Yes")
    page = answer(nurse, page, "I do not know any more")
    after = everything_held()
    changed = {table for (table, row), held in after.items() if held != before[table, row]}
    assert changed == (set() if opened else {"Own"})  # the note, which holds no word
    assert set(re.findall(r'<form[^>]* method="(\w+)"', page)) == {"post"}
    assert not re.findall(r'(?:href|action)="/[^"]*[?#]', page.split("<main", 1)[1])


@pytest.mark.parametrize(
    "spoilt", ["", "x", "{C}:{C}:{C}", "é" * 40, "a" * 9000, "ImEi:1wGwxT:AAAA"]
)
def test_a_course_that_is_not_ours_begins_anew(nurse: Account, ear: Calm, spoilt: str) -> None:
    assert WHY in sent(nurse, course=spoilt)
    ear.risk = Risk(level=Level.ELEVATED, categories=DESPAIR)
    assert is_only_help(sent_on(nurse, {"said": "I can not go on", "course": spoilt}))
    bare = nurse.browser.post(AT, {"button": "safe", "course": spoilt})
    assert bare.status_code == 422


def test_a_course_of_another_version_or_an_old_one_begins_anew(
    nurse: Account, ear: Calm, monkeypatch: pytest.MonkeyPatch
) -> None:
    ear.risk = Risk(level=Level.ELEVATED, categories=DESPAIR)
    fields = buttons(sent(nurse))["Yes"]
    known = carried(fields["course"])
    assert known is not None
    assert carry(known)
    assert carried(signing.dumps({"level": 7}, salt="aftershift.web.safety.carried")) is None
    gone = carry(replace(known, path="moon", asked="moon.opening"))
    assert sent_on(nurse, {"said": "yes", "course": gone})
    tomorrow = time.time() + 25 * 3600
    monkeypatch.setattr("django.core.signing.time.time", lambda: tomorrow)
    assert carried(fields["course"]) is None
    late = nurse.browser.post(AT, fields)
    assert late.status_code == 422
    assert "too old to go on from" in late.text


def test_a_course_stays_short_however_long_an_exchange_goes_on(nurse: Account, ear: Calm) -> None:
    every = tuple(
        f"{path}.{turn.id}" for path, one in load_protocols().paths.items() for turn in one.turns
    )
    assert len(carry(Course(given=every * 50))) <= LONGEST


def test_an_empty_answer_says_the_same_again(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.ELEVATED, categories=DESPAIR)
    page = sent(nurse)
    again = answer(nurse, page, "  ")
    assert said_on(again) == said_on(page)


@pytest.mark.parametrize("path", sorted(load_protocols().paths))
def test_every_turn_can_be_shown_and_each_of_its_buttons_leads_somewhere(
    nurse: Account, ear: Calm, path: str
) -> None:
    protocol = load_protocols().paths[path]
    for one in protocol.turns:
        course = Course(
            level=Level.ELEVATED, path=path, asked=f"{path}.{one.id}", given=(f"{path}.{one.id}",)
        )
        page = sent_on(nurse, {"course": carry(course)})
        assert said_on(page)
        for button in one.buttons:
            assert button.says in unescape(page)
        for to in set(re.findall(r'href="(/[^"]*)"', page.split("<main", 1)[1])):
            assert nurse.browser.get(to).status_code == 200


# --- violence at home ----------------------------------------------------------------


def test_with_violence_at_home_it_asks_first_whether_it_is_safe(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.ELEVATED, categories=VIOLENCE)
    page = sent(nurse)
    main = page[page.index("<main") :]
    assert "Is it safe to read this here?" in said_on(page)[0]
    assert re.search(r'<h1 class="hush">Before you send it</h1>', main)
    assert not any(words in main for words in (NUMBERS, COUNTRIES, "not your fault", *FEEDBACK))
    assert '<button class="quiet" form="quick-exit">Leave now</button>' in main
    assert is_without_message(page)
    assert ear.read == []
    believed = press(nurse, page, "It&#x27;s safe to read")
    assert says(believed, "violence.believed")
    assert is_only_help(believed)
    unsafe = press(nurse, page, "No, or not sure")
    assert says(unsafe, "violence.unsafe")
    assert not any(words in unsafe for words in (NUMBERS, COUNTRIES))


def test_held_by_a_threat_it_asks_first_whether_it_is_safe_too(nurse: Account, ear: Calm) -> None:
    kinds = (*VIOLENCE, Category.WORRY_FOR_OTHER)
    ear.risk = Risk(level=Level.EMERGENCY, categories=kinds, is_held=True)
    page = sent(nurse)
    main = page[page.index("<main") :]
    assert "safe to read" in said_on(page)[0]
    assert not any(words in main for words in (NUMBERS, COUNTRIES, "not your fault", *FEEDBACK))
    assert is_without_message(page)
    believed = press(nurse, page, "It&#x27;s safe to read")
    assert says(believed, "threatened.believed")
    assert is_only_help(believed)


def test_with_violence_now_the_numbers_come_first(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.EMERGENCY, categories=VIOLENCE)
    page = sent(nurse)
    assert page.index(NUMBERS) < page.index("If you can get out, go now")
    assert is_only_help(page)
    assert '<h1 class="hush">' in page


def test_the_plain_copy_is_that_of_the_remembered_country(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.ELEVATED, categories=VIOLENCE)
    copy = '<a class="button quiet" href="{}">A plain copy of the number</a>'
    page = press(nurse, sent(nurse), "It&#x27;s safe to read")
    assert copy.format("/help/") in page
    nurse.browser.cookies[remembered.COUNTRY] = "gb"
    page = press(nurse, sent(nurse), "It&#x27;s safe to read")
    assert copy.format("/help/list/gb/1") in page


def test_something_at_home_takes_the_message_off_the_page(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=DESPAIR)
    page = press(nurse, sent(nurse), "Something at home")
    assert says(page, "eggshells.opening")
    assert is_without_message(page)
    assert says(press(nurse, page, "Yes, sometimes"), "violence.opening")


def test_where_somebody_may_be_afraid_nothing_softer_is_offered(nurse: Account, ear: Calm) -> None:
    ear.risk = Risk(level=Level.CHECK_IN, categories=VIOLENCE)
    page = sent(nurse)
    assert "Are you ever afraid of someone at home?" in page
    assert HELP_NOW in page
    ended = press(nurse, page, "No, just friction")
    assert says(ended, "stepping_down.guarded")
    for one in (page, ended):
        assert is_without_message(one)
        assert NUMBERS not in one
        assert not any(words in one for words in FEEDBACK)
    assert ear.read == []


def test_who_is_heard_in_spanish_reads_that_first_with_the_card_in_spanish(
    nurse: Account, ear: Calm
) -> None:
    ear.risk = Risk(level=Level.ELEVATED, categories=DESPAIR, language="es")
    page = unescape(sent(nurse))
    first = page.index("Soy un programa y solo contesto en inglés.")
    assert 'lang="es">Soy un programa' in page
    assert first < page.index('href="/help/es">Ayuda · Español</a>') < page.index("I alert nobody")
    ear.risk = NO_RISK
    assert "Soy un programa" not in unescape(answer(nurse, page, "it is heavy"))
    assert "Ayuda" in unescape(nurse.browser.get("/help/es").text)
