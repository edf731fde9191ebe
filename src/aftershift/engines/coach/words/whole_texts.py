"""Whole texts: words to somebody that can go as they stand, in the register that is asked for.

What was told makes them: a want, as a request; something good that was done, as a thank-you; what
they are about, in the person's own noun phrase. Nothing has to be filled in.
"""

import re
from dataclasses import replace

from aftershift.engines.coach.drafts import Draft, Here, Piece
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.own_words.abouts import about
from aftershift.engines.coach.own_words.requests import requests
from aftershift.engines.coach.state import Act, Steering
from aftershift.engines.coach.stock.doings import FOR_CLOSE, Where, where_of
from aftershift.engines.coach.stock.naming import ACTS, BRIEF, PLAIN_ACTS, is_of_own_deed, named
from aftershift.engines.coach.stock.purposes import CLEAR, Purpose, Register
from aftershift.engines.coach.words.beginnings import ASKS_ELSE
from aftershift.engines.coach.words.good_turns import GoodTurn, good_turns
from aftershift.engines.language.phrases import words_in

WHOLE = "whole_"  # how the names of their lines begin
ASKS, ASKS_ABOUT = "whole_ask_{}", "whole_ask_about_{}"
GLAD = frozenset(
    {"thanks", "closer", "touch", "love", "there", "farewell", "wish-well", "ask-them"}
)
OF_A_MATTER = frozenset({  # these are mostly about something that can be named
    "share", "differently", "hurt", "ask-them", "money", "be-heard", "sorry", "no", "find-out",
    "hard-news", "official", "team", "neighbour",
})  # fmt: skip
_SHORT = re.compile(
    r"\b(?:short\w*|tiny|brief\w*|one (?:line|sentence|liner)|a line|quick|few words|hates? long|"
    r"doesn'?t (?:do|read) long|not long|nothing long|remember it)\b"
)
NO_LINE = "whole_no_line"
_CANNOT = re.compile(r"I (?:can'?t|cannot|won'?t be able to) (?!believe|stand|bear|sleep|stop|say)")
_WARM = re.compile(
    r"\b(?:warm\w*|soft\w*|gentl\w+|kind(?:er|ly)?(?! of)|sweet|loving|tender|nice|friendl\w+)\b"
)
_NOT = re.compile(r"\b(?:not|no|nothing|without|never|don'?t \w+)(?: \w+)? $")
_COLD = re.compile(r"\b(?:like (?:an? )?(?:office|hr|letter|robot)|stiff|cold|formal)\b")
_ENDED = re.compile(  # holds what is wished, felt, asked, thanked or offered
    r"\b(?:miss|love|loved|sorry|thank\w*|proud|glad|sad|want\w*|(?:would|'d) (?:like|love|rather)|"
    r"wish|hope|need|could you|can (?:you|we)|could we|would you|will you|worried|lonely|hurt|"
    r"ashamed|scared|happy|grateful|mind|please|appreciate|tired|can'?t|forgive|believe|think of|"
    r"care|like|prefer|fine|better|enough|noticed|promise|let'?s|stung|afraid|lost|"
    r"was slow|wrong)\b|\?",
    re.IGNORECASE,
)
_STOP = frozenset({"the", "a", "my", "our", "your", "thing", "this", "that", "with", "of", "on"})


def register(here: Here) -> Register:
    """Say how whole texts shall sound, by what the request says; by whom they are for where not."""
    asked = here.heard.clean
    warm = _WARM.search(asked)
    if warm and not _NOT.search(asked[: warm.start()]):
        return Register.WARM
    if _SHORT.search(asked) or Steering.SHORT in here.state.steering:
        return Register.SHORT
    if _COLD.search(asked):
        return Register.WARM
    if warm or BRIEF.intersection(words_in(asked)) or re.search(r"\btwo (?:lines|sent)", asked):
        return Register.PLAIN
    is_soft = ACTS["words_no_blame"].search(asked) or _where(here) in FOR_CLOSE
    return Register.SOFT if is_soft else Register.PLAIN


