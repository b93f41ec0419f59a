"""What the reader has to be told once, such as a damaged file that was set aside."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from .dialog import Dialog


class NoticeDialog(Dialog[None]):
    """Sentences to read, and a key to say that one has."""

    BINDINGS = [Binding("enter,space", "close", show=False)]

    def __init__(self, notices: Sequence[str]) -> None:
        super().__init__()
        self._notices = notices

    def compose(self) -> ComposeResult:
        """The sentences."""
        with VerticalScroll():
            yield Static(Content.styled("Before you go on", "bold"))
            for notice in self._notices:
                yield Static(Content(notice), classes="notice")
            yield Static(Content("Enter goes on."), classes="hint")

    def on_mount(self) -> None:
        """Read on with the arrows where there is much."""
        self.query_one(VerticalScroll).focus()
