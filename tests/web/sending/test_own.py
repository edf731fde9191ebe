"""One's own messages: risk first, then patients, then what they are for; and nothing is kept."""

import re
import socket
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.test import Client
from tests.people import Account
from tests.web.hearing import Calm
from tests.web.house.page import Page
from tests.web.house.test_sweep import everything_held
from tests.web.sending.asking import DESPAIR, NUMBERS, VIOLENCE, WHY, listens_with

from aftershift.engines.language.connection import About, Heard, Way
from aftershift.engines.language.kinds import Kind
from aftershift.engines.language.patterns import Pattern, Reading
from aftershift.engines.safety.risk import NO_RISK, UNHEARD, Level, Risk
from aftershift.web.ears import Answer, NotInTime, Question
from aftershift.web.people.sessions import COOKIE
from aftershift.web.sending import hearing

AT = "/before-you-send/own/"
MINE = "milk\nI miss you\nYou never help.\ncan you ring them"
PATIENT = "I sat with Mrs Okafor in bed 12 until she died."
KINDS = ("about the household", "to each other", "neither, or hard to say")
HOUSEHOLD = Heard(about=About.LOGISTICS)
WARM = Heard(about=About.CONNECTION, way=Way.WARMTH)
RISKY = Reading(patterns=(Pattern(kind=Kind.ABSOLUTES, starts=0, ends=15, why=WHY),))


@dataclass(kw_only=True)
class ByLine(Calm):
    """Hears affection where somebody is missed, and a pattern in "never"."""

    about_asked: int = 0

    def _about(self, text: str) -> Heard:
        self.about_asked += 1
        return WARM if "miss" in text else HOUSEHOLD

    def _read(self, text: str) -> Reading:
        self.read.append(text)
        return RISKY if "never" in text else Reading()


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> ByLine:
    ear = ByLine()
    listens_with(monkeypatch, ear)
    return ear


def sent(account: Account, text: str = MINE, **also: object) -> str:
    page = account.browser.post(AT, {"text": text, **also})
    assert page.status_code == 200
    assert Page(page.text).faults() == []
    return str(page.text)


def counted(page: str) -> dict[str, int]:
    found = re.findall(r"<li><strong>(\d+)</strong> ([^<]*)</li>", page)
    return {words: int(count) for count, words in found}


def test_it_asks_for_own_messages_only_and_says_why(nurse: Account, lines: ByLine) -> None:
    page = nurse.browser.get(AT)
    assert "Only your own, please. The other’s words are theirs" in page.text
    assert (lines.woken, lines.triaged) == (1, [])


def test_it_is_for_who_is_signed_in(nobody: Client, lines: ByLine) -> None:
    for answer in (nobody.get(AT), nobody.post(AT, {"text": MINE})):
        assert answer["Location"] == "/locked"
    assert lines.triaged == []


def test_messages_are_counted_and_nobody_is_judged(nurse: Account, lines: ByLine) -> None:
    page = sent(nurse)
    assert "Of 4 messages:" in page
    assert counted(page) == dict(zip(KINDS, (3, 1, 0), strict=True))
    assert "No number is right." in page
    assert "You say that you like them" in page
    assert "“I miss you”" in page
    assert lines.triaged == MINE.split("\n")


def test_what_is_put_right_changes_the_count_of_this_page_alone(
    nurse: Account, lines: ByLine
) -> None:
    kinds = ["connection", "connection", "neither", "logistics"]
    page = sent(nurse, kinds=kinds)
    assert counted(page) == dict(zip(KINDS, (1, 2, 1), strict=True))
    assert page.count(" selected>") == 4
    assert counted(sent(nurse))["to each other"] == 1
    assert counted(sent(nurse, kinds=kinds[:2]))["to each other"] == 1  # of other lines


def test_words_that_come_up_are_told_with_their_reason(nurse: Account, lines: ByLine) -> None:
    page = sent(nurse, "You never help.\nYou never call.\nmilk")
    assert "Always and never" in page
    assert "“You never help.” · “You never call.”" in page
    assert "in 2 messages" in page


