"""What is tapped and typed in a check-in: numbers and ticks alone, so a sentence is refused."""

from tests.web.house.canary_line import ECHOED, Line

DAY, WEEK = "/check-in/", "/check-in/week"
TAP = {"item_mood": "4"}

CHECKINS = (
    Line(fields=("checkins.ItemsForm.item",), to=DAY, sends={"item_mood": "{C}"}),
    Line(fields=("checkins.ItemsForm.item",), to=WEEK, sends={"item_fair": "{C}"}),
    Line(fields=("checkins.DailyForm.slept",), to=DAY, sends={**TAP, "slept": "{C}"}, found=ECHOED),
    Line(fields=("checkins.DailyForm.thanked",), to=DAY, sends={"thanked": "{C}"}),
    Line(fields=("checkins.DayForm.day",), to="/check-in/forget", sends={"day": "{C}"}),
    Line(fields=("GET:span",), to="/check-in/trends", asks={"span": "{C}"}),
)
