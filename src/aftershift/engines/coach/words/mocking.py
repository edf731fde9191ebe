"""A question for words that is a joke on oneself: "what would I say, where's my face?".

Whoever has a bad answer ready, and hears already what the other would think, asks for no message.
They are met in it, and words are offered.
"""

import re

from aftershift.engines.coach.drafts import Draft, Here
from aftershift.engines.coach.hearing.closed_doors import is_closed
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.state import Act

_WHAT_WOULD_I = (
    r"\b(?:what|how) (?:would|could|do|should|am|can|was|were) i (?:even |ever |actually |just |"
    r"meant to |supposed to |going to |gonna |to )*(?:say|tell (?:him|her|them)|put|write|ask|text|"
    r"start)(?: (?:it|that))?(?: to (?:him|her|them|my \w+))?"
)
_REAL = (  # it goes on as a request does
    r"(?:can|could|would|will) (?:you|u)\b|any\b|something\b|some\b|maybe\b|without\b|so\b|"
    r"please\b(?! (?:be|notice|love|like|look|talk|speak)\b)|help\b|is (?:it|there)\b|"
    r"should i\b|do i\b|i (?:don'?t|want|need|can'?t|"
    r"have no|mean)\b|if\b|"
    r"when\b|about\b|in (?:a|one|two)\b|short\b|just\b|not\b|but\b|and\b|he'?s|she'?s|they'?re|"
    r"he (?:is|has)|she (?:is|has)|one\b|two\b|exactly\b|really\b|because\b|cos\b|then\b|now\b|"
    r"what (?:can|do|should|would|could)\b|how\b|nothing (?:too|long|soft)"
)
_READY = re.compile(
    rf"{_WHAT_WOULD_I}(?:\s*[,:?–—-]+\s*(?!{_REAL})(?P<bad>['\"“\u2018]?[^.?!]{{3,70}}[?!.'\"”’]))",
    re.IGNORECASE,
)
_MOCKS = re.compile(  # what the other would think of it
    r"\b(?:he|she|they)(?:'d| would|'ll| will)(?: \w+)? (?:think i|laugh|"
    r"take (?:the huff|offence|umbrage)|go mad|hate me|run a mile|have me "
    r"(?:sectioned|committed)|look at me|die|choke|call (?:the|an|a)|roll|ask (?:what i'?ve|who|if "
    r"i)|take my temperature|wonder what|phone the|ring the|drop|pee|wet|piss|never let)\b|"
    r"\b(?:yeah,? right|as if|can you imagine|imagine that|imagine|i'?d (?:die|sound (?:mad|daft|"
    r"mental|pathetic|needy|like)|look (?:mad|daft|needy))|i would (?:die|sound|look)|"
    r"sounds? (?:mad|daft|mental|pathetic|needy|ridiculous|stupid))\b",
    re.IGNORECASE,
)
_ASKS_US = re.compile(
    r"\b(?:can|could|would) (?:you|u) (?:help|write|give|put|word)|\bhelp me\b", re.IGNORECASE
)
_SPOKEN = re.compile(  # what nobody would say in earnest
    r"^['\"“\u2018]|^(?:hi|hey|hello|oh|dear|excuse me|where'?s|please (?:notice|love|"
    r"look)|by the way|"
    r"oi|surprise|guess what|mum|mam|darling|remember me)\b",
    re.IGNORECASE,
)


def mocks_what_they_would_say(here: Here) -> Draft | None:
    """Meet who answers their own question for words with a joke, and offer some."""
    if here.heard.tapped or not is_mocking(here.heard.text) or here.is_guarded:
        return None
    if is_closed((*here.state.said, here.heard.text)):
        return None
    line = here.line("words_mocked")
    return line and Draft(act=Act.REFLECT, pieces=(line,), suggestions=(Move.WORDS, Move.STEP))


def is_mocking(text: str) -> bool:
    """Say whether a text asks what to say and answers itself with what could never be said."""
    plain = text.replace("’", "'")
    found = _READY.search(plain)
    if found is None:
        return False
    return not _ASKS_US.search(plain) and bool(
        _MOCKS.search(plain) or _SPOKEN.match(found["bad"].strip())
    )