def asked_of_them(here: Here, *, only_now: bool = False, anew: bool = False) -> Draft | None:
    """Give what somebody wants of another as a request to them; a no with it where one is named.

    `only_now`: only what the request itself tells. `anew`: also one that was given, otherwise.
    """
    asked = here.heard.text.replace("’", "'")
    acts = {key for key in PLAIN_ACTS if ACTS[key].search(asked)}
    if here.is_guarded or acts - {"words_no"}:
        return None
    said = _said(here, only_now=only_now)
    new = (one for one in requests(said, asked=asked) if anew or not _was_given(here, one))
    ask = next(new, "")
    if not ask:
        return None
    what = about(_said(here))
    if acts:
        key = "whole_no_ask"
    else:
        is_apart = what and not _overlap(ask, what)
        key = (ASKS_ABOUT if is_apart else ASKS).format(register(here).name.lower())
    line = here.line(key)
    if line is None:
        return None
    text = _filled(line.text, ask=ask, about=what)
    pieces = (replace(line, text=text, back=(ask,)),)
    return Draft(act=Act.SCRIPT, pieces=pieces, suggestions=(Move.MORE, Move.YES, Move.STEP))


def thanked(here: Here, *, anew: bool = False) -> Draft | None:
    """Give something good that was told as thanks, or as a wish to have it again.

    `anew`: also what was given, in other words.
    """
    if here.is_guarded or not (anew or _may_be_glad(here)):
        return None
    found = good_turns(_said(here))
    turn = next((one for one in found if anew or not _was_given(here, one.did)), None)
    if turn is None:
        return None
    line = here.line(_thanks_key(here, turn))
    if line is None:
        return None
    text = line.text.replace("{said}", turn.did).replace("{day}", turn.day).replace("{on}", turn.on)
    ask = here.line(ASKS_ELSE)
    pieces = (replace(line, text=text, back=(turn.did,)), *((ask,) if ask else ()))
    return Draft(act=Act.SCRIPT, pieces=pieces, suggestions=(Move.MORE, Move.YES, Move.STEP))


def _thanks_key(here: Here, turn: GoodTurn) -> str:
    if turn.was_usual and _where(here) is Where.WORK:
        return "whole_again_work"
    key = "whole_again" if turn.was_usual else "whole_thanks_day" if turn.day else "whole_thanks"
    return f"{key}_short" if register(here) is Register.SHORT else key


def _may_be_glad(here: Here) -> bool:
    """Say whether nothing speaks of another purpose than being glad of somebody."""
    asked = here.heard.text.replace("’", "'")
    if any(ACTS[key].search(asked) for key in ("words_sorry", "words_no")):
        return False
    purposes = named(here.heard.clean, here.state.said)
    if purposes:
        return not GLAD.isdisjoint(purposes)
    likely = next(iter(here.heard.told.purposes), ("", 0.0))
    is_deed = is_of_own_deed(" ".join((*here.state.said, here.heard.clean)))
    return (likely[0] in GLAD or likely[1] < CLEAR) and not is_deed


def about_it(here: Here, *, only_asked: bool = False, anew: bool = False) -> Draft | None:
    """Give a whole text on what the words are about: for a purpose that is clear, else for none.

    `only_asked`: only what the request itself names. `anew`: also where it was done before.
    """
    if here.is_guarded:
        return None
    what = about(
        (here.heard.text,) if only_asked else _said(here), "" if only_asked else here.thing
    )
    if only_asked and what:
        what = about(_said(here))
    if not what or (not anew and any(one.startswith("words_about.") for one in here.state.used)):
        return None
    purpose = _clear(here)
    is_short = register(here) is Register.SHORT
    general = here.line("words_about_short" if is_short else "words_about")
    words = for_purpose(here, purpose, what) if purpose else general
    if words is None:
        return None
    words = replace(words, text=_filled(words.text.replace("{what}", "{about}"), about=what))
    ask = here.line(ASKS_ELSE)
    return Draft(
        act=Act.SCRIPT,
        pieces=(words, *((ask,) if ask else ())),
        suggestions=(Move.MORE, Move.STEP),
        purposes=(purpose.id,) if purpose else (),
    )


