"""Every kind of exercise can be filled in on its page, stands there again, and is gathered in Your words."""

from pathlib import Path

import pytest

from tests.kinds import EXAMPLES, addresses, book_with
from workbook.answers import open_answers
from workbook.book.kinds import FIELDS
from workbook.tui.widgets.fields import Fillable

from .program import NOW, opened, seen, settled

TALL = (100, 70)


@pytest.mark.parametrize("kind", FIELDS)
async def test_what_is_filled_in_stands_in_the_same_field_again(kind: str, tmp_path: Path) -> None:
    book = book_with(kind, tmp_path / "book")
    async with opened(book, tmp_path, TALL) as (app, pilot):
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("tab", *EXAMPLES[kind].keys)
        await settled(pilot)
        field = app.focused
        assert isinstance(field, Fillable)
        assert field.address == "tides/one"
        assert [address for address in app.answers if address.startswith("tides/one")]
        assert field.hints or kind == "text"
        filled = field.written
        await pilot.press("ctrl+q")
        await settled(pilot)
    async with opened(book, tmp_path, TALL, NOW.replace(hour=21)) as (app, _):
        assert isinstance(app.focused, Fillable)
        assert app.focused.address == "tides/one"
        assert app.focused.written == filled


@pytest.mark.parametrize("kind", FIELDS)
async def test_your_words_and_then_and_now_say_all_of_it(kind: str, tmp_path: Path) -> None:
    book = book_with(kind, tmp_path / "book")
    answers = open_answers(tmp_path, book)
    for address, value in addresses(EXAMPLES[kind]).items():
        answers[address] = value
    assert answers.close()
    async with opened(book, tmp_path, TALL) as (app, pilot):
        await pilot.press("w")
        await settled(pilot)
        shown = seen(app)
        assert [word for word in EXAMPLES[kind].words if shown.count(word) < 3] == []
        await pilot.press("escape", "n")
        await settled(pilot)
        assert "Every week" in seen(app)
        assert [word for word in EXAMPLES[kind].words if word not in seen(app)] == []
