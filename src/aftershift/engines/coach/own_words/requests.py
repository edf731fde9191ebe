"""What somebody wants of another, as they told it to us, turned into a request to that person.

"i want him to ring da on a sunday" becomes "Could you ring Da on a Sunday?", "i'd rather be called
by my name" becomes "Could you call me by my name?", and of "he said yes without asking me" is made
"Next time, could you ask me first?". Only what can be done is asked for, in a clause that is sure
to be whole; never a feeling, an apology, a verdict, or what is grave.

Reference: a request for what can be done, apart from a demand (Rosenberg, Nonviolent Communication,
2003).
"""

import re
from collections.abc import Iterator, Sequence

from aftershift.engines.coach.own_words.addressing import plainly
from aftershift.engines.coach.own_words.gravity import is_grave, is_harsh
from aftershift.engines.coach.own_words.kin import AS_NAMES, KIN
from aftershift.engines.coach.own_words.second_person import to_them
from aftershift.engines.coach.own_words.whom import PRONOUNS, Whom, pronouns_in, whom_of
from aftershift.engines.language.clinical_errors import names_an_error

LATELY = 5  # messages in which a want may have been told, the last among them
MOST = 18  # words of what is asked for
_DOES = (  # what can be done when it is asked for, in its plain form
    "answer|ask|bath|book|bring|buy|call|carry|change|check|choose|clean|clear|close|collect|come|"
    "cook|cover|cut|decide|divide|do|drive|drop|eat|empty|explain|feed|finish|fold|get|give|go|"
    "hang|help|hold|hug|include|invite|keep|knock|leave|lend|let|listen|lock|look|make|meet|"
    "mention|mind|move|open|order|park|pay|phone|pick|plan|play|post|put|read|remind|reply|ring|"
    "say|send|share|show|shut|sit|slam|smoke|sort|speak|spend|split|start|stay|stop|swap|switch|"
    "take|talk|teach|tell|text|tidy|treat|turn|use|visit|wait|wake|warn|wash|wear|write"
)
_NOT_ASKED = re.compile(  # what nobody does because it is asked for, and what says nothing alone
    r"(?:say(?:ing)? (?:sorry|it|something|that)|tell me (?:that )?(?:he|she|they|you)|get (?:over|"
    r"it|a (?:grip|life)|out|lost)|go (?:away|to hell)|come (?:true|right)|do (?:it|that|this|one|"
    r"something)$|leave$|stop$|stop (?:being|lying|cheating|drinking|it$)|make me (?:feel|happy)|"
    r"take (?:it|that) back|look (?:bad|good|nice)|let (?:it )?go|pay for (?:it|this|that|what)|"
    r"give (?:a (?:damn|toss)|up)|get better|(?:stay|keep) (?:out|away|off)|shut (?:up|it)|"
    r"come back(?: to (?:me|us))?$|take (?:me|us) back|give (?:me|us) (?:another|a second) chance|"
    r"stay with me|"
    r"stop loving|(?:\w+ ){1,4}in (?:my|our) shoes|eat (?:his|her|their|your) words|pay$|"
    r"get (?:what|his|her|their|your)|keep (?:his|her|their|your) (?:nose|mouth))\b",
    re.IGNORECASE,
)
_BE = r"be (?:home|here|there|back|in|on time|with me|at home)\b"
_TO_SHARE = r"have (?:dinner|tea|lunch|breakfast|a (?:look|word|coffee|cuppa|chat)|one)\b"
_VERB = rf"(?:(?:{_DOES})\b|{_BE}|{_TO_SHARE})"
_PAST = {
    "answered": "answer", "asked": "ask", "brought": "bring", "called": "call", "came": "come",
    "checked": "check", "cooked": "cook", "did": "do", "gave": "give", "helped": "help",
    "knocked": "knock", "left": "leave", "let": "let", "listened": "listen", "picked": "pick",
    "put": "put", "rang": "ring", "replied": "reply", "said": "say", "sat": "sit", "sent": "send",
    "spoke": "speak", "stayed": "stay", "stopped": "stop", "talked": "talk", "texted": "text",
    "told": "tell", "took": "take", "turned": "turn", "used": "use", "waited": "wait",
}  # fmt: skip
_ASIDE = r"(?:(?:just|only|really|simply|maybe|at least|sometimes|please|actually|once) )*"
_TO_THE_END = r"[^.!?;:\n\"“”()]*"
_ONE = (
    r"(?P<one>he|she|they|him|her|them|us|we|(?:my|our|the) (?:[a-z]+ )?[a-z]+|"
    rf"{AS_NAMES}|[A-Z][a-z]+)"
)
_NOT = r"(?P<not>not )?"
_I = r"(?<![\w'])i"
_LIKE = (
    rf"{_I}(?:'d| would)? {_ASIDE}(?:want|need|like|love|prefer|would like|would love)"
    r"(?: (?:it if|only|just))?(?: that)?"
)
_WHAT = rf"(?P<what>{_VERB}{_TO_THE_END})"
_WANTS = (
    rf"{_LIKE} {_ONE} {_NOT}to (?P<nor>not )?{_ASIDE}{_WHAT}",
    (
        rf"{_I}(?:'d| would)? {_ASIDE}(?:want|like|need|prefer)(?: only)? that {_ONE} {_ASIDE}"
        rf"(?P<what>(?:{_DOES})(?:s|es)?\b{_TO_THE_END})"
    ),
    (
        rf"(?:{_I} (?:just |only |do )?wish|if|if only)(?: that)? {_ONE}(?:'d| would| could)"
        rf" (?:only |just )*{_NOT}{_ASIDE}{_WHAT}"
    ),
    rf"\b(?P<one>he|she|they) (?:could|might) (?:just|at least|maybe) {_WHAT}",
    (
        rf"\ball (?P<one>he|she|they)(?:'d)? (?:has|have|had|needs?)(?: got)? to do (?:is|was) "
        rf"(?:to )?{_WHAT}"
    ),
    rf"\b(?:to|i|i'd|do i|could i|can i|should i) (?:ask|tell) {_ONE} {_NOT}to {_ASIDE}{_WHAT}",
)
_IF_DONE = re.compile(  # "it would help if she rang before she came"
    rf"\b(?:(?:i'd|i would) (?:really )?(?:like|love|prefer|appreciate) it|"
    rf"it(?:'d| would)(?: really)? (?:help|be (?:good|nice|lovely|easier|great|enough)|mean a lot|"
    rf"make it easier)(?: for me)?) if {_ONE} {_ASIDE}"
    rf"(?P<did>{'|'.join(_PAST)})\b(?P<rest>{_TO_THE_END})",
    re.IGNORECASE,
)
_YOU_DID = re.compile(rf"(?<=before |. when |... if )you ({'|'.join(_PAST)})\b")
_NOT_WANTED = re.compile(
    rf"{_I} (?:do not|don'?t) want {_ONE} to "
    rf"(?P<what>(?:call me|tell (?!me)|share|post){_TO_THE_END})",
    re.IGNORECASE,
)
_WANT = tuple(re.compile(f"{one}", re.IGNORECASE) for one in _WANTS)
_NEXT_TIME = re.compile(
    r"(?:(?:^|[.,;:!?] ?)(?:just |please )?next time,? "
    r"(?:just |please |i want (?:him|her|them) to )?|(?:^|[.;:!?] ?)(?:just |"
    r"please ))(?P<what>(?:ask|tell|warn|ring|text|call) (?:me|us)"
    r"(?: first| before[^.!?,;]*| sooner)?)(?: next time)?(?=\W*(?:$|[.,;!?]))",
    re.IGNORECASE,
)
_DONE_TO = {  # "I want to be asked": what is asked for, by how it is told
    "asked": "ask me", "told": "tell me", "called": "call me", "warned": "warn me",
    "included": "include me", "invited": "invite me", "consulted": "ask me", "shown": "show me",
    "listened to": "listen to me", "heard out": "hear me out", "taken seriously":
    "take me seriously", "kept in the loop": "keep me in the loop", "treated": "treat me",
    "spoken to": "speak to me", "talked to": "talk to me", "addressed": "address me",
    "left out of it": "leave me out of it", "introduced": "introduce me",
    "let finish": "let me finish",
}  # fmt: skip
_PASSIVE = re.compile(
    rf"{_I}(?:'d| would)? {_ASIDE}(?:rather|(?:want|need|like|love|prefer)(?: only)? to) {_ASIDE}"
    rf"be {_ASIDE}(?P<done>{'|'.join(_DONE_TO)})\b(?P<rest>{_TO_THE_END})",
    re.IGNORECASE,
)
_BY = re.compile(r"^ by (?:him|her|them)\b")
_BY_ANOTHER = re.compile(r"\bby (?!(?:my (?:own |first |real |full )?name|name|\w+day)\b)")
_PASSIVE_REST = re.compile(
    r"^(?:$| (?:first|before|by (?:my|name)|after|at|until|about|what|when|if|how|like|"
    r"as|along|in|to my|sooner|"
    r"too|properly|once|next time|straight|at all)\b)",
    re.IGNORECASE,
)
_ASKED_FIRST = "Next time, could you {} me first?"
_BEFORE = {"asking": "ask", "telling": "tell", "warning": "warn", "checking with": "check with"}
_UNASKED = re.compile(
    rf"\b(?:he|she|they|{'|'.join(KIN)})\b[^.!?;]*\bwithout (?P<doing>{'|'.join(_BEFORE)}) "
    r"(?:me|us)\b",
    re.IGNORECASE,
)
_NICKNAME = re.compile(
    r"\b(?P<one>he|she|they|(?:the|my|our) (?:\w+ ){0,2}?\w+?)(?:'s| has| have| still|"
    r" always| keeps?| only| just)* "
    r"(?:calls?|calling|called) me (?P<name>(?!(?:by|a|an|the|at|on|in|back|when|all|if|into|over|"
    r"up|for|to|names?|about|from|every|last|this|that|out|and|but|because|after|before|yesterday|"
    r"today|tonight|just|again|he|she|they|when|my|her|his|it)\b)['\"]?[a-z]+['\"]?)"
    r"(?=\W*(?:$|[.,;!?]| (?:all|and|in|at|like|every|now|since|still|instead)\b))",
    re.IGNORECASE,
)
_ENDEARMENTS = frozenset({
    "sweetheart", "love", "darling", "hun", "honey", "pet", "dear", "babe", "duck", "sweetie",
    "missy", "kid", "kiddo", "boss", "girl", "lass", "lad", "son", "mate", "nurse", "petal",
})  # fmt: skip
_OF_A_NAME = re.compile(r"\bname|\bcall(?:s|ed|ing)?\b", re.IGNORECASE)
_IN_FRONT = re.compile(
    r"\b(?:correct\w*|t(?:old|ells?|elling) me off|shout\w* at me|ha[sd] a go at me|snap\w* at me|"
    r"critici[sz]\w*|pull\w* me up|had a pop at me|"
    r"tears? into me|tore into me|ask\w* me why|question\w* me|roast\w* me|embarrass\w* me)\b"
    r"[^.!?;]*\bin front of (?P<whom>the (?:whole )?[a-z]+|(?:my|our) [a-z]+|everyone|"
    r"everybody|people|"
    r"patients|relatives|students|visitors|families|all of them)\b",
    re.IGNORECASE,
)
_LAUGHED_AT = re.compile(
    r"\b(?:laugh\w*|joke\w*|mock\w*) (?:at|about) (?:me|my \w+)\b[^.!?;]*\bin front of "
    r"(?P<whom>the (?:whole )?[a-z]+|(?:my|our) [a-z]+|everyone|everybody|people|"
    r"patients|relatives|"
    r"students)\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:(?:talk|speak|spoke)\w* over me|interrupt\w* me|cuts? me off|finish\w* my sentences?)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(  # "i don't want him to come home even"
    r"(?:\b(?:not|never|without|no longer|as if|used to)\b|n'?t\b)(?: \w+){0,2}\s*$", re.IGNORECASE
)
_CUT = re.compile(
    r",? (?:but|cos|coz|cause|because|though|tho|lol|haha|before (?:he|she|they|i) \w+ (?:me|mad)|"
    r"and (?:he|she|they|i|then|that(?:'s| is))|or (?:is|what|do|should)|instead of|rather than|"
    r"that'?s (?:all|it)|so (?:that )?(?:he|she|they))\b.*$|"
    r", (?:he|she|they|it|that|you|please|what|how|who|which|not|no|is|am|you know|like)\b.*$|"
    r" - .*$",
    re.IGNORECASE,
)
_TRAILS = re.compile(
    r"(?:[ ,]+(?:and|but|so|or|to|of|the|a|that|with|for|too much|you know|like|ok|please|lol|"
    r"even|though|tho|instead|just|is all|really|for once|for god'?s sake))+$",
    re.IGNORECASE,
)
_THIRD = re.compile(rf"^(?P<verb>{_DOES})(?:es|s)\b", re.IGNORECASE)
_SO = re.compile(r"(?<!,) so (?=(?:i|we)\b)", re.IGNORECASE)
_CALLED = re.compile(
    r"(?<!my )(?<!our )(?<!your )(?<!his )(?<!her )(?<!their )(?<!the )(?<!a )"
    rf"\b(?:{AS_NAMES}|da)\b(?!')"
)
_DAYS = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\b(?:boxing day|eid|diwali)\b")
_OTHERS = {"us", "we"}


