"""Asked whether to leave or to stay: neither is said, and nothing leans either way.

A program knows a few lines of one side. It is asked in many forms ("y/n", "would you go?"), and
again when there was no answer; a talk that has asked once is still asking when it presses.
"""

import re

from aftershift.engines.coach.drafts import Draft, Here
from aftershift.engines.coach.state import Act

_WHOM = (
    r"(?:him|her|them|each other|(?:my|the) (?:\w+ )?(?:husband|wife|partner|boyfriend|girlfriend|"
    r"fianc[eé]e?|bf|gf|man|hubby|marriage|relationship))"
)
_NO_MORE = r"(?! (?:an?|the|some|my|to|alone|be|out|with|at|in|behind)\b)"  # "leave him a note"
_GO = (
    rf"(?:(?:leave|divorce|dump|quit|ditch) {_WHOM}{_NO_MORE}|"
    r"(?:leave|divorce|separate|split(?: up)?|break up|break it off|move out|walk away|stay)"
    r"(?=\W*$|\W+or\b|[?.!,])|"
    rf"(?:stay|break up|split up|live on|put up) with {_WHOM}|stay together|"
    rf"end (?:it|things) with {_WHOM}|"
    r"give (?:him|her|them|us) (?:another|one more|a last) (?:chance|try))"
)
_ASKS = re.compile(
    rf"\b(?:should|shall|ought|must|would) (?:i|we|you)\b[^.!?]{{0,30}}\b{_GO}|"
    r"\b(?:do i|do we|"
    r"is it (?:time|better|best|right|wrong) (?:for (?:\w+ ){1,3})?(?:to|if (?:i|we))|"
    rf"am i (?:\w+ )?(?:to|if i)|(?:tell me|say) (?:to|if|whether|that)|think (?:i|we) should|"
    rf"whether (?:i should|to))\b[^.!?]{{0,30}}\b{_GO}|"
    rf"\b{_GO}[^.!?]{{0,20}}\b(?:y/n|yes or no|or (?:not|stay|go|leave))\b|"
    r"\b(?:leave or stay|stay or leave|go or stay|stay or go)\b"
)
_PRESSES = re.compile(
    r"\b(?:yes or no|y/n|straight answer|simple question|(?:not|no) (?:an|real)? ?answer|"
    r"just (?:say|tell|pick|answer)|(?:would|wouldn'?t) you\b[^.!?]{0,20}\b(?:go|leave|stay|do)|"
    r"which (?:is it|one|then)|so (?:leave|stay|go)|pick one)\b"
)


def asks_to_stay_or_go(here: Here) -> Draft | None:
    """Say neither, and where the questions stand that belong to it."""
    asked = here.heard.clean
    before = any(_ASKS.search(one.casefold()) for one in here.state.said)
    if not (_ASKS.search(asked) or (before and _PRESSES.search(asked))):
        return None
    line = here.line("stay_or_go")
    return line and Draft(act=Act.NO_VERDICT, pieces=(line,))
