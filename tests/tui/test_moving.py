"""Going about: the drawer, the way back, the key line, where a hit leads, and letters that do nothing."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.books import book_of
from tests.tui.program import below_heading, opened, seen, settled
from tests.tui.test_page import at, press
from tests.tui.waiting import until
from workbook.answers.saving import pace
from workbook.book import Book
from workbook.session import ScrollAnchor
from workbook.tui.app import WorkbookApp
from workbook.tui.screens import ReadingScreen
from workbook.tui.widgets import Contents, KeyLine, PageView
from workbook.tui.widgets.exercises.cards import CardFace
from workbook.tui.widgets.fields.choice_line import ChoiceLine
from workbook.tui.widgets.fields.scale import ScaleLine
from workbook.tui.widgets.fields.text import TextField
from workbook.tui.widgets.fields.ticks import Ticks


def spot_of(app: WorkbookApp, words: str) -> tuple[int, int]:
    """The cell in which `words` begin."""
    for y, line in enumerate(seen(app).splitlines()):
        if words in line:
            return line.index(words), y
    raise AssertionError(seen(app))


async def click(app: WorkbookApp, pilot: Pilot[None], words: str) -> None:
    """Click on the first cell of `words`."""
    await pilot.click(offset=spot_of(app, words))
    await settled(pilot)


async def find(pilot: Pilot[None], words: str) -> None:
    """Look for `words` and open the first place."""
    await press(pilot, "slash", *words, "enter")


async def test_the_drawer_closes_when_the_focus_leaves_it(allotment: Book, tmp_path: Path) -> None:
    """By Tab, or by a click beside it; it never stays open over the field that is filled in."""
    async with opened(allotment, tmp_path, size=(80, 24)) as (app, pilot):
        await at(app, pilot, "ground", 0)
        contents = app.screen.query_one(Contents)
        await press(pilot, "f2", "tab")
        assert isinstance(app.focused, Ticks)
        assert not contents.display
        await press(pilot, "escape", "f2")
        await pilot.click(offset=(70, 20))
        await settled(pilot)
        assert not contents.display


async def test_from_the_contents_the_reader_comes_back_to_the_very_letter(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path, size=(80, 24)) as (app, pilot):
        await at(app, pilot, "ground", 1)
        for leave in ("escape", "f2"):
            await press(pilot, "tab", *"loam", "left")
            field = app.focused
            await press(pilot, "f2")
            await press(pilot, leave)
            assert app.focused is field
            await press(pilot, "x")
            await press(pilot, "escape")
        assert app.answers["ground/one-word"] == "loaxloaxmm"


async def test_the_contents_open_at_the_chapter_that_is_open(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path, size=(80, 24)) as (app, pilot):
        screen = await at(app, pilot, "ground", 0)
        await press(pilot, "f2", "down")
        await press(pilot, "escape", "f2")
        await press(pilot, "enter")
        assert screen.journey.here.front.id == "ground"


async def test_tab_leads_to_what_is_in_view(tmp_path: Path) -> None:
    """The reader has read on to the end of the page; nothing leaps back to its top."""
    asked = "".join(f"<!-- @text #f{n} -->\n\nWord {n}?\n\n> …\n\n" for n in range(20))
    book = book_of(tmp_path / "book", many=f"# Many\n\n{asked}")
    async with opened(book, tmp_path / "data", size=(60, 20)) as (app, pilot):
        await press(pilot, "n", "end")
        row = app.screen.query_one(PageView).scroll_y
        assert row > 60
        await press(pilot, "tab")
        assert isinstance(app.focused, TextField)
        assert app.screen.query_one(PageView).scroll_y == row
        await press(pilot, "escape", "home", "shift+tab")
        assert isinstance(app.focused, TextField)
        assert app.screen.query_one(PageView).scroll_y < 5


async def test_a_key_for_a_field_that_is_out_of_sight_only_brings_it_back(tmp_path: Path) -> None:
    scale = "<!-- @scale #near -->\n\nHow near?\n\n> … / 10\n\n"
    book = book_of(tmp_path / "book", much=f"# Much\n\n{scale}{'Words.' * 9}\n\n" + "And more.\n\n" * 40)
    async with opened(book, tmp_path / "data", size=(60, 20)) as (app, pilot):
        await press(pilot, "n", "tab")
        assert isinstance(field := app.focused, ScaleLine)
        app.screen.query_one(PageView).scroll_end(animate=False)
        await settled(pilot)
        assert "How near?" not in seen(app)
        await press(pilot, "right")
        assert "How near?" in seen(app)
        assert not app.answers
        await press(pilot, "7")
        assert app.answers["much/near"] == 7
        assert app.focused is field


async def test_a_smaller_window_keeps_the_field_in_sight_and_the_larger_one_the_page(tmp_path: Path) -> None:
    asked = "".join(f"<!-- @text #f{n} -->\n\nWord {n}?\n\n> …\n\n" for n in range(6))
    book = book_of(tmp_path / "book", some=f"# Some\n\n{asked}")
    async with opened(book, tmp_path / "data", size=(120, 36)) as (app, pilot):
        await press(pilot, "n", *["tab"] * 6)
        await until(pilot, lambda: "○  1 On some" in seen(app))
        before = below_heading(app)
        assert isinstance(field := app.focused, TextField)
        await pilot.resize_terminal(60, 16)
        await settled(pilot)
        assert "Word 5?" in seen(app)
        assert app.focused is field
        await pilot.resize_terminal(120, 36)
        await settled(pilot)
        assert below_heading(app) == before


async def test_back_returns_to_the_words_that_were_at_the_top(allotment: Book, tmp_path: Path) -> None:
    """Not only to the page."""
    async with opened(allotment, tmp_path, size=(60, 20)) as (app, pilot):
        screen = await at(app, pilot, "ground", 0)
        await press(pilot, "end")
        before = screen.view.spot
        assert before != ScrollAnchor()
        screen.action_follow("02-year.md#the-week")
        await settled(pilot)
        await press(pilot, "backspace")
        assert screen.view.spot == before


async def test_letters_do_nothing_on_a_scale(allotment: Book, tmp_path: Path) -> None:
    """Neither n nor c leads away from a number that is being chosen."""
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        screen = await at(app, pilot, "ground", 0)
        await press(pilot, "tab", "tab", "tab", "3", "n", "c", "space")
        assert isinstance(app.focused, ScaleLine)
        assert screen.journey.here.number == 0
        assert dict(app.answers) == {"ground/hope": 3}


async def test_the_key_line_says_what_the_field_takes(allotment: Book, tmp_path: Path) -> None:
    """And offers Tab only on a page that has a field."""
    async with opened(allotment, tmp_path, size=(80, 40)) as (app, pilot):
        keys = app.screen.query_one(KeyLine)
        await at(app, pilot, "ground", 0)
        assert "Tab fill in" in keys.render().plain
        await press(pilot, "tab")
        assert keys.render().plain.startswith(" Space tick")
        await press(pilot, "tab", "tab")
        assert keys.render().plain.startswith(" 0–9 choose")
        await at(app, pilot, "year", 0)
        assert "Tab" not in keys.render().plain


async def test_keeping_a_place_or_a_setting_is_not_called_saving(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The top line stays calm while one reads; a word is another matter, until it is saved."""
    monkeypatch.setattr(pace, "QUIET", 30.0)
    monkeypatch.setattr(pace, "LONGEST", 30.0)
    async with opened(allotment, tmp_path) as (app, pilot):
        screen = await at(app, pilot, "ground", 0)
        said: list[str] = []
        screen.watch(screen.heading, "saving", lambda words: said.append(words), init=False)
        await press(pilot, "n", "tab")
        screen.keep_place()
        app.answers.flush()
        await settled(pilot)
        assert not said
        await press(pilot, "x")
        await until(pilot, lambda: said == ["saving…"])
        app.answers.flush()
        app.answers.keep_setting("idle", 5)  # before it is heard that the word is saved
        await until(pilot, lambda: len(said) > 1)
        assert said == ["saving…", "saved"]
        assert app.answers.saving.state == "saving"


