"""Questions that are ours to answer: which of two ways to take, and what nobody outside can know.

"Should I tell her, or let it pass?" Nobody can decide it from here, and a fixed line that says only
so leaves somebody alone with it. So both ways are given back, turned to "you", with one question or
one plain rule by which a person may tell them apart. No way is named the better one; but whom to
tell first has a rule, and between two small harmless ones, who asks us to pick is told to begin
with the one that they named first, and that nothing more stands behind it.
"""

import re
from dataclasses import replace

from aftershift.engines.coach.answers.allowing import may_rule
from aftershift.engines.coach.answers.telling import ANSWERS_TO_LEAVE
from aftershift.engines.coach.drafts import Draft, Here, asks, sentence
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.hearing.wants import Want
from aftershift.engines.coach.own_words.gravity import is_grave, is_grave_sentence, is_of_loss
from aftershift.engines.coach.own_words.quotable import SPEECH
from aftershift.engines.coach.own_words.turning import turned_words
from aftershift.engines.coach.state import Act

MOST = 60  # words of a message that asks so
MOST_OF_ONE = 12  # words of one way
LEFT, SAID = "leave it", "say something"  # the other way, where only one is named
_ONE = r"(?P<one>[^.?!;:\n]+?)"
_OTHER = (
    r",? or (?:(?:should|shall|do|would|is it better) (?:i|you|to) (?:just |have to )?|"
    r"to |just |i )?"
    r"(?P<other>[^.?!;:\n]+?)"
)
_NOT_WHAT = r"(?<!what )(?<!how )(?<!when )(?<!where )(?<!who )(?<!why )(?<!which )"
_BY = r"(?:\W*(?:so|and|or|but|ok|well)\W+)*"  # what a question may begin with
_ALONE = rf"^{_BY}should i (?!feel|be (?:worried|angry|upset))"
_DOES = (
    r"(?=(?:say(?! (?:that|it|he|she|they|this|i)\b)|tell|ask|ring|go|write|call|text|let|wait|"
    r"bring|give|reply|answer|keep|leave|send|mention|stay|invite|talk|try|buy|visit|thank|bother|"
    r"apologi[sz]e)\b(?! (?:me|us)\b))"
)
_ROUND = "(?:before|after) "  # "... before food or after food?"
_WHETHER = r"i (?:do not|don'?t) know (?:if|whether) (?:i |to )(?:should |just )*"
_OR_IF = r"if |whether |i |to |should |just "
_ASKS = tuple(
    re.compile(one, re.IGNORECASE)
    for one in (
        rf"{_NOT_WHAT}\b(?:should|shall|do) i {_ONE}{_OTHER}\?",
        rf"{_NOT_WHAT}\bwould you {_ONE}{_OTHER}(?:\?|$)",
        rf"\bin your opinion,? (?:should )?i {_ONE}{_OTHER}\?",
        rf"^{_BY}better {_ONE}{_OTHER}\?",
        rf"\bis (?:it|this|that) (?:better|best|worth|wiser)(?: to)? {_ONE}{_OTHER}\?",
        rf"\bwould it be (?:better|best|right|the right thing)(?: to)? {_ONE}{_OTHER}(?:\?|$)",
        rf"\b(?:it'?s|it is|its) (?:better|best) {_ONE}{_OTHER}\?",
        rf"\bis (?!it\b|that\b|this\b){_ONE} enough{_OTHER}\?",
        rf"(?:^|[.!?] ){_BY}would i {_DOES}{_ONE}{_OTHER}",
        rf"\bwhich (?:do|would|one|way|first)\b[^.?!:]*[.?!:] ?{_ONE}{_OTHER}\W*$",
        rf"\bi should {_ONE}{_OTHER}\?",
        rf"\b(?:better|first|best|do)\b, {_ONE}{_OTHER}\?",
        rf"(?:^|[.!?] ){_BY}(?:should|shall) i {_ONE}{_OTHER}$",
        rf"(?:^|[.!?] ){_BY}do i (?P<one>[^,.?!;:\n]+?){_OTHER}(?: lol| haha)?$",
        rf"\byou (?:think|reckon) (?:that )?i (?:should )?{_ONE}{_OTHER}\?",
        rf"(?:\byou |^{_BY})(?:think|reckon) (?:that )?i should {_ONE}\?",
        rf"\byou (?:think|reckon) (?:that )?i {_DOES}{_ONE}\?",
        rf"^{_BY}{_ONE}{_OTHER}(?:,? do)? (?:you|ye|u) (?:think|reckon)\?",
        rf"(?:^|[.!] ){_BY}(?:honestly,? )?do i (?:even |really |just |actually )?{_DOES}{_ONE}\?",
        rf"^{_BY}would you {_DOES}{_ONE}\?",
        rf"\bmust i {_ONE}\?",
        rf"{_ALONE}{_ONE}\?",
        rf"(?:^|[.,!?] ?)(?P<one>{_ROUND}[^.?!,;:\n]+?),? or (?P<other>{_ROUND}[^.?!;:\n]+)\?",
        rf"\bshould (?:it|this|that) be {_ONE}{_OTHER}(?:[?.]|$)",
        rf"\b{_WHETHER}{_DOES}{_ONE},? or (?:{_OR_IF})*(?P<other>[^.?!;:\n]+)$",
    )
)
_NO_WAY = re.compile(  # what is no second way but a doubt
    r"^(?:not|is (?:it|that)|am i|does|will|would|what|that'?s|it'?s|something|anything)\b",
    re.IGNORECASE,
)
TOLD_BESIDE = 14  # words told beside a question that is still the point of a message
_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")
_TO_US = re.compile(
    r"\b(?:do|d'|would|could|can|have) ?(?:you|u|ye) (?:think|reckon|say|do|know|have|got)\b|"
    r"\byou (?:think|reckon)\b|\bany ideas?\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:\W*(?:so|and|but|or|anyway|ok|also|just)\W+)*"
    r"(?:is|am|are|was|does|do|should|would|will|can|could|how|what|which|when|who) "
    r"(?:it|that|this|i|we|there|a|the|my|do|can|should|would|could|is|to)\b",
    re.IGNORECASE,
)
_UNMARKED = re.compile(  # asked without a mark
    r"(?:\W*(?:so|and|but|or|anyway|ok|also|just)\W+)*(?:do|d'?) ?(?:you|u|ye) (?:think|reckon)\b|"
    r"(?:is )?(?:that|this|it|he|she|(?:the|my) (?:\w+ )?\w+) (?:an? )?\w+(?: \w+)?,? or am i\b|"
    r"am i (?:wrong|mad|being)\b",
    re.IGNORECASE,
)
_OF_US = re.compile(r"\b(?:you|your|u|robot|bot|human|machine|program|ai)\b", re.IGNORECASE)
_BEHIND = re.compile(  # what may stand behind a question, and asks for an honest answer
    r"(?<=[?.,]) ?(?:(?:you can )?(?:say|tell) (?:it|me) (?:straight|plainly|honestly)\b[^?]*|"
    r"(?:an? )?(?:honest|serious|genuine) question\W*|(?:be )?honest(?:ly)?\W*|"
    r"i (?:can take it|actually want to know)\b[^?]*|"
    r"(?:i am|i'?m) (?:really |honestly |seriously )?asking\b[^?]*)$",
    re.IGNORECASE,
)
_ANY = re.compile(r"\banything\b", re.IGNORECASE)
_EVEN = re.compile(r"^(?:even|really|ever|still|actually) ", re.IGNORECASE)
_BOTHER = re.compile(r"^bother\b", re.IGNORECASE)
_LEAVES = re.compile(  # a way that is to leave it
    r"(?:just )?(?:leave (?:it|that|this|(?:him|her|them)(?= (?:in peace|alone|be)\b))|"
    r"let it (?:go|be|lie|slide)|drop it|forget it|say nothing)\b",
    re.IGNORECASE,
)
_THEY_SHOULD = re.compile(r"^should (he|she|they)$", re.IGNORECASE)
_THINK = re.compile(r",?(?: what)? (?:do )?(?:you|u) (?:think|reckon)$", re.IGNORECASE)
_OF_THE_BODY = re.compile(
    r"\b(?:tablets?|pills?|dos(?:e|es|age)|meds?|medication|drink|doctor|hospital|a ?&? ?e|"
    r"police)\b",
    re.IGNORECASE,
)