def requests(said: Sequence[str], *, asked: str = "") -> Iterator[str]:
    """Give what is wanted of whom words are for, as they would be asked for it, the latest first.

    The last of what was said asks for words. `asked` is that message, where a nickname or a habit
    that it names may be what is wanted otherwise.
    """
    lately = [one.replace("’", "'") for one in said][-LATELY:]
    plain = [one for one in lately if not names_an_error(one)]
    whom = whom_of([one.replace("’", "'") for one in said])
    found = (one for text in reversed(plain) for one in _wanted(text, whom))
    unwished = (one for text in reversed(plain) for one in _unwished(text, whom, asked))
    yield from dict.fromkeys((*found, *unwished))


def may_be_other_kin(before: str, whom: Whom, said: str = "") -> bool:
    """Say whether other kin, for whom the same pronoun stands, were named before in a message.

    `said`: the form that stands for them, where it is a pronoun.
    """
    forms = (pronoun for pronoun, each in PRONOUNS.items() if said in each)
    pronoun = whom.pronoun or next(forms, "")
    last = whom.named.split(" ")[-1]
    named = re.findall(r"[\w-]+", before.lower())
    return any(KIN.get(one) == pronoun != "" and one != last for one in named)


def _wanted(text: str, whom: Whom) -> Iterator[str]:
    yield from filter(None, (_done_to(one, text, whom) for one in _PASSIVE.finditer(text)))
    for one in _NEXT_TIME.finditer(text):
        what = "" if _NEGATED.search(text[: one.start()]) else _turned(one["what"], whom)
        yield from _in_frame("Next time, could you {}?", what)
    for one in _IF_DONE.finditer(text):
        what = _turned(f"{_PAST[one['did'].lower()]}{one['rest']}", whom)
        what = _YOU_DID.sub(lambda did: f"you {_PAST[did[1]]}", what)
        yield from _in_frame("Could you {}?", what if _is_whom(one["one"].lower(), whom) else "")
    for one in _NOT_WANTED.finditer(text):
        what = _turned(one["what"], whom) if _is_whom(one["one"].lower(), whom) else ""
        yield from _in_frame("Could you please not {}?", what)
    told = (_asked(one, text, whom) for pattern in _WANT for one in pattern.finditer(text))
    yield from filter(None, told)


