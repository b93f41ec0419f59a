"""What the reader has to be told, such as a damaged file that was set aside."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

HINT = "This goes when you turn the page, at Esc, or at a click on it."


class Notices(VerticalScroll, can_focus=False):
    """Sentences above the page, until the reader goes on; they take no key."""

    def __init__(self, notices: Iterable[str]) -> None:
        super().__init__()
        self._notices = tuple(notices)

    def compose(self) -> ComposeResult:
        """The sentences, and how they go."""
        yield Static(Content.styled("To know", "bold"))
        for notice in self._notices:
            yield Static(Content(notice))
        yield Static(Content(HINT), classes="hint")

    def add(self, notices: Iterable[str]) -> None:
        """More sentences."""
        self.mount(*(Static(Content(notice)) for notice in notices), before=-1)

    def on_click(self) -> None:
        """Go."""
        self.remove()
