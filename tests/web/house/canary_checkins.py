"""What is tapped in a check-in or a questionnaire: numbers and ticks, so a sentence is refused."""

from tests.web.house.canary_line import ECHOED, Line, table

DAY, WEEK = "/check-in/", "/check-in/week"
TAP = {"item_mood": "4"}

CHECKINS = (
    Line(fields=("checkins.ItemsForm.item",), to=DAY, sends={"item_mood": "{C}"}),
    Line(fields=("checkins.ItemsForm.item",), to=WEEK, sends={"item_fair": "{C}"}),
    Line(fields=("checkins.DailyForm.slept",), to=DAY, sends={**TAP, "slept": "{C}"}, found=ECHOED),
    Line(fields=("checkins.DailyForm.thanked",), to=DAY, sends={"thanked": "{C}"}),
    Line(fields=("checkins.DayForm.day",), to="/check-in/forget", sends={"day": "{C}"}),
    Line(fields=("POST:opened",), to=DAY, sends={**TAP, "opened": "{C}"}),
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
