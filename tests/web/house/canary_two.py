"""What two linked accounts type and tap, each with its canary."""

from tests.web.house.canary_line import ECHOED, KEPT, NOWHERE, WORDS, Line, typed
from tests.web.two import GROWN

NEW = {"words": "Tea first", "kind": "plain", "look_again": "2026-11-16"}

SHOWN = ("checklist", "lines")

TWO = (
    Line(
        fields=("network.ContactForm.name",),
        to="/people/add",
        sends={"name": "{C}", "last": "2026-10-01"},
        found=KEPT,
    ),
    Line(
        fields=("network.ContactForm.name", "network.ContactForm.not_a_patient"),
        to="/people/add",
        sends={"name": "{C} MRN 4471293", "last": "2026-10-01"},
        found=ECHOED,
    ),
    *typed("network.ContactForm", "/people/add", "last", "remind_on"),
    *typed("network.WhoForm", "/people/talked", "contact", found=NOWHERE),
    *typed("safety.BeforeForm", "/mine/before", "afraid", found=NOWHERE),
    *typed("pairing.GrownForm", "/linked/offer", "grown", found=NOWHERE),
    *typed("pairing.CodeForm", "/linked/code", "grown", found=NOWHERE),
    Line(
        fields=("pairing.GrownForm.password",),
        to="/linked/offer",
        sends={"grown": "on", "password": WORDS},
    ),
    Line(
        fields=("pairing.CodeForm.password",),
        to="/linked/code",
        sends={"code": "7KQFM 2DR8T", "grown": "on", "password": WORDS},
    ),
    Line(
        fields=("pairing.CodeForm.code",),
        to="/linked/code",
        sends={"code": "{C}", **GROWN},
    ),
    Line(
        fields=("agreements.AgreementForm.words", "agreements.AgreementForm.purpose"),
        to="/agreements/new",
        sends={**NEW, "words": "Tea first, {C}", "purpose": "so that we see each other"},
        found=KEPT,
    ),
    Line(
        fields=("agreements.AgreementForm.purpose",),
        to="/agreements/new",
        sends={**NEW, "purpose": "because of {C}"},
        found=KEPT,
    ),
    Line(
        fields=("agreements.AgreementForm.words", "agreements.AgreementForm.not_a_patient"),
        to="/agreements/new",
        sends={**NEW, "words": "We do not speak of Mrs {C} in bed 12"},
        found=ECHOED,
    ),
    *(
        Line(
            fields=(f"agreements.AgreementForm.{name}",),
            to="/agreements/new",
            sends={**NEW, name: "{C}"},
            found=ECHOED if name == "look_again" else frozenset({"answer"}),
        )
        for name in ("kind", "minutes_away", "look_again")
    ),
    Line(
        fields=("agreements.BeginForm.text", "agreements.BeginForm.kind"),
        to="/agreements/begin",
        sends={"text": "We go for a walk, {C}", "kind": "routine"},
        found=ECHOED,
    ),
    *typed(
        "agreements.ReadyForm",
        "/agreements/repair/ready",
        *("afraid", "hurt", "told", "winning", "hot"),
    ),
    Line(
        fields=("agreements.RepairForm.about",),
        to="/agreements/repair",
        sends={"about": "I forgot {C}", "follow_up": "2026-11-16"},
        found=frozenset({"own pages", "export"}),
    ),
    Line(
        fields=("agreements.RepairForm.about", "agreements.RepairForm.not_a_patient"),
        to="/agreements/repair",
        sends={"about": "Mrs {C} in bed 12", "follow_up": "2026-11-16"},
        found=ECHOED,
    ),
    *typed("agreements.RepairForm", "/agreements/repair", "follow_up"),
    *typed("agreements.OneForm", "/agreements/agree", "agreement", found=NOWHERE),
    *typed("agreements.LookForm", "/agreements/look", "agreement", "weeks", found=NOWHERE),
    *typed("agreements.ComingForm", "/agreements/coming-home", "left", found=NOWHERE),
    *typed("agreements.TimeOutForm", "/agreements/time-out", "minutes_away", found=NOWHERE),
    *typed("agreements.StartsForm", "/agreements/time-out/move", "starts", found=NOWHERE),
    *typed("agreements.StartsForm", "/agreements/repair/hold", "starts", found=NOWHERE),
    *typed("agreements.StartsForm", "/agreements/check-in/hold", "starts", found=NOWHERE),
    *typed("agreements.WeekForm", "/agreements/side-by-side/show", "week", found=NOWHERE),
    *typed("agreements.WeekForm", "/agreements/side-by-side/hide", "week", found=NOWHERE),
    *typed("agreements.ShowListForm", "/agreements/lists/show", *SHOWN, found=NOWHERE),
    *typed("agreements.ListForm", "/agreements/lists/hide", "checklist", found=NOWHERE),
)