async def test_ctrl_s_says_that_words_are_saved_though_a_place_is_to_be_kept_just_then(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "QUIET", 30.0)
    monkeypatch.setattr(pace, "LONGEST", 30.0)
    async with opened(allotment, tmp_path) as (app, pilot):
        screen, flush = await at(app, pilot, "ground", 1), app.answers.flush

        def flushed_as_the_reader_rests() -> bool:
            is_saved = flush()
            app.answers.keep_place({**app.answers.place, **screen.place.kept(), "cursor": [9, 9]})
            return is_saved

        await press(pilot, "tab", *"Loam")
        monkeypatch.setattr(app.answers, "flush", flushed_as_the_reader_rests)
        await press(pilot, "ctrl+s")
        assert app.answers.saving.state == "saving"
        assert [notice.message for notice in app._notifications] == ["saved"]


async def test_a_hit_on_another_card_deals_that_card(allotment: Book, tmp_path: Path) -> None:
    """What is printed on its back is read at once."""
    async with opened(allotment, tmp_path, size=(80, 30)) as (app, pilot):
        await find(pilot, "manure")
        assert isinstance(app.focused, CardFace)
        assert "They make their own" in seen(app)
        await press(pilot, "right")
        assert "When do you prune" in seen(app)


async def test_a_hit_in_a_row_without_its_tick_opens_the_row(allotment: Book, tmp_path: Path) -> None:
    """One's own words are shown wherever they are; the tick stays as it was."""
    async with opened(allotment, tmp_path, size=(80, 30)) as (app, pilot):
        app.answers["year/jobs/sow/plan"] = "After the frost"
        await find(pilot, "frost")
        assert isinstance(app.focused, TextField)
        assert app.focused.address == "year/jobs/sow/plan"
        assert "After the frost" in seen(app)
        assert "year/jobs/sow" not in app.answers


