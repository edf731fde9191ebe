"""What is tapped and typed on a list, and said at the question before its result."""

from tests.web.house.canary_line import ECHOED, KEPT, NOWHERE, Line

AT, KEEP = "/reflect/wr-2", "/reflect/wr-2/keep"
TICK = {"item_i-assumes": "yes"}
FREE = ("name", "gave", "got")

REFLECTIONS = (
    *(
        Line(
            fields=(f"reflections.AnswersForm.{name}",),
            to=KEEP,
            sends={**TICK, name: "Tea, {C}"},
            found=KEPT,
        )
        for name in FREE
    ),
    *(
        Line(
            fields=(f"reflections.AnswersForm.{name}",),
            to=AT,
            sends={**TICK, name: "Tea, {C}"},
            found=ECHOED,
        )
        for name in FREE
    ),
    Line(
        fields=("reflections.AnswersForm.gave", "reflections.AnswersForm.not_a_patient"),
        to=AT,
        sends={**TICK, "gave": "I sat with Mrs {C} in bed 12"},
        found=ECHOED,
    ),
    # A choice that is none is not shown again; what is said at the question is heard and forgotten.
    Line(
        fields=("reflections.AnswersForm.item",),
        to=AT,
        sends={"item_i-assumes": "{C}", "not_a_patient": "{C}"},
    ),
    Line(
        fields=("POST:said", "POST:button"),
        to="/reflect/cp-2",
        sends={"item_disappear": "yes", "said": "{C}", "button": "{C}"},
        found=NOWHERE,
    ),
)
