"""One line for each thing that somebody can send here, and where it may be found afterwards.

A wing joins by adding its lines: a field of a form without one fails the canary test.
"""

from tests.people import PASSWORD
from tests.web.house.canary_checkins import CHECKINS, INSTRUMENTS
from tests.web.house.canary_deciding import DECIDING
from tests.web.house.canary_experiments import EXPERIMENTS
from tests.web.house.canary_journal import JOURNAL
from tests.web.house.canary_line import (
    BRING,
    DAYS,
    ECHOED,
    IN_CLEAR,
    KEPT,
    NOWHERE,
    RECOVERY,
    WORDS,
    Line,
    brought,
    ics,
    table,
    typed,
)
from tests.web.house.canary_reflections import REFLECTIONS
from tests.web.house.canary_sort import SORT
from tests.web.house.canary_spoken import SPOKEN
from tests.web.house.canary_two import TWO
from tests.web.house.canary_week import WEEK
from tests.web.sending.asking import afraid

PEOPLE = (
    Line(
        fields=("people.SignUpForm.account",),
        by="nobody",
        to="/sign-up",
        sends={"account": "{C}", "password": PASSWORD, "password_again": PASSWORD}
        | {"understood": "on"},
        found=IN_CLEAR,
    ),
    Line(
        fields=("people.SignUpForm.password", "people.SignUpForm.password_again"),
        by="nobody",
        to="/sign-up",
        sends={"account": "Somebody New", "password": WORDS, "password_again": WORDS}
        | {"understood": "on"},
    ),
    Line(
        fields=("people.SignUpForm.password", "people.SignUpForm.understood"),
        by="nobody",
        to="/sign-up",
        sends={"account": "Nobody New", "password": WORDS, "password_again": "other {C} words"},
    ),
    Line(
        fields=("people.SignInForm.account",),
        by="nobody",
        to="/sign-in",
        sends={"account": "{C}", "password": "no password of anybody"},
        found=ECHOED,
    ),
    Line(
        fields=("people.SignInForm.password",),
        by="nobody",
        to="/sign-in",
        sends={"account": "Quiet Heron", "password": WORDS},
    ),
    Line(
        fields=("people.RecoveryForm.account",),
        by="nobody",
        to="/forgotten",
        sends={"account": "{C}", "recovery_key": "AAAA-AAAA"},
        found=ECHOED,
    ),
    Line(
        fields=("people.RecoveryForm.recovery_key",),
        by="nobody",
        to="/forgotten",
        sends={"account": "Quiet Heron", "recovery_key": "{C}"},
        found=ECHOED,
    ),
    Line(
        fields=("people.NewPassword.password", "people.NewPassword.password_again"),
        by="recovered",
        to="/renew",
        sends={"password": WORDS, "password_again": WORDS},
    ),
    Line(
        fields=("people.CodeForm.code",),
        by="waiting",
        to="/second-factor",
        sends={"code": "{C}"},
        found=ECHOED,
    ),
    Line(
        fields=("people.CodeAppForm.code",),
        to="/account/factors/code-app",
        sends={"seed": "A" * 32, "code": "{C}", "password": PASSWORD},
        found=ECHOED,
    ),
    Line(
        fields=("people.CodeAppForm.seed", "people.CodeAppForm.password"),
        to="/account/factors/code-app",
        sends={"seed": "{C}", "code": "000000", "password": WORDS},
    ),
    Line(
        fields=("people.CodeAppForm.password",),
        to="/account/factors/code-app",
        sends={"seed": "A" * 32, "code": "000000", "password": WORDS},
    ),
    Line(fields=("people.PasswordAgain.password",), to=RECOVERY, sends={"password": WORDS}),
    Line(
        fields=("people.GroupsForm.group",),
        to="/account/recovery-key/check",
        sends={f"group_{place}": "{C}" for place in range(1, 8)},
        found=ECHOED,
    ),
    *typed("people.MemberForm", "/account/household", "label", found=KEPT),
    Line(fields=("POST:password",), to="/account/factors/ask", sends={"password": WORDS}),
    Line(fields=("POST:answer",), to="/account/factors/passkey", sends={"answer": "{C}"}),
    Line(
        fields=("POST:answer",), by="waiting", to="/second-factor/passkey", sends={"answer": "{C}"}
    ),
    Line(
        fields=("people.ChangePasswordForm.old",),
        to="/account/password",
        sends={"old": WORDS, "password": "one more {C}", "password_again": "one more {C}"},
    ),
    Line(
        fields=("people.ChangePasswordForm.password", "people.ChangePasswordForm.password_again"),
        to="/account/password",
        sends={"old": PASSWORD, "password": WORDS, "password_again": WORDS},
    ),
)

