"""Another window comes to the front, and clicks come two at once."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.program import opened, seen, settled
from workbook.book import Book
from workbook.tui.screens import ReadingScreen
from workbook.tui.widgets.fields.text import TextField


async def click_twice(pilot: Pilot[None], text: str) -> None:
    """A double click in one piece, as a slow line delivers it, on `text` where it is shown."""
    lines = seen(pilot.app).splitlines()
    y = next(number for number, line in enumerate(lines) if text in line)
    x = lines[y].index(text)
    for kind in (events.MouseDown, events.MouseUp) * 2:
        pilot.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
    await settled(pilot)


@pytest.mark.parametrize(
    ("action", "text"),
    [
        ("screen.find", "Questions and answers"),
        ("app.command_palette", "Next page"),
        ("app.theme", "paper"),
        ("app.idle", "never"),
        ("screen.follow('https://example.org')", "Stay here"),
        ("app.safe", "Esc back"),
        ("screen.kept", "Esc back"),
    ],
)
async def test_a_double_click_closes_what_is_open_and_nothing_else(
    allotment: Book, tmp_path: Path, action: str, text: str
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await app.run_action(action)
        await settled(pilot)
        if action == "screen.find":
            await pilot.press(*"apple")
            await settled(pilot)
        await click_twice(pilot, text)
        assert isinstance(app.screen, ReadingScreen)


async def test_a_double_click_opens_an_address_once(allotment: Book, tmp_path: Path, went: list[str]) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await app.run_action("screen.follow('https://example.org/')")
        await settled(pilot)
        await click_twice(pilot, "Open it")
        assert went == ["https://example.org/"]


async def test_behind_another_window_the_cursor_stays_in_its_text(allotment: Book, tmp_path: Path) -> None:
    """The curtain falls meanwhile; whoever comes back and lifts it writes on."""
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await pilot.press("n", "n", "tab")
        await settled(pilot)
        await pilot.press("h", "i")
        assert isinstance(field := app.focused, TextField)
        app.post_message(events.AppBlur())
        await settled(pilot)
        await pilot.press("f8")
        await settled(pilot)
        app.post_message(events.AppFocus())
        await pilot.press("x")
        await settled(pilot)
        assert app.focused is field
        assert app.screen_stack[0].focused is field


@pytest.mark.parametrize("action", ["screen.find", "app.command_palette", "app.curtain"])
async def test_a_notice_may_come_at_the_moment_in_which_something_opens(
    allotment: Book, tmp_path: Path, action: str
) -> None:
    """A disk that is full, say: the program goes on."""
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await app.run_action(action)
        app.notify("The disk is full.")
        await settled(pilot)
        assert app.is_running
        assert not isinstance(app.screen, ReadingScreen)
