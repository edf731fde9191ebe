"""A file of scripts is whole, or is refused by name."""

from dataclasses import replace
from typing import Any

import pytest

from aftershift.engines.wording.cues import WordingError
from aftershift.engines.wording.scripts import No, Script, ScriptGroup, Scripts, To

GROUP = ScriptGroup(id="thanks", name="Thanks", about="For it.", variants=("A", "B", "C"))
SCRIPT = Script(
    id="thanks-you",
    group="thanks",
    to=To.PARTNER,
    title="Thanks",
    soft="Thank you.",
    firm="Thank you for [thing].",
    firmer="Thank you for all of it.",
)


def test_it_says_whom_it_is_for() -> None:
    assert SCRIPT.is_for_two
    assert not SCRIPT.goes_up
    manager = replace(SCRIPT, to=To.MANAGER)
    assert (manager.is_for_two, manager.goes_up) == (False, True)
    assert Scripts(group=(GROUP,), script=(SCRIPT,)).of(GROUP) == (SCRIPT,)


@pytest.mark.parametrize(
    "wrong",
    [
        {"firm": "Thank you for [thing."},
        {"soft": "Thank ]you["},
        {"id": "Thanks you"},
        {"id": "a--b"},
    ],
)
def test_a_wrong_script_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(WordingError):
        replace(SCRIPT, **wrong)


def test_a_group_has_three_strengths() -> None:
    with pytest.raises(WordingError):
        replace(GROUP, variants=("A", "B"))


@pytest.mark.parametrize(
    ("groups", "scripts", "reason"),
    [
        ((GROUP,), (SCRIPT, SCRIPT), "twice"),
        ((GROUP,), (replace(SCRIPT, group="other"),), "no such group"),
        ((GROUP, replace(GROUP, id="empty")), (SCRIPT,), "empty group"),
        ((GROUP,), (replace(SCRIPT, kind=No.DEFER),), "which no"),
    ],
)
def test_a_wrong_file_is_refused(
    groups: tuple[ScriptGroup, ...], scripts: tuple[Script, ...], reason: str
) -> None:
    with pytest.raises(WordingError, match=reason):
        Scripts(group=groups, script=scripts)
