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
from ....export import ExportError
from ....export.sharing import Shared, copy_at
from ...widgets import LineField
from ..dialogs import Dialog, titled

TITLE = "Lay a copy beside yours"
ABOUT = "Theirs is read, and kept nowhere."
"""As long as a small screen has room for, with the line below it and what may be wrong."""
KEYS = "Enter lays it beside yours  ·  Esc closes"


class CopyDialog(Dialog[Sequence[Shared]]):
    """Asks for a path; the result is what the copy gives. The path is kept nowhere either."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book

    def compose(self) -> ComposeResult:
        """What is asked for, where it is, and what is wrong with it."""
        with Vertical():
            yield titled(TITLE)
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
            copy = await asyncio.to_thread(copy_at, path, self._book, "it")
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
