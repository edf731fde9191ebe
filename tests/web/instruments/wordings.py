"""Wordings of our own for keys of others: what a host would have imported, in invented words."""

from pathlib import Path

from aftershift.engines.checkins.wordings import Option, WordedItem, Wording
from aftershift.library.instruments import load_instruments
from aftershift.library.wordings import folder_of, keep


def put(data: Path, *names: str) -> None:
    """Lay the wordings of some keys into a data folder."""
    for name in names:
        keep(folder_of(data), invented(name))


def invented(name: str) -> Wording:
    """Make up words for every item and answer of a key."""
    key = load_instruments()[name]
    return Wording(
        instrument=name,
        title=f"An invented form for {name}",
        language="en",
        items=tuple(
            WordedItem(
                id=item.id,
                text=f"Invented line {item.id}",
                options=tuple(Option(value=one, words=f"answer {one}") for one in item.answers),
                link_id=f"/{item.id}",
            )
            for item in key.items
        ),
        url="https://forms.example/invented",
        version="1",
    )
