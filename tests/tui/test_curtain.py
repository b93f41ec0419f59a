"""The curtain hides every word until a key is pressed, and falls by itself when nobody is there."""

from pathlib import Path
from threading import Event

import pytest
from textual.app import App
from textual.events import Key

from workbook.book import Book
from workbook.export.sharing import Shared
from workbook.tui.lifetime import safe_exit
from workbook.tui.screens import CurtainScreen, ReadingScreen
from workbook.tui.screens.overlays import curtain
from workbook.tui.screens.overlays.idle import IdleDialog
from workbook.tui.widgets.fields.text import TextField

from .program import below_heading, opened, seen, settled
from .waiting import until

HIDDEN = "Press any key"
ANY = ("n", "x", "enter", "escape", "ctrl+p", "f1", "f2", "f5", "f8", "tab", "ctrl+s", "up")


def is_down(app: App[None]) -> bool:
    """Whether the curtain hides the screen."""
    return isinstance(app.screen, CurtainScreen)


@pytest.mark.parametrize("theme", ["lamp", "paper", "stark", "plain", "ansi-light"])
@pytest.mark.parametrize("keys", [(), ("f1",), ("f2",), ("ctrl+p",), ("slash",), ("f5",), ("tab",)])
async def test_it_hides_every_word_of_whatever_is_open(
    allotment: Book, tmp_path: Path, theme: str, keys: tuple[str, ...]
) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        app.theme = theme
        app.notify("a word in a toast", timeout=60)
        await pilot.press(*keys)
        await settled(pilot)
        assert HIDDEN not in seen(app)
        await pilot.press("f8")
        await settled(pilot)
        assert seen(app).split() == HIDDEN.split()


@pytest.mark.parametrize("key", ANY)
async def test_any_key_lifts_it_and_does_nothing_else(allotment: Book, tmp_path: Path, key: str) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        await pilot.press("n", "n")
        await settled(pilot)
        await pilot.press("tab")
        await settled(pilot)
        screen, before, focused = app.screen, below_heading(app), app.focused
        assert isinstance(focused, TextField)
        await pilot.press("f8")
        await settled(pilot)
        assert is_down(app)
        await pilot.press(key)
        await settled(pilot)
        assert app.screen is screen
        assert app.focused is focused
        assert below_heading(app) == before
        assert not dict(app.answers)


