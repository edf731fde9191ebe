"""What somebody means to do or to say, in their own words: "I'll ring him after tea".

Who says so late in a talk has found a step without us, and that is worth more than one of ours.
"""

import re
from collections.abc import Iterator
from itertools import chain

from aftershift.engines.coach.hearing.asked_for import SINGLE_MARKS, unquoted
from aftershift.engines.coach.hearing.wants import Want, Wants
from aftershift.engines.coach.own_words.gravity import is_grave
from aftershift.engines.coach.own_words.pointing import CLAUSE_ENDS, Pointer
from aftershift.engines.coach.own_words.quotable import is_safe

FEWEST, MOST = 3, 10  # words of a plan that is given back
FEWEST_SAID, MOST_SAID = 2, 30  # words of a line that somebody would say
# Only what is known to be kind and small: "I'll take the lot" must never be praised.
_DOES = (
    r"(?:just |maybe |also |then |only )?"
    r"(?:ring|call|phone|text|message|email|write|send|post|reply|answer|"
    r"ask|tell|say|thank|talk|speak|show|read|listen|watch|play|sing|practise|bring|carry|"
    r"cook|bake|make|buy|book|plant|knit|paint|draw|wash|clean|fix|mend|wear|swap|invite|visit|"
    r"meet|join|sit|walk|pick|try|leave (?:the|a|him|her)|"
    r"give (?:him|her|them|it) (?:a|the|one|some|my)|go to the|put (?:the|a|it) \w+|"
    r"start (?:with|by|on)|begin (?:with|by)|have a (?:go|word|chat)|"
    r"do (?:it|that)(?= (?:on |this )?(?:to|mon|tues|wednes|thurs|fri|satur|sun)))\b"
)
_I_WILL = re.compile(
    r"\b(?:(?:i think |maybe )?i(?:'ll| will| shall)|(?<!m )(?<!am )(?<!feel )(?<!s )(?<!re )ill|"
    r"i(?:'?m| am) (?:gonna|gunna|going to|goin to|gon|fixin'? to|fixing to|away to)|"
    r"maybe i(?: just)?|(?:maybe |perhaps )?i(?:'d(?! (?:say|sit|walk|be|have|go)\b)| might| could)"
    r"(?: maybe| perhaps)?|"
    r"(?<!he )(?<!she )(?<!it )(?<!they )(?<!you )(?<!we )(?<!that )might|"
    r"(?:(?<=^)|(?<=[.!?,] ))could|(?:what|how about) if i|"
    r"let me(?= think| sleep)|(?:(?<=ok, )|(?<=ok\. )|(?<=okay, )|(?<=okay\. ))i can|"
    r"i can(?= (?:bring|ring|call|ask|write|text|bake|cook|make|tell|send) .*\b(?:tomorrow|tonight|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|next week)\b)|"
    rf"(?<!not )(?<!was )(?<!is )(?<!are )(?<!were )(?<!s )(?:gonna|gunna))\s+(?={_DOES})",
    re.IGNORECASE,
)
_WHAT_IF = re.compile(r"(?:what|how about) if ", re.IGNORECASE)
_ONLY_IF = re.compile(  # "what i'll say"; "they think i will tell her"; "or i'll bin it"
    r"\b(?:if|that|when|whether|things?|what|where|how|until|till|wish|before|who|or|"
    r"(?:think|thinks|thought|hopes?|hoped|said|say|says|reckons?|knows?|knew)"
    r"(?<!i think)(?<!i said)(?<!i reckon))\s*$",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(  # behind a plan
    r"\W*(?:but (?:that'?s?|it'?s?|i|he|she|they|no|not)|although|though)\b", re.IGNORECASE
)
_THANKS = re.compile(r"\s+(?:thanks?|thank you|ta|cheers)\W*$", re.IGNORECASE)
_POINTS_AWAY = re.compile(r"\b(?:that|this|so)$", re.IGNORECASE)  # it ends so
_FAREWELL = re.compile(
    r"\b(?:letters?|notes?|goodbyes?|bye|will|last|sorry|sure|it all|night|"
    r"nothing|say (?:it|that|so|yes|no))\b",
    re.IGNORECASE,
)

_LINE = r"[\"“]([^\"“”?]+\??)[\"”]"
_I_SAY = re.compile(  # "i might just say ...", "maybe just ...", "trying it: ..."
    r"\b(?:i (?:might|could|would|may|can|will|think)|i'?ll|i'?m (?:gonna|gunna|going to)|"
    r"(?<!he )(?<!she )(?<!they )(?:might|gonna|gunna)|maybe|perhaps|what about|how about|what if|"
    r"(?:(?<=^)|(?<=[.!?,] ))could|"
    r"try(?:ing|ied)?|best i(?:'?ve)? got(?: is)?|i(?:'?ve)? thought (?:about|of|maybe|in the)|"
    r"(?<!when )(?<!what )i(?:'?ve)? (?:wrote|written)|should be short)\b"
    r"(?!'t)[^.!?\"“]{0,30}(?:[.] like )?" + _LINE + r"|"
    r"(?:^|[.!?] )(?:maybe|perhaps|just|only)\b[^\"“]{0,14}" + _LINE + r"|"
    r"\b(?:draft|version|attempt|what i have|so far)\b[^\"“]{0,14}" + _LINE + r"|"
    r"^"
    + _LINE
    + r"(?=.*(?:is that|too much|as far as i'?ve got|(?:she|he|they)'d (?:laugh|like)))",
    re.IGNORECASE,
)
_AGREES_TO = re.compile(  # "alright. 'not that room yet'"
    r"^\W*(?:(?:oh|ha+|haha|lol|hm+)\W+)*(?:yes|yeah|ok|okay|al(?:l )?right|right|fine|good)"
    r"(?: that)?\b[^\w\"“]*" + _LINE,
    re.IGNORECASE,
)
_KEPT = re.compile(  # "that's it. i will say it with a smile"
    r"\b(?:this is it|that'?s it|keep (?:that|this|it)|that(?:'?ll| will) do|"
    r"(?:i|i'?ll|i will) (?:write|say|send|put|use|leave|stick|pin|like) (?:that|this|it)|"
    r"(?:i'?m (?:putting|sending|saying|writing)|using) (?:that|this|it)|"
    r"(?:he|she|they)(?:'?ll| will|'?d) (?:die )?(?:laugh\w*|smile|like it|get it|read))\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\W*(?:he|she|they)\b", re.IGNORECASE)  # a line that is not to them
_REPORTS = re.compile(  # what came back: "hers: 'finally'"
    r"\W*(?:(?:ok|oh|so|and|well|ha+)\W+)*(?:his|hers?|theirs?|(?:the |an? )?(?:answer|reply)|"
    r"(?:he|she|they)(?:'s|'ve| has| have| just)* "
    r"(?:said|wrote|written|answered|replied|sent|put|messaged?|texts|writes))\b",
    re.IGNORECASE,
)
_SAID_BEHIND = re.compile(  # a line by another: "'best kip in years' he said"
    r"\W*(?:(?:he|she|they|(?:my|the|his|her) \w+)\b[^.?!]{0,12}"
    r"\b(?:said|says|goes|went|asked|wrote|put|texted)|(?:said|says|goes|from) )\b",
    re.IGNORECASE,
)
_SINGLE = re.compile(SINGLE_MARKS)

_TAKES = re.compile(  # the words that were just given
    r"\busing (?:those|these|that|this)\b|"
    r"\b(?:could|can|will|'ll|ill|might|gonna) (?:just |probably |actually )?"
    r"(?:say|use|send|try|put|write|do|copy) (?:that|it|this|those|them)\b(?! to)|"
    r"\bthe (?:\w+ )?(?:first|second|third|last|start|beginning|middle|part|one|line|rest)\b"
    r"[^.?!]{0,30}\b(?:i(?:'ll| can| will| could)? (?:use|keep|take)|"
    r"(?:is|was|were) (?:ok|okay|good|nice|fine))\b|"
    r"^\W*(?:\w+ ){0,3}?(?:a little|bit|too|very|quite) \w+,? but (?:ok|okay|fine|good)\b|"
    r"\bi'd (?:take|leave|cut) (?:the )?\w+ (?:off|out)\b|"
    r"\bi (?:like|prefer|take|want) the (?:first|second|third|last|other)(?: one)?\b|"
    r"\bi will (?:copy|use|send) (?:it|that|this)\b|^\W*that'?s (?:decent|close|closer|better)\b|"
    r"^\W*(?:(?:hm+|huh|yes|yeah|ok|okay)\W+)?(?:that is |it'?s )?(?:close|nearly|almost)"
    r"\b(?=[.,!])|"
    r"\bi (?:shall|will|'ll|'d|would) (?:leave|take|cut) out\b|\bis better than mine\b|"
    r"\bmight change a word\b|"
    r"^\W*(?:(?:hm+|yes|yeah|ok|okay|oh|good)\W+)*(?:"
    r"(?:that|this|the (?:first|second|last|other))(?: one)? (?:could|would|will|might|may) "
    r"(?:work|do|fit)|something like (?:this|that)\b|it'?s (?:nice|not bad),? but)",
    re.IGNORECASE,
)

_TELLS_ON = re.compile(  # and says no line: "no they'd be nice about it", "hers: 'finally'"
    r"\W*(?:(?:no|nah|ok|oh|so|well)\W+)+(?:(?:he|she|they|it|not)\b|hers?:|his:)|"
    r".*\b(?:btw|by the way)\b",
    re.IGNORECASE,
)
_REQUESTS = re.compile(
    r"\b(?:give|gimme|help|write|do|tell|find) me\b|\b(?:can|could|would|will|have) (?:you|u)\b|"
    r"\b(?:is|are) there\b[^.]*\?|\bany idea\b|"
    r"\bwhat (?:do|should|can|could|would|wud|wid)\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:less|more) like\b|\b(?:reads|sounds) (?:like|as if|so|too|very)\b|"
    r"\bi (?:need|want|must have|would like|'d like) (?:it|this|that) (?:to (?:be|sound) )?"
    r"(?:less|more|with|without|warm|nice|kind|soft|short|plain|simple)\w*|"
    r"\b(?:put|say|write|make) (?:it|this|that) "
    r"(?:nicer|warmer|softer|kinder|plainer|simpler|less)\b",
    re.IGNORECASE,
)
_ACCUSES = re.compile(
    r"\byou(?:'ve|'re| are| have)? (?:never|always|only|just|don't(?! have to)|can't)\b", re.I
)
_OF_ANOTHER = re.compile(  # who is quoted is somebody else
    r"\b(?:he|she|they|it|(?:my|the|his|her) \w+)(?:'ll|'d|'s)? (?:\w+ )?"
    r"(?:said|says|say|go|goes|went|asked|asks|wrote|texted|answered|replied|sent|put)\b[^.!?]*$|"
    r"\b(?:answered|replied|said|says|goes|texted|begins? with|"
    r"i (?:hear|heard|read|said|told|asked))\b"
    r"[^\"“]{0,30}$",
    re.IGNORECASE,
)


_A_DIALOGUE = re.compile(  # is told, and was said already
    r"\bi (?:say|said)\b.*\b(?:he|she|they) (?:says?|said|goes|answers?)\b",
    re.IGNORECASE | re.DOTALL,
)


def tells_on(text: str) -> bool:
    """Say whether somebody who was asked for their line tells on instead, or tells another's."""
    return bool(_TELLS_ON.match(text)) or unquoted(text) != text


def takes_words(text: str) -> bool:
    """Say whether somebody takes words that were just given, or a part of them."""
    return bool(_TAKES.search(text)) and not _REQUESTS.search(text)


def wants_it_otherwise(text: str) -> bool:
    """Say whether a line of somebody's own is to sound otherwise: "less like a report: '...'"."""
    return bool(_OTHERWISE.search(unquoted(_SINGLE.sub(r'"\1"', text))))


def accuses(text: str) -> bool:
    """Say whether a line of somebody's own, in marks, says what another always or never does."""
    marked = _SINGLE.sub(r'"\1"', text)
    return any(_ACCUSES.search(one[1]) for one in re.finditer(_LINE, marked))


def own_words(text: str, *, after_words: bool) -> bool:
    """Say whether somebody has found what to say: a line in quotation marks that they would say.

    `after_words`: words were given or asked for just before, so every line is one that is not told
    to be somebody else's. Never what accuses, or is grave.
    """
    text = _SINGLE.sub(r'"\1"', text)
    if _REQUESTS.search(unquoted(text)) or _A_DIALOGUE.search(text):
        return False
    fewest = 1 if _AGREES_TO.match(text) else FEWEST_SAID
    return any(
        fewest <= len(text[starts:ends].split()) <= MOST_SAID
        and not (_OF_ANOTHER.search(text[: starts - 1]) or _SAID_BEHIND.match(text, ends))
        and not (_ACCUSES.search(text[starts:ends]) or is_grave(text[starts:ends]))
        and not _OF_THEM.match(text[starts:ends])
        for starts, ends in _lines(text, after_words=after_words)
    )


def gives_a_line(text: str, wants: Wants) -> bool:
    """Say whether somebody surely gives a line of their own, in whatever form; as above."""
    is_asked = wants.surely(Want.WORDS) or wants.surely(Want.CHANGE)
    if not wants.surely(Want.OWN_WORDS) or is_asked or _ACCUSES.search(text) or is_grave(text):
        return False
    marked = _SINGLE.sub(r'"\1"', text)
    lines = [one.span(1) for one in re.finditer(_LINE, marked)]
    return not lines or not all(_is_of_another(marked, *span) for span in lines)


def _is_of_another(text: str, starts: int, ends: int) -> bool:
    before = text[: starts - 1]
    told = _REPORTS.match(text) or _OF_ANOTHER.search(before) or _SAID_BEHIND.match(text, ends)
    return bool(told)


def _lines(text: str, *, after_words: bool) -> Iterator[tuple[int, int]]:
    """Give where lines stand that somebody would say."""
    if _KEPT.search(text) or (after_words and not _REPORTS.match(text)):
        found = re.finditer(_LINE, text)
    else:
        found = chain(_I_SAY.finditer(text), _AGREES_TO.finditer(text))
    yield from (one.span(one.lastindex or 0) for one in found)


def own_plan(text: str, pointer: Pointer) -> str:
    """Give what somebody says they will do, exactly as typed, the fullest; "" where nothing is."""
    plans = [] if _REQUESTS.search(text) else [*_plans(text, pointer)]
    return max(reversed(plans), key=lambda plan: len(plan.split()), default="")


def _plans(text: str, pointer: Pointer) -> Iterator[str]:
    for found in _I_WILL.finditer(text.replace("’", "'")):
        if _ONLY_IF.search(text[: found.start()]):
            continue
        rest = text[found.end() :]
        ends = CLAUSE_ENDS.search(rest)
        plan = text[found.start() : found.end() + (ends.start() if ends else len(rest))]
        plan = _THANKS.sub("", plan).strip()
        is_short = FEWEST <= len(plan.split()) <= MOST
        if _POINTS_AWAY.search(plan) or _TAKEN_BACK.match(
            rest[ends.start() if ends else len(rest) :]
        ):
            continue
        is_past = found[0].lower().startswith("i'd") and "used to" in text
        if not is_short or is_past or _FAREWELL.search(rest[: len(plan)]):
            continue
        told = text
        if asked := _WHAT_IF.match(plan):
            told, plan = text.replace(f"{plan}?", f"{plan}."), plan[asked.end() :]
        if is_safe(plan, told, pointer.names):
            yield plan
