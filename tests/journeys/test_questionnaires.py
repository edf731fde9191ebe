"""From an official form that a host imports to a result, a second one, and what changed."""

import json
from pathlib import Path

from playwright.sync_api import Page
from tests.cli.programs import done
from tests.journeys import steps
from tests.journeys.conftest import MORNING, Phones
from tests.journeys.steps import follow, heading, press, read
from tests.served import served

from aftershift.library.instruments import load_instruments

WORDS = ("never so", "now and then", "often so", "all the time")


def official_form() -> str:
    """Write a FHIR Questionnaire in invented words, with the codes of GAD-7's items."""
    options = [
        {
            "valueCoding": {"code": f"C{value}", "display": words},
            "extension": [
                {
                    "url": "http://hl7.org/fhir/StructureDefinition/ordinalValue",
                    "valueDecimal": value,
                }
            ],
        }
        for value, words in enumerate(WORDS)
    ]
    items = [
        {
            "linkId": f"/{item.codes[0]}",
            "text": f"An invented line, number {item.id}",
            "type": "choice",
            "code": [{"system": "http://loinc.org", "code": item.codes[0]}],
            "answerOption": options,
        }
        for item in load_instruments()["GAD-7"].items
    ]
    form = {"resourceType": "Questionnaire", "status": "active", "title": "Invented"}
    return json.dumps({**form, "item": items})


def answer(page: Page, *words: str) -> None:
    for place, said in enumerate(words, start=1):
        line = page.get_by_role("group", name=f"An invented line, number {place}")
        line.get_by_role("radio", name=said).check()
    press(page, "See what it comes to")


def test_a_form_is_imported_answered_twice_and_compared(phones: Phones, tmp_path: Path) -> None:
    form, data = tmp_path / "form.json", tmp_path / "data"
    form.write_text(official_form())
    imported = done(data, "instruments", "import", str(form))
    assert imported.returncode == 0, imported.stderr
    assert "GAD-7" in imported.stdout
    with served("serve", data, NOW=MORNING, DEMO="yes") as server:
        page = phones.open(at=server.address)
        steps.sign_up(page)
        page.goto("/questionnaires/")
        follow(page, "GAD-7")
        answer(page, *["often so"] * 3, *["now and then"] * 4)
        heading(page, "GAD-7")
        assert "called “moderate”" in read(page)
        press(page, "Keep this")
        page.goto("/questionnaires/gad-7")
        answer(page, *["never so"] * 6, "now and then")
        assert "-9 points." in read(page)
        assert "A reliable change, for the better." in read(page)
        press(page, "Keep this")
        page.goto("/questionnaires/")
        assert page.get_by_role("link", name="GAD-7, 19 October 2026").count() == 2
        take_along_and_bring_back(page, tmp_path / "answers.zip")


def take_along_and_bring_back(page: Page, file: Path) -> None:
    """Take both out, erase them, and bring them back by the same file."""
    with page.expect_download() as taken:
        page.get_by_role("link", name="All of it (ZIP)").click()
    taken.value.save_as(file)
    follow(page, "GAD-7 over time")
    heading(page, "GAD-7")
    assert "Not yet" in read(page)
    page.get_by_text("Erase all of these").click()
    press(page, "Erase them for good")
    follow(page, "Bring answers back from a file")
    page.get_by_label("The file").set_input_files(file)
    press(page, "See what is in it")
    assert read(page).count("GAD-7, 19 October 2026") == 2
    press(page, "Keep what is new")
    heading(page, "Questionnaires")
    assert page.get_by_role("link", name="GAD-7, 19 October 2026").count() == 2
