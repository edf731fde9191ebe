"""A text that is too long is told so, and floods of odd letters hide no patient."""

import pytest

from aftershift.cli.batch.lines import BadLine
from aftershift.cli.batch.redact import LONGEST as LONGEST_LINE
from aftershift.cli.batch.redact import text_of
from aftershift.engines.safety.gate import LONGEST, Stopped, Why, clear
from aftershift.engines.safety.phi import find_phi
from aftershift.library.phi import find_by_rules, load_phi_words

WORDS = load_phi_words()
MANY = 2_000
FLOODS = {
    "right to left": "\u202e\u200f\u2067",
    "combining marks": "\u0301\u0336\u035f",
    "nul": "\x00\x01",
    "joined emoji": "\U0001f469\u200d\u2695\ufe0f\u200d\U0001f467",
    "blanks without width": "\u200b\ufeff\u2060",
}
HIDING = [flood for flood in FLOODS if flood != "joined emoji"]


@pytest.mark.parametrize("text", ["a" * 1_000_000, "so tired " * 120_000], ids=["word", "message"])
def test_a_text_of_a_million_letters_is_refused_with_its_limit(text: str) -> None:
    assert clear(text, find_by_rules) == Stopped(why=Why.TOO_LONG)
    with pytest.raises(BadLine, match=str(LONGEST_LINE)):
        text_of({"text": text})


def test_a_long_word_within_the_limit_is_looked_through() -> None:
    assert not find_phi("a" * LONGEST, WORDS).blocked


@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_before_and_after_hides_nobody(flood: str) -> None:
    text = FLOODS[flood] * MANY + " handed over Mrs Okafor, MRN 66102935 " + FLOODS[flood] * MANY
    found = find_phi(text, WORDS)
    assert "Okafor" not in found.masked
    assert "66102935" not in found.masked
    assert found.masked.startswith(FLOODS[flood] * MANY)


@pytest.mark.parametrize("flood", HIDING)
@pytest.mark.parametrize("hidden", ["66102935", "07812 634417"])
def test_a_flood_between_the_digits_hides_no_number(flood: str, hidden: str) -> None:
    text = "MRN " + "".join(digit + FLOODS[flood] for digit in hidden)
    assert find_phi(text, WORDS).blocked


@pytest.mark.parametrize("flood", HIDING)
def test_a_flood_between_the_letters_hides_no_name(flood: str) -> None:
    text = "sat with Mrs O" + FLOODS[flood] * 20 + "kafor until the daughters came"
    assert "kafor" not in find_phi(text, WORDS).masked
