import pytest

from aftershift.web.people.passwords import is_common


@pytest.mark.parametrize(
    "password",
    [
        "password12",
        "Passw0rd!!",
        "P4ssw0rd2026!",
        "qwertyuiop",
        "1234567890",
        "0987654321",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "nightshift1",
        "NurseNurse!",
        "Iloveyou2026",
        "letmein!!!!!",
        "aftershift2026",
        "welcome hospital",
        "quietheron99",
        "Quiet Heron",
    ],
)
def test_what_everybody_tries_first_is_common(password: str) -> None:
    assert is_common(password, "quiet heron")


@pytest.mark.parametrize(
    "password",
    [
        "correct lamps hum softly",
        "hospital bread on Thursdays",
        "quiet heron under snow",
        "zK4-vv9Q-r2mW",
        "nachtdienst im april",
        "七つの海と八つの月の話",
    ],
)
def test_words_of_ones_own_are_not(password: str) -> None:
    assert not is_common(password, "quiet heron")
