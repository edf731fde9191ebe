"""What holds in any conversation, whatever is heard, typed and tapped, in whatever order."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from aftershift.engines.safety.answering import Answer, Said, step
from aftershift.engines.safety.course import Course, Note, begin, note_of
from aftershift.engines.safety.protocols import Protocols
from aftershift.engines.safety.risk import UNHEARD, Category, Level, Risk
from aftershift.library.protocols import load_protocols

NOW = datetime(2026, 11, 26, 3, 40, tzinfo=UTC)
PROTOCOLS: Protocols = load_protocols()
TEXTS = (
    "", "words", "yes", "no", "forget it", "stop asking", "I don't want a hotline",
    "for my novel", "a goodbye letter", "Tired", "I'm safe",
)  # fmt: skip
GUARDING = {Category.PARTNER_VIOLENCE, Category.MINOR}

risks = st.one_of(
    st.just(UNHEARD),
    st.just(Risk(level=Level.NONE)),
    st.builds(
        lambda level, kinds: Risk(level=level, categories=tuple(kinds)),
        st.sampled_from([Level.CHECK_IN, Level.ELEVATED, Level.EMERGENCY]),
        st.lists(st.sampled_from(list(Category)), min_size=1, max_size=3, unique=True),
    ),
)
typed = st.builds(
    Said, text=st.sampled_from(TEXTS), risk=risks, milliseconds=st.sampled_from([0, 900])
)
lines = st.lists(st.one_of(typed, st.integers(0, 6)), min_size=1, max_size=14)


def taken(
    course: Course, answer: Answer, line: Said | int, now: datetime
) -> tuple[Course, Answer, Said]:
    """Type a line, or tap one of the buttons that are offered."""
    if isinstance(line, int):
        ids = [one.id for one in answer.buttons] or [""]
        line = Said(button=ids[line % len(ids)])
    after, said = step(course, line, PROTOCOLS, now)
    return after, said, line


def level_holds(before: Course, course: Course, said: Said, answer: Answer) -> None:
    """It rises by what is heard or tapped, and falls by one, by an answer of theirs."""
    assert course.level is answer.level
    assert before.level - course.level <= 1
    if course.level < before.level:
        assert answer.path == "stepping_down"
        assert said.button or said.text


def risk_is_answered(before: Course, course: Course, said: Said, answer: Answer) -> None:
    """Whatever is heard is answered, and the way to help is never gone."""
    heard = Level.NONE if said.risk == UNHEARD else said.risk.level
    assert course.level >= heard or answer.path == "stepping_down"
    assert answer.interrupts or heard < max(Level.ELEVATED, before.level + 1)
    assert answer.help_link or not (course.level or said.risk == UNHEARD)
    if heard is Level.EMERGENCY > before.level:
        assert any("{emergency}" in one for one in answer.bubbles)


def nothing_is_kept(before: Course, course: Course, said: Said, answer: Answer) -> None:
    """What must not be written is not, from then on."""
    assert answer.private or not GUARDING & set(said.risk.categories)
    if before.guarded:
        assert course.guarded
        assert note_of(course) == note_of(before)


@given(lines)
def test_in_any_conversation_the_promises_hold(all_lines: list[Said | int]) -> None:
    course, answer = begin(Note(), NOW), Answer()
    for minutes, line in enumerate(all_lines):
        before, offered = course, {one.id for one in answer.buttons}
        course, answer, said = taken(course, answer, line, NOW + timedelta(minutes=minutes))
        for promise in (level_holds, risk_is_answered, nothing_is_kept):
            promise(before, course, said, answer)
        assert answer.interrupts or said.button not in offered  # no answer leads to nothing


@given(lines)
def test_the_same_conversation_is_answered_in_the_same_words(all_lines: list[Said | int]) -> None:
    def told() -> list[Answer]:
        course, answer, answers = begin(Note(), NOW), Answer(), []
        for line in all_lines:
            course, answer, _said = taken(course, answer, line, NOW)
            answers.append(answer)
        return answers

    assert told() == told()
