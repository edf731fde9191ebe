"""An error in care that somebody made is told from what only sounds like one."""

import pytest

from aftershift.engines.language.clinical_errors import is_of_own_error

OWN = (
    "i hung the wrong bag. patient fine",
    "I gave 10 units instead of 1",
    "I made an error and nobody has noticed",
    "the wrong unit of blood was hung and i hung it",
)
SPARED = (
    "I missed a dose of my antibiotics this morning",
    "my colleague gave the wrong dose and they blame her",
    "he took it the wrong way",
    "I missed my son's birthday",
    "the vet gave my dog the wrong tablets",
    "she gave me the wrong impression",
    "I got up on the wrong side of the bed",
    "i forgot our anniversary",
    "I made a mistake marrying him",
    "i missed the bus and the result of the match",
    "I gave the wrong answer on the drug exam, wrong dose",
    "we took the wrong road in the rain",
    "the agency nurse gave the wrong drug, i found it",
    "I left a note on the table",
    "she missed a dose of her pill",
    "I was wrong about the rota",
    "they rang the wrong ward",
    "I made a mistake and told my sister",
    "he forgot to chase the builder",
    "the dose of kindness she gave us",
    "I gave myself the wrong dose of insulin",
    "i gave my daughter double the dose",
)


@pytest.mark.parametrize("told", OWN)
def test_an_own_error_is_heard(told: str) -> None:
    assert is_of_own_error(told)


@pytest.mark.parametrize("told", SPARED)
def test_what_only_sounds_like_one_is_no_error(told: str) -> None:
    assert not is_of_own_error(told)