COACH = (
    Line(fields=("coach.SayForm.text",), to="/coach/say", sends={"text": "{C} again"}, found=KEPT),
    *typed("coach.CardForm", "/coach/keep", "text", found=KEPT),
    *typed("coach.CardForm", "/coach/keep", "not_a_patient", found=NOWHERE),
    *typed("coach.SayForm", "/coach/say", "tapped", "purpose", "button", "course", found=NOWHERE),
    *typed("coach.AllowForm", "/coach/voice/allow", "mark", found=NOWHERE),
    *typed("coach.ForgetForm", "/coach/forget", "card", found=NOWHERE),
    *typed("coach.HelpedForm", "/coach/helped", "practice", "helped", "on_kept", found=NOWHERE),
    *typed("pages.LookForm", "/look", "paper", found=NOWHERE),
    *typed("coach.PlaceForm", "/coach/place", "practice", found=NOWHERE),
    *typed("coach.PlaceForm", "/coach/unbar", "practice", found=NOWHERE),
)

ROSTERS = (
    Line(
        fields=("rosters.NameForm.name",), to="/rosters/members", sends={"name": "{C}"}, found=KEPT
    ),
    brought("a", ics("SUMMARY:{C} and me"), ECHOED),  # asked about, and then forgotten
    brought("b", ics("SUMMARY:LD", "LOCATION:{C}", "DESCRIPTION:{C}", "COMMENT:{C}")),
    brought("c", ics("SUMMARY:LD", "ATTENDEE;CN={C}:mailto:{C}@x.example", "CONTACT:{C}")),
    brought("d", ics("SUMMARY:LD", "X-NOTE:{C}", "CATEGORIES:{C}", "URL:https://{C}.example/")),
    brought("e", ics("SUMMARY:LD {C}", "ORGANIZER:mailto:{C}@x.example", "UID:{C}")),
    brought("f", ics("SUMMARY:LD", "RRULE:FREQ={C}", "DTSTART;TZID={C}:20261103T070000")),
    brought("g", table("BEGIN:VCALENDAR\n{C}\n{C}:{C}", "roster.ics")),
    brought("h", table(DAYS + "Jo,D,N\n", "{C}.csv")),
    brought("i", table(DAYS + "{C},D,N\nJo,D,N\n"), ECHOED),  # whose row is it?
    brought("j", table(DAYS + "{C},D,N\n")),
    brought("k", table("{C}\n{C};{C}\n")),
    brought("l", table("\x00{C}", "roster.xlsx")),
    brought("{C}", table(DAYS + "Jo,D,N\n"), KEPT),  # the workplace's name
    Line(
        fields=("rosters.BringForm.place", "rosters.BringForm.text"),
        to="/rosters/bring",
        sends={**BRING, "text": "D {C} N", "place": "m"},  # no code: left out, by its place
    ),
    Line(
        fields=("rosters.BringForm.text",),
        to="/rosters/bring",
        sends={**BRING, "text": "{C} " * 5001},
        found=ECHOED,
    ),
    Line(
        fields=("rosters.BringForm.row",),
        to="/rosters/bring",
        sends={**BRING, "file": table(DAYS + "Jo,D,N\n"), "row": "{C}"},
        found=ECHOED,
    ),
    Line(
        fields=("rosters.BringForm.address",),
        to="/rosters/bring",
        sends={**BRING, "address": "https://works.example/{C}.ics", "place": "n"},
        found=frozenset({"export"}),  # a key to somebody else's server: shown on no page
    ),
    Line(
        fields=("rosters.BringForm.address",),
        to="/rosters/bring",
        sends={**BRING, "address": "https://refused.example/{C}.ics"},
        found=ECHOED,
    ),
    *typed("rosters.BringForm", "/rosters/bring", "not_a_patient", found=NOWHERE),
    Line(
        fields=("rosters.BringForm.place",),
        to="/rosters/bring",
        sends={**BRING, "text": "D N -", "place": "Mrs {C}, 2 Mill Lane"},  # asked about
        found=ECHOED,
    ),
    *typed("rosters.BringForm", "/rosters/bring", "member", "anchor", "zone", "dialect"),
    Line(
        fields=(
            "rosters.AnswerForm.member",
            "rosters.AnswerForm.code",
            "rosters.AnswerForm.choice",
        ),
        to="/rosters/answer",
        sends={"member": "{C}", "code": "{C}", "choice": "{C}"},
    ),
    Line(
        fields=("rosters.AnswerForm.code",),
        to="/rosters/answer",
        sends={"member": "{own}", "code": "{C}", "choice": "0"},
    ),
    Line(
        fields=("rosters.AnswerForm.hours", "rosters.AnswerForm.choice"),
        to="/rosters/answer",
        sends={"member": "{other}", "code": "T", "choice": "{C}", "hours": "{C}"},
    ),
    Line(
        fields=("rosters.NameForm.role",),
        to="/rosters/members",
        sends={"name": "Bo", "role": "{C}"},
        found=ECHOED,
    ),
    *typed("rosters.WhoForm", "/rosters/members/{other}/who", "role"),
    *typed("rosters.WhoForm", "/rosters/members/{other}/who", "at_home", found=NOWHERE),
    *typed("rosters.ChildForm", "/rosters/members/{other}/child", "wakes", "bedtime", "leaves"),
    *typed("rosters.ChildForm", "/rosters/members/{other}/child", "returns", "school_days"),
    *typed("rosters.ChildForm", "/rosters/members/{other}/child", "holidays"),
    *typed("rosters.SleptForm", "/rosters/members/{own}/slept", "day", "starts", "ends"),
    *typed("rosters.WaysForm", "/rosters/members/{own}/ways", "zone", "commute", "prepare"),
    *typed("rosters.WaysForm", "/rosters/members/{own}/ways", "wind_down", "unwind_evening"),
    *typed("rosters.WaysForm", "/rosters/members/{own}/ways", "mid_sleep_free", "sleep_need"),
    *typed("rosters.WaysForm", "/rosters/members/{own}/ways", "children_wake", "children_bed"),
    *typed("rosters.WaysForm", "/rosters/members/{own}/ways", "called_share"),
)

