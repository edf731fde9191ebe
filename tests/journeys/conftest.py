"""Somebody with a phone: Debian's Chromium before a real server, every request written down."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)
from tests.journeys.inspection import PHONE
from tests.served import Served, served
from tests.web.instruments.wordings import put

from aftershift import listening, sending

MORNING = "2026-10-19T08:00+01:00"  # a Monday; the clocks change on the Sunday after

QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",  # a microphone that beeps
]
PATIENCE_MS = 10_000

expect.set_options(timeout=PATIENCE_MS)
os.environ["PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS"] = "1"  # count its requests too


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """An empty house on the demo's morning, on the database that the tests were given.

    A new one for each file: from one network no more than thirty accounts are made in an hour.
    """
    data = tmp_path_factory.mktemp("house")
    put(data, "GAD-7", "PHQ-9")
    database = os.environ.get("AFTERSHIFT_DATABASE", "")
    with served("serve", data, NOW=MORNING, DEMO="yes", DATABASE=database) as server:
        yield server


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Served]:
    """The demo household, as `./do run` shows it: made anew each time."""
    with served("demo", tmp_path) as server:
        yield server


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's browser, without a window."""
    program = shutil.which("chromium")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("chromium is missing, and journeys need it")
        pytest.skip("chromium is missing; on Debian: apt install chromium")
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*QUIET, *as_root])
        yield browser
        browser.close()


@dataclass(kw_only=True)
class Phones:
    """Opens browsers that know nothing of each other, and writes down what all of them do."""

    chromium: Browser
    address: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)  # parts of complaints that belong here
    contexts: list[BrowserContext] = field(default_factory=list)
    known: set[str] = field(default_factory=set)  # the servers that phones were opened before

    def open(self, *, at: str = "", **options: Any) -> Page:
        """Take a new phone out of the drawer."""
        address = at or self.address
        self.known.add(urlsplit(address).netloc)
        context = self.chromium.new_context(viewport=PHONE, base_url=address, **options)
        context.set_default_timeout(PATIENCE_MS)
        context.on("request", lambda request: self.asked.append(request.url))
        context.on("console", self._hear)
        context.on("weberror", lambda fault: self.complaints.append(str(fault.error)))
        self.contexts.append(context)
        return context.new_page()

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self.complaints.append(f"{said.text} ({said.location.get('url', '')})")

    def strange_hosts(self) -> set[str]:
        """Name every host that was asked for anything and is not the server itself."""
        asked = {urlsplit(url).netloc for url in self.asked if url.startswith(("http", "ws"))}
        return asked - self.known

    def unexpected(self) -> list[str]:
        """Give what the console said and no test had announced."""
        return [one for one in self.complaints if not any(known in one for known in self.expected)]


@pytest.fixture
def phones(chromium: Browser, house: Served) -> Iterator[Phones]:
    """Phones before the empty house; at the end nobody else was asked and nothing complained."""
    drawer = Phones(chromium=chromium, address=house.address)
    yield drawer
    for context in drawer.contexts:
        context.close()
    assert drawer.strange_hosts() == set()
    assert drawer.unexpected() == []


@pytest.fixture
def page(phones: Phones) -> Page:
    """One phone."""
    return phones.open()


@pytest.fixture(scope="session")
def taught() -> None:
    """Teach the ear here, where it was not yet, so that no server has to."""
    listening.coach_with(print)
    sending.reads_with(print)


@pytest.fixture(scope="session")
def papers() -> Path:
    """The demo household's own rosters."""
    return Path(__file__).parents[2] / "src/aftershift/content/demo"
