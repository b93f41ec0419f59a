"""How near everything is: from any page, what a reader looks for most, and the keys that lead there."""

import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.program import opened, seen, settled
from workbook.book import Book
from workbook.tui.app import WorkbookApp
from workbook.tui.screens import ReadingScreen
from workbook.tui.widgets.fields.text import TextField

pytestmark = pytest.mark.usefixtures("looks_at_once")

EVENING = datetime(2026, 11, 26, 20, 15)
PLAN = "When the plates are cleared, I will put my phone in the"
PAGES = ("a page", "the cover", "a text")


@pytest.fixture
def data(written_once: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed."""
    return Path(shutil.copytree(written_once, tmp_path / "data"))


class Reader:
    """Presses keys, and counts them; letters that are typed as words are not keys to learn."""

    def __init__(self, app: WorkbookApp, pilot: Pilot[None]) -> None:
        self._app, self._pilot = app, pilot
        self.count = 0

    async def press(self, *keys: str) -> str:
        """What is seen after these keys."""
        for key in keys:
            await self._pilot.press(key)
            await settled(self._pilot)
            self.count += 1
        return seen(self._app)

    async def type(self, words: Sequence[str]) -> str:
        """What is seen after these words."""
        await self._pilot.press(*words)
        await settled(self._pilot)
        return seen(self._app)


@asynccontextmanager
async def reading(book: Book, data: Path, page: str) -> AsyncIterator[Reader]:
    """A reader on the cover, on the second page of chapter 3, or just out of a text of it."""
    async with opened(book, data, (80, 24), EVENING) as (app, pilot):
        reader = Reader(app, pilot)
        assert "On from where you stopped" in seen(app)
        if page != "the cover":
            assert isinstance(app.screen, ReadingScreen)
            app.screen.go(app.screen.journey.page_called("habit", number=1 if page == "a page" else 2))
            await settled(pilot)
        if page == "a text":
            await reader.press("tab")
            assert isinstance(app.focused, TextField)
            await reader.press("escape")
            reader.count = 0  # one more key than is said here, and no other
        yield reader


@pytest.mark.parametrize("page", PAGES)
async def test_everything_i_wrote_my_plan_and_when_i_meant_to_look_again_are_one_key_away(
    shipped: Book, data: Path, page: str
) -> None:
    async with reading(shipped, data, page) as reader:
        shown = await reader.press("w")
        assert reader.count == 1
        assert shown.startswith(" Your words")
        assert PLAN in shown
        assert "it has come" in shown
        assert "Tuesday 24 November" in shown


async def test_in_a_text_where_w_is_a_letter_f6_is_the_one_key(shipped: Book, data: Path) -> None:
    async with reading(shipped, data, "a text") as reader:
        await reader.press("tab")
        assert PLAN not in await reader.press("w")
        assert PLAN in await reader.press("f6")


@pytest.mark.parametrize("page", PAGES)
async def test_what_i_filled_in_is_printed_with_two_keys(
    shipped: Book, data: Path, home: Path, page: str
) -> None:
    async with reading(shipped, data, page) as reader:
        await reader.press("ctrl+e", "enter")
        assert reader.count == 2
    assert PLAN in (home / "my-words-2026-11-26.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES)
async def test_empty_sheets_for_paper_are_printed_with_four_keys_at_most(
    shipped: Book, data: Path, home: Path, page: str
) -> None:
    async with reading(shipped, data, page) as reader:
        assert "(•) empty sheets" in await reader.press("ctrl+e", "left")
        await reader.press("enter")
        assert reader.count <= 4
    assert [path.name.partition("-2026")[0] for path in home.iterdir()] == ["my-sheets"]


@pytest.mark.parametrize("page", PAGES)
async def test_this_week_stands_beside_last_week_after_four_keys(
    shipped: Book, data: Path, page: str
) -> None:
    async with reading(shipped, data, page) as reader:
        shown = await reader.press("w", "tab", "tab", "enter")
        assert reader.count == 4
        assert "23 to 29 November" in shown
        assert "last week" in shown


@pytest.mark.parametrize("page", PAGES)
async def test_a_copy_for_my_partner_is_two_keys_and_a_word_away(
    shipped: Book, data: Path, home: Path, page: str
) -> None:
    async with reading(shipped, data, page) as reader:
        await reader.press("ctrl+p")
        await reader.type("copy to share")
        shown = await reader.press("enter")
        assert reader.count == 2
        assert "Tick what may be in it." in shown
        assert "[x]" in await reader.press("space")
        await reader.press("tab", "enter")
    (copy,) = home.iterdir()
    assert copy.read_text("utf-8").count("<!-- @shared ") == 1


async def test_a_line_at_the_end_of_just_now_leads_to_the_copy_too(shipped: Book, data: Path) -> None:
    async with reading(shipped, data, "a page") as reader:
        assert "▸ A copy to share" in await reader.press("w", "tab", "tab", "tab", "tab")
        assert "Tick what may be in it." in await reader.press("enter")


@pytest.mark.parametrize("page", PAGES)
async def test_an_exercise_is_found_by_its_words_with_two_keys_beside_them(
    shipped: Book, data: Path, page: str
) -> None:
    async with reading(shipped, data, page) as reader:
        await reader.press("slash")
        await reader.type("smallest slot")
        shown = await reader.press("enter")
        assert reader.count == 2
        assert "smallest slot you can protect?" in shown
