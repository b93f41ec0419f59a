"""Floor 4: the screens; the only place that knows Textual."""

from pathlib import Path

from ..book import Book


def run(book: Book, data: Path) -> int:
    """Show `book` full screen, its answers in the folder `data`; return the exit status.

    Raises AnswersError where the answers cannot be opened.
    """
    from .app import run_app  # Textual is imported only where a screen is to be shown

    return run_app(book, data)
