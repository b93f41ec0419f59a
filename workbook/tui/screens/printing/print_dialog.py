"""Print: what is to be printed, what it will look like, and the writing of it."""

import asyncio
import os
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Static

from ....answers import Answers
from ....book import Book, Chapter
from ....export import ExportError, FileExists, homely, is_folder, printed, write_files
from ....paths import exports_folder
from ...widgets import ActionLine
from ...widgets.controls.plain_view import PlainView
from ..dialogs import Dialog, titled
from .print_form import PrintForm

PAUSE = 0.12
"""Seconds after the last change in which the preview still shows what was."""

PAPER = "A page for paper, to print from a browser. It says:"
"""What stands above the preview of a page, which a terminal cannot show as it will look."""

KEYS = "Enter prints, ← → choose, Tab next, Esc back"


class PrintDialog(Dialog[None]):
    """What and from where; a place; and what will stand there, to the letter."""

    BINDINGS = [
        Binding("ctrl+s", "write", show=False),
        Binding("left", "choose(-1)", show=False),
        Binding("right", "choose(1)", show=False),
    ]
    keys_here: ClassVar = (
        ("Enter", "Print it; a file that is there is never written over unasked."),
        ("← →", "In a line of options: choose. What the sign stands at holds."),
        ("Tab, ↑ ↓", "The next line, the one before."),
        ("PgUp, PgDn", "In what will stand there: read it."),
        ("Esc", "Close it; nothing is printed."),
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    AUTO_FOCUS = "#asked > ActionLine"

    sheet = query_one("#sheet", Vertical)
    asked = query_one("#asked", Vertical)
    form = query_one(PrintForm)
    writing = query_one("#asked > ActionLine", ActionLine)
    result = query_one("#result", Static)
    question = query_one("#question", Vertical)
    preview = query_one(PlainView)

    def __init__(self, book: Book, answers: Answers, chapter: Chapter, now: datetime) -> None:
        super().__init__()
        self._book = book
        self._kept = answers
        self._chapter = chapter.id if chapter.front in book.fronts else ""
        self._now = now
        self._is_busy = False
        self._refused: dict[Path, str] = {}
        """What was to be written where something stands already: a yes means these files and no others."""

    def compose(self) -> ComposeResult:
        """The form and the preview: under one another, or side by side where there is room."""
        with Vertical():
            yield titled("Print", KEYS)
            with Vertical(id="sheet"):
                with Vertical(id="asked"):
                    repeats = any("@" in address for address in self._kept)
                    today = self._now.date()
                    yield PrintForm(self._chapter, exports_folder(), today, repeats=repeats)
                    yield ActionLine("Print it", self.action_write)
                    with Vertical(id="question"):
                        yield Static(id="standing")
                        yield ActionLine("Keep what is there", self._keep)
                        yield ActionLine("Write over it", self._write_over)
                    yield Static(id="result")
                with Vertical(id="shown"):
                    yield Static(id="preview-head", classes="keys")
                    yield PlainView()

    def on_mount(self) -> None:
        """Ask nothing yet."""
        self.question.display = False
        self._show()

    @on(PrintForm.Changed)
    def _wish_again(self) -> None:
        """Show what would be written now; what was asked or said before is no longer true."""
        self.question.display = False
        self.result.update("")
        self._show()

    @work(group="preview", exclusive=True)
    async def _show(self) -> None:
        await asyncio.sleep(PAUSE)
        head, request = self.query_one("#preview-head", Static), self.form.request
        try:
            text = printed(self._book, self._kept, request._replace(form="markdown"), self._now)
        except ExportError as error:
            self.preview.show_texts([])
            head.update(Content(f"Nothing to show: {error}"))
            return
        self.preview.show_texts([("", text)])
        lines = text.count("\n")
        head.update(Content(PAPER if request.form == "paper" else f"What will stand there: {lines} lines"))

    def _files(self) -> dict[Path, str]:
        form = self.form
        return {form.path: printed(self._book, self._kept, form.request, self._now)}

    @on(Input.Submitted)
    def _write_from_field(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_write()

    def action_write(self) -> None:
        """Write it, unless something stands there already: then ask."""
        try:
            files = self._files()
        except ExportError as error:
            self._say(f"Not written: {error}", is_error=True)
            return
        self._write(files, force=False)

    def action_choose(self, step: int) -> None:
        """Choose what is printed from the line that prints it, on which the dialog opens."""
        if self.writing.has_focus:
            self.form.what.action_choose(step)

    def _write_over(self) -> None:
        self._write(self._refused, force=True)

    def _write(self, files: dict[Path, str], *, force: bool) -> None:
        if not self._is_busy:
            self._is_busy = True
            self._write_files(files, force=force)

    @work(group="write")
    async def _write_files(self, files: dict[Path, str], *, force: bool) -> None:
        """Write all of `files`, in a thread, since a disk may take its time; then say how it went."""
        self.question.display = False
        path = next(iter(files))
        try:
            folder = is_folder(self.form.place.value.strip())
            data = self._kept.path.parent
            await asyncio.to_thread(
                write_files, self._book, files, make_folder=folder, force=force, data=data
            )
        except FileExists:
            self._refused = files
            self._ask([path for path in files if os.path.lexists(path)])
        except ExportError as error:
            self._say(f"Not written: {error}", is_error=True)
        else:
            self._say(f"Written: {homely(path)}{self._said_of(path)}")
            self.writing.focus(scroll_visible=False)
        finally:
            self._is_busy = False

    def _said_of(self, path: Path) -> str:
        """What follows the name of the file that was written, where something does."""
        request = self.form.request
        usual = "Open it in a browser to print it." if request.form == "paper" else ""
        return f". {said}" if (said := request.unlike(path) or usual) else ""

    def _ask(self, standing: list[Path]) -> None:
        """Ask before anything is overwritten; the cursor stands on the answer that changes nothing."""
        there = "Something is there already"
        self.query_one("#standing", Static).update(Content(f"{there}: {homely(standing[0])}"))
        self.result.update("")
        self.question.display = True
        self.question.query(ActionLine).first().focus()

    def action_close(self) -> None:
        """Close it; where something is asked, that nothing be written over."""
        if self.question.display:
            self._keep()
        else:
            super().action_close()

    def _keep(self) -> None:
        self.question.display = False
        self._say("Nothing was written. Choose another place, if you like.")
        self.form.place.focus()

    def _say(self, words: str, *, is_error: bool = False) -> None:
        self.result.set_class(is_error, "-error")
        self.result.update(Content(words))
        self.call_after_refresh(self.result.scroll_visible, animate=False)
