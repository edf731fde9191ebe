"""What a host could read in the database: every column that is not an envelope, and why."""

from collections.abc import Iterable, Mapping

from django.db.models import Model

from aftershift.web.sealed import SealedField

_A_ROW = "a number drawn by chance"
_WHOSE = "whose row it is"

# Column -> why it is in clear. A new column fails the test until it is sealed, or explained here
# and in docs/privacy.md.
REASONS: Mapping[str, str] = {
    "Person.id": _A_ROW,
    "Person.name": "the name that signs in; it need not say who somebody is",
    "Person.name_key": "the same name in small letters, so that it is given once",
    "Person.public_key": "the half of a key pair that is no secret",
    "Person.born": "the day the account was made",
    "Keyring.person": _WHOSE,
    "LiveSession.id": _A_ROW,
    "LiveSession.secret_hash": "a hash of what the browser holds; it opens nothing",
    "LiveSession.person": _WHOSE,
    "LiveSession.state": "whether a second factor is still to come",
    "LiveSession.born": "when this browser signed in, until it locks",
    "LiveSession.seen": "when it was last used, to the minute, until it locks",
    "LiveSession.challenge": "a passkey's question, drawn by chance, until it is answered",
    "Factor.id": _A_ROW,
    "Factor.person": _WHOSE,
    "Factor.kind": "code app or passkey: it is asked for before anything opens",
    "Factor.name": "made by us: Code app 1",
    "Factor.counter": "the last code's time step or the passkey's count, so that none works twice",
    "Factor.born": "the day it was added",
    "Attempts.bucket": "a name and a network, hashed under a key that ends with this run",
    "Attempts.count": "how often that was tried",
    "Attempts.ends": "when it is forgotten",
    "Household.id": _A_ROW,
    "Member.id": _A_ROW,
    "Member.household": "who shares a home with whom",
    "Member.person": "the account of a member who has one",
    "Member.keeper": "who can read this member's name",
    "Own.id": _A_ROW,
    "Own.person": _WHOSE,
    "Source.id": _A_ROW,
    "Source.person": _WHOSE,
    "Draft.id": _A_ROW,
    "Draft.person": _WHOSE,
    "Ways.id": _A_ROW,
    "Ways.person": _WHOSE,
    "Talk.id": _A_ROW,
    "Talk.person": _WHOSE,
    "Week.id": _A_ROW,
    "Week.person": _WHOSE,
    "Plan.id": _A_ROW,
    "Plan.person": _WHOSE,
    "OutFeed.id": _A_ROW,
    "OutFeed.person": _WHOSE,
    "OutFeed.token_hash": "a hash of the secret in the feed's address",
    "OutFeed.calendar": "encrypted under that secret, which is not kept here in clear",
    "OutFeed.etag": "a hash of the calendar; each entry has a name drawn by chance, so that "
    "nobody can guess their way to it",
    "Taken.id": _A_ROW,
    "Taken.person": _WHOSE,
    "Journal.id": _A_ROW,
    "Journal.person": _WHOSE,
    "Voice.id": _A_ROW,
    "Voice.person": _WHOSE,
    "Bond.id": _A_ROW,
    "Bond.person": _WHOSE,
    "Side.id": _A_ROW,
    "Side.person": _WHOSE,
    "Side.link": "a number drawn by chance; two rows with the same one are linked with each other",
    "Invite.id": _A_ROW,
    "Invite.maker": "who made a code, for ten minutes",
    "Invite.session": "in which session it was made: it is confirmed in no other",
    "Invite.locator": "a hash of the code under a key that ends with this run",
    "Invite.maker_tag": "vouches for a public key, under the code and the same key",
    "Invite.joiner": "who typed the code, for ten minutes",
    "Invite.joiner_tag": "vouches for the other public key in the same way",
    "Invite.ends": "when it is over",
    "Network.id": _A_ROW,
    "Network.person": _WHOSE,
    "Kept.id": _A_ROW,
    "Kept.person": _WHOSE,
    "Decisions.id": _A_ROW,
    "Decisions.person": _WHOSE,
    "Experiments.id": _A_ROW,
    "Experiments.person": _WHOSE,
    "Reflections.id": _A_ROW,
    "Reflections.person": _WHOSE,
    "CheckInYear.id": _A_ROW,
    "CheckInYear.person": _WHOSE,
    "FootprintYear.id": _A_ROW,
    "FootprintYear.person": _WHOSE,
    "Measures.id": _A_ROW,
    "Measures.person": _WHOSE,
    "CheckInYear.year": "a calendar year in which somebody checked in at least once",
    "FootprintYear.year": "a calendar year in which somebody wrote about a week at work",
}


def clear_columns(models: Iterable[type[Model]]) -> tuple[str, ...]:
    """Name every column that is not sealed, in the order of the models."""
    return tuple(
        f"{model.__name__}.{field.name}"
        for model in models
        for field in model._meta.concrete_fields
        if not isinstance(field, SealedField)
    )


def as_table(columns: Iterable[str]) -> str:
    """Write the list as the document shows it."""
    rows = (f"| `{column}` | {REASONS[column]} |" for column in columns)
    return "\n".join(["| column | why it is in clear |", "|---|---|", *rows])
