"""A copy to share, from the palette to the file: what is ticked is in it, to the letter, and nothing else."""

import re
import stat
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.program import NOW, by_palette, opened, seen, settled
from workbook.answers import open_answers
from workbook.book import Book, Choice, Scale, Text
from workbook.export.sharing import copy_of, offered
from workbook.tui.screens.sharing.share import ShareScreen

FILE = f"for-you-{NOW:%Y-%m-%d}.md"


async def asked(pilot: Pilot[None]) -> ShareScreen:
    """The screen, opened as a reader opens it."""
    await pilot.press("enter")
    await settled(pilot)
    await by_palette(pilot, "copy to share")
    assert isinstance(pilot.app.screen, ShareScreen)
    return pilot.app.screen


async def pressed(pilot: Pilot[None], *keys: str) -> str:
    """What stands on the screen after these keys."""
    await pilot.press(*keys)
    await settled(pilot)
    return seen(pilot.app)


def fill(book: Book, folder: Path) -> tuple[set[str], set[str]]:
    """Every blank filled with a word of its own; the words that may be shared, and those that may not."""
    answers = open_answers(folder, book)
    shared: set[str] = set()
    private: set[str] = set()
    for chapter in book.chapters:
        for exercise in chapter.exercises.values():
            entry = {"": "", "day": "2026-11-22", "week": "2026-W47", "entry": "2026-11-22T2000"}
            for number, blank in enumerate(chapter.blanks(exercise, entry[exercise.repeats])):
                word = f"{exercise.id}-{number}-word"
                match blank.of:
                    case Choice(items=items):
                        answers[blank.address] = items[0].id
                    case Scale(most=most):
                        answers[blank.address] = most
                    case Text(is_date=is_date):
                        answers[blank.address] = "2026-11-01" if is_date else word
                        if not is_date:
                            (shared if blank.share else private).add(word)
                    case _:
                        answers[blank.address] = True
    answers[f"{book.fronts[0].id}/gone"] = "orphan-word"
    private.add("orphan-word")
    answers.close()
    return shared, private - shared


def words_in(text: str) -> set[str]:
    """The words of `fill` in a text."""
    return set(re.findall(r"[a-z-]+\d*-\d+-word|orphan-word", text))


async def test_all_that_can_be_ticked_is_ticked_and_no_word_that_is_kept_back_is_in_the_copy(
    allotment: Book, tmp_path: Path, home: Path
) -> None:
    shared, private = fill(allotment, tmp_path / "data")
    assert private
    async with opened(allotment, tmp_path / "data") as (_, pilot):
        screen = await asked(pilot)
        count = len(screen._offers)
        for _ in range(count):
            await pressed(pilot, "space", "down")
        assert f"{count} answers, into ~/{FILE}" in seen(pilot.app)
        assert "Written" in await pressed(pilot, "tab", "enter")
    copy = (home / FILE).read_text("utf-8")
    assert words_in(copy) == shared
    assert not any(word in copy for word in private)
    assert not any(hint in copy for hint in ("share=no", "recalls", "leads=", "kept back", "private"))
    assert stat.S_IMODE((home / FILE).stat().st_mode) == 0o600
    assert not any(path.suffix == ".md" for path in (tmp_path / "data").rglob("*"))


async def test_nothing_is_ticked_at_first_and_no_file_comes_of_it(
    allotment: Book, tmp_path: Path, home: Path
) -> None:
    fill(allotment, tmp_path / "data")
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        await asked(pilot)
        assert "[x]" not in seen(app)
        assert "Nothing is ticked yet" in seen(app)
        await pressed(pilot, "tab", "enter")
    assert list(home.iterdir()) == []


async def test_the_row_of_the_cursor_unfolds_to_the_words_that_would_be_given(
    allotment: Book, tmp_path: Path
) -> None:
    answers = open_answers(tmp_path / "data", allotment)
    answers["ground/one-word"] = "Loam, I think"
    answers["ground/why"] = "a private reason"
    answers.close()
    for size in ((40, 12), (60, 20), (80, 24), (120, 36), (200, 60)):
        async with opened(allotment, tmp_path / "data", size) as (app, pilot):
            await asked(pilot)
            assert "Loam, I think" in seen(app)
            assert "a private reason" not in seen(app)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 14), (80, 24)])
