"""Every key loads, scores all that is published of it, and a broken one is refused."""

import json
from typing import Any

import pytest
from tests.library.instruments_page import table, written
from tests.shared_material import shared

from aftershift.engines.checkins.instruments import Licence, Touch
from aftershift.engines.checkins.scoring import score
from aftershift.library.instruments import SHELF, instrument_named, load_instruments
from aftershift.library.shelf import ContentError

KEYS = load_instruments()
TURNED = "same answers, 4=strongly agree"  # what the vectors call the other coding


def test_there_are_twenty_seven() -> None:
    assert len(KEYS) == 27


def vectors() -> list[dict[str, Any]]:
    found = json.loads(shared("checkins/vectors/scoring_vectors.json").read_text())
    return list(found["vectors"])


def test_every_published_vector_is_scored_as_published() -> None:
    wrong = []
    for one in vectors():
        coding = "4=strongly agree" if TURNED in one["case"] else ""
        scored = score(KEYS[one["instrument"]], one["responses"], coding=coding)
        said = {**scored.scores, **scored.bands}
        if one["instrument"] == "ONS4":
            said["bands"] = list(scored.bands.values())
        for name, value in one["expected"].items():
            if said.get(name, "none of that name") != value:
                wrong.append((one["instrument"], one["case"], name, value, said.get(name)))
    assert wrong == []
    assert len(vectors()) == 78


def test_every_key_says_whose_it_is_and_how_sure() -> None:
    for key in KEYS.values():
        assert key.sources, key.id
        assert key.notice, key.id
        assert key.about, key.id
        assert len(key.items) > 0 or key.is_of_groups, key.id


def test_what_touches_harm_is_marked() -> None:
    touching = {key.id: key.touches() for key in KEYS.values() if key.touches()}
    assert touching == {
        "PHQ-9": {Touch.SELF_HARM},
        "C-SSRS-screener": {Touch.SELF_HARM},
        "HARK": {Touch.VIOLENCE},
        "E-HITS": {Touch.VIOLENCE},
    }


def test_licences_are_those_of_the_research() -> None:
    by = {one: {key.id for key in KEYS.values() if key.licence is one} for one in Licence}
    assert by[Licence.NON_COMMERCIAL] == {"WHO-5"}
    assert by[Licence.PROPRIETARY] == {"BAT-12", "E-HITS"}


def test_a_key_is_found_in_whatever_case_it_is_typed() -> None:
    assert instrument_named("phq-9") is KEYS["PHQ-9"]
    assert instrument_named("no-such") is None


GOOD = """
id = "{id}"
name = "x"
about = "x"
frame = "now"
licence = "A"
notice = "x"
size = 2
answers = [0, 1]
{more}
[[scale]]
id = "total"
name = "x"
rule = "sum"
low = 0
high = 2
{scale}
[[source]]
cites = "x"
seen = "memory"
"""


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"id": "other"}, "is not the name of the file"),
        ({"more": 'names = ["a"]'}, "names: is not as long"),
        ({"more": 'loinc = ["1-1"]'}, "loinc: is not as long"),
        ({"more": '[[special]]\nid = "9"'}, "special: names an item"),
        ({"more": '[[flag]]\nid = "a"\nscale = "b"\nby = "c"\nseen = "memory"'}, "flag: names"),
        ({"more": '[[count]]\nid = "a"\nitems = ["7"]\nat_least = 1'}, "count: names an item"),
        ({"scale": 'items = ["1", "3"]'}, "total: names an item"),
        ({"scale": 'items = ["1"]\nreverse = ["2"]'}, "turns an item over"),
        ({"scale": 'items = ["1", "1"]'}, "counts an item twice"),
        ({"scale": 'bands = [{ id = "a", low = 1 }]\nbands_by = "x"'}, "do not follow"),
        ({"scale": 'bands = [{ id = "a", low = 0 }]'}, "whose its bands are"),
        ({"scale": 'colour = "red"'}, "colour"),
    ],
)
def test_a_key_that_would_score_something_wrong_is_refused(tmp_path, given, reason) -> None:
    made = GOOD.format(**{"id": "one", "more": "", "scale": "", **given})
    (tmp_path / "one.toml").write_text(made)
    with pytest.raises(ContentError, match=reason):
        load_instruments(tmp_path)


def test_no_file_holds_a_question() -> None:
    for path in SHELF.glob("*.toml"):
        assert "?" not in path.read_text(encoding="utf-8"), path.name


def test_the_page_of_the_keys_is_theirs_today() -> None:
    assert written() == table(), "python -m tests.library.instruments_page writes it anew"