def test_how_it_may_land_stands_beside_but_not_where_any_line_tells_of_harm(
    nurse: Account, lines: ByLine
) -> None:
    assert "How it may land:" in sent(nurse, "You never help.\nmilk")
    page = sent(nurse, "You never help.\nI'm scared of you")
    assert "Always and never" in page
    assert "How it may land:" not in page


def test_how_it_may_land_is_unsaid_in_just_me_and_as_long_as_the_link_to_help_stays(
    nurse: Account, lines: ByLine
) -> None:
    lands, found = "How it may land:", "Always and never"
    lines.risk = Risk(level=Level.CHECK_IN, categories=DESPAIR)
    page = sent(nurse, "You never help.\nmilk")
    assert (found in page, lands in page) == (True, False)
    lines.risk = NO_RISK
    page = sent(nurse, "You never help.\nmilk")
    assert (found in page, lands in page) == (True, False)


def test_who_put_away_what_is_for_two_is_told_nothing_of_the_other(
    nurse: Account, lines: ByLine
) -> None:
    assert "How it may land:" in sent(nurse, "You never help.\nmilk")
    nurse.browser.post("/mine/away")
    page = sent(nurse, "You never help.\nmilk")
    assert ("Always and never" in page, "How it may land:" in page) == (True, False)


def test_the_same_words_are_heard_once(nurse: Account, lines: ByLine) -> None:
    sent(nurse, "milk\n" * 5 + "bins")
    assert lines.about_asked == 2


def test_a_request_says_what_it_leaves_open(nurse: Account, lines: ByLine) -> None:
    page = sent(nurse)
    assert "“can you ring them”" in page
    assert "Not said: by when." in " ".join(page.split())
    assert "“milk”" not in page.partition("What is asked for")[2].partition("One small thing")[0]


def test_the_next_thing_is_a_window_unless_what_is_for_two_is_put_away(
    nurse: Account, lines: ByLine
) -> None:
    next_ = "Your next good window"
    assert next_ in sent(nurse)
    nurse.browser.post("/mine/away")
    page = sent(nurse)
    assert next_ not in page
    assert 'href="/reading/"' in page


def test_two_hundred_are_read_and_more_are_refused_with_all_of_them_still_there(
    nurse: Account, lines: ByLine
) -> None:
    assert counted(sent(nurse, "milk\n" * 200))["about the household"] == 200
    lines.triaged.clear()
    page = nurse.browser.post(AT, {"text": "milk\n" * 201})
    assert page.status_code == 422
    assert "These are more than 200 messages" in page.text
    assert page.text.count("milk") == 201
    assert lines.triaged == []


def test_nothing_is_kept_and_nothing_is_in_an_address(nurse: Account, lines: ByLine) -> None:
    before = everything_held()
    sent(nurse, kinds=["neither"] * 4)
    assert everything_held() == before
    assert set(nurse.browser.cookies) == {"__Host-csrf", COOKIE}
    assert "I miss you" not in nurse.browser.get(AT, {"text": MINE}).text
    assert nurse.browser.put(AT).status_code == 405


def test_nothing_leaves_the_machine(
    nurse: Account, lines: ByLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _self, to: called.append(to))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *of, **_also: called.append(of))
    sent(nurse)
    assert called == []


def test_the_page_says_how_often_it_is_right_as_the_measurement_does() -> None:
    """Change the words on the page when these numbers change."""
    measured = (Path(__file__).parents[3] / "docs/own-messages.md").read_text(encoding="utf-8")
    found = [
        re.search(rf"^\| {of} \| (0\.\d\d) ", measured, re.MULTILINE) for of in ("all", "neither")
    ]
    assert all(found)
    right, neither = (float(one[1]) for one in found if one)
    assert 0.85 <= right < 0.95
    assert 0.55 <= neither < 0.65


# --- what comes before ------------------------------------------------------------------


@pytest.mark.parametrize("level", [Level.ELEVATED, Level.EMERGENCY])
def test_somebody_at_risk_gets_help_and_nothing_else(
    nurse: Account, lines: ByLine, level: Level
) -> None:
    lines.risk = Risk(level=level, categories=DESPAIR)
    page = sent(nurse)
    assert NUMBERS in page
    assert "I miss you" not in page
    assert counted(page) == {}
    assert lines.about_asked == 0


