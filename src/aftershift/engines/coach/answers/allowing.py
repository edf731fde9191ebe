"""Questions whether one may: "is that rude?", "is it mad that I'm glad?".

They ask for leave and not for a verdict on two people. A feeling needs no leave. To ask somebody
for something, to say no, to say sorry, a small kindness and something of one's own are open to
anybody, and so is the other's answer; but not where it may be to rule them, or to follow whom one
has lost. Of any other deed nothing is approved, for it may be a phone to be searched: it is asked
how it would be the other way round.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum

from aftershift.engines.coach.answers.giving_back import given_back
from aftershift.engines.coach.answers.telling import ANSWERS_TO_LEAVE
from aftershift.engines.coach.drafts import Draft, Here
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.hearing.wants import Want
from aftershift.engines.coach.own_words.gravity import is_grave, is_grave_sentence, is_of_loss
from aftershift.engines.coach.state import Act
from aftershift.engines.language.phrases import words_in

MOST = 60  # words of a message that asks so
ALONE = 11  # words of a question that may point to what stands before it
_POOR = (
    "rude|daft|silly|mad|stupid|weird|odd|strange|mean|selfish|bad|awful|terrible|horrible|petty|"
    "childish|cowardly|creepy|bossy|nosy|overreacting|exaggerating|over the top|"
    "oversensitive|too sensitive|"
    "a bit much|clingy|needy|pushy|ungrateful|babyish|sad|lazy|strict|greedy|cheeky|pathetic|soft|"
    "mental|crazy|ridiculous|dumb|lame|cringe|showing off|"
    "too (?:much|soon|late)|unreasonable|wrong|shame|fussing|"
    "cold|nasty|harsh|heartless|disrespectful|insensitive|tactless|unfair|"
    "tacky|dishonest|deceitful|stealing|stolen|cheating|sneaky|cruel|"
    "giving in|unkind|disloyal|out of order|intrusive|"
    "(?:a lot|too much|much) to ask"
)
_FINE = "allowed|permitted|ok|okay|alright|all right|fine|reasonable|fair enough"
_ASKS = (
    r"\b(?:(?:it|that|this) is(?=(?: \w+){{1,3}}\?)|"
    r"(?<!it )(?<!that )(?<!this )(?:is|isn'?t|was|would|wouldn'?t|does(?! that mean)|might) "
    r"(?:it|that|this|an? [a-z]+|i)|am i(?: being)?"
    r"(?= (?:over|too|wrong to|unreasonable|selfish|rude|mean|petty))|"
    r"(?:(?:do|d'?) ?)?(?:you|ye|u) (?:think|find|reckon) (?:it|that|this)"
    r"(?:'s|s| is| was|'d be| would be| sounds)|(?:tell me|say) if (?:it|that|this)(?:'s| is))"
    r"(?: be(?:ing)?| sound| seem)?(?: (?:an?|so|too|really|just|a bit|not|very|the))* (?:{what})\b"
)
_A_THING = re.compile(  # "i ask you if a thing is normal"
    r"\b(?:if|whether) (?:a thing|something|it|this|that) (?:is|be) (?:normal|common|usual)\b|"
    r"(?:^|[.!?] )is (?:normal|common|usual) (?:for a|that i|if i|when one|to)\b",
    re.IGNORECASE,
)
_DO_OTHERS = re.compile(  # "do 14 yr olds forget stuff like this?"
    r"\b(?:do|does|did|would) (?:other|others|most|all|many|people|men|women|kids|couples|fathers|"
    r"mothers|every(?:one|body)|any(?:one|body) else|\d+ ?(?:yr|year)s?[ -]?olds?)\b[^?.]*(?:\?|$)|"
    r"\bis (?:it|this|that) (?:like )?a thing\b(?! (?:to|for|you|i)\b)|"
    r"\bother (?:fathers|mothers|parents|people|men|women|couples|families) (?:do|does|have|feel|"
    r"get)\b[^.?]*\?|^normal\?|"
    r"\bdo(?:es)? (?:it|this|that) happen to (?:others?|people|anyone|everyone)\b|"
    r"\bis (?:it|this|that) something you (?:see|hear)\b|\bcan (?:it|this|that) (?:even )?happen\b",
    re.IGNORECASE,
)
_NORMAL = "(?:normal|common|usual)(?! (?:for|if) (?:him|her|them|my))"
_IS_NORMAL = re.compile(r"(?:normal|common|usual)$", re.IGNORECASE)
_ASKED = re.compile(
    _ASKS.format(what=f"{_POOR}|{_FINE}|{_NORMAL}") + rf"|\b(?:{_POOR}) or not\b"
    rf"|\b(?:it|that|this)(?:'s| is| was)(?: (?:really|pretty|so|a bit|quite))? (?:{_POOR}),? "
    r"(?:isn'?t|wasn'?t) (?:it|that)\b",
    re.IGNORECASE,
)
_COMES = re.compile(_ASKS.format(what=_FINE), re.IGNORECASE)
_HERE = re.compile(r"\b(?:allowed|permitted|ok|okay|alright) (?:in )?here\b", re.IGNORECASE)
_SHY = re.compile(  # a first message that asks whether it belongs here
    r"(?:[\w' ]+[,.!] ?){0,2}(?:\w+[,.! ]+){0,3}(?:can|may|could) i (?:just )?"
    r"(?:talk|ask|write|say|tell|moan|rant|vent|complain)\b[^.!?]{0,60}[.!?]?$|"
    r"(?:\w+[,.! ]+){0,3}is (?:this|it) (?:only|just|also|even) for\b|"
    r".{0,40}\b(?:silly|daft|small|nothing|stupid) (?:compared|next) to\b.{0,40}$",
    re.IGNORECASE,
)
_FEELS = re.compile(
    r"^ ?(?:of me )?(?:that|if|to)? ?"
    r"(?:be (?:angry|cross|sad|glad|upset|hurt)|i(?:'m|m)?|feel|miss|want|enjoy)\b",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\b(?:can|could|would|should|shall|might|gonna|going to|will|i'?ll|if (?:i|you|one|we)|go|ask|"
    r"tell|say|give|send|write|put|bring|leave|have .+ in on)\b",
    re.IGNORECASE,
)
_MAY_I = re.compile(
    r"^(?:\W*(?:so|and|but|or|ok|well)\W+)*(?:can|could|may|am i allowed to) ?(?:i )?"
    r"(?:even |just |still |really )*(?:ask|say|tell|bring|mention|raise|want|refuse|turn)\b"
    r"[^.?!]*(?:\?|$)|^(?:an? )?(?:bit|little|too) late to \w+[^?]*\?",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:he|him|his|she|her|they|them|their|somebody|someone|people|my (?!own\b)\w+)\b",
    re.IGNORECASE,
)
_OTHER = r"(?:him|her|them|somebody|someone|people|my \w+|the \w+)"
_SORRY = re.compile(r"\b(?:say(?:ing)? sorry|apologi[sz]\w+)\b", re.IGNORECASE)
_NO = re.compile(
    r"\b(?:say(?:ing)?|said) no\b|\bturn(?:ing)? (?:it|that|this|down|him|her|them)\b|\brefus\w+|"
    r"\bset(?:ting)?(?: like)? (?:an?|some|the) (?:\w+ )?(?:limit|rule|boundar|time)\w*|"
    r"\bnot (?:to )?(?:go|come|answer|reply|ring|pick up|invite|lend|turn up|visit)\b|"
    r"\b(?:stay home|stay away|cancel|skip)\b",
    re.IGNORECASE,
)
_ASKING = re.compile(
    rf"\bask(?:ing)? (?:{_OTHER}|for|if|whether)\b|\btell(?:ing)? {_OTHER} (?:that )?(?:i|how i)\b|"
    r"\b(?:bring|raise|mention) (?:it|that|this|something)\b|\bsay (?:something|it|that|so)\b|"
    r"\bwant(?:ing)? (?:an?|some|one|two|more|only|the|my|to be) \b",
    re.IGNORECASE,
)
_OF_DEEDS = re.compile(
    r"\b(?:cheat|steal|stolen|dishonest|deceit|sneak|cruel|tacky)\w*", re.IGNORECASE
)
_TO_DO = re.compile(
    r" to (?!feel|want|miss|be |enjoy|like|love|hate|wish|hope|need|"
    r"mind|care|cry|worry|envy)\w",
    re.I,
)
_FELT = re.compile(  # asks about what somebody feels, and about nothing done
    r"\b(?:over-?react\w*|exaggerat\w*|(?:over|too )sensitive|entitled to (?:be|feel)|"
    r"jealous|envious|(?:feel|feeling|felt|be|being|get|getting|i'?m|i am|so|more|still) "
    r"(?:\w+ )?"
    r"(?:angry|cross|upset|sad|glad|relieved|happy|proud|hurt|lonely|bored|numb|nothing))\b",
    re.IGNORECASE,
)
_ACT = (
    "mean|rude|unkind|cruel|bossy|nosy|intrusive|petty|childish|cowardly|disloyal|out of order|"
    "wrong|harsh|cold|nasty|heartless|disrespectful|insensitive|tactless|unfair"
)
_OF_AN_ACT = re.compile(  # "was i mean?": a deed is asked about, and no feeling
    r"\b(?:(?:was|am|were|is|wasn'?t|isn'?t) (?:i|it|that|this)|(?:it|that|this) (?:was|is))\b.*"
    rf"\b(?:{_ACT})$|\b(?:{_ACT}) or not$",
    re.IGNORECASE,
)
_NAMED_SO = re.compile(  # what somebody calls themselves, asking whether others are like that
    r"\b(?:be|being|am|i'?m|was|turn into|become|then|and) (?:such )?(?:an?|the) (?:\w+ )?"
    r"(?:cow|bitch|witch|dragon|arse|ass|prick|dick|bastard|monster|zombie)\b",
    re.IGNORECASE,
)
_IS_IT_ME = re.compile(r"\bis it (?:just |only )?me\b", re.IGNORECASE)
_KIND = re.compile(
    r"\b(?:knock|chap|call(?:ing)? (?:round|in)|drop(?:ping)? (?:in|round|off)|visit|"
    r"driv(?:e|ing) (?:him|her|them) (?:to|home)|pick(?:ing)? (?:him|her|them) up|"
    r"bring(?:ing)? (?:\w+ ){0,2}(?:some|an?|the)|bak(?:e|ing)|cook(?:ing)? (?:for|him|her|them)|"
    r"send(?:ing)? (?:\w+ )?an? card|say(?:ing)? (?:hello|hi)|wav(?:e|ing))\b(?! up\b)",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:go(?:ing)?|have|take|do(?:ing)? (?:it|that|something))\b[^.?!]*"
    r"\b(?:on my own|by myself|for myself|a day off|time off)\b",
    re.IGNORECASE,
)
# Where one of these was spoken of, what is asked for may rule somebody, or follow them.
_RULING = re.compile(
    r"\b(?:passwords?|passcodes?|pin|location|track\w*|phone|messages|texts|dms?|snap|insta\w*|"
    r"account|wear\w*|dress\w*|clothes|skirt|make ?up|friends?|mates?|men|lads|girls|guys|"
    r"go(?:es|ing)? out|where (?:he|she|they)|stop (?:seeing|talking|working)|allow(?:ance)?|sex|"
    r"weight|ex|exes|blocked|split up|broke up|broken up|dumped|left me|divorc\w*|no contact|"
    r"restrain\w*|told me not|asked me not)\b",
    re.IGNORECASE,
)
_EITHER = re.compile(r"\w,? or (?!what|so\b|something|not\b|else)\w+ \w", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was (?:it|that|this|i)|did i|have i|had i|wasn'?t it|i did)\b")
_WANTS_THEM = re.compile(r"\bwant(?:ing)? (?:him|her|them)\b", re.IGNORECASE)
OF_THE_BODY = re.compile(  # never for us to allow
    r"\b(?:tablets?|pills?|dos(?:e|es|age)|mgs?|meds?|medication|prescri\w+|paracetamol|ibuprofen|"
    r"drink\w*|wine|vodka|eat\w*|calories|scan|bleed\w*|pain)\b",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"^(?! (?:that |if )?i\b)[^.?!]{0,12}\b(?:he|she|they|my (?!own\b)\w+)\b", re.IGNORECASE
)


_WHO = {
    one: re.compile(words, re.IGNORECASE)
    for one, words in (
        ("he", r"\b(?:he|him|his|my (?:husband|boyfriend|dad|father|son|brother))\b"),
        ("she", r"\b(?:she|her|hers|my (?:wife|girlfriend|mum|mam|mom|mother|daughter|sister))\b"),
        ("they", r"\b(?:they|them|their|somebody|someone|my (?:boss|manager|friend|partner))\b"),
    )
}
_OF_THEM = re.compile(r"\bthe(?:y|m)\b", re.IGNORECASE)


class Leave(StrEnum):
    """What somebody asks leave for."""

    HERE = "allowed_here"  # to come with this
    FEELING = "allowed_feeling"
    ASKING = "allowed_asking"
    NO = "allowed_no"
    SORRY = "allowed_sorry"
    KIND = "allowed_kind"
    OWN = "allowed_own"
    DEED = "allowed_deed"  # any other
    DONE = "allowed_done"  # the same, of what they did already
    NORMAL = "allowed_normal"  # whether others have it too
    EITHER = "whether_open"  # one of two ways
    UNSURE = "allowed_or_not"  # something said or done, to nobody that is named
    OPEN = "asked"  # what cannot be known from outside


_OPEN_TO_ALL = {
    Leave.SORRY: _SORRY, Leave.NO: _NO, Leave.ASKING: _ASKING, Leave.KIND: _KIND, Leave.OWN: _OWN
}  # fmt: skip


def leave_asked(text: str, *, is_first: bool) -> Leave | None:
    """Say what a message asks leave for, if it does."""
    plain = text.replace("’", "'")
    is_plain = not (is_grave_sentence(plain) or is_of_loss(plain))
    if is_plain and (_A_THING.search(plain) or (not is_first and _DO_OTHERS.search(plain))):
        return Leave.NORMAL
    is_shy = is_first and is_plain and _SHY.match(plain)
    return Leave.HERE if is_shy else _leave_asked(plain, is_first=is_first)


def _leave_asked(plain: str, *, is_first: bool) -> Leave | None:
    asked = _ASKED.search(plain) or (None if is_first else _MAY_I.search(plain))
    beside = _ASKED.sub("", plain.replace(asked[0], "")) if asked else plain
    is_normal = asked is not None and _IS_NORMAL.search(asked[0])
    weighs = is_grave_sentence if is_normal else is_grave
    if is_normal:
        beside = _NAMED_SO.sub("", beside)
    if len(words_in(plain)) > MOST or weighs(beside) or OF_THE_BODY.search(plain):
        return None
    if comes := (is_first or _HERE.search(plain)) and _COMES.search(plain):
        return _deed_asked(plain, comes) or Leave.HERE
    if (
        asked is None
        or _HERE.search(plain)
        or (_OF_ANOTHER.match(plain[asked.end() :]) and not asked[0].endswith("?"))
    ):
        return None
    if is_normal:
        return Leave.NORMAL
    is_me = _IS_IT_ME.search(plain)  # who asks so asks about somebody else
    return None if is_me else _asked_near(plain, asked)


def _asked_near(plain: str, asked: re.Match[str]) -> Leave | None:
    """Say what a question asks leave for; it may point to the sentence before it."""
    ends = [found.end() for found in re.finditer(r"[.?!\n]+\s*", plain[: asked.start()])]
    near = plain[ends[-2] :] if len(ends) > 1 else plain
    question = _ASKED.search(near) or _MAY_I.search(near)
    return question and (_deed_asked(near, question) or _felt_or_done(near, question))


def _deed_asked(plain: str, asked: re.Match[str]) -> Leave | None:
    """Say which of the deeds that are open to anybody is asked about, if one is.

    It stands in the question, or before one that only points to it: "is that bad?"
    """
    begins = max(plain.rfind(mark, 0, asked.start()) for mark in ".?!\n") + 1
    question = re.split(r"[.?!]", plain[begins:])[0]
    points = len(question.split()) <= ALONE and not _TO_DO.match(plain[asked.end() :])
    named_in = plain[: begins + len(question)] if points else question
    return next((leave for leave, named in _OPEN_TO_ALL.items() if named.search(named_in)), None)


def _felt_or_done(plain: str, asked: re.Match[str]) -> Leave:
    rest = plain[asked.end() :]
    is_deed = _OF_DEEDS.search(asked[0]) or _OF_AN_ACT.search(asked[0])
    is_done = _TO_DO.match(rest) or _DOES.search(plain) or is_deed
    is_felt = _FEELS.match(rest) or _FELT.search(asked[0])
    return Leave.FEELING if is_felt or not is_done else Leave.DEED


def _leave_wanted(here: Here) -> Leave | None:
    """Say what is asked leave for in no form that is known; nothing grave, and not at first."""
    plain = here.heard.text.replace("’", "'")
    is_told = here.reading.move in (Move.TELLS, Move.FACT, Move.VERDICT) and here.state.turns
    if not (is_told and here.heard.wants.surely(Want.MAY)):
        return None
    if is_grave_sentence(plain) or OF_THE_BODY.search(plain):
        return None
    if _FELT.search(plain) and not _SOMEBODY_ELSE.search(plain):
        return Leave.FEELING
    return Leave.OPEN if is_grave(plain) else _known_leave(plain)


def _known_leave(plain: str) -> Leave:
    if _EITHER.search(plain):
        return Leave.EITHER
    known = next((leave for leave, named in _OPEN_TO_ALL.items() if named.search(plain)), None)
    is_deed = _DOES.search(plain) and _SOMEBODY_ELSE.search(plain)
    return known or (Leave.DEED if is_deed else Leave.UNSURE if _DOES.search(plain) else Leave.OPEN)


def may_rule(said: Sequence[str]) -> bool:
    """Say whether something was spoken of by which one may rule somebody, or follow them."""
    return bool(_RULING.search(" ".join(said)))


def _of_nobody_else(here: Here) -> Callable[[str], bool]:
    """Say which lines may be said: "they" only where one other person was named, and not two."""
    named = {one for one, words in _WHO.items() if words.search(here.heard.text)}
    return lambda line: len(named) == 1 or not _OF_THEM.search(line)


def meets_a_may_i(here: Here) -> Draft | None:
    """Answer who asks whether one may."""
    if here.reading.move not in (Move.TELLS, Move.VERDICT, Move.FACT) or here.heard.tapped:
        return None
    asked = leave_asked(here.heard.text, is_first=not here.state.turns) or _leave_wanted(here)
    is_of_them = asked in {*_OPEN_TO_ALL, Leave.EITHER} or _WANTS_THEM.search(here.heard.text)
    if asked and is_of_them and may_rule((*here.state.said, here.heard.text)):
        asked = Leave.DEED
    if asked is Leave.DEED and _PAST.search(here.heard.clean):
        asked = Leave.DONE
    is_met = asked is not None and not here.is_guarded
    line = here.line(asked, fits=_of_nobody_else(here)) if asked and is_met else None
    if line is None:
        return None
    told = None if here.state.turns or asked is Leave.HERE else given_back(here, is_asked=True)
    pieces = (replace(told, is_spare=True), line) if told and not told.asks else (line,)
    act = Act.EXPLORE if line.asks else Act.REFLECT
    return Draft(act=act, pieces=pieces, suggestions=ANSWERS_TO_LEAVE)
