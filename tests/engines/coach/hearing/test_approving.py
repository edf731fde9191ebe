"""A pleased yes in the clothes of a no, and the real noes beside it."""

import pytest

from aftershift.engines.coach.hearing.approving import is_pleased

PLEASED = (
    "ha you've left no room right enough. i might add one wee dig. no i won't",
    "no that's perfect", "no, good", "ha fair", "no you're right", "nah that's mint",
    "naw that's braw hen", "no no it's lovely, thank you", "haha no you got me", "haha no notes",
    "no complaints here", "lol fair point", "I can't argue with that", "wouldn't change a word",
    "not bad at all", "ha. you're not wrong", "I don't hate it", "never thought of that",
    "no, that'll do nicely", "no I like it", "och no that's grand",
    "i was going to put a smiley at the end. no, i'll behave",
    "i nearly said 'again'. nah, best not",
    "I could add something about the dishes… no. leave it out", "haha touché",
    "no honestly that's spot on", "wouldn't have thought of that, that's clever",
    "no harm in that", "sure why not", "ha right enough", "no that works", "can't fault it",
    "nah yeah that's it exactly", "no it's how i'd say it", "nothing to lose", "no excuses now",
    "I want to add a line about his mother. No. I won't.",
)  # fmt: skip
REFUSED = (
    "no that's not me at all", "no good", "no, that's too soft", "no thanks", "ha no way",
    "lol he'd laugh at that", "haha she'd think i was drunk", "lol no chance", "haha as if",
    "that's perfect but he'd never read it", "fair but no", "no i won't", "no i won't do that",
    "nah not for me", "no that's good for other people, not us", "ha. no", "no we tried that",
    "no, i'd never say that", "not that, he hates notes", "no you're not listening",
    "no that's her, not me", "I can't do that", "not bad but not my voice",
    "no it's fine but i'd rather not", "no that's right for a normal family", "nice but no",
    "i wouldn't say that, sounds american", "it's good only he won't be home",
    "ha, fair enough, but i've no time", "i might write to her. no, she won't answer",
    "i wanted to hug him. no he walked off", "no i'm good thanks", "no it's ok",
    "no you're grand", "no that's exactly what she'd hate", "don't like it",
    "no it's better if i say nothing", "no, something else", "no its not bad exactly",
)  # fmt: skip


@pytest.mark.parametrize("text", PLEASED)
def test_who_likes_it_has_refused_nothing(text: str) -> None:
    assert is_pleased(text)


@pytest.mark.parametrize("text", REFUSED)
def test_a_real_no_stays_one(text: str) -> None:
    assert not is_pleased(text)
