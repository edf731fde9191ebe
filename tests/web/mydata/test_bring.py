"""Bring it back: all of it or nothing, and what goes out again is the same."""

import json
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.people import Account, somebody
from tests.web.house.furnished import Rooms, sound
from tests.web.house.routes import LOOK, ROUTES, For, every_route
from tests.web.mydata.files import bring, rows, taken, written

from aftershift.web.journal.models import Voice
from aftershift.web.mydata import queries
from aftershift.web.mydata.wings import WINGS
from aftershift.web.people import queries as people
from aftershift.web.safety import queries as safety
from aftershift.web.sealed import SealedDocument

BRING, SOUNDS = "/mydata/bring", "/mydata/bring/sounds"
TAKEN_SOUNDS = "/mydata/voice-notes.zip"

# What is sealed and does not come along, and why; all else is in some wing's CARRIES.
STAYS = {
    "OutFeed": "its address is a key",
    "Voice": "a sound is a file of its own",
    "Bond": "a link is between two accounts",
    "Side": "a link is between two accounts",
}


# --- there and back -------------------------------------------------------------------


def test_every_sealed_document_comes_along_or_stays_for_a_reason() -> None:
    carried = {one.model.__name__ for _, personal in WINGS for one in personal.CARRIES}
    every = {model.__name__ for model in apps.get_models() if issubclass(model, SealedDocument)}
    assert carried | STAYS.keys() == every
    assert not carried & STAYS.keys()


def test_every_kind_has_a_name_of_its_own() -> None:
    names = [one.name for _, personal in WINGS for one in personal.CARRIES]
    assert len(names) == len(set(names))


def test_the_furnished_house_has_something_of_every_kind(nurse: Account, rooms: Rooms) -> None:
    wings = taken(nurse)["papers"]["wings"]
    for wing, personal in WINGS:
        for one in personal.CARRIES:
            assert wings[wing][one.name]["rows"], one.name


def test_what_went_out_and_came_in_goes_out_again_byte_for_byte(
    nurse: Account, rooms: Rooms, fresh: Account
) -> None:
    first = taken(nurse)
    assert bring(fresh, written(first)).status_code == 200
    assert written(taken(fresh)["papers"]) == written(first["papers"])


def test_after_everything_was_erased_it_comes_back(nurse: Account, rooms: Rooms) -> None:
    first = taken(nurse)
    nurse.browser.post("/mydata/erase", {"word": "erase"})
    again = somebody(nurse.name)
    assert bring(again, written(first)).status_code == 200
    assert written(taken(again)["papers"]) == written(first["papers"])


def test_in_words_it_is_the_same_too_apart_from_what_is_named(
    nurse: Account, rooms: Rooms, fresh: Account
) -> None:
    first = taken(nurse)
    bring(fresh, written(first))
    second = taken(fresh)
    names = zip(people.household(by=nurse.by), people.household(by=fresh.by), strict=True)
    text = written(second).decode()
    for old, new in names:
        text = text.replace(str(new.id), str(old.id))
    second = json.loads(text)
    for held in (first, second):  # what belongs to an account, a link or a host
        for name in ("name", "since", "second_factors", "signed_in"):
            held["account"].pop(name)
        held["mine"].pop("asked_before_sharing")
        held["together"].pop("feed_open")
        held.pop("linked")
        for name in ("suggested", "said_yes", "looked_at", "time_out", "shown_weeks"):
            held["agreements"].pop(name)
        held["rosters"]["draft"].pop("source")
        held["rosters"]["rosters"].sort(key=json.dumps)  # those brought in one minute, by chance
    assert second == first


def test_every_page_opens_on_what_was_brought(nurse: Account, rooms: Rooms, fresh: Account) -> None:
    bring(fresh, written(taken(nurse)))
    own = (name for name, route in ROUTES.items() if route.whom is For.ONES_OWN)
    for name in own:
        if name == "mydata:sounds":
            continue  # they were not brought yet
        if ROUTES[name].methods >= LOOK and not every_route()[name].pattern.converters:
            theirs, hers = (one.browser.get(reverse(name)) for one in (fresh, nurse))
            assert theirs.status_code == hers.status_code, name
    assert "Sam" in fresh.browser.get("/rosters/").text
    assert "The bay was full" in fresh.browser.get("/journal/").text


def test_it_is_sealed_anew_and_no_row_is_shared(
    nurse: Account, rooms: Rooms, fresh: Account
) -> None:
    hers = rows(nurse)
    bring(fresh, written(taken(nurse)))
    assert rows(nurse) == hers
    theirs = rows(fresh)
    assert not hers.keys() & theirs.keys()
    assert not set(hers.values()) & set(theirs.values())
    assert len(theirs) == len(hers) - 4  # the feed, the sound, and the two of the link


