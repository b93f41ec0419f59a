"""A field is ruled: the empty rest of each of its rows is underlined, whatever the colours."""

from pathlib import Path

import pytest
from textual.geometry import Region

from tests.tui.program import opened
from tests.tui.test_page import at, press
from workbook.book import Book
from workbook.tui.app import WorkbookApp
from workbook.tui.theme import PLAIN
from workbook.tui.widgets.fields import TextField


def underlined(app: WorkbookApp, region: Region) -> list[str]:
    """The rows of `region` on the screen: `_` for each underlined blank, else what stands there."""
    rows = []
    for strip in app.screen._compositor.render_strips()[region.y : region.bottom]:
        cells = [
            "_" if char == " " and style and style.underline else char
            for text, style, _ in strip
            for char in text
        ]
        rows.append("".join(cells)[region.x : region.right])
    return rows


@pytest.mark.parametrize("theme", ["lamp", "paper", PLAIN, "nord"])
async def test_the_empty_rest_of_each_row_is_ruled(allotment: Book, tmp_path: Path, theme: str) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        app.theme = theme
        await at(app, pilot, "ground", 1)
        await press(pilot, "tab", "tab", *"Because of", "enter", "enter", "x")
        field = app.focused
        assert isinstance(field, TextField)
        width = field.content_region.width
        ends = [f"Because of{'_' * (width - 10)}", "_" * width, f"x{'_' * (width - 1)}"]
        assert underlined(app, field.content_region)[:3] == ends


async def test_an_empty_field_is_ruled_behind_its_placeholder_and_so_is_a_date(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        await at(app, pilot, "ground", 1)
        for field in app.screen.query(TextField):
            held = str(field.placeholder).partition("\n")[0]
            (row, *_) = underlined(app, field.content_region)
            assert row == held + "_" * (field.content_region.width - len(held))
