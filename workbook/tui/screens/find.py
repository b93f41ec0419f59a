"""Find, in the book and in the reader's own answers."""

from ...answers import Answers
from ...book import Book, Hit
from .dialog import Dialog


class FindScreen(Dialog[Hit]):
    """Words to look for, and where they stand."""

    def __init__(self, book: Book, answers: Answers) -> None:
        super().__init__()
        self._book = book
        self._answers = answers
