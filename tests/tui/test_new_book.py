"""The book that `workbook new` writes, opened."""

from pathlib import Path

from tests.tui.program import opened, seen
from tests.tui.test_page import press
from workbook.book import read_book
from workbook.cli import main


async def test_a_new_book_opens_and_its_first_box_can_be_ticked(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "bread")]) == 0
    async with opened(read_book(tmp_path / "bread"), tmp_path / "data") as (app, pilot):
        assert "Bread at home" in seen(app)
        await press(pilot, "enter")
        await press(pilot, "tab")
        await press(pilot, "space")
        assert "[x] It was dense." in seen(app)
        assert "!" not in seen(app)
        assert dict(app.answers) == {"kitchen/last-loaf/dense": True}
