"""What every test of the screens needs: no motion, no settings of this machine, and the fixture book."""

import os

os.environ["TEXTUAL_ANIMATIONS"] = "none"  # read when Textual is imported, so it stands before every import

import gc
import webbrowser
from collections.abc import Iterator
from pathlib import Path

import pyperclip
import pytest
from textual.notifications import Notification

from tests.books import book_of
from tests.export.test_written import PLANS
from tests.readers import as_left
from tests.tui.resting import rest_without_a_clock
from workbook.answers import Answers
from workbook.book import Book, read_book
from workbook.tui.lifetime.key_queue import KeyQueueApp

rest_without_a_clock()

LONG = 60.0
"""Seconds in which any machine has done what it was asked for."""
FIXTURE = Path(__file__).parent.parent / "fixtures" / "book"
_SEEN_BY_TEXTUAL = ("NO_COLOR", "COLORFGBG", "TEXTUAL_THEME", "TEXTUAL_COLOR_SYSTEM", "EDITOR", "VISUAL")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, and a terminal that is like any other."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in (*_SEEN_BY_TEXTUAL, *(name for name in os.environ if name.startswith("XDG_"))):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture(autouse=True)
def _no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clipboard of whoever runs the tests stays as it is."""

    def refuse(_: str) -> None:
        raise pyperclip.PyperclipException

    monkeypatch.setattr(pyperclip, "copy", refuse)


@pytest.fixture(autouse=True)
def _as_patient_as_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits for a disk or for a page waits for it, and a notice stays until it was looked at."""
    monkeypatch.setattr(Answers.flush, "__defaults__", (LONG,))
    monkeypatch.setattr("workbook.answers.answers.PATIENCE", LONG)
    monkeypatch.setattr("workbook.tui.lifetime.key_queue._PATIENCE", LONG)
    monkeypatch.setattr(KeyQueueApp.wait_until_calm, "__defaults__", (LONG,))
    monkeypatch.setattr(Notification, "time_left", LONG)


@pytest.fixture(scope="module", autouse=True)
def _garbage() -> Iterator[None]:
    """Collect what the tests of a file have left; each start of the program would keep it for good."""
    yield
    gc.unfreeze()
    gc.collect()


@pytest.fixture
def looks_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Find and the palette do not wait for the next key."""
    monkeypatch.setattr("workbook.tui.screens.dialogs.looking.PAUSE", 0)


@pytest.fixture
def river(tmp_path: Path) -> Book:
    """A book about something else altogether."""
    return book_of(tmp_path / "book", plans=PLANS)


@pytest.fixture
def allotment() -> Book:
    """The fixture book: two chapters with every kind of exercise, option and view."""
    return read_book(FIXTURE)


@pytest.fixture(scope="module")
def shipped() -> Book:
    """The book that is shipped."""
    return read_book(Path(__file__).parents[2] / "chapters")


@pytest.fixture(scope="module")
def written_once(shipped: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the reader of twelve weeks wrote."""
    folder = tmp_path_factory.mktemp("reader") / "data"
    as_left(shipped, folder)
    return folder


@pytest.fixture
def went(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were given to a browser, which takes them all."""
    addresses: list[str] = []

    class Browser(webbrowser.BaseBrowser):
        def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:  # noqa: ARG002 - its signature
            addresses.append(url)
            return True

    monkeypatch.setattr(webbrowser, "get", lambda: Browser("in a window"))
    return addresses
