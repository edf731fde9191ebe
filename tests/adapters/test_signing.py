"""Signatures of releases, by a key that nobody else may read."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from aftershift.adapters.signing import NoSigningKey, fingerprint, is_signed_by, sign


def written(path: Path, key: Ed25519PrivateKey, mode: int = 0o600) -> Path:
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(pem)
    path.chmod(mode)
    return path


def test_what_was_signed_is_known_and_all_else_is_not(tmp_path: Path) -> None:
    key, signature = sign(b"words", written(tmp_path / "key", Ed25519PrivateKey.generate()))
    other, _ = sign(b"words", written(tmp_path / "other", Ed25519PrivateKey.generate()))
    assert is_signed_by(b"words", key=key, signature=signature)
    assert not is_signed_by(b"word", key=key, signature=signature)
    assert not is_signed_by(b"words", key=other, signature=signature)
    assert not is_signed_by(b"words", key=key, signature="00" * 64)
    assert not is_signed_by(b"words", key="no key", signature=signature)
    assert fingerprint(key) != fingerprint(other)


def test_a_key_that_others_can_read_signs_nothing(tmp_path: Path) -> None:
    path = written(tmp_path / "key", Ed25519PrivateKey.generate(), mode=0o644)
    with pytest.raises(NoSigningKey, match="chmod 600"):
        sign(b"words", path)


def test_what_is_no_key_of_this_kind_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(NoSigningKey, match="not there"):
        sign(b"words", tmp_path / "nowhere")
    path = tmp_path / "key"
    curve = generate_private_key(SECP256R1())
    path.write_bytes(curve.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    path.chmod(0o600)
    with pytest.raises(NoSigningKey, match="no Ed25519 key"):
        sign(b"words", path)
    path.write_bytes(b"words")
    with pytest.raises(NoSigningKey, match="no Ed25519 key"):
        sign(b"words", path)
