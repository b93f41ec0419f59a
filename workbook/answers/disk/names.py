"""What the files of one book are called, so that none is missed and none of anybody else's is touched.

Names are compared whole: the folder may be one that holds other things too, and the id of one book may be
the beginning of another's. Where the data file is a symlink, its `.bak`, damaged and copied files stand
beside the file it leads to.
"""

import os
import re
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path

BACKUPS = "backups"
CONFLICT = "conflict"
"""Why a copy was made: it is what a sync program made of the data file, and was merged."""

_COPY = r"-(\d{4}-\d\d-\d\d(?:T\d{6}-[a-z0-9-]+)?)"
_CONFLICT = r"(?:\.sync-conflict-.+| \(.*conflicted copy.*\))"
"""What Syncthing, and what Dropbox and Nextcloud, put before the suffix of a file two machines wrote."""
_BESIDE = rf"(?:\.lock|\.json(?:\.bak)?(?:\.tmp|\.damaged-.+)?|(?:\.json)?{_CONFLICT}\..+)"
_EDITING = r"[.#]{0,2}editing-.+\.md.*"
"""The text that an editor was given, and what the editor put beside it (`~`, `.swp`): no name says whose."""


def data_file(folder: Path, book_id: str) -> Path:
    """The file that holds the answers of the book, there or not."""
    return folder / f"{book_id}.json"


def real_file(folder: Path, book_id: str) -> Path:
    """The data file, or what it leads to where it is a symlink."""
    return Path(os.path.realpath(data_file(folder, book_id)))


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
    found = re.fullmatch(rf"{re.escape(book_id)}{_COPY}\.json", name)
    return found.group(1) if found else ""


def is_dated(name: str, book_id: str) -> bool:
    """Whether `name` begins as that of a copy of this book does, whatever was added to it."""
    return re.match(rf"{re.escape(book_id)}{_COPY}(?![0-9])", name) is not None


def copies(folder: Path, book_id: str) -> tuple[Path, ...]:
    """The copies in `backups/` of this book, newest first; those of other machines after all of its own.

    One that is dated after tomorrow was made by a wrong clock, nobody knows when: it counts as the oldest.
    """
    found = [(when_made(path.name, book_id), path) for path in _in_backups(folder)]
    found.sort(
        key=lambda copy: (CONFLICT not in copy[0], by_age(copy[0], datetime.now()), copy), reverse=True
    )
    return tuple(path for made, path in found if made)


def by_age(made: str, now: datetime) -> tuple[bool, str]:
    """What sorts the days and moments that names of copies say, the oldest first.

    What is dated after tomorrow comes first of all; not what is of tomorrow, for a flight west lands on a day
    that has had its copy.
    """
    return made[: len("2026-11-22")] <= f"{now.astimezone() + timedelta(days=1):%Y-%m-%d}", made


def dated(folder: Path, book_id: str) -> dict[Path, str]:
    """The files in `backups/` that are called like copies of this book, and the day or moment they say.

    What a sync program made of such a copy is one too; its name may be that of another book's.
    """
    pattern = re.compile(rf"{re.escape(book_id)}{_COPY}(?![0-9])")
    found = ((path, pattern.match(path.name)) for path in _in_backups(folder))
    return {path: match.group(1) for path, match in found if match}


def unnamed(folder: Path, book_id: str) -> tuple[Path, ...]:
    """What `folder` and its `backups/` hold that is not called as files of the book are.

    Nothing where that cannot be listed.
    """
    with suppress(OSError):
        known = {*beside(folder, book_id), *named_copies(folder, book_id)}
        entries = (*_entries(folder), *_in_backups(folder))
        return tuple(path for path in entries if path not in known)
    return ()


def conflict_copies(folder: Path, book_id: str) -> tuple[Path, ...]:
    """The files beside the data file that a sync program made of it when two machines wrote at once."""
    pattern = re.compile(rf"{re.escape(book_id)}{_CONFLICT}\.json")
    return tuple(sorted(path for path in _entries(folder) if pattern.fullmatch(path.name)))


def of_book(folder: Path, book_id: str) -> tuple[Path, ...]:
    """Every file of this book that is there, by its real path, the data file and then the lock last."""
    real = real_file(folder, book_id)
    found = {path for place in places(folder, book_id) for path in (*beside(*place), *named_copies(*place))}
    last = (real.name, f"{book_id}.json", f"{book_id}.lock")
    return tuple(sorted(found, key=lambda path: (last.index(path.name) if path.name in last else -1, path)))


def places(folder: Path, book_id: str) -> set[tuple[Path, str]]:
    """The real folders that files of the book are in, and what they are called after there."""
    real = real_file(folder, book_id)
    return {(Path(os.path.realpath(folder)), book_id), (real.parent, book_of_file(real))}


def beside(folder: Path, book_id: str) -> tuple[Path, ...]:
    """The files in `folder` itself whose names say that they are of this book."""
    pattern = _beside(book_id)
    return tuple(path for path in _entries(folder) if pattern.fullmatch(path.name))


def named_copies(folder: Path, book_id: str) -> list[Path]:
    """The files in `backups/` whose names say that they are copies of this book."""
    pattern = _copy(book_id)
    return [path for path in _in_backups(folder) if pattern.fullmatch(path.name)]


def is_named_so(path: Path, folder: Path, book_id: str) -> bool:
    """Whether `path`, there or not, has the place and the name of a file of this book."""
    where = Path(os.path.realpath(path.parent))
    return any(
        (where == place and _beside(name).fullmatch(path.name))
        or (where == backups_folder(place) and _copy(name).fullmatch(path.name))
        for place, name in places(folder, book_id)
    )


def is_of_an_editor(path: Path) -> bool:
    """Whether `path` is a text that an editor was given, or what the editor put beside it."""
    return re.fullmatch(_EDITING, path.name) is not None


def free(path: Path) -> Path:
    """`path`, or the first of `<stem>-2`, `<stem>-3` … beside it that nothing has."""
    stem, suffix = (path.stem, path.suffix) if path.suffix == ".json" else (path.name, "")
    numbered = (path.with_name(f"{stem}-{number}{suffix}") for number in range(2, 1_000_000))
    return next(one for one in chain((path,), numbered) if not one.is_symlink() and not one.exists())


def _beside(book_id: str) -> re.Pattern[str]:
    return re.compile(f"{re.escape(book_id)}{_BESIDE}|{_EDITING}")


def _copy(book_id: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(book_id)}{_COPY}(?:{_CONFLICT})?\.json(?:\.tmp)?")


def _in_backups(folder: Path) -> list[Path]:
    """What `backups/` holds; nothing where that is no folder, or a symlink, which is not followed."""
    where = backups_folder(folder)
    return [] if where.is_symlink() or not where.is_dir() else _entries(where)


def _entries(folder: Path) -> list[Path]:
    """What `folder` holds, nothing where it is not there; raises OSError, also where it is a file."""
    try:
        return list(folder.iterdir())
    except FileNotFoundError:
        return []
