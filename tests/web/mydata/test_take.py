"""Take everything: nothing of a person's own is left out, and a person can read it."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from django.apps import apps
from django.test import Client
from pydantic import TypeAdapter
from tests.people import Account
from tests.web.house.furnished import Rooms

from aftershift.web.agreements.models import Kept
from aftershift.web.checkins.models import CheckInYear, FootprintYear
from aftershift.web.coach.models import Talk
from aftershift.web.deciding.models import Decisions
from aftershift.web.experiments.models import Experiments
from aftershift.web.instruments.models import Measures
from aftershift.web.journal.models import Journal, Voice
from aftershift.web.mydata.wings import WINGS
from aftershift.web.network.models import Network
from aftershift.web.pairing.models import Bond, Side
from aftershift.web.people import queries as people
from aftershift.web.reflections.models import Reflections
from aftershift.web.rituals.models import Taken
from aftershift.web.rosters.models import Draft, Source, Ways
from aftershift.web.rosters.papers import DraftPaper, SourcePaper
from aftershift.web.safety.models import Own
from aftershift.web.sealed import SealedDocument, SealedField
from aftershift.web.week.models import Week
from aftershift.web.windows.models import OutFeed, Plan

DOCUMENTS = (
    Source,
    Draft,
    Ways,
    Plan,
    OutFeed,
    Taken,
    Own,
    Talk,
    Journal,
    Voice,
    Bond,
    Side,
    Kept,
    Decisions,
    Reflections,
    CheckInYear,
    FootprintYear,
    Measures,
    Experiments,
    Network,
    Week,
)
JSON, PAGE = "/mydata/aftershift.json", "/mydata/aftershift.html"
WITHHELD = "a key, or what makes one"

# Everything sealed, and where it stands in the JSON; a new kind fails until it has a line.
SEALED = {
    "people.Keyring.password_wrap": WITHHELD,
    "people.Keyring.recovery_wrap": WITHHELD,
    "people.Keyring.private_half": WITHHELD,
    "people.Keyring.recovery_check": WITHHELD,
    "people.LiveSession.key": WITHHELD,
    "people.Factor.seed": WITHHELD,
    "people.Member.label": ("account", "household"),
    "rosters.Source.body": ("rosters", "rosters"),
    "rosters.Draft.body": ("rosters", "draft"),
    "rosters.Ways.body": ("rosters", "ways"),
    "windows.Plan.body": ("together", "items"),
    "windows.OutFeed.body": ("together", "feed_open"),  # whether; the token in it is a key
    "rituals.Taken.body": ("rituals", "taken"),
    "safety.Own.body": ("mine", "plan"),
    "coach.Talk.body": ("coach", "remembered"),
    "week.Week.body": ("week", "texts"),
    "journal.Journal.body": ("journal", "entries"),
    "journal.Voice.body": ("journal", "entries"),
    "network.Network.body": ("people", "people"),
    "pairing.Bond.body": ("linked", "linked_with"),
    "pairing.Side.body": ("agreements", "suggested"),
    "agreements.Kept.body": ("agreements", "kept"),
    "deciding.Decisions.body": ("deciding", "decisions"),
    "reflections.Reflections.body": ("reflections", "kept"),
    "experiments.Experiments.body": ("experiments", "experiments"),
    "checkins.CheckInYear.body": ("check_ins", "days"),
    "checkins.FootprintYear.body": ("check_ins", "footprints"),
    "instruments.Measures.body": ("measures", "kept"),
}


def test_every_kind_of_sealed_thing_is_taken_or_withheld_for_a_reason() -> None:
    sealed = {
        f"{model._meta.app_label}.{model.__name__}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, SealedField)
    }
    assert sealed == set(SEALED)


@pytest.mark.parametrize("place", sorted({at for at in SEALED.values() if at != WITHHELD}))
def test_something_of_every_kind_is_in_the_file(
    nurse: Account, rooms: Rooms, place: tuple[str, str]
) -> None:
    wing, held = place
    assert nurse.browser.get(JSON).json()[wing][held]


def test_what_was_sealed_comes_back_whole(nurse: Account, rooms: Rooms) -> None:
    taken, vault = nurse.browser.get(JSON).json(), nurse.by.vault
    sources = [row.read(vault) for row in Source.objects.filter(person=nurse.person)]
    by_brought = sorted(sources, key=lambda one: (one["brought"], one["member"]))
    assert sorted(taken["rosters"]["rosters"], key=lambda one: (one["brought"], one["member"])) == (
        by_brought
    )
    assert taken["rosters"]["draft"] == Draft.objects.get(person=nurse.person).read(vault)
    kept = Ways.objects.get(person=nurse.person).read(vault)["members"]
    assert taken["rosters"]["ways"] == kept
    plan = Plan.objects.get(person=nurse.person).read(vault)
    assert {name: taken["together"][name] for name in plan} == plan


def test_what_was_taken_is_understood_again(nurse: Account, rooms: Rooms) -> None:
    taken = nurse.browser.get(JSON).json()["rosters"]
    rosters = TypeAdapter(list[SourcePaper]).validate_python(taken["rosters"])
    assert {roster.member for roster in rosters} == {rooms.own, rooms.other}
    assert TypeAdapter(DraftPaper).validate_python(taken["draft"]).paper.member == rooms.own


def test_no_key_is_taken(nurse: Account, rooms: Rooms) -> None:
    for address in (JSON, PAGE):
        text = nurse.browser.get(address).text
        assert rooms.token not in text
        assert nurse.secret not in text
        assert nurse.recovery_key not in text


def test_nothing_of_anybody_else_is_taken(nurse: Account, rooms: Rooms, stranger: Account) -> None:
    theirs = stranger.browser.get(JSON).text
    assert "Sam" not in theirs
    assert nurse.name not in theirs
    assert not any(str(one) in theirs for one in (rooms.own, rooms.roster, rooms.item))


@pytest.mark.parametrize("address", [JSON, PAGE])
def test_it_is_made_for_an_open_session_and_stored_nowhere(
    nurse: Account, nobody: Client, address: str
) -> None:
    assert nobody.get(address)["Location"] == "/locked"
    page = nurse.browser.get(address)
    assert page["Cache-Control"] == "no-store"
    assert page["Content-Disposition"].startswith("attachment")
    assert nurse.browser.post(address).status_code == 405


class Readable(HTMLParser):
    """Collects what a person reads: headings with their level, and the words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.levels: list[int] = []
        self.tables = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        self.tables += tag == "table"

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_is_for_people(nurse: Account, rooms: Rooms) -> None:
    page = nurse.browser.get(PAGE).text
    read = Readable(page)
    words = " ".join(read.words)
    assert read.levels.count(1) == 1
    assert read.levels.count(2) == len(WINGS)
    assert all(after - before <= 1 for before, after in pairwise(read.levels))
    assert read.tables >= 4
    assert not re.search(r"[{}\[\]_]|None|True|False|\bnull\b", words)
    assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}", words), "an id is for machines"


