"""The first start of a day opens the cover: no key writes by surprise, and Enter goes on at the very line."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.books import book_of
from tests.tui.program import NOW, opened, seen, settled
from tests.tui.test_moving import click
from tests.tui.test_page import at, press
from workbook.answers import open_answers
from workbook.book import Book
from workbook.tui.app import WorkbookApp
from workbook.tui.widgets import KeyLine, PageView
from workbook.tui.widgets.fields.text import TextField

TOMORROW = NOW + timedelta(days=1)
SIZES = [(40, 12), (60, 20), (80, 24), (120, 36), (200, 60)]
WORDS = "Because it is deep"


async def write(book: Book, data: Path, now: datetime = NOW) -> None:
    """An evening that ends in the middle of a text, four letters from its end."""
    async with opened(book, data, now=now) as (app, pilot):
        await at(app, pilot, "ground", 1)
        await press(pilot, "tab", "tab", *WORDS, *["left"] * 4)
        await press(pilot, "ctrl+q")


def keys_of(app: WorkbookApp) -> str:
    """What the key line says."""
    return app.screen.query_one(KeyLine).render().plain


@pytest.mark.parametrize("keys", ["x", "n", "space", "7", "backspace", "delete"])
async def test_the_first_key_of_a_new_day_changes_no_word(allotment: Book, tmp_path: Path, keys: str) -> None:
    await write(allotment, tmp_path)
    async with opened(allotment, tmp_path, now=TOMORROW) as (app, pilot):
        await press(pilot, keys)
        assert app.answers["ground/why"] == WORDS


@pytest.mark.parametrize("key", ["enter", "space", "n", "f4"])
async def test_enter_goes_on_at_the_very_line_with_the_pen_at_rest(
    allotment: Book, tmp_path: Path, key: str
) -> None:
    """The page has the keys; the field is marked, and Tab goes into it at the old letter."""
    await write(allotment, tmp_path)
    async with opened(allotment, tmp_path, now=TOMORROW) as (app, pilot):
        assert WORDS not in seen(app)
        await press(pilot, key)
        assert WORDS in seen(app)
        assert isinstance(app.focused, PageView)
        assert next(line for line in seen(app).splitlines() if WORDS in line).lstrip(" ▌▊█").startswith("▸")
        assert "Tab write on" in keys_of(app)
        await press(pilot, "x")
        assert app.answers["ground/why"] == WORDS
        await press(pilot, "tab", "X")
        assert app.answers["ground/why"] == "Because it is Xdeep"
        assert "▸" not in next(line for line in seen(app).splitlines() if "Xdeep" in line)


async def test_the_cover_of_a_later_day_names_no_chapter_and_shows_no_word(
    allotment: Book, tmp_path: Path
) -> None:
    await write(allotment, tmp_path)
    for number, size in enumerate(SIZES, start=1):
        async with opened(allotment, tmp_path, size=size, now=NOW + timedelta(days=number)) as (app, _):
            text = seen(app)
            assert "▸ On from where you stopped" in text
            assert "Contents" in text
            assert "Staying safe" in text
            for hidden in ("The ground", "The year", "Words for it", WORDS, "◐", "○"):
                assert hidden not in text


async def test_a_second_start_on_the_same_day_opens_the_very_place(allotment: Book, tmp_path: Path) -> None:
    await write(allotment, tmp_path)
    async with opened(allotment, tmp_path, now=NOW + timedelta(hours=2)) as (app, pilot):
        await press(pilot, "X")
        assert app.answers["ground/why"] == "Because it is Xdeep"
        await press(pilot, "ctrl+q")
    async with opened(allotment, tmp_path, now=TOMORROW) as (app, pilot):
        assert "On from where you stopped" in seen(app)
        await press(pilot, "ctrl+q")
    async with opened(allotment, tmp_path, now=TOMORROW) as (app, pilot):
        await press(pilot, "Y")
        assert app.answers["ground/why"] == "Because it is XYdeep"


async def test_a_clock_set_back_is_another_day_too(allotment: Book, tmp_path: Path) -> None:
    await write(allotment, tmp_path)
    async with opened(allotment, tmp_path, now=NOW - timedelta(days=1)) as (app, _):
        assert "On from where you stopped" in seen(app)


@pytest.mark.parametrize(("days", "is_welcomed"), [(1, False), (27, False), (28, True), (400, True)])
async def test_who_comes_back_after_four_weeks_is_welcomed(
    allotment: Book, tmp_path: Path, days: int, is_welcomed: bool
) -> None:
    await write(allotment, tmp_path)
    async with opened(allotment, tmp_path, now=NOW + timedelta(days=days)) as (app, _):
        assert ("Welcome back. Nothing to catch up on." in seen(app)) is is_welcomed


async def test_the_cover_says_which_day_it_is(allotment: Book, tmp_path: Path) -> None:
    await write(allotment, tmp_path)
    async with opened(allotment, tmp_path, now=datetime(2027, 2, 27, 20)) as (app, _):
        assert "  Saturday 27 February\n" in seen(app)


async def test_a_copy_that_only_reads_obeys_the_day_and_notes_none(allotment: Book, tmp_path: Path) -> None:
    await write(allotment, tmp_path)
    first = open_answers(tmp_path, allotment)
    try:
        for _ in range(2):
            async with opened(allotment, tmp_path, now=TOMORROW) as (app, pilot):
                assert "read-only" in seen(app)
                assert "On from where you stopped" in seen(app)
                await press(pilot, "enter")
                assert WORDS in seen(app)
    finally:
        first.close()
    async with opened(allotment, tmp_path, now=NOW) as (app, pilot):
        assert WORDS in seen(app)


async def test_running_over_midnight_brings_no_cover(
    allotment: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        screen = await at(app, pilot, "ground", 1)
        await press(pilot, "tab", "tab", *WORDS)
        monkeypatch.setattr(screen, "now", lambda: TOMORROW)
        await press(pilot, "!")
        assert "On from where" not in seen(app)
        await press(pilot, "ctrl+q")
    async with opened(allotment, tmp_path, now=TOMORROW) as (app, _):
        assert "On from where you stopped" in seen(app)


async def test_where_nothing_was_left_there_is_nothing_to_go_on_with(allotment: Book, tmp_path: Path) -> None:
    """Started, looked at and left, day after day: it stays the cover of a new reader, and keeps nothing."""
    for now in (NOW, NOW, TOMORROW):
        async with opened(allotment, tmp_path, now=now) as (app, pilot):
            assert "▸ Begin with chapter 1" in seen(app)
            assert "This book is a fixture" in seen(app)
            await press(pilot, "f5")
            await press(pilot, "escape", "ctrl+q")
    assert not (tmp_path / f"{allotment.id}.json").exists()


async def test_answers_without_a_place_begin_with_chapter_one(allotment: Book, tmp_path: Path) -> None:
    answers = open_answers(tmp_path, allotment)
    answers["ground/one-word"] = "Loam"
    answers.close()
    async with opened(allotment, tmp_path) as (app, pilot):
        assert "▸ Begin with chapter 1" in seen(app)
        assert "This book is a fixture" not in seen(app)
        await press(pilot, "enter")
        assert "Every plot begins with its soil" in seen(app)


async def test_a_place_that_is_gone_begins_with_chapter_one(tmp_path: Path) -> None:
    book = book_of(tmp_path / "book", a="First words.\n", z="Last words.\n")
    async with opened(book, tmp_path / "data") as (app, pilot):
        await at(app, pilot, "z", 0)
        await press(pilot, "ctrl+q")
    (tmp_path / "book" / "02-z.md").unlink()
    book = book_of(tmp_path / "book", a="First words.\n")
    async with opened(book, tmp_path / "data", now=TOMORROW) as (app, pilot):
        assert "▸ Begin with chapter 1" in seen(app)
        await press(pilot, "enter")
        assert "First words." in seen(app)


async def test_the_keys_of_a_page_work_on_the_cover(allotment: Book, tmp_path: Path) -> None:
    await write(allotment, tmp_path)
    async with opened(allotment, tmp_path, now=TOMORROW) as (app, pilot):
        for key, shown in (
            ("c", "The year"),
            ("slash", "Type a word or two"),
            ("f1", "Enter opens"),
            ("f5", "Wear gloves"),
        ):
            await press(pilot, key)
            assert shown in seen(app)
            await press(pilot, "escape")
            assert "▸ On from where you stopped" in seen(app)
        await press(pilot, "p", "f3", "backspace")
        assert "▸ On from where you stopped" in seen(app)
        await press(pilot, "tab")
        assert "▸ Your words" in seen(app)
        await press(pilot, "shift+tab", "enter")
        assert WORDS in seen(app)


async def test_whoever_goes_elsewhere_from_the_cover_can_go_back_to_where_they_stopped(
    allotment: Book, tmp_path: Path
) -> None:
    await write(allotment, tmp_path)
    async with opened(allotment, tmp_path, now=TOMORROW, size=(120, 36)) as (app, pilot):
        await press(pilot, "slash", *"manure", "enter")
        assert "Questions and answers" in seen(app)
        await press(pilot, "escape", "backspace")
        assert WORDS in seen(app)


async def test_the_lines_of_the_cover_can_be_clicked_and_stand_in_the_palette(
    allotment: Book, tmp_path: Path
) -> None:
    await write(allotment, tmp_path)
    async with opened(allotment, tmp_path, now=TOMORROW) as (app, pilot):
        await click(app, pilot, "Staying safe")
        assert "Wear gloves" in seen(app)
        await press(pilot, "escape")
        await press(pilot, "ctrl+p", *"On from where", "enter")
        await settled(pilot)
        assert WORDS in seen(app)
    async with opened(allotment, tmp_path, now=TOMORROW + timedelta(days=1)) as (app, pilot):
        await click(app, pilot, "A year on the")
        assert "▸ On from where you stopped" in seen(app)
        await click(app, pilot, "On from where")
        assert WORDS in seen(app)


async def test_on_a_card_tab_goes_back_to_that_card(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        await at(app, pilot, "year", 2)
        await press(pilot, "tab", "right", "space", "tab", "ctrl+q")
    async with opened(allotment, tmp_path, now=TOMORROW) as (app, pilot):
        await press(pilot, "enter")
        assert "They make their own" in seen(app)
        await press(pilot, "tab", "right", "space")
        assert app.answers["year/questions/beans/known"] == "knew"


async def test_no_pen_rests_where_the_reader_was_only_reading(allotment: Book, tmp_path: Path) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        await at(app, pilot, "ground", 1)
        await press(pilot, "ctrl+q")
    async with opened(allotment, tmp_path, now=TOMORROW) as (app, pilot):
        await press(pilot, "enter")
        assert "Tab fill in" in keys_of(app)
        await press(pilot, "tab")
        assert isinstance(app.focused, TextField)
        assert app.focused.address == "ground/one-word"


async def test_the_cover_can_be_read_again_from_the_contents(allotment: Book, tmp_path: Path) -> None:
    """With its first text; and it is no place to come back to."""
    await write(allotment, tmp_path)
    async with opened(allotment, tmp_path, now=TOMORROW) as (app, pilot):
        await press(pilot, "c", "home", "enter")
        assert "This book is a fixture" in seen(app)
        assert "▸ Begin with chapter 1" in seen(app)
        await press(pilot, "ctrl+q")
    async with opened(allotment, tmp_path, now=TOMORROW) as (app, pilot):
        assert WORDS in seen(app)


async def test_the_old_field_is_in_sight_when_the_pen_rests_whatever_the_window(
    allotment: Book, tmp_path: Path
) -> None:
    await write(allotment, tmp_path)
    for number, size in enumerate(SIZES, start=1):
        async with opened(allotment, tmp_path, size=size, now=NOW + timedelta(days=number)) as (app, pilot):
            await press(pilot, "enter")
            assert "▸" in seen(app), size
            assert WORDS in seen(app), size
            await pilot.press("ctrl+q")
