from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from aftershift.adapters.server_key import UnsafeKeyFile, derive, load_or_make


def test_the_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "server.key"
    key = load_or_make(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert load_or_make(path) == key
    assert [file.name for file in tmp_path.iterdir()] == ["server.key"]


def test_workers_that_start_together_share_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as workers:
        keys = set(workers.map(load_or_make, [tmp_path / "server.key"] * 16))
    assert len(keys) == 1


def test_a_key_that_others_may_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "server.key"
    load_or_make(path)
    path.chmod(0o640)
    with pytest.raises(UnsafeKeyFile, match="chmod 600"):
        load_or_make(path)


def test_a_damaged_key_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "server.key"
    path.write_bytes(b"short")
    path.chmod(0o600)
    with pytest.raises(UnsafeKeyFile, match="backup"):
        load_or_make(path)


def test_each_purpose_has_its_own_secret() -> None:
    assert derive(bytes(32), "cookies") != derive(bytes(32), "second factors")