def test_times_are_those_of_the_persons_wall(nurse: Account, rooms: Rooms) -> None:
    words = nurse.browser.get(PAGE).text
    assert "All times are those of Europe/London" in words
    assert "Mon 19 Oct 2026, 07:00" in words  # 06:00 in UTC, while summer time lasts
    assert "Sun 25 Oct 2026, 08:00" in words  # 08:00 in UTC, once it is over
    assert not re.search(r"\dT\d\d:", words)


def test_everybody_is_called_as_the_person_calls_them(nurse: Account, rooms: Rooms) -> None:
    words = nurse.browser.get(PAGE).text
    assert "Member: <strong>Sam</strong>" in words
    assert ">Sam</h4>" in words  # their ways


def test_words_of_a_person_are_only_words(nurse: Account) -> None:
    nurse.browser.post("/rosters/members", {"name": "<b>Sam</b>"})
    page = nurse.browser.get(PAGE).text
    assert "<b>" not in page
    assert "&lt;b&gt;Sam" in page


def test_somebody_new_can_take_the_little_there_is(stranger: Account) -> None:
    assert stranger.name in stranger.browser.get(PAGE).text
    assert stranger.browser.get(JSON).json()["rosters"]["rosters"] == []
    assert people.household(by=stranger.by)[0].label in stranger.browser.get(PAGE).text


def test_all_documents_are_sealed_documents() -> None:
    assert {model.__name__ for model in apps.get_models() if issubclass(model, SealedDocument)} == {
        model.__name__ for model in DOCUMENTS
    }
