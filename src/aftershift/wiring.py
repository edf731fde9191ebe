"""The switchboard: settings in, services out; the only place where the parts meet."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_bytes
from typing import TypeVar
from uuid import UUID

from aftershift.adapters import (
    calendar_writer,
    calendars,
    feed_lock,
    questionnaires,
    server_key,
    spreadsheets,
)

# "as" says that the shells may name what they are handed.
from aftershift.adapters.calendar_writer import TitledItem as TitledItem
from aftershift.adapters.calendars import CalendarReading
from aftershift.adapters.envelope import CannotOpen as CannotOpen
from aftershift.adapters.feeds import FeedRefused as FeedRefused
from aftershift.adapters.feeds import Feeds, Fetched
from aftershift.adapters.models.client import ModelVoice as ModelVoice
from aftershift.adapters.models.client import NoModel as NoModel
from aftershift.adapters.models.client import Transcriber as Transcriber
from aftershift.adapters.models.place import BadPlace, ModelPlace, TranscriptionPlace
from aftershift.adapters.questionnaires import QuestionnaireRefused as QuestionnaireRefused
from aftershift.adapters.signing import NoSigningKey as NoSigningKey
from aftershift.adapters.signing import fingerprint as fingerprint
from aftershift.adapters.signing import is_signed_by as is_signed_by
from aftershift.adapters.signing import sign as sign
from aftershift.adapters.spreadsheets import Sheet as Sheet
from aftershift.adapters.vault import Keyholder, PasswordCost
from aftershift.adapters.vault import Vault as Vault
from aftershift.engines.rosters.codes import Dialect
from aftershift.engines.safety.help_card import LANGUAGES
from aftershift.engines.windows.rituals import Ritual
from aftershift.library.dialects import load_dialects
from aftershift.library.resources import countries
from aftershift.library.rituals import load_rituals


class BadSetting(Exception):
    """A setting that cannot be used; the message names it and says what it may be."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """Everything that a host may set, from `AFTERSHIFT_*` variables; see docs/settings.md."""

    data: Path  # where the database and the server's key live
    database: str  # "" is SQLite in `data`; else postgres://user:password@host:port/name
    host: str  # the name in the address bar; passkeys are bound to it
    port: int
    now: datetime | None  # a clock that stands still, for the demo and for tests
    demo: bool
    argon2_kib: int  # memory of one password derivation
    runtime_key: bytes  # made at each start of the server, inherited by its workers, never stored
    testing: bool
    help_country: str  # whose lines the help card shows first; "" is no country's
    plain_name: bool  # an installed app has a name and an icon that say nothing, for everybody
    help_language: str  # which language /help/ speaks; the others are beside it
    model: ModelPlace | None  # a language model that may say drafts again; none is the default
    transcription: TranscriptionPlace | None  # what writes voice notes down; none is the default


DEFAULTS = {
    "DATA": "data",
    "DATABASE": "",
    "HOST": "localhost",
    "PORT": "8020",
    "NOW": "",
    "DEMO": "no",
    "ARGON2_KIB": "65536",
    "RUNTIME_KEY": "",
    "TESTING": "no",
    "HELP_COUNTRY": "",
    "HELP_LANGUAGE": "en",
    "PLAIN_NAME": "no",
    "MODEL_URL": "",
    "MODEL_NAME": "",
    "MODEL_KEY_FILE": "",
    "MODEL_SECONDS": "5",
    "MODEL_AWAY": "",
    "TRANSCRIPTION_URL": "",
    "TRANSCRIPTION_NAME": "",
    "TRANSCRIPTION_KEY_FILE": "",
    "TRANSCRIPTION_SECONDS": "60",
    "TRANSCRIPTION_AWAY": "",
}
PREFIX = "AFTERSHIFT_"
NEEDS_URL = ("NAME", "KEY_FILE", "SECONDS", "AWAY")
LEAST_ARGON2_KIB = 47104  # OWASP's floor for Argon2id at t=1 is 46 MiB


def settings_from(environ: Mapping[str, str]) -> Settings:
    """Read the settings, refusing a name that nobody knows and a value that cannot be meant."""
    given = {
        name.removeprefix(PREFIX): value
        for name, value in environ.items()
        if name.startswith(PREFIX)
    }
    unknown = sorted(set(given) - set(DEFAULTS))
    if unknown:
        reason = f"{PREFIX}{unknown[0]}: no such setting; there are {', '.join(DEFAULTS)}"
        raise BadSetting(reason)
    values = {**DEFAULTS, **given}
    testing = _yes(values, "TESTING")
    argon2_kib = _whole(values, "ARGON2_KIB")
    if argon2_kib < LEAST_ARGON2_KIB and not testing:
        reason = f"{PREFIX}ARGON2_KIB: at least {LEAST_ARGON2_KIB}, or guessing is too cheap"
        raise BadSetting(reason)
    return Settings(
        data=Path(values["DATA"]).absolute(),
        database=_database(values["DATABASE"]),
        host=values["HOST"],
        port=_whole(values, "PORT"),
        now=_moment(values["NOW"]),
        demo=_yes(values, "DEMO"),
        argon2_kib=argon2_kib,
        runtime_key=bytes.fromhex(values["RUNTIME_KEY"]) or token_bytes(32),
        testing=testing,
        help_country=_country(values["HELP_COUNTRY"]),
        plain_name=_yes(values, "PLAIN_NAME"),
        help_language=_language(values["HELP_LANGUAGE"]),
        model=_place(ModelPlace, values),
        transcription=_place(TranscriptionPlace, values),
    )


Place = TypeVar("Place", bound=ModelPlace)


def _place(kind: type[Place], values: Mapping[str, str]) -> Place | None:
    """Read where a model of this kind is; None where none is set up. Raises BadSetting."""
    named = f"{kind.SETTINGS}_"
    url, key_file = values[f"{named}URL"], values[f"{named}KEY_FILE"]
    if not url:
        given = (f"{named}{part}" for part in NEEDS_URL)
        set_alone = [name for name in given if values[name] != DEFAULTS[name]]
        if set_alone:
            reason = f"{PREFIX}{set_alone[0]}: says nothing without {PREFIX}{named}URL"
            raise BadSetting(reason)
        return None
    try:
        return kind(
            url=url,
            name=values[f"{named}NAME"],
            key_file=Path(key_file).absolute() if key_file else None,
            seconds=kind.seconds_of(_whole(values, f"{named}SECONDS")),
            away=values[f"{named}AWAY"],
        )
    except BadPlace as error:
        raise BadSetting(f"{PREFIX}{error}") from None


def _country(value: str) -> str:
    known = [one.code for one in countries()] if value else [""]
    if value not in known:
        reason = f"{PREFIX}HELP_COUNTRY: empty, or one of {', '.join(known)}"
        raise BadSetting(reason)
    return value


def _language(value: str) -> str:
    if value not in LANGUAGES:
        reason = f"{PREFIX}HELP_LANGUAGE: one of {', '.join(LANGUAGES)}"
        raise BadSetting(reason)
    return value


def _database(value: str) -> str:
    if value and not value.startswith("postgres://"):
        reason = f"{PREFIX}DATABASE: empty for SQLite, or postgres://user:password@host:port/name"
        raise BadSetting(reason)
    return value


def _yes(values: Mapping[str, str], name: str) -> bool:
    if values[name] not in ("yes", "no"):
        reason = f"{PREFIX}{name}: yes or no"
        raise BadSetting(reason)
    return values[name] == "yes"


def _whole(values: Mapping[str, str], name: str) -> int:
    if not values[name].isdecimal():
        reason = f"{PREFIX}{name}: a whole number"
        raise BadSetting(reason)
    return int(values[name])


def _moment(value: str) -> datetime | None:
    if not value:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        moment = datetime.min  # noqa: DTZ901 - refused on the next line
    if moment.tzinfo is None:
        reason = f"{PREFIX}NOW: a moment with its offset, such as 2026-10-19T08:00+01:00"
        raise BadSetting(reason)
    return moment


def server_secret(settings: Settings, purpose: str) -> str:
    """Derive a secret of the server for one purpose, making its key file at the first start."""
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = server_key.load_or_make(settings.data / "server.key")
    return server_key.derive(key, purpose)


def inherit(settings: Settings) -> dict[str, str]:
    """Say in environment variables what worker processes inherit from the one that serves."""
    return {**os.environ, f"{PREFIX}RUNTIME_KEY": settings.runtime_key.hex()}


# What reads a roster from outside needs no setting and no key: the command line has neither.
read_calendar = calendars.read_confined
read_cells = spreadsheets.read_confined
fetch_questionnaire = questionnaires.fetch  # nor does what a host imports by its address


@dataclass(frozen=True, kw_only=True, slots=True)
class Services:
    """What the shells may use of the outside world, ready made."""

    settings: Settings
    keys: Keyholder
    dialects: tuple[Dialect, ...]
    rituals: tuple[Ritual, ...]
    read_calendar: Callable[..., CalendarReading]  # (data, *, zone, window)
    read_sheets: Callable[[bytes, str], tuple[Sheet, ...]]  # (data, the file's name)
    fetch_feed: Callable[[str, str], Fetched]  # (address, the tag of the last answer)
    write_calendar: Callable[..., bytes]  # (items, *, name, zone, now)
    lock_feed: Callable[[str, UUID, bytes], bytes]  # (token, feed, calendar)
    unlock_feed: Callable[[str, UUID, bytes], bytes]  # (token, feed, what was locked)
    # None where none is set up, and then nothing of it is imported.
    voice: ModelVoice | None
    transcriber: Transcriber | None


def services_from(settings: Settings) -> Services:
    """Make the services from the settings. Raises BadSetting."""
    model, transcription = _checked(settings.model), _checked(settings.transcription)
    keys = Keyholder(
        cost=PasswordCost(memory_kib=settings.argon2_kib),
        runtime_key=settings.runtime_key,
        server_key=bytes.fromhex(server_secret(settings, "second factors")),
    )
    return Services(
        settings=settings,
        keys=keys,
        dialects=load_dialects(),
        rituals=load_rituals(),
        read_calendar=calendars.read_confined,
        read_sheets=spreadsheets.read_confined,
        fetch_feed=Feeds().fetch,
        write_calendar=calendar_writer.write,
        lock_feed=feed_lock.close,
        unlock_feed=feed_lock.open_with,
        voice=ModelVoice(model) if model else None,
        transcriber=Transcriber(transcription) if transcription else None,
    )


def _checked(place: Place | None) -> Place | None:
    """Give a place that could work; refuse at once what never could. Raises BadSetting."""
    if place is not None:
        try:
            place.check()
        except BadPlace as error:
            raise BadSetting(f"{PREFIX}{error}") from None
    return place
