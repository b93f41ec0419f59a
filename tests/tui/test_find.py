"""Find: what a reader sees who looks for words, and where they are taken."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.books import book_of
from tests.tui.program import NOW, below_heading, opened, seen, settled
from workbook.book import MOST_HITS, Book
from workbook.tui.app import WorkbookApp
from workbook.tui.screens import ReadingScreen
from workbook.tui.screens.dialogs.find import FindDialog
from workbook.tui.widgets.fields.text import TextField

pytestmark = pytest.mark.usefixtures("looks_at_once")


async def look_for(pilot: Pilot[None], words: str) -> FindDialog:
    """Open the search, and type `words` into it."""
    await pilot.press("slash")
    await settled(pilot)
    await pilot.press(*words)
    await settled(pilot)
    assert isinstance(pilot.app.screen, FindDialog)
    return pilot.app.screen


def reading(app: WorkbookApp) -> ReadingScreen:
    """The screen with the page, which is on top again."""
    assert isinstance(app.screen, ReadingScreen)
    return app.screen


async def test_before_a_word_is_typed_it_says_what_can_be_found(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await look_for(pilot, "")
        assert "to look in the chapters, the exercises" in seen(app)


async def test_closing_it_while_it_looks_ends_the_looking_and_nothing_else(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        screen, rest, pause = await look_for(pilot, ""), asyncio.sleep, 987.0

        async def closed_meanwhile(seconds: float) -> None:
            if seconds != pause:
                await rest(seconds)  # somebody else's
                return
            screen.dismiss(None)
            while screen.children:
                await rest(0)

        monkeypatch.setattr("workbook.tui.screens.dialogs.looking.PAUSE", pause)
        monkeypatch.setattr("workbook.tui.screens.dialogs.looking.asyncio.sleep", closed_meanwhile)
        await pilot.press("s")
        while screen.children:
            await rest(0)
        monkeypatch.undo()
        await settled(pilot)
        assert not screen.children
        assert reading(app).is_current


async def test_words_that_stand_nowhere_are_said_to_stand_nowhere(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await look_for(pilot, "qwxz")
        assert "These words are not in the book, and not in your answers." in seen(app)


async def test_each_place_shows_chapter_page_and_the_words_marked(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        screen = await look_for(pilot, "apple")
        assert "The year · Questions and answers" in seen(app)
        strips = screen.places.render_lines(screen.places.size.region)
        marked = [segment for strip in strips for segment in strip if segment.text == "apple"]
        assert marked
        assert all(piece.style and piece.style.bold and piece.style.underline for piece in marked)


async def test_ones_own_words_are_told_from_the_books_by_a_sign(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        app.answers["ground/one-word"] = "apple tree"
        await look_for(pilot, "apple tree")
        own, printed = seen(app).split("The year")
        assert "Words for it  your words" in own
        assert "your words" not in printed


async def test_arrows_move_in_the_list_while_the_next_letter_still_goes_to_the_words(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        screen = await look_for(pilot, "th")
        await pilot.press("down", "down", "up", "pagedown")
        assert (screen.places.highlighted or 0) > 1
        assert app.focused is screen.line
        await pilot.press("e")
        await settled(pilot)
        assert screen.line.value == "the"
        assert screen.places.highlighted == 0


@pytest.mark.parametrize("size", [(40, 12), (60, 20)])
async def test_the_place_under_the_cursor_has_a_sign_and_stays_in_view(
    allotment: Book, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(allotment, tmp_path / "data", size=size) as (app, pilot):
        await look_for(pilot, "the")
        for _ in range(12):
            await pilot.press("down")
            await settled(pilot)
            assert seen(app).count("▸") == 1


async def test_a_cursor_on_its_way_in_places_that_are_gone_marks_none(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        screen = await look_for(pilot, "e")
        screen.action_move("last")
        screen.look("apple")
        await settled(pilot)
        assert seen(app).count("▸") == 1


async def test_a_click_on_its_way_to_a_place_that_is_gone_opens_none(allotment: Book, tmp_path: Path) -> None:
    """Who clicked saw another place there."""
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        for place in ("first", "last"):
            screen = await look_for(pilot, "e")
            screen.action_move(place)
            screen.places.action_select()
            screen.look("apple")
            await settled(pilot)
            assert app.screen is screen
            await pilot.press("escape")
            await settled(pilot)


async def test_what_was_looked_for_stands_there_again_until_the_curtain_falls(
    allotment: Book, tmp_path: Path
) -> None:
    """It may be lifted by somebody else."""
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await look_for(pilot, "apple")
        await pilot.press("escape")
        await settled(pilot)
        for keys in (("escape",), ("escape", "f8", "x")):
            screen = await look_for(pilot, "")
            assert screen.line.value == "apple"
            await pilot.press(*keys)
            await settled(pilot)
        screen = await look_for(pilot, "")
        assert not screen.line.value
        assert "apple" not in seen(app)


async def test_what_was_looked_for_is_forgotten_the_next_day(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await look_for(pilot, "apple")
        await pilot.press("escape")
        await settled(pilot)
        monkeypatch.setattr(reading(app), "now", lambda: NOW + timedelta(days=1))
        assert not (await look_for(pilot, "")).line.value


async def test_enter_opens_the_page_with_the_words_at_its_top(tmp_path: Path) -> None:
    lines = "".join(f"Line number {number} of the rhyme.\n\n" for number in range(40))
    book = book_of(tmp_path / "book", short="# Short\n\nOne page.\n", rhyme=f"# Rhyme\n\n{lines}")
    async with opened(book, tmp_path / "data", size=(60, 20)) as (app, pilot):
        await look_for(pilot, "number 17")
        await pilot.press("enter")
        await settled(pilot)
        assert reading(app).journey.position == "On rhyme"
        assert "Line number 17 of" in "".join(seen(app).splitlines()[1:4])


async def test_an_earlier_entry_is_opened_with_its_words_in_the_field(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        app.answers["year/week@2026-W40/good"] = "marmalade"
        app.answers["year/week@2026-W44/good"] = "beans"
        await look_for(pilot, "marmalade")
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.focused, TextField)
        assert app.focused.text == "marmalade"


async def test_hits_stand_in_the_order_in_which_entries_were_begun(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        app.answers["year/day@2026-06-10/line"] = "marmalade in Tokyo"
        app.answers["year/day@2026-06-08/line"] = "marmalade later"
        await look_for(pilot, "marmalade")
        assert seen(app).index("marmalade in Tokyo") < seen(app).index("marmalade later")


async def test_who_types_and_presses_enter_at_once_means_the_first_place(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await pilot.press("ctrl+g")
        await settled(pilot)
        assert isinstance(app.screen, FindDialog)
        app.screen.line.value = "apple"
        await pilot.press("enter")
        await settled(pilot)
        assert reading(app).journey.position == "The year · 3 of 7"


async def test_a_click_opens_a_place(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        screen = await look_for(pilot, "apple")
        await pilot.click(screen.places, offset=(4, 1))
        await settled(pilot)
        assert reading(app).journey.position == "The year · 3 of 7"


async def test_escape_closes_it_and_nothing_has_moved(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        before = below_heading(app)
        await look_for(pilot, "apple")
        await pilot.press("escape")
        await settled(pilot)
        assert below_heading(app) == before


async def test_words_without_an_accent_find_those_with_one(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        app.answers["ground/one-word"] = "Łódź, the café"
        await look_for(pilot, "lodz")
        assert "One place." in seen(app)
        assert "Łódź, the café" in seen(app)


async def test_words_on_a_leaflet_are_found_and_opened_where_they_stand(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path / "data", size=(60, 20)) as (app, pilot):
        await look_for(pilot, "a plaster")
        assert "One place." in seen(app)
        await pilot.press("enter")
        await settled(pilot)
        assert "a plaster" in seen(app)
        await pilot.press("escape")
        await settled(pilot)
        assert reading(app).is_current


async def test_words_on_the_cover_are_found(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await look_for(pilot, "reads like a small book")
        assert "One place." in seen(app)
        await pilot.press("enter")
        await settled(pilot)
        assert reading(app).cover.is_open


async def test_words_kept_aside_are_found_and_shown(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        app.answers["ground/gone"] = "a lost marmalade"
        await look_for(pilot, "marmalade")
        assert "Words kept aside  your words" in seen(app)
        await pilot.press("enter")
        await settled(pilot)
        assert "a lost marmalade" in seen(app)


async def test_words_that_stand_apart_everywhere_are_not_said_to_be_nowhere(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await look_for(pilot, "apple qwxz")
        assert "No paragraph of the book, and none of your answers" in seen(app)


HOSTILE = ["[/oops]", "[@click=app.quit]here[/]", "[bold]", "[x] done", "$name ${x}", "\\", "](", "{0}", "%s"]


@pytest.mark.parametrize("words", HOSTILE)
async def test_odd_words_are_found_as_they_were_written(allotment: Book, tmp_path: Path, words: str) -> None:
    async with opened(allotment, tmp_path / "data", size=(120, 36)) as (app, pilot):
        app.answers["ground/one-word"] = f"before {words} after"
        await look_for(pilot, words)
        assert f"before {words} after" in seen(app)
        await pilot.press("enter")
        await settled(pilot)
        assert f"before {words} after" in seen(app)


async def test_control_characters_in_what_is_pasted_never_reach_the_terminal(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        screen = await look_for(pilot, "")
        screen.line.post_message(events.Paste("\x1b[2Japple\x07\u202e\nsecond line"))
        await settled(pilot)
        assert screen.line.value == "[2Japple second line"
        assert "\x1b" not in seen(app)


async def test_the_words_that_were_looked_for_are_kept_nowhere(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (_, pilot):
        await look_for(pilot, "zzsecretzz")
        await pilot.press("escape")
        await settled(pilot)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if b"zzsecretzz" in path.read_bytes()]


async def test_of_too_many_places_the_first_ones_are_shown_and_it_says_so(tmp_path: Path) -> None:
    book = book_of(tmp_path / "book", many="# Many\n\n" + "A line of oats.\n\n" * (MOST_HITS + 20))
    async with opened(book, tmp_path / "data") as (app, pilot):
        screen = await look_for(pilot, "oats")
        assert screen.places.option_count == MOST_HITS
        assert f"The first {MOST_HITS} places" in seen(app)


async def test_the_third_place_then_back_and_the_words_are_still_in_the_field(
    allotment: Book, tmp_path: Path
) -> None:
    """And the cursor on the place that was opened; a letter begins anew."""
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await look_for(pilot, "the")
        await pilot.press("down", "down", "enter")
        await settled(pilot)
        assert reading(app).is_current
        await pilot.press("escape", "backspace")
        await settled(pilot)
        dialog = await look_for(pilot, "")
        assert dialog.line.value == "the"
        assert dialog.places.highlighted == 2
        await pilot.press(*"soil")
        await settled(pilot)
        assert dialog.line.value == "soil"


async def test_what_was_found_is_marked_on_its_page(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await look_for(pilot, "apple tree")
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen.get_selected_text() == "apple tree"


async def test_words_that_a_line_end_parts_are_marked_across_it(tmp_path: Path) -> None:
    book = book_of(tmp_path / "book", rhyme="# Rhyme\n\n" + "so it went on " * 20 + "\n")
    async with opened(book, tmp_path / "data", size=(40, 20)) as (app, pilot):
        await look_for(pilot, "so it went on so it went on so it went on so")
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen.get_selected_text() == "so it went on so it went on so it went on so"


async def test_enter_on_ones_own_words_puts_the_cursor_before_them_and_the_next_letter_wipes_none(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        app.answers["ground/why"] = "because of the marmalade"
        await look_for(pilot, "marmalade")
        await pilot.press("enter")
        await settled(pilot)
        assert "because of the marmalade" in seen(app)
        await pilot.press(*"sweet ")
        await settled(pilot)
        assert app.answers["ground/why"] == "because of the sweet marmalade"
