"""Reading: open to everybody, alike for everybody, and no figure without where it comes from."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.house.page import Page

from aftershift.engines.evidence.browsing import Wish, grants
from aftershift.engines.evidence.citing import figures_in, unsourced
from aftershift.engines.evidence.practices import Company, Grade
from aftershift.library.evidence import load_evidence
from aftershift.web.reading import words

SHELF = load_evidence()
PRACTICES = tuple(SHELF.practices.values())
FIXED = ("/reading/", "/reading/heard", "/reading/words", "/reading/grades")
PAGES = (*FIXED, *(f"/reading/practices/{one.slug}" for one in PRACTICES))
LISTED = re.compile(r'<li>\s*<p><a href="/reading/practices/([a-z0-9-]+)">')


@pytest.fixture
def anybody():
    return Client(headers={"host": "localhost"})


def text_of(page: str) -> str:
    """Give the words of the middle of a page."""
    middle = page[page.index("<main") : page.index("</main>")]
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", middle)))


def listed(anybody, **asked) -> list[str]:
    """Look for something, and give what is found by its address."""
    return LISTED.findall(anybody.get("/reading/", asked).text)


# --- open to everybody ----------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES)
def test_reading_needs_no_account_and_leaves_nothing(anybody, path):
    answer = anybody.get(path)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert not answer.cookies
    assert Page(answer.text).faults() == []


@pytest.mark.parametrize("path", [*FIXED, "/reading/practices/partner-soft-start"])
def test_somebody_signed_in_reads_the_same(anybody, nurse, path):
    answer = nurse.browser.get(path)
    assert answer.status_code == 200
    assert text_of(answer.text) == text_of(anybody.get(path).text)
    assert 'href="/account"' in answer.text  # and the ways of the house are still there


@pytest.mark.parametrize("path", [*FIXED, "/reading/practices/partner-soft-start"])
def test_reading_refuses_to_be_posted_to(anybody, path):
    assert anybody.post(path).status_code in (403, 405)
    assert Client(enforce_csrf_checks=False).post(path).status_code == 405


@pytest.mark.parametrize("slug", ["nothing", "partner.soft-start", "PARTNER-SOFT-START", "0"])
def test_a_practice_that_there_is_not_is_no_page(anybody, slug):
    assert anybody.get(f"/reading/practices/{slug}").status_code == 404


def test_the_way_here_is_on_the_first_page_and_at_the_foot_of_every_page(anybody, nurse):
    for page in (anybody.get("/").text, nurse.browser.get("/").text, anybody.get("/offline").text):
        assert '<a href="/reading/"' in page[page.index("<footer") :]
    welcome = anybody.get("/").text
    assert '<a href="/reading/"' in welcome[: welcome.index("<footer")]


def test_every_link_of_every_page_leads_somewhere(anybody):
    led = {path: [to for to, _ in Page(anybody.get(path).text).leads] for path in PAGES}
    ours = {to for leads in led.values() for to in leads if to.startswith("/")}
    ids = {to: Page(anybody.get(to.partition("#")[0]).text).ids for to in ours if "#" in to}
    for to in ours:
        assert anybody.get(to.partition("#")[0]).status_code == 200, to
    assert [to for to, known in ids.items() if to.partition("#")[2] not in known] == []
    for path, leads in led.items():
        here = [to.removeprefix("#") for to in leads if to.startswith("#")]
        assert set(here) <= {*Page(anybody.get(path).text).ids, "main"}, path


# --- looking --------------------------------------------------------------------------


def test_the_whole_shelf_stands_there_and_each_practice_once(anybody):
    assert sorted(listed(anybody)) == sorted(one.slug for one in PRACTICES)


WISHES = [
    *(({"minutes": minutes}, Wish(minutes=int(minutes))) for minutes in words.TIMES),
    *(({"place": place}, Wish(place=place)) for place in words.PLACES),
    *(({"energy": energy}, Wish(energy=energy)) for energy in words.ENERGY),
    *(({"company": company}, Wish(company=Company(company))) for company in words.COMPANY),
    *(({"scope": scope}, Wish(scope=scope)) for scope in words.SCOPES),
    (
        {"minutes": "5", "place": "bed", "energy": "low", "company": "alone"},
        Wish(minutes=5, place="bed", energy="low", company=Company.ALONE),
    ),
]


@pytest.mark.parametrize(("asked", "wish"), WISHES, ids=str)
def test_a_filter_gives_all_that_fits_and_nothing_else(anybody, asked, wish):
    fitting = {one.slug for one in PRACTICES if one.is_offered and grants(one, wish)}
    found = listed(anybody, **asked)
    assert set(found) == fitting
    assert len(found) == len(fitting) > 0


def test_a_search_by_words_finds_by_what_people_call_it(anybody):
    assert listed(anybody, q="SBAR")[0] == "team-sbar"
    assert "self-boundary-script" in listed(anybody, q="saying no to overtime")[:3]
    assert "family-absent-ritual" in listed(anybody, q="I missed her birthday")[:5]


def test_words_and_filters_hold_together(anybody):
    found = listed(anybody, q="birthday", company="apart")
    assert found
    assert {SHELF.practices[_id(slug)].company for slug in found} == {Company.APART}


def _id(slug: str) -> str:
    return next(one.id for one in PRACTICES if one.slug == slug)


def test_who_searches_by_words_is_shown_the_way_to_people(anybody):
    page = anybody.get("/reading/", {"q": "he hits me"}).text
    middle = page[page.index("<main") :]
    assert middle.index('href="/help/"') < middle.index("<h2")
    assert "<h2" in anybody.get("/reading/", {"q": "zzzz"}).text


@pytest.mark.parametrize(
    "asked",
    [
        {"minutes": "7"},
        {"minutes": "x" * 99},
        {"place": "<b>"},
        {"company": "\u0000"},
        {"q": "\u0000"},
        {"q": "x" * 1000},
        {"q": "   "},
    ],
)
def test_what_makes_no_sense_leaves_the_shelf_open(anybody, asked):
    answer = anybody.get("/reading/", asked)
    assert answer.status_code == 200
    assert len(LISTED.findall(answer.text)) == len(PRACTICES)


def test_what_was_searched_for_stands_only_in_its_own_field(anybody):
    page = anybody.get("/reading/", {"q": '<b>"zzzq"'}).text
    assert page.count("zzzq") == 1
    assert "<b>&quot;" not in page


def test_what_is_not_recommended_is_never_handed_to_somebody_with_five_minutes(anybody):
    warned = {one.slug for one in PRACTICES if one.grade is Grade.E}
    for asked, _ in WISHES:
        assert warned.isdisjoint(listed(anybody, **asked))
    assert "team-cisd" in listed(anybody, q="debrief")


# --- what a page says -----------------------------------------------------------------


@pytest.mark.parametrize("one", PRACTICES, ids=lambda one: one.slug)
def test_a_practice_says_all_of_itself(anybody, one):
    page = anybody.get(reverse("reading:practice", args=[one.slug])).text
    text = text_of(page)
    bare = re.sub(r"\s+", "", text)
    for said in (*one.steps, *one.triggers, *one.not_for, one.say, one.smaller, one.caveat):
        assert re.sub(r"\s+", "", said) in bare
    for said in (one.name, one.why_grade, one.design, one.effect, one.grade.words):
        assert said in text
    for key in one.sources:
        assert SHELF.sources[key].cite in text
    assert f"{one.reviewed.day} November 2026" in text
    assert ("We do not recommend this" in text) is (one.grade is Grade.E)


@pytest.mark.parametrize("path", PAGES[1:])
def test_a_link_to_a_paper_is_a_doi_that_was_seen(anybody, path):
    seen = {f"https://doi.org/{one.doi}" for one in SHELF.sources.values() if one.doi}
    for to, rel in Page(anybody.get(path).text).leads:
        if to.startswith("http"):
            assert (to in seen, rel) == (True, "noreferrer")


def test_no_figure_stands_on_a_page_without_a_source(anybody):
    """Whatever number is on a page is in the notes of a source that is printed on it."""
    for one in PRACTICES:
        text = text_of(anybody.get(f"/reading/practices/{one.slug}").text)
        noted = [note for key in one.sources for note in _notes(key)]
        for note in noted:
            assert note in text
            text = text.replace(note, "")
        text = text.replace(f"{one.reviewed.day} November {one.reviewed.year}", "")
        for key in one.sources:
            text = text.replace(SHELF.sources[key].doi or " ", " ")
        assert unsourced(text.replace(f"{one.minutes} minutes", ""), noted) == (), one.slug


def _notes(key: str) -> tuple[str, str]:
    source = SHELF.sources[key]
    return source.cite, source.finding


def test_what_was_heard_stands_with_its_verdict_and_its_sources(anybody):
    page = anybody.get("/reading/heard").text
    articles = dict(
        re.findall(r'(?s)<article class="card" id="heard-([\w-]+)">(.*?)</article>', page)
    )
    assert set(articles) == set(SHELF.myths)
    for one in SHELF.myths.values():
        text = unescape(articles[one.id])
        assert f"“{one.heard}”" in text
        assert one.say in text
        assert all(SHELF.sources[key].cite in text for key in one.sources)
        assert one.sources or not figures_in(one.say)
        assert ("No source was read" in text) is not bool(one.sources)
    assert {one.verdict for one in SHELF.myths.values()} <= set(words.VERDICTS)


def test_the_glossary_has_an_anchor_for_every_word(anybody):
    page = anybody.get("/reading/words").text
    assert set(SHELF.terms) <= set(Page(page).ids)
    for one in SHELF.terms.values():
        assert one.plain in text_of(page)


def test_the_spread_of_grades_is_counted_and_not_written(anybody):
    text = text_of(anybody.get("/reading/grades").text)
    for grade in Grade:
        count = sum(one.grade is grade for one in PRACTICES)
        assert f"{count} of {len(PRACTICES)} practices" in text
    remembered = sum(one.checked == "memory" for one in SHELF.sources.values())
    assert f"{remembered} are only remembered" in text
    assert "No clinician" in text


def test_the_first_mention_of_a_word_leads_to_the_glossary(anybody):
    page = anybody.get("/reading/practices/org-workload").text
    assert page.count('<a class="word" href="/reading/words#burnout">burnout</a>') == 1


# The five that go round about relations at work, by their ids, with what may stand behind each.
AT_WORK = {
    "work-leaders-emotion": "opinion",
    "work-conflict-failing": "partly",
    "work-outcomes-only": "partly",
    "work-digital-impersonal": "opinion",
    "work-burnout-inevitable": "contradicted",
}


@pytest.mark.parametrize(("name", "verdict"), AT_WORK.items())
def test_the_five_about_work_cite_or_say_that_they_are_an_opinion(anybody, name, verdict):
    shelf = load_evidence()
    one = shelf.myths[name]
    assert one.verdict == verdict
    assert bool(one.sources) == (verdict != "opinion")
    assert set(one.sources) <= set(shelf.sources)
    page = unescape(anybody.get("/reading/heard").text)
    card = page.partition(f'id="heard-{name}"')[2].partition("</article>")[0]
    assert one.heard in card
    assert one.say in card
    assert all(shelf.sources[key].cite in card for key in one.sources)
    if verdict == "opinion":
        assert "this is our view" in one.say
        chapter = page.rpartition(f'id="heard-{name}"')[0].rpartition("<h2>")[2]
        assert chapter.startswith("Our view, and no study behind it")


def test_every_myth_card_says_when_it_was_last_looked_at(anybody):
    page = anybody.get("/reading/heard").text
    cards = page.split('<article class="card"')[1:]
    assert len(cards) == len(load_evidence().myths)
    assert all(re.search(r'Last looked at: <time datetime="2026-\d\d-\d\d">', one) for one in cards)