async def test_a_hit_on_a_line_of_a_list_puts_the_cursor_there(allotment: Book, tmp_path: Path) -> None:
    """Not on the first line."""
    async with opened(allotment, tmp_path) as (app, pilot):
        await find(pilot, "roots")
        assert isinstance(app.focused, Ticks)
        assert app.focused.highlighted == 2


async def test_the_editor_key_says_what_it_needs(allotment: Book, tmp_path: Path) -> None:
    """On the page it opens nothing."""
    async with opened(allotment, tmp_path) as (app, pilot):
        await at(app, pilot, "ground", 1)
        await press(pilot, "ctrl+o")
        assert "Go into a text first" in seen(app)


async def test_a_burst_of_page_turns_ends_on_the_last_page_that_was_asked_for(
    allotment: Book, tmp_path: Path
) -> None:
    """The key is held; pages in between need not be painted."""
    async with opened(allotment, tmp_path) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        for _ in range(30):
            screen.action_next_page()
        await settled(pilot)
        assert screen.journey.page.title == "Your words"
        await press(pilot, "p")
        assert "Sort these." in seen(app)
        assert isinstance(app.focused, PageView)
        await press(pilot, "tab")
        assert isinstance(app.focused, ChoiceLine)


async def test_a_click_on_saved_saves_and_one_on_the_chapter_opens_the_contents(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        await at(app, pilot, "ground", 0)
        await pilot.click(offset=(76, 0))
        await settled(pilot)
        assert not app.screen.query_one(Contents).display
        assert [notice.message for notice in app._notifications] == ["saved"]
        await pilot.click(offset=(3, 0))
        await settled(pilot)
        assert app.screen.query_one(Contents).display


async def test_space_alone_reads_the_whole_book_to_its_end(allotment: Book, tmp_path: Path) -> None:
    """Every page in order, and last what the reader wrote; there Space does nothing and is not offered."""
    async with opened(allotment, tmp_path) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        pages: list[str] = []
        for _ in range(60):
            if not pages or pages[-1] != screen.journey.position:
                pages.append(screen.journey.position)
            await press(pilot, "space")
        ground = [f"The ground · {number} of 3" for number in (1, 2, 3)]
        year = [f"The year · {number} of 7" for number in range(1, 8)]
        assert pages == ["A year on the allotment", *ground, *year, "Your words"]
        assert "Space" not in seen(app).splitlines()[-1]
