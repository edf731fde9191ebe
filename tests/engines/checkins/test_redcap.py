"""A REDCap dictionary becomes forms, and rows of data become answers."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from tests.engines.checkins.invented_keys import PHQ9, WORDS, keys

from aftershift.engines.basics.commas import text_of
from aftershift.engines.checkins.filled import mismatches
from aftershift.engines.checkins.forms import FormRefused, Kind
from aftershift.engines.checkins.matching import match, wording_of
from aftershift.engines.checkins.redcap import read_data, read_dictionary
from aftershift.engines.checkins.wordings import Wording

HEADER = (
    "Variable / Field Name",
    "Form Name",
    "Section Header",
    "Field Type",
    "Field Label",
    "Choices, Calculations, OR Slider Labels",
    "Field Note",
    "Text Validation Type OR Show Slider Number",
    "Text Validation Min",
    "Text Validation Max",
    "Identifier?",
    "Branching Logic (Show field only if...)",
    "Required Field?",
    "Custom Alignment",
    "Question Number (surveys only)",
    "Matrix Group Name",
    "Matrix Ranking?",
    "Field Annotation",
)
CHOICES = " | ".join(f"{place}, {words}" for place, words in enumerate(WORDS))
NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
ZONE = timezone(timedelta(hours=1))


def field(name: str, form: str = "phq9", **changed: str) -> list[str]:
    given = {"type": "radio", "label": f"<b>Do</b> you {name}?", "choices": CHOICES, **changed}
    cells = dict.fromkeys(range(18), "")
    cells |= {0: name, 1: form, 2: given.get("section", ""), 3: given["type"], 4: given["label"]}
    cells |= {5: given["choices"], 7: given.get("validation", ""), 17: given.get("note", "")}
    return [cells[place] for place in range(18)]


def dictionary(*rows: list[str]) -> str:
    return text_of([HEADER, *rows])


def nine(coded: str = "") -> list[list[str]]:
    return [
        field(f"phq9_{place}", note=f"@X LOINC: {code}" if coded else "")
        for place, code in enumerate(PHQ9, start=1)
    ]


def installed() -> dict[str, Wording]:
    return {"PHQ-9": wording_of(match(read_dictionary(dictionary(*nine()))[0], keys()))}


@pytest.mark.parametrize("coded", ["", "yes"])
def test_a_dictionary_is_matched_by_loinc_in_its_notes_or_by_its_names(coded: str) -> None:
    rows = nine(coded)
    rows[0][2] = "Lately:"
    form = read_dictionary("\ufeff" + dictionary(*rows))[0]
    found = match(form, keys())
    assert {pair.by for pair in found.pairs} == {"LOINC code" if coded else "linkId"}
    wording = wording_of(found)
    assert wording.lead == ("Lately:",)
    assert wording.items[0].text == "Do you phq9_1?"
    assert [(o.value, o.words) for o in wording.items[8].options] == list(enumerate(WORDS))


def test_each_form_of_a_dictionary_is_one() -> None:
    rows = [
        field("record_id", "start", type="text"),
        *nine(),
        field("calc", type="calc", choices="[phq9_1]+1"),
        field("intro", "more", type="descriptive", label="Hello"),
        field("smokes", "more", type="yesno", choices=""),
        field("worth", "more", type="slider", choices="low | high"),
        field("age", "more", type="text", choices="", validation="integer"),
        field("only", "words", type="descriptive"),
    ]
    forms = read_dictionary(dictionary(*rows))
    assert [(one.title, len(one.items)) for one in forms] == [
        ("start", 1),
        ("phq9", 10),
        ("more", 3),
    ]
    more = forms[2]
    assert more.lead == ("Hello",)
    assert [one.kind for one in more.items] == [Kind.CHOICE, Kind.NUMBER, Kind.NUMBER]
    assert [(one.words, one.value) for one in more.items[0].options] == [("Yes", 1), ("No", 0)]
    assert match(forms[1], keys()).unmatched[0].link_id == "calc"


def test_a_condition_that_is_not_kept_is_said() -> None:
    row = field("a")
    row[11] = "[b] = 1"
    reason = "a: is asked only under a condition, and the condition is not kept"
    assert read_dictionary(dictionary(row))[0].notes == (reason,)


def test_a_choice_with_a_letter_for_its_number_is_worth_nothing() -> None:
    row = field("a", choices="0, no | x, rather not")
    options = read_dictionary(dictionary(row))[0].items[0].options
    assert [one.value for one in options] == [0, None]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a,b\n", "not the eighteen columns"),
        (text_of([[*HEADER[1:], HEADER[0]]]), "not the eighteen columns"),
        (dictionary(field("a", choices="no; yes")), "row 2: choices are written as 0, words"),
        (dictionary(field("")), "row 2: a field without a name"),
        (dictionary(field("a", type="descriptive")), "asks nothing"),
        (dictionary(), "asks nothing"),
    ],
)
def test_what_is_no_dictionary_is_refused(text: str, reason: str) -> None:
    with pytest.raises(FormRefused, match=reason):
        read_dictionary(text)


# --- data ----------------------------------------------------------------------------

FIELDS = [f"phq9_{place}" for place in range(1, 10)]
COLUMNS = ["record_id", "redcap_event_name", "phq9_timestamp", *FIELDS, "phq9_total", "phq9_complete", "b_complete"]  # fmt: skip # noqa: E501
ANSWERS = ["1", "2", "0", "3", "1", "1", "1", "1", "0"]


def data(*rows: list[str]) -> str:
    return text_of([COLUMNS, *rows])


def test_rows_of_data_become_answers_and_a_wrong_total_is_flagged() -> None:
    row = ["7", "one", "2026-10-01 22:15", *ANSWERS, "13", "2", "0"]
    read = read_data(data(row), installed(), ZONE, NOON)[0]
    assert (read.instrument, read.subject, read.status) == ("PHQ-9", "7", "completed")
    assert read.authored == datetime(2026, 10, 1, 22, 15, tzinfo=ZONE)
    assert list(read.answers.values()) == [int(cell) for cell in ANSWERS]
    assert mismatches(read.scores, {"total": sum(read.answers.values())})[0].computed == 10


@pytest.mark.parametrize(("mark", "scored"), [("0", False), ("1", False), ("2", True), ("", False)])
def test_only_a_complete_form_may_be_scored(mark: str, scored: bool) -> None:
    row = ["7", "one", "[not completed]", *ANSWERS, "", mark, "2"]
    read = read_data(data(row), installed(), ZONE, NOON)[0]
    assert read.may_be_scored is scored
    assert read.authored == NOON
    assert read.scores == {}


def test_an_empty_cell_is_not_answered_and_an_empty_row_is_no_answer() -> None:
    some = ["7", "one", "", "1", *[""] * 8, "", "2", ""]
    none = ["8", "one", "", *[""] * 9, "", "0", ""]
    read = read_data(data(some, none), installed(), ZONE, NOON)
    assert [one.answers for one in read] == [{"1": 1}]


def test_answers_that_the_form_does_not_have_are_refused_by_their_place() -> None:
    row = ["7", "one", "", "9", *ANSWERS[1:], "", "2", ""]
    with pytest.raises(FormRefused, match="row 2, phq9_1: is none of the form's answers"):
        read_data(data(row), installed(), ZONE, NOON)
    with pytest.raises(FormRefused, match="import its dictionary"):
        read_data("record_id,x\n1,2\n", installed(), ZONE, NOON)
