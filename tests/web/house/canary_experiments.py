"""What is said to begin an experiment, and what names an evening of one."""

from tests.web.house.canary_line import ECHOED, KEPT, NOWHERE, Line, typed

BEGIN = "/experiments/begin"
WISH = {"what": "own", "words": "Tea first", "whom": "me", "outcome": "mood", "blocks": "5"}
AT = "/experiments/{experiment}"

# What is refused comes first: while one runs there is no form to show again.
EXPERIMENTS = (
    *(
        Line(fields=(f"experiments.WishForm.{name}",), to=BEGIN, sends={**WISH, name: "{C}"})
        for name in ("what", "whom", "outcome", "blocks")
    ),
    Line(
        fields=("experiments.WishForm.words", "experiments.WishForm.not_a_patient"),
        to=BEGIN,
        sends={**WISH, "words": "Talk of Mrs {C} in bed 12"},
        found=ECHOED,
    ),
    *(
        Line(
            fields=(f"experiments.TickForm.{name}",),
            to=f"{AT}/tick",
            sends={"day": "2026-10-19", "did": "yes", name: "{C}"},
        )
        for name in ("day", "did")
    ),
    *typed("experiments.TrialForm", "/experiments/join", "trial", found=NOWHERE),
    *typed("experiments.TrialForm", "/experiments/aside", "trial", found=NOWHERE),
    Line(fields=("experiments.EveningForm.day",), to=f"{AT}/hold", sends={"day": "{C}"}),
    Line(
        fields=("experiments.WishForm.words",),
        to=BEGIN,
        sends={**WISH, "words": "Tea, {C}"},
        found=KEPT,
    ),
)
