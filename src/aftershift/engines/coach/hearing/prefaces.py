"""What stands in front of what somebody came to say, and is no part of it.

"This might be dumb", "not sure where to start", "sorry this is long": given back as if it were the
matter, it sounds as though nobody had listened. So in a first message it is passed over, wherever
it stands, and none of it is given back. What the matter itself may be, "it might be awkward" of a
Sunday that is to come, is passed over only in front.
"""

import re

_MANY = (  # before "daft": "a wee bit"
    r"(?:(?:an?|the|bit|wee|tad|little|kind|kinda|sort|sorta|of|very|really|rather|so|quite|pretty|"
    r"probably|maybe|mebbe|perhaps|fierce|pure|dead|proper|fair|well|totally|just|such|super|reet|"
    r"right|awful|awfully|gey|hella|lowkey|actually|too|also|rather|summat|something|yet another|"
    r"another|one of those) )*"
)
# Words by which somebody makes their own matter less; "it's ridiculous" may be said of the matter.
_PLAINLY_LOW = "dumb|silly|daft|trivial|twp|glaikit"
_LOW = rf"{_PLAINLY_LOW}|stupid|petty|pathetic|ridiculous|childish|lame|whiny|whingey|moany"
_SMALL = "small|minor|tiny|unimportant|insignificant|nothing|wee"
_PLAINLY_SHY = (
    "embarr?ass?ing|awkward|weird|strange|odd|random|morto|mortifying|cringey?|cringy|personal|"
    "tmi|paiseh|scarlet"
)
_SHY = (
    rf"{_PLAINLY_SHY}|long|rambling|ramble|rambly|messy|mess|confusing|complicated|hard|difficult|"
    "boring|vague|essay|novel|rant|wall of text|out of nowhere|all over the place|mad|crazy|nuts|"
    "bonkers|mental"
)
_SAYS = (
    r"to (?:say|ask|write|type|admit|tell|explain|put|talk about|bring up|be (?:writing|asking)|"
    r"come here|complain|share|post)(?: (?:it|this|that|here|out loud|about|to you|to anyone|"
    r"in words|online|down|with|like this))*"
)
_BEHIND = (  # "daft one, I know"
    rf"(?: (?:one|this|thing|things|question|problem|story|matter|post|issue|of me|stuff|lol|haha|"
    rf"sorry|i know|i guess|maybe|probably|really|{_SAYS}|compared to[^.!?,]*|and {_MANY}"
    rf"(?:{_LOW}|{_SHY})))*"
)
_OF_IT = r"(?:this|it|that|mine|what i (?:have|want) to (?:say|tell))"
_KINDS = rf"{_MANY}(?:{_LOW}|{_SMALL}|{_SHY}){_BEHIND}"
_MAY_BE = (
    r"(?:(?:'s|s|'m| is)(?= (?:gonn|going|prob|likely|maybe|perhaps|fixin|finna))|"
    r"'ll)?(?: (?:might|may|could|will|would|gonnae?|fixin|finna|likely|probably|maybe|"
    r"perhaps|going|to|be|come|across|out|as|sounds?|seems?|just|like|really|about))+"
)
_DUNNO = (
    r"(?:i )?(?:'?m |am |be )?(?:(?:really|just|honestly|still|actually|even|genuinely) )*"
    r"(?:(?:not|no|nae) (?:(?:even|really|too|so|at all|entirely|quite|very|totally) )*"
    r"(?:sure|certain)|unsure|"
    r"(?:do not|don'?t|dinn?ae?|didnae|divn'?t|doh|nuh|no|never|ion) (?:(?:even|really|quite) )*"
    r"(?:know|ken|knaa?)|dunno|idk|(?:have |got )?no (?:idea|clue)|am not knowing|clueless|"
    r"(?:have ?n'?t|not|haven'?t got) (?:even )?(?:an?|the) (?:clue|foggiest|notion|breeze|scooby))"
    r"(?: (?:really|even|exactly|quite|yet))*"
)
_HOW = (
    r" (?:how|where|what|whit|whaur|wha|which end)(?: (?:to|tae|fi|i|i should|i can|i could|one|"
    r"you|ye|i'?m (?:meant |supposed )?to|even|best|exactly|or how|or what|or where|am|do))*"
)
_IT = (
    r"(?: (?:it|this|that|here|in here|on here|with (?:this|it)|from|off|into words|in words|"
    r"really|exactly|properly|all this|any of this|first|down|tbh|to be honest|now))*"
)
_WRITING = r"(?:put|type|write|word|phrase)(?:ing)?"
_MY_ENGLISH = r"(?:the|my) (?:bad |poor |broken )?(?:english|spelling|grammar|typos|rambling|state)"
_PLACE = (
    rf"(?:{_DUNNO} |hope |i hope )(?:(?:if|whether|that) )?(?:this|it|that|i)"
    r"(?:'?s|'?m)? ?(?:\w+ ){0,5}?(?:place|here|counts?|belongs?|sense|allowed)"
)
_ANYWHERE = (
    rf"(?:but )?this{_MAY_BE} {_KINDS}",
    rf"(?:i )?(?:know|realise) (?:this|it)(?:'s|s| is|{_MAY_BE}) {_KINDS}",
    rf"{_MANY}(?:{_LOW}|{_SHY}) (?:one|this|this one|question)(?: (?:this|sorry|i know|maybe))*",
    rf"(?:(?:it|this|that)(?:'?s| is) )?{_MANY}(?:{_LOW}|{_SHY}) {_SAYS}",
    (
        rf"(?:i(?:'?m| am| feel| felt) )?{_MANY}(?:{_LOW}|{_SHY}|embarr?ass?ed|ashamed|nervous|"
        r"shy) "
        r"(?:(?:even|for|about) )*(?:saying|writing|asking|typing|telling|posting|admitting|"
        r"complaining|moaning|to (?:say|write|ask|type|admit))(?: (?:it|this|that|here|about|you|"
        r"to|"
        r"anyone|anybody|online))*"
    ),
    rf"{_DUNNO}{_HOW} {_WRITING}{_IT}",
    rf"{_DUNNO}{_HOW} (?:say|explain|ask|start|begin|tell) (?:this|it here|this here|with this)",
    _PLACE,
    r"(?:if|hope) (?:that|this|it) makes (?:any )?sense",
    (
        r"(?:so |really |i'm |im |very )*(?:sorry|apologies|soz|pardon|"
        r"excuse me)(?: (?:in advance|again|"
        rf"po|(?:for|about) (?:the|this|my|being|all)[^.!?,]{{0,30}}))*(?: (?:if )?(?:this|it|i)"
        rf"(?:'s|s|'m)?(?:{_MAY_BE}| is| gets| goes| turns| am)?(?: (?:into|on|to be))? ?{_KINDS})?"
    ),
    (
        rf"(?:sorry )?(?:if )?(?:this|it)(?:'s|s| is| gets| turns into)? {_MANY}(?:long|essay|"
        r"ramble|"
        r"rambling|novel|wall of text)(?: one)?(?: sorry)?"
    ),
    rf"(?:kindly |please )?(?:excuse|forgive|pardon|ignore|mind) {_MY_ENGLISH}(?: .{{0,20}})?",
    r"(?:please |abeg |so )?(?:bear|bare) with me(?: (?:here|please|on this))?",
    r"sorry (?:to )?(?:disturb|bother|dump|land|go on|moan)\w*(?: [^.!?,]{0,30})?",
    (
        r"(?:ok(?:ay)? |right |well |so )*(?:here (?:goes|we go)(?: nothing)?|deep breath|"
        r"long story "
        r"(?:short|but)|where (?:do|to) i (?:even )?(?:start|begin))"
    ),
    (
        r"(?:please )?(?:don'?t|dinnae|dont|no|promise (?:me )?(?:you|ye) won'?t|you'?ll|ye'?ll|"
        r"y'?all "
        r"(?:are )?(?:gonna|will)|(?:and )?try not to) (?:judg\w+(?: me)?|"
        r"laugh(?:ing)?(?: at me)?|"
        rf"think (?:i'?m|i am|this is|it'?s) {_MANY}(?:{_LOW}|{_SHY}|soft)?)(?: (?:please|ok|but))?"
    ),
    (
        r"(?:ok |so |right )?i(?:'ll| will|'m going to|'m gonna|ll) just (?:say|type|write|start|"
        r"spit|"
        r"put) (?:it|this|that)?(?: (?:out|down|here))*"
    ),
    r"(?:just )?(?:a |wee )*quick (?:one|question|thing)(?: really)?",
    r"(?:long time|first time) (?:reader|lurker|poster|writer|caller|user)\b[^.!?,]{0,20}",
    (
        r"(?:an? )?(?:wee |bit of an? |bit )*(?:first[- ]world|rich people'?s?|champagne) problems?"
        r"(?: (?:here|i know|really))*"
    ),
    (
        rf"(?:i )?(?:feel|it feels|feels|it'?s|its|this is|this feels) {_MANY}(?:{_LOW}|{_SHY}|new|"
        r"unusual|funny) (?:to be |to |i'm )*(?:talk|writ|typ|tell|speak|chat)\w*(?: (?:this|to))* "
        r"(?:an?|the|my) (?:\w+ )?(?:machine|computer|bot|robot|app|phone|screen|program|ai|"
        r"stranger)"
    ),
    (
        r"i(?:'ve|ve| have)? never (?:\w+ )?(?:talked|written|spoken|typed|chatted|told) "
        r"(?:\w+ )?(?:to|with) (?:an?|the) (?:machine|computer|bot|robot|app|ai|"
        r"program)(?: before)?"
    ),
    (
        r"i don'?t (?:normally|usually|generally|often|really) (?:do|write|post|use|go in for) "
        r"(?:this|these|things like this|this (?:kind|sort) of thing|stuff like this|apps)"
        r"(?: (?:kind|sort) of things?)?"
    ),
    (
        r"(?:many |so much )?(?:thanks?|thank you|ta|cheers)(?: (?:you|so much|a lot|very much|"
        r"anyway|x+|"
        r"(?:for|to) (?:reading|listening|this|having|being|let|whoever)[^.!?,]{0,25}|in advance|"
        r"if (?:you|anyone)[^.!?,]{0,25}))+"
    ),
)
_IN_FRONT = (
    rf"{_OF_IT}(?:'s|s| is) {_MANY}(?:{_LOW}|{_SHY})(?: (?:really|of me|i know))+",
    rf"{_OF_IT}(?:'s|s| is) {_MANY}(?:{_LOW})(?= but\b)",
    rf"(?:{_OF_IT}(?:'s|s| is)? )?{_MANY}(?:{_PLAINLY_LOW}|{_SMALL}|{_PLAINLY_SHY}){_BEHIND}",
    rf"{_OF_IT}{_MAY_BE} {_KINDS}",
    rf"{_DUNNO}{_HOW} (?:start|begin|say|explain|ask|describe|tell|go){_IT}",
    rf"{_DUNNO} (?:if|whether|why) i(?:'?m| should| can| am)? ?[^.!?,]{{0,25}}(?:be )?here",
    (
        r"(?:i'?m |i am |am |im )?(?:kind of |kinda |a bit |very |quite |totally |brand |still |"
        r"fairly )*"
        r"new (?:to|at|here|on here|with)(?: (?:this|all this|all of this|these things|here|"
        r"this (?:kind|sort) of thing|the app|it all))*"
    ),
    (
        r"(?:this is |it'?s |its )?(?:my |me )?(?:very )?first (?:time|go|one)(?: (?:here|doing|"
        r"writing|"
        r"using|on|for|at|trying|with|this|these|me|one of|anything like|po|it|ever|a thing like))*"
    ),
    (
        r"i(?:'ve|ve| have)? ?never (?:done|tried|used|written)(?: (?:this|one of these|"
        r"anything like this|something like this|it|these))?(?: before| yet)?"
    ),
    (
        r"(?:and )?my \w+ (?:told me|said|suggested|reckons|made me|says|thinks|wants me)"
        r"(?: (?:to|that|i|should|i'd|try|use|have|a|go|do|come|writ\w+|give|talk\w*|this|it|here|"
        r"on|"
        r"you|myself))+"
    ),
    (
        rf"(?:my )?english (?:is|it is)?(?: not)? ?{_MANY}(?:good|perfect|great|best|bad|poor)"
        r"(?: sorry)?"
    ),
    (
        r"(?:it'?s|its|'?tis|this is|there'?s|just|only|probably|nothing) (?:\w+ )?(?:nothing|"
        r"no big deal|not (?:that |an? )?(?:big|serious|major|huge|important)(?: deal| thing)?|"
        r"no biggie|"
        r"an? (?:small|wee|little|tiny) (?:thing|one|matter)|major|dramatic|serious|big)"
        r"(?: (?:really|at all|i know|only|this|compared to[^.!?,]*))*"
    ),
    (
        r"(?:i know )?(?:(?:other |some |most )?(?:people|others|folk|them)|there'?s (?:people|"
        r"folk)|"
        r"loads) (?:have|has|got|who have|with|are|is|off) (?:it )?(?:\w+ )?(?:worse|"
        r"bigger problems|"
        r"real problems)(?: (?:off|than me|problems|i know))*"
    ),
    (
        r"i(?:'ve|ve| have) been (?:putting (?:this|it) off|meaning to (?:write|do|try) this)"
        r"[^.!?,]{0,20}"
    ),
    r"i know",
    r"(?:no big deal|no biggie|not a big (?:deal|thing))(?: (?:really|i know|but))*",
)
_GREETS = (
    r"(?:hi+|hiya+|hey+|hello+|oi|alright|howdy|g'?day|heya|yo|ey up|ay up|hullo|salaam|salam|"
    r"namaste|howya|howaye|what'?s the craic|how'?s (?:it going|things|you|tricks)|kumusta|"
    r"how are (?:you|ye|things)(?: today)?|good (?:morning|evening|afternoon|day|night)|"
    r"(?:morning|evening|afternoon))(?: (?:there|all|everyone|folks|mate|love|pet|duck|coach|again|"
    r"both|now|po|hun|pal|hen|x+))*"
)
_INTRODUCES = (
    r"(?:i'?m|i am|im) (?:just |only )?an? [^.!?]{2,40}|my name(?:'?s| is) \w+|"
    r"(?:i'?m |im |i am )?\d\d ?(?:[mf]|yo|years old)?(?: here)?"
)
_LEADS = r"[\s,;:.!?…\-–—(]*(?:(?:ok(?:ay)?|so|well|right|um+|uh|erm?|eh|och|ah|oh|god|but|and|ngl|tbh|like|look|honestly|anyway|yeah|abeg|aye)\b[\s,;:.!…\-–—]*)*"  # noqa: E501
_ENDS = (
    r"(?=\s*(?:$|[.!?…,;:\n)(]|[-–—]+(?:\s|$)|(?:but|so|and|cos|coz|because|only|anyway|anyways|"
    r"lol|"
    r"haha|though|tho|x+\W*$)\b))"
)
_EITHER, _FIRST = "|".join(_ANYWHERE), "|".join(_IN_FRONT)
_FRONT = re.compile(
    rf"{_LEADS}(?:(?P<keeps>{_INTRODUCES})|(?P<greets>{_GREETS})|(?P<said>{_EITHER}|{_FIRST}))"
    rf"{_ENDS}",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf"(?:(?<=[.!?…,;:\n(])|(?<=\bbut)|(?<=\bso)|(?<=\band)|(?<=[-–—]))\s*{_LEADS}"
    rf"(?P<said>{_EITHER}){_ENDS}",
    re.IGNORECASE,
)
LEADING = re.compile(_LEADS, re.IGNORECASE)
_IS_GREETING = re.compile(_GREETS, re.IGNORECASE)
_IS_LOW = re.compile(rf"\b(?:{_LOW})\b", re.IGNORECASE)
_IS_SMALL = re.compile(
    rf"\b(?:{_SMALL}|no big deal|no biggie|first[- ]world|bigger problems|real problems|worse|"
    r"not (?:that |a )?(?:big|serious|major|important))\b",
    re.IGNORECASE,
)


