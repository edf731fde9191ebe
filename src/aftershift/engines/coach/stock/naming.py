"""What a request for words names: a card, a toast, a neighbour, an office, an anniversary.

Who asks for two lines in a leaving card needs no guess at why. What is named goes before what is
likely, so only what is plain is taken: a bank card is none, nor is going upstairs. A request that
names nothing may have it named by the talk: who was interrupted, what was heard from others, money
that was spoken of twice, a neighbour.
"""

import re
from collections.abc import Sequence

LATELY = 2  # messages before the request in which an occasion may have been named
WRITTEN = frozenset({
    "text", "write", "message", "email", "letter", "card", "note", "send", "post", "whatsapp",
})  # fmt: skip
BRIEF = frozenset({
    "short", "shorter", "long", "polished", "pretty", "flash", "stiff", "posh", "line", "sentence",
    "phrase", "words", "simple", "plain", "formal", "fancy",
})  # fmt: skip
FIRMER = frozenset({"firmer", "stronger"})  # asks for the same words again, with more in them
# What somebody names when they ask for words, a kind of thing or how it shall sound: these are said
# alike in any life.
ACTS = {
    key: re.compile(rf"\b(?:{named})\b", re.IGNORECASE)
    for key, named in {
        "words_sorry": r"(?<!me )(?<!up )(?<!without )(?<!the one )(?<!always )"
        r"(?:say|saying|said|a|an|the|how) (?:\w+ )?"
        r"(?:sorry|apolog\w+)|apologi[sz]e",
        "words_thanks": r"(?:say|saying|a|how (?:do|can|to)) (?:\w+ ){0,2}thank\w*|"
        r"thank (?:him|her|them|my|the)",
        "words_no": r"(?:a(?: nice| kind| clear| polite| firm)?|say|saying|tell \w+|be a|"
        r"answer is|it'?s|no is) no(?! (?:problem|worries|bother|thanks|matter))|"
        r"turn\w* (?:it|him|her|them) down",
        "words_again": r"(?:haven'?t|not|hasn'?t|never) (?:\w+ )?(?:spoken|talked|been in touch|"
        r"written|seen|rung)|lost touch|stopped (?:talking|speaking|writing|ringing)|"
        r"(?:long|the|this) silence",
        "words_time": r"ask (?:\w+ )?for (?:\w+ )?(?:time|hour|minutes|day|evening)",
        "words_proud": r"proud(?! (?:wo)?man)|well done|congrat\w*|good job|"
        r"did (?:well|good|great)",
        "words_straight": r"(?<!tell me )straight|direct|to the point|break it",
        "words_light": r"joke|(?:be|bit|make it|something|in a|and|but|more) funny|laughs?(?! at)|"
        r"(?<!the )(?<!'s )(?<!his )(?<!her )light(?! (?:is|was|on|off|came|in))|lightly|breezy|"
        r"smile|cheeky|heavy|dramatic",
        "words_no_blame": r"complain\w*|reproach\w*|moan\w*|nag\w*|accus\w*|blam\w*|martyr|needy|"
        r"tell\w* off|told off|having a go|fight\w*|row|argu\w*|attack\w*|sulk\w*|criticis\w*|"
        r"demanding|lecture|guilt\w*",
        "words_upward": r"(?:to|with|ask|tell|for|at) (?:my|the|our|an?) (?:\w+ )?(?:consultant|"
        r"matron|manager|boss|elder|senior|supervisor|mentor|professor)|respect\w*",
        "words_comfort": r"what (?:do|would|can|could) (?:you|u|people|anyone|one|i) "
        r"(?:even |actually )?(?:say|put) to (?:an?|some|people|anyone)"
        r"(?! (?:\d|boy|girl|child|kid|teen))|"
        r"people (?:even )?(?:say|put)",
    }.items()
}
PLAIN_ACTS = ("words_sorry", "words_thanks", "words_no")  # go before all else that is named
_CLOSE = r"(?:wife|husband|partner|girlfriend|boyfriend|fianc[eé]e?)"
_OFFICE = (
    r"(?:hr|manager|management|school|landlord|council|union|office|bank|insurance|university|"
    r"headteacher|head teacher|matron|director|admin|agency|rota team)"
)
_OUR = r"(?:the|my|our|an?) (?:\w+ )?"
_WRITTEN = r"(?:e-?mail|letter|statement|complaint)"
_NEIGHBOUR = (
    r"neighbou?rs?|next door|landlord|landlady|"
    r"(?:man|woman|guy|lad|people|family|couple|one|lot) upstairs"
)
NAMED = {
    "if-asked": r"\b(?:if|when) (?!i |we )(?:\w+ ){1,3}asks?\b",
    "ask-them": r"\bwhat (?:can|could|do|should|would) i ask\b(?! (?:for|of)\b)|\bhow (?:can|could|"
    r"do|should) i ask (?:him|her|them) (?:how (?:he|she|they)|what(?:'s| is))\b",
    "find-out": r"\b(?:without|not (?:want(?:ing)? )?to|don'?t (?:want|mean) to|n't) accus\w+|"
    r"\bi (?:only |just )?want to (?:know|understand|find out)\b|\bask (?:him|her|them) "
    r"(?:if it'?s|whether it'?s|is it) true\b",
    "toast": r"\btoast\b(?! and\b)|\b(?:give|giving|do|doing|make|hold|my|the) (?:a |the )?speech\b"
    r"(?! therap)|\bsay (?:a few|some) words\b",
    "love": rf"\banniversary\b|\bvalentine\w*|\blove (?:note|letter)\b|\b(?:something|sth) "
    rf"(?:sweet|loving) (?:to|for) (?:my|the) {_CLOSE}\b",
    "wish-well": r"(?<!bank )(?<!credit )(?<!debit )(?<!id )(?<!sim )(?<!report )(?<!playing )"
    r"\bcard\b|\bhappy birthday\b|\bbirthday (?:message|text|wish\w*)\b|\bcongratulations\b",
    "official": rf"\b{_WRITTEN} (?:to )?{_OUR}?{_OFFICE}\b|"
    rf"\b{_WRITTEN}\b.*\b(?:factual|formal\w*|official\w*)\b|\bfactual {_WRITTEN}\b",
    "invite": r"\binvit\w+ (?:him|her|them|my)\b|\bask (?:him|her|them) (?:over|round|out|along|"
    r"for (?:a )?(?:coffee|tea|drink|walk|dinner|lunch)|to (?:come (?:along|with)|join))\b",
    "team": rf"\b(?:tell|to|with|at) {_OUR}(?:team|crew|staff)\b(?! (?:dinner|lunch|meal|party|"
    r"building|lead\w*|room|do)\b)|\bat (?:the |our )?(?:shift change|handover|huddle|briefing)\b",
    "there": r"\b(?:that|know|knows|so) i(?:'?m| am) (?:here|there)(?: for (?:him|her|them))?"
    r"\W*(?:$|[.,])|\bbe there for (?:him|her|them)\b|"
    r"\bthat i(?:'?m| am) thinking of (?:him|her|them)\b",
    "offer": r"\boffer(?:ing)? (?:(?:to|my|some|a|him|her|them) )*(?:help|hand|support|do|take)\b|"
    r"\bhelp (?:him|her|them) without\b",
}
_NAMED = {name: re.compile(says) for name, says in NAMED.items()}
_INTERRUPTED = re.compile(
    r"\binterrupt\w*|\b(?:talk|speak|spoke)\w* over (?:me|us)\b|\bcuts? (?:me|us) (?:off|short)\b|"
    r"\bfinish\w* my sentences?\b|\blet me finish\b"
)
_MONEY = re.compile(
    r"\b(?:money|pesos?|euros?|pounds|dollars|quid|rupees|loans?|lent|lend|lending|borrow\w*|"
    r"savings|salary|fees|tuition|rent|bills?|owes?|debts?|pays?|paid|paying|\d+(?:k| thousand))\b"
)
_REFUSED = {  # what words must not hold
    name: re.compile(rf"(?:\b(?:not?|nothing|without|never)|n't)\b[^.?!;,]{{0,24}}\b(?:{words})\b")
    for name, words in {
        "money": "money|cash",
        "sorry": "sorry|apolog\\w+|grovel\\w*",
        "thanks": "thanks?|thank you|grateful",
        "touch": "miss(?:ed)? you",
    }.items()
}
# Who tells this has done it: they have something to be sorry for, and nothing stung them.
_OWN_DEED = re.compile(
    r"\bi(?:'ve)? (?:(?:just|then|also|already) )?(?:shouted|yelled|snapped|forgot\w*|lied|"
    r"cancelled|lost (?:it|my (?:temper|rag|patience))|missed (?:his|her|their|my \w+'s)|"
    r"let (?:him|her|them) down|let (?:it )?rip|went off on|tore into|laid into|"
    r"had a go (?:at|with)|bailed on|keep (?:cancelling|forgetting|snapping|bailing)|"
    r"blew (?:him|her|them) off|ghosted|stood (?:him|her|them) up|bit (?:his|her|"
    r"their) heads? off|apologi[sz]ed|shouldn't have|"
    r"should not have|never (?:actually )?(?:said sorry|apologi[sz]ed)|"
    r"was (?:too )?(?:sharp|short|rude|unfair|hard on|wrong|nasty))\b|"
    r"(?:^|[.!?] )(?:missed (?:his|her|their|my \w+'s)|had a go at|snapped at|shouted at)\b"
)
_HEARSAY = re.compile(  # what was learnt from somebody else
    r"\b(?:my |a |the )?(?:friend|cousin|sister|brother|mother|aunt|uncle|neighbou?r|colleague|"
    r"in-law|in law|somebody|someone)\b[^.?!]{0,40}\b(?:told|messaged|texted) me\b|"
    r"\bi (?:only )?(?:found out|heard (?:it|about it|of it)|came to hear|learn(?:t|ed)(?: it)?) "
    r"(?:from|through|by|of it)\b"
)
_A_NOTE = re.compile(r"\b(?:notes?|letter|app message)\b")
_NEIGHBOURS = re.compile(rf"\b(?:{_NEIGHBOUR})\b")
_NO_SPEECH = re.compile(
    r"(?:\b(?:not|no|never|without|than)|n't)\b[^.?!]{0,24}\b(?:speech|toast)\b"
)
_OTHERS = re.compile(r"\b(?:parents?|in-laws|mum|mom|dad|friends?|work|their)\b")  # who married
_OF_ONE = re.compile(r"\b(?:him|her)\b")
_LOSS = re.compile(r"\b(?:funeral|eulogy|memorial|condolence\w*|sympathy|died|death|passed away)\b")
_LEAVES = re.compile(
    r"\b(?:leaving|leaves)\b(?! (?:for|at|the|me|him|her|it|my|early|late)\b)|"
    r"\b(?:last (?:day|shift|week)|retir\w+|farewell|moving (?:on|away)|good luck)\b"
)
_OCCASION = re.compile(
    r"\b(?:birthday|wedding|engage\w+|baby|house\w*|new (?:job|home|place)|promot\w+|exam\w*|pass|"
    r"passed|gradua\w+|christmas|eid|diwali|christening|communion|congrat\w+|anniversary|eighty|"
    r"\d0(?:th)?)\b"
)


