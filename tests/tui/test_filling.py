"""Every exercise of the shipped book, filled in by keyboard alone, printed, and read back."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.reading_back import read_filled
from tests.tui.program import opened, settled
from workbook.book import Book, Chapter, Exercise, Group, begun, read_book
from workbook.export import filled_chapter
from workbook.tui.app import WorkbookApp
from workbook.tui.screens import ReadingScreen
from workbook.tui.widgets import PageView
from workbook.tui.widgets.controls.action_line import ActionLine
from workbook.tui.widgets.exercises.cards import CardFace, CardsView
from workbook.tui.widgets.exercises.turns import TurnList
from workbook.tui.widgets.fields.choice_line import ChoiceLine
from workbook.tui.widgets.fields.day import DateField
from workbook.tui.widgets.fields.scale import ScaleLine
from workbook.tui.widgets.fields.text import TextField
from workbook.tui.widgets.fields.ticks import Ticks

from .program import NOW

CHAPTERS = Path(__file__).parents[2] / "chapters"
MANY = 200
"""More presses of Tab than any page needs."""
IDS = [front.id for front in read_book(CHAPTERS).fronts]


def blanks_now(chapter: Chapter, exercise: Exercise) -> set[str]:
    """The addresses that the page shows this evening: of a repeating exercise, those of the entry of now."""
    entry = ""
    if isinstance(exercise, Group) and exercise.repeat:
        entry = begun(exercise.repeat, NOW, (), "")
    return {blank.address for blank in chapter.blanks(exercise, entry)}


async def fill(app: WorkbookApp, pilot: Pilot[None]) -> None:
    """Press the keys that fill the field under the cursor."""
    match app.focused:
        case Ticks(many=True) as ticks:
            await pilot.press(*["space", "down"] * ticks.option_count)
            await settled(pilot)
        case Ticks() | ChoiceLine():
            await pilot.press("space")
        case ScaleLine():
            await pilot.press("7")
        case DateField():
            await pilot.press("up")
        case TextField() as field:
            await pilot.press("w", str(len(field.address) % 10))
        case CardFace() as face:
            await deal(app, pilot, face)
        case TurnList() | ActionLine():
            await pilot.press("right")
        case other:
            raise AssertionError(f"Tab leads to {other!r}, which nobody can fill in")


async def deal(app: WorkbookApp, pilot: Pilot[None], face: CardFace) -> None:
    """Turn every card and fill in its back, then leave the last one as it is."""
    cards = face.query_ancestor(CardsView)
    for _ in range(len(cards._rows)):
        if not cards._turned:
            await pilot.press("space")
            await settled(pilot)
        await pilot.press("tab")
        steps = 1
        while app.focused and cards in app.focused.ancestors and steps < MANY:
            await fill(app, pilot)
            await pilot.press("tab")
            steps += 1
        await pilot.press(*["shift+tab"] * steps)
        assert isinstance(app.focused, CardFace)
        await pilot.press("right")
        await settled(pilot)


async def fill_page(app: WorkbookApp, pilot: Pilot[None]) -> None:
    """Go through the page with Tab until it leads back to the page itself."""
    dealt: set[object] = set()
    for _ in range(MANY):
        await pilot.press("tab")
        focused = app.focused
        if focused is None or isinstance(focused, PageView):
            return
        if not dealt.intersection(focused.ancestors):
            dealt |= {view for view in focused.ancestors if isinstance(view, CardsView)}
            await fill(app, pilot)
    raise AssertionError("Tab never leads back to the page")


@pytest.mark.parametrize("name", IDS)
async def test_every_exercise_can_be_filled_in_by_keyboard_and_read_back(name: str, tmp_path: Path) -> None:
    """The reader turns to a chapter, fills in all of it, and prints it."""
    book: Book = read_book(CHAPTERS)
    chapter = book.chapter(name)
    assert chapter
    async with opened(book, tmp_path) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        screen.go(screen.journey.page_called(name))
        for _ in chapter.pages:
            await settled(pilot)
            await fill_page(app, pilot)
            await pilot.press("n")
        expected = {
            address for exercise in chapter.exercises.values() for address in blanks_now(chapter, exercise)
        }
        assert set(app.answers) == expected
        answers = dict(app.answers)
    assert read_filled(book, filled_chapter(chapter, answers)) == answers
