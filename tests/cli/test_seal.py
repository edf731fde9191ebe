"""A release seals its content, and the doctor says when it is not as it was sealed."""

from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from aftershift.cli import content_health, release
from aftershift.cli.main import main
from aftershift.library import pack
from aftershift.library.pack import Seal, read_seal, this_pack, write_seal
from aftershift.library.resources import countries

LAST_CHECK = max(line.checked for country in countries() for line in country.lines)


@pytest.fixture
def seal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Seal:
    """Seal the content with a fresh key, the seal put where nothing of it is committed."""
    key = tmp_path / "release.pem"
    made = Ed25519PrivateKey.generate()
    key.write_bytes(made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    key.chmod(0o600)
    monkeypatch.setattr(release, "write_seal", lambda one: write_seal(one, tmp_path))
    monkeypatch.setattr(content_health, "read_seal", lambda: read_seal(tmp_path))
    assert main(["release", "--on", LAST_CHECK.isoformat(), "--sign", str(key)]) == 0
    written = read_seal(tmp_path)
    assert written is not None
    return written


def test_a_sealed_release_is_right_and_says_whose_it_is(seal: Seal) -> None:
    part = content_health.pack()
    assert part.is_right
    assert part.version == this_pack().version
    assert "sealed by" in part.says
    assert seal.pack == this_pack()


def test_a_changed_file_is_named(seal: Seal, tmp_path: Path) -> None:
    name = next(iter(seal.pack.digests))
    changed = replace(seal.pack, digests={**seal.pack.digests, name: "0" * 64})
    write_seal(replace(seal, pack=changed), tmp_path)
    part = content_health.pack()
    assert not part.works
    assert part.says == f"1 files are not as they were sealed: {name}"


def test_a_signature_of_another_hand_is_found(seal: Seal, tmp_path: Path) -> None:
    write_seal(replace(seal, signature="00" * 64), tmp_path)
    part = content_health.pack()
    assert not part.works
    assert "not signed by the key it names" in part.says


def test_without_a_release_there_is_no_seal_and_nothing_is_wrong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(content_health, "read_seal", lambda: None)
    part = content_health.pack()
    assert part.is_right
    assert "no seal" in part.says


def test_a_key_that_is_not_there_seals_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(release, "write_seal", lambda one: write_seal(one, tmp_path))
    given = ["release", "--on", LAST_CHECK.isoformat(), "--sign", str(tmp_path / "none")]
    assert main(given) == 1
    assert "Not sealed" in capsys.readouterr().out
    assert read_seal(tmp_path) is None


def test_a_release_that_is_refused_is_not_sealed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release, "write_seal", lambda one: write_seal(one, tmp_path))
    assert main(["release", "--on", "2099-01-01", "--sign", str(tmp_path / "none")]) == 1
    assert not (tmp_path / pack.SEAL).exists()