def test_a_file_in_a_zip_is_the_same(nurse: Account, rooms: Rooms, fresh: Account) -> None:
    first = taken(nurse)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("some folder/aftershift.json", written(first))
    assert bring(fresh, packed.getvalue()).status_code == 200
    assert taken(fresh)["papers"] == first["papers"]


def test_nothing_comes_out_of_an_empty_account_but_the_household(fresh: Account) -> None:
    held = taken(fresh)["papers"]
    assert [one["label"] for one in held["household"]] == [fresh.name]
    assert queries.is_empty(by=fresh.by)
    other = somebody("Newer Come")
    assert bring(other, written({"papers": held})).status_code == 200


# --- sounds ---------------------------------------------------------------------------


def test_a_voice_note_waits_for_its_sound_and_finds_it(
    nurse: Account, rooms: Rooms, fresh: Account
) -> None:
    first = taken(nurse)
    page = nurse.browser.get(TAKEN_SOUNDS)
    with ZipFile(BytesIO(page.content)) as archive:
        (name,) = archive.namelist()
        said = archive.read(name)
    assert name.endswith(".webm")
    brought = bring(fresh, written(first)).text
    assert "One voice note waits for its sound" in brought
    entry = next(
        e
        for e in first["papers"]["wings"]["journal"]["journal"]["rows"][0]["paper"]["entries"]
        if e["waits"]
    )
    address = f"/journal/{entry['id']}"
    assert "Its sound was not brought here yet" in fresh.browser.get(address).text
    sent = {"sounds": [SimpleUploadedFile(name, said)]}
    assert fresh.browser.post(SOUNDS, sent)["Location"] == BRING
    assert fresh.browser.get(f"{address}/listen").content == said
    assert "waits for its sound" not in fresh.browser.get(BRING).text
    assert taken(fresh)["papers"] == first["papers"]


def test_a_sound_that_nobody_waits_for_is_refused(
    nurse: Account, rooms: Rooms, fresh: Account
) -> None:
    bring(fresh, written(taken(nurse)))
    for wrong in (sound(b"another"), SimpleUploadedFile("a.webm", b"<script>")):
        page = fresh.browser.post(SOUNDS, {"sounds": [wrong]})
        assert page.status_code == 422
        assert "File 1 is not the sound of a note" in page.text
    assert fresh.browser.post(SOUNDS).status_code == 422
    assert not Voice.objects.filter(person=fresh.person).exists()


def test_without_voice_notes_there_is_no_zip(fresh: Account) -> None:
    assert fresh.browser.get(TAKEN_SOUNDS).status_code == 404
    assert "Voice notes (ZIP)" not in fresh.browser.get("/mydata/").text


# --- what does not come along -----------------------------------------------------------


def test_what_was_said_to_a_link_or_a_host_is_asked_anew(
    nurse: Account, rooms: Rooms, fresh: Account
) -> None:
    assert safety.was_asked(by=nurse.by)
    first = taken(nurse)
    own = first["papers"]["wings"]["mine"]["own"]["rows"][0]["paper"]
    own["asked"] = True  # also where somebody wrote it into the file
    talk = first["papers"]["wings"]["coach"]["talk"]["rows"][0]["paper"]
    talk["consent"] = {"mark": "a model at a place", "given": "2026-10-19T10:00:00Z"}
    bring(fresh, written(first))
    assert not safety.was_asked(by=fresh.by)
    assert taken(fresh)["coach"]["model"]["allowed"] == "no model"


def test_the_pages_say_what_stays_behind(nurse: Account, rooms: Rooms) -> None:
    page = nurse.browser.get(BRING).text
    for words in taken(nurse)["papers"]["stays_behind"]:
        assert words in page
    assert "the link to another account" in page
    assert "second factors" in page


# --- in place of what is here -----------------------------------------------------------


def test_an_account_with_something_in_it_is_replaced_only_after_the_word(
    nurse: Account, rooms: Rooms
) -> None:
    first = taken(nurse)
    nurse.browser.post("/people/add", {"name": "Kim", "last": "2026-10-02"})
    before = rows()
    page = bring(nurse, written(first))
    assert page.status_code == 422
    assert rows() == before
    assert bring(nurse, written(first), word="Replace").status_code == 200
    assert taken(nurse)["papers"] == first["papers"]
    assert [one["name"] for one in taken(nurse)["people"]["people"]] == ["Robin"]


def test_the_link_of_the_account_stays_as_it_is(nurse: Account, rooms: Rooms) -> None:
    first = taken(nurse)
    linked = first["linked"]["linked_with"]
    assert linked
    bring(nurse, written(first), word="replace")
    assert taken(nurse)["linked"]["linked_with"] == linked
    assert taken(nurse)["agreements"]["suggested"] == first["agreements"]["suggested"]