def _in_frame(frame: str, what: str) -> Iterator[str]:
    if what:
        yield frame.format(what)


def _asked(found: re.Match[str], text: str, whom: Whom) -> str:
    named = found.groupdict()
    one = named["one"].lower()
    is_them = one in _OTHERS or _is_whom(one, whom)
    is_another = one not in _OTHERS and may_be_other_kin(text[: found.start()], whom, one)
    if _NEGATED.search(text[: found.start()]) or is_another or not is_them:
        return ""
    what = _turned(_THIRD.sub(r"\g<verb>", named["what"]), whom)
    is_not = named.get("not") or named.get("nor")
    if not what:
        return ""
    if one in _OTHERS:
        return f"Could we {what}?"
    return f"Could you please not {what}?" if is_not else f"Could you {what}?"


def _is_whom(one: str, whom: Whom) -> bool:
    """Say whether somebody who is named may be whom the words are for."""
    is_pronoun = any(one in forms for forms in PRONOUNS.values())
    if is_pronoun:
        return not whom.pronoun or one in PRONOUNS[whom.pronoun]
    if one == whom.named or one.split()[-1] == whom.named.split(" ")[-1]:
        return True
    return KIN.get(one.split()[-1], "") == whom.pronoun != "" and not whom.named


def _done_to(found: re.Match[str], text: str, whom: Whom) -> str:
    rest = _TRAILS.sub("", _CUT.sub("", _BY.sub("", found["rest"].rstrip())))
    is_other = _BY_ANOTHER.search(rest) or not _PASSIVE_REST.match(rest)
    if is_other or _NEGATED.search(text[: found.start()]):
        return ""
    what = _turned(f"{_DONE_TO[found['done'].lower()]}{rest}", whom)
    return f"Could you {what}?" if what else ""


