"""Orders that are the same for the same number, and lists that take turns."""

from aftershift.engines.basics.order import in_turn, rotated


def test_a_number_begins_at_its_own_place() -> None:
    assert rotated("abc", 1) == ["b", "c", "a"]
    assert rotated("abc", 4) == rotated("abc", 1)
    assert rotated("", 3) == []


def test_lists_take_turns_until_the_longest_ends() -> None:
    assert [*in_turn(["ace", "b", ""])] == ["a", "b", "c", "e"]
    assert [*in_turn([])] == []