async def test_a_click_lifts_it_and_does_nothing_else(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        await pilot.press("n")
        await settled(pilot)
        before = below_heading(app)
        row = next(number for number, line in enumerate(before, 1) if "[ ]" in line)
        await pilot.press("f8")
        await settled(pilot)
        await pilot.click(offset=(10, row))
        await settled(pilot)
        assert not is_down(app)
        assert below_heading(app) == before
        assert not dict(app.answers)


async def test_the_reader_can_still_quit_behind_it(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        await pilot.press("f8", "ctrl+q")
        await until(pilot, lambda: not app.is_running)


class Clock:
    """A clock that stands still until it is moved."""

    now = 1000.0
    wall = 1_000_000.0
    """The clock on the wall, which goes on while the lid of a laptop is closed."""


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of the idle time, of which a minute is looked at after 10 ms."""
    clock = Clock()
    monkeypatch.setattr(safe_exit, "monotonic", lambda: clock.now)
    monkeypatch.setattr(safe_exit, "time", lambda: clock.wall)
    monkeypatch.setattr(curtain, "MINUTE", 0.01)
    return clock


async def test_it_falls_when_nobody_touched_anything_and_again_after_it_was_lifted(
    allotment: Book, tmp_path: Path, clock: Clock
) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        for _ in range(2):
            await pilot.pause(0.2)  # the clock stands still, however often it is looked at
            assert not is_down(app)
            clock.now += 0.06
            await until(pilot, lambda: is_down(app))
            await pilot.press("x")
            await settled(pilot)


async def test_the_hours_of_a_closed_laptop_count(allotment: Book, tmp_path: Path, clock: Clock) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        clock.wall += 8 * 3600.0
        await until(pilot, lambda: is_down(app))


async def test_what_is_typed_first_after_them_shows_no_word_and_goes_nowhere(
    allotment: Book, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(curtain, "MINUTE", 60.0)  # the timer has not come round when the key does
    async with opened(allotment, tmp_path) as (app, pilot):
        await pilot.press("n", "n", "tab")
        clock.wall += 8 * 3600.0
        await pilot.press("x")
        await settled(pilot)
        assert is_down(app)
        assert not dict(app.answers)


async def test_a_clock_that_is_set_back_keeps_nothing_open(
    allotment: Book, tmp_path: Path, clock: Clock
) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        clock.wall -= 8 * 3600.0
        clock.now += 0.06
        await until(pilot, lambda: is_down(app))


async def test_a_curtain_and_a_key_that_come_as_the_program_ends_are_no_fault(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path) as (app, _):
        pass
    assert not app.screen_stack
    curtain.draw_curtain(app)
    assert not app.ignores(Key("x", "x"))


@pytest.mark.parametrize("touch", ["a key", "the mouse"])
async def test_a_key_or_the_mouse_begins_the_idle_time_anew(
    allotment: Book, tmp_path: Path, clock: Clock, touch: str
) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        for _ in range(3):
            clock.now += 0.04
            await (pilot.press("down") if touch == "a key" else pilot.hover(offset=(5, 5)))
            await pilot.pause(0.2)
            assert not is_down(app)


async def test_it_never_falls_by_itself_once_that_is_turned_off_and_the_choice_is_kept(
    allotment: Book, tmp_path: Path, clock: Clock
) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        await app.run_action("idle")
        await settled(pilot)
        assert isinstance(app.screen, IdleDialog)
        assert "(•) after 5 idle minutes" in seen(app)
        await pilot.press("home", "enter")
        await settled(pilot)
        clock.now += 1000.0
        await pilot.pause(0.2)
        assert isinstance(app.screen, ReadingScreen)
        assert app.answers.settings["idle"] == 0
    async with opened(allotment, tmp_path) as (app, pilot):
        clock.now += 1000.0
        await pilot.pause(0.2)
        assert not is_down(app)


@pytest.mark.parametrize("kept", [7, -1, "5", True, None])
async def test_an_odd_setting_counts_as_the_usual_one(allotment: Book, tmp_path: Path, kept: object) -> None:
    async with opened(allotment, tmp_path) as (app, _):
        app.answers.keep_setting("idle", kept)  # type: ignore[arg-type]
    async with opened(allotment, tmp_path) as (app, _):
        assert app.idleness.minutes == 5


async def test_it_stays_down_though_what_is_behind_it_is_done_meanwhile(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy is asked for, and read from a slow disk; it is there once the curtain is lifted."""
    given = Event()

    def read(*_: object) -> tuple[Shared, ...]:
        given.wait(30)
        return (Shared("The ground"),)

    monkeypatch.setattr("workbook.tui.screens.sharing.copy_dialog.copy_at", read)
    async with opened(allotment, tmp_path) as (app, pilot):
        await app.run_action("screen.beside")
        await settled(pilot)
        await pilot.press(*"x", "enter")
        app.action_curtain()
        await pilot.pause()
        assert is_down(app)
        given.set()
        await settled(pilot)
        assert is_down(app)
        await pilot.press("x")
        await settled(pilot)
        assert "Side by side" in seen(app)


async def test_it_stays_down_when_a_window_that_was_too_small_grows(allotment: Book, tmp_path: Path) -> None:
    """It fell over the line that says so."""
    async with opened(allotment, tmp_path) as (app, pilot):
        await pilot.resize_terminal(20, 5)
        await settled(pilot)
        app.action_curtain()
        await settled(pilot)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert is_down(app)
        await pilot.press("x")
        await settled(pilot)
        assert "A year on the allotment" in seen(app)
