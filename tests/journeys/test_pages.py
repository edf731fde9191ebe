"""Every page, in daylight and in the dark, on a phone and on a desk: accessible and calm.

A page joins by its route in STRANGERS or OWN, or by a step; what shows no page is in NO_PAGE.
"""

from pathlib import Path

from django.urls import reverse
from tests.journeys import steps
from tests.journeys.conftest import Phones
from tests.journeys.looking import (
    Look,
    look_at_kinds_of_help,
    look_at_the_pocket,
    look_at_what_is_measured,
)
from tests.journeys.steps import Somebody, follow, press
from tests.web.house.routes import ROUTES

STRANGERS = (
    "home",
    "people:sign-up",
    "people:sign-in",
    "people:forgotten",
    "people:locked",
    *(f"help:{one}" for one in ("home", "reset", "plan", "which", "sheet", "leaving")),
    "reading:home",
    "look",
    "reading:myths",
    "reading:glossary",
    "reading:grades",
    *(f"pocket:{one}" for one in ("home", "cards", "talk")),
    "windows:why",
    "offline",
    "neutral",
    "mydata:erased",
)
OWN = (
    "home",
    "windows:fortnight",
    "windows:plan",
    "windows:limits",
    "windows:talk",
    "windows:what_if",
    "windows:why",
    "rituals:page",
    "sending:page",
    "sending:own",
    "coach:page",
    "coach:kept",
    "coach:voice",
    *(
        f"wording:{one}"
        for one in (
            *("page", "apology", "check", "request", "disagreement", "disagree_well"),
            *("disagree_up", "who_does_what"),
            *("feedback", "candour", "feedforward", "listen", "debrief"),
        )
    ),
    "rehearsal:shelf",
    "rosters:list",
    "rosters:bring",
    "rosters:strain",
    "mydata:page",
    "mydata:bring",
    "people:account",
    "people:password",
    "people:recovery-key",
    "people:check-recovery-key",
    "people:factors",
    "people:code-app",
    "people:devices",
    "people:household",
    "help:home",
    "journal:page",
    "journal:friend",
    *("journal:voice", "journal:transcription"),
    "week:page",
    "network:page",
    "network:hero",
    "pairing:page",
    "agreements:page",
    "agreements:new",
    "agreements:ground_rules",
    "agreements:check_in",
    "agreements:beside",
    "agreements:lists",
    "agreements:repair",
    "deciding:page",
    "reflections:page",
    "instruments:page",
    "instruments:bring",
    "checkins:day",
    "checkins:yesterday",
    "checkins:week",
    "checkins:footprint",
    "checkins:trends",
    "summary:page",
    "experiments:page",
    "safety:page",
    "safety:answered",
    "safety:plan",
    "safety:paper",
    "safety:trusted",
    "people:locked",
)
IN_ANOTHER_LANGUAGE = ("help:home_in",)
OF_ONE = {
    "reading:practice": "partner-soft-start",
    "pocket:room": "break",
    "wording:script": "no-swap-decline",
    "rehearsal:scene": "home-late",
    "rehearsal:speaking-up": "dose-by-ten",
    "rehearsal:listening": "not-thanked",
}
BY_STEPS = {
    "rosters:preview",
    "rosters:ways",
    "rosters:who",
    "rosters:child",
    "windows:window",
    "people:second-factor",
    "people:remove-factor",
    "people:renew",
    "help:list",
    *OF_ONE,
    "journal:older",
    "journal:entry",
    "journal:change",
    "week:conversation",
    "deciding:decision",
    "deciding:own",
    "deciding:other",
    "deciding:values",
    "deciding:way",
    "deciding:sheet",
    "deciding:compare",
    "week:text",
    "experiments:experiment",
    "reflections:list",
}
BY_STEPS |= {"instruments:form", "instruments:kept", "instruments:over-time", "reflections:kept"}
NO_PAGE = {"demo_file", "service-worker", "windows:feed", "mydata:json", "mydata:readable"}
NO_PAGE |= {"mydata:sounds", "help:choose", "safety:take", "journal:listen", "checkins:answers"}
NO_PAGE |= {"checkins:codebook", "instruments:take", "instruments:take-all"}
SAME_BUT_FOR_WORDS = {"help:reset_in", "help:plan_in", "help:list_in"}
SAME_BUT_FOR_WORDS |= {"help:which_in", "help:sheet_in", "help:leaving_in"}


def test_every_address_that_can_be_opened_is_looked_at() -> None:
    opened = {name for name, route in ROUTES.items() if "GET" in route.methods}
    looked_at = {*STRANGERS, *OWN, *IN_ANOTHER_LANGUAGE, *BY_STEPS}
    assert looked_at | NO_PAGE | SAME_BUT_FOR_WORDS == opened


