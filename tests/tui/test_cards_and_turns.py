"""Cards and turns: by mouse, on a small screen, the next day; and rows however fast they are ticked."""

from pathlib import Path
from time import monotonic

import pytest

from tests.tui.program import NOW, opened, seen, settled
from tests.tui.test_moving import click, spot_of
from tests.tui.test_page import at, press
from workbook.book import Book
from workbook.tui.widgets.exercises.cards import CardFace
from workbook.tui.widgets.exercises.group import RowView
from workbook.tui.widgets.exercises.turns import TurnList
from workbook.tui.widgets.fields.ticks import Ticks


async def test_cards_are_turned_and_changed_with_the_mouse(allotment: Book, tmp_path: Path) -> None:
    """A click on the card turns it, one on an arrow shows its neighbour."""
    async with opened(allotment, tmp_path, size=(80, 30)) as (app, pilot):
        await at(app, pilot, "year", 2)
        await click(app, pilot, "When do you prune")
        assert "while it sleeps" in seen(app)
        await click(app, pilot, "→ other cards")
        assert "Why do beans" in seen(app)
        await click(app, pilot, "← → other")
        assert "When do you prune" in seen(app)


async def test_a_turned_card_is_seen_whole_on_a_small_screen(allotment: Book, tmp_path: Path) -> None:
    """The page scrolls as far as its last field needs."""
    async with opened(allotment, tmp_path, size=(60, 16)) as (app, pilot):
        await at(app, pilot, "year", 2)
        await press(pilot, "tab", "right", "space")
        assert "( ) not yet" in seen(app)
        assert isinstance(app.focused, CardFace)


async def test_a_card_stands_still_when_it_takes_the_focus(allotment: Book, tmp_path: Path) -> None:
    """Its words do not move by a cell."""
    async with opened(allotment, tmp_path) as (app, pilot):
        await at(app, pilot, "year", 2)
        await press(pilot, "tab")
        focused = next(line for line in seen(app).splitlines() if "When do you" in line)
        await press(pilot, "escape")
        blurred = next(line for line in seen(app).splitlines() if "When do you" in line)
        assert focused.index("When") == blurred.index("When")


async def test_the_card_that_lay_open_lies_open_the_next_day(allotment: Book, tmp_path: Path) -> None:
    """With its face up, as it was."""
    async with opened(allotment, tmp_path) as (app, pilot):
        await at(app, pilot, "year", 2)
        await press(pilot, "tab", "right")
        assert "Why do beans" in seen(app)
        app.keep_place()
    async with opened(allotment, tmp_path, now=NOW.replace(day=24)) as (app, pilot):
        await press(pilot, "enter")
        assert "Why do beans" in seen(app)
        assert "They make their own" not in seen(app)
        await press(pilot, "tab")
        assert isinstance(app.focused, CardFace)


async def test_cards_survive_being_dealt_faster_than_they_are_drawn(allotment: Book, tmp_path: Path) -> None:
    """A card that is gone is never drawn again."""
    async with opened(allotment, tmp_path) as (app, pilot):
        await at(app, pilot, "year", 2)
        await press(pilot, "tab")
        await pilot.press(*["space", "right"] * 15)
        await settled(pilot)
        assert isinstance(app.focused, CardFace)
        assert app.screen.query(CardFace).first() is app.focused


async def test_a_click_goes_to_a_turn_and_starts_its_clock(allotment: Book, tmp_path: Path) -> None:
    """And a second one on the clock stops it."""
    async with opened(allotment, tmp_path, size=(80, 30)) as (app, pilot):
        await at(app, pilot, "year", 3)
        await click(app, pilot, "They say it back")
        turns = app.screen.query_one(TurnList)
        assert turns.address.endswith("/back/")
        assert "▸  1:00  They say" in seen(app)
        assert "B  1:00" in seen(app)  # whose minute it is
        x, y = spot_of(app, "Space clock")
        for runs in (True, False):
            await pilot.click(offset=(x + 3, y - 1))
            await settled(pilot)
            assert (turns._until is not None) is runs


async def test_the_clock_says_that_it_runs_and_that_the_time_is_over(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In words, not only by a colour; once it is over, the same key begins the turn again."""
    async with opened(allotment, tmp_path, size=(80, 30)) as (app, pilot):
        await at(app, pilot, "year", 3)
        await press(pilot, "tab", "right", "space")
        assert "B  1:00  running" in seen(app)
        late = monotonic() + 61
        monkeypatch.setattr("workbook.tui.widgets.exercises.turns.monotonic", lambda: late)
        app.screen.query_one(TurnList)._tick()
        await settled(pilot)
        assert "B  0:00  time; → when you are ready" in seen(app)
        await press(pilot, "space")
        assert "B  1:00  running" in seen(app)


async def test_an_entry_that_was_left_empty_is_not_opened_a_week_later(
    allotment: Book, tmp_path: Path
) -> None:
    """The field of last week had the focus, and no word was written."""
    async with opened(allotment, tmp_path, size=(80, 40), now=NOW.replace(day=9)) as (app, pilot):
        await at(app, pilot, "year", 4)
        await press(pilot, "tab")
        app.keep_place()
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        await press(pilot, "enter")
        assert "23 to 29 November" in seen(app)
        assert "9 to 15 November" not in seen(app)
        await press(pilot, "tab", *"Leeks")
        assert app.answers["year/week@2026-W48/good"] == "Leeks"


async def test_rows_follow_their_ticks_however_fast_they_come(allotment: Book, tmp_path: Path) -> None:
    """Seven times is ticked, eight times is not."""
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        await at(app, pilot, "year", 1)
        ticks = app.screen.query(Ticks).first()
        for _ in range(7):
            ticks.toggle("water")
        for _ in range(8):
            ticks.toggle("sow")
        await settled(pilot)
        assert [view.row.id for view in app.screen.query(RowView)] == ["water"]
