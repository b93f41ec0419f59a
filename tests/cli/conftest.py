"""Fixtures of the command line's tests."""

from pathlib import Path

import pytest

from tests.cli.shell import Shell


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A command line with a small book and no answers yet."""
    return Shell(tmp_path, capsys)
