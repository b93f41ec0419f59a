"""What every dialog is like: in the middle, Esc closes it."""

from typing import TypeVar

from textual.binding import Binding
from textual.screen import ModalScreen

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """A box over the page; Esc closes it and nothing has happened."""

    BINDINGS = [Binding("escape", "close", show=False)]

    def action_close(self) -> None:
        """Close it without a result."""
        self.dismiss(None)
