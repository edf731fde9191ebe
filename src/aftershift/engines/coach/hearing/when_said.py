"""When somebody means to do something, as they say it: "friday then", "6:40", "after mass".

Only an hour or a day that lies ahead, in a clause that neither denies nor tells of the past: who
has said when is not asked when, and hears it given back.
"""

import re
from collections.abc import Iterator

from aftershift.engines.coach.own_words.turning import turned_words

_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|weds?|thur?s?|fri)"
_PART = r"(?:morning|mornin|afternoon|evening|night|arvo|lunch(?:time)?|dinner|tea(?:time)?)"
_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CLOCK = (
    rf"(?:\d{{1,2}}[:.]\d\d(?: ?[ap]m)?|\d{{1,2}} ?(?:am|pm|o'?clock|ish)|"
    rf"{_HOUR} ?o'?clock|half(?: past)? (?:{_HOUR}|\d{{1,2}})|"
    rf"quarter (?:past|to) (?:{_HOUR}|\d{{1,2}})|"
    rf"(?:at|by|around|about|after|before) (?:{_HOUR}|\d{{1,2}})"
    r"(?! (?:minutes|mins|hours|days|months|years|times|people|weeks|of|or)\b)(?:[:.]\d\d)?|"
    r"noon|midday|midnight)"
)
_OCCASION = (
    r"(?:school|work|church|mass|prayers?|temple|mosque|tea|dinner|supper|lunch|breakfast|brekkie|"
    r"handover|the handover|(?:the |my |his |her |their )?shift|bed|bedtime|bath ?time|bath|"
    r"football|training|practice|rehearsal|choir|the (?:game|match|school run|bath|news|ward round|"
    r"meeting|bus|dinner|dishes)|clinic|class|assembly|gym|milking|surgery|rounds?|nights|"
    r"(?:my|his|her|their) (?:lunch|break|tea|dinner|class|nap|run|shower|lates?|nights?|earlies))"
)
_LOCAL = r"(?:the morn|the morra|the night|tonight|tonite|2nite|tomorrow|tmrw|tmr|tmw|tomoz|2moro)"
_UNIT = (
    rf"(?:(?:on |this |next |every )?{_DAY}(?: (?:coming|week))?(?: {_PART})?|"
    rf"(?:on )?(?:sat|sun) {_PART}|on (?:a |the )?(?:sat|sun|{_DAY})|"
    rf"{_LOCAL}(?: {_PART})?|(?:this|next|in the|tomorrow|every) (?:{_PART}|weekend|week|month)|"
    rf"(?:at|over) (?:the )?(?:weekend|break|lunch|dinner|tea|breakfast|supper|bedtime|handover|"
    r"mass|church|christmas|easter|eid|diwali|new year)|(?:before|after) "
    rf"{_OCCASION}|on (?:my|his|her|their|the) (?:break|day off|days off|way home|way in|first day "
    rf"off|school run)|first thing|{_CLOCK})"
)
_WHEN = re.compile(
    rf"(?<![\w.:])(?:(?:at|by|around) )?{_UNIT}(?:,? (?:at |and )?{_UNIT})*(?![\w:])",
    re.IGNORECASE,
)
_ONCE = re.compile(  # "when she's back from clinic", "once the wee one's down"
    r"\b(?:when|once|as soon as|after) (?:he|she|they|(?:the|my) (?:kids|boys|girls|baby|bairns?|"
    r"weans|wee (?:one|ones|man|fella|lad)|twins|wife|husband|mum|mam|lads?|lasse?s?|children))"
    r"(?:'s|'re| is| are| gets?| comes?| wakes?| finish(?:es)?| goes| go)\b(?: [\w']+){1,4}",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"[.!;\n…]+\s+|[!…]|\s[-–—]\s|,(?!\s*(?:at|before|after|first thing)\b)\s*")
