"""Count attempts over all processes, knowing neither the name nor the network they came from."""

from datetime import UTC, datetime, timedelta
from ipaddress import IPv6Address, ip_address

from django.db.models import F
from django.http import HttpRequest

from aftershift.web.limits import Limit, TooOften
from aftershift.web.people.models import Attempts
from aftershift.web.services import services

BY_NETWORK = Limit(name="network", times=100, span=timedelta(minutes=15))
BY_NETWORK_AND_NAME = Limit(name="network and name", times=10, span=timedelta(minutes=15))
NEW_ACCOUNTS = Limit(name="new accounts", times=30, span=timedelta(hours=1))
SECOND_FACTORS = Limit(name="second factors", times=5, span=timedelta(minutes=15))
PASSWORDS_AGAIN = Limit(name="passwords again", times=10, span=timedelta(minutes=15))

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


def count(limit: Limit, *labels: str, now: datetime) -> None:
    """Count one attempt before it is made; raise TooOften when it is one too many."""
    bucket, ends = _bucket(limit, labels, now)
    _, is_new = Attempts.objects.get_or_create(bucket=bucket, defaults={"ends": ends})
    if is_new:
        expire(now)
    Attempts.objects.filter(bucket=bucket).update(count=F("count") + 1)
    if Attempts.objects.get(bucket=bucket).count > limit.times:
        raise TooOften(ends - now)


def forgive(limit: Limit, *labels: str, now: datetime) -> None:
    """Forget the attempts that ended well."""
    Attempts.objects.filter(bucket=_bucket(limit, labels, now)[0]).delete()


def expire(now: datetime) -> None:
    """Delete the counts whose span is over."""
    Attempts.objects.filter(ends__lte=now).delete()


def network_of(request: HttpRequest) -> str:
    """Name the network a request comes from: one address, or one home's /64 of IPv6."""
    address = request.META.get("REMOTE_ADDR", "")
    try:
        parsed = ip_address(address)
    except ValueError:
        return "unknown"
    return parsed.exploded[:19] if isinstance(parsed, IPv6Address) else str(parsed)


def _bucket(limit: Limit, labels: tuple[str, ...], now: datetime) -> tuple[str, datetime]:
    span = (now - _EPOCH) // limit.span
    what = "\0".join((limit.name, str(span), *labels))
    return services().keys.blind(what.encode()).hex(), _EPOCH + (span + 1) * limit.span
