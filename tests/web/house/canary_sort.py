"""The canary's lines of a disagreement, sorted: nothing of it is kept."""

from tests.web.house.canary_line import ECHOED, NOWHERE, Line, typed
from tests.web.sending.asking import afraid

FORM, TO = "wording.SortForm", "/words/disagreement"
SORT = (
    *typed(FORM, TO, "text", "about", "way", "between"),
    *typed(FORM, TO, "said", "button", "course", "without", found=NOWHERE),
    *typed(FORM, TO, "about_is", "way_is", "between_is", found=NOWHERE),
    Line(
        fields=(f"{FORM}.about", f"{FORM}.not_a_patient"),
        to=TO,
        sends={"about": "Mrs {C} in bed 12", "not_a_patient": "{C}"},
        found=ECHOED,
    ),
    Line(
        fields=(f"{FORM}.between", f"{FORM}.course"),
        to=TO,
        sends={"between": "We do not talk, {C}", "course": afraid},  # not even in the page
    ),
)
