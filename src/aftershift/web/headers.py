"""Response headers that keep pages off disks, out of frames and away from sensors."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

PERMISSIONS = (
    "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), midi=(), "
    "payment=(), usb=(), browsing-topics=(), microphone=(self), "
    "publickey-credentials-get=(self), publickey-credentials-create=(self)"
)


class PrivacyHeaders:
    """Mark every page that a view has not marked itself as not to be stored."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add what the view did not say."""
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response
