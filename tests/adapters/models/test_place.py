"""Where a model may be: on this machine, or where a host has said twice."""

from pathlib import Path

import pytest

from aftershift.adapters.models.place import BadPlace, ModelPlace, TranscriptionPlace
from aftershift.wiring import BadSetting, services_from, settings_from

HERE = {"AFTERSHIFT_MODEL_URL": "http://127.0.0.1:8080/v1", "AFTERSHIFT_MODEL_NAME": "m"}
AWAY = {"AFTERSHIFT_MODEL_URL": "https://models.ward.example/v1", "AFTERSHIFT_MODEL_NAME": "m"}


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:8080/v1", "http://localhost:11434/v1", "http://[::1]:8000/v1"],
)
def test_a_model_of_this_machine_needs_no_tls(url: str) -> None:
    assert ModelPlace(url=url, name="m").is_here


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://models.ward.example/v1", "https"),
        ("http://192.168.1.7:8080/v1", "https"),
        ("http://0.0.0.0:8080/v1", "https"),
        ("http://localhost.example/v1", "https"),
        ("https://models.ward.example/v1", "MODEL_AWAY"),
        ("https://name:secret@models.ward.example/v1", "MODEL_URL"),
        ("ftp://127.0.0.1/v1", "MODEL_URL"),
        ("127.0.0.1:8080", "MODEL_URL"),
        ("http://127.0.0.1:99999/v1", "MODEL_URL"),
        ("http://127.0.0.1/v1?key=1", "MODEL_URL"),
        ("http://127.0.0.1/v1\nhost: x", "MODEL_URL"),
    ],
)
def test_any_other_place_is_refused_with_its_reason(url: str, says: str) -> None:
    with pytest.raises(BadPlace, match=says):
        ModelPlace(url=url, name="m")


def test_a_place_away_is_used_once_its_name_was_said_again() -> None:
    settings = settings_from({**AWAY, "AFTERSHIFT_MODEL_AWAY": "models.ward.example"})
    assert settings.model is not None
    assert not settings.model.is_here
    with pytest.raises(BadSetting, match="MODEL_AWAY"):
        settings_from({**AWAY, "AFTERSHIFT_MODEL_AWAY": "models.other.example"})


def test_there_is_no_model_unless_one_is_set() -> None:
    assert settings_from({}).model is None


@pytest.mark.parametrize(
    ("name", "value"),
    [("MODEL_NAME", ""), ("MODEL_SECONDS", "0"), ("MODEL_SECONDS", "6"), ("MODEL_SECONDS", "soon")],
)
def test_a_setting_that_cannot_be_meant_stops_the_start(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=name):
        settings_from({**HERE, f"AFTERSHIFT_{name}": value})


def test_a_setting_without_an_address_is_a_mistake_and_said() -> None:
    with pytest.raises(BadSetting, match="MODEL_NAME"):
        settings_from({"AFTERSHIFT_MODEL_NAME": "m"})


def test_a_key_that_others_can_read_is_not_used(tmp_path: Path) -> None:
    key = tmp_path / "key"
    place = ModelPlace(url=HERE["AFTERSHIFT_MODEL_URL"], name="m", key_file=key)
    with pytest.raises(BadPlace, match="cannot be read"):
        place.key()
    key.write_text("  \n", encoding="utf-8")
    key.chmod(0o600)
    with pytest.raises(BadPlace, match="holds no key"):
        place.key()
    key.write_text("sk-1\n", encoding="utf-8")
    assert place.key() == "sk-1"
    key.chmod(0o640)
    with pytest.raises(BadPlace, match="chmod 600"):
        place.key()


def test_a_key_file_that_is_missing_stops_the_start(tmp_path: Path) -> None:
    more = {"AFTERSHIFT_MODEL_KEY_FILE": str(tmp_path / "none"), "AFTERSHIFT_DATA": str(tmp_path)}
    with pytest.raises(BadSetting, match="MODEL_KEY_FILE"):
        services_from(settings_from({**HERE, **more}))


NOTES = {
    "AFTERSHIFT_TRANSCRIPTION_URL": "http://127.0.0.1:8081/v1",
    "AFTERSHIFT_TRANSCRIPTION_NAME": "w",
}


def test_what_makes_text_of_notes_has_a_place_of_its_own() -> None:
    assert settings_from(HERE).transcription is None
    settings = settings_from(NOTES)
    assert settings.model is None
    assert settings.transcription == TranscriptionPlace(url="http://127.0.0.1:8081/v1", name="w")
    assert settings.transcription.seconds == 60


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TRANSCRIPTION_URL", "http://notes.ward.example/v1"),
        ("TRANSCRIPTION_URL", "notes"),
        ("TRANSCRIPTION_NAME", ""),
        ("TRANSCRIPTION_SECONDS", "4"),
        ("TRANSCRIPTION_SECONDS", "121"),
    ],
)
def test_its_settings_are_refused_by_their_own_names(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=name):
        settings_from({**NOTES, f"AFTERSHIFT_{name}": value})


def test_a_recording_leaves_this_machine_only_where_the_host_said_so_twice() -> None:
    away = {**NOTES, "AFTERSHIFT_TRANSCRIPTION_URL": "https://notes.ward.example/v1"}
    with pytest.raises(BadSetting, match="TRANSCRIPTION_AWAY"):
        settings_from({**away, "AFTERSHIFT_MODEL_AWAY": ""})
    settings = settings_from({**away, "AFTERSHIFT_TRANSCRIPTION_AWAY": "notes.ward.example"})
    assert settings.transcription is not None
    assert not settings.transcription.is_here


def test_its_settings_say_nothing_without_its_address() -> None:
    with pytest.raises(BadSetting, match="TRANSCRIPTION_URL"):
        settings_from({**HERE, "AFTERSHIFT_TRANSCRIPTION_AWAY": "notes.ward.example"})
