"""What rituals are called, where a plan speaks of them; what each is says the wing above."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from aftershift.engines.windows.rituals import Every
from aftershift.web.services import services

NAMES: dict[str, Promise] = {
    "hug": gettext_lazy("A long hug"),
    "eye-contact": gettext_lazy("A minute of looking"),
    "no-work-talk": gettext_lazy("Home without work"),
    "gratitude": gettext_lazy("One thank-you"),
    "voice-note": gettext_lazy("A voice note"),
    "micro-date": gettext_lazy("A small date"),
    "check-in": gettext_lazy("How are we?"),
    "weekly-ritual": gettext_lazy("Our hour"),
    "lazy-morning": gettext_lazy("A slow morning"),
    "family-time": gettext_lazy("An hour with the children"),
}

# What else is held and is no ritual: a plan item carries it where a practice's id would stand.
SMALL: dict[str, Promise] = {
    "bold.hour": gettext_lazy("An hour kept"),
    "bold.micro-date": gettext_lazy("A small date"),
    "bold.voice-note": gettext_lazy("A voice note"),
    "bold.meeting": gettext_lazy("Cancel one meeting"),
    "talk.next": gettext_lazy("A conversation"),
}


def every_of(ritual: str) -> Every | None:
    """Say in what a ritual is counted; None for one that is not on the shelf any more."""
    return next((one.every for one in services().rituals if one.id == ritual), None)
