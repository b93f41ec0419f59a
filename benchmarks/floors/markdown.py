"""FILE: the stock Markdown widget in a scroll, which page down moves at once, without animation."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Markdown


class Scroll(VerticalScroll):
    """A scroll that does not glide."""

    def action_page_down(self) -> None:
        """A page down, at once."""
        self.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """A page up, at once."""
        self.scroll_page_up(animate=False)


class Article(App[None]):
    """Shows the file."""

    def compose(self) -> ComposeResult:
        """The text, in a scroll."""
        with Scroll():
            yield Markdown(Path(sys.argv[1]).read_text(encoding="utf-8"))

    def on_mount(self) -> None:
        """Read with the keys at once."""
        self.query_one(Scroll).focus()


Article().run()
