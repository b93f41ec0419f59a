"""How the answers to a book are opened: to be written by one program, or to be read by any."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from ..book import Book
from .answers import Answers
from .disk import Lock, lock_file, make_private_folder
from .document import Kept
from .errors import AnswersError
from .file import read_untouched


def _now() -> datetime:
    return datetime.now(UTC)


def open_answers(folder: Path, book: Book, *, clock: Callable[[], datetime] = _now) -> Answers:
    """The answers to `book` in `folder`, which is made, 0700, where it is missing.

    They are read only where another program holds them, where the folder cannot be written, or where a newer
    version made them; `Answers.read_only` says so. Raises AnswersError where the folder cannot be made or the
    file is not to be read.
    """
    return Answers(_made(folder), book, clock)


def read_answers(folder: Path, book: Book) -> Kept:
    """The answers to `book` in `folder`, read without a lock; writes nothing, not even the folder.

    A damaged file is read from its newest good copy and stays as it is. Raises AnswersError where the file is
    of another book, cannot be read, or is damaged without a good copy.
    """
    state, _, notices = read_untouched(folder, book)
    return Kept(state, notices)


@contextmanager
def held(folder: Path, book_id: str) -> Iterator[Lock]:
    """Keeps every other program from writing the answers for a while; makes `folder` where it is missing.

    Raises AnswersError, saying why, where another one writes them or the folder cannot be written.
    """
    lock = Lock(lock_file(_made(folder), book_id))
    if refusal := lock.refusal():
        raise AnswersError(f"the answers cannot be written: {refusal}")
    try:
        yield lock
    finally:
        lock.release()


def _made(folder: Path) -> Path:
    try:
        make_private_folder(folder)
    except OSError as error:
        raise AnswersError(f"{folder} cannot be made: {error.strerror or type(error).__name__}") from None
    return Path(os.path.realpath(folder))
