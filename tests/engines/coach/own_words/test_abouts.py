"""What words are about, in the person's own noun phrase."""

import pytest

from aftershift.engines.coach.own_words.abouts import about


@pytest.mark.parametrize(
    ("said", "what"),
    [
        (("she calls me bambi", "what do i say? just about the bambi thing. short"),
         "the bambi thing"),
        (("his mum wants us to come on boxing day", "ok how do i say it to him"), "Boxing Day"),
        (("he sends a hamper at christmas", "a text to him please"), ""),
        (("can you write me a message about the rota so she gets it?",), "the rota"),
        (("what do i text him about sunday lunch, nothing long",), "Sunday lunch"),
        (("can you do a text about tea breaks please",), "tea breaks"),
        (("the parking comment stuck with me", "what could i say"), "the parking comment"),
        (("what do i say to her about the wrong dose",), ""),
        (("what do i say to him about his drinking",), ""),
        (("what do i say to her about her mother",), ""),
        (("it's not about the money", "what do i say to him"), ""),
        (("that was the worst thing", "what do i say to him"), ""),
    ],
)  # fmt: skip
def test_what_it_is_about(said: tuple[str, ...], what: str) -> None:
    assert about(said) == what
