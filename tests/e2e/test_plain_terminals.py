"""Terminals that can do little: no colours, an unknown ground, an 8-bit locale, no screen at all."""

import pytest

from .starting import Start, begin_to_write
from .terminal import window


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
def test_a_terminal_without_a_screen_is_told_so_in_one_line(start: Start, term: str) -> None:
    with window(start.argv(), environ={"TERM": term, "COLORTERM": ""}) as opened:
        assert opened.wait_for_end() == 2
        assert f"TERM={term})".encode() in opened.raw
        assert b"'workbook print --blank' prints the book" in opened.raw
        assert b"\x1b" not in opened.raw
        assert opened.raw.count(b"\n") == 1


@pytest.mark.parametrize(
    "locale", [{"PYTHONIOENCODING": "latin-1"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}], ids=str
)
def test_an_8_bit_locale_shows_the_signs_of_the_page(start: Start, locale: dict[str, str]) -> None:
    with start(environ=locale) as opened:
        begin_to_write(opened)
        assert "▌  What comes to mind?" in opened.text
        assert "\\u258c" not in opened.text


@pytest.mark.parametrize("term", ["xterm", "linux", "vt100"])
def test_where_the_ground_is_unknown_no_colour_is_written(start: Start, term: str) -> None:
    with start(environ={"TERM": term, "COLORTERM": ""}) as opened:
        begin_to_write(opened)
        opened.press("some words", "f2", "esc", "f1")
        opened.wait_for("Reading")
        opened.press("esc", "ctrl+p")
        opened.wait_for("Next page")
        opened.press("esc")
        cells = [cell for row in opened.screen.buffer.values() for cell in row.values()]
        coloured = "".join(cell.data for cell in cells if (cell.fg, cell.bg) != ("default", "default"))
        assert coloured == ""
        assert any(cell.underscore and cell.data == " " for cell in cells), "a ruled field"
