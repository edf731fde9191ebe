"""The one clock of the web: a view reads it once and hands it down."""

from datetime import datetime

from django.utils import timezone

from aftershift.web.env import ENV


def now() -> datetime:
    """Say what time it is for plans and pages; the demo's clock stands still."""
    return ENV.now or timezone.now()
