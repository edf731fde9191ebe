"""Words to somebody speak to them and not of them, where only one of their kind was told of."""

import pytest

from aftershift.engines.coach.own_words.kin import only_kin
from aftershift.engines.coach.own_words.matter import lines_of
from aftershift.engines.coach.own_words.second_person import to_them
from aftershift.engines.coach.own_words.whom import Whom, whom_of

SORRY = "how do i say sorry"


@pytest.mark.parametrize(
    ("told", "asked", "says"),
    [
        ("I snapped at my wife again the second I got in", SORRY,
         "I snapped at you again the second I got in."),
        ("I missed my son's birthday because of a code", "what do I say to him?",
         "I missed your birthday because of a code."),
        ("I missed my son's birthday because of a code", "what could I say?",
         "I missed your birthday because of a code."),
        ("i missed my little girl's school play", "what do i say to her",
         "I missed your school play."),
        ("I forgot my husband's interview", "what could I text him",
         "I forgot your interview."),
        ("mum rang six times and I ignored it", "what could i say to her",
         "You rang six times and I ignored it."),
        ("I shouted at my dad on the phone", SORRY, "I shouted at you on the phone."),
        ("I walked out on my sister's wedding", "what could I say to her",
         "I walked out on your wedding."),
        ("my brother's always covering for me", "how could I thank him",
         "You're always covering for me."),
        ("I was short with my mother-in-law at tea", "what do I say",
         "I was short with you at tea."),
        ("I barked at the missus over nothing", SORRY, "I barked at you over nothing."),
        ("I keep promising my daughter a day out", "what do I tell her",
         "I keep promising you a day out."),
        ("my partner works nights and I woke them twice", "how do I say sorry to them",
         "You work nights and I woke you twice."),
        ("I let my nan down on Sunday", "what could I say", "I let you down on Sunday."),
        ("I was late for our youngest son again", "what could I say to him",
         "I was late for you again."),
        ("I never thanked my uncle for the car", "what should I say",
         "I never thanked you for the car."),
    ],
)  # fmt: skip
def test_words_speak_to_the_only_kin_that_was_told_of(told: str, asked: str, says: str) -> None:
    assert says in [one.says for one in lines_of((told, asked))]


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("My wife took it badly. I missed our daughter's play", "what do I say to her"),
        ("i missed my sons birthday", "what do I say to him"),
        ("I missed my 14 year old son's match", "what do I say to him?"),
        ("my sister heard that I shouted at my mum", SORRY),
        ("I told my manager that I would miss my son's match", "what could I say"),
        ("I missed my kids again", "what could I say to him"),
    ],
)
def test_no_line_speaks_of_kin_who_may_be_meant(told: str, asked: str) -> None:
    found = [one.says.lower() for one in lines_of((told, asked))]
    meant = whom_of((told, asked)).pronoun
    kin = {"he": ("son",), "she": ("daughter", "mum", "sister")}.get(
        meant, ("son", "mum", "sister", "kids")
    )
    spoken_of = [f"{whose} {who}" for whose in ("my", "our") for who in kin]
    assert not [one for one in found if any(who in one for who in spoken_of)]


@pytest.mark.parametrize(
    "asked", ["How do I say sorry", "what can i tell her", "could you help me", "what should I do"]
)
def test_the_request_is_no_line(asked: str) -> None:
    found = [one.says for one in lines_of(("I snapped at my wife again", asked))]
    assert found == ["I snapped at you again."]


@pytest.mark.parametrize(
    ("said", "whom"),
    [
        (("my wife heard him shout, she cried", "what could i say"), Whom()),
        (("the man shouted at my wife", "what do i say to him"), Whom(pronoun="he")),
        (("my wife and my sister fell out", "what do i say to her"), Whom(pronoun="she")),
        (("my husband told her off", "what do I say to him"),
         Whom(pronoun="he", named="my husband")),
        (("we lost a patient and my dad rang", "what could i say"), Whom()),
    ],
)  # fmt: skip
def test_kin_is_named_only_where_nobody_else_may_be_meant(
    said: tuple[str, ...], whom: Whom
) -> None:
    assert whom_of(said) == whom


def test_words_to_one_kin_may_speak_of_another() -> None:
    wife = Whom(pronoun="she", named="my wife")
    assert to_them("i told my sister before i told my wife", wife) == (
        "i told my sister before i told you"
    )
    assert to_them("i told my sister", Whom(pronoun="she")) == ""
    assert only_kin(("my son and my wife",), "she") == ("my wife", "she")
