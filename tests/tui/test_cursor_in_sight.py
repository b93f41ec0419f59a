"""The row of the cursor is in sight after every start and every change of size."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.books import book_of
from tests.tui.hearing import send
from tests.tui.program import by_palette, opened, seen, settled
from tests.tui.test_page import at, press
from workbook.book import Book, read_book
from workbook.tui.app import WorkbookApp
from workbook.tui.widgets.fields.fillable import Fillable

CHAPTERS = Path(__file__).parents[2] / "chapters"
SIZES = [(40, 12), (60, 20), (80, 24), (120, 36), (200, 60)]
TEXTS = "".join(
    f"{'Some words to read. ' * 12}\n\n<!-- @text #f{n} rows=6 -->\n\nWord {n}?\n\n> …\n\n" for n in range(3)
)
LIST = "".join(
    f"- [ ] A line that is long enough to be wrapped, number {n} <!-- #n{n} -->\n" for n in range(30)
)
BOOK = {
    "texts": f"# Texts\n\n{TEXTS}",
    "list": f"# List\n\n<!-- @checklist #all -->\n\nWhich?\n\n{LIST}\nThe end.\n",
}


def is_cursor_in_sight(app: WorkbookApp) -> bool:
    """Whether the row on which the cursor of the field stands can be seen."""
    field = app.focused
    assert isinstance(field, Fillable)
    row, height = field.cursor_rows
    view = app.screen.query_one("PageView").content_region
    top = field.content_region.y + row
    return view.y <= top and top + height <= view.bottom


async def write_lines(pilot: Pilot[None]) -> None:
    """The cursor at the end of nine lines of the second text."""
    await press(pilot, "tab", "tab")
    for number in range(9):
        await press(pilot, *f"Line {number}", "enter")


@pytest.mark.parametrize("size", SIZES)
async def test_the_field_that_was_left_is_in_sight_in_a_smaller_window(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Quit in the second field of chapter 1 at 80 by 24."""
    book = read_book(CHAPTERS)
    async with opened(book, tmp_path, size=(80, 24)) as (app, pilot):
        await press(pilot, "n", "tab", "tab")
        await press(pilot, "ctrl+q")
    async with opened(book, tmp_path, size=size) as (app, _):
        assert is_cursor_in_sight(app), seen(app)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("chapter", ["texts", "list"])
async def test_the_row_of_the_cursor_is_in_sight_after_a_start(
    tmp_path: Path, size: tuple[int, int], chapter: str
) -> None:
    book = book_of(tmp_path / "book", **BOOK)
    async with opened(book, tmp_path / "data", size=(120, 36)) as (app, pilot):
        await at(app, pilot, chapter, 0)
        if chapter == "texts":
            await write_lines(pilot)
        else:
            await press(pilot, "tab", *["down"] * 17)
        await press(pilot, "ctrl+q")
    async with opened(book, tmp_path / "data", size=size) as (app, _):
        assert is_cursor_in_sight(app), seen(app)


@pytest.mark.parametrize("chapter", ["texts", "list"])
async def test_the_row_of_the_cursor_stays_in_sight_through_every_size(tmp_path: Path, chapter: str) -> None:
    book = book_of(tmp_path / "book", **BOOK)
    async with opened(book, tmp_path / "data", size=(120, 36)) as (app, pilot):
        await at(app, pilot, chapter, 0)
        if chapter == "texts":
            await write_lines(pilot)
        else:
            await press(pilot, "tab", *["down"] * 17)
        for width, height in ((60, 20), (40, 12), (200, 60), (80, 24), (80, 12), (40, 36), (120, 36)):
            await pilot.resize_terminal(width, height)
            await settled(pilot)
            assert is_cursor_in_sight(app), f"{width} by {height}\n{seen(app)}"


async def test_a_letter_typed_in_the_smaller_window_is_seen(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path, size=(120, 36)) as (app, pilot):
        await at(app, pilot, "ground", 1)
        await press(pilot, "tab", "tab", *"Because")
        await pilot.resize_terminal(40, 12)
        await settled(pilot)
        assert "Because" in seen(app)
        await press(pilot, "!")
        assert "Because!" in seen(app)


async def test_where_the_words_at_the_top_and_the_cursor_both_fit_the_words_stay(
    allotment: Book, tmp_path: Path
) -> None:
    """And they are there again when the window is as large as it was."""
    async with opened(allotment, tmp_path, size=(80, 24)) as (app, pilot):
        await at(app, pilot, "ground", 1)
        await press(pilot, "tab")
        await press(pilot, "ctrl+q")
    async with opened(allotment, tmp_path, size=(40, 12)) as (app, pilot):
        assert is_cursor_in_sight(app)
        await press(pilot, "ctrl+q")
    async with opened(allotment, tmp_path, size=(80, 24)) as (app, pilot):
        assert seen(app).splitlines()[2].strip() == "Words for it"


TABS = {"Tab": "\t", "Shift+Tab": "\x1b[Z"}


async def is_in_sight_after_each(pilot: Pilot[None], key: str) -> bool:
    """Whether what has the focus can be seen after every piece of so many of `key` at once."""
    for count in (2, 3, 5, 1, 4, 2, 2):
        await send(pilot, *[key] * count)
        focused = pilot.app.focused
        if focused is None or not pilot.app.screen.can_view_partial(focused):
            return False
    return True


@pytest.mark.parametrize("size", SIZES[:3])
@pytest.mark.parametrize("key", [*TABS, "down"])
@pytest.mark.parametrize("opens", ["print", "a copy to share", "help", "your words", "theme"])
async def test_what_keys_in_one_piece_lead_to_is_in_sight(
    allotment: Book, tmp_path: Path, size: tuple[int, int], key: str, opens: str
) -> None:
    async with opened(allotment, tmp_path, size=size) as (app, pilot):
        await press(pilot, "n")
        app.answers.update({"ground/one-word": "Loam", "ground/why": "Dark"})
        await by_palette(pilot, opens)
        assert await is_in_sight_after_each(pilot, TABS.get(key, "\x1b[B")), seen(app)


@pytest.mark.parametrize("size", SIZES[:3])
@pytest.mark.parametrize("key", TABS)
async def test_the_field_that_tabs_in_one_piece_lead_to_is_in_sight(
    allotment: Book, tmp_path: Path, size: tuple[int, int], key: str
) -> None:
    async with opened(allotment, tmp_path, size=size) as (app, pilot):
        await press(pilot, "n")
        assert await is_in_sight_after_each(pilot, TABS[key]), seen(app)
