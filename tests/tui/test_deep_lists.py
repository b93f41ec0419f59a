"""Lists in lists in lists, on a screen that is narrower than they are deep."""

from pathlib import Path

import pytest

from tests.tui.program import opened, seen, settled
from workbook.book import read_book
from workbook.tui.app import WorkbookApp
from workbook.tui.screens import ReadingScreen

FORTY = "\n".join("  " * n + f"- step {n} of many" for n in range(40))
CODE = "\n\n" + "  " * 40 + "```\n" + "  " * 40 + "the code\n" + "  " * 40 + "```\n"
AFTER = "\n## Next\n\n<!-- @text #after -->\n\nAnd now?\n\n> …\n"


@pytest.mark.parametrize("size", [(40, 80), (80, 80)])
async def test_the_words_of_every_list_in_a_list_can_be_read(tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "index.md").write_text("---\nid: deep\ntitle: Deep\n---\n", "utf-8")
    head = "---\nid: steps\ntitle: Steps\n---\n\n"
    (tmp_path / "01-steps.md").write_text(head + FORTY + CODE + AFTER, "utf-8")
    async with opened(read_book(tmp_path), tmp_path / "answers", size=size) as (app, pilot):
        assert isinstance(app, WorkbookApp)
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        screen.go(screen.journey.page_called("steps", number=0))
        await settled(pilot)
        page = seen(app)
        assert [n for n in range(40) if f"• step {n} of" not in page] == []
        assert "the code" in page
        await pilot.press("n")
        await settled(pilot)
        assert "And now?" in seen(app)
