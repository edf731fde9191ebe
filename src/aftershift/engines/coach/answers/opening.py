"""First messages: what only opens a talk, and what nothing is known for.

"Not sure what this is for, my wife said try it" tells nothing yet of any matter. Given back as if
it did, it sounds as though nobody had listened; so it is made welcome, and what it is about may
come next.
"""

import re
from dataclasses import replace

from aftershift.engines.coach.answers.allowing import meets_a_may_i
from aftershift.engines.coach.answers.answering_moves import greets
from aftershift.engines.coach.answers.giving_back import given_back
from aftershift.engines.coach.answers.good_news import good_news
from aftershift.engines.coach.answers.telling import ANSWERS_TO_LEAVE, SOME, back_and_asked
from aftershift.engines.coach.drafts import Draft, Here, Piece, sentence
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.hearing.prefaces import belittled
from aftershift.engines.coach.own_words.turning import turned_words
from aftershift.engines.coach.state import Act, State
from aftershift.engines.coach.stock.limits import limits_of
from aftershift.engines.coach.stock.needs import Need
from aftershift.engines.language.phrases import words_in

FEW, LONG = 2, 40  # words of a first message that says little; much
_WHO = re.compile(
    r"\b(?:about|with|regarding|concerning|concerns|on) (?P<who>(?:my|our) "
    r"(?:(?:little|big|older|younger|best|twin|ex|step|late|work|first|eldest|youngest) )?"
    r"[a-z]+(?:-in-law| in laws?)?)\b(?! (?:phone|own|mind|head|break|shift|"
    r"put|installed|sent|showed|told|gave|made|said|says|got)\b)"
)
_MAY_I_TELL = re.compile(  # "12 hours in the kitchen. can i talk about my teacher here"
    r"\b(?:can|may|could) i (?:talk|tell|speak|ask) (?:you )?(?:\w+ )?about my \w+(?: here)?\W*$"
)
_NOT_YET = re.compile(  # "one caller called me a robot, but that's not why i'm here"
    r"(?:\bnot|n'?t) (?:why i(?:'?m| am|'?ve come| came)|what i came)\b[^.!?]{0,40}\W{0,6}$|"
    r"\bnot the matter\W{0,6}$"
)
_ASKS_NEXT = re.compile(  # "i have a factual question"
    r"\b(?:can|may|could) i ask (?:you )?(?:something|one thing|a (?:\w+ )?question)\b"
    r"[^.!?]{0,30}\W{0,6}$|\bi(?:'ve| have)(?: got)? an? (?:\w+ )?question\b[^.!?]{0,50}\W{0,6}$|"
    r"\bi need (?:someone|somebody|anyone)\b[^.!?]{0,60}\bto tell me\b[^.!?]{0,40}\W{0,6}$"
)
_DEATH = re.compile(  # of somebody: no illness, and no phone
    r"(?<!phone )(?<!battery )(?<!car )(?<!van )(?<!engine )(?<!laptop )(?<!boiler )(?<!wifi )"
    r"\b(?:died|passed away|miscarr\w*)\b(?! (?:on (?:me|us)|laughing)\b)",
    re.IGNORECASE,
)
LATE = 2  # replies after which a message is no opener any more
MOST_BARE = 30  # words of a first message that only asks for words
_BARE = re.compile(
    r"(?!.*\b(?:tell\w*|say\w*|ask\w*)\b[^.?!]*\b(?:i|i'm|we|to|that|about|if|for)\b)"
    r"(?:(?:hi|hey|hello|evening|ok|so|right|please)\b\W*)*(?:i(?:'d| would)? )?"
    r"(?:need|want|like|could use|looking for)(?: some| a bit of| a)? (?:help|hand|words)\b"
)
_BELITTLED, _SMALL = "belittled", "belittled_small"
_ASKS_A_STEP = re.compile(
    r"\b(?:(?:small|smal|wee|little|tiny|easy|simple|quick) (?:thing|step|idea|something|tip|act)|"
    r"one (?:thing|step|idea|tip)|something (?:small|little|wee|tiny|easy|simple)|"
    r"a (?:step|small step)|a wee something)\b",
    re.IGNORECASE,
)
_TELLS_NOTHING = re.compile(  # all that a bare request is made of
    r"\b(?:hi|hiya|hey|hello|oi|evening|morning|good|please|pls|plz|just|only|so|ok|okay|right|go|on|"
    r"what|what's|whats|is|are|there|any|one|wan|yin|a|an|the|some|small|smal|wee|little|tiny|easy|"
    r"simple|quick|thing|things|step|steps|idea|ideas|something|somethin|tip|act|i|i'd|we|me|us|my|"
    r"you|u|can|could|cud|would|should|might|do|dae|try|today|tonight|tonite|tomorrow|this|week|now|"
    r"give|gie|gimme|tell|show|suggest|have|got|get|need|want|like|for|to|of|with|that|which|it|not|"
    r"no|nae|without|don't|doesn't|isn't|talk|talks|talking|speech|chat|words|list|lists|more|than|"
    r"and|or|but|big|long|grand|at|home|work|really|very|dead|minute|minutes|two|five|ten|take|takes|"
    r"taking|need|needs|in|help|help's|thanks|ta|cheers|be|say|saying|anything|nothing|two|both|lad|"
    r"love|pal|mate|hen|possible|as|if|start|begin)\b|[^\w\s']",
    re.IGNORECASE,
)
FEW_LEFT = 1  # words of such a request that may be others
# How a limit is said again, the first that was set.
_ASKED_WITH = {
    Need.SPEECH: "and no talk",
    Need.TALK: "and no talk",
    Need.BOTH: "and nothing that needs you both",
    Need.NOTE: "and no note",
    Need.PHONE: "and no phone",
    Need.LONG: "and a really small one",
}
_OF_YOU = re.compile(r"\b(?:you|your|yourself)\b", re.IGNORECASE)


