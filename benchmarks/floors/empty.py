"""An app that shows one word."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Empty(App[None]):
    """Shows READY."""

    def compose(self) -> ComposeResult:
        """The word."""
        yield Static("READY")


Empty().run()
