"""Samples that some developers keep beside the repository; nothing needs them but tests."""

from pathlib import Path

import pytest

BESIDE = Path(__file__).parents[2] / "shared"


def shared(place: str) -> Path:
    """Find a sample, or skip the test that asked for it."""
    found = BESIDE / place
    if not found.exists():
        pytest.skip(f"no sample {place} beside the repository")
    return found
