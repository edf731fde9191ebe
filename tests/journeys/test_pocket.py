"""With one thumb and without a network: the reset, a timer, what fits, and cards on paper."""

import re
from datetime import UTC, datetime, timedelta
from itertools import product

from playwright.sync_api import Page, expect
from tests.journeys.conftest import Phones
from tests.journeys.steps import follow, heading
from tests.journeys.test_offline import wait_for_the_worker

from aftershift.engines.evidence.practices import Company
from aftershift.engines.pocket.fitting import Wish, fitting
from aftershift.library.help_cards import help_cards
from aftershift.library.pocket import load_rooms
from aftershift.web.pocket.words import PLAYER

RESET = help_cards()["en"].reset
NOON = datetime(2026, 10, 19, 12, tzinfo=UTC)


def go_offline(phones: Phones) -> Page:
    """Visit once, stop the clock, and then lose the network."""
    page = phones.open()
    page.clock.install(time=NOON)
    page.goto("/")
    wait_for_the_worker(page)
    page.clock.pause_at(NOON + timedelta(hours=1))
    page.context.set_offline(True)
    phones.expected.append("ERR_INTERNET_DISCONNECTED")
    return page


def stage(page: Page) -> str:
    """Read the step that is on."""
    return " ".join(page.locator(".player-stage").inner_text().split())


def test_the_reset_is_two_taps_away_offline_and_goes_through_its_five_steps(
    phones: Phones,
) -> None:
    page = go_offline(phones)
    follow(page, "Help")
    follow(page.locator("main"), "Emergency reset")
    heading(page, "Emergency reset")
    expect(page.locator(".notice").first).to_contain_text("people come first")
    expect(page.locator("#five h2")).to_have_text([one.title for one in RESET.steps])
    page.get_by_role("button", name=RESET.begin).click()
    for number, step in enumerate(RESET.steps, start=1):
        assert step.title in stage(page)
        expect(page.locator("[data-part=where]")).to_have_text(f"{number} / 5")
        expect(page.locator(".player-out a")).to_be_visible()
        if step.quote:
            words = page.locator(".player").get_by_role("link", name="As a message")
            expect(words).to_have_attribute("href", re.compile(r"^sms:\?&body=\w+%20"))
        page.get_by_role("button", name="Next").click()
    assert stage(page) == help_cards()["en"].player.over
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("button", name=RESET.begin)).to_be_focused()


def test_the_corridor_takes_ninety_seconds_also_behind_a_locked_screen(phones: Phones) -> None:
    page = go_offline(phones)
    page.goto("/help/reset")
    page.get_by_role("button", name=RESET.corridor_begin).click()
    gone = 0
    for step in RESET.corridor_steps:
        assert step.title in stage(page)
        page.clock.fast_forward(step.seconds * 1000 - 500)  # as a phone that slept: one tick, late
        assert step.title in stage(page)
        page.clock.fast_forward(500)
        gone += step.seconds
    assert gone == 90
    assert stage(page) == help_cards()["en"].player.over


def test_a_timer_is_where_it_should_be_when_the_page_was_thrown_away(phones: Phones) -> None:
    page = go_offline(phones)
    page.goto("/pocket/break")
    page.get_by_label("How long is it?").select_option("5")
    page.get_by_role("button", name="Water and a far window, 5 minutes").click()
    steps = load_rooms()["break"].guide[0].versions[1].steps
    assert stage(page) == steps[0].says
    page.clock.fast_forward(40_000)  # thirty seconds of the first step, ten of the next
    page.reload()
    assert stage(page) == steps[1].says
    expect(page.locator("[data-part=left]")).to_have_text("0:50")
    page.get_by_role("button", name="Pause").click()
    page.clock.fast_forward(600_000)
    page.reload()
    expect(page.locator("[data-part=left]")).to_have_text("0:50")
    page.get_by_role("button", name="Go on").click()
    page.clock.fast_forward(51_000)
    assert stage(page) == steps[2].says
    page.go_back()
    expect(page.locator(".player")).to_have_count(0)
    heading(page, "A break")


