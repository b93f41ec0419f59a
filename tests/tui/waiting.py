"""Waiting for something that happens by itself."""

from collections.abc import Callable

from textual.pilot import Pilot

from workbook.tui.app import WorkbookApp
from workbook.tui.screens import ReadingScreen

from .program import seen, settled


async def until(pilot: Pilot[None], is_so: Callable[[], bool]) -> None:
    """Wait until `is_so`, looking only while the screen is at rest; fails with the screen in the end."""
    for _ in range(500):
        if pilot.app.is_running:
            await settled(pilot)
        if is_so():
            return
        await pilot.pause(0.02)
    raise AssertionError(seen(pilot.app))


async def until_calm(app: WorkbookApp, pilot: Pilot[None]) -> None:
    """Wait until every chapter is counted and every word is saved, and the screen says so."""
    screen = app.screen_stack[0]
    assert isinstance(screen, ReadingScreen)
    app.answers.flush()
    await until(
        pilot,
        lambda: (
            len(screen.contents.marks) == len(app.book.fronts)
            and screen._marks._timer is None
            and "saving…" not in seen(app)
        ),
    )
