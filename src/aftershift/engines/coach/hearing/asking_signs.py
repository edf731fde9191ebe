"""What shows in a message whether a question fits behind it: signs, by what is told and how.

Who says "that's all it is" has come to an end, who says that nobody believes them has answered
"does anyone know?". Which question needs or bars which sign is data: content/coach/questions.toml.
"""

import re
from enum import StrEnum

from aftershift.engines.coach.own_words.quotable import SPEECH


class Sign(StrEnum):
    """One thing that a message shows."""

    ASKED = "asked"  # it asks something itself
    OPENS = "opens"  # it says only that there is something to tell, or asks to be heard
    CONCLUDED = "concluded"  # it ends in a verdict, a conclusion or a shrug
    THAT_IS_ALL = "that_is_all"
    RECKONS = "reckons"  # its last sentence is what somebody makes of it
    GENERAL = "general"  # and that one is about people, or about life
    EXPLAINS = "explains"
    DENIES = "denies"  # that they mind, or that it is what was thought
    FEELING = "feeling"  # named, whatever it is
    LASTING = "lasting"  # a feeling of one's own that is there now and may stay
    STIRRED = "stirred"  # one that something sets off
    GLAD = "glad"  # joy, or a kindness that was done
    GRANTED = "granted"  # the other's side was seen already
    OWN_PLAN = "own_plan"
    HOPES_OF_THEM = "hopes_of_them"  # what somebody else may do
    NOBODY = "nobody"  # knows, believes, asks
    TOLD_IT = "told_it"  # to somebody
    OWN = "own"  # the person comes into what is told last
    TO_ME = "to_me"  # what was said was said to or of them
    ANSWERED = "answered"  # and they did, or cannot have
    OWN_SLIP = "own_slip"
    LONG_AGO = "long_ago"
    RATHER = "rather"  # a wish that is a figure of speech, or against something
    OF_THEM = "of_them"  # what somebody else shall want, think or do
    THEY_THINK = "they_think"  # what another makes of it is said already
    POINTS = "points"  # to what was told before, and tells nothing
    BRIEF = "brief"
    BORNE = "borne"  # somebody does it to them; or it is told first
    DROPPED = "dropped"  # its last sentence is not what was given back