def test_the_pages_for_strangers_are_accessible_and_calm(phones: Phones) -> None:
    look = Look(page=phones.open())
    for name in STRANGERS:
        look.go(reverse(name))
    for name in IN_ANOTHER_LANGUAGE:
        look.go(reverse(name, args=["de"]))
    look_at_the_pocket(look)
    look.go("/help/choose?country=gb&language=en")
    follow(look.page.locator("details[open]").first, "Plain copy 0808 2000")
    look.at("help:list")
    look_at_kinds_of_help(look)
    phones.expected += ["status of 404", "status of 422"]
    look.go("/no/such/page")
    steps.sign_in(look.page, "nobody", "not their password")
    look.at("/sign-in, refused")
    assert "\n".join(look.faults) == ""


def test_the_pages_of_somebody_signed_in_are_accessible_and_calm(
    phones: Phones, papers: Path
) -> None:
    phones.expected += ["status of 404", "status of 422"]
    look = Look(page=phones.open())
    somebody = steps.sign_up(look.page)
    look.at("recovery key")
    for name in ("home", "windows:fortnight"):
        look.go(reverse(name))
    bring_both_rosters(look, papers)
    for name in OWN:
        look.go(reverse(name))
    for name, what in OF_ONE.items():
        look.go(reverse(name, args=[what]))
    look.go(reverse("windows:fortnight") + "?show=calendar")
    hold_one_and_swap(look, papers)
    answer_unclearly(look)
    talk(look)
    sort_nothing(look)
    look_at_a_journal(look)
    look_at_a_week(look)
    look_at_a_family(look)
    look_at_a_decision(look)
    look_at_what_is_measured(look)
    meet_the_second_factor(look, somebody)
    assert "\n".join(look.faults) == ""


def sort_nothing(look: Look) -> None:
    look.page.goto("/words/disagreement")
    press(look.page, "Sort it")
    look.at("disagreement, nothing said")


def talk(look: Look) -> None:
    page = look.page
    page.goto("/coach/")
    press(page, "Say it")
    look.at("coach, nothing said")
    for words in ("I snapped at my wife the second I got in", "what should I do"):
        page.get_by_label("Say one thing").fill(words)
        press(page, "Say it")
        look.at("coach, a talk")
    page.goto("/coach/kept")


def look_at_a_journal(look: Look) -> None:
    page = look.page
    page.goto("/journal/")
    press(page, "Keep it")
    look.at("journal, nothing written")
    page.get_by_label("In your own words").fill("I sat with Mr Okafor in bed 12.")
    press(page, "Keep it")
    look.at("journal, a patient")
    press(page, "It is not a patient")
    look.at("journal, kept")
    page.goto("/journal/")
    page.locator(".leaf a").first.click()
    look.at("journal:entry")
    follow(page, "Change it")
    look.at("journal:change")
    look.go("/journal/older/1")


def look_at_a_week(look: Look) -> None:
    page = look.page
    page.goto("/week/")
    press(page.locator("#small article").first, "Place it")
    look.at("week:page, one placed")
    summaries = ("Choose one of the four", "Begin one, tied", "Write now", "Plan one", "At most")
    for summary in summaries:
        page.locator("summary", has_text=summary).click()
    look.at("week:page, all open")
    page.get_by_label("To", exact=True).fill("Sam")
    page.get_by_label("Your words").fill("Thinking of you")
    press(page, "Keep it for then")
    page.goto("/week/")  # while an ear is made ready, a page between says that it is kept
    follow(page, "For Sam")
    look.at("week:text")
    page.goto("/week/")
    page.locator("summary", has_text="Plan one").click()
    follow(page, "My partner")
    look.at("week:conversation")
    press(page, "Keep the time and the line")
    look.at("week:conversation, without a line")


def look_at_a_decision(look: Look) -> None:
    page = look.page
    page.goto("/deciding/")
    page.get_by_label("The decision, in a line").fill("Do I go to 0.8?")
    page.get_by_label("Another way").fill("Leave it as it is")
    press(page, "Keep it")
    look.at("deciding:page, one way twice")
    page.get_by_label("Another way").fill("Go to 0.8")
    press(page, "Keep it")
    steps.go_on(page)
    look.at("deciding:decision")
    decision = page.url
    follow(page, "Fill in a sheet")
    look.at("deciding:own")
    fill_in_a_sheet(look, "Rest", costs="Money")
    follow(page, "Change the words")
    look.at("deciding:values")
    page.goto(decision)
    follow(page, "Let somebody else")
    look.at("before anything for two")
    press(page, "No")
    page.goto(decision)
    follow(page, "Let somebody else")
    look.at("deciding:other")
    page.get_by_label("What are you called here?").fill("Sam")
    fill_in_a_sheet(look, "Bedtimes", costs="Sleep")
    page.goto(decision)
    look.at("deciding:decision, two sheets")
    follow(page, "Lay the two side by side")
    look.at("deciding:compare")


