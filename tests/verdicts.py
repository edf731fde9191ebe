"""What would tell somebody to leave or to stay."""

import re

SAID_BY_THEM = re.compile(r"“[^”]*”")  # given back in marks, so plainly not ours
GOING = (
    r"(?:leave|stay|go|quit|break up|split|separate|divorce|end it|dump|move out|get out|"
    r"walk away|give (?:him|her|them|it) (?:another|one more) (?:chance|try))"
)
VERDICT = re.compile(
    rf"\b(?:you|i|we)(?:['’]?d)? (?:should|must|ought to|have to|had better|need to|better|would)"
    rf"(?: not| never| really| probably)? {GOING}\b"
    rf"|\b(?:i|we)['’]d (?:not )?{GOING}\b"
    rf"|\b(?:it['’]?s|it is) (?:time|better|best|right|wise) (?:for you )?to {GOING}\b"
    r"|(?:^|[.:;]\s+)(?:please |just |so |then |don['’]t |do not |never )?"
    r"(?:leave|dump|divorce|ditch|stay with|break up with) (?:him|her|them|your|the)\b"
    r"(?!,[^.?]*\bor\b)"  # a choice of two that is given back
    r"|\b(?:deserve|could do) (?:so much )?better\b|\bworth (?:saving|fighting for)\b"
    r"|\b(?:it|this|your (?:marriage|relationship)) is (?:over|finished|dead)\b"
    r"|\bgive up on (?:him|her|them|it)\b|\bthere is no (?:way back|point)\b|\bred flag"
    r"|\bit most likely is\b",
    re.I | re.M,
)
YES_OR_NO = re.compile(r"^(?:yes|yeah|no|nope)\b[.,!:;]", re.I)  # where that was asked for


def verdicts_in(text: str) -> list[str]:
    """Find what would be a verdict; what is given back in marks is theirs and not ours."""
    return [found.group() for found in VERDICT.finditer(SAID_BY_THEM.sub("", text))]