_NOT_AHEAD = re.compile(
    r"\b(?:no|not|never|nobody|nae|cannae|dinnae|cant|dont|wont|hardly|without|wish|last|past|"
    r"yesterday|ago|was|were|had|did|does|said|says|went|came|told|rang|been|since|usually|always|"
    r"until|till|tell ye|supposed|used to|would have|if|unless|depends|whether|again|"
    r"\w+n't|(?!need|feed|speed|bleed)[a-z]{3,}(?<!bed)(?<!shed)ed)\b|\?|"
    r"\bsee (?:you|ya|u)\b|\bback on (?:nights?|shift|earl\w+|lates?|days)\b",
    re.IGNORECASE,
)
_WORKS = re.compile(  # and that is all there is of it: "i'm on nights tomorrow", "up at 5"
    r"^(?:(?:i'?m|i am|i|we'?re|we|am)\b.{0,16}\b)?(?:on (?:nights?|shift|call|earl\w+|lates?|days|"
    r"duty)|work(?:ing)?|(?:up|on) at|start(?:s|ing)? (?:work|at)|in at|back in|back at|"
    r"rostered)\b|"
    r"\bcomes? early\b|\b(?:go|going|off) to (?:bed|sleep)\b",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(r"(?:^\W*|.*\b)(?:but|though|although|except|unless|if)\b", re.IGNORECASE)
_BUT = re.compile(r"\W*(?:but|though|although|except|unless)\b", re.IGNORECASE)  # goes on so
_DOES = re.compile(
    r"(?:\b(?:will|shall|gonna|gunna|gonnae|going to|gon|do|doing|try|trying|send|sending|ring|"
    r"ringing|call|calling|phone|tell|telling|ask|asking|say|saying|see|meet|meeting|drive|visit|"
    r"give|bring|make|have|start|practise|talk|text|write|cook|show|put|read|sit|walk|go|take|"
    r"invite|wait|carry|bake|buy|pick|collect|drop|fetch|post|play|paint|plant|fix|mend|wash|help|"
    r"pop|nip|ride|head|i'?m \w+ing|on with|with (?:him|her|them)|it then|lets|let's|ill|am)\b|"
    r"'ll\b)",
    re.IGNORECASE,
)
_IS_FREE = re.compile(  # when the other, or a bus, is there
    r"\b(?:he|she|they|it|there|bus|train|tram|ferry|break|lunch|class|(?:my|the|his|her) \w+)"
    r"(?:'s|'re|s| is| are| gets?| finish\w*| wakes?| comes?| starts?| ends?)\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(r"^(?:(?:and|cos|because|then) )?(?:he|she|they|it|its|there|alarm)\b", re.I)
_LEADS = re.compile(r"^on (?=(?:the )?(?:mon|tue|wed|thu|fri|sat|sun))", re.IGNORECASE)
_WRITTEN = {
    "tmrw": "tomorrow", "tmr": "tomorrow", "tmw": "tomorrow", "tomoz": "tomorrow",
    "2moro": "tomorrow", "tonite": "tonight", "2nite": "tonight", "mornin": "morning",
    "mon": "Monday", "tue": "Tuesday", "tues": "Tuesday", "wed": "Wednesday", "weds": "Wednesday",
    "thu": "Thursday", "thur": "Thursday", "thurs": "Thursday", "fri": "Friday",
    "sat": "Saturday", "sun": "Sunday",
}  # fmt: skip
_WHOLE_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|easter|christmas", re.I)
FEW, FEWER = 3, 1  # words beside an hour, in a clause that says nothing else
_SMALL = frozenset({
    "ok", "okay", "right", "so", "then", "yes", "yeah", "aye", "maybe", "alright", "good", "grand",
    "probably", "sure", "cool", "sawa", "deffo", "definitely", "it",
})  # fmt: skip
BRIEF = 10  # words of a message that does no more
_ENDS = re.compile(r"\b(?:thank\w*|thanks|ta|cheers|bye|goodnight|night)\W*$", re.IGNORECASE)
_UNDECIDED = re.compile(r"\bwe'?ll see\b|\byet\b|\bnot sure\b|\bdunno\b|\bperhaps\b", re.I)
_NOW = re.compile(
    r"(?:\bi'?m|\bgonna|\bgoing to|\bdoing|\bringing|\bcalling|\basking|\bi'?ll|\bi will)\b"
    r"[^.!?]{0,30}\b(?:right now|straight away|now)\b(?! (?:he|she|it)\b)",
    re.IGNORECASE,
)


def when_taken(text: str) -> str:
    """Give when an offer that was taken will be done, as it was said; "" where nothing says so."""
    return next(filter(None, map(_taken_at, _ahead(text))), "")


def when_planned(text: str) -> str:
    """Give when somebody means to do something, in a clause that says that they will; else ""."""
    return next(filter(None, map(_planned_at, _ahead(text))), "")


def only_says_when(text: str) -> bool:
    """Say whether a short message only names an hour: "ok tonight, he's off at 8"."""
    is_open = _ENDS.search(text) or _UNDECIDED.search(text)
    is_short = len(text.split()) <= BRIEF and not is_open
    return is_short and any(_is_bare(*told, FEWER) for told in _ahead(text))


def is_now(text: str) -> bool:
    """Say whether somebody does it at once: "i'll text her now"."""
    plain = text.replace("’", "'")
    return bool(_NOW.search(plain)) and "?" not in plain and not when_taken(text)


def _ahead(text: str) -> Iterator[tuple[str, str]]:
    """Give the clauses in which an hour lies ahead, each with that hour."""
    plain = text.replace("’", "'")
    at = 0
    for joint in (*_CLAUSES.finditer(plain), None):
        begins, at = at, joint.end() if joint else len(plain)
        clause = plain[begins : joint.start() if joint else at].strip()
        found = _WHEN.search(clause) or _ONCE.search(clause)
        if found is None or _NOT_AHEAD.search(clause) or _WORKS.search(clause):
            continue
        if _TAKEN_BACK.match(clause[found.end() :]) or _BUT.match(plain[at:]):
            continue
        yield clause, found[0]


def _taken_at(told: tuple[str, str]) -> str:
    clause, when = told
    is_free = _IS_FREE.search(clause)
    return _written(when) if is_free or _is_bare(clause, when, FEW) or _DOES.search(clause) else ""


def _planned_at(told: tuple[str, str]) -> str:
    clause, when = told
    is_meant = _DOES.search(clause) and not _THEIRS.match(clause)
    return _written(when) if is_meant or _is_bare(clause, when, FEWER) else ""


def _is_bare(clause: str, when: str, most: int) -> bool:
    """Say whether a clause names an hour and hardly anything else: "friday then"."""
    rest = [one for one in clause.replace(when, " ").split() if one.lower() not in _SMALL]
    is_clock = most < FEW and when[0].isdigit()  # "tomorrow same again, 7.50"
    return len(rest) <= most and not is_clock and not _THEIRS.match(clause)


def _written(when: str) -> str:
    """Write days with a capital, and what is typed short in full."""
    said = turned_words(_LEADS.sub("", when))
    words = [_WRITTEN.get(word.lower(), word) for word in said.split()]
    return _WHOLE_DAY.sub(lambda day: day[0].capitalize(), " ".join(words).strip(" ,."))
