"""`aftershift train empathy` reads what a host holds, names wrong lines, says what it did."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from aftershift.adapters.teaching import Gain
from aftershift.cli.batch import train
from aftershift.cli.batch.labelled_replies import replies_in
from aftershift.cli.main import main
from aftershift.cli.refusals import Refusal
from aftershift.engines.language.empathy_lessons import Score
from aftershift.engines.language.signs import Labelled

HEADER = "said,reply,emotional_reaction,interpretation,exploration\n"
JSON = (
    '{"said": "tired", "reply": "oh love", '
    '"emotional_reaction": 1, "interpretation": 0, "exploration": 0}\n'
)
SHUFFLED = "id,exploration,reply,said,emotional_reaction,interpretation\n7,0,oh love,tired,1,0\n"
PUBLISHED = "seeker_post,response_post,emotional_reactions,interpretations,explorations\n"
FOUND = Labelled(said="tired", reply="oh love", levels=(1, 0, 0))


def written(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", HEADER + "tired,oh love,1,0,0\n"),
        ("a.CSV", "\ufeff" + HEADER + "\ntired,oh love, 1 ,0,0\r\n"),
        ("a.csv", SHUFFLED),
        ("a.csv", PUBLISHED + "tired,oh love,1,0,0\n"),
        ("a.jsonl", "\n" + JSON),
        ("a.jsonl", JSON.replace("1", '"1"')),
    ],
)  # fmt: skip
def test_labelled_replies_are_read(name: str, text: str, tmp_path: Path) -> None:
    assert replies_in(written(tmp_path, name, text)) == (FOUND,)


def test_a_reply_of_several_lines_stays_whole(tmp_path: Path) -> None:
    text = HEADER + 'tired,"oh love,\nme too",1,0,0\nworn,"x",0,0,3\n'
    with pytest.raises(Refusal, match=r"1 wrong; line 4: exploration: not 0, 1 or 2"):
        replies_in(written(tmp_path, "a.csv", text))
    good = written(tmp_path, "b.csv", text.replace("3", "2"))
    assert [one.reply for one in replies_in(good)] == ["oh love,\nme too", "x"]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.txt", "", "a .csv or .jsonl is needed"),
        ("a.csv", "", "line 1: no column said"),
        ("a.csv", HEADER.replace(",exploration", ""), "line 1: no column exploration"),
        ("a.csv", HEADER + "secret,secret,x,0,0\n", "line 2: emotional_reaction: not 0, 1 or 2"),
        ("a.csv", HEADER + "secret,secret,1.5,0,0\n", "line 2: emotional_reaction: not 0, 1 or 2"),
        ("a.csv", HEADER + "secret, ,1,0,0\n", "line 2: reply: no text"),
        ("a.csv", HEADER + ",secret,1,0,0\n", "line 2: said: no text"),
        ("a.csv", HEADER + "secret,secret,1,0\n", "line 2: 4 cells for 5 columns"),
        ("a.csv", HEADER + "secret,secret,1,0,0,0\n", "line 2: 6 cells for 5 columns"),
        ("a.csv", HEADER + "a,b,1,0,0\n" + 'c,"d"secret,1,0,0\n', "line 3: a row that cannot"),
        ("a.csv", HEADER + 'a,"secret\n', "line 2: a row that cannot be read"),
        ("a.csv", HEADER + f"a,{'s' * 20_001},1,0,0\n", "line 2: reply: longer than 20000"),
        ("a.csv", HEADER.encode() + b"a,\xff,1,0,0\n", "no text in UTF-8"),
        ("a.jsonl", JSON + "secret\n", "line 2: no JSON object"),
        ("a.jsonl", JSON + "[1]\n", "line 2: no JSON object"),
        ("a.jsonl", JSON.replace("1", "true"), "line 1: emotional_reaction: not 0, 1 or 2"),
        ("a.jsonl", JSON.replace('"oh love"', "null"), "line 1: reply: no text"),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_by_its_line_and_never_by_its_words(
    name: str, text: str | bytes, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(Refusal) as refused:
        replies_in(written(tmp_path, name, text))
    assert reason in str(refused.value)
    assert "secret" not in str(refused.value)


def test_all_wrong_lines_are_counted_and_the_first_are_named(tmp_path: Path) -> None:
    text = HEADER + "a,b,1,0,0\n" + "a,b,7,0,0\n" * 9
    with pytest.raises(Refusal, match="9 wrong; line 3: .*; line 7: ") as refused:
        replies_in(written(tmp_path, "a.csv", text))
    assert "line 8" not in str(refused.value)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no such file"):
        replies_in(tmp_path / "none.csv")


def gain(before: float, after: float) -> Gain:
    def three(value: float) -> tuple[Score, ...]:
        return (Score(macro_f1=value, accuracy=value, precision=value, recall=value),) * 3

    return Gain(taught_by=80, measured_on=20, before=three(before), after=three(after))


def stand_in(monkeypatch: pytest.MonkeyPatch, made: Gain) -> list[tuple[int, Path]]:
    """Stand in for the teaching, which needs the encoder's weights; keep what it was given."""
    given: list[tuple[int, Path]] = []

    def teaches(replies: Sequence[Labelled], data: Path, tell: object) -> tuple[Gain, Path | None]:
        given.append((len(replies), data))
        return made, data / "empathy-heads" if made.is_one else None

    monkeypatch.setattr(train, "train_empathy", teaches)
    return given


def test_what_was_gained_is_printed_and_where_it_is_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    given = stand_in(monkeypatch, gain(0.5, 0.75))
    monkeypatch.setenv("AFTERSHIFT_DATA", str(tmp_path / "data"))
    path = written(tmp_path, "a.csv", HEADER + "tired,oh love,1,0,0\n")
    assert main(["train", "empathy", str(path)]) == 0
    printed = capsys.readouterr().out
    assert given == [(1, tmp_path / "data")]
    assert "Taught by 80 replies, measured on 20 others." in printed
    assert "emotional_reaction  50.0      75.0            50.0      75.0" in printed
    assert f"Kept in {tmp_path / 'data' / 'empathy-heads'}" in printed


def test_heads_that_are_no_better_are_not_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    stand_in(monkeypatch, gain(0.5, 0.5))
    path = written(tmp_path, "a.jsonl", JSON)
    assert main(["train", "empathy", str(path)]) == 1
    assert "Not kept" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["train"], ["train", "patterns", "a.csv"], ["train", "empathy"]])
def test_what_else_is_asked_is_refused(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert "aftershift train --help" in capsys.readouterr().err
