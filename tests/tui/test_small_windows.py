"""A window that is too small for a page: one plain line, and everything is back once it grows."""

from pathlib import Path

import pytest
from textual import events

from tests.tui.program import below_heading, opened, seen, settled
from tests.tui.test_page import at, press
from tests.tui.waiting import until
from workbook.book import Book
from workbook.tui.screens.overlays.small import SAID
from workbook.tui.widgets.fields.text import TextField

SMALL = [(1, 1), (2, 5), (8, 3), (20, 5), (39, 12), (40, 11)]
OPENED = ["escape", "f1", "f2", "f5", "f6", "f8", "ctrl+p", "ctrl+g", "ctrl+e"]


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("size", SMALL)
async def test_words_and_cursor_are_back_when_the_window_grows_again(
    allotment: Book, tmp_path: Path, size: tuple[int, int]
) -> None:
    """What is typed meanwhile, where nobody sees it, goes nowhere."""
    async with opened(allotment, tmp_path) as (app, pilot):
        await at(app, pilot, "ground", 1)
        await press(pilot, "tab", *"Clay", "left")
        before = below_heading(app)
        await pilot.resize_terminal(*size)
        await settled(pilot)
        assert plain(seen(app)) == SAID[: len(plain(seen(app)))] or size[0] < 20
        await press(pilot, *"unseen", "enter", "escape", "n")
        app.post_message(events.Paste("pasted"))
        await settled(pilot)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert below_heading(app) == before
        assert isinstance(app.focused, TextField)
        await press(pilot, "x")
        assert app.answers["ground/one-word"] == "Claxy"


@pytest.mark.parametrize("key", OPENED)
async def test_whatever_is_open_it_says_so_and_comes_back(allotment: Book, tmp_path: Path, key: str) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        await at(app, pilot, "ground", 0)
        await press(pilot, key)
        await until(pilot, lambda: key != "f2" or "▸○" in seen(app))  # marked once counted
        before, on_top = below_heading(app), type(app.screen)
        for size in (*SMALL, (3, 40), (200, 2)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert plain(seen(app)).startswith("T")
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert type(app.screen) is on_top
        assert below_heading(app) == before


@pytest.mark.parametrize("size", SMALL)
async def test_a_start_in_a_small_window_says_so_and_can_be_left(
    allotment: Book, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(allotment, tmp_path, size=size) as (app, pilot):
        assert plain(seen(app)).startswith("T")
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert "A year on the allotment" in seen(app)
        await pilot.resize_terminal(*size)
        await settled(pilot)
        await pilot.press("ctrl+q")
        await settled(pilot)
        assert not app.is_running
