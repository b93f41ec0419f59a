"""Cards and turns: by mouse, on a small screen, the next day; and rows however fast they are ticked."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.books import book_of
from tests.tui.program import NOW, opened, seen, settled
from tests.tui.test_moving import click, spot_of
from tests.tui.test_page import at, press
from tests.tui.waiting import until
from workbook.book import Book, read_book
from workbook.tui.app import WorkbookApp
from workbook.tui.widgets.exercises.cards import CardFace
from workbook.tui.widgets.exercises.group import RowView
from workbook.tui.widgets.exercises.large import large
from workbook.tui.widgets.exercises.turns import TurnList
from workbook.tui.widgets.fields.ticks import Ticks

CHAPTERS = Path(__file__).parents[2] / "chapters"
TALK = """
# Talk

<!-- @group #round view=turns -->

Take turns.

- You begin. <!-- #first role=A seconds=60 -->
- Talk as long as you like. <!-- #talk role=B -->
- You close. <!-- #last role=A seconds=60 -->

<!-- @end -->
"""
Wait = Callable[[WorkbookApp, Pilot[None], float], Awaitable[None]]


def rows_of(app: WorkbookApp, rows: list[str]) -> str:
    """The middle one of these rows as it is seen, where all of them stand under one another."""
    lines = seen(app).splitlines()
    first = next(
        number for number, line in enumerate(lines) if rows[0] in line and rows[1] in lines[number + 1]
    )
    assert rows[2] in lines[first + 2]
    return lines[first + 1]


def whose(app: WorkbookApp) -> str:
    """Whose turn it is, as it stands beside the time."""
    turns = app.screen.query_one(TurnList)
    line = seen(app).splitlines()[turns.content_region.y + 1]
    return line[turns.content_region.x :].split()[0]


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
        assert "( ) 1 not yet" in seen(app)
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
        assert whose(app) == "B"  # whose minute it is
        row = large(60)[1]
        x, y = spot_of(app, row)
        for runs in (True, False):
            await pilot.click(offset=(x + 3, y))
            await settled(pilot)
            assert ("running" in seen(app)) is runs


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Lets seconds pass for the clock of the turns, which stands still otherwise."""
    now = 1000.0

    def pass_by(seconds: float) -> None:
        nonlocal now
        now += seconds

    monkeypatch.setattr("workbook.tui.widgets.exercises.turns.monotonic", lambda: now)
    return pass_by


@pytest.fixture
def wait(later: Callable[[float], None]) -> Wait:
    """Lets seconds pass for the clock of the turns, which then looks at once."""

    async def passed(app: WorkbookApp, pilot: Pilot[None], seconds: float) -> None:
        later(seconds)
        app.screen.query_one(TurnList)._tick()
        await settled(pilot)

    return passed


async def test_the_clock_says_that_it_runs_and_that_the_time_is_over(
    allotment: Book, tmp_path: Path, later: Callable[[float], None]
) -> None:
    """In words, not only by a colour, and by itself; once it is over, the same key begins the turn again."""
    async with opened(allotment, tmp_path, size=(80, 30)) as (app, pilot):
        await at(app, pilot, "year", 3)
        await press(pilot, "tab", "right", "space")
        assert whose(app) == "B"
        assert "running" in seen(app)
        later(61)
        await until(pilot, lambda: "running" not in seen(app))
        assert rows_of(app, large(0)).endswith("time")
        await press(pilot, "space")
        assert "running" in seen(app)


async def test_eleven_minutes_of_turns_go_on_without_a_key_and_no_curtain_falls(
    tmp_path: Path, wait: Wait
) -> None:
    """Eight turns of the book, started once."""
    async with opened(read_book(CHAPTERS), tmp_path, size=(80, 40)) as (app, pilot):
        await at(app, pilot, "talking", 3)
        while not isinstance(app.focused, TurnList):
            await press(pilot, "tab")
        await press(pilot, "space")
        order, seconds = "", 0
        while "running" in seen(app):
            order += whose(app)
            assert seconds < 700
            idle_since = app.touched
            await wait(app, pilot, 15)
            assert app.touched > idle_since  # who talks is there
            seconds += 15
        assert seconds == 660
        assert order == "A" * 12 + "B" * 4 + "A" * 2 + "B" * 4 + "B" * 12 + "A" * 4 + "B" * 2 + "A" * 4


async def test_a_turn_waits_for_who_is_writing_in_it(allotment: Book, tmp_path: Path, wait: Wait) -> None:
    """Its field is not taken from under their fingers."""
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        await at(app, pilot, "year", 3)
        await press(pilot, "tab", "space", "tab", *"That I")
        await wait(app, pilot, 200)
        assert "time; → when you are ready" in seen(app)
        await press(pilot, *" am late")
        heard = [value for address, value in app.answers.items() if address.endswith("/say/heard")]
        assert heard == ["That I am late"]


async def test_a_turn_that_takes_as_long_as_it_takes_is_not_passed_over(tmp_path: Path, wait: Wait) -> None:
    """The clock stands still there; from the next turn on it is started again."""
    async with opened(book_of(tmp_path / "book", talk=TALK), tmp_path / "data", size=(80, 40)) as (
        app,
        pilot,
    ):
        await at(app, pilot, "talk", 0)
        await press(pilot, "tab", "space")
        for seconds in (61, 600):
            await wait(app, pilot, seconds)
            assert "▸ Talk as long as you like." in seen(app)
            assert "running" not in seen(app)
        await press(pilot, "right", "space")
        assert whose(app) == "A"
        assert "running" in seen(app)


async def test_the_time_is_large_where_there_is_room_and_seen_where_there_is_not(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path, size=(80, 24)) as (app, pilot):
        await at(app, pilot, "year", 3)
        await press(pilot, "tab")
        assert rows_of(app, large(180))
        await pilot.resize_terminal(40, 12)
        await settled(pilot)
        assert "A  3:00" in seen(app)


async def test_twelve_cards_take_two_keys_each(tmp_path: Path) -> None:
    """Space turns; the key of an answer gives it, and goes on to the next."""
    async with opened(read_book(CHAPTERS), tmp_path, size=(80, 40)) as (app, pilot):
        await at(app, pilot, "steps", 4)
        while not isinstance(app.focused, CardFace):
            await press(pilot, "tab")
        for number in range(1, 13):
            assert f"{number} of 12" in seen(app)
            await press(pilot, "space", "2")
        answered = [value for address, value in app.answers.items() if address.startswith("steps/guesses/")]
        assert len(answered) == 12
        assert len(set(answered)) == 1
        assert "(•) 2 " in seen(app)  # the last one stays, with its answer


async def test_the_keys_of_a_card_are_said_and_do_nothing_before_it_is_turned(
    allotment: Book, tmp_path: Path
) -> None:
    """Who has not guessed yet answers nothing by a slip."""
    async with opened(allotment, tmp_path, size=(80, 30)) as (app, pilot):
        await at(app, pilot, "year", 2)
        await press(pilot, "tab", "1")
        assert not dict(app.answers)
        assert "answer, next card" not in seen(app)
        await press(pilot, "space")
        assert "1–2 answer, next card" in seen(app)
        assert "( ) 1 not yet  ( ) 2 knew it" in seen(app)
        await press(pilot, "9", "0")
        assert not dict(app.answers)


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
