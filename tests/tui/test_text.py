"""The field for words repaints only the rows that a key has changed; none of the others may be stale."""

import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import ClassVar

import pytest
from rich.style import Style
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Offset, Region
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from tests.tui.resting import painted
from workbook.book import Text, read_source
from workbook.tui.widgets.fields.text import TextField
from workbook.tui.widgets.prose.ruled import ruled

ROWS, COLUMNS = 6, 24
CHAPTER = f"---\nid: alone\ntitle: Alone\n---\n\n<!-- @text #words rows={ROWS} -->\n\nWhat is it?\n\n> …\n"
BEGUN = "The first line is one that has to wrap.\nShort.\n\nAnd 漢字 are as wide as they are."

TYPED = (*"abcdefgh()", "é", "漢", "space", "space", "space", "enter")
MOVES = ("left", "right", "up", "down", "home", "end", "ctrl+left", "ctrl+right", "pageup", "pagedown")
SELECTS = ("shift+left", "shift+right", "shift+up", "shift+down", "shift+end", "f7")
DELETES = ("backspace", "backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+k", "ctrl+x")
OTHERS = ("ctrl+z", "ctrl+z", "ctrl+y", "ctrl+v", "paste", "paste")
PASTED = (
    "word",
    "a longer run of words that wraps",
    "two\nlines",
    "\n\n\n",
    "many\nmore\nlines\nthan\nthe\nfield\nhas\n",
)


class Stock(TextArea):
    """Textual's own field, which repaints all of its rows; it does not look for a cursor that is gone."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"field--rule"}

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Scroll to the cursor, where there is one: else undoing a long paste ends the program."""
        is_gone = self.cursor_location > self.document.end
        return Offset() if is_gone else super().scroll_cursor_visible(center, animate)

    def render_line(self, y: int) -> Strip:
        """Rule the row, as the workbook's field does."""
        return ruled(super().render_line(y), self.get_component_rich_style("field--rule", partial=True))


class Alone(App[None]):
    """An app that shows one field."""

    CSS = f"TextArea {{ width: {COLUMNS}; height: {ROWS}; min-height: 1; border: none; padding: 0 1; }}"

    def __init__(self, field: TextArea) -> None:
        super().__init__()
        self.field = field

    def compose(self) -> ComposeResult:
        """The field."""
        yield self.field


def lean() -> TextArea:
    """The workbook's field."""
    text = read_source(CHAPTER).exercises["words"]
    assert isinstance(text, Text)
    return TextField(text, address="alone/words", value=BEGUN)


def stock() -> TextArea:
    """Textual's field, made like the workbook's."""
    field = Stock(BEGUN, compact=True, highlight_cursor_line=False, placeholder="…")
    field.cursor_blink = False
    field.set_reactive(TextArea.selection, Selection.cursor(field.document.end))
    return field


Pair = tuple[Alone, Pilot[None]]


@asynccontextmanager
async def side_by_side() -> AsyncIterator[tuple[Pair, Pair]]:
    """The workbook's field and Textual's, each in an app of the same size."""
    ours, theirs = Alone(lean()), Alone(stock())
    async with ours.run_test(size=(40, 10)) as pilot, theirs.run_test(size=(40, 10)) as other:
        yield (ours, pilot), (theirs, other)


async def press(pair: Sequence[Pair], key: str, pasted: str = "") -> None:
    """Press `key` in each app, or paste, and wait until it is laid out and painted."""
    for app, pilot in pair:
        if key == "paste":
            app.post_message(events.Paste(pasted))
        else:
            await pilot.press(key)
    for app, _ in pair:
        await painted(app)


def shown(app: Alone) -> list[list[tuple[str, object]]]:
    """The cells of the field as they were painted: rows that were not repainted are as they stood before."""
    strips: Sequence[Strip] = app.field.render_lines(Region(0, 0, COLUMNS, ROWS))
    return [[_cell(char, style) for text, style, _ in strip for char in text] for strip in strips]


def _cell(char: str, style: Style | None) -> tuple[str, object]:
    """A cell as it is compared: of a blank the ground alone, for the workbook's fields are ruled."""
    return char, style.bgcolor if char == " " and style else style


@pytest.mark.parametrize("seed", range(6))
async def test_it_shows_what_a_stock_field_shows_after_every_one_of_the_same_keys(seed: int) -> None:
    chance = random.Random(seed)
    kinds = (TYPED, MOVES, SELECTS, DELETES, OTHERS)
    pressed = []
    async with side_by_side() as (ours, theirs):
        for _ in range(80):
            key = chance.choice(chance.choices(kinds, (6, 3, 2, 3, 2))[0])
            pasted = chance.choice(PASTED)
            pressed.append((key, pasted) if key == "paste" else key)
            await press((ours, theirs), key, pasted)
            assert ours[0].field.text == theirs[0].field.text, pressed
            assert shown(ours[0]) == shown(theirs[0]), pressed


@pytest.mark.parametrize(
    "keys",
    [
        ("pagedown", "end", "x"),
        ("right", "right", "x"),
        ("end", "a", "b", "c", "space", "d", "e", "f", "g"),
        ("down", "home", "shift+down", "shift+down", "left"),
        ("down", "home", "backspace"),
        ("pagedown", "home", "backspace", "backspace", "ctrl+z", "ctrl+z"),
        ("f7", "delete", "ctrl+z"),
        ("down", "paste", "paste"),
        ("shift+down", "shift+down", "x"),
    ],
)
async def test_no_row_is_stale_after(keys: tuple[str, ...]) -> None:
    async with side_by_side() as (ours, theirs):
        for key in keys:
            await press((ours, theirs), key, PASTED[-1])
            assert shown(ours[0]) == shown(theirs[0])


async def test_a_long_paste_can_be_undone() -> None:
    async with side_by_side() as (ours, _):
        await press((ours,), "paste", PASTED[-1])
        await press((ours,), "ctrl+z")
        assert ours[0].field.text == BEGUN


async def test_a_letter_repaints_one_row() -> None:
    async with side_by_side() as ((app, pilot), _):
        repainted: list[Region] = []
        await press(((app, pilot),), "pagedown")
        refresh = app.field.refresh

        def noted(*regions: Region, **options: bool) -> TextArea:
            repainted.extend(regions or (app.field.size.region,))
            return refresh(*regions, **options)

        app.field.refresh = noted  # type: ignore[method-assign]
        await pilot.press("x")
        assert {region.height for region in repainted} == {1}
