"""Pictures of a reader of twelve weeks who comes back, in the book that is shipped."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.program import settled
from tests.tui.waiting import until_calm
from workbook.answers import Answers, open_answers
from workbook.book import Book
from workbook.tui.app import WorkbookApp

SMALL, USUAL, LARGE = (60, 20), (80, 24), (120, 36)
EVENING = datetime(2026, 11, 26, 20, 15)


@pytest.fixture
def answers(shipped: Book, written_once: Path, tmp_path: Path) -> Iterator[Answers]:
    """A copy of it, on the evening of the return."""
    folder = Path(shutil.copytree(written_once, tmp_path / "data"))
    opened = open_answers(folder, shipped, clock=partial(EVENING.replace, tzinfo=UTC))
    yield opened
    opened.close()


PICTURES = {
    "cover-small": (SMALL, ()),
    "cover-usual": (USUAL, ()),
    "words-small": (SMALL, ("w",)),
    "words-usual": (USUAL, ("w",)),
    "words-large": (LARGE, ("w",)),
    "week-usual": (USUAL, ("w", "tab", "tab", "enter")),
    "week-large": (LARGE, ("w", "tab", "tab", "enter", "escape", "end")),
    "print-usual": (USUAL, ("ctrl+e",)),
    "share-small": (SMALL, ("ctrl+p", *"share", "enter", "space")),
    "share-large": (LARGE, ("ctrl+p", *"share", "enter", "space", "down", "down", "space")),
}


@pytest.mark.parametrize("name", PICTURES)
def test_what_a_reader_of_twelve_weeks_comes_back_to(
    shipped: Book, answers: Answers, snap_compare: Callable[..., bool], name: str
) -> None:
    size, keys = PICTURES[name]
    app = WorkbookApp(shipped, answers, now=lambda: EVENING)

    async def read(pilot: Pilot[None]) -> None:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        await until_calm(app, pilot)

    assert snap_compare(app, terminal_size=size, run_before=read)
