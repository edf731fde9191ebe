"""The services that the wiring made for the web, built once for each process."""

from functools import cache

from aftershift.web.env import ENV
from aftershift.wiring import Services, services_from


@cache
def services() -> Services:
    """Hand out what the wiring made of the settings."""
    return services_from(ENV)
