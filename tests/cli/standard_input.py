"""Standard input for commands that are called inside a test."""

import io
import sys

import pytest


def give(monkeypatch: pytest.MonkeyPatch, content: bytes | str) -> None:
    """Let the next command read this from standard input."""
    data = content.encode() if isinstance(content, str) else content
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
