"""Eighty ordinary talks of another hand: what the craft asks of every reply, on real input."""

import re

from tests.conversations.talking import authored, talk
from tests.library.test_coach import BANNED

from aftershift.engines.coach.drafts import QUOTED, asks
from aftershift.engines.coach.own_words.passages import ALONE
from aftershift.engines.coach.own_words.turning import to_you, turned_words
from aftershift.engines.coach.state import Act, Reply
from aftershift.listening import Coach

TALKS = authored("talks", "talk")
MOST_UNFOLLOWED = 0.12  # of all turns: it says that it did not follow
MARKS = re.compile("[\"\u201c\u201d\u2018\u2019']")


def test_every_reply_keeps_to_the_craft(coach: Coach) -> None:
    unfollowed = turns = 0
    for one in TALKS:
        state, replies = talk(one["turns"], coach)
        asked = [asks(reply.text) for reply in replies]
        assert not any(asked[at : at + 3] == [True] * 3 for at in range(len(asked))), one["id"]
        for reply in replies:
            assert 1 <= len(reply.text.split()) <= 90, reply.text
            assert QUOTED.sub("", reply.text).count("?") <= 1, reply.text
            assert not BANNED.search(QUOTED.sub("", reply.text)), reply.text
        assert len(set(state.used)) == len(state.used), one["id"]
        offers = [reply.practices for reply in replies if reply.act is Act.OFFER]
        assert len(offers) == len(set(offers))
        unfollowed += sum(reply.act is Act.UNSURE for reply in replies)
        turns += len(replies)
    assert unfollowed / turns <= MOST_UNFOLLOWED


def test_what_is_given_back_is_quoted_or_turned_and_no_longer_than_a_passage(coach: Coach) -> None:
    for one in TALKS:
        state, replies = talk(one["turns"], coach)
        for said, reply in zip(one["turns"], replies, strict=True):
            assert all(len(quoted.split()) <= ALONE for quoted in quotations(reply, said))
        for at, words in state.pointed:
            turned = to_you(words) or turned_words(words)
            text = MARKS.sub("", replies[at].text).lower()
            assert any(MARKS.sub("", one).lower() in text for one in (words, turned)), words


def quotations(reply: Reply, said: str) -> list[str]:
    """Give what a reply quotes of a message."""
    return [one for found in QUOTED.findall(reply.text) if (one := found.strip('“”"')) in said]
