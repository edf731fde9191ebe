"""May this text leave? Every sentence that is about to be shown is asked, whoever wrote it.

A text with any fault may not leave: what replaces it is an authored line. The check knows words,
and `output_meaning` behind it what some of them mean, so it is the last of several locks and not
the only one: the embedded coach speaks authored text alone, and a language model is bypassed while
somebody is at risk.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aftershift.engines.language.cleaning import LONGEST
from aftershift.engines.safety.output_figures import Ledger, figures
from aftershift.engines.safety.output_kinds import Fault, FaultKind, Speaker, State
from aftershift.engines.safety.output_rules import Asked, RuleBook
from aftershift.engines.safety.output_text import Sentence, quoted, sentences, spelt_out
from aftershift.engines.safety.phi import Kind, find_phi
from aftershift.engines.safety.phi_words import PhiWords

_MARKUP = re.compile(
    r"<[/!?a-z]|\]\(|&#?[a-z0-9]{1,8};|```|javascript:|data:text|on(?:error|load|click)\s{0,3}=",
    re.I,
)
_LINK = re.compile(
    r"(?:[a-z]{2,10}://|www\.)[^\s<>\"')]{0,300}"
    r"|(?<![a-z0-9.@-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|io|info|app|co|ai|me|xyz|example)"
    r"(?![a-z0-9-])",
    re.I,
)
_NUMBER = re.compile(r"\+?\d[\d -]{1,20}\d")
_PAPER = re.compile(r"\b10\.\d{4,9}/[\w./:-]{1,100}")
_HOURS = re.compile(r"\b(?:[01]\d|2[0-3])(?:[0-5]\d)?-(?:[01]\d|2[0-4])(?:[0-5]\d)?\b")
# Dates and things lead to a patient in what a person tells; what we write has dates of its own.
_NAMING = frozenset(Kind) - {Kind.DATE, Kind.RARE, Kind.DEVICE, Kind.URL}
_DOT = "\N{MIDDLE DOT}"
_APART = re.compile(r"[ -]")
_SITE = re.compile(r"^[a-z]{2,10}://|^www\.|/.*$", re.I)


@dataclass(frozen=True, kw_only=True, slots=True)
class OutputBook:
    """Everything that is looked for, and what is known to lead to no patient.

    `numbers` and `sites` are those of the help lines; `names` are theirs, and other public ones.
    """

    rules: RuleBook
    ledger: Ledger
    words: PhiWords
    numbers: frozenset[str]
    sites: frozenset[str]
    names: tuple[str, ...] = ()


def check(
    text: str,
    book: OutputBook,
    *,
    state: State = State.ORDINARY,
    speaker: Speaker = Speaker.COACH,
) -> tuple[Fault, ...]:
    """Give every reason why a text may not leave, in its order; none, and it may.

    `state` is what is true of the person who would read it. `speaker` is SCRIPT for words that are
    offered to the person to say as their own. Spans are in code points of the text as given.
    """
    if len(text) > LONGEST:
        reason = f"longer than {LONGEST} letters"
        return (Fault(kind=FaultKind.LENGTH, starts=LONGEST, ends=len(text), reason=reason),)
    said = spelt_out(text)
    asked = Asked(speaker=speaker, state=state, quoted=quoted(said.text))
    found = [
        Fault(kind=kind, starts=starts, ends=ends, reason=reason)
        for sentence in sentences(said.text)
        for kind, at, reason in _in_sentence(sentence, book, asked)
        for starts, ends in [said.original(sentence.starts + at[0], sentence.starts + at[1])]
    ]
    found += [*_shapes(text, book), *_patients(text, book)]
    return tuple(dict.fromkeys(sorted(found, key=lambda one: (one.starts, one.ends, one.kind))))


def may_leave(text: str, book: OutputBook) -> bool:
    """Say whether the coach may say a text to somebody of whom nothing special is true."""
    return not check(text, book)


def _in_sentence(
    sentence: Sentence, book: OutputBook, asked: Asked
) -> Iterator[tuple[FaultKind, tuple[int, int], str]]:
    doubted = book.rules.doubts(sentence)
    for hit in book.rules.hits(sentence, asked):
        if not (doubted and hit.refusal.kind is FaultKind.FOLKLORE):
            yield hit.refusal.kind, (hit.starts, hit.ends), hit.refusal.why
    for starts, ends in () if doubted else figures(sentence.text):
        if not book.ledger.holds(sentence.text[starts:ends], sentence.text):
            yield FaultKind.FIGURE, (starts, ends), "a number that is not in our ledger, of this"
            break  # one is enough


def _shapes(text: str, book: OutputBook) -> Iterator[Fault]:
    """Find what is no plain text, and links to places that we do not know."""
    for one in _MARKUP.finditer(text):
        yield _fault(FaultKind.MARKUP, one.span(), "no plain text")
    for one in _LINK.finditer(text):
        if _SITE.sub("", one.group()).casefold() not in book.sites:
            yield _fault(FaultKind.MARKUP, one.span(), "a link to a place that we do not know")


def _patients(text: str, book: OutputBook) -> Iterator[Fault]:
    """Find what leads to a patient in what is left without what everybody may know."""
    for one in find_phi(_without_public(text, book), book.words).spans:
        if one.kind in _NAMING:
            yield _fault(FaultKind.PATIENT, (one.start, one.end), f"leads to a patient: {one.kind}")


def _without_public(text: str, book: OutputBook) -> str:
    """Write dots over public names, numbers, addresses and papers, letter for letter."""

    def number(found: re.Match[str]) -> str:
        known = _APART.sub("", found.group()) in book.numbers
        return _DOT * len(found.group()) if known else found.group()

    def site(found: re.Match[str]) -> str:
        known = _SITE.sub("", found.group()).casefold() in book.sites
        return _DOT * len(found.group()) if known else found.group()

    for name in book.names:
        text = text.replace(name, _DOT * len(name))
    for public in (_PAPER, _HOURS):
        text = public.sub(lambda found: _DOT * len(found.group()), text)
    return _LINK.sub(site, _NUMBER.sub(number, text))


def _fault(kind: FaultKind, span: tuple[int, int], reason: str) -> Fault:
    return Fault(kind=kind, starts=span[0], ends=span[1], reason=reason)
