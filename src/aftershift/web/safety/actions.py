"""Every change of what is only one's own; none of them is announced to anybody."""

from dataclasses import replace

from django.db import transaction

from aftershift.engines.safety.course import Note, without_pauses
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.people.turns import own_turn
from aftershift.web.safety import queries
from aftershift.web.safety.models import Own
from aftershift.web.safety.papers import OwnPaper, Trusted
from aftershift.wiring import Vault


def write_plan(*, by: SignedIn, steps: tuple[str, ...]) -> None:
    """Keep the plan."""
    with own_turn(by):
        _save(by, replace(queries.own(by=by), steps=steps))


def erase_plan(*, by: SignedIn) -> None:
    """Take every word of the plan away; the row stays, as everybody has one."""
    write_plan(by=by, steps=OwnPaper().steps)


def trust(*, by: SignedIn, trusted: Trusted) -> None:
    """Keep somebody to call; an empty one takes them away."""
    with own_turn(by):
        _save(by, replace(queries.own(by=by), trusted=trusted))


def put_away(*, by: SignedIn) -> None:
    """Put away what is for two, until it is brought back."""
    with own_turn(by):
        _save(by, replace(queries.own(by=by), just_me=True))


def bring_back(*, by: SignedIn) -> None:
    """Bring back what is for two."""
    with own_turn(by):
        _save(by, replace(queries.own(by=by), just_me=False))


def say_not_afraid(*, by: SignedIn) -> None:
    """Keep that the question before anything shared was answered with no."""
    with own_turn(by):
        _save(by, replace(queries.own(by=by), asked=True))


def keep_note(*, by: SignedIn, note: Note) -> None:
    """Keep the note of an exchange; where it says what it said before, nothing is written."""
    with own_turn(by):
        paper = queries.own(by=by)
        if note != paper.note:
            _save(by, replace(paper, note=note))


def forget_note(*, by: SignedIn) -> None:
    """Forget that there was an exchange; what rested because of it is back."""
    keep_note(by=by, note=Note())


def feel_safe(*, by: SignedIn) -> None:
    """Bring back what rests until somebody says that they are safe."""
    keep_note(by=by, note=without_pauses(queries.own(by=by).note))


def ensure_row(*, person: Person, vault: Vault, **_: object) -> None:
    """Give somebody the row that everybody has, when they enter; nothing stands in it yet."""
    with transaction.atomic():
        Person.objects.select_for_update().get(id=person.id)
        if not Own.objects.filter(person=person).exists():
            row = Own(person=person)
            row.write_from(vault, OwnPaper())
            row.save()


def _save(by: SignedIn, paper: OwnPaper) -> None:
    row = Own.objects.filter(person=by.person).first() or Own(person=by.person)
    row.write_from(by.vault, paper)
    row.save()
