"""Times of whole pages over loopback, at 1 and at 16 clients, beside a bare view of Django's.

One server process as `aftershift demo` runs it, and the clients as threads of this process with a
connection each; both stop by themselves after a bounded number of pages and of seconds. The
peer is a view that answers two bytes behind the same middleware in the same server: what is more
than it is ours. Signing in is measured apart, because each costs an Argon2id derivation on purpose.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from statistics import median
from time import perf_counter
from urllib.parse import urlencode

from benchmarks._timing import say

ROOT = Path(__file__).parents[1]
CLIENTS = (1, 16)
ROUNDS = 3
PAGES_AT_MOST, SECONDS_AT_MOST = 160, 2.0  # of one turn
SIGN_INS = 8
SWAPS = 60
PEER = "a bare Django view"
PUBLIC = {PEER: "/bare", "sign-in page": "/sign-in", "help": "/help/"}
PRIVATE = {"home": "/", "rosters": "/rosters/", "fortnight": "/together/"}
_CHIP = re.compile(r'name="pick" value="([^"/]+)/([^"]+)"')
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@dataclass(frozen=True, kw_only=True)
class House:
    """Where the server is, and who lives there."""

    host: str
    port: int
    name: str
    password: str
    process: int = 0


@dataclass(frozen=True, kw_only=True)
class Turn:
    """One turn at one page: milliseconds of each answer, and how long all of them took."""

    ms: list[float]
    seconds: float

    @property
    def rate(self) -> float:
        """Give pages each second."""
        return len(self.ms) / self.seconds

    def at(self, share: float) -> float:
        """Give a percentile in milliseconds."""
        return sorted(self.ms)[int(share * (len(self.ms) - 1))]


class Browser:
    """One connection that stays open, with cookies, from an address of this machine."""

    def __init__(
        self, house: House, cookies: Mapping[str, str], *, address: str = "127.0.0.1"
    ) -> None:
        self._connection = HTTPConnection(
            "127.0.0.1", house.port, timeout=60, source_address=(address, 0)
        )
        self._host = f"{house.host}:{house.port}"
        self.cookies = dict(cookies)

    def ask(self, path: str, form: Mapping[str, str] | None = None) -> tuple[int, str]:
        """Ask for a page, or send a form; the status and the page."""
        headers = {"Host": self._host, "Cookie": "; ".join(map("=".join, self.cookies.items()))}
        if form is None:
            self._connection.request("GET", path, headers=headers)
        else:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            self._connection.request("POST", path, urlencode(form), headers)
        answer = self._connection.getresponse()
        page = answer.read().decode()
        self._keep_cookies(answer)
        return answer.status, page

    def hang_up(self) -> None:
        """Close the connection; the next question opens it again."""
        self._connection.close()

    def _keep_cookies(self, answer: HTTPResponse) -> None:
        for line in answer.headers.get_all("Set-Cookie", []):
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value


def main() -> None:
    """Print one table for each number of clients, then the sign-in."""
    with served() as house:
        door = Browser(house, {})
        sign_in(door, house)
        visits = {path: {} for path in PUBLIC.values()} | dict.fromkeys(
            PRIVATE.values(), door.cookies
        )
        for clients in CLIENTS:
            pages(house, visits, clients)
        swap(door)
        argon2(house)


def pages(house: House, visits: Mapping[str, Mapping[str, str]], clients: int) -> None:
    """Let all pages take turns, and print the medians of the rounds."""
    names = PUBLIC | PRIVATE
    with ThreadPoolExecutor(clients) as pool:
        rounds = [
            {
                name: turn(pool, [Browser(house, visits[path]) for _ in range(clients)], path)
                for name, path in names.items()
            }
            for _ in range(ROUNDS)
        ]
    say(f"\nPages at {clients} client{'s' if clients > 1 else ''}")
    say(f"  {'':<22}{'p50 ms':>9}{'p99 ms':>9}{'pages/s':>9}")
    for name in names:
        turns = [one[name] for one in rounds]
        p50, p99 = (median(one.at(share) for one in turns) for share in (0.5, 0.99))
        rate = median(one.rate for one in turns)
        ratio = median(one[name].at(0.5) / one[PEER].at(0.5) for one in rounds)
        told = "" if name == PEER else f"{ratio:>9.1f} times {PEER}"
        say(f"  {name:<22}{p50:>9.1f}{p99:>9.1f}{rate:>9.0f}{told}")


def turn(pool: ThreadPoolExecutor, crowd: list[Browser], path: str) -> Turn:
    """Let each browser of a crowd ask for one page again and again, for a bounded while."""
    share = PAGES_AT_MOST // len(crowd)
    list(pool.map(lambda browser: browser.ask(path), crowd))  # each opens its connection
    starts = perf_counter()
    asked = [pool.submit(_ask_again, browser, path, share, starts) for browser in crowd]
    ms = [one for each in asked for one in each.result()]
    return Turn(ms=ms, seconds=perf_counter() - starts)


def _ask_again(browser: Browser, path: str, times: int, started: float) -> list[float]:
    lasted = []
    for _ in range(times):
        starts = perf_counter()
        if lasted and starts - started > SECONDS_AT_MOST:
            break
        status, _page = browser.ask(path)
        lasted.append(1000 * (perf_counter() - starts))
        if status != 200:
            reason = f"{path} answers {status}"
            raise SystemExit(reason)
    return lasted


def swap(door: Browser) -> None:
    """Print what the answer takes when a shift is carried to another day, beside the bare view."""
    _status, page = door.ask("/together/what-if")
    token, days = _TOKEN.search(page), _CHIP.findall(page)
    form = {"csrfmiddlewaretoken": token[1] if token else ""}
    form |= {"shift": "/".join(days[4]), "other": days[3][1]}  # Jo's Friday and Thursday
    timed: dict[str, list[float]] = {"swap": [], PEER: []}
    for _ in range(SWAPS):
        for name, asked in (("swap", ("/together/what-if", form)), (PEER, ("/bare",))):
            starts = perf_counter()
            status, _page = door.ask(*asked)
            timed[name].append(1000 * (perf_counter() - starts))
            if status != 200:
                reason = f"{name} answers {status}"
                raise SystemExit(reason)
    ms, bare = sorted(timed["swap"]), median(timed[PEER])
    told = f"p50 {median(ms):.0f} ms, p90 {ms[int(0.9 * SWAPS)]:.0f} ms, longest {ms[-1]:.0f} ms"
    say(f"\nA shift carried to another day: {told}; {median(ms) / bare:.1f} times {PEER}")


def argon2(house: House) -> None:
    """Print what a sign-in takes, from the form to the next page's address."""
    times = sorted(sign_in(Browser(house, {}), house) for _ in range(SIGN_INS))
    say(f"\nSigning in (Argon2id, 64 MiB): p50 {median(times):.0f} ms, longest {times[-1]:.0f} ms")


