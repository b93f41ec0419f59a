"""Which copy is to be laid beside the reader's own: its path, and one clear line where it is none."""

import asyncio
import os
import shlex
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from ....book import Book
from ....export import ExportError, homely
from ....export.sharing import Shared, copy_at
from ...widgets import LineField
from ..dialogs import Dialog

ABOUT = (
    "The copy that the other one made for you, with A copy to share. It is read, kept nowhere, and gone when "
    "you put it away. Of yours only what you ticked to share is shown."
)
KEYS = "Enter lays it beside yours  ·  Esc closes this"


class CopyDialog(Dialog[Sequence[Shared]]):
    """Asks for a path; the result is what the copy gives. The path is kept nowhere either."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book

    def compose(self) -> ComposeResult:
        """What is asked for, where it is, and what is wrong with it."""
        with Vertical():
            yield Static(Content.styled("Lay your partner's copy beside yours", "bold"))
            yield Static(Content(ABOUT), classes="hint")
            yield LineField(placeholder="~/for-you.md")
            yield Static(Content(KEYS), classes="hint", id="outcome")

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self._open(named(event.value))

    @work(group="copy", exclusive=True)
    async def _open(self, path: Path) -> None:
        """Read it in a thread: a disk may take its time, and the way out must not wait for it."""
        try:
            copy = await asyncio.to_thread(copy_at, path, self._book, homely(path))
        except ExportError as error:
            self.query_one("#outcome", Static).update(Content(f"Not opened: {error}."))
        else:
            self.dismiss(copy)


def named(typed: str) -> Path:
    """The file that was `typed`, or dropped on the terminal, which quotes it."""
    words = typed.strip()
    if not os.path.lexists(os.path.expanduser(words)):
        with suppress(ValueError):  # quotes that do not end
            words = " ".join(shlex.split(words)) or words
    return Path(os.path.abspath(os.path.expanduser(words)))
