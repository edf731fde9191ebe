"""Where MiniLM's weights are not installed, words are still read, and no meaning is made up."""

from pathlib import Path

import pytest

from aftershift import sending
from aftershift.adapters import encoder_files
from aftershift.adapters.encoder_files import EncoderMissing
from aftershift.engines.language.connection import About
from aftershift.engines.language.kinds import Kind


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    def missing() -> Path:
        reason = "the encoder's weights are not installed"
        raise EncoderMissing(reason)

    monkeypatch.setattr(encoder_files, "model_folder", missing)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return []


def test_messages_are_read_by_their_words_and_somebody_is_told(told: list[str]) -> None:
    reads = sending.reads_with(told.append)
    assert any("words are heard, and not what they mean" in line for line in told)
    found = {one.kind for one in reads.patterns("you never help, you are useless").patterns}
    assert found >= {Kind.ABSOLUTES, Kind.CRITICISM}
    assert reads.about("can you get milk").about is About.LOGISTICS
    assert reads.meaning("lost winifred at half four") is None


def test_patients_are_found_by_rules(told: list[str]) -> None:
    find = sending.patients_with(told.append)
    assert find("lost Mrs Okafor in bed 12").masked == "lost [name] in [bed]"
    assert not find("my wife Winifred rang").blocked