def prefaces(text: str) -> tuple[tuple[int, int], ...]:
    """Say where the prefaces of a first message stand, with its greetings and thanks."""
    plain = text.replace("’", "'")
    found, at = [], 0
    while (front := _FRONT.match(plain, at)) and front.end() > at:
        if not front["keeps"]:
            found.append(front.span(front.lastgroup or 0))
        at = front.end()
    found += [one.span("said") for one in _WITHIN.finditer(plain, at)]
    return tuple(found)


def is_greeting(words: str) -> bool:
    """Say whether a preface is only a greeting."""
    return _IS_GREETING.fullmatch(words.replace("’", "'")) is not None


def without(text: str, stretches: tuple[tuple[int, int], ...]) -> str:
    """Put spaces where some stretches of a text stand: what stands where, stays."""
    for starts, ends in stretches:
        text = f"{text[:starts]}{' ' * (ends - starts)}{text[ends:]}"
    return text


def is_only_prefaced(text: str) -> bool:
    """Say whether a first message is nothing but prefaces."""
    rest = LEADING.sub("", without(text, prefaces(text)))
    return not any(map(str.isalnum, rest))


def belittled(text: str) -> str:
    """Give the word by which a preface makes its own matter less; "small" for all of that kind."""
    said = " ".join(text[slice(*one)] for one in prefaces(text))
    if low := _IS_LOW.search(said):
        return low[0].lower()
    return "small" if _IS_SMALL.search(said) else ""
