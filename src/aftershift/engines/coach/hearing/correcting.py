"""How people correct what was understood, and what they say instead: "no, my sister".

A few forms correct by themselves (`corrected`). What else is taken for a correction is left of what
it denies, and of all words about the talk itself (`meant_in`): "lol no the wedding, the funeral
went fine" means the wedding.
"""

import re

_ONE = r"[a-z][a-z'-]*"
_WHOM = rf"(?P<it>{_ONE}(?: {_ONE}){{0,4}}?)"
_WHOM2 = rf"(?P<it3>{_ONE}(?: {_ONE}){{0,4}}?)"
_OWN = rf"(?P<it>(?:my|the|our|his|her) {_ONE}(?: {_ONE}){{0,3}}?)"
_NOT = r"[a-z'-]+(?: [a-z'-]+){0,4}?"
_END = r"(?=$|[.,!?;]| not\b| who\b| that\b| actually\b| lol\b| though\b| rather than\b)"
_IS = r"(?:it'?s|it is|it was|this is|this was|that was|that's|the problem'?s|the point (?:is|was))"
_MEANT = (
    r"(?:(?:what )?i(?:'m| am|m| was)? (?:really )?(?:meant|mean|on about"
    r"|wrote(?! (?:him|her|them|back|to)\b)|talking (?:about|of)|asking about"
    r"|telling you about|saying about|referring to|came about"
    r"|want(?:ed)? say)"
    r"(?: is| was)?|(?<![a-z] )talking about|the real thing is|(?:it|the matter) concerns)"
)
_LEAD = rf"(?:(?:but|{_IS}|{_MEANT}|about|more|mostly|rather|only) )*"
_NOBODY = r"(?!(?:i|you|he|she|they|we|it)(?:'[a-z]+)? )"  # who goes on like this tells something
_GOES_ON = r"(?:with|really|always|yet|at|for|once)\b"  # after "not", it corrects nothing
_NO = r"^(?:no+|nah|nope|na|er|um|erm|hm+|oops|typo|almost|nearly|half right)[ ,.!]+"
_NOT_ABOUT = rf"(?:not (?:about )?{_NOT}[,.]+ ?)?"
_FORMS = (
    rf"{_NO}{_NOT_ABOUT}(?:{_LEAD}{_OWN}|{_IS} (?:about )?{_WHOM2}){_END}",
    rf"^not (?!{_GOES_ON})(?:about )?{_NOT}[,.;]+ ?(?!that'?s ){_LEAD}{_NOBODY}{_WHOM}{_END}",
    rf"(?<!\band )\b{_MEANT} (?!not\b|it\b|to\b|what\b|that'?s\b){_WHOM}{_END}",
    rf"^(?:less about|nothing to do with|forget|never mind) {_NOT}[,.;]+ ?{_LEAD}{_WHOM}{_END}",
    rf"^(?:it|this)(?: isn't| wasn't|'s not|s not) (?:about )?{_NOT}[,.;]+ ?{_LEAD}{_OWN}{_END}",
    rf"^{_WHOM},? (?:i mean|i meant|i said|actually|mate)?[ ,]*(?:and )?not (?:the |my )?{_ONE}$",
    rf"\b(?:wrong|different) (?:person|one|way round|kid|child)[ ,.:;]+{_LEAD}{_WHOM}{_END}",
    rf"\b(?:who said anything about|where did you get)\b[^?]*\? {_LEAD}{_WHOM}{_END}",
)
_COMPILED = tuple(re.compile(form) for form in _FORMS)
# What begins like this tells something.
TELLS = {
    *("not", "i", "she", "he", "they", "we", "after", "nobody", "i'm", "it's"),
    *("that", "that's", "thats", "well", "mind", "right"),
}
# These begin an answer, and no correction.
ORDINARY = ("no i'm", "no i w", "no i d", "no i c", "nah i", "no she", "no he", "no we", "no they")
FEELINGS = {
    "sad": "sadness", "upset": "sadness", "hurt": "hurt", "ashamed": "shame",
    "embarrassed": "shame", "guilty": "guilt", "lonely": "loneliness", "alone": "loneliness",
    "scared": "fear", "afraid": "fear", "frightened": "fear", "worried": "worry",
    "anxious": "worry", "disappointed": "disappointment", "let down": "disappointment",
    "angry": "anger", "furious": "anger", "annoyed": "irritation", "fed up": "irritation",
    "resentful": "resentment", "helpless": "helplessness", "overwhelmed": "overwhelm",
    "tired": "exhaustion", "exhausted": "exhaustion", "knackered": "exhaustion", "numb": "numbness",
    "empty": "numbness", "relieved": "relief", "grieving": "grief", "homesick": "longing",
}  # fmt: skip
_FEELS = re.compile(
    r"\b(?:i'?m|i am|i feel|i was|it'?s|more like|more|just) (?:(?:really|just|so|more|only) )*"
    rf"({'|'.join(FEELINGS)})\b"
)
LONGEST = 24  # words; who writes more tells something
QUESTIONS = (
    *("is it ", "is that ", "is this ", "was it ", "was that ", "am i ", "are they "),
    *("should i ", "shall i ", "do i ", "can i ", "could i "),
)
LISTED = 3  # commas of what is listed, and corrects nothing
MOST_MEANT = 8  # words of what is meant


