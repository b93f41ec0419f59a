"""A letter is what a reader takes for one, accents and all: in every kind of field, and in find."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.books import book_of
from tests.tui.program import opened, settled
from tests.tui.test_typing import FIELDS
from workbook.book import Book
from workbook.tui.app import WorkbookApp
from workbook.tui.widgets import LineField
from workbook.tui.widgets.fields.text import TextField

LETTERS = [
    "e\u0301",
    "Z\u0335\u0316",
    "क\u094d\u200d",
    "क\u093f",
    "👩\u200d👩\u200d👧",
    "👋🏽",
    "🇵🇱",
    "1\ufe0f\u20e3",
]
LETTERS += ["\u1112\u1161\u11ab", "🏳\ufe0f\u200d🌈", "🏴\U000e0067\U000e0062\U000e007f", "กำ", "a"]
PLACES = ["long", "row", "day", "find"]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return book_of(tmp_path / "book", fields=FIELDS)


async def field_with(app: WorkbookApp, pilot: Pilot[None], place: str, text: str) -> TextField | LineField:
    """The field at `place`, with `text` in it and the cursor behind that."""
    await pilot.press("n")
    await settled(pilot)
    await pilot.press(*(["ctrl+g"] if place == "find" else ["tab"] * (PLACES.index(place) + 1)))
    await settled(pilot)
    field = app.focused
    assert isinstance(field, TextField | LineField)
    return again(field, text)


def said(field: TextField | LineField) -> str:
    return field.text if isinstance(field, TextField) else field.value


@pytest.mark.parametrize("place", PLACES)
async def test_one_key_takes_a_letter_with_all_that_belongs_to_it(
    book: Book, tmp_path: Path, place: str
) -> None:
    async with opened(book, tmp_path / "data") as (app, pilot):
        field = await field_with(app, pilot, place, "x" + "".join(LETTERS))
        for number in range(len(LETTERS), 0, -1):
            assert said(field) == "x" + "".join(LETTERS[:number])
            await pilot.press("backspace")
        assert said(field) == "x"


@pytest.mark.parametrize("place", PLACES)
async def test_one_key_goes_over_a_letter_and_takes_it_out_from_before(
    book: Book, tmp_path: Path, place: str
) -> None:
    async with opened(book, tmp_path / "data") as (app, pilot):
        field = await field_with(app, pilot, place, "x" + "".join(LETTERS) + "y")
        await pilot.press(*["left"] * (len(LETTERS) + 1))
        for number in range(len(LETTERS)):
            assert said(field) == "x" + "".join(LETTERS[number:]) + "y"
            await pilot.press("delete")
        assert said(field) == "xy"
        await pilot.press("left", "right", "x")
        assert said(field) == "xxy"


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("word", ["cafe\u0301", "cafe\u0301s", "Zu\xadsam\u2060men", "नमस्ते", "می\u200cخواهم"])
async def test_a_word_goes_whole_whatever_marks_are_in_it(
    book: Book, tmp_path: Path, place: str, word: str
) -> None:
    async with opened(book, tmp_path / "data") as (app, pilot):
        field = await field_with(app, pilot, place, f"un {word}")
        await pilot.press("ctrl+w")
        assert said(field).rstrip() == "un"
        field = again(field, f"un {word} noir")
        await pilot.press("ctrl+left", "ctrl+left")
        await pilot.press("x")
        assert said(field).split(" ")[0] in ("un", "unx")
        assert word in said(field)


def again(field: TextField | LineField, text: str) -> TextField | LineField:
    """The same field with other words, the cursor at their end."""
    if isinstance(field, TextField):
        field.rewrite(text)
        field.move_cursor(field.document.end)
    else:
        field.value = text
        field.cursor_position = len(text)
    return field


async def test_up_and_down_never_stop_in_the_middle_of_a_letter(book: Book, tmp_path: Path) -> None:
    async with opened(book, tmp_path / "data") as (app, pilot):
        field = await field_with(app, pilot, "long", "e\u0301e\u0301e\u0301\nabc")
        await pilot.press("home", "right", "up", "x")
        assert said(field) == "e\u0301xe\u0301e\u0301\nabc"


@pytest.mark.parametrize("word", ["cafe\u0301s", "Zu\xadsammen"])
async def test_two_clicks_mark_a_word_whatever_marks_are_in_it(book: Book, tmp_path: Path, word: str) -> None:
    async with opened(book, tmp_path / "data") as (app, pilot):
        field = await field_with(app, pilot, "long", f"un {word} noir")
        await pilot.click(field, offset=(field.gutter.left + 4, field.gutter.top), times=2)
        await pilot.press("x")
        assert said(field) == "un x noir"
