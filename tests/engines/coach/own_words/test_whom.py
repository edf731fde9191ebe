"""Who words are for: whom a request names, and which pronoun stands for them."""

import pytest

from aftershift.engines.coach.own_words.whom import Whom, may_be_another, whom_of

QUIET = "Jess went quiet in may. she's 37 weeks and her feet are like bread"


@pytest.mark.parametrize(
    ("said", "whom"),
    [
        (("how do i tell my dad",), Whom(pronoun="he", named="my dad")),
        ((QUIET, "a text for Jess, no reply needed"), Whom(pronoun="she", named="jess")),
        (("Keith leaves friday, he had one chair", "words for big Keith"),
         Whom(pronoun="he", named="keith")),
        (("it rained", "a line for Monday"), Whom()),
        (("Jess is late", "she won't listen", "help me say it with my face"), Whom(pronoun="she")),
        (("amma asks daily", "what to say to amma"), Whom(pronoun="she", named="amma")),
        # what another told is no request
        (("she tells everyone. she told him about my coil", "one kind sentence"),
         Whom()),
        (("my sister told my mum", "what do i say to her"), Whom(pronoun="she")),
        # who alone is spoken of where words are asked for
        (("my boss knows and he laughed", "help me, she is good to me"), Whom(pronoun="she")),
    ],
)  # fmt: skip
def test_whom_words_are_for(said: tuple[str, ...], whom: Whom) -> None:
    assert whom_of(said) == whom


@pytest.mark.parametrize(
    ("text", "told", "is_so"),
    [
        ("i can't, it's my niece's match, she's in goals", "she's in goals", True),
        ("my sister came and my sister-in-law said she knew", "she knew", False),
    ],
)
def test_a_pronoun_may_stand_for_another(text: str, told: str, *, is_so: bool) -> None:
    starts = text.index(told)
    whom = Whom(pronoun="she", named="my sister-in-law")
    assert may_be_another(text, (starts, starts + len(told)), whom) is is_so
    assert not may_be_another(text, (starts, starts + len(told)), Whom(pronoun="she"))
