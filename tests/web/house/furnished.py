"""A household with something in every room, brought in through the product's own forms."""

import re
from dataclasses import dataclass
from uuid import UUID

import pyotp
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.people import PASSWORD, Account, somebody
from tests.web.instruments.wordings import put
from tests.web.two import agreed, link

from aftershift.library.demo import file_of
from aftershift.web.deciding import queries as deciding
from aftershift.web.experiments import queries as experiments
from aftershift.web.instruments import queries as instruments
from aftershift.web.people import queries as people
from aftershift.web.people.models import Factor, LiveSession
from aftershift.web.people.second_factors import new_code_seed
from aftershift.web.reflections import queries as reflections
from aftershift.web.rosters import queries as rosters
from aftershift.web.services import services
from aftershift.web.week import queries as week
from aftershift.web.windows import queries as windows

ZONE = "Europe/London"


@dataclass(frozen=True, kw_only=True)
class Rooms:
    """Where things of one person are: the ids that their addresses carry."""

    own: UUID
    other: UUID
    roster: UUID
    item: UUID
    factor: UUID
    session: UUID
    entry: UUID
    kept: UUID
    text: UUID
    decision: UUID
    sheet: UUID
    reflection: UUID
    measure: UUID
    experiment: UUID
    token: str


def answer_what_is_asked(browser: Client) -> None:
    """Check in, and fill in a questionnaire and a list."""
    put(services().settings.data, "PHQ-4")
    sent(browser, "/questionnaires/phq-4/keep", item_gad1="1", item_phq2="2")
    sent(browser, "/check-in/", item_mood="4", slept="6.5")
    sent(browser, "/check-in/week", item_fair="4")
    sent(browser, "/check-in/footprint", left="A tidy bay")
    sent(browser, "/reflect/wr-1/keep", **{"item_i-clear": "yes", "name": "Kim"})


def furnish(account: Account) -> Rooms:
    """Bring two rosters, hold a window, open a feed, tell a night, and leave a draft waiting."""
    browser = account.browser
    own = people.household(by=account.by)[0].id
    other = UUID(browser.post("/rosters/members", {"name": "Sam"})["Location"][-36:])
    bring(browser, member=own, dialect="uk-nursing", file=upload("jo.ics"))
    sent(browser, "/rosters/keep")
    bring(browser, member=other, dialect="uk-medical", text=file_of("sam.txt").decode())
    sent(browser, "/rosters/keep")
    sent(browser, "/together/accept", **first_offer(browser))
    sent(browser, "/together/feed/open")
    sent(browser, "/together/plan/reminders", a_day=2, a_week=8, lead_minutes=30)
    sent(browser, "/rituals/take-up", ritual="hug")
    sent(browser, "/coach/say", text="A long day, and the bins")
    sent(browser, "/coach/keep", text="I like the mornings")
    sent(browser, "/mine/plan", step_1="I stop answering", step_5="The ward’s peer support")
    sent(browser, "/mine/person", name="Robin", number="+44 7700 900123")
    agree_on_tea(account)
    sent(browser, "/people/add", name="Robin", last="2026-10-01", remind_on="2026-11-02")
    spoken = write_journal(browser)
    plan_a_week(browser)
    decision = decide(browser)
    answer_what_is_asked(browser)
    experiment = try_something(account)
    night = {"day": "2026-10-18", "starts": "09:10", "ends": "14:30"}
    sent(browser, f"/rosters/members/{own}/slept", **night)
    add_code_app(browser)
    bring(browser, member=own, dialect="uk-nursing", file=upload("jo-after-a-swap.ics"))
    return Rooms(
        own=own,
        other=other,
        roster=rosters.rosters(by=account.by)[0].id,
        item=UUID(windows.plan(by=account.by).items[0].uid),
        factor=Factor.objects.get(person=account.person).id,
        session=LiveSession.objects.get(person=account.person).id,
        entry=spoken,
        kept=UUID(week.paper(by=account.by).kept[0].uid),
        text=UUID(week.paper(by=account.by).texts[0].id),
        decision=decision,
        sheet=UUID(deciding.paper(by=account.by).decisions[0].sheets[0].id),
        reflection=UUID(reflections.paper(by=account.by).kept[0].id),
        measure=UUID(instruments.paper(by=account.by).kept[0].id),
        experiment=experiment,
        token=windows.feed_token(by=account.by),
    )


