"""What somebody says to words or a step that they were just given: "a bit soft, but I could try".

It is no new telling, and no request: they turn it over, take it with a word changed, copy it out,
or say that they will see. Who asks for it otherwise, or throws it out, does none of these.
"""

import re

MOST = 42  # words of a message that only takes what was given
_IT = r"(?:it|that|this|them|those|these)"
_THE_PART = r"the (?:first|second|third|last|start|middle|end)(?: one| part| line)?"
_HEDGE = r"(?:\w+ly |just |maybe |perhaps |still |also |might |could |even |prob )*"
_GOOD = (
    r"(?:good|decent|close|closer|near|nearer|better|fine|nice|lovely|great|grand|perfect|alright|"
    r"all right|sound|deadly|class|doable|manageable|half bad|bad|impossible|"
    r"(?:completely |so |too |that )?(?:stupid|daft|terrible|silly))\b"
)
_OF_ELSE = (  # it is not what was given that is good
    r"(?! (?:at|for (?:her|him|them)|as|idea to|of|with|than|about|when|enough|friend|man|woman|"
    r"person|husband|wife|mother|father|kid|lad|girl|boy|dinner|day|time|look))"
)
_SAYS = (
    r"(?:say|do|send|use|try|manage|copy|work with|live with|go with|write|take|steal|keep|"
    r"imagine saying|see me (?:saying|doing|sending)(?: it| that)?)"
)
_A_PART = (
    r"(?:a |an |the |one |some |my |two |small |out |in |off )*(?:words?|bits?|parts?|lines?|"
    r"ending|end|start|second|first|last|shine|small|half|'[^']+'|\"[^\"]+\"|“[^”]+”|"
    r"\w+ on the end)"
)
_SEEMS = (  # how it seems to them, and that it will do
    (
        rf"\b(?:{_IT}|{_THE_PART})(?:'s| is|s| was) (?:\w+ly |not |quite |pretty |actually |so )*"
        rf"{_GOOD}{_OF_ELSE}"
    ),
    (
        rf"\b{_IT} (?:i|we) {_HEDGE}(?:can|could|will|might) {_HEDGE}"
        r"(?:say|do|send|try|use|manage|imagine|write|live with)\b"
    ),
    (
        rf"\bi(?:'d|'ll| {_HEDGE}(?:can|could|might|would|will|shall)) {_HEDGE}{_SAYS} "
        rf"(?:something (?:like|close to) )?{_IT}\b(?! to\b| for (?:the|my|a)\b)"
    ),
    (
        rf"\bi {_HEDGE}(?:like|love|get|prefer) (?:{_IT}\b(?!'s| is| when| about| with)(?! \w+ing)|"
        r"the (?:sense|idea|gist|point|first|second|last|start|short one))"
    ),
    (
        r"\b(?:could|might|may|would|will|'ll) (?:just )?(?:work|do it|do|fit)\b"
        r"(?=[.,!;]|$| for (?:us|me))"
    ),
    r"\bthere'?s (?:a (?:start|bit)|something) (?:there|in (?:it|that))\b",
    r"\bsomething to (?:hold on to|go on|start with)\b",
    r"\bhow i(?:'d)? (?:talk|say it|would say it)\b",
    r"\b(?:near|close to|not far (?:off|from)) what i\b",
    r"\bright (?:neighbou?rhood|ballpark|area)\b",
    r"\boutside (?:of )?my (?:area|comfort)\w*|\bdone worse (?:with|for) less\b",
    r"\bok(?:ay)? the idea\b|\bi see how it goes\b",
    r"\bthat'?s? (?:the )?one\b(?! (?:thing|that|who|of))",
)
_CHANGES = (  # what they would change in it
    (
        rf"\bi(?:'d|'ll| would| will| shall| might| may| can| could| just)? {_HEDGE}"
        r"(?:have to |need to |want to )?"
        rf"(?:(?:say|put|write|word) {_IT} (?:\w+ ){{0,3}}"
        r"(?:different\w*|my (?:own )?way|otherwise|softer|shorter|in my|less|more)|"
        r"(?:lose|drop|change|swap|skip|cut|take out|leave out|take off|trim|add|stick|slip|tuck|"
        rf"put in) {_A_PART}|leave out the|cut (?:it|that) (?:by|in) half|take the \w+ off|"
        r"stick a|put small)\b"
    ),
    r"\bmight (?:lose|drop|change|add|tweak) (?:a|one|some|the)\b",
    r"\bneeds? (?:less|more) \w+ and\b",
)
_WILL_SEE = (
    r"\bgive (?:it|that|'?er|this) (?:a (?:go|try|shot|whirl|bash)|my best)\b|\bmight could\b",
    (
        r"\b(?:i(?:'ll| will| shall|ll)|(?:let me|lets?|let us)) (?:just )?(?:try|see|sit with|"
        r"think (?:on|about|over)|sleep on|chew on|have a (?:go|think))\b"
        r"(?! (?:him|her|them|you|the|my|if (?:she|he))\b)"
    ),
    r"\bi (?:won'?t|can'?t|don'?t) promise\b|\btill? i'?ve had a go\b|\bturning it over\b",
    r"\bif i bottle it\b|\bchew on (?:it|that)\b|\bmaybe (?:that|this)\b(?=[.,!]|$)",
    r"\bhalf a mind (?:to|fi)\b|\bnot sure it'?s me\b|\bhear (?:you|yuh|unnu)\b(?=[.,!]|$)",
)
_HAS_IT = (
    (
        r"\bi(?:'ve| have|'ll| will|'m|m| am)? (?:just )?(?:copied|copy|copying|wrote|written|"
        r"write|read|recorded|practi[sc]ed?|practi[sc]ing|saved|save|noted|picturing|typing) "
        rf"(?:{_IT} )?(?:out|down|up|twice|again|on my hand|it|that|in)\b"
    ),
    r"\blet me (?:say|read|try) (?:it|that)\b",
)
_TAKES = re.compile("|".join((*_SEEMS, *_CHANGES, *_WILL_SEE, *_HAS_IT)), re.IGNORECASE)
_WANTS_IT_OTHERWISE = re.compile(
    r"\?|\b(?:can|could|would|will) (?:it|you|u|we)\b|"
    r"\b(?:give|gimme|help|make|write|find|tell) (?:me|us)\b|\bmake it\b|"
    r"\b(?:simpler|shorter|softer|warmer|colder|plainer|funnier|half that|less|more like|another|"
    r"different one|instead) ?(?:please|pls|version|one|i think|though)?(?=[.,!]|$)|"
    r"\btoo (?:much|long|soft|polite|formal|posh|fancy|sweet|stiff|pretty|nice)\b(?!.*\bbut\b)|"
    r"\btoo many\b|\b(?:pls|please)\b(?! off)|^\W*and \b|\bcut it (?:down|to)\b|"
    r"\b(?:drop|not) that one\b|"
    r"\b(?:no|nah|naw)\b[,.! ]+(?:too|less|not|that'?s|it'?s|she|he|i'?d never)|"
    r"\bbit (?:fancy|flash|formal|posh|hr|polished|long)\b|\b(?:i'?d|i would) never\b|"
    r"\bneeds? to (?:be|start)\b|\b(?:has|have) to be\b|"
    r"\b(?:must|should) (?:not )?(?:be|start|have)\b|"
    r"\bsay it (?:differently|otherwise)\b(?=, |$)|\bnow (?:one|for)\b",
    re.IGNORECASE,
)
_TELLS_ON = re.compile(  # what has more to it than what was given
    r"\b(?:he|she|they)(?:'d| would|'ll| will) (?:only|never|laugh|hate|hear|kill|think|know|"
    r"just say)\b|"
    r"\bi (?:forgot|should) (?:to )?(?:say|add|mention|tell you)\b|\bactually something\b|"
    r"\b(?:because|the thing is|it'?s (?:more|not) that|what if|"
    r"but (?:if|what|when|she|he|they))\b|\bthough\b|"
    r"\bi(?:'m| am|m) (?:\w+ )?(?:scared|afraid|sad|ashamed|lonely|crying|worried)\b",
    re.IGNORECASE,
)


def takes_it(text: str) -> bool:
    """Say whether a message only takes what was just given: hedged, changed a little, or kept."""
    plain = text.replace("’", "'")
    if len(plain.split()) > MOST or _WANTS_IT_OTHERWISE.search(plain):
        return False
    return _TAKES.search(plain) is not None and not _TELLS_ON.search(plain)
