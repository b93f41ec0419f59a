"""The contents: a chapter by its number, the pages of one, and what the marks mean."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.program import opened, seen, settled
from tests.tui.test_page import at, press
from tests.tui.waiting import until
from workbook.book import read_book
from workbook.tui.widgets import Contents
from workbook.tui.widgets.frame import contents

CHAPTERS = Path(__file__).parents[2] / "chapters"
SIZES = [(40, 12), (60, 20), (80, 24), (120, 36), (200, 60)]


@pytest.fixture(autouse=True)
def _time_for_another_digit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two digits make one number, however slow the machine is that presses them."""
    monkeypatch.setattr(contents, "JOINED", 3600.0)


async def a_moment_later(pilot: Pilot[None]) -> None:
    """No other digit has followed in time."""
    pilot.app.screen_stack[0].query_one(Contents)._open_number()
    await settled(pilot)


@pytest.mark.parametrize(
    ("keys", "chapter"),
    [
        (("7",), "causes"),
        (("1",), "meaning"),
        (("1", "0"), "checkin"),
        (("1", "2"), "help"),
        (("1", "3"), "habit"),
        (("1", "enter"), "meaning"),
    ],
)
async def test_digits_open_the_chapter_of_that_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], chapter: str
) -> None:
    """One digit in a moment where another may follow, at once where none can."""
    if keys == ("1",):
        monkeypatch.setattr(contents, "JOINED", 0.01)
    async with opened(read_book(CHAPTERS), tmp_path, size=(80, 24)) as (app, pilot):
        screen = await at(app, pilot, "signs", 0)
        await press(pilot, "c", *keys)
        await until(pilot, lambda: screen.journey.here.front.id == chapter)
        assert not app.screen.query_one(Contents).display


async def test_a_digit_that_was_typed_before_the_contents_closed_opens_nothing(tmp_path: Path) -> None:
    async with opened(read_book(CHAPTERS), tmp_path, size=(80, 24)) as (app, pilot):
        screen = await at(app, pilot, "signs", 0)
        await press(pilot, "c", "1", "escape")
        await a_moment_later(pilot)
        assert screen.journey.here.front.id == "signs"


@pytest.mark.parametrize("then", ["down", "ctrl+p", "f5"])
async def test_a_digit_after_which_something_else_is_done_opens_nothing(tmp_path: Path, then: str) -> None:
    """Neither under the arrows nor behind what was opened over the contents."""
    async with opened(read_book(CHAPTERS), tmp_path, size=(80, 24)) as (app, pilot):
        screen = await at(app, pilot, "signs", 0)
        await press(pilot, "c", "1", then)
        await a_moment_later(pilot)
        assert screen.journey.here.front.id == "signs"


async def test_an_arrow_shows_the_pages_of_a_chapter_and_enter_opens_one(tmp_path: Path) -> None:
    async with opened(read_book(CHAPTERS), tmp_path, size=(80, 24)) as (app, pilot):
        screen = await at(app, pilot, "signs", 0)
        await press(pilot, "c", "right")
        assert "Look out of the window" in seen(app)
        await press(pilot, "left")
        assert "Look out of the window" not in seen(app)
        await press(pilot, "right", "down", "down", "enter")
        assert screen.journey.page.title == "Look out of the window"


@pytest.mark.parametrize("size", SIZES)
async def test_what_the_marks_mean_is_said_below_them_at_every_size(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(read_book(CHAPTERS), tmp_path, size=size) as (app, pilot):
        await at(app, pilot, "signs", 0)
        await press(pilot, "c")
        assert "○ blank  ◐ begun  ● filled in" in seen(app)


async def test_the_minutes_stand_under_one_another(tmp_path: Path) -> None:
    async with opened(read_book(CHAPTERS), tmp_path, size=(120, 36)) as (app, pilot):
        await at(app, pilot, "signs", 0)
        columns = {line.index(" min") for line in seen(app).splitlines() if " min" in line[:50]}
        assert len(columns) == 1