_OUGHT = r"(?:(?:\w+ly|just|only|still|also|so|a bit|kind of|sort of|such a|too) )*"
_SAD = (
    r"(?:ashamed|guilty|jealous|lonely|alone|embarrassed|worried|anxious|nervous|angry|mad|furious|"
    r"annoyed|sad|hurt|upset|gutted|left out|invisible|useless|stupid|small|empty|numb|"
    r"overwhelmed|resentful|bitter|torn|homesick|disappointed|humiliated|fed up|tense|restless|"
    r"bad|worse|awful|terrible|low|raging|heartbroken|relieved|scared|afraid|frightened|tired|"
    r"exhausted|knackered|drained|bored|stuck|lost|foolish|an idiot|betrayed|uneasy)"
)
_STAYS = (
    r"(?:ashamed|guilty|jealous|lonely|anxious|nervous|angry|furious|sad|hurt|left out|invisible|"
    r"useless|empty|numb|overwhelmed|resentful|bitter|torn|homesick|tense|restless|low|uneasy)"
)
_GLAD = (
    r"\b(?:happy|glad|delighted|chuffed|thrilled|over the moon|buzzing|made up|proud|lovely|"
    r"brilliant|gorgeous|(?:the|my) best(?! friend)|so (?:good|nice|funny|kind)|good news|"
    r"grand news|"
    r"we laugh\w*|giggl\w+|hilarious|beam(?:s|ed|ing)|cuddl\w+|hug(?:s|ged|ging)?|is sweet|loves?|"
    r"loved|(?:he|she|they|it|i) (?:really )?likes?|enjoy\w*|fancy|birthday cake|party emoji)\b|"
    r"\b[hj]a(?:ha)+\b|[😂🤣😅😍🥰🎉]|"
    r"\b(?:br[io]ngs?|brought|makes?|made|cook(?:s|ed)|bakes?|baked|buys?|bought|sends?|sent|"
    r"saves?|saved|keeps?|kept|knit(?:s|ted)?) (?:me|us)\b(?! (?:feel|look|\w+ (?:it|that|to)))|"
    r"\b(?:came|comes|come) to my (?:wedding|graduation|party|ceremony)\b|"
    r"\b(?:made|makes|buys|bought|kept) (?:\w+ ){1,4}for (?:me|us|later)\b|"
    r"\bwait(?:s|ed)? (?:\w+ ){0,3}(?:with|outside|up for)\b"
)
_ENDS = re.compile(r"[.!?;\n]+(?:\s+|$)")
_WHOLE = {  # looked for in all that is told
    Sign.ASKED: r"\?|(?:^|[.!] )(?:so |and |but )*(?:can|could|may|shall|should) i\b",
    Sign.OPENS: (
        r"\b(?:can|could|may) i (?:just )?(?:tell|ask|vent|moan|rant|talk|say|run|get)\b|"
        r"\bi(?:'d like| want| need|'m here| came)? to (?:talk|discuss|vent|moan|rant|"
        r"tell (?:someone|somebody|you)|get (?:something|this) off|ask|go over)\b|"
        r"\bgot (?:some |a bit of )?(?:good |great |big )?news\b|\b(?:good|great|big) news\b|"
        r"\bsomebody to (?:talk|tell)\b|\bguess what\b"
    ),
    Sign.THAT_IS_ALL: (
        r"\b(?:that'?s|that is|thats|this is) (?:all|it|everything)(?: (?:it is|there is|i \w+|"
        r"really|to it))?\W*(?:$|[.!,;])|\bnothing (?:more|else)\W*$|\bno more than that\b|"
        r"\bsimple as that\b|\bthat'?s all\b"
    ),
    Sign.DENIES: (
        r"^\W*(?:no|nah|nope)\W+(?:he|she|it|they|we|i)\b|\b(?:i'?m|i am|we'?re|it'?s|its|it is|"
        r"this is|that'?s) not (?:really |even |just )?(?:that |"
        r"about |the |a |complaining|moaning|upset|angry|cross|mad|sad|tired|burnt?|burnout|"
        r"jealous|worried|bothered|scared|asking|fighting|harsh)|\bdo(?:n'?t|nt| not) (?:really )?"
        r"(?:care|mind)\b|\bnothing(?:'s| is| to be)? (?:wrong|awful|bad|cross|the matter)\b|"
        r"\bgoes away\b|\bi know (?:how is |what )?(?:tired|\w+ is)\b"
    ),
    Sign.FEELING: (
        rf"\bi(?:'?m| am| was| feel| felt| get| got)? {_OUGHT}{_SAD}\b|"
        rf"\b(?:feel|felt|feeling|feels|makes me|made me) {_OUGHT}(?:like )?\w*{_SAD}\b|"
        rf"\b(?:too|so|still|just|bit|mostly|shaking|raging|fuming) {_SAD}\b|"
        r"\b(?:hurts?|stings?|stung|gutted|cried|crying|in tears|dreading|shaking|fuming|"
        r"bor(?:ed|edom)|burnout|lonely|loneliness|guilt|shame|ashamed|anger|grief)\b"
    ),
    Sign.GLAD: _GLAD,
    Sign.GRANTED: (
        r"\bfair enough\b|\bto be fair\b|\btbf\b|\bin fairness\b|\bi (?:do |kind of |sort of |"
        r"can )?"
        r"(?:get|understand|see) (?:it|that|why|how|him|her|them|his|her|their)\b|\bcan'?t blame\b|"
        r"\bdon'?t blame\b|\b(?:he|she)'?s? (?:is |was |are )?(?:also|too) \w+\b|\bsince (?:his|"
        r"her|their)"
        r" (?:dad|mum|mother|father|\w+) \w+|\bnot (?:his|her|their) fault\b|\bi know (?:he|she|"
        r"they)\b"
    ),
    Sign.NOBODY: (
        r"\b(?:nobody|no ?one|no-one|naebody|not a soul|no man|no person)\b|"
        r"\b(?:never|haven'?t|hasn'?t|have not|didn'?t|not) (?:\w+ )?(?:told|tell|said|say|"
        r"mentioned|"
        r"spoken of)\b"
    ),
    Sign.TOLD_IT: (
        r"\bi(?:'ve| have)? (?:\w+ )?(?:told|said to|asked|mentioned)\b|\b(?:he|she|they|my \w+) "
        r"knows?\b|\b(?:says?|said|tells?|told)\b"
    ),
    Sign.OWN_SLIP: (
        r"\bi (?:\w+ )?(?:stuff|mess|screw|muck|ball|bugger|cock)\w*(?: \w+)? up\b|\bmy (?:own )?"
        r"fault\b|\bi shouldn'?t have\b|\bi was (?:wrong|out of order|rude|short)\b"
    ),
    Sign.LONG_AGO: (
        r"\b(?:years?|yrs?|months?|decades?|weeks) ago\b|\bback then\b|\bat the time\b|"
        r"\bas a (?:child|kid|student)\b|\bwhen i was\b|\blast (?:year|winter|spring|summer|"
        r"autumn)\b"
    ),
    Sign.EXPLAINS: r"\b(?:because|cos|coz|'cause|cuz|since (?:his|her|my|their|i|he|she))\b",
}
_LAST = {  # looked for in the last sentence
    Sign.CONCLUDED: (
        r"\b(?:that'?s|that is|thats|this is) (?:a|an|the|what|how|why|life|just|me|my|sort of|"
        r"kind of)\b|\bit'?s (?:just|only|all|me|my own|the \w+ (?:that|who)|not (?:my|his|her|"
        r"their))\b|"
        r"\b(?:probably|maybe|perhaps|guess|suppose|is|was|'s|are|were) right\b|\bfair enough\b|"
        r"\bno thanks to me\b|\bnot (?:my|his|her|their|anyone'?s) fault\b|"
        r"\bi(?:'?m| am) the (?:one|only|bad|fool|mug)\b|\bit'?s (?:me|you|him|her|us) (?:that|"
        r"who)\b|"
        r"\bi (?:swear|guarantee|promise you|tell you)\b|\bwhat (?:can|could) (?:you|i|he|she|they|"
        r"we|one) do\b|\bthere you (?:go|have it)\b|\bno harm done\b|\bend of(?: story)?\b|"
        r"\bnever mind\b|\bwhatever\b|\bi know (?:it|this|that|all of it)\b|\bwhich is (?:\w+ )?"
        r"(?:worse|worst|fair|mad|stupid|funny|true|sad)\b|\bas if\b|\b(?:worse|better|more|less) "
        r"than\b|\b(?:for god'?s sake|ffs|for goodness sake|go figure|typical|obviously|clearly|"
        r"apparently|of course|no wonder|simple|poor \w+)\b|\bguess (?:what|who)\b|\btruth is\b|"
        r"\bif i(?:'m| am) honest\b|\bto be honest\b|\bmade sense\b|\bi don'?t even\b|\b(?:come|"
        r"came) (?:in|to|into) my mind\b|"
        r"\bone (?:job|thing|rule)\b|\bwould (?:think|say|have)\b|\b(?:he|she|they)'?d "
        r"(?:think|say|laugh|kill|eat|never)\b|!!|\bthis (?:sentence|thing|one) stays\b"
    ),
    Sign.RECKONS: (
        r"^\W*(?:and |but |so |well |yes |no |yeah |aye )*(?:i (?:do )?(?:think|guess|suppose|"
        r"reckon|"
        r"mean|figure|figured|believe|know)|maybe|perhaps|probably|you (?:may|might|could) be|"
        r"i'?d say|honestly|truth)\b|\bi (?:reckon|suppose|guess)\b|"
        r"\b(?:either|too|as well|both of us)\W*$|\b(?:never|didn't|"
        r"doesn't) \w+ (?:it )?(?:either|too)\b"
    ),
    Sign.GENERAL: (
        r"\byou have to\b|\bwhen you (?:sleep|\w+)\b|\byou (?:just|only|never|always|can'?t|"
        r"don'?t)\b|"
        r"^\W*(?:and |but |so )*(?:every(?:one|body|thing)|people|life|these \w+|men|women|kids|"
        r"children|families|managers|doctors|nurses|patients)(?:'s| is| are| \w+s?)\b"
    ),
    Sign.LASTING: (
        rf"\bi(?:'m| am| feel| still feel|'ve been| have been) {_OUGHT}{_STAYS}\b(?! (?:that|he|"
        rf"she|"
        r"they|it|i|of|to|about)\b)"
    ),
    Sign.STIRRED: (
        r"\bi(?:'m| am| get| feel| go) (?:\w+ )?(?:anxious|nervous|angry|furious|jealous|tense|"
        r"restless|snappy|uneasy)\b"
    ),
    Sign.OWN_PLAN: (
        r"\b(?:i|we)(?:'ll| will) (?!not\b|never\b|have\b|admit\b)\w|\bi(?:'m| am) (?:going to|"
        r"gonna)\b|"
        r"\b(?:maybe|perhaps) (?:i|we)\b|\bi might (?!have)\w"
    ),
    Sign.HOPES_OF_THEM: r"\b(?:maybe|perhaps|might|hopefully|i hope|with luck)\b",
    Sign.OWN: r"\b(?:i|i'm|i'd|i've|i'll|me|my|mine|myself|we|us|our|we're|we've|im|ive)\b",
    Sign.TO_ME: (
        r"\b(?:to|tells?|told|asks?|asked|calls?|called|texted|answered) me\b|"
        r"\b(?:says?|said|wrote|goes|texted|replied|told me|tells me)\b.*\b(?:i|i'm|me|my|you|"
        r"your|u)\b"
    ),
    Sign.ANSWERED: (
        r"\bi (?:just |only )?(?:said|told|answered|replied|laughed|nodded|smiled|wrote|went|"
        r"left)\b|"
        r"\b(?:good (?:morning|evening|night)|hello|hi|nothing|not (?:a|one) (?:single )?word|"
        r"voicemail)"
    ),
    Sign.RATHER: r"\brather\b|\bwish (?:i|he|she|they|it|we|you) had\b|\bcould have\b|\bto god\b",
    Sign.OF_THEM: r"\bwant (?:him|her|them|my \w+) to\b|\bwant(?:s|ed)? (?:it|this|that) to\b",
    Sign.THEY_THINK: r"\b(?:he|she|they) (?:\w+ )?thinks?\b",
    Sign.BORNE: (
        r"\b(?:he|she|they|it|nobody|no ?one|everyone|everybody|someone|(?:my|our|the|his|her) \w+)"
        r"(?: (?!i\b)\w+){1,4} (?:me|us)\b"
    ),
    Sign.POINTS: r"\bi (?:do |really |still )?miss (?:that|it|this|those)\b",
}
_IN_ALL = {one: re.compile(words, re.IGNORECASE) for one, words in _WHOLE.items()}
_AT_LAST = {one: re.compile(words, re.IGNORECASE) for one, words in _LAST.items()}
_WORD = re.compile(r"[\w']+")
MOST_OF_IT = 0.7  # share of the words of a last sentence
FEWEST = 6  # words of a message that tells enough to be asked about


