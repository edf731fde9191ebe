"""Inspects page after page, and walks to what no address opens, of help and of what is measured."""

from dataclasses import dataclass, field

from playwright.sync_api import Page
from tests.journeys.inspection import faults_of
from tests.journeys.steps import follow, press


@dataclass(kw_only=True)
class Look:
    """Inspects page after page and remembers what was found."""

    page: Page
    faults: list[str] = field(default_factory=list)

    def at(self, name: str) -> None:
        """Inspect the page that is open."""
        self.faults += [f"{name}: {fault}" for fault in faults_of(self.page)]

    def go(self, address: str) -> None:
        """Open a page, and inspect it."""
        self.page.goto(address)
        self.at(address)


def look_at_kinds_of_help(look: Look) -> None:
    for signs in ((), ("afraid of somebody",), ("low, empty",), ("A hard talk",)):
        look.page.goto("/help/which/")
        for sign in signs:
            look.page.get_by_label(sign).check()
        press(look.page, "See which fits")
        look.at(f"help:which, {signs}")


def look_at_the_pocket(look: Look) -> None:
    wished = "break?minutes=20&after=care"
    for room in (wished, "moments", "tools", "practise", "minute", "door", "season"):
        look.go(f"/pocket/{room}")
    for address, start in (("/help/reset", "corridor-steps"), ("/pocket/moments", "undivided-5")):
        look.page.goto(address)
        look.page.locator(f"[data-start='{start}']").click()
        look.at(f"{start}, playing")


def look_at_what_is_measured(look: Look) -> None:
    look_at_lists(look)
    look_at_check_ins(look)
    look_at_questionnaires(look)
    try_something(look)


def look_at_lists(look: Look) -> None:
    page = look.page
    for name in ("rc-1", "tm-2", "wr-1"):
        look.go(f"/reflect/{name}")
    page.locator("input[value=yes]").first.check()
    press(page, "See what it comes to")
    look.at("reflections:list, what it comes to")
    press(page, "Keep this")
    look.at("reflections:kept")
    page.goto("/reflect/cp-2")
    page.get_by_role("group", name="I imagine just being gone.").get_by_text("Rings true").click()
    press(page, "See what it comes to")
    look.at("reflections:list, a question first")


def look_at_check_ins(look: Look) -> None:
    page = look.page
    page.goto("/check-in/")
    press(page, "Keep it")
    look.at("checkins:day, nothing tapped")
    page.get_by_role("group", name="How much energy is left?").get_by_role(
        "radio", name="7", exact=True
    ).check()
    press(page, "Keep it")
    look.at("checkins:day, kept")
    look.go("/check-in/footprint")
    press(page, "Keep it")
    look.at("checkins:footprint, nothing written")
    page.get_by_label("What did I leave behind me").fill("The bay was tidy, and I was short.")
    press(page, "Keep it")
    look.at("checkins:footprint, kept")
    page.goto("/check-in/trends?span=week")
    page.get_by_text("As a table: Energy").click()
    look.at("checkins:trends, one answer")
    look.go("/check-in/paper")


def look_at_questionnaires(look: Look) -> None:
    page = look.page
    look.go("/questionnaires/gad-7")
    press(page, "See what it comes to")
    look.at("instruments:form, nothing answered")
    for group in page.get_by_role("group").all():
        group.get_by_role("radio").nth(2).check()
    press(page, "See what it comes to")
    look.at("instruments:form, what it comes to")
    press(page, "Keep this")
    look.at("instruments:kept")
    bring_older_ones_back(look)
    page.goto("/questionnaires/phq-9")
    page.get_by_role("group", name="Invented line 9").get_by_role("radio").last.check()
    press(page, "See what it comes to")
    look.at("instruments:form, the question first")


def bring_older_ones_back(look: Look) -> None:
    """Bring two of other days back, so that a level is drawn."""
    page, items = look.page, range(1, 8)
    head = "id,subject,instrument,form,status,authored,key_version,rule,GAD-7 score total"
    rows = [",".join((head, *(f"GAD-7 item {at}" for at in items)))]
    for month, said in ((6, 1), (8, 2)):
        when = f"2026-{month:02}-01T08:00:00+00:00"
        rows.append(
            ",".join(("", "", "GAD-7", "", "completed", when, "", "", "9", *[str(said)] * 7))
        )
    page.goto("/questionnaires/bring-back")
    page.get_by_label("The file").set_input_files(
        {"name": "answers.csv", "mimeType": "text/csv", "buffer": "\n".join(rows).encode()}
    )
    press(page, "See what is in it")
    look.at("instruments:bring, what is in it")
    press(page, "Keep what is new")
    look.go("/questionnaires/gad-7/over-time")


def try_something(look: Look) -> None:
    page = look.page
    page.goto("/experiments/")
    press(page, "Draw the plan")
    look.at("experiments:page, nothing chosen")
    page.get_by_label("What do you want to try?").select_option(label="A long hug")
    page.get_by_label("Mood", exact=True).check()
    page.get_by_label("10 evenings, 5 blocks").check()
    press(page, "Draw the plan")
    look.at("experiments:page, one under way")
    page.locator("details", has_text="Stop early").evaluate("(one) => { one.open = true }")
    press(page, "Stop it now")
    follow(page, "A long hug")
    look.at("experiments:experiment, stopped")
