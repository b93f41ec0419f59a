"""The questions that printing asks: what, from where, as what, into which file."""

import os
from datetime import date
from pathlib import Path
from typing import ClassVar, Literal, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, Static

from ....export import ExportError, Form, Request, What, homely, is_folder, usual_path
from ....paths import SCREEN
from ...widgets import LineField
from ...widgets.controls.setting_line import SettingLine

WARNING = "Whoever can open the file can read it."

WHAT = {"words": "what I wrote", "chapters": "whole chapters", "sheets": "empty sheets"}
PART = {"all": "the whole book", "this": "this chapter", "now": "just now"}
FORM = {"markdown": "Markdown", "paper": "a page for paper"}
ENTRIES = {"all": "all", "latest": "the latest"}


class PrintForm(Vertical):
    """Asks for a `request` and a `path`; posts `Changed` whenever one of them is another.

    `chapter` is the id of the one that is open, empty where none is; `repeats` whether anything was answered
    more than once.
    """

    what: ClassVar = query_one("#what", SettingLine)
    part: ClassVar = query_one("#part", SettingLine)
    form: ClassVar = query_one("#form", SettingLine)
    entries: ClassVar = query_one("#entries", SettingLine)
    place: ClassVar = query_one(LineField)

    class Changed(Message):
        """The reader asks for something else now."""

    def __init__(self, chapter: str, folder: Path, today: date, *, repeats: bool) -> None:
        super().__init__()
        self._chapter, self._folder, self._today, self._repeats = chapter, folder, today, repeats
        self._usual = homely(usual_path(folder, Request(), today))
        self._is_form_chosen = False

    def compose(self) -> ComposeResult:
        """One line for each question, and who can read what comes of it."""
        yield SettingLine("What", WHAT, "words", id="what")
        offered = {name: said for name, said in PART.items() if name != "this" or self._chapter}
        yield SettingLine("From", offered, "all", id="part")
        yield SettingLine("As", FORM, "markdown", id="form")
        entries = SettingLine("Repeated", ENTRIES, "all", id="entries")
        entries.display = self._repeats
        yield entries
        with Horizontal(id="place"):
            yield Static(Content.styled("Into", "bold"))
            yield LineField(self._usual, placeholder=self._usual)
        yield Static(Content(WARNING), classes="meant")

    @property
    def request(self) -> Request:
        """What is asked for now."""
        places = {"all": (), "this": (self._chapter,), "now": ("now",)}[self.part.value]
        what, form = cast(What, self.what.value), cast(Form, self.form.value)
        return Request(what, places, latest=self.entries.value == "latest", form=form)

    @property
    def path(self) -> Path:
        """The file to write; in a folder, one with a name of its own. Raises ExportError for the screen."""
        named = self.place.value.strip() or self._usual
        if named == SCREEN:
            raise ExportError(f"'{SCREEN}' stands for the screen; name a file")
        path = Path(os.path.expanduser(named))
        return usual_path(path, self.request, self._today) if is_folder(named) else path

    @on(SettingLine.Chosen)
    def _choose(self, event: SettingLine.Chosen) -> None:
        event.stop()
        if self.part.value == "now" and self.what.value != "words":
            self._agree(by="part" if event.line is self.what else "what")
        usual = "paper" if self.what.value == "sheets" else "markdown"
        if event.line is self.form:
            self._is_form_chosen = self.form.value != usual
        elif not self._is_form_chosen:
            self.form.value = usual
        self.entries.disabled = self.what.value == "sheets"
        place = homely(usual_path(self._folder, self.request, self._today))
        if self.place.value == self._usual:
            self.place.value = place
        self._usual = self.place.placeholder = place
        self.post_message(self.Changed())

    def _agree(self, by: Literal["what", "part"]) -> None:
        """What is just now goes with words alone: the line that was not touched follows."""
        if by == "part":
            self.part.value = "all"
        else:
            self.what.value = "words"

    @on(Input.Changed)
    def _hear(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Changed())