def test_a_question_stands_before_the_rest(nurse: Account, lines: ByLine) -> None:
    lines.risk = Risk(level=Level.CHECK_IN, categories=DESPAIR)
    page = sent(nurse)
    assert page.index("First, about you") < page.index("What they are for")
    assert f'action="{AT}"' in page.partition("First, about you")[2].partition("</section>")[0]


def test_where_somebody_may_be_afraid_the_messages_leave_the_page(
    nurse: Account, lines: ByLine
) -> None:
    lines.risk = Risk(level=Level.CHECK_IN, categories=VIOLENCE)
    page = sent(nurse)
    assert "Are you ever afraid of someone at home?" in page
    assert "I miss you" not in page
    assert lines.about_asked == 0


def test_a_patient_comes_before_the_count(nurse: Account, lines: ByLine) -> None:
    page = sent(nurse, f"milk\n{PATIENT}")
    assert "This may lead to a patient" in page
    assert counted(page) == {}
    assert counted(sent(nurse, f"milk\n{PATIENT}", not_a_patient="on")) != {}


class LateAtLines(ByLine):
    """Hears risk, and is too slow for the rest."""

    def ask(self, question: Question[Answer], patience: float) -> Answer:
        if patience > hearing.TRIAGE_SECONDS:
            raise NotInTime
        return super().ask(question, patience)


def test_an_ear_that_is_late_for_the_lines_says_so(
    nurse: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    listens_with(monkeypatch, LateAtLines())
    page = sent(nurse)
    assert "I could not read this in time" in page
    assert counted(page) == {}


# --- each is heard by itself ---------------------------------------------------------------


def ear_of(monkeypatch: pytest.MonkeyPatch, **risks: Risk | None) -> list[str]:
    """Let an ear hear a risk in each text that is named; None is too late."""
    asked: list[str] = []

    class ByText(Calm):
        def _triage(self, text: str, _before: object) -> Risk:
            asked.append(text)
            risk = risks.get(text, NO_RISK)
            if risk is None:
                raise NotInTime
            return risk

    listens_with(monkeypatch, ByText())
    return asked


GRAVE = Risk(level=Level.ELEVATED, categories=DESPAIR)
DESPAIRS = Risk(level=Level.CHECK_IN, categories=DESPAIR)
AFRAID = Risk(level=Level.CHECK_IN, categories=VIOLENCE)


def test_the_gravest_of_many_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ear_of(monkeypatch, low=DESPAIRS, grave=GRAVE)
    assert hearing.heard(("milk", "low", "grave", "milk", "")) == GRAVE
    assert asked == ["milk", "low", "grave"]
    assert hearing.heard(()) == NO_RISK


def test_what_fails_hides_nothing_grave_and_is_never_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for wrong in (None, UNHEARD):
        ear_of(monkeypatch, grave=GRAVE, low=DESPAIRS, odd=wrong)
        assert hearing.heard(("grave", "odd", "milk")) == GRAVE
        assert hearing.heard(("low", "odd", "milk")) == wrong


def test_one_of_many_that_is_late_is_asked_again_and_then_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = ear_of(monkeypatch, odd=None)
    assert hearing.heard(("odd", "milk")) is None
    assert asked == ["odd", "odd"]
    asked.clear()
    assert hearing.heard(("odd",)) is None  # one message is not kept waiting twice
    assert asked == ["odd"]


def test_of_two_questions_the_private_one_leads() -> None:
    both = hearing.together([DESPAIRS, NO_RISK, AFRAID])
    assert both == Risk(level=Level.CHECK_IN, categories=(*VIOLENCE, *DESPAIR))


def test_many_lines_of_one_threat_are_answered_as_one() -> None:
    held = Risk(level=Level.EMERGENCY, categories=VIOLENCE, is_held=True)
    other = Risk(level=Level.EMERGENCY, categories=VIOLENCE)
    assert hearing.together([held, NO_RISK, held]).is_held
    assert not hearing.together([held, other]).is_held  # a danger of one's own goes first
