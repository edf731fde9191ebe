"""Check digits: the issuers' own examples hold, and a digit that is changed does not."""

import pytest

from aftershift.engines.safety.identifiers import SCHEMES, national_scheme

EXAMPLES = [
    ("943 476 5919", "NHS, CHI, H&C"),  # the NHS Data Dictionary's own
    ("1EG4-TE5-MK73", "US Medicare"),  # the specimen card of CMS
    ("2428 77813 2", "Medicare AU"),
    ("8003 6065 2473 0649", "IHI AU"),
    ("ZZZ0016", "NHI NZ"),  # HISO 10046, old form
    ("2341 2341 2346", "Aadhaar"),
    ("8001015009087", "South Africa"),
    ("1234567T", "PPS"),
    ("12345678Z", "DNI, NIE"),
    ("X1234567L", "DNI, NIE"),
    ("86095742719", "Steuer-ID"),  # the example of the BZSt
    ("A123456780", "KVNR"),
    ("2 55 08 14 168 025 38", "NIR"),
    ("44051401359", "PESEL"),
    ("756.9217.0769.85", "AHV"),
    ("131052-308T", "hetu"),  # the example of the DVV
    ("RSSMRA85T10A562S", "codice fiscale"),
    ("QQ123456C", ""),  # HMRC's own example is one that is never given out
    ("046 454 286", "SIN CA"),
    ("GB82 WEST 1234 5698 7654 32", "IBAN"),  # the example of ISO 13616
    ("1237 010180", "SVNR AT"),  # the DVSV's own
    ("HEGG560427MVZRRL04", "CURP"),  # the specimen of the RENAPO
    ("TREM 4153 0412", "RAMQ"),
]


@pytest.mark.parametrize(("number", "name"), EXAMPLES)
def test_a_published_example_is_known_by_its_scheme(number: str, name: str) -> None:
    assert national_scheme(number) == name


@pytest.mark.parametrize(
    "number",
    [
        "943 476 5918",
        "12345678A",
        "86095742718",
        "1234567A",
        "2341 2341 2347",
        "GB83 WEST 1234 5698 7654 32",
        "1239 010180",
    ],
)
def test_a_changed_digit_breaks_the_check(number: str) -> None:
    assert national_scheme(number) == ""


def test_schemes_are_named_once() -> None:
    assert len({one.name for one in SCHEMES}) == len(SCHEMES)
