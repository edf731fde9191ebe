"""Words that were given, in another form: shorter, without something, in another order.

"Cut it to the bone", "leave the sorry out", "the thanks first": what is asked of words that stand
there already can be done to them. Nothing is put into them that was not in them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from aftershift.engines.coach.drafts import Draft, Here, Piece
from aftershift.engines.coach.hearing.closed_doors import is_closed
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.hearing.wants import Want
from aftershift.engines.coach.state import Act
from aftershift.engines.language.phrases import words_in

FEWEST = 2  # words that may be left
_SHORTER = re.compile(
    r"\b(?:short(?:er|en)?|brief(?:er)?|trim\w*|cut (?:it|that|this|them|in half|down|to)|half|"
    r"fewer|less words|(?:too|bit|very) (?:long|wordy|much)|too many words|tighter|bones?|wordy|"
    r"essay|sermon|speech|one (?:line|sentence|breath)|only the (?:first|last)|smaller)\b"
)
_WHAT = r"(?:the |that |this |my |any |all )?(?:(?:word|bit|part|line|stuff) (?:about|with|of) )?"
_OUT = (
    "without|minus|drop|lose|scratch|delete|remove|bin|skip|strike|cut out|leave out|take out|"
    "leave off|not"
)
_LEFT_OUT = tuple(
    re.compile(one)
    for one in (
        r"\b(?:leave|take|keep|cut|get|drop) (?P<what>[^,.!?;]{2,40}?) out\b",
        rf"\b(?:{_OUT}) {_WHAT}(?P<what>[^,.!?;]{{2,30}})",
        rf"\bno {_WHAT}(?P<what>[^,.!?;]{{2,30}})",
    )
)
_MAY_GO_WITHOUT = re.compile(  # "could i say it without the 'i feel'?"
    r"\b(?:can|could|may|might|should|is there a way|how (?:do|can|could)) (?:i|you|it|we|to)\b"
    r"[^.?!]{0,30}?\b(?:without|minus|not use|leave out|skip|avoid) (?:the |that |any |"
    r"saying |using )*"
    r"['\"]*(?P<what>[a-z' ]{2,24}?)['\"]*(?= ?(?:[.,?!;]|$)|['\"])"
)
_OUT_WITH = re.compile(  # "remove the part about being busy"
    r"(?:(?:ok|yes|good|but|and|please|can you|could you)[ ,.]+)*(?:remove|leave out|take out|drop|"
    r"delete|cut) (?:the |that |any )*(?:part|bit|line|stuff|thing|word)s? (?:about|with|of) "
    r"(?:being |the |my )*(?P<what>[a-z' ]{2,24}?)(?= ?(?:[.,?!;]|$))"
)
_FIRST = re.compile(
    r"\b(?:the )?(?P<what>[^,.!?;]{2,30}?) (?:should (?:go|come|be) |goes )?first\b"
)
_LAST = re.compile(
    r"\b(?:the )?(?P<what>[^,.!?;]{2,30}?) (?:should (?:go|come|be) )?"
    r"(?:last|at the end)\b"
)
_TURNED_ROUND = re.compile(
    r"\b(?:other way (?:round|around)|swap(?: them| it)?|(?:other|another|different|reverse) order|"
    r"back to front|turn it round)\b"
)
LATELY = 2  # replies after which something may still be said of words
_OF_THE_WORDS = re.compile(  # how they shall be, what shall be in them and what not
    r"\b(?:it|that|this) (?:should|must|has to) (?:not )?(?:start|begin|end|have|be|sound)\b|"
    r"\b(?:make|keep) it\b(?! (?:home|to|through|back|up|out)\b)|\bget it down to\b|"
    r"\bwith (?:the|an?|my|his|her|their) (?:\w+ ){1,4}in it\b|\bsecond version\b|"
    r"\bleave out\b|\bleave (?:\w+ ){1,4}out\b|\bput (?:\w+ ){1,4}in\b|"
    r"\b(?:don'?t|do not|won'?t|will not|not|never|no need to) (?:to )?mention\b|"
    r"\bi will not mention\b|\bno (?:words?|mention) (?:like|of|about)\b|\bno \w+ in it\b|"
    r"\bif it'?s not (?:from )?me\b"
)
_MAY_THEY = re.compile(  # "could i say it without the sorry?", "shorter?"
    r"\b(?:could|can|may|should|shall|would) (?:i|it|we) (?:also |just |maybe |even )?(?:say|send|"
    r"write|put|do|leave|skip|drop|cut|make|be|go)\b(?P<how>[^?.!]*)\?|"
    r"\b(?:what if|ok if|okay if|alright if) i (?:leave|skip|drop|cut|say)\b(?P<if>[^?.!]*)\?|"
    r"(?:^|[.!,] )(?:and |or |but )?(?P<bare>(?:shorter|less formal|without [^?.!]{2,30}))\?"
)
_MUST_THEY = re.compile(
    r"\b(?:do i (?:have|need) to|must i|should i really|does it have to|does it need to) "
    r"(?:say|write|put|mention|have|be|include|use)\b[^?.!]*\?"
)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_JOINT = re.compile(
    r",? (?:and|but|because|so|cos|though|when|while|since|which) (?=(?:i|it|you|we|that|there)\b)|"
    r", ",
    re.IGNORECASE,
)
_JOINS = re.compile(r"^(?:and|but|because|so|cos|though|which) ", re.IGNORECASE)
_HEART = re.compile(
    r"\b(?:sorry|thank\w*|love|miss\w*|proud|i'd like|i want|i need|i wish|could you|can you|"
    r"can i|could i|would you|please|i can't)\b",
    re.IGNORECASE,
)
_EMPTY = frozenset({
    "the", "a", "an", "it", "that", "this", "them", "one", "ones", "too", "so", "be", "is", "my",
    "your", "and", "or", "but", "of", "for", "to", "me", "you", "i", "we", "please", "just", "more",
    "like", "such", "thing", "things", "stuff", "any", "all", "bit", "part", "word", "words",
    "line", "not", "no",
})  # fmt: skip


def reworks(here: Here) -> Draft | None:
    """Give the words of the last reply in the form that is asked for, where it can be had so."""
    is_closed_door = is_closed((*here.state.said, here.heard.text))
    if not here.state.words or here.heard.tapped or here.is_guarded or is_closed_door:
        return None
    if draft := _is_without(here):
        return draft
    if _is_made_anew(here):
        return None
    is_wanted = here.reading.move is Move.SHORTER or here.heard.wants.surely(Want.CHANGE)
    said = reworked(here.state.words, here.heard.clean) if is_wanted else ""
    line = here.line("words_reworked") if said else None
    if line is None:
        return None
    given = replace(line, text=line.text.replace("{said}", said))
    return Draft(act=Act.SCRIPT, pieces=(given,), suggestions=(Move.MORE, Move.YES, Move.STEP))


def answers_about_words(here: Here) -> Draft | None:
    """Say yes to who asks whether words that were given may be otherwise, changed where they can.

    What need not be said may be left out: nobody is told to say what is not theirs.
    """
    was_given = Act.SCRIPT in here.state.acts[-LATELY:] and not here.heard.tapped
    is_closed_door = is_closed((*here.state.said, here.heard.text))
    if not was_given or here.is_guarded or is_closed_door:
        return None
    if draft := _is_without(here):
        return draft
    asked = here.heard.clean
    line = here.line("words_need_not") if _MUST_THEY.search(asked) else _yes(here, asked)
    return line and Draft(
        act=Act.SCRIPT, pieces=(line,), suggestions=(Move.MORE, Move.YES, Move.STEP)
    )


def _yes(here: Here, asked: str) -> Piece | None:
    may = _MAY_THEY.search(asked)
    is_out = may is not None and any(one.search(may[0]) for one in _LEFT_OUT)
    is_short = may is not None and _SHORTER.search(may[0])
    if not (is_out or is_short):
        return None
    if said := reworked(here.state.words, asked):
        line = here.line("words_yes")
        return line and replace(line, text=line.text.replace("{said}", said))
    return here.line("words_yes_out" if is_out else "words_yes_short")


def _is_made_anew(here: Here) -> bool:
    """Say whether a whole text that was given has a shorter one beside it."""
    kinds = ("whole_thanks", "whole_again", "words_about")
    was_made = any(one.startswith(kinds) or ".about." in one for one in here.state.used[-2:])
    return was_made and bool(_SHORTER.search(here.heard.clean))


def _is_without(here: Here) -> Draft | None:
    """Say that what shall be left out is not in the words that were given: "without the i feel"."""
    asked = here.heard.clean
    found = _MAY_GO_WITHOUT.search(asked) or _OUT_WITH.match(asked)
    named = frozenset(words_in(found["what"])) - _EMPTY if found else frozenset()
    new = [one for one in here.state.words if named.isdisjoint(words_in(one.lower()))]
    line = here.line("words_without") if named and new else None
    if line is None or len(new) < len(here.state.words):
        return None
    given = replace(line, text=line.text.replace("{said}", new[0]))
    return Draft(act=Act.SCRIPT, pieces=(given,), suggestions=(Move.MORE, Move.YES, Move.STEP))


def minds(here: Here) -> Draft | None:
    """Agree to what is said of words that were given or asked for: "and don't mention Jean"."""
    is_told = here.reading.move in (Move.TELLS, Move.SHORTER) and not here.heard.tapped
    was_given = Act.SCRIPT in here.state.acts[-LATELY:]
    if not (is_told and was_given and _OF_THE_WORDS.search(here.heard.clean)):
        return None
    line = None if here.is_guarded else here.line("words_minded")
    return line and Draft(act=Act.SCRIPT, pieces=(line,), suggestions=(Move.MORE, Move.STEP))


def reworked(words: Sequence[str], asked: str) -> str:
    """Give the first of some words that can be had as a clean text asks for them; "" if none can.

    Of several, for different purposes, none is cut: the plainer ones of each are given elsewhere.
    """
    ways = (_left_out, _moved) if len(words) > 1 else (_left_out, _moved, _shortened)
    said = (way(one, asked) for way in ways for one in words)
    return next((one for one in said if one not in words and len(one.split()) >= FEWEST), "")


def _left_out(words: str, asked: str) -> str:
    """Leave out each sentence, or else the clause, in which something stands that shall not."""
    named = _named(_LEFT_OUT, asked)
    if not named.intersection(words_in(words.lower())):
        return ""

    def holds(text: str) -> bool:
        return not named.isdisjoint(words_in(text.lower()))

    kept = [one for one in _SENTENCE.split(words) if not holds(one)]
    if kept:
        return " ".join(kept)
    clauses = [one for one in _JOINT.split(words) if not holds(one)]
    return _whole(clauses[0]) if clauses else ""


def _moved(words: str, asked: str) -> str:
    """Put first, or last, the sentence in which what is named stands; or turn the order round."""
    sentences = _SENTENCE.split(words)
    if len(sentences) < FEWEST:
        return ""
    if _TURNED_ROUND.search(asked):
        return " ".join(reversed(sentences))
    for pattern, is_first in ((_FIRST, True), (_LAST, False)):
        named = _named((pattern,), asked)
        found = [one for one in sentences if not named.isdisjoint(words_in(one.lower()))]
        rest = [one for one in sentences if one not in found]
        if found:
            return " ".join((*found, *rest) if is_first else (*rest, *found))
    return ""


def _shortened(words: str, asked: str) -> str:
    """Keep the sentence that says it, or of a single one what stands before its first joint."""
    if not _SHORTER.search(asked):
        return ""
    sentences = _SENTENCE.split(words)
    if len(sentences) > 1:
        return next((one for one in sentences if _HEART.search(one)), sentences[0])
    return _whole(_JOINT.split(words)[0])


def _named(patterns: Sequence[re.Pattern[str]], asked: str) -> frozenset[str]:
    found = (one for pattern in patterns for one in pattern.finditer(asked))
    return frozenset(word for one in found for word in words_in(one["what"])) - _EMPTY


def _whole(clause: str) -> str:
    said = _JOINS.sub("", clause.strip(" ,;"))
    return f"{said[:1].upper()}{said[1:]}" + ("" if said[-1:] in ".!?" else ".") if said else ""
