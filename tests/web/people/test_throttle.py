from datetime import timedelta

import pytest
from django.test import RequestFactory
from tests.web.people.conftest import Clock

from aftershift.web.limits import Limit, TooOften
from aftershift.web.people import throttle
from aftershift.web.people.models import Attempts

TWICE = Limit(name="test", times=2, span=timedelta(minutes=15))


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:0db8:0001:0002"),
        ("2001:db8:1:2::9", "2001:0db8:0001:0002"),
        ("", "unknown"),
        ("not an address", "unknown"),
    ],
)
def test_a_network_is_an_address_or_a_home(address: str, network: str) -> None:
    assert throttle.network_of(RequestFactory(REMOTE_ADDR=address).get("/")) == network


@pytest.mark.django_db
def test_each_label_is_counted_by_itself_until_its_time_is_over(clock: Clock) -> None:
    for label in ("one", "two"):
        for _ in range(2):
            throttle.count(TWICE, label, now=clock())
    with pytest.raises(TooOften) as refusal:
        throttle.count(TWICE, "one", now=clock())
    assert timedelta(0) < refusal.value.retry_after <= TWICE.span
    throttle.forgive(TWICE, "two", now=clock())
    throttle.count(TWICE, "two", now=clock())
    clock.now += refusal.value.retry_after
    throttle.count(TWICE, "one", now=clock())


@pytest.mark.django_db
def test_two_labels_are_not_one_longer_label(clock: Clock) -> None:
    for _ in range(2):
        throttle.count(TWICE, "ab", "c", now=clock())
    throttle.count(TWICE, "a", "bc", now=clock())
    assert sorted(Attempts.objects.values_list("count", flat=True)) == [1, 2]
