"""An address outside the book: shown first, opened only if the reader says so."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ....session import Target
from ...lifetime import SafeExitApp, open_in_browser
from ...widgets import ActionLine
from .dialog import Dialog, titled

OUTSIDE = "It would open in your browser, which may keep it in its history."
NO_BROWSER = "No browser could be opened here. To copy the address, mark it with the mouse; then Ctrl+C."


class LinkDialog(Dialog[None]):
    """The whole address, and what would happen."""

    AUTO_FOCUS = "ActionLine"

    def __init__(self, target: Target) -> None:
        super().__init__()
        self._target = target

    def compose(self) -> ComposeResult:
        """The address, and what can be done with it."""
        leads_out = self._target.kind == "outside"
        said = "This leads out of the book, to:" if leads_out else "This leads nowhere in this book:"
        with Vertical():
            yield titled(said)
            with VerticalScroll(classes="address"):
                yield Static(Content(self._target.address))
            if leads_out:
                yield Static(Content(OUTSIDE), classes="hint", id="outcome")
                yield ActionLine("Open it", self._open)
            yield ActionLine("Stay here", self.action_close)

    def _open(self) -> None:
        """Open the address outside; where that fails it stays on the screen."""
        assert isinstance(self.app, SafeExitApp)
        if not self.is_active:
            return  # a second click, on its way before the first one was heard
        if open_in_browser(self.app, self._target.address):
            self.dismiss(None)
        else:
            self.query_one("#outcome", Static).update(Content(NO_BROWSER))
