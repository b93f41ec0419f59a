"""Find on *Your words*: in what the reader wrote, and nowhere else."""

from datetime import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.program import opened, seen, settled
from workbook.answers import open_answers
from workbook.book import Answer, Book
from workbook.tui.screens.dialogs.find import FindDialog
from workbook.tui.widgets.exercises.written import WrittenView
from workbook.tui.widgets.fields.text import TextField

EVENING = datetime(2026, 11, 26, 20, 15)

ANSWERS: dict[str, Answer] = {
    "plans/seen/heron": True,
    "plans/trips/spring": True,
    "plans/trips/spring/with": "Ada",
    "plans/trips/spring/after": "A long way.\nWe came home wet.",
    "plans/trips/mouth/with": "nobody any more",
    "plans/log@2026-W46/caught": "a cold",
    "plans/log@2026-W47/caught": "a boot",
    "plans/bottle/message": "Hello from the sea",
    "plans/bottle/opens": "2027-02-28",
    "plans/gone": "a question that the book has no more",
}


pytestmark = pytest.mark.usefixtures("looks_at_once")


@pytest.fixture
def folder(tmp_path: Path, river: Book) -> Path:
    """What somebody wrote in it."""
    folder = tmp_path / "data"
    answers = open_answers(folder, river)
    answers.update(ANSWERS)
    answers.close()
    return folder


async def look_for(pilot: Pilot[None], words: str) -> None:
    """Look for `words` on *Your words*, whether that is open or not."""
    if "Just now" not in seen(pilot.app):
        await pilot.press("w")
        await settled(pilot)
    await pilot.press("slash", *words)
    await settled(pilot)
    assert isinstance(pilot.app.screen, FindDialog)


def body(pilot: Pilot[None]) -> str:
    """The page, without the heading and the key line."""
    return "\n".join(seen(pilot.app).splitlines()[1:-1])


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 36)], ids=str)
async def test_its_prompt_says_where_it_looks(river: Book, folder: Path, size: tuple[int, int]) -> None:
    async with opened(river, folder, size, EVENING) as (app, pilot):
        await look_for(pilot, "")
        assert "Find in your own words" in seen(app)


async def test_what_the_book_prints_is_not_found_and_what_was_ticked_is(river: Book, folder: Path) -> None:
    async with opened(river, folder, (80, 24), EVENING) as (app, pilot):
        await look_for(pilot, "otter")
        assert "You wrote no such words." in seen(app)
        await pilot.press("ctrl+u", *"heron")
        await settled(pilot)
        assert "One place." in seen(app)
        assert "What did you see?" in seen(app)


async def test_enter_goes_to_the_answer_on_the_page_and_enter_again_to_its_field(
    river: Book, folder: Path
) -> None:
    async with opened(river, folder, (60, 20), EVENING) as (app, pilot):
        await look_for(pilot, "home wet")
        assert "One place." in seen(app)
        await pilot.press("enter")
        await settled(pilot)
        assert seen(app).startswith(" Your words")
        assert "We came home wet." in body(pilot)
        assert isinstance(app.focused, WrittenView)
        await pilot.press("enter")
        await settled(pilot)
        assert "On plans" in seen(app)


@pytest.mark.parametrize("words", ["nobody any", "the book has no more"])
async def test_words_kept_aside_are_found_and_shown_there(river: Book, folder: Path, words: str) -> None:
    async with opened(river, folder, (60, 20), EVENING) as (app, pilot):
        await look_for(pilot, words)
        assert "One place." in seen(app)
        await pilot.press("enter")
        await settled(pilot)
        assert seen(app).startswith(" Your words")
        assert words in body(pilot)


async def test_an_entry_that_the_page_has_no_room_for_is_found_and_opened(river: Book, folder: Path) -> None:
    async with opened(river, folder, (80, 24), EVENING) as (app, pilot):
        await look_for(pilot, "a cold")
        assert "One place." in seen(app)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.focused, TextField)
        assert app.focused.text == "a cold"


async def test_a_text_that_waits_for_its_day_is_found_and_not_shown(river: Book, folder: Path) -> None:
    async with opened(river, folder, (80, 24), EVENING) as (app, pilot):
        await look_for(pilot, "from the sea")
        assert "One place." in seen(app)
        assert "Folded until Sunday 28 February." in seen(app)
        assert "Hello" not in seen(app)


async def test_from_any_other_page_find_looks_in_the_book_too(river: Book, folder: Path) -> None:
    async with opened(river, folder, (80, 24), EVENING) as (app, pilot):
        await pilot.press("w", "w", "slash", *"otter")
        await settled(pilot)
        assert "One place." in seen(app)
