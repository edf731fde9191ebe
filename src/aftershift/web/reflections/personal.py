"""What this wing holds of a person: to take away and to erase."""

from dataclasses import asdict
from typing import Any

from aftershift.engines.checkins.reflections import Checklist, Side, key_of
from aftershift.library.reflections import load_reflections
from aftershift.web.carrying import Carried
from aftershift.web.people.models import Person
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.reflections import queries
from aftershift.web.reflections.models import Reflections
from aftershift.web.reflections.papers import ReflectionsPaper

CARRIES = (Carried(name="reflections", model=Reflections, shape=ReflectionsPaper),)


def export(by: SignedIn) -> dict[str, Any]:
    """Give every kept list with its lines in words; by their ids where a list is no more."""
    shelf = load_reflections()
    return {
        "kept": [
            {
                "identity": one.id,
                "list": shelf[one.checklist].title if one.checklist in shelf else one.checklist,
                "day": one.day.isoformat(),
                "about": asdict(one.about),
                "answers": {
                    _words(shelf.get(one.checklist), key): said.value
                    for key, said in one.answers.items()
                },
            }
            for one in queries.paper(by=by).kept
        ]
    }


def erase(person: Person) -> None:
    """Delete the row."""
    Reflections.objects.filter(person_id=person.id).delete()


def _words(checklist: Checklist | None, key: str) -> str:
    said: dict[str, str] = {}
    for item in checklist.items if checklist else ():
        said |= {item.id: item.says, key_of(item.id, Side.I): item.says}
        said |= {key_of(item.id, Side.THEY): item.they}
    return said.get(key, key)
