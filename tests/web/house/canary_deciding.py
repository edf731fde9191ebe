"""What is named, valued and said on a sheet, each with its canary."""

from tests.web.house.canary_line import ECHOED, KEPT, Line, typed

WAYS = {"way_1": "Leave it as it is", "way_2": "Go to 0.8"}
BEGIN = "/deciding/begin"
OWN, OTHER = "/deciding/{decision}/sheet", "/deciding/{decision}/other"
WAY, COMPARE = "/deciding/sheet/{sheet}/way/2", "/deciding/{decision}/compare"
PLACES = tuple(f"value_{place}" for place in range(1, 6))
VALUED = {name: f"{{C}} {name[-1]}" for name in PLACES}
PATIENT = "Mrs {C} in bed 12"  # asked about, and not kept

DECIDING = (
    Line(
        fields=("deciding.DecisionForm.line",),
        to=BEGIN,
        sends={"line": "Fewer hours, {C}", **WAYS},
        found=KEPT,
    ),
    Line(
        fields=tuple(f"deciding.DecisionForm.way_{place}" for place in range(1, 5)),
        to=BEGIN,
        sends={"line": "Move?", **{f"way_{place}": f"{{C}} {place}" for place in range(1, 5)}},
        found=KEPT,
    ),
    Line(
        fields=(
            "deciding.DecisionForm.line",
            "deciding.DecisionForm.not_a_patient",
            "deciding.Lines.not_a_patient",  # what the forms with several lines have in common
        ),
        to=BEGIN,
        sends={"line": PATIENT, **WAYS},
        found=ECHOED,
    ),
    Line(
        fields=tuple(f"deciding.ValuesForm.{name}" for name in PLACES),
        to=OWN,
        sends=VALUED,
        found=KEPT,
    ),
    Line(
        fields=("deciding.ValuesForm.value_1", "deciding.ValuesForm.not_a_patient"),
        to=OWN,
        sends={"value_1": PATIENT},
        found=ECHOED,
    ),
    Line(
        fields=(*(f"deciding.OtherForm.{name}" for name in PLACES), "deciding.OtherForm.name"),
        to=OTHER,
        sends={"name": "Sam", **VALUED},
        found=KEPT,
    ),
    Line(
        fields=("deciding.OtherForm.name",),
        to=OTHER,
        sends={"name": "{C}", "value_1": "Rest"},
        found=KEPT,
    ),
    Line(
        fields=("deciding.OtherForm.name", "deciding.OtherForm.not_a_patient"),
        to=OTHER,
        sends={"name": "{C} MRN 4471293", "value_1": "Rest"},
        found=ECHOED,
    ),
    Line(
        fields=("deciding.WayForm.note",),
        to=WAY,
        sends={"note": "300 a month, {C}"},
        found=KEPT,
    ),
    Line(
        fields=("deciding.WayForm.sees", "deciding.WayForm.until"),
        to="/deciding/sheet/{sheet}/way/1",
        sends={"sees": "We eat together, {C}", "until": "2027-03-01"},
        found=KEPT,
    ),
    Line(
        fields=("deciding.WayForm.note", "deciding.WayForm.not_a_patient"),
        to=WAY,
        sends={"note": PATIENT},
        found=ECHOED,
    ),
    *typed("deciding.WayForm", WAY, "serves", "costs", "taken_back", "until"),
    *(
        Line(fields=(f"deciding.CompareForm.{name}",), to=COMPARE, asks={name: "{C}"})
        for name in ("one", "other")
    ),
)
