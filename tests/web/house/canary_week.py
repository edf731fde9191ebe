"""What is chosen and written for the week, each with its canary."""

from tests.web.house.canary_line import ECHOED, KEPT, NOWHERE, Line, typed

BREAK, FREE = "2026-10-20/240", "2026-10-20T19:15:00+00:00"  # of the furnished household

WEEK = (
    *typed("week.CapForm", "/week/cap", "cap"),
    *typed("week.NameForm", "/week/not-this", "name", found=NOWHERE),
    *typed("week.PlaceForm", "/week/place", "name", "starts", found=NOWHERE),
    *typed("week.BoldForm", "/week/bold", "move", "starts", found=NOWHERE),
    *typed("week.HabitForm", "/week/habit", "tie"),
    Line(
        fields=("week.HabitForm.words", "week.HabitForm.tie"),
        to="/week/habit",
        sends={"tie": "after_handover", "words": "say {C} aloud"},
        found=KEPT,
    ),
    *typed("week.HabitForm", "/week/habit", "not_a_patient", found=NOWHERE),
    *typed("week.FeedForm", "/week/calendar", "is_shown", found=NOWHERE),
    Line(
        fields=("week.TextForm.to", "week.TextForm.text", "week.TextForm.at"),
        to="/week/text",
        sends={"to": "Robin", "text": "Thinking of you, {C}", "at": BREAK},
        found=KEPT,
    ),
    Line(
        fields=("week.TextForm.to",),
        to="/week/text",
        sends={"to": "{C}", "text": "Thinking of you", "at": BREAK},
        found=KEPT,
    ),
    *typed("week.TextForm", "/week/text", "at"),
    *typed("week.TextForm", "/week/text", "not_a_patient", found=NOWHERE),
    *typed("week.ToForm", "/week/conversation", "to", found=NOWHERE),
    Line(
        fields=("week.TalkForm.words", "week.TalkForm.starts"),
        to="/week/conversation",
        sends={"to": "friend", "starts": FREE, "words": "Have you a moment, {C}"},
        found=KEPT,
    ),
    *(
        Line(
            fields=(f"week.TalkForm.{name}",),
            to="/week/conversation",
            sends={"to": "friend", name: "{C}"},
            found=found,
        )
        for name, found in (("starts", NOWHERE), ("line", ECHOED), ("not_a_patient", NOWHERE))
    ),
)
