"""Find out who is asking, once for each request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from aftershift.web.limits import TooBusy, TooMuch
from aftershift.web.people import sessions

POLL = "X-Aftershift-Poll"
_NO_ACTIVITY = frozenset({"/locked"})  # where a page goes by itself


class OpenSession:
    """Set `request.by` to who is signed in, or None, and count only a person's own requests."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Open the session that the browser's secret belongs to, and serve the request."""
        now = timezone.now()
        secret = request.COOKIES.get(sessions.COOKIE, "")
        by = sessions.open_by(secret, now) if secret else None
        if by and _is_activity(request):
            sessions.see(by.session, now)
        request.by = by  # type: ignore[attr-defined]  # views see it as VisitorRequest
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """Say how long to wait when too much was asked."""
        if not isinstance(problem, TooMuch):
            return None
        status = 503 if isinstance(problem, TooBusy) else 429
        seconds = max(1, int(problem.retry_after.total_seconds()))
        page = {"busy": status == 503, "minutes": -(-seconds // 60)}
        response = render(request, "people/wait.html", page, status=status)
        response["Retry-After"] = str(seconds)
        return response


def _is_activity(request: HttpRequest) -> bool:
    """Say whether a person did this: not a page that polls, prefetches or locks itself."""
    return (
        POLL not in request.headers
        and "prefetch" not in request.headers.get("Sec-Purpose", "")
        and request.path not in _NO_ACTIVITY
    )
