"""What the reader wishes to have printed, the files that come of it, and what is said about them."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..book import Book
from .request import homely
from .writing import files_at

if TYPE_CHECKING:  # the floor that knows the database: a blank sheet needs none
    from ..answers import Kept


class Wish(NamedTuple):
    """Which chapters, with which answers, and where to."""

    chapters: tuple[str, ...] | None
    """Their ids in reading order; None is the whole book."""
    blank: bool
    latest: bool
    path: str
    """As it was typed: `~` is the reader's home, and a folder takes a file for each chapter."""

    @property
    def privacy(self) -> str:
        """What will and what will not be read in it, in a sentence."""
        if self.blank:
            return "The bare pages."
        return "All you wrote is in it, also what is kept out of copies."


def wished(book: Book, answers: "Kept", wish: Wish) -> dict[Path, str]:
    """The files that `wish` makes, each with its text; none where no chapter is wished for."""
    kept, questions = ({}, {}) if wish.blank else (answers, answers.questions)
    chapters = None
    if wish.chapters is not None:
        chapters = [book.open(front) for front in book.fronts if front.id in wish.chapters]
        if not chapters:
            return {}
    return files_at(wish.path, book, kept, chapters, questions=questions, latest=wish.latest)


def said_of_files(paths: Sequence[Path]) -> str:
    """The one file, or how many there are and where."""
    if len(paths) == 1:
        return homely(paths[0])
    return f"{len(paths)} files in {homely(paths[0].parent)}{os.sep}"