def is_opening(state: State) -> bool:
    """Say whether nothing was told yet, so that a message may begin with a preface."""
    return not state.told and state.turns < LATE


def unbelittled(here: Here, draft: Draft) -> Draft:
    """Say first that it is not daft, where a preface called it so and the matter is given back."""
    word = belittled(here.heard.text) if is_opening(here.state) and not here.heard.tapped else ""
    line = here.line(_SMALL if word == "small" else _BELITTLED) if word else None
    if line is None or here.listens or not any(one.back for one in draft.pieces):
        return draft
    line = replace(line, text=line.text.replace("{said}", word))
    return replace(draft, pieces=(line, *draft.pieces))


def opens(here: Here) -> Draft | None:
    """Make welcome who has told nothing yet; say that they may, where they ask."""
    is_first = not here.state.told and here.state.turns < LATE
    said = here.heard.clean
    says_so = is_first and (_MAY_I_TELL.search(said) or _NOT_YET.search(said))
    if _ASKS_NEXT.search(said) and not (here.heard.tapped or here.listens):
        line = here.line("asks_next")
        return line and Draft(act=Act.EXPLORE if line.asks else Act.GREET, pieces=(line,))
    if line := _step_first(here):
        return Draft(act=Act.EXPLORE if line.asks else Act.GREET, pieces=(line,))
    is_news = here.heard.tapped or good_news(here.heard.text)
    if is_news or not (here.reading.tells_nothing or says_so):
        return None
    return greets(here) or meets_a_may_i(here) or _welcomed(here)


def _step_first(here: Here) -> Piece | None:
    """Take up a request for a small thing by which nothing was told yet, and ask for the matter."""
    said = here.heard.clean
    if here.state.turns or here.heard.tapped or here.listens or not asks_only_for_a_step(said):
        return None
    limits = limits_of([said])
    line = here.line("step_first")
    named = next((name for need, name in _ASKED_WITH.items() if need in limits.without), "")
    named = named or ("only the one" if limits.only_one else "")
    asked = f"One small thing, {named}" if named else "One small thing"
    return line and replace(line, text=line.text.replace("{asked}", asked))


def asks_only_for_a_step(text: str) -> bool:
    """Say whether a message asks for a small thing, and tells nothing that it could be for."""
    asked = _ASKS_A_STEP.search(text)
    return bool(asked) and len(_TELLS_NOTHING.sub(" ", text).split()) <= FEW_LEFT


def asks_what_it_is_about(here: Here) -> Draft | None:
    """Ask for the matter before words, where only they were asked for: "need help with a text"."""
    said = here.heard.clean
    is_first = here.reading.move is Move.WORDS and not here.state.turns and not here.heard.tapped
    is_bare = len(said.split()) <= MOST_BARE and (here.reading.only_opens or _BARE.match(said))
    line = here.line("words_first") if is_first and is_bare else None
    return line and Draft(act=Act.EXPLORE, pieces=(line,))


def _welcomed(here: Here) -> Draft | None:
    who = _WHO.search(here.heard.clean)
    line = here.line("opener_of" if who else "opener")
    if line and who:
        named = turned_words(who["who"])
        line = replace(line, text=sentence(line.text.replace(here.who, named)))
    act = Act.EXPLORE if line and line.asks else Act.GREET
    return line and Draft(act=act, pieces=(line,), suggestions=ANSWERS_TO_LEAVE)


def wonders(here: Here) -> Draft | None:
    """Say that it was not followed, and ask; never pretend."""
    if here.listens and (line := here.line("steer_listen")):
        return Draft(act=Act.REFLECT, pieces=(line,))
    if not here.state.turns and len(words_in(here.heard.clean)) >= FEW:
        return _unknown(here)
    line = here.line("goes_on" if here.must_not_ask else "unsure")
    return None if line is None else Draft(act=Act.UNSURE, pieces=(line,))


def _unknown(here: Here) -> Draft:
    """Answer a first message that nothing is known for."""
    words, back = len(words_in(here.heard.clean)), back_and_asked(here)
    is_death = _DEATH.search(here.heard.clean)
    is_dropped = is_death and not any(_DEATH.search(one.text) for one in back)
    bare = given_back(here, is_asked=True)  # around it stands a "you" of ours
    if is_dropped or (words < SOME and not (bare and _OF_YOU.search(bare.text))):
        back = ()
    key = "opens_long" if words >= LONG else "opens"
    line = here.line("opens_loss" if is_death else key)
    pieces = back or ((line,) if line else ())
    return Draft(act=Act.EXPLORE, pieces=pieces, suggestions=ANSWERS_TO_LEAVE)
