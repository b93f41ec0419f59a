"""What every test in a terminal needs: a home folder that is nobody's, and a small book to start with."""

from pathlib import Path

import pytest

from .starting import Start


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Starts the program over a small book; see `Start`."""
    for name in ("NO_COLOR", "EDITOR", "VISUAL", "WORKBOOK_DATA", "WORKBOOK_BOOK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return Start(tmp_path)
