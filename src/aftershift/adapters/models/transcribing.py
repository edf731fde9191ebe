"""Sends a recording to a server that writes down what is said in it: one request, by httpx2.

What comes back is a stranger's: it has to be small, plain JSON with words in it, and the words lose
what no page should show. Nothing imports this module but `client`, by its name.
"""

import json
import unicodedata
from collections.abc import AsyncGenerator

import httpx2

from aftershift.adapters.models.bounds import Bounded, OutOfBounds
from aftershift.adapters.models.client import SILENT, TOO_LONG, NoModel
from aftershift.adapters.models.place import ModelPlace

MOST_LETTERS = 8_000  # more than anybody says in ten minutes
JSON = "application/json"
ENDINGS = {"audio/webm": "webm", "audio/mp4": "m4a"}  # servers go by a file's name
# Letters that are no writing (controls, halves of a letter), and those that turn writing round.
DROPPED_KINDS = frozenset({"Cc", "Cs"})
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


async def words(place: ModelPlace, media_type: str, sound: bytes) -> AsyncGenerator[str, None]:
    """Give the words of a recording, in one piece. Raises NoModel, and whatever the wire raises."""
    key = place.key()
    async with httpx2.AsyncClient(
        transport=Bounded(), follow_redirects=False, timeout=place.seconds, trust_env=False
    ) as wire:
        answer = await wire.post(
            f"{place.url.rstrip('/')}/audio/transcriptions",
            headers={"accept": JSON} | ({"authorization": f"Bearer {key}"} if key else {}),
            data={"model": place.name, "response_format": "json"},
            files={"file": (f"note.{ENDINGS[media_type]}", sound, media_type)},
        )
        yield words_of(answer.headers.get("content-type", ""), answer.content)


def words_of(media_type: str, body: bytes) -> str:
    """Read an answer. Raises OutOfBounds for what is none, NoModel for none or too many words."""
    if media_type.partition(";")[0].strip().lower() != JSON:
        raise OutOfBounds
    said = json.loads(body.decode("utf-8"))
    text = said.get("text") if isinstance(said, dict) else None
    if not isinstance(text, str):
        raise OutOfBounds
    plain = _plain(text)
    if not plain:
        raise NoModel(SILENT)
    if len(plain) > MOST_LETTERS:
        raise NoModel(TOO_LONG)
    return plain


def _plain(text: str) -> str:
    lines = text.replace("\t", " ").splitlines()
    return "\n".join("".join(filter(_is_writing, line)).strip() for line in lines).strip()


def _is_writing(letter: str) -> bool:
    return unicodedata.category(letter) not in DROPPED_KINDS and letter not in TURNING
