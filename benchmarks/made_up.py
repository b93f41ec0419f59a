"""Answers that nobody gave: a book without chapters, and files of it of a given size."""

from pathlib import Path

from workbook.answers import Answers, open_answers
from workbook.book import Book, Chapter, Front

CHARACTERS = 240
"""How long a made-up answer is: with what is kept beside it, about 450 bytes in the file."""


def empty_book(folder: Path) -> Book:
    """A book without chapters, so that opening answers costs what the answers cost."""
    return Book(folder=folder, id="measured", title="Measured", fronts=(), read=_unread)


def filled(folder: Path, count: int) -> Answers:
    """The answers in `folder`, open for writing, `count` of them given and saved."""
    answers = open_answers(folder, empty_book(folder))
    for number in range(count):
        answers[f"chapter-{number % 12}/exercise-{number}"] = words(number)
    if not answers.flush(60):
        raise OSError(answers.saving.reason)
    return answers


def words(number: int) -> str:
    """A text of `CHARACTERS` characters, another one for each number."""
    return (f"{number} – what we said that evening, in our own words. " * 20)[:CHARACTERS].strip()


def _unread(front: Front) -> Chapter:
    raise LookupError(front.id)
