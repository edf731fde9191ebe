"""After an error in care that the person made: whom to tell first, and no words to send.

What is said to a patient or a family after an error follows the disclosure policy of the place,
with advice. So nothing that was told of one is turned into a message; a colleague is another thing.
"""

import re

from aftershift.engines.coach.drafts import Draft, Here
from aftershift.engines.coach.hearing.moves import Move
from aftershift.engines.coach.own_words.kin import ALL
from aftershift.engines.coach.state import Act
from aftershift.engines.coach.stock.doings import Where
from aftershift.engines.coach.words.scripts import new_one
from aftershift.engines.language.clinical_errors import is_of_own_error

AFTER_ERROR = "after-error"
FIRST = "words_error"  # whom to tell before anything is said to a patient or a family
_OWN_PEOPLE = re.compile(  # not "his wife"
    rf"\b(?:my|our) (?:\w+ )?(?:{'|'.join(map(re.escape, ALL))}|friend|family)\b|\bat home\b",
    re.IGNORECASE,
)


def tells_a_senior_first(here: Here) -> Draft | None:
    """Say whom to tell first, and give words for a colleague; to their own people only words.

    For whoever asks for words, or says what they must hold, after an error of their own.
    """
    told = (*here.state.said, here.heard.text)
    is_after = here.state.acts[-1:] == (Act.SCRIPT,) and not here.heard.tapped
    is_asked = here.reading.move in (Move.WORDS, Move.MORE) or (
        is_after and here.reading.move in (Move.TELLS, Move.SHORTER)
    )
    if not is_asked or here.is_guarded or not any(map(is_of_own_error, told)):
        return None
    is_close = _OWN_PEOPLE.search(here.heard.clean)
    whom = Where.HOME if is_close else Where.WORK
    words = new_one(here, here.shelves.playbooks[AFTER_ERROR], whom)
    first = None if is_close and words else here.line(FIRST)
    pieces = tuple(one for one in (first, words) if one)
    return Draft(act=Act.SCRIPT, pieces=pieces, suggestions=(Move.MORE, Move.STEP))
