"""Eighty ordinary talks of another hand: what the craft asks of every reply, on real input."""

from tests.conversations.talking import authored, talk
from tests.library.test_coach import BANNED

from aftershift.engines.coach.drafts import QUOTED, asks
from aftershift.engines.coach.giving_back import SHORT
from aftershift.engines.coach.state import Act, Reply
from aftershift.listening import Coach

TALKS = authored("talks", "talk")
MOST_UNFOLLOWED = 0.12  # of all turns: it says that it did not follow
REPEATED = 0


def test_every_reply_keeps_to_the_craft(coach: Coach) -> None:
    unfollowed = turns = 0
    for one in TALKS:
        state, replies = talk(one["turns"], coach)
        asked = [asks(reply.text) for reply in replies]
        assert not any(asked[at : at + 3] == [True] * 3 for at in range(len(asked))), one["id"]
        for reply in replies:
            assert 1 <= len(reply.text.split()) <= 90, reply.text
            assert QUOTED.sub("", reply.text).count("?") <= 1, reply.text
            assert not BANNED.search(reply.text), reply.text
        assert len(set(state.used)) == len(state.used), one["id"]
        offers = [reply.practices for reply in replies if reply.act is Act.OFFER]
        assert len(offers) == len(set(offers))
        unfollowed += sum(reply.act is Act.UNSURE for reply in replies)
        turns += len(replies)
    assert unfollowed / turns <= MOST_UNFOLLOWED


def test_no_reply_gives_back_more_than_four_words_in_a_row_unless_it_quotes(coach: Coach) -> None:
    for one in TALKS:
        _state, replies = talk(one["turns"], coach)
        for said, reply in zip(one["turns"], replies, strict=True):
            assert all(len(quoted.split()) < SHORT.stop for quoted in quotations(reply, said))
            plain = QUOTED.sub(" … ", reply.text)
            words, back = said.lower().split(), f" {' '.join(plain.lower().split())} "
            runs = (" ".join(words[at : at + 6]) for at in range(len(words) - 5))
            assert not any(f" {run} " in back for run in runs), (said, reply.text)


def quotations(reply: Reply, said: str) -> list[str]:
    """Give what a reply quotes of a message."""
    return [one for found in QUOTED.findall(reply.text) if (one := found.strip('“”"')) in said]