def sign_in(browser: Browser, house: House) -> float:
    """Sign in through the form; milliseconds of the form's answer alone."""
    _status, page = browser.ask("/sign-in")
    form = {"account": house.name, "password": house.password} | form_token(page)
    starts = perf_counter()
    status, _page = browser.ask("/sign-in", form)
    lasted = 1000 * (perf_counter() - starts)
    if status != 302:
        reason = f"signing in answers {status}"
        raise SystemExit(reason)
    return lasted


def form_token(page: str) -> dict[str, str]:
    """Give the token of a page's form, where it has one."""
    token = _TOKEN.search(page)
    return {"csrfmiddlewaretoken": token[1]} if token else {}


@contextmanager
def served() -> Iterator[House]:
    """Serve the demo household in a new folder, until the block is left."""
    with tempfile.TemporaryDirectory(prefix="aftershift-pages-") as folder:
        server = subprocess.Popen(
            [sys.executable, "-m", "benchmarks._served"],
            cwd=ROOT,
            env={**os.environ, "AFTERSHIFT_DATA": folder},
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            told = server.stdout.readline() if server.stdout else ""
            house = House(**json.loads(told))
            _wait_for(house)
            yield house
        finally:
            server.terminate()
            server.wait(timeout=10)


def _wait_for(house: House) -> None:
    """Ask until the server listens, for ten seconds at most."""
    ends = perf_counter() + 10
    while True:
        try:
            Browser(house, {}).ask("/bare")
        except ConnectionRefusedError:
            if perf_counter() > ends:
                raise
        else:
            return


if __name__ == "__main__":
    main()