def fill_in_a_sheet(look: Look, value: str, *, costs: str) -> None:
    page = look.page
    page.get_by_label("First", exact=True).fill(value)
    press(page, "Keep it")
    steps.go_on(page)
    look.at("deciding:way")
    page.get_by_label("Until when").fill("2027-03-01")
    press(page, "Keep it")
    look.at("deciding:way, a trial without a sign")
    page.get_by_label("Until when").fill("")
    press(page, "Keep it")
    page.get_by_label(costs, exact=True).check()
    press(page, "Keep it")
    look.at("deciding:sheet")


def bring_both_rosters(look: Look, papers: Path) -> None:
    page = look.page
    page.goto("/rosters/bring")
    press(page, "Read it")
    look.at("rosters:bring, with nothing")
    steps.bring_file(page, papers / "jo.ics")
    look.at("rosters:preview, first")
    steps.keep(page)
    look.at("windows:fortnight, of one")
    steps.add_member(page, "Sam")
    steps.bring_line(page, (papers / "sam.txt").read_text(encoding="utf-8").strip())
    look.go(reverse("rosters:preview"))
    steps.keep(page)


def hold_one_and_swap(look: Look, papers: Path) -> None:
    page = look.page
    page.goto(reverse("windows:fortnight"))
    thursday = steps.windows(page).filter(has_text="Thu 22 Oct")
    follow(thursday, "Why this one?")
    look.at("windows:window")
    page.goto(reverse("windows:fortnight"))
    steps.hold(page, "Thu 22 Oct")
    press(page, "Make the address")
    page.goto("/rosters/bring")
    steps.bring_file(page, papers / "jo-after-a-swap.ics")
    look.at("rosters:preview, of a swap")
    steps.keep(page)
    look.at("windows:fortnight, with one held")
    look.go(reverse("windows:plan"))
    look.go(f"{reverse('windows:window')}?first=2026-10-19&starts=2026-10-19T00:00Z")


def answer_unclearly(look: Look) -> None:
    page = look.page
    page.goto(reverse("rosters:list"))
    follow(page.locator("section").filter(has_text="Sam"), "Way to work, sleep, children")
    look.at("rosters:ways")
    page.goto(reverse("rosters:list"))
    page.get_by_label("Its hours, if none of these fits").fill("about noon")
    press(page, "That is it")
    look.at("rosters:answer, unclear")


def look_at_a_family(look: Look) -> None:
    page = look.page
    page.goto(reverse("rosters:list"))
    page.get_by_label("What do you call them?").fill("Mia")
    page.get_by_label("Who are they?").select_option(label="A child")
    press(page, "Add")
    look.at("rosters:child")
    page.get_by_label("Leaves at").fill("08:30")
    page.get_by_label("Days without school").fill("whenever")
    press(page, "Keep")
    look.at("rosters:child, refused")
    page.get_by_label("Back at").fill("15:30")
    page.get_by_label("Days without school").fill("")
    press(page, "Keep")
    look.at("rosters:list, with a child")
    page.goto(reverse("rosters:list"))
    follow(page.locator("section").filter(has_text="A child:"), "Partner, child or relative")
    look.at("rosters:who")
    look.go(reverse("windows:fortnight") + "?with=family")
    page.locator("details summary", has_text="You, Sam and Mia").click()
    look.at("windows:fortnight, with the children")


def meet_the_second_factor(look: Look, somebody: Somebody) -> None:
    page = look.page
    steps.add_code_app(page, somebody)
    follow(page, "Remove")
    look.at("people:remove-factor")
    page.goto(reverse("people:account"))
    press(page, "Lock now")
    look.at("people:locked, just now")
    steps.enter(page, somebody.name)
    look.at("people:second-factor")


def test_the_pages_of_a_recovery_are_accessible_and_calm(phones: Phones) -> None:
    somebody = steps.sign_up(phones.open())
    look = Look(page=phones.open())
    look.page.goto(reverse("people:forgotten"))
    look.page.get_by_label("Name").fill(somebody.name)
    look.page.get_by_label("Recovery key").fill(somebody.recovery_key)
    press(look.page, "Open with the recovery key")
    look.at("people:renew")
    assert "\n".join(look.faults) == ""
