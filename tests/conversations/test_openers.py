"""First messages by other hands: which of them tell nothing yet, as a reader marked them."""

import tomllib

from tests.conversations.talking import SET, authored

from aftershift.engines.coach.reading import read
from aftershift.engines.coach.state import State
from aftershift.listening import Coach

TALKS = ("newest", "later", "latest", "fresh")


def test_most_that_only_open_are_heard_and_few_that_tell(coach: Coach) -> None:
    opens = set(tomllib.loads((SET / "openers.toml").read_text())["opens"])
    first = {talk["turns"][0] for name in TALKS for talk in authored(name, "talk")}
    assert opens < first
    heard = {
        text for text in first if read(State(), coach.hear(text, ()), coach.shelves).only_opens
    }
    assert len(heard & opens) / len(opens) >= 0.55
    assert len(heard & opens) / len(heard) >= 0.88
