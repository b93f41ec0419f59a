"""In GNU screen, by the keys and the eyes of whoever sits before it."""

import shlex
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..books import book_of
from .starting import PAGE, Start
from .terminal import Window, window

FIRST = "What comes to mind?"

pytestmark = pytest.mark.skipif(shutil.which("screen") is None, reason="not installed: screen")


@pytest.fixture
def screen(start: Start) -> Iterator[Window]:
    """A window in which GNU screen shows the program, on its first page."""
    book_of(start.book, words=PAGE.replace(FIRST, f"{FIRST} *One word will do.*"))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # its sockets want a short name
        settings = Path(folder, "rc")
        settings.write_text("startup_message off\n", encoding="utf-8")
        argv = ["screen", "-c", str(settings), "sh", "-c", shlex.join(start.argv())]
        with window(argv, environ={"SCREENDIR": folder, "TERM": "xterm", "STY": ""}) as opened:
            opened.wait_for("Enter opens")
            opened.press("enter")
            opened.wait_for(FIRST)
            yield opened
            opened.press("ctrl+q")
            opened.wait_for_end()


def test_esc_is_heard_at_once(screen: Window) -> None:
    screen.press("tab")
    screen.wait_for("Esc to the page")
    screen.press("esc")
    screen.wait_for("Tab fill in")


def test_no_words_are_shown_like_a_cursor(screen: Window) -> None:
    page = [cell for row in screen.screen.buffer.values() for cell in row.values() if cell.data.strip()]
    assert page
    assert "".join(cell.data for cell in page if cell.reverse) == ""


def test_no_colours_are_shown_that_it_would_garble(screen: Window) -> None:
    screen.wait_for(f"{FIRST} One word")
    assert {cell.fg for row in screen.screen.buffer.values() for cell in row.values()} == {"default"}
