"""The books that every rule of the export must hold for: the fixture, and the one that is shipped."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from workbook.book import Book, Chapter, read_book

_ROOT = Path(__file__).parents[2]
FOLDERS = {"fixture": _ROOT / "tests" / "fixtures" / "book", "shipped": _ROOT / "chapters"}


@cache
def book(name: str) -> Book:
    """One of the books, read once for all tests."""
    return read_book(FOLDERS[name])


class Shelved(NamedTuple):
    """A chapter, and the book in which it stands."""

    book: Book
    chapter: Chapter


SHELF = [
    pytest.param(Shelved(book(name), chapter), id=chapter.id)
    for name in FOLDERS
    for chapter in book(name).chapters
]
"""Every chapter of every book, as parameters of a test."""
