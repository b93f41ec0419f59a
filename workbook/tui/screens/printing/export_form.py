"""The questions that an export asks: which chapters, with what in them, where to."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, Static

from ....book import Book, Row, Run
from ....export import Wish, homely
from ...messages import Answered
from ...widgets import LineField, Ticks
from ...widgets.controls.setting_line import SettingLine

WARNING = "Whoever can open the file can read it."


class ExportForm(Vertical):
    """Asks for a `wish`; posts `Changed` whenever it is another one."""

    which: ClassVar = query_one("#which", SettingLine)
    filling: ClassVar = query_one("#filling", SettingLine)
    entries: ClassVar = query_one("#entries", SettingLine)
    ticks: ClassVar = query_one(Ticks)
    place: ClassVar = query_one(LineField)

    class Changed(Message):
        """The reader wishes for something else now."""

    def __init__(self, book: Book, chapter: str, folder: Path) -> None:
        super().__init__()
        self._book = book
        self._chapter = chapter
        self._folder = folder
        self._usual = self._usual_path("this" if chapter else "all")

    def compose(self) -> ComposeResult:
        """One line for each question, and what an answer means where that is not plain."""
        this = {"this": "this chapter"} if self._chapter else {}
        which = {**this, "all": f"all {len(self._book.fronts)}", "some": "some"}
        yield SettingLine("Chapters", which, next(iter(which)), id="which")
        rows = [
            Row(id=front.id, label=(Run(front.title),), lines=range(0), mark=f"{front.number}.")
            for front in self._book.fronts
        ]
        yield Ticks(rows, address="chapters", many=True, chosen={self._chapter} - {""})
        yield SettingLine("Answers", {"filled": "filled in", "blank": "blank"}, "filled", id="filling")
        yield SettingLine("Repeated", {"all": "every entry", "latest": "the latest"}, "all", id="entries")
        yield Static(id="privacy", classes="meant")
        with Horizontal(id="place"):
            yield Static(Content.styled("Where to", "bold"))
            yield LineField(self._usual, placeholder=self._usual)
        yield Static(Content(WARNING), classes="meant")

    def on_mount(self) -> None:
        """Say what the settings mean."""
        self._settle()

    @property
    def wish(self) -> Wish:
        """What is wished for now."""
        return Wish(
            chapters=self._chapters(),
            blank=self.filling.value == "blank",
            latest=self.entries.value == "latest",
            path=self.place.value.strip() or self._usual,
        )

    def _chapters(self) -> tuple[str, ...] | None:
        if self.which.value == "this":
            return (self._chapter,)
        ticked = tuple(front.id for front in self._book.fronts if front.id in self.ticks.chosen)
        return None if self.which.value == "all" or len(ticked) == len(self._book.fronts) else ticked

    @on(SettingLine.Chosen)
    def _choose(self, event: SettingLine.Chosen) -> None:
        event.stop()
        self._settle()

    @on(Answered)
    @on(Input.Changed)
    def _hear(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Changed())

    def _settle(self) -> None:
        """Show what depends on the settings, and say that they have changed."""
        self.ticks.display = self.which.value == "some"
        self.entries.disabled = self.filling.value == "blank"
        usual = self._usual_path(self.which.value)
        if self.place.value == self._usual:
            self.place.value = usual
        self._usual = self.place.placeholder = usual
        self.query_one("#privacy", Static).update(Content(self.wish.privacy))
        self.post_message(self.Changed())

    def _usual_path(self, which: str) -> str:
        """The path to begin with, named for the book, and for the chapter where it is one."""
        name = f"{self._book.id}-{self._chapter}" if which == "this" else self._book.id
        return homely(self._folder / f"{name}.md")
