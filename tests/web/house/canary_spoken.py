"""What is said in a line to somebody else, for `canary_lines`: shown again, and then nowhere."""

from tests.web.house.canary_line import ECHOED, NOWHERE, Line, typed
from tests.web.rehearsal.asking import PAGES, SCENE
from tests.web.sending.asking import AT, afraid

LINE = "You never answer, {C}"
OWN, OWN_AT = "sending.OwnForm", "/before-you-send/own/"
LOOKING = ("q", "scope", "minutes", "place", "energy", "company")
FITTING = dict.fromkeys(("minutes", "place", "energy", "company"), "moments")
FITTING |= {"after": "break"}

SPOKEN = (
    Line(fields=("sending.MessageForm.text",), to=AT, sends={"text": LINE}, found=ECHOED),
    Line(fields=("sending.MessageForm.text",), to=AT, sends={"text": "{C} " * 5001}, found=ECHOED),
    Line(
        fields=("sending.MessageForm.text", "sending.MessageForm.not_a_patient"),
        to=AT,
        sends={"text": "Mrs {C} in bed 12", "not_a_patient": "{C}"},
        found=ECHOED,
    ),
    *typed(OWN, OWN_AT, "text"),
    *typed(OWN, OWN_AT, "said", "button", "course", "without", "kinds", found=NOWHERE),
    Line(
        fields=(f"{OWN}.text", f"{OWN}.not_a_patient"),
        to=OWN_AT,
        sends={"text": "Mrs {C} in bed 12", "not_a_patient": "{C}"},
        found=ECHOED,
    ),
    Line(fields=(f"{OWN}.text",), to=OWN_AT, sends={"text": "{C}\n" * 201}, found=ECHOED),
    Line(  # not even in the page
        fields=(f"{OWN}.text", f"{OWN}.course"),
        to=OWN_AT,
        sends={"text": LINE, "course": afraid},
    ),
    *(
        Line(fields=("rehearsal.LineForm.text",), to=at, sends={"text": LINE}, found=ECHOED)
        for at in PAGES
    ),
    Line(  # not even in the page
        fields=("rehearsal.LineForm.text", "rehearsal.LineForm.course"),
        to=SCENE,
        sends={"text": LINE, "course": afraid},
    ),
    *typed("rehearsal.LineForm", SCENE, "stand", "course", found=NOWHERE),
    *(
        Line(fields=(f"reading.LookForm.{name}",), to="/reading/", asks={name: "{C}"}, found=ECHOED)
        for name in LOOKING
    ),
    *(
        Line(
            fields=(f"pocket.WishForm.{name}",),
            to=f"/pocket/{room}",
            asks={name: "{C}"},
            found=ECHOED,
        )
        for name, room in FITTING.items()
    ),
    Line(fields=("GET:prompt",), to="/journal/", asks={"prompt": "{C}"}),
)
