"""The book and the answers that a command is about, and the program itself."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..answers import Kept, read_answers
from ..book import Book, Chapter, read_book
from ..paths import book_folder, data_folder, reader_folder
from .chapter_cache import chapter_cache
from .errors import BadInputError
from .parser import Options
from .printing import warn

_DIGITS = 5
"""Of a chapter's number at most: no book has more, and Python refuses a number of thousands of them."""
_LISTED = 20
"""Ids that are named after an unknown one at most: they fill two or three lines of a terminal."""

_NO_SCREEN = ("dumb", "unknown", "")
"""What terminals are called of which nobody knows that they can do more than print."""
_IN_PRINT = "'workbook print --blank' prints the book, and without --blank what you wrote"


def open_workbook(options: Options) -> int:
    """Show the book full screen, and return the exit status when the reader leaves."""
    refuse_no_terminal()
    book = opened_book(options)
    from ..tui import run

    return run(book, answers_folder(options))


def refuse_no_terminal() -> None:
    """Raises BadInputError where no page can be shown."""
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise BadInputError(f"a workbook opens in a terminal only; {_IN_PRINT}")
    term = os.environ.get("TERM", "")
    if term in _NO_SCREEN and (term or os.name == "posix"):  # Windows sets none
        raise BadInputError(f"this terminal cannot show pages (TERM={term}); {_IN_PRINT}")


def answers_folder(options: Options) -> Path:
    """Where the answers are that the command line names; it need not exist."""
    return reader_folder(data_folder(options.data), options.reader)


def opened_book(options: Options) -> Book:
    """The book that the command line names; raises BookError where there is none."""
    return read_book(book_folder(options.book), chapter_cache().parse)


def kept_answers(options: Options, book: Book) -> Kept:
    """The answers to `book`, read without a lock; what the reader is to know of the file goes to stderr."""
    kept = read_answers(answers_folder(options), book)
    for notice in kept.notices:
        warn(notice)
    return kept


def chosen_chapters(book: Book, names: Sequence[str]) -> list[Chapter] | None:
    """The chapters called `names`, ids or numbers, each once; None, which is the whole book, for no name.

    Raises BadInputError where the book has no such chapter.
    """
    chosen = [_chosen(book, name) for name in names]
    return list({chapter.id: chapter for chapter in chosen}.values()) or None


def refuse_unread(chapters: Iterable[Chapter]) -> None:
    """Raises BadInputError for the first chapter that cannot be read: it would pass for an empty one."""
    for chapter in chapters:
        for problem in chapter.problems:
            if problem.code == "unreadable":
                raise BadInputError(f"{problem.path}: {problem.text}")


def _chosen(book: Book, name: str) -> Chapter:
    chapter = book.chapter(name)
    if chapter:
        return chapter
    number = int(name) if name.isdecimal() and len(name) <= _DIGITS else 0
    if 0 < number <= len(book.fronts):
        return book.open(book.fronts[number - 1])
    raise BadInputError(f"there is no chapter '{name}'.{_hint(book, name)}")


def _hint(book: Book, name: str) -> str:
    import difflib

    ids = [front.id for front in book.fronts]
    near = difflib.get_close_matches(name, ids, 1)
    if near:
        return f" Did you mean '{near[0]}'?"
    named = f", or: {', '.join(ids)}" if len(ids) <= _LISTED else ""
    return f" Chapters are 1 to {len(ids)}{named}."
