"""Everything that the coach may say, read by the rules of its craft."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import copytree

import pytest

from aftershift.engines.coach.hearing.moves import NAMES
from aftershift.engines.coach.stock.doings import Where
from aftershift.engines.coach.stock.purposes import Register, Tone
from aftershift.engines.language.cleaning import clean
from aftershift.engines.language.phrases import PhraseBook, words_in
from aftershift.engines.safety.output_check import check
from aftershift.engines.safety.output_kinds import Fault, FaultKind, Speaker, State
from aftershift.library.coach import COACH, load_coach
from aftershift.library.coach_lessons import purpose_lessons
from aftershift.library.evidence import load_evidence
from aftershift.library.output import load_output
from aftershift.library.shelf import ContentError
from aftershift.library.understanding import load_taxonomy

BANNED = re.compile(
    r"!|—|–|\bI feel\b|\bI understand\b|\bI hear you\b|\bthat (sounds (hard|tough)|must be)\b"
    r"|\bat least\b|\bhero\b|\byou should\b|\byou need to\b|\bhave you tried\b|\bbright side\b"
    r"|\b(studies|research) shows?\b|\byou(['’]re| are) (absolutely |completely |so )?right\b"
    r"|narciss|gaslight|\beverything happens for\b|\bjust (breathe|try|talk|tell)\b"
    r"|\bI(['’]ve| have) been there\b",
    re.I,
)
OF_SOMEBODY = re.compile(r"\b(?:he|she|him|her|his|hers)\b|\d")  # words fit whoever hears them
SLOTS = re.compile(r"\{(\w*)\}")
LONGEST = 50
# What our own words can get wrong. The other kinds are for a model: they take "a small thing" for
# making it small, and the first word of a line for a patient's name.
OURS = {
    FaultKind.DIAGNOSIS, FaultKind.PRESCRIPTION, FaultKind.METHODS, FaultKind.HUMAN,
    FaultKind.FIGURE, FaultKind.MARKUP, FaultKind.CONTRACT, FaultKind.CONFRONTING,
    FaultKind.BODY_NUMBERS,
}  # fmt: skip


def coach_lines() -> Iterator[tuple[str, str]]:
    shelf = load_coach()
    for book in shelf.playbooks:
        lines = (
            *book.questions,
            *book.meets,
            *book.others_view,
            *book.human,
            *(line for part in book.parts for line in part.reflections),
            *book.follow.did,
            *book.follow.not_done,
            *book.follow.worse,
            *([book.system] if book.system else []),
        )
        yield from ((book.id, line) for line in lines)
    yield from ((aim.id, thing.text) for aim in shelf.aims for thing in aim.thing)
    for case in shelf.cases:
        yield case.id, case.reflects
        yield case.id, case.asks
    for gist in shelf.gists:
        yield from ((gist.id, line) for line in (*gist.reflects, *gist.asks))
    for doing in shelf.doings:
        yield from ((doing.practice, text) for text in doing.says)
    for key, lines in shelf.lines.items():
        yield from ((key, line) for line in lines)


def scripts() -> Iterator[tuple[str, str]]:
    for book in load_coach().playbooks:
        for script in book.script:
            yield from ((book.id, text) for text in (script.soft, script.firm, script.firmer))
    for gist in load_coach().gists:
        yield from ((gist.id, text) for text in gist.words)
    for purpose in load_coach().purposes:
        yield from ((purpose.id, text) for text in purpose.says)
    for occasion in load_coach().occasions:
        yield from ((occasion.id, text) for text in occasion.says)


def faults(found: Iterable[Fault]) -> list[str]:
    return [one.reason for one in found if one.kind in OURS]


def test_there_are_as_many_as_are_promised() -> None:
    shelf = load_coach()
    assert len(shelf.playbooks) >= 40
    assert len(shelf.cases) >= 1500
    assert sum(one.before == "middle" for one in shelf.cases) >= len(shelf.cases) // 2
    assert {move for move, _text in shelf.moves} == set(NAMES)


def test_every_line_keeps_to_the_craft() -> None:
    for where, line in coach_lines():
        assert not BANNED.search(line), (where, line)
        assert line.count("?") <= 1, (where, line)
        assert len(line.split()) <= LONGEST, (where, line)
        slots = {"who", "thing", "said", "also", "one", "other", "step", "nights", "load", "to"}
        slots |= {"what", "whom", "when", "asked", "ask", "about", "day", "on"}
        assert set(SLOTS.findall(line)) <= slots, (where, line)
        assert not line.startswith(("{who}", "{thing")), (where, line)


def test_a_reflection_does_not_ask() -> None:
    for gist in load_coach().gists:
        assert not any("?" in line for line in gist.reflects), gist.id
    for book in load_coach().playbooks:
        for part in book.parts:
            assert not any("?" in line for line in part.reflections), (book.id, part.id)


def test_nothing_that_may_not_leave_is_on_the_shelf() -> None:
    book = load_output()
    for where, line in coach_lines():
        found = check(line, book, state=State.ORDINARY, speaker=Speaker.COACH)
        assert not faults(found), (where, line)
    for where, line in scripts():
        found = check(line, book, state=State.ORDINARY, speaker=Speaker.SCRIPT)
        assert not faults(found), (where, line)


def test_no_line_is_on_the_shelf_twice() -> None:
    seen: dict[str, str] = {}
    for where, line in coach_lines():
        if line:
            assert line not in seen, (where, seen.get(line), line)
            seen[line] = where


def test_every_playbook_has_the_depth_that_a_third_talk_needs() -> None:
    for book in load_coach().playbooks:
        assert min(len(book.questions), len(book.spares)) >= 6, book.id
        assert len(book.says) >= 14, book.id
        assert all(len(one.reflections) >= 8 for one in book.meaning), book.id
        assert all(len(one.reflections) >= 5 for one in book.branch), book.id
        assert min(map(len, (book.follow.did, book.follow.not_done, book.follow.worse))) >= 3


def test_every_gist_can_answer_a_long_talk_with_and_without_a_name_or_a_thing() -> None:
    for gist in load_coach().gists:
        plain = [line for line in gist.reflects if not SLOTS.search(line)]
        assert len(plain) >= 4, gist.id
        counts = [len(one) for one in (gist.reflects, gist.asks, gist.words, gist.says)]
        assert all(map(int.__ge__, counts, (12, 6, 4, 38))), (gist.id, counts)


def test_the_words_of_an_occasion_fit_whoever_has_it() -> None:
    for one in load_coach().occasions:
        assert one.to.startswith("to "), one.id
        assert len(set(one.hears)) >= 12, one.id
        assert len(one.says[Register.SHORT].split()) <= 12, one.id
        for text in one.says:
            assert not OF_SOMEBODY.search(text), text
            assert 4 <= len(text.split()) <= 30, text
            assert text.count("?") <= 1, text


def test_an_occasion_that_is_twice_or_lacks_words_is_refused(tmp_path: Path) -> None:
    copytree(COACH, tmp_path / "coach")
    file = tmp_path / "coach" / "occasions" / "work.toml"
    whole = file.read_text()
    file.write_text(f"{whole}\n[[occasion]]\n{whole.split('[[occasion]]')[1]}")
    with pytest.raises(ContentError, match="two occasions"):
        load_coach(tmp_path / "coach")
    first = whole.index("says = [\n") + len("says = [\n")
    file.write_text(whole[:first] + whole[whole.index("\n", first) + 1 :])
    with pytest.raises(ContentError, match="6 texts"):
        load_coach(tmp_path / "coach")


def test_every_purpose_has_words_in_every_tone_for_whoever_hears_them() -> None:
    purposes = load_coach().purposes
    taught = {name for lesson in purpose_lessons().taught for name in lesson.names}
    assert taught == {name for one in purposes for name in one.tellings}
    assert {one.beside for one in purposes} <= {"", *(one.id for one in purposes)}
    for one in purposes:
        assert one.to.startswith("to "), one.id
        lengths = [len(text.split()) for text in one.says]
        assert len(lengths) == len(Tone), one.id
        assert lengths[Tone.SHORT] == min(lengths), one.id
        assert max(lengths) <= 30, one.id
        assert "?" in one.says[Tone.ASKING], one.id
        assert not any(OF_SOMEBODY.search(text) for text in one.says), one.id


SAME_WORDS = (Where.APART, Where.ALONE)  # those of home, and of somebody


def test_wherever_somebody_is_there_are_small_things_to_do_and_first_words() -> None:
    shelf = load_coach()
    for where in Where:
        doings = [one for one in shelf.doings if one.where is where]
        assert sum(len(one.says) for one in doings) >= 4, where
        assert len(shelf.lines.get(f"words_{where}", ())) >= 3 or where in SAME_WORDS, where
    texts = [text for one in shelf.doings for text in one.says]
    assert len(texts) == len(set(texts))
    assert not any("..." in text for text in texts)  # nothing is left to be filled in


def test_a_phrase_that_opens_a_theme_spares_what_the_theme_spares() -> None:
    for book in load_coach().playbooks:
        assert all(len(cue.split()) >= 2 for cue in (*book.cues, "a b")), book.id
        cues = PhraseBook({book.id: book.cues})
        for text in book.spares:
            assert not list(cues.find(words_in(clean(text).text))), (book.id, text)


def test_every_situation_and_feeling_has_something_to_say() -> None:
    shelf = load_coach()
    known = {name for book in shelf.playbooks for name in book.situations}
    missing = {one.id for one in load_taxonomy().situations} - known
    assert missing == {"low-for-weeks", "newcomer-to-help", "parking-and-basics"}
    assert {f"felt.{one.id}" for one in load_taxonomy().emotions} - shelf.lines.keys() <= {
        "felt.touched"
    }


def test_every_practice_that_may_be_offered_can_be_said() -> None:
    book = load_output()
    for practice in load_evidence().practices.values():
        for line in (*practice.offers, practice.smaller, practice.say):
            found = check(line, book, state=State.ORDINARY, speaker=Speaker.COACH)
            assert not faults(found), (practice.id, line)


@pytest.mark.parametrize(
    ("file", "found", "written", "reason"),
    [
        ("playbooks/bully", 'practices = ["', 'practices = ["no.such", "', "no 'no.such' to offer"),
        ("playbooks/bully", "equals = false", "equals = true", "the other's view belongs to"),
        ("playbooks/bully", "equals =", 'id = "other"\nequals =', "id: may not stand in the file"),
        ("gists/left-out", "name =", 'id = "other"\nname =', "id: may not stand in the file"),
    ],
)
def test_a_file_that_is_wrong_is_refused_by_its_name(
    tmp_path: Path, file: str, found: str, written: str, reason: str
) -> None:
    copytree(COACH, tmp_path / "coach")
    broken = tmp_path / "coach" / f"{file}.toml"
    broken.write_text(broken.read_text().replace(found, written))
    with pytest.raises(ContentError, match=rf"{broken.name}.*{reason}"):
        load_coach(tmp_path / "coach")


def test_each_rule_of_questions_is_for_a_line_that_is_there() -> None:
    shelf = load_coach()
    named = [(f"{key}.{n}", one) for key, says in shelf.lines.items() for n, one in enumerate(says)]
    named += [
        (f"{one.id}.{kind}.{n}", text)
        for one in shelf.playbooks
        for kind, texts in (("asks", one.questions), ("view", one.others_view))
        for n, text in enumerate(texts)
    ]
    for rule in shelf.questions:
        assert any(rule.is_for(*one) for one in named), rule