def bring(browser: Client, **given: object) -> None:
    """Hand a roster in, as the page of that name does."""
    page = browser.post("/rosters/bring", {"zone": ZONE, "anchor": "2026-10-19", **given})
    assert page.status_code in (200, 302), page.text


def sent(browser: Client, address: str, **given: object) -> None:
    """Send a form that is right, and be sent on."""
    page = browser.post(address, given)
    assert page.status_code == 302, (address, page.status_code)


def agree_on_tea(account: Account) -> None:
    """Link a second account, agree on something, and take a time-out."""
    other = somebody(f"{account.name} Too")
    link(account, other)
    agreed(account, other, "Tea first, then the day")
    sent(account.browser, "/agreements/time-out", minutes_away="20")
    ready = dict.fromkeys(("afraid", "hurt", "told", "winning", "hot"), "no")
    sent(account.browser, "/agreements/repair/ready", **ready)
    sent(account.browser, "/agreements/repair", about="Late again", follow_up="2026-11-16")


def write_journal(browser: Client) -> UUID:
    """Write an entry and a friend's view, and say something; give the entry that was said."""
    sent(browser, "/journal/write", text="The bay was full", feelings=["exhaustion"])
    sent(browser, "/journal/friend", view="Two tired people at a sink")
    page = browser.post("/journal/voice", {"audio": sound(b"hum")})
    return UUID(page["Location"][-36:])


def plan_a_week(browser: Client) -> None:
    """Plan a conversation with a friend, and write a text for a break."""
    starts = _first_value(browser.get("/week/conversation?to=friend").text, "starts")
    words = "Have you got ten minutes"
    sent(browser, "/week/conversation", to="friend", starts=starts, words=words)
    at = _first_option(browser.get("/week/").text, "at")
    sent(browser, "/week/text", to="Robin", text="Thinking of you at the sink", at=at)


def decide(browser: Client) -> UUID:
    """Name a decision, fill in a sheet, and let somebody else fill in one; give the decision."""
    ways = {"way_1": "Leave it as it is", "way_2": "Go to 0.8"}
    begun = browser.post("/deciding/begin", {"line": "Fewer hours?", **ways})
    about = begun["Location"]
    first = browser.post(f"{about}/sheet", {"value_1": "Rest"})["Location"]
    says = {"serves": ["Rest"], "costs": ["money"], "taken_back": "easily", "note": "300 a month"}
    sent(browser, first, **says, until="2027-03-01", sees="I sleep before a day off")
    other = browser.post(f"{about}/other", {"name": "Sam", "value_1": "Bedtimes"})["Location"]
    sent(browser, other, costs=["somebody_else"], taken_back="hardly")
    return UUID(about[-36:])


def try_something(account: Account) -> UUID:
    """Draw an experiment and stop it, so that another may begin; give the one that is over."""
    wish = {"what": "own", "words": "A walk before dinner", "whom": "me", "outcome": "mood"}
    sent(account.browser, "/experiments/begin", **wish, blocks="5")
    one = UUID(experiments.paper(by=account.by).experiments[0].id)
    sent(account.browser, f"/experiments/{one}/stop")
    return one


def _first_value(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]+)"', page)
    assert found is not None, name
    return found[1]


def _first_option(page: str, name: str) -> str:
    found = re.search(rf'<select name="{name}".*?<option value="([^"]+)"', page, re.DOTALL)
    assert found is not None, name
    return found[1]


def sound(said: bytes) -> SimpleUploadedFile:
    """A voice note, as a browser records it."""
    return SimpleUploadedFile("note.webm", b"\x1a\x45\xdf\xa3" + said)


def upload(name: str) -> SimpleUploadedFile:
    """One of the demo household's files, as a browser sends it."""
    return SimpleUploadedFile(name, file_of(name))


def first_offer(browser: Client) -> dict[str, str]:
    """Read what the first "Hold it" of the fortnight would send."""
    page = browser.get("/together/").text
    fields = re.findall(r'<input type="hidden" name="(first|starts)" value="([^"]+)"', page)
    return {name: value.replace("&#x27;", "'") for name, value in fields[:2]}


def add_code_app(browser: Client) -> None:
    """Add a code app, the code and all."""
    seed = new_code_seed()
    code = pyotp.TOTP(seed).at(timezone.now())
    sent(browser, "/account/factors/code-app", seed=seed, code=code, password=PASSWORD)
