"""How heavy words are: what is grave, harsh, a verdict, or tells of a loss.

What is grave is not said again in passing, and no verdict in our voice. In a whole sentence more is
plain than in a few words of it: "I'm a nurse", "he's having a bath", "it still hurts".
"""

import re

_GRAVE = (
    r"die dies died dying dead death euthanasia kill\w* suicid\w* murder\w* cancer",
    r"miscarr\w* hurt\w* hit hits hitting beat\w* rape\w* knife gun weapon blood bleed\w*",
    r"drunk pills drugs? overdos\w* afraid scared frighten\w* threat\w* chok\w* slap\w*",
    r"punch\w* grab\w* abus\w* assault\w* harm\w* sex\w* naked pregnan\w* racis\w*",
    r"useless pathetic weak failures? worthless hate\w* cruel idiots? cowards? monster burden",
    r"liars? cow",
    r"bitch\w* evil toxic narcissis\w* disgust\w* ugly fat snob",
    r"fuck\w* shit\w* feckin\w* fecking bollocks piss\w* wank\w* bastards? arse\w* ass",
    r"asshole prick dick",
)
# Harsh words, which are theirs to say and, in quotation marks, ours to have heard.
_HARSH = (
    r"bad terrible horrible failed rubbish awful mad crazy thick jealous fool\w* worst",
    r"damn crap wrong",
)
# So in a whole sentence; in a few words of one they are too much.
_BLUNT = (r"bloody stupid selfish nasty lazy fault lies? lied lying spoilt ungrateful",)


def _any_of(*words: str) -> str:
    return rf"\b(?:{'|'.join(' '.join(words).split())})\b"


_GRAVE_WORDS = re.compile(_any_of(*_GRAVE), re.IGNORECASE)
_BLUNT_WORDS = re.compile(_any_of(*_BLUNT), re.IGNORECASE)
_HARSH_WORDS = re.compile(_any_of(*_HARSH, *_BLUNT), re.IGNORECASE)
_ANGRY = re.compile(
    r"\b(?:shaking|hopping|boiling|raging|fighting|still) mad\b|\bmad (?:at|with)\b", re.IGNORECASE
)
_AT_REST = re.compile(r"\bl(?:ies?|ying) (?:down|in|there|next|beside|awake|on)\b", re.IGNORECASE)
_VERDICT = re.compile(  # on oneself or on somebody
    r"\b(?:i'?m|i am|i was|i'?ve been|(?:he|she)(?:'?s| is| was)|they(?:'?re| are| were))"
    r"(?: (?!not)\w+)? (?:a|an|such|so)\b|"
    r"\b(?:he|she|they)(?:'?s|'?re| is| are| was| were)(?: (?!not)\w+)? wrong\b",
    re.IGNORECASE,
)
_LOSS = re.compile(  # and no figure of speech
    r"(?<!nearly )(?<!could have )(?<!could of )(?<!could've )(?<!near )\b"
    r"(?:died|dies|dying|dead|death|cancer|miscarr\w*|passed (?:away|peacefully)|"
    r"god rest (?:him|her|them)|we lost (?:him|her|mrs?|ms))\b"
    r"(?! (?:laughing|tired|on|good|nice|quiet|right|end|of|to|for))",
    re.IGNORECASE,
)
_BEARABLE = re.compile(  # in a whole sentence
    r"\b(?:afraid|scared|frightened)\b(?! of (?:him|her|them|my|what (?:he|she|they)))|"
    r"\b(?:it|that|this) (?:still |really )?hurts?\b|\bpregnant\b|\b(?:be|get|been) hurt\b|"
    r"\bhurt\w* (?:my|his|her|their|our) feelings\b|"
    r"\b(?:it|that|this)(?: really| just| all)? hits? (?:me|us|home|hard)\b(?! with)|"
    r"\b(?:i'?m|i am|i was|feel|felt|feeling|bit|little|also|still) hurt\b|"
    r"^hurt\b|"
    r"\bhate[sd]?\b(?! (?:him|her|them|me|my|myself)\b)|"
    r"\b(?:it|that|this)(?:'s|s| is| was) (?:an?|the) (?:\w+ )?killer\b|"
    r"\b(?:it|that|this|which) (?:just |really |fair |near )?kill(?:s|ed) me\b|"
    r"\bi (?:haven'?t|don'?t|didn'?t|have not|do not|no longer) (?:really |even )?"  # and no other
    r"(?:want(?:ed)?|feel like|felt like|fancy|fancied|miss(?:ed)?|have any interest in) "
    r"(?:any )?sex\b"
    r"(?![^.!?]*\b(?:he|she|they|him|her|but)\b)",
    re.IGNORECASE,
)
_JUDGES = re.compile(  # in a whole sentence
    r"(?<!like )(?<!as if )(?<!though )"
    r"\b(?:i'?m|i am|i was|he'?s|she'?s|(?:he|she) (?:is|was)|they'?re|they (?:are|were))"
    r"(?: (?!not)\w+){0,2}? (?:(?:a|an|the|such a|such an)(?: \w+){0,2}? "
    r"(?:mess|fraud|fake|failure|doormat|joke|nightmare|child|baby|princess|bully|freak|"
    r"pig|snake|queen|loser|mug|addict|alcoholic|"
    r"disgrace|disappointment|person|mother|father|mum|dad|wife|husband|friend|daughter|son|human)|"
    r"wrong|the worst|stupid|selfish|nasty|lazy|lying|thick|mad|crazy)\b|"
    r"\b(?:my|me) (?:\w+ )?fault\b",
    re.IGNORECASE,
)


DEAD_SO = re.compile(  # "dead quiet", and nobody is
    r"\bdead (?=(?:quiet|silent|tired|on|good|nice|easy|slow|boring|set|certain|sure|keen|simple|"
    r"chuffed|proud|end|line|cheap|ahead|straight|beat|leg|lift|legs|polite|calm|kind|sweet|"
    r"serious|excited|happy|pleased|early|late|hard|funny|strict|posh|weird|annoying)\b)",
    re.IGNORECASE,
)


def is_grave(words: str) -> bool:
    """Say whether words hold what is too grave to be said again in passing, a verdict, swearing."""
    return any(one.search(words) for one in (_GRAVE_WORDS, _BLUNT_WORDS, _VERDICT))


def is_grave_sentence(sentence: str) -> bool:
    """Say whether a whole sentence holds what is too grave, but for a loss; a verdict, swearing."""
    bearable = _BEARABLE.sub("", _LOSS.sub("", sentence))
    return bool(_GRAVE_WORDS.search(bearable) or _JUDGES.search(_ANGRY.sub("", sentence)))


def is_of_loss(sentence: str) -> bool:
    """Say whether a sentence tells of a death or a grave illness."""
    return bool(_LOSS.search(DEAD_SO.sub("", sentence)))


def is_harsh(sentence: str) -> bool:
    """Say whether a sentence holds a harsh word, which is theirs to say and not ours."""
    return bool(_HARSH_WORDS.search(_ANGRY.sub("", _AT_REST.sub("", sentence))))