def about_for(here: Here, purpose: Purpose) -> Piece | None:
    """Give a purpose's words on what the request itself names; None where it names nothing."""
    what = about((here.heard.text,)) and about(_said(here))
    return for_purpose(here, purpose, what) if what and purpose.id in OF_A_MATTER else None


def says_no(here: Here) -> Draft | None:
    """Give a no with what somebody told they cannot do, where a no is what they want to say."""
    asked = here.heard.text.replace("’", "'")
    if here.is_guarded or not ACTS["words_no"].search(asked):
        return None
    found = (one.says for one in here.heard.told.lines if _CANNOT.match(one.says))
    says, line = next((one for one in found if not _was_given(here, one)), ""), here.line(NO_LINE)
    if not says or line is None:
        return None
    piece = replace(line, text=line.text.replace("{said}", says), back=(says,))
    return Draft(act=Act.SCRIPT, pieces=(piece,), suggestions=(Move.MORE, Move.YES, Move.STEP))


def for_purpose(here: Here, purpose: Purpose, what: str) -> Piece | None:
    """Give a purpose's words that name what they are about, in a register that is new."""
    begins, line = f"purpose.{purpose.id}.about.", here.line("words_named")
    places = [(register(here) + step) % len(Register) for step in range(len(Register))]
    names = {f"{begins}{one}": purpose.abouts[one] for one in places if purpose.abouts}
    name = next((one for one in names if not here.was_said(one)), "")
    if not name or line is None:
        return None
    text = line.text.replace("{said}", f"“{names[name]}”")
    return Piece(text=_filled(text, about=what), name=name)


def _clear(here: Here) -> Purpose | None:
    """Name the one purpose that what was told is surely for."""
    known = here.shelves.purposes
    found = next(iter(here.heard.told.purposes), ("", 0.0))
    purpose = known.get(found[0])
    if purpose is None or found[1] < max(CLEAR, purpose.least):
        return None
    is_far = purpose.is_close and _where(here) not in FOR_CLOSE
    is_far = is_far or purpose.id not in OF_A_MATTER
    return None if is_far or (purpose.id == "sorry" and not _is_deed(here)) else purpose


def _is_deed(here: Here) -> bool:
    return is_of_own_deed(" ".join((*here.state.said, here.heard.clean)))


def is_whole(says: str) -> bool:
    """Say whether words to somebody wish, feel, ask, thank or offer, and not only tell."""
    return _ENDED.search(says) is not None


def ended(here: Here, says: str) -> Piece | None:
    """Give words that only tell with an end to them."""
    line = here.line("words_untold_sorry" if is_of_own_deed(says) else "whole_end")
    return line and replace(line, text=line.text.replace("{said}", says), back=(says,))


def _said(here: Here, *, only_now: bool = False) -> tuple[str, ...]:
    return (here.heard.text,) if only_now else (*here.state.heard_before, here.heard.text)


def _where(here: Here) -> Where:
    return where_of(here.state.said, here.heard.clean)


def _was_given(here: Here, said: str) -> bool:
    return said.lower() in here.state.came_back


def _overlap(ask: str, what: str) -> bool:
    """Say whether a request names already what it is about."""
    return bool(({*words_in(what.lower())} - _STOP) & {*words_in(ask.lower())})


def _filled(text: str, **slots: str) -> str:
    """Fill slots, and let what begins a sentence begin like one."""
    for name, says in slots.items():
        text = text.replace(f"{{{name}}}", says)
    return re.sub(r"(?<=[.!?“] )[a-z]|(?<=“)[a-z]", lambda one: one[0].upper(), text)
