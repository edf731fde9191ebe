"""What leads to a patient is found, in every dress; what is one's own life is left in peace."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aftershift.engines.safety.phi import Kind, find_phi
from aftershift.library.phi import load_phi_words

WORDS = load_phi_words()


def found(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.kind) for one in find_phi(text, WORDS).spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("handed over Mrs Okafor in bed 12",
         [("Mrs Okafor", Kind.NAME), ("bed 12", Kind.ROOM)]),
        ("NHS no 943 476 5919 was on my screen", [("943 476 5919", Kind.NATIONAL)]),
        ("MRN 66102935 on a napkin", [("66102935", Kind.RECORD)]),
        ("her dob is 4 July 1990", [("4 July 1990", Kind.BIRTH)]),
        ("he was admitted on 3 March", [("3 March", Kind.DATE)]),
        ("rang her son on 07812 634417", [("07812 634417", Kind.PHONE)]),
        ("mail the widow at jo.pym@mailhaven.com", [("jo.pym@mailhaven.com", Kind.EMAIL)]),
        ("called to 93 Hartshorn Drive", [("93 Hartshorn Drive", Kind.ADDRESS)]),
        ("a 94-year-old fell out of bed", [("94-year-old", Kind.AGE)]),
        ("we had the bishop in with sepsis", [("the bishop", Kind.RARE)]),
        ("her chemo is live on @baldandbrassy", [("@baldandbrassy", Kind.URL)]),
        ("pacemaker serial PJN4482019S was recalled", [("PJN4482019S", Kind.DEVICE)]),
    ],
)  # fmt: skip
def test_each_kind_is_found_where_it_stands(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "my husband Deepak made dal and I ate the lot",
        "Dr Malik shouted at me and Priya from pharmacy laughed",
        "Gemma the HCA has the patience of a saint",
        "Jannik und ich teilen uns ein Bett",
        "bed 4 was empty for once and I sat on it",
        "flushed a Foley, fed a PEG, missed breakfast, CRP 312",
        "our wedding is on 12 June and my leave is pending",
        "my step count was 31,208 and the mortgage is up £380",
        "parcel H00482913 went next door, Samaritans are on 116 123",
        "0700-1930 four in a row, bp 92, sats 97",
        "grandad turned 91 and danced",
    ],
)
def test_own_life_staff_and_the_ward_in_general_are_left_in_peace(text: str) -> None:
    assert found(text) == []


def test_the_masked_text_keeps_everything_else_and_the_genitive() -> None:
    text = "held the lamp for Mrs Pym's family in bed 4, then drove home"
    masked = find_phi(text, WORDS).masked
    assert masked == "held the lamp for [name]'s family in [bed], then drove home"


def test_a_name_of_the_writers_own_is_no_patients_in_the_next_sentence_either() -> None:
    assert found("My wife Priya is on call. Priya fell asleep at the table.") == []


DRESSES = [
    ("small letters", str.casefold),
    ("no-break spaces", lambda text: text.replace(" ", "\u00a0")),
    ("full width digits", lambda text: re.sub(r"\d", lambda d: chr(0xFF10 + int(d[0])), text)),
    ("arabic digits", lambda text: re.sub(r"\d", lambda d: chr(0x660 + int(d[0])), text)),
    ("non-breaking hyphens", lambda text: text.replace("-", "\u2011")),
    ("zero-width spaces", lambda text: re.sub(r"(\d)(?=\d)", "\\1\u200b", text)),
    ("soft hyphens", lambda text: re.sub(r"(\d)(?=\d)", "\\1\u00ad", text)),
]  # fmt: skip
UNDRESSED = [
    ("nhs no 943 476 5919 again", "943 476 5919"),
    ("the ssn 219-09-9999 on a note", "219-09-9999"),
    ("mrn 66102935 on a napkin", "66102935"),
    ("rang his wife on 07812 634417", "07812 634417"),
    ("mrs okafor fell at four", "mrs okafor"),
    ("he died on 04-11-2026 at dawn", "04-11-2026"),
]


@pytest.mark.parametrize(("name", "dress"), DRESSES, ids=[name for name, _ in DRESSES])
@pytest.mark.parametrize(("text", "span"), UNDRESSED)
def test_a_dress_hides_nothing_and_places_stay_right(
    name: str, dress: "object", text: str, span: str
) -> None:
    assert callable(dress)
    given_text, given_span = dress(text), dress(span)
    assert given_span in [shown for shown, _ in found(given_text)], name
    assert given_span not in find_phi(given_text, WORDS).masked


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    spans = find_phi(text, WORDS).spans
    assert all(0 <= one.start < one.end <= len(text) for one in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
