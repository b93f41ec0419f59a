"""Inside an exercise a letter is text or nothing; on the page it acts, large or small."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.books import book_of
from tests.tui.program import opened, seen, settled
from tests.tui.test_page import at, press
from workbook.book import Book
from workbook.session import WORDS
from workbook.tui.app import WorkbookApp
from workbook.tui.screens import ReadingScreen
from workbook.tui.screens.dialogs.find import FindDialog
from workbook.tui.screens.overlays.curtain import CurtainScreen
from workbook.tui.widgets import PageView
from workbook.tui.widgets.fields.choice_line import ChoiceLine
from workbook.tui.widgets.fields.ticks import OpeningTicks, Ticks

LETTERS = "Wecp/n?jkNPCJKQ"
NAMES = {" ": "space"}
CAUSES = "".join(f"- [ ] Cause {n} of silence <!-- #c{n} -->\n" for n in range(1, 10))
MANY = f"""\
# Many

{"Some words to read before. " * 12}

<!-- @group #causes open=ticked -->

What plays a part? Each tick opens two questions.

{CAUSES}
<!-- @choice #much -->

How much does it weigh?

- ( ) a little <!-- #little -->
- ( ) a lot <!-- #lot -->

<!-- @text #words rows=2 -->

What would you say about it?

> …

<!-- @end -->

{"Some words to read after it. " * 40}
"""


async def type_out(pilot: Pilot[None], text: str) -> None:
    """Press the keys of `text`, and Backspace once."""
    await press(pilot, *(NAMES.get(character, character) for character in text), "backspace")


async def test_a_sentence_typed_anywhere_in_an_exercise_leads_nowhere(
    allotment: Book, tmp_path: Path
) -> None:
    """In every field, card, turn and line to press of every page; but for Space, which they may use."""
    async with opened(allotment, tmp_path) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        been = 0
        while (following := screen.journey.next()) and following.front is not WORDS:
            await press(pilot, "n", "tab")
            here = screen.journey.position
            while app.focused and not isinstance(app.focused, PageView):
                focused, been = app.focused, been + 1
                row = screen.view.scroll_y
                await type_out(pilot, LETTERS)
                assert (app.screen, app.focused, screen.journey.position) == (screen, focused, here)
                assert screen.view.scroll_y == row or app.focused.check_consume_key("x", "x")
                await press(pilot, "tab")
        assert been > 15


async def test_ticking_a_cause_and_typing_about_it_keeps_the_tick(tmp_path: Path) -> None:
    book = book_of(tmp_path / "book", many=MANY)
    async with opened(book, tmp_path / "data") as (app, pilot):
        await press(pilot, "n", "tab", "down", "enter")
        assert isinstance(app.focused, ChoiceLine)
        await press(pilot, "tab")
        await type_out(pilot, "We only talk about the car.")
        assert dict(app.answers) == {
            "many/causes/c2": True,
            "many/causes/c2/words": "We only talk about the car",
        }


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 36)])
async def test_enter_ticks_and_goes_into_the_first_question(tmp_path: Path, size: tuple[int, int]) -> None:
    """A second time it goes in again; Space alone takes the tick back."""
    book = book_of(tmp_path / "book", many=MANY)
    async with opened(book, tmp_path / "data", size=size) as (app, pilot):
        await press(pilot, "n", "tab", "down", "enter")
        assert isinstance(app.focused, ChoiceLine)
        assert "How much does it weigh?" in seen(app)
        assert "a little" in seen(app)
        await press(pilot, "shift+tab", "enter")
        assert isinstance(app.focused, ChoiceLine)
        assert dict(app.answers) == {"many/causes/c2": True}
        await press(pilot, "shift+tab", "space")
        assert isinstance(app.focused, OpeningTicks)
        assert not app.answers


async def test_keys_after_enter_belong_to_the_question_however_fast_they_come(tmp_path: Path) -> None:
    book = book_of(tmp_path / "book", many=MANY)
    async with opened(book, tmp_path / "data") as (app, pilot):
        await press(pilot, "n", "tab")
        await pilot.press("enter", "right", "space")
        await settled(pilot)
        assert dict(app.answers) == {"many/causes/c1": True, "many/causes/c1/much": "lot"}


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_what_a_tick_opens_is_seen_below_the_cursor(tmp_path: Path, size: tuple[int, int]) -> None:
    book = book_of(tmp_path / "book", many=MANY)
    async with opened(book, tmp_path / "data", size=size) as (app, pilot):
        await press(pilot, "n", "tab", *["down"] * 7, "space")
        assert isinstance(app.focused, OpeningTicks)
        lines = seen(app).splitlines()
        assert any("[x] Cause 8" in line for line in lines)
        assert any("How much does it weigh?" in line for line in lines)


async def test_the_cursor_in_a_list_has_air_around_it(tmp_path: Path) -> None:
    book = book_of(tmp_path / "book", many=MANY)
    async with opened(book, tmp_path / "data", size=(80, 14)) as (app, pilot):
        await press(pilot, "n", "tab")
        for key in ["down"] * 8 + ["up"] * 8:
            await press(pilot, key)
            ticks = app.focused
            assert isinstance(ticks, Ticks)
            row = ticks.content_region.y + ticks.cursor_rows[0]
            view = app.screen.query_one(PageView).content_region
            assert view.y + 2 <= row < view.bottom - 2


@pytest.mark.parametrize("key", ["n", "N"])
async def test_letters_act_on_the_page_with_caps_lock_on(allotment: Book, tmp_path: Path, key: str) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        screen = await at(app, pilot, "ground", 0)
        await press(pilot, key)
        assert screen.journey.here.number == 1
        await press(pilot, "P")
        assert screen.journey.here.number == 0
        await press(pilot, "C")
        assert screen.contents.has_class("-open")
        await press(pilot, "C", "J")
        assert screen.view.scroll_y == 1
        await press(pilot, "K")
        assert screen.view.scroll_y == 0


async def is_covered(app: WorkbookApp, pilot: Pilot[None]) -> bool:
    """Whether Ctrl+L lets the curtain fall."""
    await press(pilot, "ctrl+l")
    fell = isinstance(app.screen, CurtainScreen)
    await press(pilot, "x")
    return fell


async def test_the_curtain_falls_by_its_second_key_wherever_the_reader_is(
    allotment: Book, tmp_path: Path
) -> None:
    """For keyboards on which F8 is a key for music."""
    async with opened(allotment, tmp_path) as (app, pilot):
        await at(app, pilot, "ground", 1)
        assert await is_covered(app, pilot)
        await press(pilot, "tab", "a")
        assert await is_covered(app, pilot)
        await press(pilot, "escape", "slash", "a")
        assert await is_covered(app, pilot)
        assert isinstance(app.screen, FindDialog)
        await press(pilot, "escape", "ctrl+p")
        assert await is_covered(app, pilot)
        assert app.answers["ground/one-word"] == "a"
