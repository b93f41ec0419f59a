"""A text that waits for a day: open while it is written, one line once its exercise is left."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from textual import events

from tests.books import book_of
from tests.tui.program import NOW, opened, seen, settled
from tests.tui.test_page import at, press
from workbook.book import Book

LETTER = """
# A letter

<!-- @group #letter -->

A letter to the two of us

<!-- @text #words rows=3 folded-until=opens -->

What would you like to remember?

> …

<!-- @text #opens type=date -->

To be opened on …

> YYYY-MM-DD

<!-- @end -->

<!-- @text #note -->

A note

> …
"""

FOLDED = "▸ Folded until Wednesday 2 December."


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return book_of(tmp_path / "book", later=LETTER)


async def test_a_letter_stays_open_while_it_is_written_and_folds_when_it_is_left(
    book: Book, tmp_path: Path
) -> None:
    async with opened(book, tmp_path) as (app, pilot):
        await at(app, pilot, "later", 0)
        await press(pilot, "tab", *"Rain", "tab", *"2026-12-02", "shift+tab", *"bow")
        assert "Rainbow" in seen(app)
        await press(pilot, "tab", "tab")
        assert "Rainbow" not in seen(app)
        assert FOLDED in seen(app)
        assert app.answers["later/letter/words"] == "Rainbow"


@pytest.mark.parametrize("way", ["enter", "click"])
async def test_it_can_be_unfolded_and_written_on_all_the_same(book: Book, tmp_path: Path, way: str) -> None:
    async with opened(book, tmp_path) as (app, pilot):
        app.answers["later/letter/words"] = "Rain"
        app.answers["later/letter/opens"] = "2026-12-02"
        await at(app, pilot, "later", 0)
        assert FOLDED in seen(app)
        assert "Rain" not in seen(app)
        if way == "enter":
            await press(pilot, "tab", "enter")
        else:
            await pilot.click("FoldedLine", offset=(4, 0))
            await settled(pilot)
        await press(pilot, *"bow")
        assert "Rainbow" in seen(app)
        assert app.answers["later/letter/words"] == "Rainbow"
        await press(pilot, "escape")
        assert "Rainbow" not in seen(app)


@pytest.mark.parametrize("is_written_on", [True, False], ids=["in it", "beside it"])
async def test_the_curtain_folds_what_was_unfolded_for_whoever_lifts_it(
    book: Book, tmp_path: Path, *, is_written_on: bool
) -> None:
    async with opened(book, tmp_path) as (app, pilot):
        app.answers["later/letter/words"] = "Rain"
        app.answers["later/letter/opens"] = "2026-12-02"
        await at(app, pilot, "later", 0)
        await press(pilot, "tab", "enter", "end", *("bow" if is_written_on else ()))
        if not is_written_on:
            await press(pilot, "tab")
        assert "Rain" in seen(app)
        await press(pilot, "f8", "x")
        assert "Rain" not in seen(app)
        assert FOLDED in seen(app)
        await press(pilot, *(("enter", "end") if is_written_on else ("shift+tab", "enter", "end")), *"s")
        words = "Rainbows" if is_written_on else "Rains"
        assert words in seen(app)
        assert app.answers["later/letter/words"] == words


async def test_the_curtain_leaves_open_what_waits_for_no_day(book: Book, tmp_path: Path) -> None:
    async with opened(book, tmp_path) as (app, pilot):
        await at(app, pilot, "later", 0)
        await press(pilot, "tab", *"Rain", "f8", "x", *"bow")
        assert "Rainbow" in seen(app)


async def test_a_window_in_front_of_the_terminal_folds_nothing(book: Book, tmp_path: Path) -> None:
    """The terminal tells the program that it has lost the keys, and that it has them again."""
    async with opened(book, tmp_path) as (app, pilot):
        await at(app, pilot, "later", 0)
        await press(pilot, "tab", "tab", *"2026-12-02", "shift+tab", *"Rain")
        app.post_message(events.AppBlur())
        await settled(pilot)
        app.post_message(events.AppFocus())
        await settled(pilot)
        await press(pilot, *"bow")
        assert "Rainbow" in seen(app)


@pytest.mark.parametrize(
    "day", [NOW + timedelta(days=9), datetime(2027, 1, 5)], ids=["the day", "a later day"]
)
async def test_once_its_day_has_come_it_stands_open(book: Book, tmp_path: Path, day: datetime) -> None:
    async with opened(book, tmp_path, now=day) as (app, pilot):
        app.answers["later/letter/words"] = "Rain"
        app.answers["later/letter/opens"] = "2026-12-02"
        await at(app, pilot, "later", 0)
        assert "Rain" in seen(app)


async def test_find_shows_no_word_of_it_and_leads_to_its_line(book: Book, tmp_path: Path) -> None:
    async with opened(book, tmp_path) as (app, pilot):
        app.answers["later/letter/words"] = "It rained all February"
        app.answers["later/letter/opens"] = "2026-12-02"
        await at(app, pilot, "later", 0)
        await press(pilot, "slash", *"rained")
        assert "February" not in seen(app)
        assert "Folded until Wednesday 2 December." in seen(app)
        await press(pilot, "enter")
        assert FOLDED in seen(app)
        assert "February" not in seen(app)
