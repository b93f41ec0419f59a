"""Copying: a word, a paragraph, an answer, as they were written and not as the screen breaks them."""

import asyncio
import threading
from pathlib import Path
from threading import Event, ExceptHookArgs, Thread

import pytest
from textual.app import App
from textual.pilot import Pilot

from tests.books import book_of
from workbook.book import Book
from workbook.tui.app import WorkbookApp

from .program import opened, seen, settled
from .waiting import until

LONG = (
    "A plot is a small piece of land that somebody looks after for a year or for a life, and that gives "
    "back more than was asked of it, though seldom when it was asked; https://example.org says so."
)
QUOTE = "One quote that has to be wrapped, since it is longer than a screen of eighty columns is wide."
ITEM = "Rakes of a kind that needs a whole line to be told of, and a good part of another one besides."
PAGE = f"""\
# On land

{LONG}

> {QUOTE}

- Spades
- {ITEM}

<!-- @text #first rows=2 -->

What grows?

> …

<!-- @checklist #tools -->

What do you use?

- [ ] A spade <!-- #spade -->
- [ ] A rake <!-- #rake -->

<!-- @scale #joy min=1 max=5 -->

How much joy? (1–5)

> … / 5

<!-- @text #last -->

And then?

> …
"""


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return book_of(tmp_path / "book", land=PAGE)


def place(app: App[None], words: str, *, end: bool = False) -> tuple[int, int]:
    """The cell in which `words` begin, or their last one."""
    for y, row in enumerate(seen(app).splitlines()):
        if words in row:
            return row.index(words) + (len(words) - 1 if end else 0), y
    raise AssertionError(f"{words!r} is not in\n{seen(app)}")


async def begin(app: WorkbookApp, pilot: Pilot[None]) -> None:
    """Open the page, with an answer on it."""
    app.answers.update({"land/first": "Leeks, and\nkale", "land/tools/rake": True, "land/joy": 4})
    await pilot.press("n")
    await settled(pilot)


async def click(pilot: Pilot[None], words: str, times: int) -> None:
    x, y = place(pilot.app, words)
    widget, region = pilot.app.get_widget_at(x + 1, y)
    await pilot.click(widget, offset=(x + 1 - region.x, y - region.y), times=times)
    await settled(pilot)


async def drag(pilot: Pilot[None], first: str, last: str) -> None:
    """Drag from where `first` begins to where `last` ends."""
    await pilot.mouse_down(offset=place(pilot.app, first))
    await pilot.hover(offset=place(pilot.app, last))
    await pilot.hover(offset=place(pilot.app, last, end=True))
    await pilot.mouse_up(offset=place(pilot.app, last, end=True))
    await settled(pilot)


async def copied(app: WorkbookApp, pilot: Pilot[None]) -> str:
    await pilot.press("ctrl+c")
    await settled(pilot)
    return app.clipboard


@pytest.mark.parametrize(
    ("words", "word"),
    [("piece", "piece"), ("wrapped,", "wrapped"), ("What grows", "What"), ("Leeks", "Leeks")],
)
async def test_a_double_click_marks_a_word(book: Book, tmp_path: Path, words: str, word: str) -> None:
    async with opened(book, tmp_path / "data", size=(80, 50)) as (app, pilot):
        await begin(app, pilot)
        await click(pilot, words, 2)
        assert await copied(app, pilot) == word
        await until(pilot, lambda: "Copied: 1 word to" in seen(app))  # once the desktop has answered


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("piece", LONG),
        ("One quote", QUOTE),
        ("Rakes", f"• {ITEM}"),
        ("Leeks", "Leeks, and"),
    ],
)
@pytest.mark.parametrize("size", [(80, 50), (44, 70)], ids=str)
async def test_a_triple_click_marks_a_paragraph_unwrapped(
    book: Book, tmp_path: Path, words: str, whole: str, size: tuple[int, int]
) -> None:
    async with opened(book, tmp_path / "data", size=size) as (app, pilot):
        await begin(app, pilot)
        await click(pilot, words, 3)
        assert await copied(app, pilot) == whole


async def test_a_drag_takes_what_was_answered_between_two_questions(book: Book, tmp_path: Path) -> None:
    async with opened(book, tmp_path / "data", size=(80, 50)) as (app, pilot):
        await begin(app, pilot)
        await drag(pilot, "grows?", "And then?")
        assert await copied(app, pilot) == (
            "grows?\n\nLeeks, and\nkale\n\nWhat do you use?\n\n[ ] A spade\n[x] A rake\n\n"
            "How much joy? (1–5)\n\n4 / 5\n\nAnd then"
        )


