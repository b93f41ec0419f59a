"""A place to start: nothing of it is seen before the reader asks, and nothing once they look elsewhere."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.books import book_of
from tests.tui.program import below_heading, opened, seen, settled
from tests.tui.test_page import at, press
from workbook.book import Answer, Book
from workbook.tui.app import WorkbookApp
from workbook.tui.screens import ReadingScreen
from workbook.tui.widgets import ActionLine
from workbook.tui.widgets.fields.ticks import Ticks

LINE = "A place to start"
NOTHING = "Your ticks point to no step."

SIGNS = """
<!-- @checklist #a share=no -->

Which?

- [ ] Talk <!-- #talk short="talk is short" leads="steps/plan/open steps/plan/fun" -->
- [ ] Harm <!-- #harm short="somebody was hurt" leads="help" -->
- [ ] Else <!-- #else -->
"""

PLAN = """
Before the plan.

<!-- @group #plan share=no noun=step {options} -->

What would you like to try?

1. [ ] Speak openly <!-- #open -->
2. [ ] More time <!-- #time -->
3. [ ] Fun and surprise <!-- #fun -->

<!-- @text #if-then -->

When …, I will …

> …

<!-- @end -->
"""

HELP = "# Where help is\n\nHere.\n"


@pytest.fixture
def small(tmp_path: Path) -> Book:
    """Signs that lead to rows of a plan, whose questions stand below each tick, and to a chapter."""
    plan = PLAN.format(options=f'else="{NOTHING}"')
    return book_of(tmp_path / "book", signs=SIGNS, steps=plan, help=HELP)


@asynccontextmanager
async def planning(
    book: Book, folder: Path, *ticks: str, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[WorkbookApp, Pilot[None], ReadingScreen]]:
    """The page of the plan, once these signs are ticked."""
    async with opened(book, folder, size=size) as (app, pilot):
        for tick in ticks:
            app.answers[f"signs/a/{tick}"] = True
        yield app, pilot, await at(app, pilot, "steps", 0)


def steps_ticked(app: WorkbookApp) -> dict[str, Answer]:
    return {address: value for address, value in app.answers.items() if address.startswith("steps/")}


async def click(pilot: Pilot[None], words: str) -> None:
    """Click on `words`, wherever they stand on the screen."""
    for row, line in enumerate(seen(pilot.app).splitlines()):
        if words in line:
            await pilot.click(offset=(line.index(words), row))
            await settled(pilot)
            return
    raise AssertionError(f"{words!r} is not to be seen:\n{seen(pilot.app)}")


@pytest.mark.parametrize("ticks", [(), ("talk",), ("talk", "harm")])
async def test_unasked_the_page_says_the_same_whatever_is_ticked(
    small: Book, tmp_path: Path, ticks: tuple[str, ...]
) -> None:
    async with planning(small, tmp_path, *ticks) as (app, *_):
        shown = seen(app)
        assert shown.count(LINE) == 1
        for word in ("Step 1", "Chapter 3", "because", "Show why", "talk is short", NOTHING):
            assert word not in shown


@pytest.mark.parametrize("key", ["enter", "space"])
async def test_a_key_opens_the_places_and_closes_them_again(small: Book, tmp_path: Path, key: str) -> None:
    async with planning(small, tmp_path, "talk") as (app, pilot, _):
        closed = below_heading(app)
        await press(pilot, "tab", key)
        assert "Step 1: Speak openly" in seen(app)
        assert "Step 3: Fun and surprise" in seen(app)
        assert "talk is short" not in seen(app)
        await press(pilot, key)
        assert "Step 1" not in seen(app)
        await press(pilot, "escape")
        assert below_heading(app) == closed


async def test_a_click_opens_the_places_and_closes_them_again(small: Book, tmp_path: Path) -> None:
    async with planning(small, tmp_path, "talk") as (app, pilot, _):
        await click(pilot, LINE)
        assert "Step 1: Speak openly" in seen(app)
        await click(pilot, LINE)
        assert "Step 1" not in seen(app)


async def test_the_reasons_stand_behind_a_line_of_their_own(small: Book, tmp_path: Path) -> None:
    async with planning(small, tmp_path, "talk", "harm", size=(80, 40)) as (app, pilot, _):
        await press(pilot, "tab", "enter")
        assert "hurt" not in seen(app)
        await press(pilot, "tab", "tab", "tab", "enter")
        assert " because somebody was hurt." in seen(app)
        assert " because talk is short." in seen(app)
        await press(pilot, "enter")
        assert "because" not in seen(app)
        await click(pilot, "Show why")
        assert "because somebody was hurt." in seen(app)
        await click(pilot, LINE)
        await click(pilot, LINE)
        assert "Step 1" in seen(app)
        assert "because" not in seen(app)


async def test_a_chapter_that_is_suggested_is_gone_to(small: Book, tmp_path: Path) -> None:
    async with planning(small, tmp_path, "harm") as (app, pilot, screen):
        await press(pilot, "tab", "enter", "tab", "enter")
        assert screen.journey.here.front.id == "help"
        await press(pilot, "backspace")
        assert LINE in seen(app)
        assert "Chapter 3" not in seen(app)


@pytest.mark.parametrize("way", ["enter", "space", "click"])
async def test_a_row_that_is_suggested_gets_the_cursor_and_a_tick(
    small: Book, tmp_path: Path, way: str
) -> None:
    async with planning(small, tmp_path, "talk") as (app, pilot, _):
        await press(pilot, "tab", "enter")
        if way == "click":
            await click(pilot, "Step 3: Fun")
        else:
            await press(pilot, "tab", "tab", way)
        assert steps_ticked(app) == {"steps/plan/fun": True}
        assert "3. Fun and surprise" in seen(app)
        assert isinstance(app.focused, Ticks)
        assert app.focused.cursor == (2, 0)
        await press(pilot, "space")
        assert steps_ticked(app) == {}


async def test_a_row_that_is_ticked_already_keeps_its_tick(small: Book, tmp_path: Path) -> None:
    async with planning(small, tmp_path, "talk", size=(80, 40)) as (app, pilot, _):
        await press(pilot, "tab", "enter", "tab", "enter")
        await click(pilot, "Step 1: Speak openly")
        assert steps_ticked(app) == {"steps/plan/open": True}
        await press(pilot, "down", "space")
        assert steps_ticked(app) == {"steps/plan/open": True, "steps/plan/time": True}


@pytest.mark.parametrize("size", [(40, 12), (60, 20)])
async def test_what_opens_is_brought_into_view(tmp_path: Path, size: tuple[int, int]) -> None:
    filler = "Words.\n\n" * 12
    plan = filler + PLAN.format(options="")
    book = book_of(tmp_path / "long", signs=SIGNS, steps=plan, help=HELP)
    async with planning(book, tmp_path, "talk", "harm", size=size) as (app, pilot, _):
        await press(pilot, "tab", "enter")
        assert "Chapter 3: On help" in seen(app)
        assert "Show why" in seen(app)
        await press(pilot, "tab", "tab", "enter")
        assert "1. Speak openly" in seen(app)


async def test_a_row_without_a_box_is_gone_to(tmp_path: Path) -> None:
    """A card that is not the one on top is dealt; there is nothing to tick on it."""
    cards = PLAN.format(options="view=cards").replace("[ ] ", "")
    book = book_of(tmp_path / "cards", signs=SIGNS, steps=cards, help=HELP)
    async with planning(book, tmp_path, "talk", size=(80, 40)) as (app, pilot, _):
        await press(pilot, "tab", "enter")
        await click(pilot, "Step 3: Fun")
        assert "3. Fun and surprise" in seen(app)
        assert "3 of 3" in seen(app)
        assert steps_ticked(app) == {}


async def test_where_nothing_leads_anywhere_it_says_so_once_it_is_asked(small: Book, tmp_path: Path) -> None:
    async with planning(small, tmp_path, "else") as (app, pilot, _):
        assert NOTHING not in seen(app)
        await press(pilot, "tab", "enter")
        assert NOTHING in seen(app)
        assert "Show why" not in seen(app)
        await press(pilot, "enter")
        assert NOTHING not in seen(app)


async def test_what_was_ticked_since_the_page_was_opened_counts(small: Book, tmp_path: Path) -> None:
    async with planning(small, tmp_path) as (app, pilot, _):
        app.answers["signs/a/talk"] = True
        await press(pilot, "tab", "enter")
        assert "Step 1: Speak openly" in seen(app)


async def test_no_line_stands_above_a_group_to_which_nothing_leads(tmp_path: Path) -> None:
    plan = PLAN.format(options=f'else="{NOTHING}" was=tasks')
    signs = SIGNS.replace("steps/plan/open steps/plan/fun", "help")
    book = book_of(tmp_path / "book", signs=f"{signs}\nSee steps/plan/open.\n", steps=plan, help=HELP)
    async with planning(book, tmp_path, "talk") as (app, _, screen):
        assert LINE not in seen(app)
        assert NOTHING not in seen(app)
        assert not screen.query(ActionLine)


async def test_the_curtain_closes_the_places(small: Book, tmp_path: Path) -> None:
    """Whoever lifts it may be another than who was asked; the focus is where it can be opened again."""
    async with planning(small, tmp_path, "harm") as (app, pilot, _):
        await press(pilot, "tab", "enter", "tab", "tab", "enter")
        assert "hurt" in seen(app)
        await press(pilot, "f8")
        assert "Press any key" in seen(app)
        await press(pilot, "x")
        assert "Chapter 3" not in seen(app)
        assert "hurt" not in seen(app)
        await press(pilot, "enter")
        assert "Chapter 3" in seen(app)
        assert "hurt" not in seen(app)


@pytest.mark.parametrize("keys", [("f1",), ("ctrl+p",), ("escape", "slash"), ("f2",)])
async def test_what_is_opened_over_the_page_closes_the_places(
    small: Book, tmp_path: Path, keys: tuple[str, ...]
) -> None:
    async with planning(small, tmp_path, "harm") as (app, pilot, _):
        await press(pilot, "tab", "enter")
        assert "Chapter 3: " in seen(app)
        await press(pilot, *keys)
        await press(pilot, "escape")
        assert LINE in seen(app)
        assert "Chapter 3: " not in seen(app)


@pytest.mark.parametrize("keys", [("n", "p"), ("p", "n"), ("f8", "x", "n", "p")])
async def test_leaving_the_page_closes_the_places(small: Book, tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with planning(small, tmp_path, "harm") as (app, pilot, _):
        await press(pilot, "tab", "enter", "escape")
        assert "Chapter 3: " in seen(app)
        for key in keys:
            await press(pilot, key)
        assert LINE in seen(app)
        assert "Chapter 3: " not in seen(app)


async def test_in_the_field_the_cursor_stays_in_view_when_the_curtain_closes_the_places(
    small: Book, tmp_path: Path
) -> None:
    async with planning(small, tmp_path, "talk", "harm", size=(60, 12)) as (app, pilot, _):
        await press(pilot, "tab", "enter", "tab", "tab", "enter")
        await press(pilot, "tab", *"When it rains")
        await press(pilot, "f8")
        await press(pilot, "x")
        assert "When it rains" in seen(app)
        await press(pilot, "!")
        assert app.answers["steps/plan/open/if-then"] == "When it rains!"
