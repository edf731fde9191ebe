"""Which passwords are too easily guessed; the list is our own, short, and needs no network.

Length does most of the work: ten characters or more, each guess at 64 MiB. This list only stops
what everybody tries first.
"""

LEAST = 10
MOST = 1000  # longer ones only cost us time

_WORDS = """
    password passwort motdepasse contrasena senha qwerty qwertz azerty asdfgh zxcvbn yxcvbn
    qwertyuiop qwertzuiop azertyuiop asdfghjkl letmein welcome willkommen admin administrator
    iloveyou iloveu loveyou sunshine princess football baseball superman batman dragon monkey
    master shadow michael jordan charlie summer winter spring autumn changeme secret secure
    hospital nurse nursing doctor medicine physician ward nightshift dayshift shift roster
    emergency paramedic resident surgeon aftershift hello helloworld whatever trustno abc
"""
_STEMS = frozenset(_WORDS.split())
_LOOKALIKES = str.maketrans("013457@$!", "oieastasi")
_ROWS = ("01234567890", "09876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm")


def is_common(password: str, name: str) -> bool:
    """Say whether a password is one that everybody tries first, or only repeats the name."""
    plain = "".join(password.casefold().split())
    bare = plain.strip("0123456789!?.,;:_-+*#&%()'\"/=@$")
    stems = {plain, bare, plain.translate(_LOOKALIKES), bare.translate(_LOOKALIKES)}
    return (
        len(set(plain)) < 5
        or _is_a_row(plain)
        or _is_said_twice(plain)
        or "".join(name.casefold().split()) in stems
        or any(_is_made_of_stems(stem) for stem in stems)
    )


def _is_made_of_stems(word: str) -> bool:
    return word in _STEMS or any(
        word.startswith(stem) and word[len(stem) :] in _STEMS for stem in _STEMS
    )


def _is_a_row(plain: str) -> bool:
    return any(plain in row * 3 for row in _ROWS)


def _is_said_twice(plain: str) -> bool:
    """Say whether one short piece makes up the whole: `abc1abc1abc1`."""
    return len(plain) > 1 and (plain + plain).find(plain, 1) <= 4
