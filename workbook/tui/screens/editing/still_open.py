"""What is asked when an editor came back at once: it may have a window of its own, and be open there."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ...own_keys import key_of
from ...widgets import ActionLine
from ..dialogs import Dialog


class StillOpenDialog(Dialog[bool]):
    """Whether the reader is done in `editor`; True says so, anything else that the text is still open."""

    AUTO_FOCUS = "ActionLine"

    def __init__(self, editor: str) -> None:
        super().__init__()
        self._editor = editor

    def compose(self) -> ComposeResult:
        """The question, the answers, which have to fit a small window, and what they mean."""
        with Vertical():
            yield Static(Content.styled("Is it still open there?", "bold"))
            yield ActionLine("Yes, I am writing there", lambda: self._say(is_done=False))
            yield ActionLine("No, I am done with it", lambda: self._say(is_done=True))
            yield Static(
                Content(f"{self._editor} has given the screen back. {self._watched()}"), classes="hint"
            )

    def _watched(self) -> str:
        return _WATCHED.format(key=key_of(self.app, "edit", "Ctrl+O"))

    def _say(self, *, is_done: bool) -> None:
        self.dismiss(is_done)


_WATCHED = (
    "If your text is open in a window of its own, write there and save: what you save is taken in here, "
    "until you press {key} in this field again and say that you are done."
)
