"""An address outside the book: shown first, opened only if the reader says so."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from .dialog import Dialog
from .links import Target


class LinkDialog(Dialog[None]):
    """The whole address, and what would happen."""

    BINDINGS = [Binding("enter", "open", show=False)]

    def __init__(self, target: Target) -> None:
        super().__init__()
        self._target = target

    def compose(self) -> ComposeResult:
        """The address, and the two keys."""
        outside = self._target.kind == "outside"
        said = "This leads out of the workbook, to:" if outside else "This leads nowhere in this book:"
        keys = "Enter opens it in your browser, where it may be kept in the history.  Esc stays here."
        with Vertical():
            yield Static(Content.styled(said, "bold"))
            yield Static(Content(self._target.address), classes="address")
            yield Static(Content(keys if outside else "Esc closes this."), classes="hint")

    def action_open(self) -> None:
        """Open the address outside."""
        if self._target.kind == "outside":
            self.app.open_url(self._target.address)
            self.dismiss(None)
