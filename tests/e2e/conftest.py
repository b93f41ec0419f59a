"""What every test in a terminal needs: a home folder that is nobody's, and a small book to start with."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from .real_terminals import GnuScreen, RealTerminal, Tmux, TmuxWithoutAlternate, Xterm
from .starting import Start


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Starts the program over a small book; see `Start`."""
    for name in ("NO_COLOR", "EDITOR", "VISUAL", "WORKBOOK_DATA", "WORKBOOK_BOOK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return Start(tmp_path)


@pytest.fixture(params=[Tmux, TmuxWithoutAlternate, GnuScreen, Xterm])
def terminal(request: pytest.FixtureRequest) -> Iterator[RealTerminal]:
    """One of the real terminals, where it is installed."""
    if missing := request.param.missing():
        pytest.skip(f"not installed: {', '.join(missing)}")
    # A short name, for sockets may not have long ones; their servers may take a moment to be gone.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        opened: RealTerminal = request.param(Path(folder))
        try:
            yield opened
        finally:
            opened.close()
