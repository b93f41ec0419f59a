"""What every dialog is like: in the middle, Esc closes it."""

from typing import TypeVar

from textual.binding import Binding
from textual.screen import ModalScreen

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """A box over the page; arrows and Tab lead through it, Esc closes it and nothing has happened."""

    BINDINGS = [
        Binding("escape", "close", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
    ]

    def action_close(self) -> None:
        """Close it without a result."""
        self.dismiss(None)

    def action_step(self, step: int) -> None:
        """Go to the line below or above, where what has the focus has no use for the arrow."""
        if step > 0:
            self.focus_next()
        else:
            self.focus_previous()
