"""What teaches the ear: every turn of plain talk, alone and read on; of other talk its end."""

from aftershift.engines.safety.lessons import Conversation, Lesson, messages_of

TURNS = ("we tile on sunday", "he holds", "i mind the corner", "an hour")


def texts(**said: object) -> list[str]:
    given = {"why": "x", "turns": TURNS} | said
    return [text for _, text in messages_of([Lesson(conversation=(Conversation(**given),))])]


def test_of_plain_talk_each_turn_teaches_and_each_read_on_from_two_before() -> None:
    found = texts(level="none", categories=("relationship",))
    assert found == [
        "he holds. i mind the corner. an hour",
        *TURNS,
        "we tile on sunday. he holds",
        "we tile on sunday. he holds. i mind the corner",
    ]


def test_of_other_talk_its_end_teaches() -> None:
    for said in (
        {"level": "check_in", "categories": ("despair",)},
        {"level": "none", "categories": ("idiom",)},
    ):
        assert texts(**said) == ["he holds. i mind the corner. an hour"]
