"""A paste is a text, whatever it holds: whole, in the field that has the focus, in one step."""

from pathlib import Path

import pytest

from tests.books import book_of
from tests.tui.hearing import pasted, send
from tests.tui.program import opened, settled
from workbook.book import Book
from workbook.tui.app import WorkbookApp
from workbook.tui.screens import ReadingScreen
from workbook.tui.widgets import LineField, PageView

PAGE = """\
# One page

<!-- @text #long rows=3 -->

What comes to mind?

> …

<!-- @text #row -->

In a line?

> …

<!-- @choice #colour -->

Which colour?

- ( ) red <!-- #red -->
- ( ) blue <!-- #blue -->

<!-- @scale #near -->

How near?

> … / 10

## Another page

Nothing to fill in.
"""
HOSTILE = "I felt \x1b[20~ unseen\x07 and\x1b\x1b[200~ said\x11 so\x1b[19~"
HARMLESS = "I felt [20~ unseen and[200~ said so[19~"
LINES = "none of this\rcan be a command\rpaste it: 7 / 10 ?\r"


def position(app: WorkbookApp) -> str:
    """The page that is open, as the heading says it."""
    assert isinstance(app.screen, ReadingScreen)
    return app.screen.journey.position


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A book of one chapter with two pages."""
    return book_of(tmp_path / "book", one=PAGE)


@pytest.mark.parametrize(("tabs", "name"), [(1, "long"), (2, "row")])
async def test_what_looks_like_keys_in_a_paste_is_text(
    book: Book, tmp_path: Path, tabs: int, name: str
) -> None:
    async with opened(book, tmp_path / "data") as (app, pilot):
        await pilot.press("n", *["tab"] * tabs, *"ab", "left")
        await send(pilot, *pasted(HOSTILE))
        assert app.answers[f"one/{name}"] == f"a{HARMLESS}b"
        await pilot.press("ctrl+z")
        await settled(pilot)
        assert app.answers[f"one/{name}"] == "ab"


async def test_keys_after_a_paste_are_keys_again(book: Book, tmp_path: Path) -> None:
    async with opened(book, tmp_path / "data") as (app, pilot):
        await pilot.press("n", "tab")
        await send(pilot, "\x1b[200~one\x1b[20", "1~ two\x1b[200~three\x1b[201~\t\x1b[200~four\x1b[201~")
        assert dict(app.answers) == {"one/long": "one twothree", "one/row": "four"}


async def test_a_paste_whose_end_never_comes_is_kept_and_keys_act_again(book: Book, tmp_path: Path) -> None:
    async with opened(book, tmp_path / "data") as (app, pilot):
        await pilot.press("n", "tab")
        await send(pilot, "\x1b[200~cut off", "\tby the line\x1b[2", "x", apart=3)
        assert dict(app.answers) == {"one/long": "cut off", "one/row": "by the linex"}


@pytest.mark.parametrize(("tabs", "name"), [(1, "long"), (2, "row")])
@pytest.mark.parametrize("pieces", [1, 2, 3, 7])
async def test_lines_without_brackets_stay_in_their_field(
    book: Book, tmp_path: Path, tabs: int, name: str, pieces: int
) -> None:
    """GNU screen pastes like this; the line to the terminal may cut it anywhere."""
    size = -(-len(LINES) // pieces)
    async with opened(book, tmp_path / "data") as (app, pilot):
        await pilot.press("n", *["tab"] * tabs)
        await settled(pilot)
        await send(pilot, *(LINES[at : at + size] for at in range(0, len(LINES), size)))
        assert dict(app.answers) == {f"one/{name}": LINES.replace("\r", "\n").rstrip("\n")}
        assert position(app) == "On one · 1 of 2"


@pytest.mark.parametrize("bracketed", [True, False])
@pytest.mark.parametrize("tabs", [0, 3, 4])
async def test_a_paste_where_nothing_can_be_written_does_nothing(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tabs: int, bracketed: bool
) -> None:
    """On the page, in a list, on a scale; of one line, too, and with an Enter at its end."""
    monkeypatch.setattr("workbook.tui.lifetime.key_queue._WITH_IT", 60.0)
    async with opened(book, tmp_path / "data") as (app, pilot):
        await pilot.press("n", *["tab"] * tabs)
        await settled(pilot)
        focused = app.focused
        for text in (LINES, f"\u202e{LINES}", "contact me\r", "/unseen\r", "we only talk about the car"):
            await send(pilot, *(pasted(text) if bracketed else (text,)))
            assert position(app) == "On one · 1 of 2"
            assert app.focused is focused
            assert not app.answers


async def test_lines_are_one_line_to_look_for(book: Book, tmp_path: Path) -> None:
    async with opened(book, tmp_path / "data") as (app, pilot):
        for way in (pasted(LINES), (LINES,)):
            await pilot.press("slash")
            await settled(pilot)
            await send(pilot, *way)
            line = app.screen.query_one(LineField)
            assert line.value == LINES.replace("\r", " ").strip()
            await pilot.press("escape")
            await settled(pilot)


async def test_enter_goes_on_to_the_next_field_however_fast_it_was_typed(book: Book, tmp_path: Path) -> None:
    async with opened(book, tmp_path / "data") as (app, pilot):
        await pilot.press("n", "tab", "tab")
        await settled(pilot)
        await send(pilot, "in a word\r")
        await send(pilot, "\x1b[B", " ")
        assert dict(app.answers) == {"one/row": "in a word", "one/colour": "blue"}


async def test_a_key_that_is_held_down_is_a_key(book: Book, tmp_path: Path) -> None:
    async with opened(book, tmp_path / "data", size=(60, 14)) as (app, pilot):
        await pilot.press("n")
        await settled(pilot)
        await send(pilot, "jjjjjjjj")
        assert app.screen.query_one(PageView).scroll_y == 8
