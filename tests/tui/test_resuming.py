"""The next start opens at the very place: the page, its topmost words, the field and its cursor."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.program import opened, seen, settled
from tests.tui.waiting import until
from workbook.book import Book, read_book
from workbook.tui.app import WorkbookApp
from workbook.tui.screens import ReadingScreen

CHAPTERS = Path(__file__).parents[2] / "chapters"


def reading(app: WorkbookApp) -> ReadingScreen:
    """The screen that is read on."""
    assert isinstance(app.screen, ReadingScreen)
    return app.screen


async def go_to(app: WorkbookApp, pilot: Pilot[None], chapter: str, number: int) -> None:
    """Open one page."""
    screen = reading(app)
    screen.go(screen.journey.page_called(chapter, number=number))
    await settled(pilot)


@pytest.mark.parametrize(
    ("chapter", "number", "keys"),
    [
        ("meaning", 0, ["tab", "tab", *"We ta", "left", "left"]),
        ("touch", 1, ["tab", "tab", "tab", "right", "space"]),
        ("yourself", 2, ["tab", "down", "down", "down", "space"]),
        ("signs", 1, ["down", "down", "down", "down"]),
        ("causes", 2, ["tab", "space", "tab", "tab", *"Late trains"]),
        ("talking", 3, ["tab", "tab", *"Saturday"]),
        ("steps", 8, ["tab", "down", "space", "tab", *"When", "pagedown"]),
        ("checkin", 1, ["tab", *"Soup", "tab", "down"]),
        ("choices", 3, ["end"]),
    ],
)
async def test_the_next_start_opens_where_this_one_ended(
    chapter: str, number: int, keys: list[str], tmp_path: Path
) -> None:
    """Left at 80 by 24 in the middle of something, opened again at 60 by 20."""
    book = read_book(CHAPTERS)
    async with opened(book, tmp_path, size=(80, 24)) as (app, pilot):
        await go_to(app, pilot, chapter, number)
        await pilot.press(*keys)
        await settled(pilot)
        left = reading(app).place
        await pilot.press("ctrl+q")
    async with opened(book, tmp_path, size=(60, 20)) as (app, pilot):
        found = reading(app).place
    assert (found.chapter, found.page, found.field, found.cursor) == (
        left.chapter,
        left.page,
        left.field,
        left.cursor,
    )
    assert found.spot[:1] == left.spot[:1]


async def test_the_topmost_words_stay_through_every_size(tmp_path: Path) -> None:
    """A reader in the middle of a text drags the window about, and finds the same words at the top."""
    book = read_book(CHAPTERS)
    async with opened(book, tmp_path, size=(100, 20)) as (app, pilot):
        await go_to(app, pilot, "causes", 1)
        await pilot.press("pagedown")
        await settled(pilot)
        before = reading(app).view.spot
        for width, height in ((60, 20), (200, 20), (80, 16), (100, 20)):
            await pilot.resize_terminal(width, height)
            await settled(pilot)
            assert reading(app).view.spot[:2] == before[:2]


async def test_a_page_whose_heading_has_changed_is_found_by_its_number(tmp_path: Path) -> None:
    """An edition later the page is called something else."""
    folder = tmp_path / "book"
    folder.mkdir()
    chapter = folder / "01-a.md"
    chapter.write_text("---\nid: a\ntitle: A\n---\n\nOne.\n\n## Two\n\nSecond.\n\n## Three\n\nThird.\n")
    (folder / "index.md").write_text("---\nid: b\ntitle: B\n---\n\nHello.\n")
    async with opened(read_book(folder), tmp_path / "data") as (app, pilot):
        await go_to(app, pilot, "a", 1)
        await pilot.press("ctrl+q")
    chapter.write_text(chapter.read_text().replace("## Two", "## Zwei"))
    async with opened(read_book(folder), tmp_path / "data") as (app, pilot):
        assert reading(app).journey.page.title == "Zwei"


async def test_a_place_in_a_chapter_that_is_gone_opens_the_cover(tmp_path: Path) -> None:
    """An edition later the chapter is no longer there."""
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / "index.md").write_text("---\nid: b\ntitle: B\n---\n\nHello.\n")
    (folder / "01-a.md").write_text("---\nid: a\ntitle: A\n---\n\nOne.\n")
    (folder / "02-z.md").write_text("---\nid: z\ntitle: Z\n---\n\nLast.\n")
    async with opened(read_book(folder), tmp_path / "data") as (app, pilot):
        await go_to(app, pilot, "z", 0)
        await pilot.press("ctrl+q")
    (folder / "02-z.md").unlink()
    async with opened(read_book(folder), tmp_path / "data") as (app, pilot):
        assert "Hello." in seen(app)


async def test_a_card_that_was_being_answered_is_shown_again(allotment: Book, tmp_path: Path) -> None:
    """The second card, turned, with its field: the next start deals it first."""
    async with opened(allotment, tmp_path) as (app, pilot):
        await go_to(app, pilot, "year", 2)
        await pilot.press("tab", "right")
        await settled(pilot)
        await pilot.press("space")
        await settled(pilot)
        await pilot.press("tab", "ctrl+q")
    async with opened(allotment, tmp_path) as (app, _):
        assert "Why do beans" in seen(app)
        assert "They make their own" in seen(app)
        assert reading(app).place.field == "year/questions/beans/known"


async def test_where_the_reader_types_is_kept_by_itself_as_words_are(tmp_path: Path) -> None:
    """Whatever ends the program later: the next start finds the letter that was typed last."""
    book = read_book(CHAPTERS)
    async with opened(book, tmp_path) as (app, pilot):
        await go_to(app, pilot, "meaning", 0)
        await pilot.press("tab", "tab")
        await until(pilot, lambda: app.answers.place.get("field") == "meaning/why-near")
        await pilot.press(*"five")
        await until(pilot, lambda: app.answers.place["cursor"] == [0, 4])