_OF_A_LIFE = re.compile(  # for which no rule is ours to give
    r"\b(?:leave (?:him|her|them|my|the (?:job|marriage|profession))|stay with|divorc\w*|"
    r"separat\w*|break up|split|end it|marry|engaged|move (?:in|out)|resign|quit|report|"
    r"another (?:baby|child|kid)|"
    r"forgive|tell (?:him|her) about)\b",
    re.IGNORECASE,
)
_IS_JUDGED = re.compile(  # "... or is this mean" is no way
    r"(?:is|was) (?:this|that|it) (?:\w+ )?(?:aggressive|mean|rude|wrong|bad|petty|nasty|cruel|"
    r"silly|daft|stupid|childish|selfish|too much)\b"
)
_WRITTEN = re.compile(
    r"\b(?:writ(?:e|ing)|text|message|letter|note|card|e?mail|whats ?app|send)\b", re.IGNORECASE
)
_SAID = re.compile(
    r"\b(?:say|tell|talk|speak|in person|face to face|ring|call|phone|out loud|"
    r"sees?|(?:is|are) here)\b",
    re.IGNORECASE,
)
_BY_SAYING = re.compile(
    r"(?:say|tell|ask|bring (?:it|this|that)|mention|raise|talk|speak|text|write|call|ring)\b",
    re.IGNORECASE,
)
_ASKING_AHEAD = r"(?:(?:do|should|shall|must) i|(?:is|was) (?:it|that|this)|it'?s)"
_LAST_OR = re.compile(  # "joke or knife"; "text tonight or leave it til sunday"
    rf"(?:^|[.!?:;,\n(]\s*|\s[-–—]\s)(?:(?:so|and|but|well|ok|{_ASKING_AHEAD}) )*"
    rf"(?P<one>[^.?!:;,\n]{{2,70}}?),? or (?:(?:{_ASKING_AHEAD}|i|just|actually|rather|to) )*"
    r"(?P<other>[^.?!:;\n]{2,70}?)\W*$",
    re.IGNORECASE,
)
_SAYS_WHICH = re.compile(  # what may stand behind a question of two, and only asks for it
    r"(?:[,.?!]? *(?:do )?(?:you|ye|u) (?:reckon|think|say|decide|choose|pick)|"
    r"[.?!] *(?:say|pick|choose) (?:just )?one|[.?!] *(?:i'd value your opinion|what do you say|"
    r"i (?:can'?t|don'?t) (?:tell|know)(?: which)?)|,? what)\W*$",
    re.IGNORECASE,
)
_OF_WORTH = re.compile(r"\b(?:worse|better|worst|best|sign|insult|compliment|joke|true|fault)\b")
_WHEN = re.compile(
    r"(?:\w+ ){0,3}(?:before|after|now|later|wait|tonight|tomorrow|until|till)\b",
    re.IGNORECASE,
)
TEMPER = re.compile(  # where it was told of, nobody is advised to speak up
    r"\b(?:temper|rages?|raging|explod\w+|shout\w*|yell\w*|scream\w*|threw|throw\w*|smash\w*|"
    r"slam\w*|punish\w*|eggshells|drunk|drinks|drinking|scared|afraid|frighten\w*|control\w*)\b"
)
_PICK = re.compile(  # asks which of some ways, however they were named
    r"\b(?:(?:pick|choose|say|name|take) (?:just )?one(?=\W*(?:[.!?,]|$))|"
    r"you (?:decide|choose|pick))\b|"
    r"\b(?:one or the other|a or b)\b|"
    r"\bhelp me (?:pick|choose|decide)\b|"
    r"\b(?:you|you'd|ye|u) (?:would )?(?:take|pick|choose|go for) which\b|"
    r"\bwhich (?:one )?(?:would|do) (?:you|u|ye) (?:take|pick|choose|reckon|think|say|go)\b|"
    r"(?:^|[.!?] )(?:now|tonight|today|should (?:i|he|she|they)|must i|do i)\b[^.!?]*"
    r"\bor (?:do|should|must|wait|the|first|later|tomorrow)\b[^.!?]*\?",
    re.IGNORECASE,
)
_TELLS_FIRST = re.compile(r"\bfirst\b")
_UNKIND = re.compile(  # what is never picked for somebody
    r"\b(?:lie|lying|pretend\w*|hid\w*|sneak\w*|secret\w*|ignor\w*|reveng\w*|get back at|shout\w*|"
    r"swear\w*|curs\w*|block\w*|ghost\w*|slap\w*|hit\w*|read (?:his|her|their)|check\w*|follow\w*|"
    r"threat\w*|sell\w*|throw\w*|bin\w*|burn\w*|skip\w*|drive|lend|pay|money|sue|blame|punish\w*|"
    r"confront\w*|leave (?:him|her|them|it)|say nothing|keep quiet|go on my own)\b"
)
_WHOM = re.compile(r"(?:(?:the|my|your|our|his|her|their) )?\w+", re.IGNORECASE)
_OF_WHOM = re.compile(r"\b(?:tip it|say to a friend|hope for)\b")


