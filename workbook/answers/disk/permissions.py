"""What others can read is closed to them when the answers are opened to be written."""

import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from .lock import is_signed, lock_file
from .names import BACKUPS, beside, data_file, is_of_an_editor, of_book
from .private_file import is_loose, tightened


def tighten(folder: Path, book_id: str) -> list[str]:
    """Makes every file of the book private, and the folder where it is there for answers alone.

    Returns what the reader is told of each that others could read. An editor makes its files as it likes:
    in a folder that nobody else may enter that is nothing to tell.
    """
    own = [folder] if is_for_answers(folder, book_id) else []
    files = (*own, *_found(folder, book_id))
    quiet = [] if is_loose(folder) else [file for file in files if is_of_an_editor(file)]
    closed(quiet)
    return closed(file for file in files if file not in quiet)


def closed(files: Iterable[Path]) -> list[str]:
    """Makes each of `files` private; returns what the reader is told of each that others could read.

    What cannot be looked at, or is gone by now, is passed over: it must not stand in the way of the others.
    """
    said = []
    for file in files:
        with suppress(OSError):
            if tightened(file):
                said.append(f"Others could read {file}; from now on only you can.")
    return said


def is_for_answers(folder: Path, book_id: str) -> bool:
    """Whether `folder` holds answers and nothing else: a reader may have named one that others have to enter.

    One that was empty so far is left as it was made, too. Another book is known by the lock that was signed.
    """
    entries = list(folder.iterdir())
    locks = [path for path in entries if path.suffix == ".lock" and is_signed(path)]
    books = {book_id, *(lock.stem for lock in locks if lock == lock_file(folder, lock.stem))}
    known = {folder / BACKUPS, *(path for book in books for path in beside(folder, book))}
    return (
        not folder.stat().st_mode & stat.S_ISVTX
        and any(data_file(folder, book) in known for book in books)
        and known.issuperset(entries)
    )


def _found(folder: Path, book_id: str) -> tuple[Path, ...]:
    """The files of the book; those beside the data file alone where its copies cannot be listed."""
    try:
        return of_book(folder, book_id)
    except OSError:
        return beside(folder, book_id)