def signs_in(text: str, given: str, *, is_first: bool) -> frozenset[Sign]:
    """Give what a message shows, of which `given` is given back; "" where nothing is.

    In a first message the person need not come into the last sentence. What somebody is quoted with
    is not theirs, but for whether it was said to them.
    """
    whole = text.replace("’", "'").strip()
    plain = SPEECH.sub("it", whole)
    last = next((one for one in reversed(_ENDS.split(plain)) if one.strip()), "")
    found = {one for one, pattern in _IN_ALL.items() if pattern.search(plain)}
    found |= {one for one, pattern in _AT_LAST.items() if pattern.search(last)}
    if _AT_LAST[Sign.TO_ME].search(whole):
        found.add(Sign.TO_ME)
    if is_first:
        found |= {Sign.BORNE} | ({Sign.OWN} if _AT_LAST[Sign.OWN].search(plain) else set())
    if len(plain.split()) < FEWEST:
        found.add(Sign.BRIEF)
    if given and not _holds(given, last):
        found.add(Sign.DROPPED)
    return frozenset(found)


def _holds(given: str, last: str) -> bool:
    """Say whether most words of a last sentence were given back."""
    words = [*map(str.lower, _WORD.findall(last))]
    known = {*map(str.lower, _WORD.findall(SPEECH.sub("it", given.replace("’", "'"))))}
    return sum(one in known for one in words) >= MOST_OF_IT * len(words)
