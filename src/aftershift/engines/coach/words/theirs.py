"""Words to somebody that are the person's own: what they told us, turned to whom they are for.

What they say they want to tell goes by its forms (`addressing`); anything else that was told and
could be said to somebody was taught (`matter`).
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from aftershift.engines.coach.drafts import Draft, Here
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.hearing.own_plans import tells_on
from aftershift.engines.coach.hearing.wants import Want
from aftershift.engines.coach.own_words.addressing import (
    addressed,
    addressed_after,
    addressed_line,
    is_charge,
)
from aftershift.engines.coach.own_words.matter import Line
from aftershift.engines.coach.own_words.whom import pronouns_in
from aftershift.engines.coach.state import Act
from aftershift.engines.coach.stock.doings import Where, where_of
from aftershift.engines.coach.stock.naming import is_of_own_deed
from aftershift.engines.coach.words.beginnings import ASKS_ELSE
from aftershift.engines.coach.words.mocking import is_mocking
from aftershift.engines.coach.words.whole_texts import ended, is_whole
from aftershift.engines.language.clinical_errors import names_an_error
from aftershift.engines.language.phrases import words_in

ASKS_AGAIN = "words_from_i"  # asks for the one thing without a charge
FIRST_WORDS = frozenset({  # all ask for the one thing that they stand before
    ASKS_AGAIN, ASKS_ELSE, "words_written", *(f"words_{where}" for where in Where),
})  # fmt: skip
AFTER = range(4, 25)  # words of an answer to first words
RECENT = 3  # replies in which words were given that may still be spoken of
SENDABLE = 0.62  # share from where on a line is given, and another beside it
_TENDER = re.compile(r"I (?:\w+ )?(?:miss|love)\b")  # is not said at work
_IS_NONE = re.compile(  # of the words that are asked for, or still about somebody
    r"\b(?:say|saying|tell|telling|write|writing|send|text|message|words?|sentences?|lines?|mouth|"
    r"draft|put it|answer|reply|note|card)\b|^(?:he|she|they)\b",
    re.IGNORECASE,
)
_MUST_SAY = re.compile(  # "I want it to say that I saw the table", of words that are looked for
    r"(?:\W*\b(?:and|but|so|ok|yes|no|well|mostly|only)\b)*\W*"
    r"(?:i(?:'d| would)? (?:want|like|need) (?:it|the \w+) to say|(?:let|make) it say|"
    r"(?:it|that|the (?:text|note|card|message|line|letter)) "
    r"(?:must|has to|should|needs to|ought to) (?:say|be clear)|can it say)\b(?: that)?\s+"
    r"(?P<what>(?:i|i'[a-z]+|we|you)\b.+)",
    re.IGNORECASE | re.DOTALL,
)
_OF_THEIR_DOING = re.compile(  # what has been going on with them, not a scene
    r"I(?:'ve| have) been (?:pretending|avoiding|hiding|thinking|keeping|wondering|"
    r"trying|putting)\b|"
    r"I (?:keep|kept) \w+ing\b"
)
_BARE = re.compile(  # says what it would do, and does not do it
    r"I(?: just)? (?:want|wanted|'d like|need)(?:ed)? to (?:thank you|say (?:sorry|"
    r"thank you|thanks)|"
    r"apologi[sz]e)(?: to you)?\.$"
)
_SELF_VERDICT = re.compile(
    r"\b(?:worst|terrible|bad|awful|rubbish|useless) (?:mum|mom|mam|mother|dad|father|parent|wife|"
    r"husband|nurse|friend|son|daughter|sister|brother|person)\b",
    re.IGNORECASE,
)
_WANTS_TO_SAY = re.compile(  # and asks for ideas
    r"\bi(?:'d like| would like| want| need) to (?:say|tell|apologi[sz]e|thank|write|text)\b"
    r"(?! you\b)"
)


def theirs(here: Here, *, only_meant: bool = False) -> Draft | None:
    """Give what they told about somebody, turned into words to them; nothing twice.

    What they say they want to tell somebody goes before any script.
    """
    lately = [one for one in here.state.lately if not is_mocking(one)]
    turned = addressed((*lately, here.heard.text), only_meant=only_meant)
    if where_of(here.state.said, here.heard.clean) is Where.WORK:
        turned = (one for one in turned if not _TENDER.match(one))
    return _turned_to_them(here, turned)


def told_before(here: Here) -> Draft | None:
    """Give the line that could most likely be sent, or two, and ask for the one thing else."""
    likely = (one for one in here.heard.told.lines if one.share >= SENDABLE)
    fits = (one for one in likely if not (_is_no_line(one.says) or _is_too_tender(here, one)))
    new = [one for one in fits if not _was_given(here, one.says)]
    whole = [one for one in new if is_whole(one.says)]
    if not whole or here.is_guarded:
        return None
    first = whole[0]
    other = next((one.says for one in whole if _is_apart(one, first)), "")
    line, ask = here.line("words_told_two" if other else "words_told"), here.line(ASKS_ELSE)
    if line is None or ask is None:
        return None
    said = line.text.replace("{said}", first.says).replace("{other}", other)
    words = replace(line, text=said, back=(first.says, *filter(None, [other])))
    return Draft(act=Act.SCRIPT, pieces=(words, ask), suggestions=(Move.MORE, Move.STEP))


def told_and_ended(here: Here) -> Draft | None:
    """Give what the person did, as they told it, with an end to it: nobody is sent a scene."""
    likely = (one.says for one in here.heard.told.lines if one.share >= SENDABLE)
    fits = [one for one in likely if not (_is_no_line(one) or pronouns_in(one))]
    deeds = [one for one in fits if is_of_own_deed(one) or _OF_THEIR_DOING.match(one)]
    deeds.sort(key=lambda one: "you" not in words_in(one.lower()))
    says = next((one for one in deeds if not _was_given(here, one)), "")
    if not says or here.is_guarded:
        return None
    words, ask = ended(here, says), here.line(ASKS_ELSE)
    if words is None or ask is None:
        return None
    return Draft(act=Act.SCRIPT, pieces=(words, ask), suggestions=(Move.MORE, Move.STEP))


def _is_no_line(says: str) -> bool:
    is_none = _IS_NONE.search(says) or _SELF_VERDICT.search(says)
    return bool(is_none) or names_an_error(says)


def _is_too_tender(here: Here, line: Line) -> bool:
    is_tender = _TENDER.match(line.says)
    return bool(is_tender) and where_of(here.state.said, here.heard.clean) is Where.WORK


def _is_apart(one: Line, other: Line) -> bool:
    (starts, ends), (begins, over) = one.told, other.told
    return one.message != other.message or ends <= begins or over <= starts


def said_for_a_step(here: Here) -> Draft | None:
    """Turn what somebody wants to say, though they ask for ideas: "I want to say sorry. Any?"."""
    is_to_say = here.reading.move is Move.STEP and _WANTS_TO_SAY.search(here.heard.clean)
    return theirs(here, only_meant=True) if is_to_say else None


def must_be_said(here: Here) -> Draft | None:
    """Turn what the words that are looked for must say: "I want it to say that I saw the table"."""
    found = _MUST_SAY.match(here.heard.text.replace("’", "'"))
    if found is None or Act.SCRIPT not in here.state.acts[-RECENT:]:
        return None
    said = addressed_line(here.state.lately, found["what"])
    return _turned_to_them(here, [said], key="words_line")


def told_after_first_words(here: Here) -> Draft | None:
    """Turn to them what was told after first words, or after the one line was asked for."""
    last = here.state.used[-1:] and here.state.used[-1].partition(".")[0]
    if last not in FIRST_WORDS or len(words_in(here.heard.clean)) not in AFTER:
        return None
    said, text = here.state.lately, here.heard.text
    is_no_line = here.heard.wants.perhaps(Want.DONE, Want.CORRECTS, Want.CHANGE)
    if tells_on(text) or is_no_line:
        return None
    if draft := _turned_to_them(here, [addressed_after(said, text)]):
        return draft
    line = here.line(ASKS_AGAIN) if is_charge(text) and not here.is_guarded else None
    if line is not None:
        return Draft(act=Act.SCRIPT, pieces=(line,), suggestions=(Move.MORE, Move.STEP))
    return _turned_to_them(here, [addressed_line(said, text)], key="words_line")


def _turned_to_them(
    here: Here, turned: Iterable[str], *, key: str = "words_theirs"
) -> Draft | None:
    """Give the first of some words that were not given yet."""
    new = (one for one in turned if one and not _was_given(here, one))
    fits = [one for one in new if not (names_an_error(one) or _BARE.match(one))]
    said = next((one for one in fits if is_whole(one)), "")
    line = here.line(key)
    if here.is_guarded or line is None or not fits:
        return None
    if not said and key == "words_theirs":
        return None
    said = said or fits[0]
    words = replace(line, text=line.text.replace("{said}", said), back=(said,))
    return Draft(act=Act.SCRIPT, pieces=(words,), suggestions=(Move.MORE, Move.YES, Move.STEP))


def _was_given(here: Here, said: str) -> bool:
    return any(said.lower() in one for one in here.state.came_back if one.endswith("."))
