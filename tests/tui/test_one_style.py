"""What looks alike everywhere: rules of fields, rows left free, the one cursor, the titles of dialogs."""

from pathlib import Path

import pytest
from rich.segment import Segment
from textual.app import App
from textual.widgets import Static

from tests.tui.program import opened, seen, settled
from tests.tui.test_page import at, press
from tests.tui.test_share import asked, fill
from workbook.book import Book
from workbook.tui.theme import PLAIN
from workbook.tui.widgets.exercises.exercise import ExerciseView
from workbook.tui.widgets.fields.text import TextField


def cells(app: App[None], row: int) -> list[Segment]:
    """The cells of one row of the screen, one by one."""
    strip = app.screen._compositor.render_strips()[row]
    return [Segment(letter, segment.style) for segment in strip for letter in segment.text]


def after_bar(app: App[None], view: ExerciseView) -> list[Segment]:
    """The last row of an exercise, without its bar."""
    region = view.region
    return cells(app, region.bottom - 1)[region.x + 1 : region.right]


def is_free(row: list[Segment]) -> bool:
    """Whether nothing stands in a row, not even a rule."""
    return not any(cell.text.strip() or (cell.style and cell.style.underline) for cell in row)


@pytest.mark.parametrize("theme", ["lamp", "paper", PLAIN])
async def test_every_row_of_a_field_is_ruled_where_nothing_stands(
    allotment: Book, tmp_path: Path, theme: str
) -> None:
    """That of the three dots too, which is the only one of most fields."""
    async with opened(allotment, tmp_path) as (app, pilot):
        app.theme = theme
        await at(app, pilot, "ground", 1)
        await settled(pilot)
        field = app.screen.query(TextField).first()
        inside = field.content_region
        assert not field.text
        for row in range(inside.y, inside.bottom - field.has_class("noted")):
            last = cells(app, row)[inside.right - 1]
            assert last.style is not None
            assert last.style.underline, seen(app)


@pytest.mark.parametrize(("chapter", "page"), [("ground", 0), *(("year", page) for page in range(1, 7))])
async def test_the_bar_of_an_exercise_ends_with_its_last_row(
    allotment: Book, tmp_path: Path, chapter: str, page: int
) -> None:
    """Of whatever kind it is, unless there is something to be noted below it."""
    async with opened(allotment, tmp_path, size=(80, 200)) as (app, pilot):
        await at(app, pilot, chapter, page)
        shown = app.screen.query(ExerciseView)
        assert shown
        ends = {view.at: after_bar(app, view) for view in shown if not view.query(".noted")}
        assert [at for at, row in ends.items() if is_free(row)] == [], seen(app)


async def test_a_copy_to_share_has_one_cursor_and_the_keys_of_what_it_stands_on(
    allotment: Book, tmp_path: Path
) -> None:
    fill(allotment, tmp_path / "data")
    async with opened(allotment, tmp_path / "data", size=(120, 36)) as (app, pilot):
        await asked(pilot)
        assert seen(app).splitlines()[-1].startswith(" Space tick")
        await press(pilot, "tab")
        pieces = [piece for strip in app.screen._compositor.render_strips() for piece in strip]
        words = [piece.text for piece in pieces if piece.style and piece.style.reverse]
        assert words == ["Make the copy"]
        assert seen(app).splitlines()[-1].startswith(" Enter make the copy")
        await press(pilot, "tab")
        assert seen(app).splitlines()[-1].startswith(" ↑ ↓ read")


@pytest.mark.parametrize("wanted", ["theme", "curtain by itself", "save elsewhere", "lay your partner"])
async def test_the_title_of_every_dialog_looks_alike(allotment: Book, tmp_path: Path, wanted: str) -> None:
    async with opened(allotment, tmp_path) as (app, pilot):
        await press(pilot, "ctrl+p", *(("space" if key == " " else key) for key in wanted), "enter")
        title = app.screen.query(Static).first().region
        first = cells(app, title.y)[title.x]
        accent = app.theme_variables["accent"]
        assert first.style is not None
        assert first.style.color is not None
        assert first.style.color.get_truecolor().hex.upper() == accent.upper()


async def test_what_can_be_counted_stands_apart_from_its_question(allotment: Book, tmp_path: Path) -> None:
    """As words do."""
    async with opened(allotment, tmp_path, size=(80, 200)) as (app, pilot):
        app.answers.update({f"year/week@2026-W{week}/joy": week - 41 for week in range(42, 46)})
        await at(app, pilot, "year", 4)
        rows = [row.strip(" ▌") for row in seen(app).splitlines()]
        months = next((number for number, row in enumerate(rows) if row.startswith("Oct")), 0)
        assert rows[months - 2 : months] == ["How much joy was there? (1–5)", ""], seen(app)