async def test_a_drag_over_rows_of_a_paragraph_brings_no_newline_along(book: Book, tmp_path: Path) -> None:
    async with opened(book, tmp_path / "data", size=(80, 50)) as (app, pilot):
        await begin(app, pilot)
        await drag(pilot, "piece of", "One quote")
        assert await copied(app, pilot) == f"{LONG[LONG.index('piece of') :]}\n\nOne quote"


async def test_a_whole_answer_is_marked_by_one_key(book: Book, tmp_path: Path) -> None:
    async with opened(book, tmp_path / "data", size=(80, 50)) as (app, pilot):
        await begin(app, pilot)
        await pilot.press("tab", "f7")
        assert await copied(app, pilot) == "Leeks, and\nkale"
        assert app.answers["land/first"] == "Leeks, and\nkale"


@pytest.mark.parametrize("keys", [("ctrl+c",), ("tab", "ctrl+c"), ("slash", "ctrl+c"), ("slash", "ctrl+x")])
@pytest.mark.parametrize("words", ["grows", "[ ] A spade", "▌"])
async def test_with_nothing_marked_the_clipboard_stays_as_it_is(
    book: Book, tmp_path: Path, keys: tuple[str, ...], words: str
) -> None:
    async with opened(book, tmp_path / "data", size=(80, 50)) as (app, pilot):
        await begin(app, pilot)
        app.copy_to_clipboard("from before")
        await click(pilot, words, 1)
        await pilot.press(*keys)
        await settled(pilot)
        assert app.clipboard == "from before"


async def test_in_a_line_to_look_for_words_it_is_said_what_was_copied_and_what_was_not(
    book: Book, tmp_path: Path
) -> None:
    async with opened(book, tmp_path / "data") as (app, pilot):
        await begin(app, pilot)
        app.copy_to_clipboard("from before")
        await pilot.press("slash", *"soil", "ctrl+c")
        await settled(pilot)
        assert "Nothing is marked" in seen(app)
        assert app.clipboard == "from before"
        await pilot.press("shift+home", "ctrl+c")
        await settled(pilot)
        assert app.clipboard == "soil"


async def test_of_two_copies_the_last_one_alone_is_told(book: Book, tmp_path: Path) -> None:
    async with opened(book, tmp_path / "data", size=(80, 50)) as (app, pilot):
        await begin(app, pilot)
        await click(pilot, "piece", 2)
        await pilot.press("ctrl+c")
        await until(pilot, lambda: "Copied: 1 word to" in seen(app))
        await click(pilot, "piece", 3)
        await pilot.press("ctrl+c")
        await until(pilot, lambda: f"Copied: {len(LONG.split())} words to" in seen(app))
        assert seen(app).count("Copied:") == 1


def test_a_desktop_that_answers_when_the_reader_has_left_is_no_fault(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking, has_left, failed = list[Thread](), Event(), list[ExceptHookArgs]()

    def answer(_: str) -> None:
        asking.append(threading.current_thread())
        has_left.wait(60)

    async def copy_and_leave() -> None:
        async with opened(book, tmp_path / "data", size=(80, 50)) as (app, pilot):
            await begin(app, pilot)
            await click(pilot, "piece", 2)
            await pilot.press("ctrl+c")
            await until(pilot, lambda: bool(asking))

    monkeypatch.setattr("pyperclip.copy", answer)
    monkeypatch.setattr(threading, "excepthook", failed.append)
    asyncio.run(copy_and_leave())
    has_left.set()
    asking[0].join()
    assert not failed


async def test_a_double_click_on_a_box_marks_nothing(book: Book, tmp_path: Path) -> None:
    async with opened(book, tmp_path / "data", size=(80, 50)) as (app, pilot):
        await begin(app, pilot)
        await click(pilot, "[ ] A spade", 2)
        assert not app.screen.selections


async def test_help_says_how_to_copy_and_what_stays(book: Book, tmp_path: Path) -> None:
    async with opened(book, tmp_path / "data", size=(120, 120)) as (app, pilot):
        await pilot.press("f1")
        await settled(pilot)
        said = " ".join(seen(app).replace("│", " ").split())
        assert "Shift" in said
        assert "drag" in said
        assert "stay there after Leave now" in said
