"""What the pages of the journal show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from aftershift.engines.evidence.practices import Practice
from aftershift.library.evidence import load_evidence
from aftershift.library.journal import Prompt, load_friends_view, load_prompts
from aftershift.library.understanding import emotion_names
from aftershift.web.journal import queries
from aftershift.web.journal.choosing import chosen, is_due
from aftershift.web.journal.papers import Entry
from aftershift.web.journal.transcription_cards import TranscriptionPage, transcription_page
from aftershift.web.people.signed_in import SignedIn
from aftershift.web.safety import queries as safety

LEAF = 20  # entries on a page
BEGINNING = 80  # characters
COACH_TAKES = 4_000  # characters of one message


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """An entry in a list: when, what was felt, and how it begins."""

    id: str
    when: str
    feelings: str
    begins: str
    is_spoken: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class JournalPage:
    """The first page: what to write about, what was written last, what else is offered."""

    prompt: Prompt
    lines: tuple[Line, ...]
    older: int  # the place of the next leaf; 0 where there is none
    has_friend: bool
    is_friend_due: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """A question of a friend's view, and what was written."""

    asks: str
    said: str


@dataclass(frozen=True, kw_only=True, slots=True)
class EntryPage:
    """One entry; `words` is all its text as one, to be handed on.

    `making` says by what its sound may become text, where it has one and the host set that up.
    """

    id: str
    when: str
    changed: str
    feelings: str
    prompt: str
    text: str
    answers: tuple[Answer, ...]
    is_spoken: bool
    waits: bool
    words: str
    is_long: bool
    making: TranscriptionPage | None


@dataclass(frozen=True, kw_only=True, slots=True)
class FriendPage:
    """What a friend's view rests on."""

    recall: str
    practice: Practice


def journal_page(
    *, by: SignedIn, now: datetime, feelings: Iterable[str] = (), asked: str = ""
) -> JournalPage:
    """Gather the first page; `asked` is a prompt that a link leads to, by its id."""
    kept, zone = queries.paper(by=by), queries.own_zone(by=by)
    return JournalPage(
        prompt=prompt_named(asked) or chosen(load_prompts(), tuple(feelings), kept.shown),
        lines=tuple(_line(one, zone) for one in kept.entries[::-1][:LEAF]),
        older=2 if len(kept.entries) > LEAF else 0,
        has_friend=not safety.is_just_me(by=by),
        is_friend_due=is_due(queries.last_friends_view(kept), now),
    )


def leaf(*, by: SignedIn, place: int) -> tuple[tuple[Line, ...], int]:
    """Give the entries of one leaf, the newest first, and the place of the next, if any."""
    kept, zone = queries.paper(by=by), queries.own_zone(by=by)
    starts = LEAF * (place - 1)
    shown = kept.entries[::-1][starts : starts + LEAF]
    return tuple(_line(one, zone) for one in shown), (
        place + 1 if len(kept.entries) > starts + LEAF else 0
    )


def entry_page(*, by: SignedIn, entry: Entry) -> EntryPage:
    """Put one entry in words."""
    zone, answers = queries.own_zone(by=by), answers_of(entry)
    words = "\n\n".join([entry.text, *(one.said for one in answers)]).strip()
    return EntryPage(
        id=entry.id,
        when=_when(entry.written, zone),
        changed=_when(entry.changed, zone) if entry.changed else "",
        feelings=titles(entry),
        prompt=prompt_of(entry),
        text=entry.text,
        answers=answers,
        is_spoken=bool(entry.voice),
        waits=bool(entry.waits),
        words=words,
        is_long=len(words) > COACH_TAKES,
        making=transcription_page(by=by) if entry.voice else None,
    )


def with_words(entry: Entry, words: str) -> str:
    """Put words that were made of a note behind those that stand there already."""
    return entry.text if words in entry.text else f"{entry.text}\n\n{words}".strip()


def friend_page() -> FriendPage:
    """Gather what a friend's view says of itself."""
    view = load_friends_view()
    return FriendPage(recall=view.recall, practice=load_evidence().practices[view.practice])


def titles(entry: Entry) -> str:
    """Name the feelings of an entry."""
    known = emotion_names()
    return ", ".join(known[one].title for one in entry.feelings if one in known)


def prompt_named(name: str) -> Prompt | None:
    """Find a prompt by its id."""
    return next((one for one in load_prompts() if one.id == name), None)


def prompt_of(entry: Entry) -> str:
    """Give the words that stood above an entry; nothing where the shelf lost them."""
    return next((one.says for one in load_prompts() if one.id == entry.prompt), "")


def answers_of(entry: Entry) -> tuple[Answer, ...]:
    """Give what was answered in a friend's view, in the order of the questions."""
    return tuple(
        Answer(asks=one.asks, said=entry.friend[one.id])
        for one in load_friends_view().question
        if entry.friend.get(one.id)
    )


def _line(entry: Entry, zone: tzinfo) -> Line:
    said = entry.text or next((one.said for one in answers_of(entry)), "")
    if not said and entry.was_spoken:
        said = _("A voice note")
    return Line(
        id=entry.id,
        when=_when(entry.written, zone),
        feelings=titles(entry),
        begins=Truncator(" ".join(said.split())).chars(BEGINNING),
        is_spoken=entry.was_spoken,
    )


def _when(at: datetime, zone: tzinfo) -> str:
    return date_format(at.astimezone(zone), "D j M Y, H:i")
