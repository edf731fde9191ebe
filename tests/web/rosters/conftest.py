"""A feed that never leaves this machine."""

from dataclasses import replace

import pytest
from tests.web.rosters.desk import FeedServer

from aftershift.web import services as switchboard
from aftershift.web.rosters import actions


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch) -> FeedServer:
    """What answers instead of the network."""
    server = FeedServer()
    doubled = replace(switchboard.services(), fetch_feed=server.fetch)
    monkeypatch.setattr(actions, "services", lambda: doubled)
    return server
