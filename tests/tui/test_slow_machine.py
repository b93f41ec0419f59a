"""A machine that has no time for the program: keys still do what they do, one after the other."""

from asyncio import sleep
from pathlib import Path

import pytest
from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from tests.tui.hearing import send
from tests.tui.program import opened, seen, settled
from tests.tui.waiting import until
from workbook.answers import open_answers
from workbook.book import Book
from workbook.tui.app import WorkbookApp
from workbook.tui.lifetime.key_queue import KeyQueueApp
from workbook.tui.screens import ReadingScreen
from workbook.tui.screens.overlays.leaflet import LeafletScreen
from workbook.tui.widgets import Fillable

TAB, F4, F5 = "\t", "\x1bOS", "\x1b[15~"


@pytest.fixture(autouse=True)
def no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whenever the program looks at the clock, all the time for which it is patient has gone by.

    It goes on waiting until it has had some turns; on the machine that runs this they may take long, too.
    """
    monkeypatch.setattr("workbook.tui.lifetime.key_queue._PATIENCE", 0.0)
    monkeypatch.setattr("workbook.tui.lifetime.key_queue._LONGER", 3600.0)


async def test_tab_and_then_f5_go_into_a_field_and_open_staying_safe(allotment: Book, tmp_path: Path) -> None:
    """Tab comes to what has the keys, and from there to the program, which must not have gone on by then."""
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await pilot.press("f4")
        await settled(pilot)
        await send(pilot, TAB, F5)
        assert isinstance(app.screen, LeafletScreen)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, ReadingScreen)
        assert isinstance(app.focused, Fillable)


async def test_keys_in_one_piece_lead_where_they_lead_one_by_one(allotment: Book, tmp_path: Path) -> None:
    keys = (F4, TAB, TAB, F5, F5, TAB)
    led = []
    for name, pieces in (("singly", [(key,) for key in keys]), ("at once", [keys])):
        async with opened(allotment, tmp_path / name) as (app, pilot):
            for piece in pieces:
                await send(pilot, *piece)
            assert isinstance(app.focused, Fillable)
            led.append(app.focused.address)
    assert led[0] == led[1]


class Thoughtful(Input):
    """A line that takes two turns of the loop before Tab leads on."""

    async def key_tab(self, event: events.Key) -> None:
        """Lead on; meanwhile nothing stands in any queue."""
        event.stop()
        await sleep(0)
        await sleep(0)
        self.screen.focus_next()


class TwoLines(KeyQueueApp):
    """A thoughtful line, and one after it."""

    def compose(self) -> ComposeResult:
        """The two."""
        yield Thoughtful()
        yield Input()


async def test_what_is_being_handled_is_waited_for_though_it_stands_in_no_queue() -> None:
    app = TwoLines()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.query(Input).first().focus()
        await pilot.pause()
        await send(pilot, TAB, "x")
        assert [line.value for line in app.query(Input)] == ["", "x"]


async def test_help_that_is_asked_for_before_the_page_is_painted_has_its_frame_from_the_first(
    allotment: Book, tmp_path: Path
) -> None:
    answers = open_answers(tmp_path / "data", allotment)
    app = WorkbookApp(allotment, answers)
    framed = []

    def press_at_once(message: Message) -> None:
        """A key that was waiting is heard as soon as the program is ready; look at all that is painted."""
        if isinstance(message, events.Ready):
            app.call_next(app.action_help)
        elif app.screen_stack and "Help" in (painted := seen(app)):
            framed.append("┌" in painted)

    async with app.run_test(size=(60, 20), message_hook=press_at_once) as pilot:
        await until(pilot, lambda: "Read line by line" in seen(app))
    assert framed
    assert all(framed)
    answers.close()
