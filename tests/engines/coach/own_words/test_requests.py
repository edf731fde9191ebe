"""What somebody wants of another becomes a request to them, where the grammar is sure."""

import pytest

from aftershift.engines.coach.own_words.requests import requests

HER, HIM = "what could i say to her", "what do i say to him"


@pytest.mark.parametrize(
    ("told", "asks", "request_"),
    [
        (
            "i want him to ring da on a sunday so i can have the one night",
            "can you do me a text to him?",
            "Could you ring Da on a Sunday, so I can have the one night?",
        ),
        ("i'd rather be called by my name", HER, "Could you call me by my name?"),
        ("i want only that she use my name", HER, "Could you use my name?"),
        ("i want to be asked first, thats all", HIM, "Could you ask me first?"),
        ("next time ask me first", HER, "Next time, could you ask me first?"),
        ("he said yes without asking me", HIM, "Next time, could you ask me first?"),
        ("she calls me bambi", f"{HER} about the bambi thing",
         "Could you call me by my name, not Bambi?"),
        ("the new consultant calls me sweetheart", f"{HIM} about the sweetheart thing",
         "Could you call me by my name, not sweetheart?"),
        ("I don't want her to call me Bambi", HER, "Could you please not call me Bambi?"),
        ("I wish she'd knock before she comes in", HER, "Could you knock before you come in?"),
        ("i'd love it if he came to the match", HIM, "Could you come to the match?"),
        ("it would help if she rang before she came", HER, "Could you ring before you come?"),
        ("all she has to do is tell me when she's late", HER,
         "Could you tell me when you're late?"),
        ("i would like us to eat together one time", HER, "Could we eat together one time?"),
        ("I want that he helps with the homework", HIM, "Could you help with the homework?"),
        ("I need him to do the run on wednesdays", HIM, "Could you do the run on Wednesdays?"),
        ("if she'd just wait til morning", HER, "Could you wait til morning?"),
        ("i want him to not tell my patients' stories", HIM,
         "Could you please not tell my patients' stories?"),
        ("i want to be left out of it after ten", HER, "Could you leave me out of it after ten?"),
        ("i want to be introduced by my name", HIM, "Could you introduce me by my name?"),
        ("he corrects me in front of patients", HIM,
         "Next time, could you tell me on my own, and not in front of patients?"),
        ("he laughed at my talk in front of the students", HIM,
         "Could you please not laugh at me in front of the students?"),
        ("she talks over me in handover", HER, "Could you let me finish what I'm saying?"),
        ("how do i ask him not to slam the door when i'm on nights", HIM,
         "Could you please not slam the door when I'm on nights?"),
        ("my mother. I want that she comes to my ward", "what words i can say to her",
         "Could you come to my ward?"),
        ("I'd like my flatmate to take the bins out", "what do i text my flatmate",
         "Could you take the bins out?"),
    ],
)  # fmt: skip
def test_a_want_is_asked_for(told: str, asks: str, request_: str) -> None:
    assert next(requests((told, asks), asked=asks), "") == request_


@pytest.mark.parametrize(
    "told",
    [
        "i don't want him to come home even",
        "i want him to be happy",
        "i want him to say sorry",
        "i want him to come back",
        "i'd like him to have the old watch",
        "i want him to know that i love him",
        "i want to be left alone",
        "i want him to stop lying",
        "i want him to stay away from me",
        "i'd like him to spend one day in my shoes",
        "he calls me stupid",
        "he used to want me to ring him",
        "i want my daughter to ring me",
        "i wanted to be a nurse",
        "i gave the wrong dose and i want him to tell the family",
    ],
)
def test_what_is_no_request_is_none(told: str) -> None:
    assert not [*requests((told, HIM), asked=HIM)]


def test_nobody_else_is_asked() -> None:
    said = ("my manager did the rota", "my sister rang. i want her to ring mum")
    assert not [*requests((*said, "what do i say to my manager"))]
    assert not [*requests(("he said yes without asking anybody", HIM))]