async def test_where_there_is_nothing_to_tick_it_says_so_in_any_window(
    shipped: Book, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(shipped, tmp_path / "data", size=size) as (app, pilot):
        await asked(pilot)
        assert "Nothing that you wrote may be in a copy yet." in " ".join(seen(app).split())


async def test_a_second_copy_of_a_day_gets_a_name_of_its_own(
    allotment: Book, tmp_path: Path, home: Path
) -> None:
    fill(allotment, tmp_path / "data")
    async with opened(allotment, tmp_path / "data") as (_, pilot):
        await asked(pilot)
        await pressed(pilot, "space", "tab", "enter")
        assert f"Written: ~/{FILE}" in seen(pilot.app)
        await pressed(pilot, "enter")
    made = sorted(path.name for path in home.iterdir())
    assert made == [f"for-you-{NOW:%Y-%m-%d}-2.md", FILE]


async def test_words_that_are_changed_lose_their_tick_and_the_row_says_so(
    allotment: Book, tmp_path: Path
) -> None:
    answers = open_answers(tmp_path / "data", allotment)
    answers["ground/one-word"] = "Loam"
    answers.close()
    async with opened(allotment, tmp_path / "data") as (app, pilot):
        screen = await asked(pilot)
        assert "[x]" in await pressed(pilot, "space")
        await pressed(pilot, "escape")
        app.answers["ground/one-word"] = "Clay"
        screen = await asked(pilot)
        assert "new words" in seen(app)
        assert "[x]" not in seen(app)
        assert not screen._offers[0][0].is_ticked
        assert "[x]" in await pressed(pilot, "space")
        assert "new words" not in seen(app)
        assert "Clay" in copy_of(allotment, list(offered(allotment, app.answers, NOW.date())))


async def test_where_another_copy_of_the_program_writes_nothing_is_ticked_and_it_says_why(
    allotment: Book, tmp_path: Path
) -> None:
    fill(allotment, tmp_path / "data")
    other = open_answers(tmp_path / "data", allotment)
    try:
        async with opened(allotment, tmp_path / "data") as (_, pilot):
            await asked(pilot)
            said = await pressed(pilot, "space")
            assert "Nothing can be ticked here" in said
            assert "[x]" not in said
    finally:
        other.close()


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_click_ticks_and_a_click_makes_the_copy(
    allotment: Book, tmp_path: Path, home: Path, size: tuple[int, int]
) -> None:
    fill(allotment, tmp_path / "data")
    async with opened(allotment, tmp_path / "data", size) as (app, pilot):
        screen = await asked(pilot)
        row = next(n for n, line in enumerate(seen(app).split("\n")) if "[ ]" in line)
        await pilot.click(offset=(20, row))
        await settled(pilot)
        assert "[x]" in seen(app)
        assert "1 answer, into" in " ".join(str(screen.query_one("#into", Static).render()).split())
        row = next(n for n, line in enumerate(seen(app).split("\n")) if "Make the copy" in line)
        await pilot.click(offset=(6, row))
        await settled(pilot)
    assert (home / FILE).exists()


async def test_each_row_is_called_what_its_reader_knows_it_by(allotment: Book, tmp_path: Path) -> None:
    answers = open_answers(tmp_path / "data", allotment)
    answers["ground/one-word"] = "Loam"
    answers["year/week@2026-W46/good"] = "Leeks"
    answers["year/week@2026-W47/joy"] = 4
    answers["year/once/how-long"] = "Two weeks"
    answers.close()
    for size in ((60, 20), (80, 24)):
        async with opened(allotment, tmp_path / "data", size) as (app, pilot):
            await asked(pilot)
            rows = [line.partition("] ")[2] for line in seen(app).splitlines() if "[ ]" in line]
            named = [" ".join(row.split()[:3]) for row in rows]
            assert named == ["One word for", "This week 16", "This week 9", "For how long?"]
