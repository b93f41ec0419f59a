"""The stock text field, eight rows high."""

from textual.app import App, ComposeResult
from textual.widgets import Static, TextArea


class Field(App[None]):
    """Shows READY above a field that has the focus."""

    CSS = "TextArea { height: 8; }"

    def compose(self) -> ComposeResult:
        """The word and the field."""
        yield Static("READY")
        yield TextArea()


Field().run()
