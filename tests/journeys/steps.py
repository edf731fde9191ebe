"""What a person does on a page, each by the words that the page shows."""

import re
from dataclasses import dataclass
from pathlib import Path

import pyotp
from playwright.sync_api import Locator, Page, expect

PASSWORD = "slow green kettle"  # noqa: S105 - nobody lives behind it
MONDAY = "2026-10-19"
SAMS_CODES = "UK doctors"
WHEN = re.compile(r"\w{3} \d{1,2} \w{3}, \d\d:\d\d–\d\d:\d\d")


@dataclass(frozen=True, kw_only=True, slots=True)
class Somebody:
    """A new account: the suggested name, and the recovery key from the page."""

    name: str
    recovery_key: str
    password: str = PASSWORD


def button(page: Page | Locator, words: str) -> Locator:
    """The one button that begins with these words."""
    return page.get_by_role("button", name=re.compile(f"^{re.escape(words)}"))


def link(page: Page | Locator, words: str) -> Locator:
    """The one link that begins with these words."""
    return page.get_by_role("link", name=re.compile(f"^{re.escape(words)}"))


def press(page: Page | Locator, words: str) -> None:
    """Press a button, and wait for what it leads to."""
    _click(button(page, words))


def follow(page: Page | Locator, words: str) -> None:
    """Follow a link, and wait for what it leads to."""
    _click(link(page, words))


def _click(found: Locator) -> None:
    """Click, and wait until the page's own part is another: by a new page or by a swap."""
    main = found.page.locator("main")
    main.evaluate("(old) => old.toggleAttribute('data-old', true)")
    found.click()
    found.page.locator("main:not([data-old])").wait_for()


def heading(page: Page, words: str) -> None:
    """Wait for a page by its first heading."""
    expect(page.get_by_role("heading", level=1, name=words)).to_be_visible()


def read(page: Page) -> str:
    """Give the words of the page's own part, in one line."""
    return " ".join(page.locator("main").inner_text().split())


def sign_up(page: Page) -> Somebody:
    """Make an account under the suggested name; the page with the recovery key is open then."""
    page.goto("/")
    follow(page, "Start, without an e-mail")
    name = page.get_by_label("A name for you here").input_value()
    page.get_by_label("New password").fill(PASSWORD)
    page.get_by_label("The same password again").fill(PASSWORD)
    page.get_by_label("I understand").check()
    press(page, "Make my account")
    heading(page, "Your recovery key")
    return Somebody(name=name, recovery_key=page.locator(".recovery-key").inner_text().strip())


def sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    """Type name and password at the door."""
    page.goto("/sign-in")
    enter(page, name, password)


def enter(page: Page, name: str, password: str = PASSWORD) -> None:
    """Fill in the door that is on the page."""
    page.get_by_label("Name", exact=False).fill(name)
    page.get_by_label("Password", exact=False).fill(password)
    press(page, "Open")


def go_on(page: Page) -> None:
    """Leave the page that names people to call, which comes while an ear is not ready yet."""
    if page.get_by_role("heading", level=1).inner_text() == "It is kept":
        follow(page, "On with the sheet")


def add_code_app(page: Page, somebody: Somebody) -> pyotp.TOTP:
    """Add an app that shows codes; the page of the second factors is open then."""
    page.goto("/account/factors")
    follow(page, "Add a code app")
    app = pyotp.TOTP(page.locator(".card code").inner_text().replace(" ", ""))
    page.get_by_label("Code from your app").fill(app.now())
    page.get_by_label("Your password").fill(somebody.password)
    press(page, "Add the app")
    heading(page, "Second factors")
    return app


def add_member(page: Page, name: str) -> None:
    """Add somebody without an account; the page to bring their roster is open then."""
    page.goto("/rosters/")
    page.get_by_label("What do you call them?").fill(name)
    press(page, "Add")
    heading(page, "Bring a roster")


def bring_file(page: Page, file: Path) -> None:
    """Drop a file on the page, and read the preview."""
    page.get_by_label("A file").set_input_files(file)
    press(page, "Read it")
    expect(page.get_by_role("heading", level=1)).to_contain_text("as we read it")


def bring_line(page: Page, line: str, *, first: str = MONDAY, codes: str = SAMS_CODES) -> None:
    """Paste a line of codes, and read the preview."""
    page.get_by_label("A line of codes").fill(line)
    page.get_by_label("The first code is for").fill(first)
    page.get_by_text("A feed, a rota with many rows").click()
    kinds = page.get_by_label("What kind of codes are they?")
    kinds.select_option(label=codes)
    press(page, "Read it")
    expect(page.get_by_role("heading", level=1)).to_contain_text("as we read it")


def keep(page: Page) -> None:
    """Make the preview count; the fortnight is open then."""
    press(page, "Keep it")
    expect(page.get_by_role("heading", name="Day by day")).to_be_visible()


def settle_in(page: Page, papers: Path) -> Somebody:
    """Sign up, bring both rosters and answer what is not certain; the fortnight is open then."""
    somebody = sign_up(page)
    page.goto("/rosters/bring")
    bring_file(page, papers / "jo.ics")
    keep(page)
    add_member(page, "Sam")
    bring_line(page, (papers / "sam.txt").read_text(encoding="utf-8").strip())
    press(page, "That is it")
    keep(page)
    return somebody


def windows(page: Page) -> Locator:
    """The windows that the fortnight proposes."""
    return page.locator("article.window:not(.held)")


def held(page: Page) -> Locator:
    """What the page shows as held."""
    return page.locator("article.window.held")


def hold(page: Page, day: str) -> str:
    """Hold the window of a day; say when it is. The page of what is held is open then."""
    window = windows(page).filter(has_text=day)
    when = window.locator(".when").inner_text()
    press(window, "Hold it")
    heading(page, "What is held")
    return hours_in(when)


def hours_in(words: str) -> str:
    """Give the first stretch of time in some words: Thu 22 Oct, 17:45–18:45."""
    found = WHEN.search(words)
    assert found is not None, words
    return found.group()
