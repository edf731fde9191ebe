"""Blame for what is past -> one ask for what is to come.

Feedforward is Goldsmith's word (2002): something for the future, since nobody can change the past.
What was not done becomes what is asked for; of what was done, only its writer knows what they would
like instead, and is asked. Little grammar, so it errs; the page leaves each ask to be changed.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from aftershift.engines.language.cleaning import clean
from aftershift.engines.wording.cues import WordBook
from aftershift.engines.wording.lines import sentences_of
from aftershift.engines.wording.sbi import Says, label
from aftershift.engines.wording.verbs import plain_verb

OPEN = "Next time, could you [what you would like instead]?"
_WHO = r"(?:you|u|he|she|they|nobody|no one)"
_MERELY = r"(?:even|just|ever|once|really|simply|actually|at least)"
_WORD = r"([a-z']+)"
_REST = r"([^.!?;]*)"
# Times of what is past, and what only rubs it in.
_PAST_TIMES = re.compile(
    r",? ?\b(?:(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:night|morning))?|yesterday|"
    r"last (?:night|week|month|year|time|weekend)|this (?:morning|week|month)|again|as usual|"
    r"(?:once|twice|\w+ times)(?: (?:this|last) \w+)?|for the \w+ time|once more|either|at all)"
    r"(?=$|[ ,])"
)
_BACK = re.compile(
    r"\b(when|before|until|after|if|as soon as|while) (you|i|we|they)(?:'d)? ([a-z]+)"
)
_WOULD = re.compile(r"\b(you|i|we)'d (?=be\b)")
_CUTS = re.compile(r",? (?:and|but|so|because|which|like you|instead you|you just)\b.*$")
_WENT_BEFORE = re.compile(r"\b(?:promised|said|swore|told me) (?:to|that|you)\b")
_STOPS = {"interrupting me": "let me finish", "talking over me": "let me finish"}


class Found(StrEnum):
    """What was found in a text that blames."""

    REQUEST = "request"  # an ask stands there already
    UNDONE = "undone"  # what was not done
    DONE = "done"  # only what was done, or nothing that can be turned


@dataclass(frozen=True, kw_only=True, slots=True)
class Forward:
    """The one ask that a text was turned to, and from which words of it."""

    found: Found
    ask: str
    of: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Way:
    """One way to blame: what it looks like, when the ask is for, and how it is made."""

    looks: re.Pattern[str]
    opens: str
    made: Callable[[re.Match[str]], str]


def _doing(found: re.Match[str]) -> str:
    return f"{found[1]} {found[2]}"


def _plainly(found: re.Match[str]) -> str:
    return f"{plain_verb(found[1])} {found[2]}"


def _not_doing(found: re.Match[str]) -> str:
    return f"not {plain_verb(found[1])} {found[2]}"


def _first(found: re.Match[str]) -> str:
    return f"{plain_verb(found[1])} {_ahead(found[2])} first"


def _stopping(found: re.Match[str]) -> str:
    said = f"{found[1]} {found[2]}"
    known = next((one for one in _STOPS if said.startswith(one)), "")
    return f"{_STOPS[known]}{said[len(known) :]}" if known else f"stop {said}"


def _way(looks: str, opens: str, made: Callable[[re.Match[str]], str]) -> _Way:
    return _Way(looks=re.compile(looks), opens=opens, made=made)


_THEN, _ON, _NOW = "Next time, could you", "From now on, could you", "Could you"
_DO = rf"(?:{_MERELY} )*"
_WAYS = (
    _way(rf"\bwhy (?:didn't|did not) {_WHO} {_DO}{_WORD}{_REST}", _THEN, _doing),
    _way(rf"\bwhy (?:can't|don't|won't) {_WHO} {_DO}{_WORD}{_REST}", _ON, _doing),
    _way(
        rf"\b(?:always|keep|keeps) (?:forget|forgets|forgetting) to {_DO}{_WORD}{_REST}",
        _ON,
        _doing,
    ),
    _way(
        rf"\b(?:forgot|failed|refused|neglected|(?:didn't|did not|couldn't be) bother(?:ed)?) to"
        rf" {_DO}{_WORD}{_REST}",
        _THEN,
        _doing,
    ),
    _way(
        rf"\b(?:shouldn't|should not|needn't) (?:have|of) {_DO}{_WORD}{_REST}",
        _THEN,
        _not_doing,
    ),
    _way(
        r"\b(?:should|could|might|ought to)(?: at least)?(?: have|'ve| of) "
        rf"{_DO}{_WORD}{_REST}",
        _THEN,
        _plainly,
    ),
    _way(rf"\bwithout {_DO}([a-z]+ing){_REST}", _THEN, _first),
    _way(rf"\b{_WHO} (?:keep|keeps|kept) (?:on )?([a-z]+ing){_REST}", _ON, _stopping),
    _way(rf"\b{_WHO}(?:'ve|'s| have| has)? never {_DO}{_WORD}{_REST}", _ON, _plainly),
    _way(
        rf"\b{_WHO} (?:haven't|have not|hasn't|has not) {_DO}{_WORD}{_REST}",
        _NOW,
        _plainly,
    ),
    _way(rf"\b{_WHO} (?:didn't|did not) {_DO}{_WORD}{_REST}", _THEN, _doing),
    _way(
        rf"\b{_WHO} (?:don't|do not|doesn't|does not|won't|will not) {_DO}{_WORD}{_REST}",
        _ON,
        _doing,
    ),
)
# "You don't care": a verdict, of which no ask can be made.
_NO_DEED = frozenset(
    {
        *("care", "know", "understand", "love", "respect", "want", "mean", "like", "deserve"),
        *("give", "be", "trust", "have", "get"),
    }
)


def look_ahead(text: str, book: WordBook) -> Forward:
    """Turn blame to one ask: an ask that stands there, else the first thing that was not done."""
    parts = tuple(sentences_of(text))
    asked = next((one for one in parts if label(one, book) is Says.REQUEST), "")
    if asked:
        return Forward(found=Found.REQUEST, ask=asked, of=asked)
    turned = next((one for part in parts for one in _turned(part)), None)
    return turned or Forward(found=Found.DONE, ask=OPEN)


def _turned(sentence: str) -> Iterator[Forward]:
    said = clean(sentence).text
    if _WENT_BEFORE.search(said):
        return
    for way in _WAYS:
        found = way.looks.search(said)
        if found and plain_verb(found[1]) not in _NO_DEED:
            ask = " ".join(_ahead(way.made(found)).split())
            if ask:
                yield Forward(found=Found.UNDONE, ask=f"{way.opens} {_cased(ask)}?", of=sentence)
                return


def _ahead(said: str) -> str:
    """Give what was said of the past as it is said of what is to come."""
    cut = _CUTS.sub("", said).strip(" ,:")
    lasting = _WOULD.sub(lambda one: f"{one[1]}'ll ", _PAST_TIMES.sub("", cut))
    return _BACK.sub(_now, lasting).strip(" ,")


def _now(found: re.Match[str]) -> str:
    is_ = {"was": "am", "were": "are"}
    return f"{found[1]} {found[2]} {is_.get(found[3]) or plain_verb(found[3])}"


def _cased(text: str) -> str:
    return re.sub(r"\bi\b", "I", text)
