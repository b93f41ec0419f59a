"""What every dialog is like: in the middle, Esc closes it, and that only once."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from ..focusing import FocusingScreen

Result = TypeVar("Result")


class Passing(FocusingScreen[Result]):
    """A screen that is left once: a second click that was on its way finds it gone already.

    Textual would close whatever is on top by then: the curtain, that fell while a disk took its time.
    """

    _leaves_with: tuple[Result | None] | None = None
    """The result with which it is left once nothing stands over it any more."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave with `result`: now if this is the screen on top, later if something has come over it."""
        if self.is_active:
            return super().dismiss(result)
        self._leaves_with = (result,)
        return AwaitComplete()

    def on_screen_resume(self) -> None:
        """Leave, where it was to be left meanwhile."""
        if self._leaves_with is not None:
            (result,), self._leaves_with = self._leaves_with, None
            self.dismiss(result)


def titled(title: str, keys: str = "") -> Horizontal:
    """The first row of a dialog: what it is, and beside that its keys, as far as there is room."""
    said = (Static(Content.styled(title, "bold $accent")), Static(Content(keys), classes="keys"))
    return Horizontal(*said, classes="title")


class Dialog(ModalScreen[Result], Passing[Result]):
    """A box over the page; arrows and Tab lead through it, Esc closes it and nothing has happened."""

    BINDINGS = [
        Binding("escape", "close", show=False),
        Binding("f1", "app.help", show=False, id="help"),
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
    ]

    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]

    keys_here: ClassVar[Sequence[tuple[str, str]]] = (
        ("↑ ↓, Tab", "The next line, the one before."),
        ("Enter", "Do what the line says."),
        ("Esc", "Close it; nothing has happened."),
    )
    """Its keys, as help says them."""

    def action_close(self) -> None:
        """Close it without a result."""
        self.dismiss(None)

    def action_step(self, step: int) -> None:
        """Go to the line below or above, where what has the focus has no use for the arrow."""
        if step > 0:
            self.focus_next()
        else:
            self.focus_previous()
