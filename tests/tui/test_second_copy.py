"""A second copy of the program reads only: it says once why nothing happens, and offers nothing."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from workbook.answers import open_answers
from workbook.book import Book
from workbook.tui.app import WorkbookApp

from .program import opened, seen, settled

SAID = "Nothing can be filled in here: open in another"


@asynccontextmanager
async def second(book: Book, folder: Path) -> AsyncIterator[tuple[WorkbookApp, Pilot[None]]]:
    """The second copy, on the first page of the first chapter."""
    first = open_answers(folder, book)
    try:
        first["ground/one-word"] = "Loam"
        first.flush()
        async with opened(book, folder) as (app, pilot):
            assert app.answers.read_only
            await pilot.press("n")
            await settled(pilot)
            yield app, pilot
    finally:
        first.close()


@pytest.mark.parametrize(
    ("tabs", "key"), [(1, "space"), (1, "enter"), (3, "4"), (3, "right"), (3, "backspace")]
)
async def test_a_key_that_would_answer_is_told_once_why_it_does_not(
    allotment: Book, tmp_path: Path, tabs: int, key: str
) -> None:
    async with second(allotment, tmp_path) as (app, pilot):
        await pilot.press(*["tab"] * tabs)
        assert SAID not in " ".join(seen(app).split())
        await pilot.press(key)
        await settled(pilot)
        assert [toast.message for toast in app._notifications if "Nothing" in toast.message]
        app.clear_notifications()
        await pilot.press(key)
        await settled(pilot)
        assert not list(app._notifications)


async def test_so_is_a_click_on_a_box(allotment: Book, tmp_path: Path) -> None:
    async with second(allotment, tmp_path) as (app, pilot):
        row = next(number for number, line in enumerate(seen(app).splitlines()) if "[ ] Worms" in line)
        widget, region = app.get_widget_at(10, row)
        await pilot.click(widget, offset=(10 - region.x, row - region.y))
        await settled(pilot)
        assert len(list(app._notifications)) == 1


async def test_the_key_line_offers_nothing_that_does_nothing(allotment: Book, tmp_path: Path) -> None:
    async with second(allotment, tmp_path) as (app, pilot):
        for _ in range(3):
            await pilot.press("tab")
            await settled(pilot)
            last = seen(app).splitlines()[-1]
            assert "Esc to the page" in last
            assert "tick" not in last
            assert "choose" not in last
