"""Who comes to a text writes on at its end, by whatever way and in every kind of field."""

from pathlib import Path

import pytest

from tests.books import book_of
from tests.tui.program import opened, settled
from tests.tui.test_typing import FIELDS


@pytest.mark.parametrize("back", [False, True], ids=["Tab", "Shift+Tab"])
@pytest.mark.parametrize(("number", "name"), [(0, "long"), (1, "row"), (2, "day")])
async def test_what_is_added_stands_behind_what_was_there(
    tmp_path: Path, number: int, name: str, back: bool
) -> None:
    book = book_of(tmp_path / "book", fields=FIELDS)
    async with opened(book, tmp_path / "data") as (app, pilot):
        app.answers[f"fields/{name}"] = "two\nrows" if name == "long" else "words"
        await pilot.press("n")
        await settled(pilot)
        await pilot.press(*(["shift+tab"] * (3 - number) if back else ["tab"] * (number + 1)))
        await pilot.press(*" more")
        await settled(pilot)
        assert str(app.answers[f"fields/{name}"]).endswith("s more")
