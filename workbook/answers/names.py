"""What the files of one book are called, so that none is missed and none of another book is touched.

Ids of books have small letters, digits and hyphens, so `<id>.` and `<id> (` begin no other book's file; in
`backups/`, where names are `<id>-<day>`, the whole of the name is compared.
"""

import re
from datetime import datetime
from pathlib import Path

BACKUPS = "backups"

_COPY = r"-(\d{4}-\d\d-\d\d(?:T\d{6}-[a-z0-9-]+)?)\.json"
_CONFLICT = r"(?:\.sync-conflict-.+| \(.*conflicted copy.*\))\.json"


def data_file(folder: Path, book_id: str) -> Path:
    """The file that holds the answers of the book, there or not."""
    return folder / f"{book_id}.json"


def book_of_file(path: Path) -> str:
    """The id of the book that the data file `path` belongs to, by its name."""
    return path.name.removesuffix(".json")


def previous(path: Path) -> Path:
    """The `.bak` of the data file `path`: its content one save ago."""
    return path.with_name(f"{path.name}.bak")


def backups_folder(folder: Path) -> Path:
    """Where the copies of every book in `folder` are."""
    return folder / BACKUPS


def day_name(book_id: str, now: datetime) -> str:
    """The name of the copy made on the day of `now`, where the reader lives."""
    return f"{book_id}-{now.astimezone():%Y-%m-%d}.json"


def moment_name(book_id: str, now: datetime, why: str) -> str:
    """The name of a copy that one event asks for: `why` says which, in small letters and hyphens."""
    return f"{book_id}-{now.astimezone():%Y-%m-%dT%H%M%S}-{why}.json"


def when_made(name: str, book_id: str) -> str:
    """The day or moment in the name of a copy of this book, to sort by; empty where it is not one."""
    found = re.fullmatch(re.escape(book_id) + _COPY, name)
    return found.group(1) if found else ""


def copies(folder: Path, book_id: str) -> tuple[Path, ...]:
    """The copies in `backups/` of this book, newest first; of one day, the copy of the day last."""
    where = backups_folder(folder)
    if where.is_symlink() or not where.is_dir():
        return ()
    found = [(when_made(path.name, book_id), path) for path in where.iterdir()]
    return tuple(path for made, path in sorted(found, reverse=True) if made)


def conflict_copies(folder: Path, book_id: str) -> tuple[Path, ...]:
    """The files beside the data file that a sync program made of it when two machines wrote at once."""
    if not folder.is_dir():
        return ()
    pattern = re.compile(re.escape(book_id) + _CONFLICT)
    return tuple(sorted(path for path in folder.iterdir() if pattern.fullmatch(path.name)))


def of_book(folder: Path, book_id: str) -> tuple[Path, ...]:
    """Every file of this book that is there: data, `.bak`, lock, temporary and editor files, copies."""
    beside = (f"{book_id}.", f"{book_id} (")
    near = [path for path in _entries(folder) if path.name.startswith(beside)]
    kept = [path for path in _entries(backups_folder(folder)) if when_made(_settled(path.name), book_id)]
    return tuple(sorted(near) + sorted(kept))


def free(path: Path) -> Path:
    """`path`, or the first of `<stem>-2`, `<stem>-3` … beside it that nothing has."""
    candidates = (path.with_stem(f"{path.stem}-{number}") for number in range(2, 1_000_000))
    taken = path
    while taken.is_symlink() or taken.exists():
        taken = next(candidates)
    return taken


def _entries(folder: Path) -> list[Path]:
    return [] if folder.is_symlink() or not folder.is_dir() else list(folder.iterdir())


def _settled(name: str) -> str:
    return name.removesuffix(".tmp")