def corrected(text: str) -> str:
    """Say what a clean text says it is about instead; "" where it corrects nothing."""
    if len(text.split()) > LONGEST or text.startswith((*ORDINARY, *QUESTIONS)):
        return ""
    for form in _COMPILED:
        if found := form.search(text):
            named = found.groupdict()
            instead = str(named["it"] or named.get("it3")).strip(" ,.")
            is_told = instead.split()[0] in TELLS or not _VERBS.isdisjoint(instead.split())
            is_named = not _HUMS.issuperset(instead.split())
            if not is_told and is_named and instead.count(",") < LISTED:
                return instead
    return ""


_VERBS = frozenset(
    {"isn't", "wasn't", "is", "was", "has", "even", "are", "were", "am", "i'm"}
)  # of a sentence
_HUMS = frozenset({
    "huh", "yeah", "yes", "oh", "ah", "right", "well", "ok", "okay", "so", "hm", "it", "its",
    "it's", "that", "that's", "this", "mate", "pal", "bro", "hun",
})  # fmt: skip
_HUM = re.compile(
    r"^(?:(?:no+|nah|nope|na|er|um|erm|hm+|eh|oops|typo|almost|nearly|close|half right|sorry|lol|"
    r"yes|yeah|but|ok|well|think|aiyah|abeg|ay mali|ma'am|no sir|no yaar|sir|unclear|to clarify|"
    r"with respect|my (?:mistake|fault|bad)|other way round|wrong \w+)\b[ ,.:!?]*)+"
)
_TAIL = re.compile(
    r"(?:[ ,]+(?:lol|hun|dear|po|ken|(?:ha)+|hehe|btw|tbh|x+|maybe|actually|though|please|yaar|sir|"
    r"innit|la|in this|is|(?<!best )(?<!crew )(?<!house )(?<!flat )mate))+$"
)
_CUT = re.compile(
    r"[.,;:!?()]+(?= |$)|\*|"
    r" (?=(?:and )?(?:not|no|never|rather than|instead of|than|but|i meant?)\b)|"
    r"(?<=[a-z]) (?=(?:it'?s|i'?m|it was|i want) )"
)
_DENIED = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|than|instead of|without|\w+n't|aint|isnt|wasnt|dont|"
    r"didnt|arent|werent|cant|wont)\b"
)
_OF_THE_TALK = re.compile(  # what is said of the talk, and of what is put aside
    r"\b(?:you|u|your|you're|ur|wrong|autocorrect|typo|misread\w*|mixed|sarcasm|joking|an example|"
    r"sorted|past the|fine|ok with|made peace|where did|why are we|who is|who said|any more|ago|"
    r"schm\w+|like ill|when i say|less about|forget|stop with|drop the|a pain|never had)\b"
)
_BEFORE = re.compile(
    r"^(?:(?:but|and|so|its supposed to say|should (?:be|say)|i should say|id call it|"
    r"that would be|this happened|the (?:problem|point|trouble|real thing|matter)(?: i'm \w+)?"
    r"(?: is|'s| was)?|"
    r"what i(?:'m| was|'m really)? \w+(?: \w+)?(?: is)?|it's|its|it is|it was|that's|that is|"
    r"this is|this was|na|he's|hes|she's|shes|he is|she is|i'm|im|i am|i was|i feel|i meant|i mean|"
    r"i said|i wrote|i asked(?: \w+)? about|i think|i came about|came about|i've got|that i'm|"
    r"talking (?:about|of)|saying(?: about)?|referring to|say is|by \w+|going on|been|being|about|"
    r"only|more like|more|just|simply|like|called|actually|now|with|that|on about|rather|mostly|it|"
    r"concern(?:s|ed)|my question|\"?he\"? is)\b ?)+"
)
_AFTER = re.compile(
    r" (?:i'm on about|am on about|i wanted|we're fighting over|i want|is the problem|is what|"
    r"that bother\w*|who|i meant?|i hated|i drive)\b.*$"
)


def meant_in(text: str) -> str:
    """Say what is meant instead in a clean text that corrects; "" where it names nothing."""
    meant = ""
    for piece in _CUT.split(_TAIL.sub("", text)):
        clause = _TAIL.sub("", _HUM.sub("", piece.strip(" '\""))).strip()
        is_aside = text.startswith("not ") and clause.startswith(("that's", "that is"))
        if is_aside or clause.startswith("or "):
            continue  # "not about the heifer. that's farming" says what it is not
        if clause and not _DENIED.search(clause) and not _OF_THE_TALK.search(clause):
            clause = _AFTER.sub("", clause)
            meant = _BEFORE.sub("", clause).strip() or clause
    is_said = len(meant.split()) <= MOST_MEANT and meant not in (TELLS | _HUMS)
    return meant if is_said and not text.startswith(QUESTIONS) else ""


def felt_instead(text: str) -> str:
    """Name the feeling that somebody says it is ("I'm not angry, I'm sad"); "" where there is none.

    The names are those of `felt` in the coach's lines.
    """
    found = _FEELS.findall(text)
    return FEELINGS[found[-1]] if found else ""
