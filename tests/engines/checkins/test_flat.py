"""A form typed in a spreadsheet comes in; answers go out with a codebook, and come back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engines.checkins.invented_keys import WORDS, keys
from tests.engines.checkins.test_fhir_answers import CSI, PHQ, filled, many_filled

from aftershift.engines.basics.commas import rows_of, text_of
from aftershift.engines.checkins.filled import Filled
from aftershift.engines.checkins.flat import answers_csv, codebook_csv, read_answers, read_flat
from aftershift.engines.checkins.forms import FormRefused
from aftershift.engines.checkins.matching import match, wording_of

HEADER = "instrument,item,text,value,words,code,title,language\n"


def csi_rows() -> str:
    lines = [HEADER, "CSI-4,,Lately:,,,,Four,en\n"]
    for item in range(1, 5):
        lines += [f',{item},"So, {item}?",{at},{WORDS[at]},,,\n' for at in range(3)]
    return "".join(lines).replace("a lot, really", '"a lot, really"')


def test_a_typed_form_becomes_a_wording() -> None:
    wording = wording_of(match(read_flat("\ufeff" + csi_rows()), keys()))
    assert (wording.instrument, wording.title, wording.language) == ("CSI-4", "Four", "en")
    assert wording.lead == ("Lately:",)
    assert [one.text for one in wording.items] == [f"So, {item}?" for item in range(1, 5)]
    assert [(o.value, o.words) for o in wording.items[3].options] == list(enumerate(WORDS[:3]))


def test_a_typed_form_may_have_loinc_codes_and_an_item_without_answers() -> None:
    text = "item,text,value,words,code\na,One?,0,no,1-8\na,,1,yes,\nb,Say more,,,\n"
    items = read_flat(text).items
    assert [(one.link_id, one.codes, one.text) for one in items] == [
        ("a", ("1-8",), "One?"),
        ("b", (), "Say more"),
    ]
    assert [one.value for one in items[0].options] == [0, 1]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "this table is empty"),
        ("item,text,value\n", "row 1: no column words"),
        ("item,text,value,words,item\n", "two columns have the same name"),
        ("item,text,value,words\na,b,1\n", "row 2: 3 cells for 4 columns"),
        ('item,text,value,words\na,b,1,"no\n', "row 2: a quote that does not close"),
        ("item,text,value,words\na,b,x,no\n", "row 2, value: a whole number is needed"),
        ("item,text,value,words\na,b,0,no\na,c,1,no\n", "row 3: item a has another text above"),
        ("item,text,value,words\n", "this form asks nothing"),
    ],
)
def test_a_typed_form_that_is_broken_is_refused_by_its_row(text: str, reason: str) -> None:
    with pytest.raises(FormRefused, match=reason):
        read_flat(text)


# --- answers -------------------------------------------------------------------------


@given(many=many_filled())
def test_answers_come_back_without_loss(many: list[Filled]) -> None:
    assert list(read_answers(answers_csv(many))) == many


@given(words=st.text(max_size=30))
def test_any_words_come_back(words: str) -> None:
    one = filled(subject=words, rule=f"={words}", key_version=f'"{words},\n')
    assert read_answers(answers_csv([one])) == (one,)


def test_a_table_of_answers_reads_like_one() -> None:
    other = filled(instrument="CSI-4", answers={"2": 1}, form="", scores={"total": 2.5}, rule="=1")
    rows = rows_of(answers_csv([filled(answers={"1": 3}), other]))
    assert rows[0][8:] == (
        "PHQ-9 item 1",
        "PHQ-9 score total",
        "CSI-4 item 2",
        "CSI-4 score total",
    )
    assert rows[1][8:] == ("3", "10", "", "")
    assert rows[2][7:] == ("'=1", "", "", "1", "2.5")


def test_the_codebook_explains_every_answer() -> None:
    rows = rows_of(codebook_csv([PHQ, CSI]))
    told = {row[0]: row for row in rows}
    assert len(rows) == 1 + 9 * 4 + 1 + 4 * 3 + 1
    assert (
        "PHQ-9 item 1",
        "answer",
        "PHQ-9",
        "1",
        "Do you /44250-9?",
        "2",
        "a lot, really",
        "https://forms.example/q|2",
        "Nobody's",
    ) in rows
    written = rows_of(answers_csv([filled(), filled(instrument="CSI-4", answers={"4": 0})]))[0]
    answers = [name for name in written[8:] if " item " in name]
    assert set(answers) <= set(told)


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("authored", "yesterday", "row 2, authored: a moment is needed"),
        ("authored", "2026-11-26T09:00:00", "row 2, authored: a moment is needed"),
        ("PHQ-9 item 1", "1.5", "row 2, PHQ-9 item 1: a whole number is needed"),
        ("PHQ-9 score total", "many", "row 2, PHQ-9 score total: a number is needed"),
        ("instrument", "CSI-4", "belongs to another instrument than its row"),
    ],
)
def test_a_broken_cell_is_named_and_not_quoted(column: str, cell: str, reason: str) -> None:
    header, row = rows_of(answers_csv([filled()]))
    changed = [cell if name == column else old for name, old in zip(header, row, strict=True)]
    with pytest.raises(FormRefused, match=reason) as refused:
        read_answers(text_of([header, changed]))
    assert cell not in str(refused.value) or cell == "CSI-4"


def test_a_table_of_somebody_else_is_refused() -> None:
    with pytest.raises(FormRefused, match="no column id; these are no answers of ours"):
        read_answers("a,b\n1,2\n")
