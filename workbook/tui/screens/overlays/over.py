"""A text that opens over the cover."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from ....book import Book, Prose
from ...messages import PageRead
from ...widgets import ProseView
from .extra import ExtraScreen


class SectionScreen(ExtraScreen):
    """One text, below the title of the book; its links lead where they do on the cover."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "lead_on", show=False)]

    def __init__(self, book: Book, text: Prose) -> None:
        super().__init__(book, book.cover or book.fronts[0], title=book.title)
        self._text = text

    def compose_page(self) -> Iterator[Widget]:
        """The text."""
        yield ProseView(self._text)

    @on(PageRead)
    def action_lead_on(self) -> None:
        """Choose the first link of the text, or the next one: the short way goes on there once it is read."""
        if not self.view.has_links:
            return
        if not self.view.chosen:
            self.view.action_edge(0)
        self.action_links()
