"""Three pages of help in five languages: nothing missing, plain words, and never a verdict."""

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.library.readability import reading_age
from tests.library.test_help_cards import words_of
from tests.verdicts import verdicts_in

from aftershift.engines.safety.help_card import LANGUAGES
from aftershift.engines.safety.output_check import check
from aftershift.library.help_cards import SHELF
from aftershift.library.help_papers import leaving_words, sheets, which_words
from aftershift.library.output import load_output
from aftershift.library.shelf import ContentError

SHELVES: Mapping[str, Callable[[], Mapping[str, Any]]] = {
    "which": which_words,
    "sheet": sheets,
    "leaving": leaving_words,
}
EVERY = [(page, language) for page in SHELVES for language in LANGUAGES]
# What tells somebody to go or to stay, in the other four; the English ones are in tests/verdicts.
TOLD = re.compile(
    r"\bdu (?:solltest|musst) (?:gehen|bleiben)|\b(?:verlass|verlasse) (?:ihn|sie)\b|trenn dich"
    r"|\b(?:deberías|tienes que) (?:irte|quedarte|dejar)|\bdéjal[oa]\b|\bquédate\b|\bvete\b"
    r"|\bvous (?:devriez|devez) (?:partir|rester|(?:le|la) quitter)|\bquittez-l"
    r"|\brestez\b|\bpartez\b"
    r"|\bje (?:moet|zou moeten) (?:gaan|blijven|weggaan)|\bverlaat (?:hem|haar)\b|\bga bij \w+ weg",
    re.I,
)


def said_on(page: str, language: str) -> list[str]:
    return list(words_of(SHELVES[page]()[language]).values())


@pytest.mark.parametrize(("page", "language"), EVERY)
def test_every_language_says_all_of_it_and_in_its_own_words(page: str, language: str) -> None:
    english, theirs = words_of(SHELVES[page]()["en"]), words_of(SHELVES[page]()[language])
    assert theirs.keys() == english.keys()
    optional = {key for key, said in english.items() if not said}
    assert {key for key, said in theirs.items() if not said} == optional
    same = [key for key, said in theirs.items() if len(said) > 25 and said == english[key]]
    assert language == "en" or same == []


@pytest.mark.parametrize(("page", "language"), EVERY)
def test_the_words_are_plain_and_give_no_order_and_no_verdict(page: str, language: str) -> None:
    said = said_on(page, language)
    assert [one for one in said if re.search(r"[!¡\u2013\u2014]", one)] == []
    assert [one for one in said if verdicts_in(one) or TOLD.search(one)] == []
    if language == "en":
        assert [one for one in said if re.search(r"\byou (must|should|have to)\b", one)] == []
        assert [one for one in said if check(one, load_output())] == []
        assert reading_age(" ".join(said)) <= 12


@pytest.mark.parametrize(
    "planted",
    [
        "You should leave him.",
        "Leave him.",
        "I would stay.",
        "Then stay with her.",
        "It is time to go.",
        "Your marriage is over.",
        "You deserve better.",
        "Don’t leave her.",
        "I’d go.",
    ],
)
def test_a_verdict_would_be_found(planted: str) -> None:
    assert verdicts_in(planted)


@pytest.mark.parametrize(
    "spared",
    [
        "Staying: what do you give up, what do you get, who else feels it?",
        "“tell me to leave. I would go”. What would it look like?",
        "Leave her, or leave it: picture each of them done.",
        "Leave him, yes, or no.",
        "If you are afraid, leave no notes where they can be found.",
    ],
)
def test_a_question_and_their_own_words_are_no_verdict(spared: str) -> None:
    assert verdicts_in(spared) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_has_six_questions_and_says_that_rules_differ(language: str) -> None:
    sheet = sheets()[language]
    assert len(sheet.questions) == 6
    assert len(sheet.parts) == 3
    assert all(one.says.endswith("?") for one in sheet.questions)
    assert len(sheet.private_from) == 5


@pytest.mark.parametrize(
    ("page", "old", "new", "reason"),
    [
        (
            "sheet",
            '[[questions]]\ntitle = "Cost"',
            '[[parts]]\ntitle = "Cost"',
            "en.toml: questions",
        ),
        ("which", 'low = "Most', 'lows = "Most', "en.toml: signs.low"),
        ("which", 'grow = "Nothing presses', 'grew = "Nothing presses', "en.toml: reasons.grew"),
        ("which", "[kinds.coach]", "[kinds.robot]", "en.toml: kinds.robot"),
        ("leaving", 'end = "You', 'ends = "You', "en.toml: end"),
    ],
)
def test_a_page_that_lacks_something_does_not_load(
    tmp_path: Path, page: str, old: str, new: str, reason: str
) -> None:
    shutil.copytree(SHELF / page, tmp_path / page)
    file = tmp_path / page / "en.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    loaders: dict[str, Callable[[Path], object]] = {
        "which": which_words,
        "sheet": sheets,
        "leaving": leaving_words,
    }
    with pytest.raises(ContentError, match=re.escape(reason)):
        loaders[page](tmp_path / page)
