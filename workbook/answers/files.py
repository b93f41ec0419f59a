"""All the files of one book: listed for the reader, and taken away for good."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from .lock import lock_file
from .names import backups_folder, of_book, real_file
from .private_file import is_loose, keeps_modes, sync_folder


class FileFact(NamedTuple):
    """One file of the reader's, as `where` lists it."""

    path: Path
    mode: int
    """Its type and permission bits, as `stat` has them: 0o100600, unless something else changed them."""
    is_loose: bool
    """Whether others may read or change it; of a symlink, whose own bits say nothing, never."""
    size: int
    """Bytes."""
    modified: datetime
    """UTC."""


def erase(folder: Path, book_id: str) -> tuple[Path, ...]:
    """Removes every file of the book, then the folders that are empty without them; returns the files.

    The data file goes almost last: were it gone first, a power cut half way would have the next start open
    the newest copy. The caller must hold the lock, whose file goes last. Raises OSError where something
    stays, after removing all that can be.
    """
    places = (backups_folder(real_file(folder, book_id).parent), backups_folder(folder), folder)
    gone, stays = [], []
    for path in of_book(folder, book_id):
        try:
            path.unlink()
            gone.append(path)
        except FileNotFoundError:
            continue
        except OSError as error:
            stays.append(error)
    for place in places:
        with suppress(OSError):  # it is not empty: other books, other things
            sync_folder(place)
            place.rmdir()
    if stays:
        raise stays[0]
    return tuple(gone)


def files(folder: Path, book_id: str) -> tuple[FileFact, ...]:
    """Every file of the book, copies included, as it is now; changes nothing, not even the folder."""
    found = []
    for path in of_book(folder, book_id):
        with suppress(FileNotFoundError):  # a save has just renamed it
            facts = path.lstat()
            modified = datetime.fromtimestamp(facts.st_mtime, UTC)
            found.append(FileFact(path, facts.st_mode, is_loose(path), facts.st_size, modified))
    return tuple(found)


def folder_keeps_modes(folder: Path, book_id: str) -> bool:
    """Whether the files that answers are written to read back as private; False before there are any."""
    kept = [path for path in (lock_file(folder, book_id), real_file(folder, book_id)) if path.exists()]
    return bool(kept) and all(keeps_modes(path) for path in kept)