def with_both(line: str, both: tuple[str, str]) -> str:
    """Fill two ways, or two readings, into a line that begins with the first."""
    one, other = both
    return line.replace("{one}", sentence(one)).replace("{other}", other)


def ways_asked(text: str) -> tuple[str, str] | None:
    """Give the two ways that a message asks about, turned to "you"; None where it asks of none."""
    plain = text.replace("’", "'")
    is_heavy = is_grave_sentence(plain) or is_of_loss(plain)
    if len(plain.split()) > MOST or is_heavy or _OF_THE_BODY.search(plain):
        return None
    found = next((one for pattern in _ASKS if (one := pattern.search(plain))), None)
    if found is None:
        return None
    named = found.groupdict(default=LEFT)
    first, second = (_THINK.sub("", named.get(way, LEFT)).strip(" ,") for way in ("one", "other"))
    first = _BOTHER.sub(SAID, _EVEN.sub("", first))
    first = first.partition(",")[0] if len(first.split()) > MOST_OF_ONE else first
    if _IS_JUDGED.match(second):
        return None
    second = LEFT if _NO_WAY.match(second) else _THEY_SHOULD.sub(_to_them, second)
    second = SAID if second == LEFT and _LEAVES.match(first) else second
    is_long = max(len(first.split()), len(second.split())) > MOST_OF_ONE
    ways = f"{first} {second}"
    if is_long or _OF_US.search(ways) or is_grave(ways):
        return None
    return turned_words(_ANY.sub("something", first)), turned_words(second)


