"""The palette: every action and every chapter, a few letters away; and the colours."""

from pathlib import Path

import pytest
from textual.command import CommandList
from textual.pilot import Pilot
from textual.widgets import OptionList

from tests.books import book_of
from tests.tui.program import opened, seen, settled
from workbook.book import Book, read_book
from workbook.tui.app import WorkbookApp
from workbook.tui.commands import EVERYWHERE, READING
from workbook.tui.screens import ReadingScreen
from workbook.tui.screens.dialogs.theme import ThemeDialog

CHAPTERS = Path(__file__).parents[2] / "chapters"


async def look_up(pilot: Pilot[None], words: str = "") -> list[str]:
    """Open the palette, type `words`, and return the first line of each entry."""
    await pilot.press("ctrl+p")
    await settled(pilot)
    await pilot.press(*words)
    await settled(pilot)
    options = pilot.app.screen.query_one(CommandList).options
    return [str(option.prompt).splitlines()[0] for option in options]


async def choose_theme(pilot: Pilot[None], name: str) -> ThemeDialog:
    """Open the colours by the palette, and put the cursor on `name`."""
    await look_up(pilot, "theme")
    await pilot.press("enter")
    await settled(pilot)
    dialog = pilot.app.screen
    assert isinstance(dialog, ThemeDialog)
    dialog.options.highlighted = dialog.options.get_option_index(name)
    await settled(pilot)
    return dialog


async def test_every_action_stands_in_it_with_its_key(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (_, pilot):
        entries = await look_up(pilot)
    expected = [f"{command.label}  {command.shown}".rstrip() for command in (*READING, *EVERYWHERE)]
    assert entries[: len(expected)] == expected


async def test_there_is_no_way_to_save_a_picture_of_the_screen(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (_, pilot):
        entries = await look_up(pilot)
    assert not [entry for entry in entries if "screenshot" in entry.lower()]


@pytest.mark.parametrize("front", read_book(CHAPTERS).fronts, ids=lambda front: front.id)
async def test_a_chapter_opens_by_a_part_of_its_title(front: object, tmp_path: Path) -> None:
    book = read_book(CHAPTERS)
    here = next(other for other in book.fronts if other == front)
    words = here.title.split()
    async with opened(book, tmp_path / "data") as (app, pilot):
        entries = await look_up(pilot, " ".join(words[1:3]).lower())
        assert entries[0].startswith(f"{here.number}. {here.title}")
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.journey.here.front == here


async def test_an_action_is_done_from_it(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await look_up(pilot, "next")
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, ReadingScreen)
        assert app.screen.journey.position.startswith("The ground")


async def test_a_page_for_staying_safe_is_offered_only_by_a_book_that_has_one(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path / "data") as (_, pilot):
        assert "Staying safe  F5" in await look_up(pilot)
    book = book_of(tmp_path / "book", oats="# Oats\n")
    async with opened(book, tmp_path / "other") as (_, pilot):
        assert "Staying safe  F5" not in await look_up(pilot)


async def test_a_link_is_offered_once_and_only_where_nothing_else_leads_there(tmp_path: Path) -> None:
    oats = """# Oats

[Rye](02-rye.md), [the field](02-rye.md#the-field), [that field](02-rye.md#the-field),
[safe](staying-safe.md), [a page](https://example.org/), [nowhere](03-barley.md).
"""
    folder = tmp_path / "book"
    book_of(folder, oats=oats, rye="# Rye\n\n## The field\n\nWide.\n")
    (folder / "staying-safe.md").write_text("---\nid: staying-safe\ntitle: Safe\n---\n\n# Safe\n", "utf-8")
    async with opened(read_book(folder), tmp_path / "data") as (_, pilot):
        await pilot.press("n")
        await settled(pilot)
        entries = await look_up(pilot)
    links = [entry for entry in entries if entry.startswith("Link:")]
    assert links == ["Link: that field", "Link: a page", "Link: nowhere"]


async def test_odd_words_in_a_title_or_a_summary_are_only_words(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    book_of(folder, oats="# Oats\n\nA [link [/oops]](https://example.org/[x]) here.\n")
    path = folder / "01-oats.md"
    head = 'title: "[/oops] [@click=app.quit]Oats[/]"\nsummary: "[bold] [/oops] $name"'
    path.write_text(path.read_text("utf-8").replace("title: On oats", head), "utf-8")
    async with opened(read_book(folder), tmp_path / "data") as (app, pilot):
        await pilot.press("n")
        await settled(pilot)
        entries = await look_up(pilot)
        assert "1. [/oops] [@click=app.quit]Oats[/]" in entries
        await pilot.press(*"oops")
        await settled(pilot)
        assert "[bold] [/oops] $name" in seen(app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 60)])
async def test_the_cursor_stays_in_view_at_every_size(
    allotment: Book, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(allotment, tmp_path / "data", size=size) as (app, pilot):
        entries = await look_up(pilot)
        for entry in entries[1:]:
            await pilot.press("down")
            await settled(pilot)
            assert entry in seen(app)


async def test_a_theme_is_seen_at_once_and_kept_with_enter(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        assert app.theme == "lamp"
        await choose_theme(pilot, "paper")
        assert app.theme == "paper"
        await pilot.press("enter")
        await settled(pilot)
    async with opened(allotment, tmp_path / "data") as (app, _):
        assert app.theme == "paper"


async def test_a_theme_that_was_only_looked_at_is_not_kept(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await choose_theme(pilot, "paper")
        assert app.theme == "paper"
        await pilot.press("ctrl+q")
    async with opened(allotment, tmp_path / "data") as (app, _):
        assert app.theme == "lamp"


async def test_escape_brings_back_the_theme_of_before(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await choose_theme(pilot, "dracula")
        await pilot.press("escape")
        await settled(pilot)
        assert app.theme == "lamp"
    async with opened(allotment, tmp_path / "data") as (app, _):
        assert app.theme == "lamp"


async def test_where_no_colour_may_be_written_only_themes_without_are_offered(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        dialog = await choose_theme(pilot, "ansi-light")
        names = [option.id for option in dialog.query_one(OptionList).options]
        assert names == ["plain", "ansi-dark", "ansi-light"]
        assert isinstance(app, WorkbookApp)


async def test_a_page_key_in_a_list_that_is_not_laid_out_does_nothing(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        assert isinstance(app.screen, ReadingScreen)
        await app.run_action("page_down", app.screen.contents)  # the drawer is closed
        await look_up(pilot)
        app.screen.query_one(CommandList).display = False
        await settled(pilot)
        await pilot.press("pagedown", "pageup")
        await settled(pilot)
        assert app.is_running


async def test_what_was_typed_is_underlined_in_what_it_finds(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        assert "Curtain" in (await look_up(pilot, "curtain"))[0]
        strips = app.screen._compositor.render_strips()
        rows = ["".join(s.text for s in strip if s.style and s.style.underline) for strip in strips]
        assert "Curtain" in rows