VOICES = """
window.spoken = [];
const voices = [{ localService: LOCAL, lang: "en-GB" }, { localService: true, lang: "de-DE" }];
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => voices,
  speak: (one) => window.spoken.push(one.text),
  cancel: () => window.spoken.push("silence"),
  addEventListener() {},
} });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


def play_with(phones: Phones, *, local: bool) -> Page:
    """Open the reset on a phone with a voice of its own, or with one that is elsewhere."""
    page = phones.open()
    page.add_init_script(VOICES.replace("LOCAL", str(local).lower()))
    page.goto("/help/reset")
    page.get_by_role("button", name=RESET.begin).click()
    return page


def test_the_steps_are_read_aloud_by_a_voice_of_the_phone_until_it_is_stopped(
    phones: Phones,
) -> None:
    page = play_with(phones, local=True)
    aloud = page.get_by_role("button", name="Read it aloud")
    aloud.click()
    expect(aloud).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Next").click()
    spoken = [" ".join(one.split()) for one in page.evaluate("window.spoken")]
    assert [RESET.steps[0].title in one for one in spoken if one != "silence"] == [True, False]
    assert RESET.steps[1].title in spoken[-1]
    page.get_by_role("button", name="Stop").click()
    assert page.evaluate("window.spoken").pop() == "silence"


def test_without_a_network_the_end_of_a_shift_is_read_until_one_pauses_or_leaves(
    phones: Phones,
) -> None:
    page = go_offline(phones)
    page.add_init_script(VOICES.replace("LOCAL", "true"))
    page.goto("/pocket/door")
    expect(page.get_by_text("listen only as a passenger, or parked")).to_be_visible()
    page.get_by_role("button", name="From there to here, 2 minutes").click()
    steps = load_rooms()["door"].guide[0].versions[0].steps
    page.get_by_role("button", name="Read it aloud").click()
    page.clock.fast_forward(steps[0].seconds * 1000)
    assert page.evaluate("window.spoken").pop() == steps[1].says
    page.get_by_role("button", name="Pause").click()
    assert page.evaluate("window.spoken").pop() == "silence"
    page.get_by_role("button", name="Go on").click()
    assert page.evaluate("window.spoken").pop() == steps[1].says
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert page.evaluate("window.spoken").pop() == "silence"


def test_what_one_taps_is_not_read_aloud(phones: Phones) -> None:
    page = play_with(phones, local=True)
    at = next(n for n, one in enumerate(RESET.steps) if one.quote)
    page.get_by_role("button", name="Read it aloud").click()
    for _step in range(at):
        page.get_by_role("button", name="Next").click()
    said = page.evaluate("window.spoken").pop()
    assert RESET.steps[at].quote in said
    assert "As a message" not in said


def test_no_voice_from_elsewhere_is_given_the_words(phones: Phones) -> None:
    page = play_with(phones, local=False)
    expect(page.get_by_role("button", name="Next")).to_be_visible()
    expect(page.get_by_role("button", name="Read it aloud")).to_be_hidden()


def test_five_minutes_with_the_phones_down_run_without_a_network(phones: Phones) -> None:
    page = go_offline(phones)
    page.goto("/pocket/moments")
    page.get_by_role("button", name="Undivided, 5 minutes").click()
    expect(page.locator(".player.down")).to_be_visible()
    page.clock.fast_forward(299_000)
    expect(page.locator("[data-part=left]")).to_have_text("0:01")
    page.clock.fast_forward(1_000)
    assert stage(page) == PLAYER["over"]


def test_what_fits_offline_is_what_fits_on_the_server(phones: Phones) -> None:
    page = go_offline(phones)
    page.goto("/pocket/moments")
    guides = load_rooms()["moments"].guide
    looked = 0
    for minutes, place, energy, company in product(
        ("", "1", "5"), ("", "home", "travel"), ("", "low"), ("", "together", "apart")
    ):
        wish = Wish(
            minutes=int(minutes) if minutes else None,
            place=place,
            energy=energy,
            company=Company(company) if company else None,
        )
        asked = {"minutes": minutes, "place": place, "energy": energy, "company": company}
        for name, value in asked.items():
            page.locator(f"#id_{name}").select_option(value)
        seen = page.evaluate(
            "() => [...document.querySelectorAll('.guide:not([hidden])')].map((one) => one.id)"
        )
        assert sorted(seen) == sorted(one.id for one in fitting(guides, wish)), asked
        if minutes:
            assert seen == [one.id for one in fitting(guides, wish)], asked
        expect(page.locator("#nothing")).to_be_visible(visible=not seen)
        looked += 1
    assert looked == 54
    assert page.url.endswith("/pocket/moments")  # what there is stands in no address


def test_a_break_asked_for_in_an_address_fits_without_a_network_too(phones: Phones) -> None:
    page = go_offline(phones)
    page.goto("/pocket/break?minutes=20&after=wheel")
    expect(page.locator("#eyes-shut")).to_be_hidden()
    expect(page.locator(".guide:visible h2").first).to_have_text("Eat sitting down")


def test_cards_are_printed_without_a_network(phones: Phones) -> None:
    page = go_offline(phones)
    page.goto("/pocket/cards")
    page.get_by_label("Print it: I was here while you slept").uncheck()
    page.emulate_media(media="print")
    expect(page.get_by_text("I was here while you slept").last).to_be_hidden()
    expect(page.get_by_text("You carried the week. I saw it.").last).to_be_visible()
    for unprinted in (".top", ".foot", "h1", ".choice"):
        expect(page.locator(unprinted).first).to_be_hidden()
    expect(page.locator(".note:visible")).to_have_count(15)
    inside = page.evaluate("getComputedStyle(document.querySelector('.note')).breakInside")
    assert inside == "avoid"
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_without_a_script_the_steps_and_the_filter_are_there(phones: Phones) -> None:
    page = phones.open(java_script_enabled=False)
    page.goto("/pocket/break")
    page.get_by_label("How long is it?").select_option("2")
    page.get_by_role("button", name="Show what fits").click()
    expect(page.locator(".guide")).to_have_count(6)
    expect(page.locator("[data-start]:visible")).to_have_count(0)
    page.locator("#far-window summary").first.click()
    expect(page.get_by_text("Tell one colleague that you are off")).to_be_visible()
