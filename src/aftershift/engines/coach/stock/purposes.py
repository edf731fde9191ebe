"""What words to somebody are there to do: to say sorry, to say no, to ask for a hand.

What people tell is one of a kind, and no theme knows a lost cardigan. What they want to do by
saying something is one of a few. Which one is heard in what was told, and of the two or three that
are likely each is named with its words: whoever asks can see which is theirs. Of what another
writer tells, the right one is the first in four of ten and among three in seven.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from aftershift.engines.basics.recall import Rows
from aftershift.engines.language.choosing import Chooser, log_odds, shares

MOST = 3  # purposes that are named
FIRST, THIRD = 0.02, 0.08  # shares from which on the first two are, and the third
CLEAR = 0.4  # share of the likeliest from where on any is named
_SENTENCES = re.compile(r"[.!?] (?:so |and |but |please )*")
_NOT_SO = re.compile(  # they say how words do not sound right
    r"(?!.*\b(?:i(?:'d(?! been\b)|'ll| will| would)|but (?!no\b|not\b|it'?s too\b))\b)"
    r"(?:(?:no|haha|hmm?|ah|aye|ei|well|but|ok|please|it'?s|that'?s|that|dat|yeah|nah|sounds?|"
    r"it is),? )*"
    r"(?:(?:(?:(?:a )?(?:wee |little )?bit|a little|way too|too|very) (?:\w+ )?|(?<=is )|(?<=s ))"
    r"(?:fancy|pretty|soft|long|formal|stiff|posh|much|nice|short|cold|hard|strong|english|polite|"
    r"many words|grand|flash|polished|clever|polite|neat|sweet|sad|gentle|heavy|flowery|mushy|"
    r"serious|corny|cheesy|cute|churchy|businesslike|like (?:a|an|from|something|hr)\b)|"
    r"half that\b|less\b|not (?:so|that|like an?)\b|"
    r"i don'?t (?:talk|speak|write) (?:like (?:this|that)|so)\b|"
    r"not how (?:we|i|you|he|she|they|people) (?:talk|speak|write|say)\b)"
)
_NEVER_SAID = re.compile(
    r"(?:(?:no|nah|haha|hmm?|but|and|well),? )*i(?:'d| would) never (?:say|write|talk|put)\b|"
    r"(?:he|she|they)(?:'d| would|'ll) (?:(?:know|ask|think|wonder) (?:who|i (?:copied|got))|"
    r"run a mile|cringe|die laughing|roll (?:his|her|their) eyes)\b"
)
_HOW = re.compile(  # what they add says how words shall sound, and not what
    r"(?:\w+ )?(?:conditions?|rules?):? |"
    r"could it be (?:\w+ )?(?:lines?|words|sentences?|shorter)\b|"
    r"(?:[^.]{0,24}[.,] )?(?:but )?make it (?:\w+ )?(?:short|simpl|soft|firm|plain|warm|kind)er\b|"
    r"(?:\w+ )?(?:something (?:short|tiny|small|light|plain)|"
    r"just (?:the |a )?one (?:line|sentence)|(?:it|that) (?:can'?t|can ?not|must(?:n'?t| not)?|"
    r"should(?:n'?t)?|has to) (?:\w+ )?(?:sound|be|read|look)|"
    r"nothing like\b|(?:and |but )?no (?:\w+ ){1,5}in it\b|"
    r"nothing (?:formal|long|big|fancy)|short\b|not (?:too )?(?:long|formal)|"
    r"whatever i (?:say|write|put)\b|i don'?t want to (?:mention|use)\b|"
    r"(?:one thing,? )?don'?t (?:have|make|let) me\b|leave (?:\w+ ){1,4}out\b|nothing about\b|"
    r"(?:\w+ ){1,4}should ?(?:n'?t| not) be mentioned\b)"
)


class Tone(IntEnum):
    """The places of a purpose's eight lines."""

    SOFT, SOFTER, PLAIN, PLAINER, PLAINEST, SHORT, ASKING, FIRM = range(8)


class Register(IntEnum):
    """How whole texts sound; the places of a purpose's lines that name what they are about."""

    SOFT, PLAIN, SHORT, WARM = range(4)


@dataclass(frozen=True, kw_only=True, slots=True)
class Purpose:
    """One purpose ("to say sorry"), its words, and what is told by those who have it.

    `says` are eight lines, in the order of `Tone`; `abouts` four more that name what they are about
    ("{about}"), in the order of `Register`. All can be sent as they stand. `tellings` are names of
    what teaches it; one without any is only ever named by a request. `least` is the share from
    which on it may be named; one that `is_close` is not for work, nor for neighbours. `beside` is
    one that is told alike: who hurt whom is not heard in what was told.
    """

    id: str
    to: str
    says: tuple[str, ...]
    abouts: tuple[str, ...] = ()
    tellings: tuple[str, ...] = ()
    least: float = FIRST
    is_close: bool = False
    beside: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Purposes:
    """A chooser among what is told, in the order of `names`, and what each of it is told for."""

    chooser: Chooser
    names: tuple[str, ...]
    purposes: tuple[Purpose, ...]

    def heard(self, text: str, rows: Rows) -> tuple[tuple[str, float], ...]:
        """Give each purpose with its share in what was told lately, the likeliest first.

        `rows` are (1, width), or none, and then nothing is heard.
        """
        if not len(rows):
            return ()
        each = dict(zip(self.names, shares(log_odds([text], rows, self.chooser))[0], strict=False))
        found = {
            one.id: float(np.sum([each[name] for name in one.tellings]))
            for one in self.purposes
            if one.tellings
        }
        return tuple(sorted(found.items(), key=lambda one: -one[1]))


def likely(
    heard: Iterable[tuple[str, float]], known: Iterable[Purpose], *, is_close: bool
) -> tuple[str, ...]:
    """Name the purposes that are likely enough to be named beside one another, at most three."""
    by_id = {one.id: one for one in known}
    fit = [
        (name, share)
        for name, share in heard
        if share >= by_id[name].least and (is_close or not by_id[name].is_close)
    ]
    found = [name for at, (name, share) in enumerate(fit[:MOST]) if at < 2 or share >= THIRD]
    beside = by_id[found[0]].beside if found else ""
    return tuple(found) if beside in ("", *found) else (*found[: MOST - 1], beside)


def tone_after(tone: Tone, said: Sequence[int]) -> int:
    """Say which tone comes after some that were said: the first that was not, from one on."""
    order = [(tone + step) % len(Tone) for step in range(len(Tone))]
    return next((one for one in order if one not in said), tone)


def says_how(text: str) -> bool:
    """Say whether a clean text says how words shall sound: "it can't sound formal"."""
    return any(map(_HOW.match, _SENTENCES.split(text)))


def says_not_so(text: str) -> bool:
    """Say whether a clean text says how words do not sound right: "bit fancy for me"."""
    said = _SENTENCES.split(text)
    return any(map(_NOT_SO.match, said)) or any(map(_NEVER_SAID.match, said))
