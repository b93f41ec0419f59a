"""What is to be printed, and where to."""

from ...answers import Answers
from ...book import Book, Chapter
from .dialog import Dialog


class ExportDialog(Dialog[None]):
    """Chapters, filled or blank, for me or to share; a preview; a place."""

    def __init__(self, book: Book, answers: Answers, chapter: Chapter) -> None:
        super().__init__()
        self._book = book
        self._answers = answers
        self._chapter = chapter
