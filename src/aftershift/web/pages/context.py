"""What every template may use."""

from typing import Any

from django.http import HttpRequest

from aftershift.web.env import ENV
from aftershift.web.pages import clock


def page(request: HttpRequest) -> dict[str, Any]:
    """Give the frame who is signed in (or nobody), the clock, and whether this is the demo."""
    return {"by": getattr(request, "by", None), "demo": ENV.demo, "now": clock.now()}