def either_of(text: str) -> tuple[str, str] | None:
    """Give what stands on both sides of the last "or" of a message, turned to "you"."""
    found = _LAST_OR.search(_SAYS_WHICH.sub("", text.replace("’", "'")))
    if found is None or is_grave(found[0]):
        return None
    one, other = (found[part].strip(" ,") for part in ("one", "other"))
    is_long = max(len(one.split()), len(other.split())) > MOST_OF_ONE
    is_ours = _OF_US.search(found[0]) or _NO_WAY.match(other)
    return None if is_long or is_ours else (turned_words(one), turned_words(other))


def _to_them(found: re.Match[str]) -> str:
    whom = {"he": "him", "she": "her", "they": "them"}[found[1].lower()]
    return f"leave it to {whom}"


def _kind_of(one: str, other: str) -> str:
    """Name the lines for a choice that people often ask about: how, whether, or when to say it."""
    if any(_WRITTEN.search(a) and _SAID.search(b) for a, b in ((one, other), (other, one))):
        return "whether_written"
    if _BY_SAYING.match(one) and (other == LEFT or _LEAVES.match(other)):
        return "whether_left"
    return "whether_when" if _WHEN.match(one) or _WHEN.match(other) else ""


def _of_whom(line: str) -> bool:
    """Say whether a line fits two people: neither is done, tried or taken back."""
    return bool(_OF_WHOM.search(line))


