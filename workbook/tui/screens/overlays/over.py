"""A text that opens over the cover."""

from collections.abc import Iterator

from textual.widget import Widget

from ....book import Book, Prose
from ...widgets import ProseView
from .leaflet import LeafletScreen


class SectionScreen(LeafletScreen):
    """One text, below the title of the book; its links lead where they do on the cover."""

    def __init__(self, book: Book, text: Prose) -> None:
        super().__init__(book, book.cover or book.fronts[0], title=book.title)
        self._text = text

    def compose_page(self) -> Iterator[Widget]:
        """The text."""
        yield ProseView(self._text)
