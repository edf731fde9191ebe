"""In clear, and nothing else: the document and the database say the same."""

import re
import tomllib

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps
from tests.house.test_guards import ROOT
from tests.web.house.clear_list import REASONS, as_table, clear_columns

DOCUMENT = ROOT / "docs" / "privacy.md"
PRIVATE = {"coach", "rehearsal", "journal", "checkins", "rosters", "together", "work", "windows"}
PRIVATE |= {"safety"}
OF_THE_EMPLOYER = {"teams", "organisation"}


def web_floors() -> list[set[str]]:
    """Give the wings floor by floor, the highest first, as the contract has them."""
    house = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = house["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["id"] == "web-floors")
    return [set(re.findall(r"\w+", layer)) for layer in layers]


def undocumented(found: tuple[str, ...]) -> set[str]:
    """Name the columns in clear that the document does not list."""
    listed = set(re.findall(r"^\| `(\w+\.\w+)` \|", DOCUMENT.read_text("utf-8"), re.MULTILINE))
    return set(found) - listed


def test_the_document_lists_every_column_in_clear() -> None:
    assert undocumented(clear_columns(apps.get_models())) == set()


def test_the_list_in_the_document_is_the_one_made_from_the_models() -> None:
    found = clear_columns(apps.get_models())
    assert set(found) == set(REASONS)
    assert as_table(found) in DOCUMENT.read_text("utf-8"), as_table(found)


@isolate_apps("aftershift.web.people")
def test_a_column_that_nobody_declared_is_found() -> None:
    class Diary(models.Model):
        words = models.TextField()

        class Meta:
            app_label = "people"

    assert undocumented(clear_columns([Diary])) == {"Diary.id", "Diary.words"}


def test_django_keeps_no_table_of_people_or_sessions_of_its_own() -> None:
    assert {model.__module__.split(".")[0] for model in apps.get_models()} == {"aftershift"}


@pytest.mark.parametrize("wing", sorted(OF_THE_EMPLOYER))
def test_no_wing_of_the_employer_can_reach_a_private_one(wing: str) -> None:
    floors = web_floors()
    (theirs,) = (at for at, floor in enumerate(floors) if wing in floor)
    private = {at for at, floor in enumerate(floors) if floor & PRIVATE}
    assert set.union(*floors) >= PRIVATE
    assert max(private) < theirs  # a lower floor may not import from a higher one


def test_what_the_document_says_of_the_employer_is_still_so() -> None:
    wings = {path.name for path in (ROOT / "src" / "aftershift" / "web").iterdir()}
    assert not wings & OF_THE_EMPLOYER, "now the document must say what they show"
    assert "What can my employer see? Nothing." in DOCUMENT.read_text("utf-8")
