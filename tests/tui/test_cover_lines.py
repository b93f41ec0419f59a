"""The lines of the cover: what each opens, and what is said of who can read the words."""

import os
from pathlib import Path

import pytest

from tests.books import book_of
from tests.tui.program import NOW, opened, seen, settled
from tests.tui.test_moving import click
from tests.tui.test_page import press
from workbook.answers import Answers
from workbook.book import Book, read_book
from workbook.tui.widgets import KeyLine, PageView

CHAPTERS = Path(__file__).parents[2] / "chapters"


async def test_every_line_opens_its_text_over_the_cover_and_esc_leads_back(tmp_path: Path) -> None:
    lines = (
        ("The short way", "about twenty minutes to read"),
        ("For two of you", "Nobody owes anybody an answer"),
        ("Where your words are", "it never uses a network"),
        ("Staying safe", "In danger now?"),
    )
    async with opened(read_book(CHAPTERS), tmp_path) as (app, pilot):
        for label, text in lines:
            await press(pilot, "down")
            assert f"▸ {label}" in seen(app)
            await press(pilot, "enter")
            assert text in " ".join(seen(app).split())
            await press(pilot, "escape")
            assert f"▸ {label}" in seen(app)
            await click(app, pilot, f"▸ {label}")
            await press(pilot, "escape")
        assert not app.answers.place


async def test_the_cover_fits_a_terminal_of_80_by_24(tmp_path: Path) -> None:
    async with opened(read_book(CHAPTERS), tmp_path) as (app, _):
        assert app.screen.query_one(PageView).max_scroll_y == 0
        lines = seen(app).splitlines()
        assert lines[0] == ""
        assert lines[3] == "  Emotional connection"
        assert lines[16].startswith("  ▸ Begin with chapter 1")
        assert lines[16].endswith("4 minutes")
        assert lines[17].endswith("21 minutes")
        assert lines[20] == "    Staying safe"


@pytest.mark.parametrize("size", [(40, 12), (60, 20)])
async def test_in_a_small_window_space_reads_on_to_the_lines_before_it_opens_one(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(read_book(CHAPTERS), tmp_path, size=size) as (app, pilot):
        keys = app.screen.query_one(KeyLine)
        for _ in range(9):
            if "▸ Begin" in seen(app):
                break
            assert keys.render().plain.startswith(" Space on")
            await press(pilot, "space")
        assert keys.render().plain.startswith(" Enter opens")
        await press(pilot, "space")
        assert seen(app).startswith(" What connection means")


@pytest.mark.parametrize("key", ["space", "enter"])
@pytest.mark.parametrize("size", [(40, 12), (60, 20)])
async def test_the_keys_that_read_on_lead_from_the_short_way_into_its_first_chapter(
    tmp_path: Path, size: tuple[int, int], key: str
) -> None:
    async with opened(read_book(CHAPTERS), tmp_path, size=size) as (app, pilot):
        while "▸ The short way" not in seen(app):
            await press(pilot, "down")
        await press(pilot, "enter")
        for _ in range(9):
            if "▸" in seen(app):
                break
            await press(pilot, key)
        assert "Chapter 6,▸The five signs" in seen(app)
        assert app.screen.query_one(KeyLine).render().plain.startswith(" Enter follow")
        await press(pilot, "enter")
        await settled(pilot)
        assert seen(app).startswith(" The five signs")


async def test_from_a_line_a_link_leads_into_the_book_and_backspace_to_the_cover(tmp_path: Path) -> None:
    async with opened(read_book(CHAPTERS), tmp_path) as (app, pilot):
        await press(pilot, "down", "enter")
        app.screen.action_follow("06-signs.md")  # type: ignore[attr-defined] # the text over the cover
        await settled(pilot)
        assert "The five signs" in seen(app).splitlines()[0]
        await press(pilot, "backspace")
        assert "▸ Begin with chapter 1" in seen(app)


@pytest.mark.parametrize("key", ["enter", "space", "n", "f4"])
@pytest.mark.parametrize("is_bare", [False, True], ids=["with a cover", "a bare folder"])
async def test_a_new_reader_begins_with_the_first_page(tmp_path: Path, key: str, is_bare: bool) -> None:
    folder = tmp_path / "book"
    book = book_of(folder, one="# One\n\nFirst words.\n\n## More\n\nMore words.\n", two="Last words.\n")
    if is_bare:
        (folder / "index.md").unlink()
        book = read_book(folder)
    async with opened(book, tmp_path / "data") as (app, pilot):
        assert ("A small book" in seen(app)) is not is_bare
        assert "▸ Begin with chapter 1" in seen(app)
        assert "Where your words are" in seen(app)
        await press(pilot, key)
        assert "First words." in seen(app)
        await press(pilot, "ctrl+q")
    async with opened(book, tmp_path / "data", now=NOW.replace(day=24)) as (app, pilot):
        assert "▸ On from where you stopped" in seen(app)
        await press(pilot, "p", key)
        assert "First words." in seen(app)


async def test_the_pages_of_a_cover_are_no_pages_of_the_book(tmp_path: Path) -> None:
    """Its sections open over it; it stands before the first page of chapter 1."""
    async with opened(read_book(CHAPTERS), tmp_path) as (app, pilot):
        await press(pilot, "n")
        assert "What connection means · 1 of" in seen(app)
        await press(pilot, "p")
        assert "▸ Begin with chapter 1" in seen(app)
        await press(pilot, "p")
        assert "▸ Begin with chapter 1" in seen(app)


@pytest.mark.skipif(os.name != "posix", reason="needs modes")
async def test_who_can_read_the_words_is_said_as_it_is_on_this_disk(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        await click(app, pilot, "Where your words are")
        assert "Other accounts on this machine are kept out" in seen(app)
        await press(pilot, "escape")
        monkeypatch.setattr(Answers, "keeps_modes", False)  # a disk of modes that say nothing
        await click(app, pilot, "Where your words are")
        assert "are kept out" not in seen(app)
        assert "other accounts are not kept out" in seen(app)


@pytest.mark.skipif(os.name != "posix", reason="needs modes")
async def test_a_file_that_others_may_read_is_not_called_closed(allotment: Book, tmp_path: Path) -> None:
    """As every file is on a disk that keeps no modes."""
    async with opened(allotment, tmp_path) as (app, _):
        assert app.answers.keeps_modes
        (tmp_path / f"{allotment.id}.lock").chmod(0o755)
        assert not app.answers.keeps_modes
