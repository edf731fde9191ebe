"""A pleased yes in the clothes of a no: "no that's perfect", "ha you've left no room right enough".

Who laughs and likes it, gives in, or takes back a dig of their own has refused nothing. A word
that takes it back again ("but", "not for me", "he'd never") makes it an objection all the same.
"""

import re

MOST = 24  # words of a message that is nothing but pleased
_NO = (
    r"(?:(?:ha+h?|haha\w*|lol|och|ah|oh|aw+|eh|ok|well|right|fair|god)\W+)*"
    r"(?:(?:no+|nah|naw|nope|na)\W+)+(?:yeah\W+)?"
)
_LAUGH = r"(?:(?:ha){1,4}h?|hehe\w*|lol|lmao|😂|🤣|😅)\W+"
_IT = r"(?:that'?s|that is|it'?s|it is|this is|they'?re|these are|that|it)"
_LIKED = (
    r"(?:perfect|great|good(?! (?:for|one|luck|idea for|enough for)\b)|grand|lovely|class|spot on|"
    r"right|true|fair|brilliant|brill|mint|deadly|sound|the one|bang on|magic|ideal|just right|"
    r"funny|sweet|kind|exactly (?:it|right|that)|exactly|beautiful|braw|savage|tidy|lush|ace|"
    r"beaut|champion|gold|genius|dead on|just it|it exactly|what i (?:needed|wanted|mean\w*|"
    r"was after)|better(?! than (?:nothing|that))|nice|not bad|cracking|mighty|fantastic|"
    r"wonderful|clever|well put|well said|how i'?d say it)"
)
_OWN = (  # what they wanted to add or to do, and have taken back themselves
    r"\bi (?:might|could|may|was going to|was gonna|was about to|wanted to|want to|nearly|almost|"
    r"would|'d|would have)\b[^?]*[.,!;…-]+\s*(?:(?:but|och|ah|ok|oh|and) )*"
    r"(?:no+|nah|naw|nope)\b\W*"
    r"(?:(?:i|i'?ll)(?: won'?t| will not| wont| shan'?t| better not| shouldn'?t| not| wouldn'?t|"
    r"'?ll not|'?ll (?:be good|behave|leave it|resist|spare \w+)| (?:leave it|be good|behave))?"
    r"[^.!?]{0,14}|(?:best not|better not|leave it|leave it out|be good|behave)[^.!?]{0,14})?\W*$"
)
_PLEASED = re.compile(
    r"(?:(?:no+|nah|naw)[,.!]+ ?(?:that'?s )?good\W*$|"
    rf"{_NO}(?:you'?re|yer) (?:\w+ )?(?:right|spot on|dead on|bang on|funny|gold|a genius)\b|"
    rf"{_NO}(?:honestly\W+|really\W+|actually\W+)?{_IT} (?:\w+ )?{_LIKED}\b|"
    rf"{_NO}(?:i (?:\w+ )?(?:like|love|see|get) (?:it|that|this|them)|yes\b|fair\b|"
    r"(?:that|it|this)(?:'ll| will|'d| would)? (?:do|does|works?|suits?|fits?)\b(?! (?:for|n.t)\b)|"
    r"keep (?:it|that)|i'll (?:take|do|say|send|use) (?:it|that|this)|perfect|grand|lovely|great|"
    r"class)|"
    rf"(?:{_LAUGH})?(?:no|nae|not a|no' a) (?:notes|complaints?|arguments?|quarrel|changes|"
    r"corrections|excuses?)"
    r"(?: (?:here|from me|now|left|with that))*\W*$|"
    rf"(?:{_NO}|{_LAUGH})?(?:i )?(?:can'?t|cannot|cannae|couldn'?t|wouldn'?t|won'?t|'ll not) "
    r"(?:argue|fault|complain|say it better|have (?:said|put) it better|improve|beat)\b|"
    rf"(?:{_NO}|{_LAUGH})?(?:i )?wouldn'?t (?:change|touch|alter) (?:a|any|one)\w*\b|"
    rf"(?:{_NO}|{_LAUGH})?(?:not|no'?|nae) (?:half )?bad\b|"
    rf"(?:{_LAUGH}|{_NO})(?:fair(?: enough| point| play| dos)?|touch[eé]|you got me|caught me|"
    r"busted|guilty(?: as charged)?|(?:you'?re|yer|your) (?:\w+ )?right|true|true enough|"
    r"you'?re not wrong|too right|right enough|you (?:know|have) me(?: too)? well)\W*$|"
    r"(?:you'?re|your|yer) not wrong|(?:no|nah),? (?:you'?re|yer|your) right\b|"
    rf"{_LAUGH}(?:you'?ve|you|that'?s|that|it'?s|it|no) (?:\w+ ){{0,5}}?(?:left (?:me )?no (?:room|"
    rf"excuse|way out)|got me|{_LIKED}|me to a t)\b|"
    r"(?:i )?(?:don'?t|do not|dinnae) (?:hate|mind|dislike) (?:it|that|this)\b|"
    r"(?:i )?(?:never|wouldn'?t have|hadn'?t|didn'?t|'d never have|would never have) "
    r"(?:thought|think) of (?:that|it)\b|(?:there'?s )?no harm in (?:that|it|trying)|"
    r"(?:i'?ve )?nothing to lose|(?:sure )?why not\W*$)",
    re.IGNORECASE,
)
_TAKES_BACK_A_DIG = re.compile(_OWN, re.IGNORECASE)
_OWN_THING = re.compile(  # what they would add, which is theirs to leave out
    r"\bi (?:might|could|may|was going to|was gonna|was about to|wanted to|want to|nearly|almost|"
    r"would|'d|would have) (?:\w+ )?(?:add|put|say|stick|throw|slip|sign|end|include|send|write|"
    r"mention|attach|tell|finish|said|added|put|sent|wrote|get)\b",
    re.IGNORECASE,
)
_OBJECTS = re.compile(
    r"\b(?:bad exactly|but|except|only|although|though|tho|still|yet|however|unless|"
    r"too (?:much|long|soft|nice|formal|posh|late|soon|big|hard|american|cheesy|fancy)|"
    r"not (?:for|to|my|that|this|him|"
    r"her|us|me|really|sure|with|in|at|now|today|going|so)|for (?:some|other|you|a normal)|"
    r"(?:he|she|they)(?:'d| would|'ll| will) (?:never|hate|think|laugh|know|kill|run|not|just)|"
    r"(?:i|we) (?:won'?t|can'?t|couldn'?t|wouldn'?t) (?:do|say|send|use|try) (?:it|that|this)|"
    r"isn'?t|doesn'?t|don'?t (?:think|do|want|like|have|work)|nothing like|no way|no chance|"
    r"not a chance|rubbish|useless|as if|tried|something else|another|instead|different|if|"
    r"thanks? but|no thanks?)\b|\?",
    re.IGNORECASE,
)


def is_pleased(text: str) -> bool:
    """Say whether a message that has a no in it is a pleased yes to what was given."""
    plain = text.replace("’", "'").strip()
    if len(plain.split()) > MOST:
        return False
    if _TAKES_BACK_A_DIG.search(plain) and _OWN_THING.search(plain):
        return True
    return bool(_PLEASED.match(plain)) and not _OBJECTS.search(plain)
