"""What somebody did that was good, as it was told, for thanks or a wish to have it again."""

import pytest

from aftershift.engines.coach.words.good_turns import GoodTurn, good_turns

HER, HIM = "what could i say to her", "what do i text him"


@pytest.mark.parametrize(
    ("told", "asks", "turn"),
    [
        (
            "On Wednesday he came and sat in the kitchen when I was doing my letters. I said wait",
            HIM,
            GoodTurn("came and sat in the kitchen", "Wednesday"),
        ),
        ("she left us a plate in the oven last night", HER,
         GoodTurn("left us a plate in the oven", "last night")),
        ("she stood up for me at handover yesterday", HER,
         GoodTurn("stood up for me at handover", "yesterday")),
        ("she used to draw a little face on hers", HER,
         GoodTurn("draw a little face on yours", was_usual=True)),
        ("He used to read me bits of the paper in a stupid voice", HIM,
         GoodTurn("read me bits of the paper", was_usual=True)),
        ("used to watch bake off with me", HER,
         GoodTurn("watch bake off with me", was_usual=True)),
        ("he used to come round on a saturday", HIM,
         GoodTurn("come round on a Saturday", was_usual=True)),
        ("an old neighbour brings me soup when i'm on lates", HER, GoodTurn("bring me soup")),
        ("he took the kids out on Sunday so I could sleep", HIM,
         GoodTurn("took the kids out", "Sunday")),
        ("my sister minded the kids all weekend", "what do i say to my sister",
         GoodTurn("minded the kids all weekend")),
    ],
)  # fmt: skip
def test_a_good_turn_is_found(told: str, asks: str, turn: GoodTurn) -> None:
    assert next(good_turns((told, asks)), None) == turn


@pytest.mark.parametrize(
    "told",
    [
        "he never made me tea",
        "she used to come home drunk",
        "he made me feel small",
        "she made me redo the whole chart",
        "he used to shout at me",
        "i made him tea",
        "an old man came in, but he carried my wardrobe up the stairs",
        "she sent me a complaint",
    ],
)
def test_what_is_no_good_turn_is_none(told: str) -> None:
    assert not [*good_turns((told, HIM if " he " in f" {told}" else HER))]


def test_a_day_stands_in_a_sentence() -> None:
    assert GoodTurn("rang", "Wednesday").on == "on Wednesday"
    assert GoodTurn("rang", "last night").on == "last night"
