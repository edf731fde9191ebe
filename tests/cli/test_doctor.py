"""What the doctor says of parts that are well, and of parts that are not."""

from datetime import date
from pathlib import Path

import pytest

from aftershift.cli import content_health, doctor, machine_health
from aftershift.cli.parts import Part
from aftershift.wiring import settings_from

TODAY = date(2026, 11, 22)


def swaps(folder: Path, *devices: str) -> Path:
    """Write a list of swap space as the kernel does."""
    listing = folder / "swaps"
    rows = [f"{device}  partition  8388604  0  -2" for device in devices]
    listing.write_text("\n".join(["Filename Type Size Used Priority", *rows]), encoding="utf-8")
    return listing


def encrypted(folder: Path, device: str) -> None:
    """Let a device be one that the kernel encrypts."""
    (folder / device / "dm").mkdir(parents=True)
    (folder / device / "dm/uuid").write_text("CRYPT-LUKS2-abc\n", encoding="utf-8")


@pytest.mark.parametrize("devices", [(), ("/dev/zram0",), ("/dev/dm-7",)])
def test_swap_in_memory_or_encrypted_is_well(devices: tuple[str, ...], tmp_path: Path) -> None:
    encrypted(tmp_path, "dm-7")
    assert machine_health.swap(swaps(tmp_path, *devices), tmp_path).works


@pytest.mark.parametrize("device", ["/dev/sda2", "/swapfile", "/dev/dm-8"])
def test_bare_swap_is_warned_of(device: str, tmp_path: Path) -> None:
    part = machine_health.swap(swaps(tmp_path, "/dev/zram0", device), tmp_path)
    assert not part.works
    assert device in part.says


def test_a_key_that_others_can_read_needs_care(tmp_path: Path) -> None:
    key = tmp_path / "server.key"
    key.write_bytes(bytes(32))
    key.chmod(0o640)
    assert "chmod 600" in machine_health.server_key(tmp_path).says
    key.chmod(0o600)
    assert machine_health.server_key(tmp_path).works


def test_a_database_without_its_key_needs_care(tmp_path: Path) -> None:
    assert machine_health.server_key(tmp_path).works
    (tmp_path / "aftershift.sqlite3").touch()
    assert not machine_health.server_key(tmp_path).works


def test_a_model_is_named_and_one_without_its_key_needs_care(tmp_path: Path) -> None:
    here = {"AFTERSHIFT_MODEL_URL": "http://127.0.0.1:9/v1", "AFTERSHIFT_MODEL_NAME": "small"}
    assert "authored" in machine_health.model(settings_from({})).says
    assert machine_health.model(settings_from(here)).says.startswith("small at 127.0.0.1:9, this")
    keyed = settings_from({**here, "AFTERSHIFT_MODEL_KEY_FILE": str(tmp_path / "none")})
    found = {part.part: part for part in doctor.examine(keyed, port=0, today=TODAY)}
    assert not found["model"].works
    assert "MODEL_KEY_FILE" in found["model"].says


def test_what_makes_text_of_notes_is_named_with_whether_it_may_be_where_it_is(
    tmp_path: Path,
) -> None:
    def says(**given: str) -> str:
        named = {f"AFTERSHIFT_TRANSCRIPTION_{name}": value for name, value in given.items()}
        return machine_health.transcription(settings_from(named)).says

    away = {"URL": "https://notes.example/v1", "NAME": "small", "AWAY": "notes.example"}
    assert says() == "none: voice notes stay sound"
    assert says(URL="http://127.0.0.1:9/v1", NAME="small").startswith("small at 127.0.0.1:9, this")
    assert "another machine, which TRANSCRIPTION_AWAY allows" in says(**away)
    keyed = {f"AFTERSHIFT_TRANSCRIPTION_{name}": value for name, value in away.items()}
    keyed["AFTERSHIFT_TRANSCRIPTION_KEY_FILE"] = str(tmp_path / "none")
    found = {part.part: part for part in doctor.examine(settings_from(keyed), port=0, today=TODAY)}
    assert not found["transcription"].works
    assert "TRANSCRIPTION_KEY_FILE" in found["transcription"].says


def test_old_data_of_time_zones_is_stale() -> None:
    assert not machine_health.time_zones(TODAY).stale
    assert machine_health.time_zones(date(2040, 1, 1)).stale


@pytest.mark.parametrize(("version", "works"), [((3, 51, 2), False), ((3, 51, 3), True)])
def test_a_sqlite_that_can_corrupt_its_wal_needs_care(
    version: tuple[int, ...], works: object
) -> None:
    assert doctor.sqlite(version).works is works


def test_dumps_that_go_to_a_program_are_said(tmp_path: Path) -> None:
    pattern = tmp_path / "core_pattern"
    pattern.write_text("|/usr/lib/systemd/systemd-coredump %P\n", encoding="utf-8")
    assert "systemd-coredump" in machine_health.core_dumps(pattern).says


def test_heads_of_ones_own_are_named_and_those_that_may_not_be_used_are_stale(
    tmp_path: Path,
) -> None:
    settings = settings_from({"AFTERSHIFT_DATA": str(tmp_path)})
    assert doctor.empathy(settings).says == "the shipped heads"
    (tmp_path / "empathy-heads").write_bytes(b"no heads")
    (tmp_path / "empathy-heads").chmod(0o600)
    found = doctor.empathy(settings)
    assert found.stale
    assert "teach them again" in found.says


def test_help_lines_that_nobody_checked_for_long_are_stale() -> None:
    assert content_health.telephone_lines(date(2036, 1, 1)).stale
    assert "dialects load" in content_health.dialects().says


def test_a_check_that_fails_hides_none_after_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def break_down() -> Part:
        private = "dinner with Sam"
        raise ValueError(private)

    monkeypatch.setattr(machine_health, "swap", break_down)
    settings = settings_from({"AFTERSHIFT_DATA": str(tmp_path)})
    parts = {part.part: part for part in doctor.examine(settings, port=8020, today=TODAY)}
    assert parts["swap"].says == "cannot be looked at: ValueError"
    assert not parts["swap"].works
    assert list(parts)[-2:] == ["core dumps", "port"]
