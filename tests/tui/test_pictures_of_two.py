"""Pictures of side by side: a card, its back, what one put in alone. Look at each that is taken anew."""

from collections.abc import Awaitable, Callable
from datetime import UTC
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.program import NOW, seen, settled
from tests.tui.test_side_by_side import MINE, THEIRS, tick
from tests.tui.waiting import until
from workbook.answers import open_answers
from workbook.book import Book
from workbook.tui.app import WorkbookApp
from workbook.tui.theme import PLAIN

SIZES = {"small": (60, 20), "usual": (80, 24), "large": (120, 36)}
KEYS: dict[str, tuple[str, ...]] = {"front": (), "back": ("2", "space"), "alone": ("3", "right")}
PICTURES = [
    *(
        pytest.param(size, keys, "lamp", id=f"{name}-{what}")
        for name, size in SIZES.items()
        for what, keys in KEYS.items()
    ),
    pytest.param(SIZES["usual"], KEYS["back"], PLAIN, id="usual-back-plain"),
]


def at_card(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Waits for the first card, and presses `keys`."""

    async def wait(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: "1 of 3" in seen(pilot.app))
        for key in keys:
            await pilot.press(key)
            await settled(pilot)

    return wait


@pytest.mark.parametrize(("size", "keys", "theme"), PICTURES)
def test_side_by_side(
    allotment: Book,
    tmp_path: Path,
    snap_compare: Callable[..., bool],
    size: tuple[int, int],
    keys: tuple[str, ...],
    theme: str,
) -> None:
    tick(allotment, tmp_path / "data", MINE)
    copy = tmp_path / "from-bo.md"
    copy.write_text(tick(allotment, tmp_path / "bo", THEIRS), "utf-8")
    answers = open_answers(tmp_path / "data", allotment, clock=lambda: NOW.replace(tzinfo=UTC))
    app = WorkbookApp(allotment, answers, now=lambda: NOW, copy=copy)
    app.theme = theme
    assert snap_compare(app, terminal_size=size, run_before=at_card(*keys))
    answers.close()
