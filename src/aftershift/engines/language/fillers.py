"""The small words around what is said: "okay so ..., honestly", "ah sure, ..., so it is".

They tell where somebody comes from and nothing of what is said, and a risk is no smaller for them.
Nor is it for who somebody says they are, before anything else: "I'm trans.", "I work as a porter."
"""

import re

FEWEST = 3  # words that are left
_SAID = (
    r"(?:i|i'm|im|i've|ive|i'd|i'll|he|she|they|we|it|it's|its|there|there's|my|the|this|that|a|"
    r"nobody|everyone|everybody|everything|you|what|when|if|after|last|today|tonight)\b"
)
_BEFORE = re.compile(
    r"^\W*(?:(?:okay|ok|so|right|well|look|listen|see|yeah|aye|och|ah|sure|oh|abeg|actually|po|"
    r"honestly|basically|anyway|man|girl|hey|hi|hello|now then|now|eh|er|um|i mean|you know|"
    r"to be honest|tbh|not gonna lie|ngl|real talk)"
    rf"(?:\s*[,.:-]+\s*|\s+(?={_SAID}|(?:okay|ok|so|sure|look|then|po|well|right|yeah)\b)))+"
)
_AFTER = re.compile(
    r"(?:[\s,]+(?:honestly|to be (?:honest|fair)|tbf|tbh|so (?:it is|i am|he is|she is)|"
    r"for real|fr|na lang|po|o|only|innit|like|you know|y'?know|eh|lah|man|mate|though|tho|"
    r"if i'?m honest|not gonna lie|ngl|hey|sure))+(?=\W*$)"
)
_WHO = re.compile(
    r"^\W*(?:(?:i'?m|i am|i work as|i work)\b(?P<who>(?: an?(?: [a-z][a-z-]*){1,5}|"
    r"(?: [a-z][a-z-]*){1,3}))[.;!]"
    r"|as an? (?P<role>[a-z-]+(?: [a-z-]+){0,2}),)\s+"
)
# What is not who somebody is, but how what follows is meant.
_MEANT = re.compile(
    r"\b(?:joking|kidding|fine|okay|ok|good|great|well|grand|serious|lying|exaggerating|safe|sure|"
    r"not|just|only|back|home|here|off|late|early|done|sorry)\b"
)


def after_who(text: str) -> int:
    """Say from which letter of a clean text on more is said than who says it; 0 from the first."""
    found = _WHO.match(text)
    if not found or _MEANT.search(found["who"] or found["role"]):
        return 0
    return found.end() if len(text[found.end() :].split()) >= FEWEST else 0


def without_fillers(text: str) -> str:
    """Leave out the small words around a clean text; what ends it stays, a stop as well."""
    plain = _AFTER.sub("", _BEFORE.sub("", text, count=1))
    return plain if len(plain.split()) >= FEWEST else text
