"""All the files of one book: listed for the reader, and taken away for good."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from ...paths import OWN_KEYS
from ..disk import (
    backups_folder,
    is_loose,
    is_named_so,
    keeps_modes,
    lock_file,
    of_book,
    places,
    read_plain,
    real_file,
    sync_folder,
)
from ..document import State, book_of, is_newer
from ..errors import Damaged
from .damage import loaded
from .kinship import Kin, kin

_OF_ANSWERS = re.compile(r"\.json|\.lock$", re.IGNORECASE)
"""What the names of the files that answers are kept in have in common, whatever the book."""


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


def erase(folder: Path, book_id: str, let_go: Callable[[], object] = lambda: None) -> tuple[Path, ...]:
    """Removes every file of the book, then the folders that are empty without them; returns the files.

    The data file goes almost last: were it gone first, a power cut half way would have the next start open
    the newest copy. The caller must hold the lock, whose file goes last; `let_go` is called before that where
    the system removes no file that is open (Windows). Raises OSError where something stays, after removing
    all that can be.
    """
    places = (backups_folder(real_file(folder, book_id).parent), backups_folder(folder), folder)
    gone, stays, lock = [], [], lock_file(folder, book_id)
    for path in _every(folder, book_id):
        try:
            _remove(path, let_go if path == lock else None)
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


def _remove(path: Path, let_go: Callable[[], object] | None) -> None:
    """Remove `path`; where that is refused, once more after `let_go`."""
    try:
        path.unlink()
    except PermissionError:
        if let_go is None:
            raise
        let_go()
        path.unlink()


def files(folder: Path, book_id: str) -> tuple[FileFact, ...]:
    """Every file of the book, copies included, as it is now; changes nothing, not even the folder."""
    return _facts(_every(folder, book_id))


def strangers(folder: Path, book_id: str) -> tuple[FileFact, ...]:
    """The files there that answer the book too, and are somebody else's: never joined, never erased."""
    return _facts(one.path for one in _related(folder, book_id) if one.whose == "somebody else's")


def folder_keeps_modes(folder: Path, book_id: str) -> bool:
    """Whether the files that answers are written to read back as private; False before there are any."""
    kept = [path for path in (lock_file(folder, book_id), real_file(folder, book_id)) if path.exists()]
    return bool(kept) and all(keeps_modes(path) for path in kept)


def is_kept(path: Path, folder: Path, book_id: str) -> bool:
    """Whether `path` is a file of the book, under whatever name or link, or would stand in the place of one.

    So is the file of answers of another book that lies there too, and that of the reader's keys, which
    `erase` leaves because no word is in it.
    """
    if is_named_so(path, folder, book_id):
        return True
    homes = {place for home, _ in places(folder, book_id) for place in (home, backups_folder(home))}
    is_at_home = Path(os.path.realpath(path.parent)) in homes
    if is_at_home and path.name.lower() == OWN_KEYS:
        return True
    number = _number(path)
    if number is None:
        return False
    if is_at_home and _OF_ANSWERS.search(path.name):
        return True
    with suppress(OSError):
        return number in map(_number, _every(folder, book_id))
    return False  # a folder that cannot be listed


def _number(path: Path) -> tuple[int, int] | None:
    """What two names of one file have in common; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _facts(paths: Iterable[Path]) -> tuple[FileFact, ...]:
    found = []
    for path in paths:
        with suppress(FileNotFoundError):  # a save has just renamed it
            facts = path.lstat()
            modified = datetime.fromtimestamp(facts.st_mtime, UTC)
            found.append(FileFact(path, facts.st_mode, is_loose(path), facts.st_size, modified))
    return tuple(found)


def _every(folder: Path, book_id: str) -> tuple[Path, ...]:
    """Every file of the book that is there: those known by what is in them, then those known by name."""
    ours = (one.path for one in _related(folder, book_id) if one.whose != "somebody else's")
    return (*sorted(ours), *of_book(folder, book_id))


def _related(folder: Path, book_id: str) -> tuple[Kin, ...]:
    """The files of the book in all its places that are not called so."""
    named = of_book(folder, book_id)
    found = (kin(place, name, book_id, _states(named, book_id)) for place, name in places(folder, book_id))
    return tuple({one.path: one for several in found for one in several if one.path not in named}.values())


def _states(named: Iterable[Path], book_id: str) -> Iterator[State]:
    """What can be read of the files of the book that are known by name."""
    for path in named:
        with suppress(Damaged, OSError):
            if book_of(state := loaded(read_plain(path))) == book_id and not is_newer(state):
                yield state