def _unwished(text: str, whom: Whom, asked: str) -> Iterator[str]:
    """Give the plain opposite of what bothers: of a nickname, or of what was done unasked."""
    if found := _UNASKED.search(text):
        yield _ASKED_FIRST.format(_BEFORE[found["doing"].lower()])
    if found := _NICKNAME.search(text):
        name = found["name"].strip("'\"").lower()
        is_named = name in asked.lower()
        is_asked = _OF_A_NAME.search(asked) and _is_whom(found["one"].lower(), whom)
        if (is_named or is_asked) and not (is_grave(name) or is_harsh(name)):
            name = name if name in _ENDEARMENTS else name.capitalize()
            yield f"Could you call me by my name, not {name}?"
    if found := _LAUGHED_AT.search(text):
        yield f"Could you please not laugh at me in front of {found['whom'].lower()}?"
    if found := _IN_FRONT.search(text):
        whom_else = found["whom"].lower()
        yield f"Next time, could you tell me on my own, and not in front of {whom_else}?"
    if _OVER.search(text):
        yield "Could you let me finish what I'm saying?"


def _turned(what: str, whom: Whom) -> str:
    """Turn what is asked for to whom it is asked of; "" where that may go wrong."""
    what = _TRAILS.sub("", _CUT.sub("", what.strip(" ,")))
    what = _TRAILS.sub("", to_them(what, whom).strip(" ,"))
    is_sure = 0 < len(what.split()) <= MOST and not _NOT_ASKED.match(what)
    is_plain = not (is_grave(what) or is_harsh(what) or names_an_error(what) or "[" in what)
    if not (is_sure and is_plain) or (pronouns_in(what) and not whom.pronoun):
        return ""
    said = plainly(_SO.sub(", so ", what)).rstrip(".")
    said = said.replace("you've held up", "you're held up")
    said = _DAYS.sub(lambda one: one[0].capitalize(), said)
    said = _CALLED.sub(lambda one: one[0].capitalize(), said)
    return f"{said[0].lower()}{said[1:]}"
