"""Copies of the answers: one for each day of use, and those that the reader makes and restores.

The copies of the last ten days of use are kept; what is older goes, and with it the last trace of a word that
was erased that long ago. All paths that are returned or read lie beside the file that a symlinked data file
leads to.
"""

import errno
import os
from datetime import UTC, datetime
from pathlib import Path

from ...text import one_line
from ..disk import (
    backups_folder,
    book_of_file,
    by_age,
    copies,
    create_private,
    dated,
    day_name,
    free,
    is_named_so,
    make_private_folder,
    moment_name,
    named_copies,
    previous,
    read_plain,
    real_file,
    sync_folder,
    tightened,
    write_private,
)
from ..document import answers_book, book_of, is_newer
from ..errors import AnswersError, Damaged, RestoreError
from .damage import loaded, newest_good, set_aside
from .kinship import is_marked, marked, unmarked
from .storage import dumps

DAYS = 10
"""How many days of use have their copy."""


def keep_day(path: Path, book_id: str, now: datetime) -> Path | None:
    """Copies the newest good state of the data file `path` before the first save of the day of `now`.

    Returns the copy, None where that day has one, or there is nothing good to copy. Copies older than the ten
    newest days are then removed, with what sync programs made of them. Raises OSError where the copy cannot
    be written.
    """
    name = book_of_file(path)
    copy = backups_folder(path.parent) / day_name(name, now)
    if copy.exists() and not copy.is_symlink():
        return None
    raw = _good_bytes(path, book_id)
    if raw is None:
        return None
    write_private(made_folder(path) / copy.name, raw)
    for old in _outdated(path.parent, name, book_id, now):
        old.unlink(missing_ok=True)
    return copy


def keep_moment(path: Path, book_id: str, now: datetime, why: str) -> Path | None:
    """Copies the newest good state of the data file `path` before something changes all of it.

    `why` becomes part of the name: `schema-1`, `before-restore`. None where there is nothing good to copy.
    Raises OSError where the copy cannot be written.
    """
    raw = _good_bytes(path, book_id)
    if raw is None:
        return None
    copy = free(made_folder(path) / moment_name(book_of_file(path), now, why))
    write_private(copy, raw)
    return copy


def backup(folder: Path, book_id: str, to: Path | None) -> Path:
    """Writes the newest good state of the answers to the new file `to`, 0600, and returns its path.

    Where `to` is a folder the copy is `<book id>-<day>.json` in it; None is the present folder, where a name
    that is taken gets a number. Writes nothing in the data folder and needs no lock. Raises AnswersError
    where there is nothing good to copy, FileExistsError where `to` is there, or is
    the place of a file of the book, OSError where it cannot be written.
    """
    raw = copied(folder, book_id)
    name = day_name(book_id, datetime.now(UTC))
    target = free(Path.cwd() / name) if to is None else to / name if to.is_dir() else to
    if is_named_so(target, folder, book_id):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    create_private(target, raw)
    sync_folder(target.parent)
    return target


def copied(folder: Path, book_id: str) -> bytes:
    """What `backup` writes: the newest good state of the answers, which says that it is a backup.

    Raises AnswersError where there is nothing good to copy.
    """
    path = real_file(folder, book_id)
    try:
        state, source = newest_good(path, book_id)
    except Damaged:
        raise AnswersError(f"{path} is damaged, and there is no good copy of it") from None
    if source is None:
        raise AnswersError(f"there are no answers to copy in {folder}")
    return dumps(marked(state))


def restore(folder: Path, book_id: str, source: Path) -> Path | None:
    """Makes the answers what the file `source` holds; returns the copy of those before.

    They are what they were when it was made, byte for byte. What was there, if anything, goes to `backups/`
    and `.bak` first; a damaged file is set aside. The caller must hold the lock. Raises RestoreError, and
    changes nothing, where `source` is damaged, of another book or of a newer version; OSError where something
    cannot be read or written.
    """
    raw = _fit(source, book_id)
    path, now = real_file(folder, book_id), datetime.now(UTC)
    make_private_folder(path.parent)
    for file in (path, previous(path)):
        if _is_damaged(file):
            set_aside(file, now)
    kept = keep_moment(path, book_id, now, "before-restore")
    if path.exists():
        write_private(previous(path), read_plain(path))
    write_private(path, raw)
    return kept


def refuse_unfit(source: Path, book_id: str) -> None:
    """Raises what `restore` would where the file `source` cannot be restored; needs no lock."""
    _fit(source, book_id)


def last_backup(folder: Path, book_id: str) -> Path | None:
    """The newest copy in `backups/`, None where there is none yet."""
    path = real_file(folder, book_id)
    return next(iter(copies(path.parent, book_of_file(path))), None)


def made_folder(path: Path) -> Path:
    """The folder `backups` of the data file `path`, made, 0700, where it is missing.

    Raises NotADirectoryError where a symlink stands in its place: it is not followed.
    """
    folder = backups_folder(path.parent)
    if folder.is_symlink():
        raise NotADirectoryError(errno.ENOTDIR, "a symlink, which is not followed", str(folder))
    make_private_folder(folder)
    tightened(folder)
    return folder


def _good_bytes(path: Path, book_id: str) -> bytes | None:
    """The bytes of the newest good state of the data file `path`; None where there is none."""
    try:
        _, source = newest_good(path, book_id)
    except Damaged:
        return None
    return read_plain(source) if source else None


def _outdated(folder: Path, name: str, book_id: str, now: datetime) -> list[Path]:
    """The copies in `folder` from before the tenth newest day that has one."""
    made = {path: by_age(when, now) for path, when in dated(folder, name).items()}
    days = sorted({age for age in made.values() if len(age[1]) == len("2026-11-22")})
    if len(days) < DAYS:
        return []
    named = set(named_copies(folder, name))
    old = [path for path, age in made.items() if age < days[-DAYS]]
    return [path for path in old if path in named or _holds(path, book_id)]


def _holds(path: Path, book_id: str) -> bool:
    """Whether `path` is a file of the book: its name alone could be that of another book's copy."""
    try:
        return book_of(loaded(read_plain(path))) == book_id
    except (Damaged, OSError):
        return False


def _is_damaged(path: Path) -> bool:
    try:
        loaded(read_plain(path))
    except Damaged:
        return True
    except FileNotFoundError:
        return False
    return False


def _fit(source: Path, book_id: str) -> bytes:
    """The bytes that `source`, which can be restored, makes the file of the answers."""
    raw = read_plain(Path(os.path.realpath(source)))
    try:
        state = loaded(raw)
    except Damaged as damage:
        raise RestoreError(f"{source} cannot be restored: {damage}") from None
    if not answers_book(state, book_id):
        raise RestoreError(f"{source} holds the answers to another book, '{one_line(book_of(state))}'")
    if is_newer(state):
        raise RestoreError(f"{source} was made by a newer version of this program")
    return dumps(unmarked(state)) if is_marked(state) else raw
