"""The program over a book, as a test drives it: `async with opened(book, folder) as (app, pilot)`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from textual.app import App
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from workbook.answers import open_answers
from workbook.book import Book
from workbook.tui.app import WorkbookApp

NOW = datetime(2026, 11, 23, 20, 15)
"""A Monday evening: the time in every test that names no other."""


@asynccontextmanager
async def opened(
    book: Book, folder: Path, size: tuple[int, int] = (80, 24), now: datetime = NOW
) -> AsyncIterator[tuple[WorkbookApp, Pilot[None]]]:
    """The program over `book`, painted and at rest, its answers in `folder`; closed and saved afterwards.

    Opened once more with the same folder it is the next evening: everything that was kept is there.
    """
    answers = open_answers(folder, book, clock=lambda: now.replace(tzinfo=UTC))
    try:
        app = WorkbookApp(book, answers, now=lambda: now)
        async with app.run_test(size=size, notifications=True) as pilot:
            await settled(pilot)
            yield app, pilot
    finally:
        answers.close()


async def by_palette(pilot: Pilot[None], words: str) -> None:
    """Do what `words` find first in the palette."""
    for keys in (("ctrl+p", *words), ("enter",)):
        await pilot.press(*keys)
        await settled(pilot)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until nothing is left to be done: workers ended, the screen laid out and painted."""
    rounds = 0
    while rounds < 3:
        with suppress(WorkerCancelled):  # another one has taken its place
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        rounds = rounds + 1 if all(worker.is_finished for worker in pilot.app.workers) else 0


def seen(app: App[None]) -> str:
    """What stands on the screen, line by line, without the blanks at the ends."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def below_heading(app: App[None]) -> list[str]:
    """The lines below the heading, which says at a time of its own that a word is saved."""
    return seen(app).splitlines()[1:]