def named(asked: str, told: Sequence[str]) -> tuple[str, ...]:
    """Name the purposes that a request or its talk names, at most two; () where neither does.

    `asked` is the clean request, `told` the clean messages before it.
    """
    lately = " ".join((*told[-LATELY:], asked))
    leaves = bool(_LEAVES.search(lately))
    refused = {
        "toast": _NO_SPEECH.search(asked) or _LOSS.search(lately),
        "love": _OTHERS.search(asked) or _LOSS.search(lately),
        "wish-well": _LOSS.search(lately) or not (leaves or _OCCASION.search(lately)),
        "team": _OF_ONE.search(asked),
    }
    found = [name for name, says in _NAMED.items() if says.search(asked) and not refused.get(name)]
    if "love" in found and "wish-well" in found:
        found.remove("wish-well")
    if leaves and {"wish-well", "toast"}.intersection(found):
        found.insert(0, "farewell")
    return tuple(found[:2]) or _named_by_what_was_told(asked, told)


def _named_by_what_was_told(asked: str, told: Sequence[str]) -> tuple[str, ...]:
    lately = " ".join((*told[-LATELY:], asked))
    paid = sum(bool(_MONEY.search(one)) for one in (*told, asked))
    next_door = sum(map(is_of_neighbours, (*told, asked, asked)))
    told_of = {
        "my-turn": _INTERRUPTED.search(lately),
        "find-out": any(map(_HEARSAY.search, told)),
        "money": paid > 1 and _MONEY.search(lately) and "money" not in refused(lately),
        "neighbour": next_door > (0 if _A_NOTE.search(asked) else 1),
    }
    return tuple(name for name, is_told in told_of.items() if is_told)[:1]


def refused(asked: str) -> frozenset[str]:
    """Name the purposes that words must not serve, by what a clean request says of them."""
    return frozenset(name for name, says in _REFUSED.items() if says.search(asked))


def is_of_neighbours(text: str) -> bool:
    """Say whether neighbours are spoken of."""
    return bool(_NEIGHBOURS.search(text))


def is_of_own_deed(text: str) -> bool:
    """Say whether somebody tells of what they have to be sorry for."""
    return bool(_OWN_DEED.search(text))
