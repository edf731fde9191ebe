"""What is tapped in a check-in or a questionnaire, and what is written about a week at work."""

from tests.web.house.canary_line import ECHOED, KEPT, Line, table

DAY, WEEK = "/check-in/", "/check-in/week"
FOOTPRINT = ("left", "spread", "next")
TAP = {"item_mood": "4"}

CHECKINS = (
    Line(fields=("checkins.ItemsForm.item",), to=DAY, sends={"item_mood": "{C}"}),
    Line(fields=("checkins.ItemsForm.item",), to=WEEK, sends={"item_fair": "{C}"}),
    Line(fields=("checkins.DailyForm.slept",), to=DAY, sends={**TAP, "slept": "{C}"}, found=ECHOED),
    Line(fields=("checkins.DailyForm.record",), to=DAY, sends={"record": "{C}"}),
    Line(fields=("checkins.DailyForm.thanked",), to=DAY, sends={"thanked": "{C}"}),
    Line(fields=("checkins.DayForm.day",), to="/check-in/forget", sends={"day": "{C}"}),
    Line(fields=("POST:opened",), to=DAY, sends={**TAP, "opened": "{C}"}),
    Line(
        fields=tuple(f"checkins.FootprintForm.{name}" for name in FOOTPRINT),
        to="/check-in/footprint",
        sends=dict.fromkeys(FOOTPRINT, "The bay was full, {C}"),
        found=KEPT,
    ),
    Line(
        fields=("checkins.FootprintForm.left", "checkins.FootprintForm.not_a_patient"),
        to="/check-in/footprint",
        sends={"left": "I sat with Mrs {C} in bed 12"},  # asked about, and not kept
        found=ECHOED,
    ),
    Line(fields=("checkins.WeekForm.of",), to="/check-in/footprint/erase", sends={"of": "{C}"}),
    *(
        Line(
            fields=(f"summary.SheetForm.{name}",),
            to="/check-in/paper",
            asks={"weeks": "4", name: "{C}"},
        )
        for name in ("weeks", "item", "result", "experiment")
    ),
    Line(fields=("GET:span",), to="/check-in/trends", asks={"span": "{C}"}),
)
INSTRUMENTS = (
    Line(
        fields=("instruments.AnswersForm.item",),
        to="/questionnaires/phq-4",
        sends={"item_gad1": "{C}"},
    ),
    Line(
        fields=("instruments.AnswersForm.item",),
        to="/questionnaires/phq-4/keep",
        sends={"item_gad1": "1", "item_phq1": "{C}"},
    ),
    Line(
        fields=("instruments.FileForm.file",),
        to="/questionnaires/bring-back",
        sends={"file": table("{C},subject\n", "{C}.csv")},
    ),
    Line(
        fields=("instruments.TableForm.table",),
        to="/questionnaires/bring-back/keep",
        sends={"table": "{C}"},
    ),
)
