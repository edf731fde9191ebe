"""Time of a whole turn of the coach over loopback, from what is said to the page that answers.

    python -m benchmarks.turns

One server process as `aftershift demo` runs it; each client is a person of their own, signed in,
who says one thing after another and waits for the page with the answer. The peer is a bare view
of Django's behind the same middleware. The memory of the server's process is printed too.
"""

import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks._timing import say
from benchmarks.pages import Browser, House, form_token, served

SET = Path(__file__).parents[1] / "tests" / "sets" / "coach" / "talks.toml"
CLIENTS = (1, 16, 64)
KIB = 1024
TURNS_AT_MOST = 96  # of all clients of one row
PASSWORD = "three quiet lamps"  # noqa: S105 - of people who live for a minute
TURNED_AWAY = "I could not read this in time"
COACH, SAY, BARE = "/coach/", "/coach/say", "/bare"


def main() -> None:
    """Print a row for each number of clients."""
    messages = [text for one in tomllib.loads(SET.read_text())["talk"] for text in one["turns"]]
    with served() as house:
        people = [_person(house, number) for number in range(max(CLIENTS))]
        bare = _bare(people[0].browser)
        heads = f"{'turns':>7}{'p50 ms':>9}{'p95 ms':>9}{'turns/s':>9}{'turned away':>13}"
        say(f"  {'clients':<10}{heads}")
        for clients in CLIENTS:
            told, seconds = _turns(people[:clients], messages)
            for one in people:
                one.browser.hang_up()
            took = sorted(ms for ms in told if ms is not None)
            p50, p95 = took[len(took) // 2], took[int(0.95 * (len(took) - 1))]
            row = f"{clients:<10}{len(told):>7}{p50:>9.0f}{p95:>9.0f}{len(took) / seconds:>9.1f}"
            say(f"  {row}{len(told) - len(took):>13}  {p50 / bare:.0f} times a bare Django view")
        say(f"  memory of the server: {_megabytes(house.process):.0f} MB")


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody signed in: their connection, and the token that their forms send."""

    browser: Browser
    token: dict[str, str]


def _person(house: House, number: int) -> Person:
    """Make an account of its own, and say one thing, so that the coach is awake."""
    browser = Browser(house, {}, address=f"127.0.{1 + number}.1")  # a network of their own
    _status, page = browser.ask("/sign-up")
    given = {"account": f"person-{number}", "understood": "on"}
    given |= {"password": PASSWORD, "password_again": PASSWORD}
    status, _page = browser.ask("/sign-up", given | form_token(page))
    if status >= 400:
        reason = f"signing up answers {status}"
        raise SystemExit(reason)
    person = Person(browser=browser, token=form_token(browser.ask(COACH)[1]))
    _say(person, "a long day")
    browser.hang_up()  # the server would, before the last has come
    return person


def _say(person: Person, text: str) -> float | None:
    """Say one thing; milliseconds until the page with the answer is there, None if turned away."""
    starts = perf_counter()
    status, page = person.browser.ask(SAY, {"text": text, **person.token})
    if status == 302:
        status, page = person.browser.ask(COACH)
    if status != 200 or "<main" not in page:
        reason = f"saying something answers {status}"
        raise SystemExit(reason)
    return None if TURNED_AWAY in page else 1000 * (perf_counter() - starts)


def _turns(people: list[Person], messages: list[str]) -> tuple[list[float | None], float]:
    """Let everybody say their share of the messages; what each took, and seconds in all."""
    share = max(2, TURNS_AT_MOST // len(people))
    said = [messages[at * share : (at + 1) * share] for at in range(len(people))]
    starts = perf_counter()
    with ThreadPoolExecutor(len(people)) as pool:
        every = pool.map(lambda who, texts: [_say(who, text) for text in texts], people, said)
        told = [ms for some in every for ms in some]
    return told, perf_counter() - starts


def _bare(browser: Browser) -> float:
    times = []
    for _ in range(30):
        starts = perf_counter()
        browser.ask(BARE)
        times.append(1000 * (perf_counter() - starts))
    return median(times)


def _megabytes(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if "VmRSS" in line) / KIB


if __name__ == "__main__":
    main()
