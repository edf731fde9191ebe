"""The help card says everything in every language, and each line of every country in each."""

import re
import shutil
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from aftershift.engines.safety.help_card import LANGUAGES
from aftershift.engines.safety.resources import Purpose
from aftershift.library.help_cards import SHELF, help_cards, names_of, phrases_of
from aftershift.library.resources import countries
from aftershift.library.shelf import ContentError
from aftershift.web.safety.papers import STEPS


def words_of(value: object, key: str = "") -> dict[str, str]:
    """Walk a card and give every word by its key; tuples by their places."""
    if isinstance(value, str):
        return {key: value}
    if isinstance(value, int):  # how long a step takes
        return {}
    if isinstance(value, tuple):
        parts = {str(place): one for place, one in enumerate(value)}
    elif is_dataclass(value):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
    else:
        parts = dict(value)  # type: ignore[call-overload]
    found: dict[str, str] = {}
    for name, one in parts.items():
        found |= words_of(one, f"{key}.{name}".lstrip("."))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_key_and_none_is_empty(language: str) -> None:
    english = words_of(help_cards()["en"])
    theirs = words_of(help_cards()[language])
    same = {key for key in english if not key.startswith("phrases.")}
    assert {key for key in theirs if not key.startswith("phrases.")} == same
    optional = {key for key, said in english.items() if not said}  # a step without a quote
    assert {key for key, said in theirs.items() if not said} == optional


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reset_takes_as_long_in_every_language_and_ninety_seconds_in_a_corridor(
    language: str,
) -> None:
    reset = help_cards()[language].reset
    assert [one.seconds for one in reset.steps] == [300, 0, 0, 0, 0]
    assert len(reset.corridor_steps) == len(reset.steps) == 5
    assert sum(one.seconds for one in reset.corridor_steps) == 90
    quoted = [[bool(one.quote) for one in steps] for steps in (reset.steps, reset.corridor_steps)]
    assert quoted == [[False, True, True, False, False]] * 2


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_a_language_is_not_the_english_one_again(language: str) -> None:
    english, theirs = words_of(help_cards()["en"]), words_of(help_cards()[language])
    long = {key for key, said in english.items() if len(said) > 25}
    assert len(long) > 50
    assert [key for key in long if theirs[key] == english[key]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_keeps_to_the_house_s_words(language: str) -> None:
    said = " ".join(words_of(help_cards()[language]).values())
    assert not re.search(r"[!¡\u2014]", said)
    assert len(help_cards()[language].sheet.steps) == STEPS == 6
    assert len(help_cards()[language].reset.steps) == 5


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_what_a_line_says_of_a_number_keeps_its_digits(language: str) -> None:
    for english, theirs in help_cards()[language].phrases.items():
        assert sorted(re.findall(r"\d+", theirs)) == sorted(re.findall(r"\d+", english)), english


def test_every_word_of_the_lines_is_known_to_be_a_phrase_or_a_name() -> None:
    known = countries()
    assert phrases_of(known) <= set(help_cards()["de"].phrases)
    assert set(help_cards()["de"].phrases) - phrases_of(known) <= names_of(known)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('lead = "Du fällst', 'leads = "Du fällst', "de.toml: lead"),
        ('"women" = "Frauen"', "", "de.toml: phrases: lack 'women'"),
        ('"women" = ', '"woman" = "x"\n"women" = ', "de.toml: phrases: no line says 'woman'"),
        ('fr = "Frankreich"', "", "de.toml: countries"),
    ],
)
def test_a_card_that_lacks_something_does_not_load(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    shutil.copytree(SHELF, tmp_path / "help")
    file = tmp_path / "help/de.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=re.escape(reason)):
        help_cards(tmp_path / "help")


MISSING_EVERYWHERE = {Purpose.YOUTH, Purpose.POISON}
ONLY_IN = {Purpose.CHILD: {"in"}, Purpose.SUBSTANCE: {"za"}}
SAID_MISSING = {
    "en": ("eating disorders", "poisoning", "young people", "hurt others"),
    "es": ("trastornos alimentarios", "intoxicaciones", "jóvenes", "hacen daño a otros"),
    "de": ("Essstörungen", "Vergiftungen", "junge Menschen", "andere verletzen"),
    "fr": ("troubles alimentaires", "intoxications", "jeunes", "du mal à d’autres"),
    "nl": ("eetstoornissen", "vergiftiging", "jongeren", "anderen pijn doen"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_names_every_kind_of_line_that_is_missing(language: str) -> None:
    """Who adds such a line changes the last two sentences of the card, in five languages."""
    where = {
        purpose: {one.code for one in countries() if one.has(purpose)}
        for purpose in (*MISSING_EVERYWHERE, *ONLY_IN)
    }
    assert where == {Purpose.YOUTH: set(), Purpose.POISON: set(), **ONLY_IN}
    words = help_cards()[language]
    _how, missing, seldom = words.numbers.says
    assert all(one in missing for one in SAID_MISSING[language])
    assert all(words.countries[code] in seldom for code in ("in", "za"))