OTHERS = (
    *typed("windows.AcceptForm", "/together/accept", "first", "starts", found=NOWHERE),
    *typed("windows.LimitsForm", "/together/lines", "curfew", "quiet_until", "talk_minutes"),
    *typed("windows.LimitsForm", "/together/lines", "time_minutes", "moment_minutes"),
    *typed("windows.ReminderForm", "/together/plan/reminders", "a_day", "lead_minutes"),
    *typed("windows.ReminderForm", "/together/plan/reminders", "a_week"),
    *typed("windows.SwapForm", "/together/what-if", "shift", found=NOWHERE),
    *typed("windows.SwapForm", "/together/what-if", "instead"),
    *typed("windows.SwapForm", "/together/what-if", "other", "pick", "tried", found=NOWHERE),
    *(
        Line(
            fields=(f"windows.TalkForm.{name}",),
            to="/together/talk",
            asks={name: "{C}"},
            found=ECHOED,
        )
        for name in ("day", "time", "minutes")
    ),
    *typed("rituals.RitualForm", "/rituals/take-up", "ritual", found=NOWHERE),
    *typed("rituals.RitualForm", "/rituals/let-go", "ritual", found=NOWHERE),
    *typed("rituals.HoldForm", "/rituals/hold", "ritual", "starts", found=NOWHERE),
    Line(
        fields=("sending.MessageForm.text", "sending.MessageForm.course"),
        to="/before-you-send/",
        sends={"text": "You never answer, {C}", "course": afraid},  # not even in the page
    ),
    Line(
        fields=("sending.MessageForm.said", "sending.MessageForm.course"),
        to="/before-you-send/",
        sends={"said": "I cannot, {C}", "course": afraid},
    ),
    Line(
        fields=("sending.MessageForm.text", "sending.MessageForm.not_a_patient"),
        to="/before-you-send/",
        sends={"text": "Mrs {C} in bed 12", "not_a_patient": "{C}"},
        found=ECHOED,
    ),
    Line(
        fields=("sending.MessageForm.text",),
        to="/before-you-send/",
        sends={"text": "{C} " * 5001},
        found=ECHOED,
    ),
    *typed("sending.MessageForm", "/before-you-send/", "said", "button", found=NOWHERE),
    *typed("sending.MessageForm", "/before-you-send/", "course", "without", found=NOWHERE),
    *(
        line
        for form, to in (
            ("CheckForm", "/words/apology/check"),
            ("RantForm", "/words/request"),
            ("DraftForm", "/words/feedback/candour"),
            ("BlameForm", "/words/feedback/feedforward"),
            ("HeardForm", "/words/feedback/listen"),
        )
        for line in (
            *typed(f"wording.{form}", to, "text"),
            *typed(f"wording.{form}", to, "said", "button", "course", "without", found=NOWHERE),
            Line(
                fields=(f"wording.{form}.text", f"wording.{form}.not_a_patient"),
                to=to,
                sends={"text": "Mrs {C} in bed 12", "not_a_patient": "{C}"},
                found=ECHOED,
            ),
            Line(
                fields=(f"wording.{form}.text", f"wording.{form}.course"),
                to=to,
                sends={"text": "You never answer, {C}", "course": afraid},  # not even in the page
            ),
        )
    ),
    *typed("wording.ApologyForm", "/words/apology", "did", "harm", "repair"),
    Line(
        fields=("wording.ApologyForm.did", "wording.ApologyForm.course"),
        to="/words/apology",
        sends={"did": "I forgot {C}", "course": afraid},
    ),
    *SORT,
    *(
        Line(fields=(f"safety.PlanForm.step_{n}",), to="/mine/plan", sends={f"step_{n}": "{C}"})
        for n in range(1, 6)  # each takes the place of the one before
    ),
    Line(
        fields=("safety.PlanForm.step_6",),
        to="/mine/plan",
        sends={"step_1": "tea", "step_6": "{C}"},
        found=KEPT,
    ),
    Line(
        fields=("safety.TrustedForm.name",),
        to="/mine/person",
        sends={"name": "{C}", "number": "07700 900123"},
        found=KEPT,
    ),
    *typed("safety.TrustedForm", "/mine/person", "number"),
    *typed("mydata.EraseForm", "/mydata/erase", "word"),
    *typed("mydata.BringForm", "/mydata/bring", "word"),
    Line(
        fields=("mydata.BringForm.file",),
        to="/mydata/bring",
        sends={"file": table('{{"papers": {{"{C}": "{C}"}}}}', "{C}.json"), "word": "replace"},
    ),
    Line(
        fields=("mydata.SoundsForm.sounds",),
        to="/mydata/bring/sounds",
        sends={"sounds": table("{C}", "{C}.webm")},
    ),
)


