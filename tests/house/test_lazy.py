"""What only some hosts need is imported only where it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    *("pydantic_ai", "openai", "httpx2", "xllamacpp"),
    *("aftershift.adapters.models.asking", "aftershift.adapters.models.transcribing"),
)
WEB = """
import aftershift.web.asgi
from aftershift.web.services import services
from django.urls import get_resolver
services()
get_resolver().url_patterns
"""
STARTS = {
    "the web": WEB,
    "the ear": "import aftershift.listening",
    "the command line": "import aftershift.cli.main",
}


def imported(code: str, data: Path, **more: str) -> set[str]:
    """Run some code in a fresh interpreter, and say which heavy things it has imported."""
    tells = f"import sys\nprint(*[one for one in {HEAVY!r} if one in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{tells}"],
        env={"AFTERSHIFT_DATA": str(data), "PYTHONPATH": ":".join(sys.path), **more},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("what", STARTS)
def test_without_a_model_nothing_of_one_is_imported(what: str, tmp_path: Path) -> None:
    assert imported(STARTS[what], tmp_path) == set()


def test_with_one_it_is_imported_when_it_is_woken_and_no_sooner(tmp_path: Path) -> None:
    settings = {
        "AFTERSHIFT_MODEL_URL": "http://127.0.0.1:9/v1",
        "AFTERSHIFT_MODEL_NAME": "m",
    }
    assert imported(WEB, tmp_path, **settings) == set()
    woken = f"{WEB}\nassert services().voice.is_ready(300)"
    assert "pydantic_ai" in imported(woken, tmp_path, **settings)


def test_what_makes_text_of_notes_is_imported_when_it_is_woken_and_is_light(tmp_path: Path) -> None:
    settings = {
        "AFTERSHIFT_TRANSCRIPTION_URL": "http://127.0.0.1:9/v1",
        "AFTERSHIFT_TRANSCRIPTION_NAME": "m",
    }
    assert imported(WEB, tmp_path, **settings) == set()
    woken = f"{WEB}\nassert services().transcriber.is_ready(300)"
    assert imported(woken, tmp_path, **settings) == {
        "httpx2",
        "aftershift.adapters.models.transcribing",
    }
