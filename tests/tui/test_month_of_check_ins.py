"""A made-up reader and four weekly check-ins: each week's page shows what was meant the week before."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.tui.program import NOW, opened, seen
from tests.tui.test_page import at, press
from workbook.book import Book

PLAN = "When the plates are cleared, my phone goes into the drawer."
MEANT = ("Three evenings.", "The steps.", "Two cups.", "The canal.")
"""What the reader means to do in the week after each check-in."""


@pytest.mark.parametrize("size", [(60, 40), (80, 40), (120, 40)])
async def test_each_week_shows_what_was_meant_the_week_before(
    shipped: Book, tmp_path: Path, size: tuple[int, int]
) -> None:
    """The third week is missed: what was meant before it is named by its day, not as last week's."""
    days = [NOW + timedelta(days=7 * week) for week in (0, 1, 3, 4)]
    before = ""
    for number, (day, meant) in enumerate(zip(days, MEANT, strict=True)):
        async with opened(shipped, tmp_path, size=size, now=day) as (app, pilot):
            app.answers["steps/plan/communicate"] = True
            app.answers["steps/plan/communicate/if-then"] = PLAN
            screen = await at(app, pilot, "checkin", 1)
            text = " ".join(seen(app).split())
            recalled = (None, f"last week {before}", f"30 November {before}", f"last week {before}")[number]
            assert recalled is None or recalled in text
            week = f"checkin/weekly@{day:%G-W%V}"
            while getattr(app.focused, "address", "") != f"{week}/next-week":
                await press(pilot, "tab")
            assert "what I am trying" in seen(app)
            await press(pilot, *meant, "escape")
            assert app.answers[f"{week}/next-week"] == meant
            assert f"{week}/became" not in app.answers
            assert screen.focused is screen.view
        before = meant
