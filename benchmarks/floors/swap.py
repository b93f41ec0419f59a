"""FILE FILE: a stock Markdown widget; the keys n and p show the second and the first file in it."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Markdown

FIRST, SECOND = (Path(name).read_text(encoding="utf-8") for name in sys.argv[1:3])


class Swap(App[None]):
    """Shows one of the two."""

    BINDINGS = [("n", "go(1)"), ("p", "go(0)")]

    def compose(self) -> ComposeResult:
        """The text, in a scroll."""
        with VerticalScroll():
            yield Markdown(FIRST)

    async def action_go(self, which: int) -> None:
        """Show the other text."""
        await self.query_one(Markdown).update(SECOND if which else FIRST)


Swap().run()