def _asked(name: str, to: str, **asks: str) -> Line:
    return Line(fields=(name,), to=to, asks=asks)


ASKED = (  # what stands in addresses and headers
    _asked("GET:done", "/rosters/", done="{C}"),
    _asked("GET:member", "/rosters/bring", member="{C}"),
    _asked("GET:from", "/together/", **{"from": "{C}"}),
    _asked("GET:show", "/together/", show="{C}"),
    _asked("GET:with", "/together/", **{"with": "{C}"}),
    _asked("GET:children", "/rosters/members/{own}/ways", children="{C}"),
    Line(fields=("POST:look",), to="/mine/look", sends={"look": "{C}"}),
    Line(
        fields=("POST:with",),
        to="/together/accept",
        sends={"first": "2026-10-19", "starts": "2026-10-22T10:00:00+00:00", "with": "{C}"},
    ),
    _asked("windows.AcceptForm.first", "/together/window", first="{C}", starts="{C}"),
    _asked("help.ChooseForm.country", "/help/choose", country="{C}"),
    _asked("help.ChooseForm.language", "/help/choose", country="gb", language="{C}"),
    Line(fields=("help.TickForm.signs",), by="nobody", to="/help/which/", sends={"signs": "{C}"}),
    _asked("path", "/{C}"),
    _asked("path", "/words/for/{C}"),
    _asked("path", "/help/list/{C}/1"),
    _asked("path", "/rosters/{C}/refresh"),
    _asked("path", "/together/feed/{C}.ics"),
    _asked("path", "/demo/{C}"),
    _asked("path", "/static/{C}.css"),
    *(
        Line(fields=(f"headers:{name}",), to=to, headers={name: "{C}"}, asks={"ask": "{C}"})
        for to in ("/account", "/no-such-page", "/help/")
        for name in ("If-None-Match", "HX-Request", "HX-Current-URL", "Sec-Purpose", "User-Agent")
    ),
    Line(fields=("headers:Referer",), to="/sign-in", headers={"Referer": "http://localhost/{C}"}),
    Line(fields=("headers:Host",), to="/", headers={"Host": "{C}.example"}),
    Line(fields=("META:CONTENT_LENGTH",), by="nobody", to="/account", headers={"Cookie": "x={C}"}),
    Line(
        fields=("META:REMOTE_ADDR",),
        by="nobody",
        to="/sign-in",
        headers={"X-Forwarded-For": "{C}"},
        sends={"account": "Nobody", "password": "no password of anybody"},
    ),
)

# The week goes before the rosters change under it; the password changes last.
LINES = (
    *PEOPLE[:-2], *WEEK, *ROSTERS, *COACH, *JOURNAL, *TWO, *DECIDING, *REFLECTIONS, *CHECKINS,
    *INSTRUMENTS, *EXPERIMENTS,
    *OTHERS, *SPOKEN, *ASKED, *PEOPLE[-2:],
)  # fmt: skip