def asks_us(text: str) -> bool:
    """Say whether a message ends by asking us something, and is no tale with a question in it."""
    plain = SPEECH.sub("", _BEHIND.sub("", text.replace("’", "'"))).strip()
    *told, asked = [one for one in _SENTENCES.split(plain) if one.strip()] or [""]
    if not asked.endswith("?") and not _UNMARKED.match(asked):
        return False
    is_asked = bool(_TO_US.search(asked) or _ASKED.match(asked) or _UNMARKED.match(asked))
    return is_asked and sum(len(one.split()) for one in told) <= TOLD_BESIDE


def answers_a_question(here: Here) -> Draft | None:
    """Say that a question has no sure answer from outside, where nothing else knows one."""
    is_told = here.reading.move is Move.TELLS and not here.heard.tapped and here.state.turns
    line = here.line("asked") if is_told and asks_us(here.heard.text) else None
    if line is None or here.was_said(line.name):
        return None
    act = Act.EXPLORE if line.asks else Act.REFLECT
    return Draft(act=act, pieces=(line,), suggestions=ANSWERS_TO_LEAVE)


def _of_some_ways(here: Here) -> Draft | None:
    plain = here.heard.text.replace("’", "'")
    is_heavy = is_grave_sentence(plain) or is_of_loss(plain) or may_rule((*here.state.said, plain))
    is_barred = is_heavy or _OF_THE_BODY.search(plain) or _OF_A_LIFE.search(plain)
    is_wanted = here.heard.wants.surely(Want.WHICH) and not _OF_WORTH.search(plain)
    is_asked = _PICK.search(plain) or (is_wanted and "?" in plain)
    is_open = here.state.turns and not is_barred and is_asked
    line = here.line("whether_open") if is_open else None
    act = Act.EXPLORE if line and line.asks else Act.REFLECT
    return line and Draft(act=act, pieces=(line,), suggestions=ANSWERS_TO_LEAVE)


def _wanted_ways(here: Here) -> tuple[str, str] | None:
    """Give two ways in no known form, where it is surely asked which to take."""
    plain = here.heard.text.replace("’", "'")
    is_asked = here.state.turns and here.heard.wants.surely(Want.WHICH)
    is_heavy = is_grave_sentence(plain) or is_of_loss(plain) or _OF_THE_BODY.search(plain)
    return None if not is_asked or is_heavy or _OF_WORTH.search(plain) else either_of(plain)


def _is_to_pick(here: Here, ways: tuple[str, str]) -> bool:
    """Say whether we are asked to pick, and the way that was named first does nobody harm."""
    is_asked = _PICK.search(here.heard.clean)
    is_free = not may_rule((*here.state.said, here.heard.clean))
    return bool(is_asked and is_free and not _UNKIND.search(ways[0].lower()))


def weighs(here: Here) -> Draft | None:
    """Give both ways back, and one thing by which they may be told apart.

    Of what changes a life it is only asked what would tip it. Ways that cannot be told apart from
    what is said beside them are not given back.
    """
    if here.heard.tapped or here.is_guarded:
        return None
    ways = ways_asked(here.heard.text) or _wanted_ways(here)
    if ways is None:
        return _of_some_ways(here)
    is_of_a_life = _OF_A_LIFE.search(" ".join(ways)) is not None
    is_whom = all(map(_WHOM.fullmatch, ways))
    told = " ".join((*here.state.said, here.heard.clean))
    is_calm = not (is_of_a_life or TEMPER.search(told))
    is_first = is_whom and is_calm and _TELLS_FIRST.search(here.heard.clean)
    is_open = is_calm and not is_whom
    known = "whether_first" if is_first else _kind_of(*ways) if is_open else ""
    if is_open and not known and _is_to_pick(here, ways):
        known = "whether_picked"
    line = here.line(known) if known else None
    if line is None or here.was_said(line.name):
        line = here.line("whether", fits=_of_whom if is_whom else asks if is_of_a_life else bool)
    if line is None or here.was_said(line.name) or (is_of_a_life and not line.asks):
        return None
    line = replace(line, text=with_both(line.text, ways))
    act = Act.EXPLORE if line.asks else Act.REFLECT
    return Draft(act=act, pieces=(line,), suggestions=ANSWERS_TO_LEAVE)
