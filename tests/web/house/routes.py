"""Every address of the product, and what it is to whom. A wing joins by adding its lines."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests.people import PASSWORD
from tests.web.house.furnished import Rooms


class For(Enum):
    """Whom an address is for."""

    EVERYBODY = "everybody, signed in or not"
    ONES_OWN = "a signed-in person, about themselves"
    ONES_OBJECT = "a signed-in person, about one thing of theirs"
    NEWLY_RECOVERED = "who came by the recovery key and owes a new password"
    WAITING = "who owes a second factor"
    TOKEN = "whoever holds the address"  # noqa: S105 - words, no password
    DEMO = "the demo's visitors; nothing anywhere else"


LOOK = frozenset({"GET", "HEAD"})
DO = frozenset({"POST"})
BOTH = LOOK | DO


@dataclass(frozen=True, kw_only=True, slots=True)
class Route:
    """One address: whom it is for, by which methods, and what a form would send to it."""

    whom: For
    methods: frozenset[str] = LOOK
    sends: dict[str, Any] = field(default_factory=dict)
    needs_csrf: bool = True
    locks: bool = False


def _all(whom: For, methods: frozenset[str], *names: str) -> dict[str, Route]:
    return {name: Route(whom=whom, methods=methods) for name in names}


NIGHT = {"day": "2026-10-18", "starts": "09:10", "ends": "14:30"}
CHILD = {
    "wakes": "07:00",
    "bedtime": "19:30",
    "leaves": "08:30",
    "returns": "15:30",
    "school_days": ["monday", "friday"],
    "holidays": "26 Oct 2026 to 30 Oct 2026",
}
WAYS = {
    "zone": "Europe/London",
    "commute": "45",
    "prepare": "45",
    "wind_down": "45",
    "unwind_evening": "90",
    "mid_sleep_free": "04:30",
    "sleep_need": "510",
    "called_share": "0.3",
}
AGREEMENT = {"words": "Tea first", "kind": "plain", "look_again": "2026-11-16"}
ONE_CONTACT = {"contact": "6f1c2f0e-6d0a-4d8e-9a86-0d8f0f3b6f12"}
GROWN = {"grown": "on", "password": PASSWORD}
READY = dict.fromkeys(("afraid", "hurt", "told", "winning", "hot"), "no")
ONE_AGREEMENT = {"agreement": "6f1c2f0e-6d0a-4d8e-9a86-0d8f0f3b6f11", "weeks": "4"}

DECISION = {"line": "Fewer hours?", "way_1": "Leave it as it is", "way_2": "Go to 0.8"}
SHEET = {"name": "Sam", "value_1": "Sunday mornings", "note": "300 a month"}
EXPERIMENT = {"what": "own", "words": "Tea first", "whom": "me", "outcome": "mood", "blocks": "5"}
EVENING = {"day": "2026-10-19", "did": "yes"}
REFLECTION = {"item_i-clear": "yes", "item_they-limits": "no", "name": "Kim"}

ROUTES: dict[str, Route] = {
    **_all(For.EVERYBODY, LOOK, "home", "offline", "neutral", "service-worker"),
    "look": Route(whom=For.EVERYBODY, methods=BOTH, sends={"paper": "dark"}),
    **_all(For.EVERYBODY, LOOK, "help:home", "help:reset", "help:plan", "help:list"),
    **_all(For.EVERYBODY, LOOK, "help:home_in", "help:reset_in", "help:plan_in", "help:list_in"),
    **_all(For.EVERYBODY, LOOK, "help:sheet", "help:leaving", "help:sheet_in", "help:leaving_in"),
    # The page may come from a browser's shelf, where no token is; it changes nothing.
    **{
        f"help:{name}": Route(
            whom=For.EVERYBODY, methods=BOTH, sends={"signs": ["low"]}, needs_csrf=False
        )
        for name in ("which", "which_in")
    },
    **_all(For.EVERYBODY, LOOK, "help:choose", "people:locked", "mydata:erased"),
    **_all(For.EVERYBODY, LOOK, "windows:why"),
    **_all(For.EVERYBODY, LOOK, "reading:home", "reading:practice", "reading:myths"),
    **_all(For.EVERYBODY, LOOK, "reading:glossary", "reading:grades"),
    **_all(For.EVERYBODY, LOOK, "pocket:home", "pocket:room", "pocket:cards", "pocket:talk"),
    **_all(For.EVERYBODY, BOTH, "people:sign-up", "people:sign-in", "people:forgotten"),
    **_all(For.EVERYBODY, DO, "people:lock"),
    # Whoever must leave at once must not meet a stale form; it can only lock.
    "people:leave": Route(whom=For.EVERYBODY, methods=DO, needs_csrf=False),
    "demo_file": Route(whom=For.DEMO),
    **_all(For.WAITING, BOTH, "people:second-factor"),
    **_all(For.WAITING, DO, "people:ask-for-passkey", "people:pass-by-passkey"),
    **_all(For.NEWLY_RECOVERED, BOTH, "people:renew"),
    **_all(For.ONES_OWN, LOOK, "people:account", "people:factors", "people:devices"),
    **_all(For.ONES_OWN, BOTH, "people:password", "people:recovery-key"),
    **_all(For.ONES_OWN, BOTH, "people:check-recovery-key", "people:code-app"),
    **_all(For.ONES_OWN, BOTH, "people:household"),
    **_all(For.ONES_OWN, DO, "people:ask-for-new-passkey", "people:add-passkey"),
    "people:sign-out-everywhere": Route(whom=For.ONES_OWN, methods=DO, locks=True),
    "people:remove-factor": Route(whom=For.ONES_OBJECT, methods=BOTH, sends={"password": PASSWORD}),
    **_all(For.ONES_OBJECT, DO, "people:sign-out-device", "people:remove-member"),
    **_all(For.ONES_OWN, LOOK, "rosters:list", "rosters:preview", "rosters:strain"),
    **_all(For.ONES_OWN, BOTH, "rosters:bring"),
    **_all(For.ONES_OWN, DO, "rosters:keep", "rosters:discard", "rosters:answer"),
    **_all(For.ONES_OWN, DO, "rosters:add_member", "rosters:refresh_due"),
    **_all(For.ONES_OBJECT, DO, "rosters:refresh", "rosters:forget"),
    "rosters:who": Route(whom=For.ONES_OBJECT, methods=BOTH, sends={"role": "relative"}),
    "rosters:child": Route(whom=For.ONES_OBJECT, methods=BOTH, sends=CHILD),
    "rosters:ways": Route(whom=For.ONES_OBJECT, methods=BOTH, sends=WAYS),
    "rosters:slept": Route(whom=For.ONES_OBJECT, methods=DO, sends=NIGHT),
    **_all(For.ONES_OWN, LOOK, "windows:fortnight", "windows:window", "windows:plan"),
    **_all(For.ONES_OWN, LOOK, "windows:talk"),
    **_all(For.ONES_OWN, BOTH, "windows:limits", "windows:what_if"),
    **_all(For.ONES_OWN, DO, "windows:accept", "windows:seen", "windows:reminders"),
    **_all(For.ONES_OWN, DO, "windows:open_feed", "windows:close_feed"),
    **_all(For.ONES_OBJECT, DO, "windows:let_go"),
    "windows:feed": Route(whom=For.TOKEN),
    **_all(For.ONES_OWN, LOOK, "rituals:page"),
    **_all(For.ONES_OWN, DO, "rituals:take_up", "rituals:let_go", "rituals:hold"),
    "sending:own": Route(whom=For.ONES_OWN, methods=BOTH, sends={"text": "See you at six"}),
    "sending:page": Route(whom=For.ONES_OWN, methods=BOTH, sends={"text": "See you at six"}),
    **_all(For.ONES_OWN, LOOK, "coach:page", "coach:kept", "coach:voice"),
    **_all(For.ONES_OWN, DO, "coach:end", "coach:forget_steps", "coach:withdraw"),
    "coach:allow": Route(whom=For.ONES_OWN, methods=DO, sends={"mark": "a model at a place"}),
    "coach:say": Route(whom=For.ONES_OWN, methods=DO, sends={"text": "A long day"}),
    "coach:place": Route(whom=For.ONES_OWN, methods=DO, sends={"practice": "partner.thanks"}),
    "coach:helped": Route(
        whom=For.ONES_OWN, methods=DO, sends={"practice": "partner.thanks", "helped": "helped"}
    ),
    "coach:unbar": Route(whom=For.ONES_OWN, methods=DO, sends={"practice": "partner.thanks"}),
    "coach:keep": Route(whom=For.ONES_OWN, methods=DO, sends={"text": "I like mornings"}),
    "coach:forget": Route(whom=For.ONES_OWN, methods=DO, sends={"card": "0" * 32}),
    **_all(For.ONES_OWN, LOOK, "wording:page", "wording:script"),
    "wording:apology": Route(whom=For.ONES_OWN, methods=BOTH, sends={"did": "I was late."}),
    "wording:check": Route(whom=For.ONES_OWN, methods=BOTH, sends={"text": "Sorry I was late."}),
    **_all(For.ONES_OWN, LOOK, "wording:disagree_well", "wording:disagree_up"),
    **_all(For.ONES_OWN, LOOK, "wording:who_does_what"),
    "wording:disagreement": Route(
        whom=For.ONES_OWN, methods=BOTH, sends={"about": "Whose turn it is"}
    ),
    "wording:request": Route(whom=For.ONES_OWN, methods=BOTH, sends={"text": "You were late."}),
    **_all(For.ONES_OWN, LOOK, "wording:feedback", "wording:debrief"),
    **{
        f"wording:{page}": Route(whom=For.ONES_OWN, methods=BOTH, sends={"text": "You were late."})
        for page in ("candour", "feedforward", "listen")
    },
    **_all(For.ONES_OWN, LOOK, "rehearsal:shelf"),
    **{
        f"rehearsal:{page}": Route(
            whom=For.ONES_OWN, methods=BOTH, sends={"text": "See you at six"}
        )
        for page in ("scene", "speaking-up", "listening")
    },
    **_all(For.ONES_OWN, LOOK, "journal:page", "journal:older"),
    **_all(For.ONES_OWN, BOTH, "journal:friend", "journal:voice"),
    **_all(For.ONES_OWN, DO, "journal:write", "journal:ask", "journal:withdraw"),
    **_all(For.ONES_OWN, LOOK, "journal:transcription"),
    "journal:allow": Route(whom=For.ONES_OWN, methods=DO, sends={"mark": "a model at a place"}),
    **_all(For.ONES_OBJECT, LOOK, "journal:entry", "journal:listen"),
    "journal:change": Route(whom=For.ONES_OBJECT, methods=BOTH, sends={"text": "Slept after all"}),
    **_all(For.ONES_OBJECT, DO, "journal:erase", "journal:text"),
    **_all(For.ONES_OWN, LOOK, "week:page"),
    **_all(For.ONES_OWN, DO, "week:cap", "week:place", "week:refuse", "week:bold", "week:habit"),
    **_all(For.ONES_OWN, DO, "week:refuse_notes"),
    **_all(For.ONES_OWN, DO, "week:end_habit", "week:feed", "week:write"),
    "week:conversation": Route(whom=For.ONES_OWN, methods=BOTH, sends={"to": "friend"}),
    **_all(For.ONES_OBJECT, DO, "week:let_go", "week:erase_text"),
    **_all(For.ONES_OBJECT, LOOK, "week:text"),
    **_all(For.ONES_OWN, LOOK, "network:page", "network:hero"),
    "network:add": Route(
        whom=For.ONES_OWN, methods=DO, sends={"name": "Robin", "last": "2026-10-01"}
    ),
    **{
        f"network:{name}": Route(whom=For.ONES_OWN, methods=DO, sends=ONE_CONTACT)
        for name in ("talked", "silence", "remove")
    },
    **_all(For.ONES_OWN, LOOK, "pairing:page", "agreements:page", "agreements:ground_rules"),
    **_all(For.ONES_OWN, LOOK, "agreements:check_in", "agreements:beside"),
    **_all(For.ONES_OWN, LOOK, "agreements:lists"),
    "agreements:show_list": Route(whom=For.ONES_OWN, methods=DO, sends={"checklist": "rc-1"}),
    "agreements:hide_list": Route(whom=For.ONES_OWN, methods=DO, sends={"checklist": "rc-1"}),
    **{
        f"agreements:{name}": Route(whom=For.ONES_OWN, methods=DO, sends={"week": "2026-10-19"})
        for name in ("show", "hide")
    },
    "agreements:repair": Route(
        whom=For.ONES_OWN, methods=BOTH, sends={"about": "Late again", "follow_up": "2026-11-16"}
    ),
    "agreements:ready": Route(whom=For.ONES_OWN, methods=DO, sends=READY),
    "agreements:hold_talk": Route(whom=For.ONES_OWN, methods=DO, sends={"starts": "2026-10-20"}),
    **_all(For.ONES_OWN, DO, "agreements:end_repair"),
    "pairing:offer": Route(whom=For.ONES_OWN, methods=DO, sends=GROWN),
    "pairing:answer": Route(whom=For.ONES_OWN, methods=DO, sends={"code": "7KQFM 2DR8T", **GROWN}),
    **_all(For.ONES_OWN, DO, "pairing:confirm", "pairing:end"),
    "agreements:new": Route(whom=For.ONES_OWN, methods=BOTH, sends=AGREEMENT),
    "agreements:begin": Route(whom=For.ONES_OWN, methods=DO, sends={"text": "Tea first"}),
    **{
        f"agreements:{name}": Route(whom=For.ONES_OWN, methods=DO, sends=ONE_AGREEMENT)
        for name in ("agree", "put_aside", "end", "look_again")
    },
    "agreements:say_coming": Route(whom=For.ONES_OWN, methods=DO, sends={"left": "not_yet"}),
    **_all(For.ONES_OWN, DO, "agreements:take_coming_back"),
    "agreements:time_out": Route(whom=For.ONES_OWN, methods=DO, sends={"minutes_away": "60"}),
    **{
        f"agreements:{name}": Route(whom=For.ONES_OWN, methods=DO, sends={"starts": "2026-10-20"})
        for name in ("move_return", "hold_check_in")
    },
    **_all(For.ONES_OWN, DO, "agreements:hold_return", "agreements:end_time_out"),
    **_all(For.ONES_OWN, LOOK, "deciding:page"),
    "deciding:begin": Route(whom=For.ONES_OWN, methods=DO, sends=DECISION),
    **_all(For.ONES_OBJECT, LOOK, "deciding:decision", "deciding:compare", "deciding:sheet"),
    **_all(For.ONES_OBJECT, DO, "deciding:erase", "deciding:erase_sheet"),
    **{
        f"deciding:{name}": Route(whom=For.ONES_OBJECT, methods=BOTH, sends=SHEET)
        for name in ("own", "other", "values", "way")
    },
    **_all(For.ONES_OWN, LOOK, "instruments:page", "instruments:take", "instruments:take-all"),
    **_all(For.ONES_OWN, LOOK, "instruments:over-time"),
    **_all(For.ONES_OWN, DO, "instruments:erase-all"),
    "instruments:bring": Route(whom=For.ONES_OWN, methods=BOTH),
    "instruments:keep-brought": Route(whom=For.ONES_OWN, methods=DO, sends={"table": "x"}),
    **{
        f"instruments:{name}": Route(whom=For.ONES_OWN, methods=methods, sends={"item_gad1": "1"})
        for name, methods in (("form", BOTH), ("keep", DO))
    },
    **_all(For.ONES_OBJECT, LOOK, "instruments:kept"),
    **_all(For.ONES_OBJECT, DO, "instruments:erase"),
    **_all(For.ONES_OWN, LOOK, "checkins:trends", "summary:page", "checkins:answers"),
    **_all(For.ONES_OWN, LOOK, "checkins:codebook"),
    **{
        f"checkins:{name}": Route(whom=For.ONES_OWN, methods=BOTH, sends={"item_mood": "4"})
        for name in ("day", "yesterday")
    },
    "checkins:week": Route(whom=For.ONES_OWN, methods=BOTH, sends={"item_fair": "4"}),
    "checkins:footprint": Route(whom=For.ONES_OWN, methods=BOTH, sends={"left": "A tidy bay"}),
    "checkins:erase_footprint": Route(whom=For.ONES_OWN, methods=DO, sends={"of": "2026-10-19"}),
    "checkins:forget": Route(whom=For.ONES_OWN, methods=DO, sends={"day": "2026-10-18"}),
    **_all(For.ONES_OWN, LOOK, "experiments:page"),
    "experiments:begin": Route(whom=For.ONES_OWN, methods=DO, sends=EXPERIMENT),
    **_all(For.ONES_OBJECT, LOOK, "experiments:experiment"),
    **_all(For.ONES_OBJECT, DO, "experiments:stop", "experiments:erase"),
    **_all(For.ONES_OBJECT, DO, "experiments:ask", "experiments:hand_over"),
    **_all(For.ONES_OBJECT, DO, "experiments:take_back"),
    **{
        f"experiments:{name}": Route(whom=For.ONES_OWN, methods=DO, sends={"trial": "it"})
        for name in ("join", "put_aside")
    },
    **{
        f"experiments:{name}": Route(whom=For.ONES_OBJECT, methods=DO, sends=EVENING)
        for name in ("tick", "hold")
    },
    **_all(For.ONES_OWN, LOOK, "reflections:page"),
    **{
        f"reflections:{name}": Route(whom=For.ONES_OWN, methods=methods, sends=REFLECTION)
        for name, methods in (("list", BOTH), ("keep", DO))
    },
    **_all(For.ONES_OBJECT, LOOK, "reflections:kept"),
    **_all(For.ONES_OBJECT, DO, "reflections:erase"),
    "safety:before": Route(whom=For.ONES_OWN, methods=DO, sends={"afraid": "no"}),
    "safety:look": Route(whom=For.ONES_OWN, methods=DO, sends={"look": "notes"}),
    **_all(For.ONES_OWN, LOOK, "safety:answered"),
    **_all(For.ONES_OWN, LOOK, "safety:page", "safety:paper", "safety:take"),
    **_all(For.ONES_OWN, BOTH, "safety:plan", "safety:trusted"),
    **_all(
        For.ONES_OWN,
        DO,
        "safety:erase_plan",
        "safety:put_away",
        "safety:bring_back",
        "safety:feel_safe",
        "safety:forget_note",
    ),
    **_all(For.ONES_OWN, LOOK, "mydata:page", "mydata:json", "mydata:readable"),
    **_all(For.ONES_OWN, LOOK, "mydata:sounds"),
    **_all(For.ONES_OWN, BOTH, "mydata:bring"),
    **_all(For.ONES_OWN, DO, "mydata:erase", "mydata:bring-sounds"),
}

# Things of a person that are named in a form, not in an address: (route, what is sent).
NAMED_IN_FORMS: tuple[tuple[str, str, dict[str, str]], ...] = (
    (
        "rosters:bring",
        "member",
        {"text": "D N -", "anchor": "2026-10-19", "zone": "Europe/London"},
    ),
    ("rosters:answer", "member", {"code": "T", "choice": "0"}),
)


def patterns(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Walk every address that the product answers, with its full name."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from patterns(pattern, space + inner)
        else:
            yield f"{space}{pattern.name}", pattern


def every_route() -> dict[str, URLPattern]:
    """Give every address by its name."""
    return dict(patterns(get_resolver()))


def address(name: str, rooms: Rooms, **instead: object) -> str:
    """Give the address of a route about the things in these rooms, or about others instead."""
    known = {
        "name": "jo.ics",
        "token": rooms.token,
        "factor_id": rooms.factor,
        "session_id": rooms.session,
        "member_id": rooms.other,
        "member": rooms.other,
        "roster": rooms.roster,
        "uid": rooms.item,
        "entry_id": rooms.entry,
        "kept_id": rooms.kept,
        "text_id": rooms.text,
        "decision_id": rooms.decision,
        "sheet_id": rooms.sheet,
        "experiment_id": rooms.experiment,
        "list_id": "wr-1",
        "reflection_id": rooms.reflection,
        "measure_id": rooms.measure,
        "instrument_id": "phq-4",
        "language": "de",
        "code": "gb",
        "script_id": "no-swap-decline",
        "place": 1,
        "slug": "partner-soft-start",
        "room": "break",
        "scene": "home-late",
        "drill": "dose-by-ten",
        "message": "not-thanked",
        **instead,
    }
    asks_for = every_route()[name].pattern.converters
    return reverse(name, kwargs={key: known[key] for key in asks_for})
