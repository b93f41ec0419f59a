"""A dozen pictures at three sizes. `pytest --snapshot-update` takes them anew: look at each."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import UTC
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.program import NOW, settled
from tests.tui.waiting import until_calm
from workbook.answers import Answers, open_answers
from workbook.book import Answer, Book
from workbook.tui.app import WorkbookApp
from workbook.tui.screens import ReadingScreen
from workbook.tui.theme import PLAIN

SMALL, USUAL, LARGE = (60, 20), (80, 24), (120, 36)

Shown = Callable[..., None]


@pytest.fixture
def answers(allotment: Book, tmp_path: Path) -> Iterator[Answers]:
    opened = open_answers(tmp_path / "data", allotment, clock=lambda: NOW.replace(tzinfo=UTC))
    yield opened
    opened.close()


@pytest.fixture
def shown(
    allotment: Book,
    answers: Answers,
    snap_compare: Callable[..., bool],
) -> Shown:
    """Opens a page, presses keys there, and compares what is seen with the picture."""

    def compare(
        page: tuple[str, int],
        *keys: str,
        size: tuple[int, int],
        kept: dict[str, Answer] | None = None,
        theme: str = "lamp",
    ) -> None:
        answers.update(kept or {})
        app = WorkbookApp(allotment, answers, now=lambda: NOW)
        app.theme = theme
        assert snap_compare(app, terminal_size=size, run_before=_read(app, page, keys))

    return compare


def _read(
    app: WorkbookApp, page: tuple[str, int], keys: Sequence[str]
) -> Callable[[Pilot[None]], Awaitable[None]]:
    async def read(pilot: Pilot[None]) -> None:
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await settled(pilot)
        screen.go(screen.journey.page_called(page[0], number=page[1]))
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        await until_calm(app, pilot)

    return read


def test_the_cover(shown: Shown, allotment: Book) -> None:
    assert allotment.cover
    shown((allotment.cover.id, 0), size=USUAL)


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=["small", "usual", "large"])
def test_the_cover_of_a_later_day(
    allotment: Book, answers: Answers, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    answers["ground/one-word"] = "Loam"
    answers.keep_place({"chapter": "ground", "day": "2026-08-31"})
    app = WorkbookApp(allotment, answers, now=lambda: NOW)

    assert snap_compare(app, terminal_size=size, run_before=partial(until_calm, app))


def test_a_checklist_with_a_tick(shown: Shown) -> None:
    shown(("ground", 0), "tab", "space", "down", size=SMALL)


def test_an_opened_group(shown: Shown) -> None:
    shown(("year", 1), "tab", "tab", "down", "space", "tab", "right", "space", size=USUAL)


def test_a_text_being_written(shown: Shown) -> None:
    shown(("ground", 1), "tab", "tab", *"Because", "space", *"it", "space", *"is", size=SMALL)


def test_a_scale_with_a_number(shown: Shown) -> None:
    shown(("ground", 0), "tab", "tab", "tab", "3", size=USUAL)


def test_a_card_turned(shown: Shown) -> None:
    shown(("year", 2), "tab", "space", "tab", "right", "space", size=USUAL)


def test_turns(shown: Shown) -> None:
    shown(("year", 3), "tab", "right", size=SMALL)


def test_the_drawer(shown: Shown) -> None:
    shown(("ground", 0), "f2", "down", size=SMALL, kept={"ground/soil/worms": True})


def test_find(shown: Shown) -> None:
    shown(
        ("ground", 0), "slash", *"soil", "down", size=USUAL, kept={"ground/why": "Because the soil is deep"}
    )


def test_a_large_screen_with_earlier_weeks(shown: Shown) -> None:
    kept: dict[str, Answer] = {
        "year/week@2026-W47/good": "Leeks",
        "year/week@2026-W47/joy": 4,
        "year/week@2026-W46/good": "Rain, at last",
    }
    shown(("year", 4), "tab", *"Kale", size=LARGE, kept=kept)


EARLIER_WEEKS: dict[str, Answer] = {
    **{f"year/week@2026-W{week}/good": f"Leeks, bed {week}" for week in (40, 41, 43, 46, 47)},
    **{f"year/week@2026-W{week}/joy": 1 + week % 5 for week in (40, 41, 43, 44, 46, 47)},
    **{f"year/week@2026-W{week}/done/weeds": True for week in (40, 43, 47)},
}
"""Six of the last eight weeks, not everything in each."""


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=["small", "usual", "large"])
def test_this_week_as_it_opens(shown: Shown, size: tuple[int, int]) -> None:
    shown(("year", 4), size=size, kept=EARLIER_WEEKS)


@pytest.mark.parametrize("size", [SMALL, USUAL, LARGE], ids=["small", "usual", "large"])
def test_then_and_now(shown: Shown, size: tuple[int, int]) -> None:
    shown(("year", 4), "end", size=size, kept=EARLIER_WEEKS)


def test_few_colours(shown: Shown) -> None:
    shown(("year", 1), "tab", "tab", "down", size=LARGE, kept={"year/jobs/sow": True}, theme=PLAIN)
