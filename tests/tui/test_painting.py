"""What is painted of a screen is what a whole repaint would paint there."""

from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.events import MouseDown, MouseUp
from textual.geometry import Offset, Region

from tests.tui.program import opened, settled
from workbook.book import Book
from workbook.tui.screens.painting import RowCompositor
from workbook.tui.widgets import PageView
from workbook.tui.widgets.fields.text import TextField


def painted(compositor: Compositor, crop: Region) -> list[list[tuple[str, str]]]:
    """The cells of the rows of `crop`, each with its style."""
    rows = compositor._render_chops(crop, range(crop.y, crop.bottom).__contains__)[crop.y : crop.bottom]
    return [
        [(char, str(style)) for strip in row.values() for text, style, _ in strip or () for char in text]
        for row in rows
    ]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_rows_painted_alone_are_those_of_a_whole_repaint(
    allotment: Book, tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(allotment, tmp_path, size) as (app, pilot):
        for key in ("n", "n", "tab", "pagedown", "f2", "escape", "tab"):
            await pilot.press(key)
            await pilot.pause()
            compositor = app.screen._compositor
            assert isinstance(compositor, RowCompositor)
            for top in range(0, size[1], 5):
                crop = Region(0, top, size[0], 3)
                lean = painted(compositor, crop)
                with monkeypatch.context() as stock:
                    stock.setattr(RowCompositor, "_get_renders", Compositor._get_renders)
                    whole = painted(compositor, crop)
                assert lean == whole


async def test_a_click_on_what_a_turn_of_the_page_has_just_taken_away_is_no_click(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        await pilot.press("n")
        await settled(pilot)
        view = app.screen.query_one(PageView)
        x, y = view.children[0].region.offset + Offset(1, 1)
        with app.batch_update():
            await view.remove_children()
            for event in (MouseDown, MouseUp):
                app.screen._forward_event(event(None, x, y, 0, 0, 1, False, False, False, x, y))
        await settled(pilot)
        assert app.is_running


async def test_what_a_turn_of_the_page_has_just_taken_away_does_not_show_through_a_dialog(
    allotment: Book, tmp_path: Path
) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        await pilot.press("n", "n")
        await settled(pilot)
        compositor = app.screen._compositor
        field = next(widget for widget in compositor.visible_widgets if isinstance(widget, TextField))
        with app.batch_update():
            await app.screen.query_one(PageView).remove_children()
            field.notify_style_update()  # as when the focus goes over to a dialog
            compositor.render_strips()
            with pytest.raises(KeyError):
                list(Compositor._get_renders(compositor))
