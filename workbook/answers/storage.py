"""The TinyDB storage that cannot tear a file.

TinyDB's own `JSONStorage` writes in place: a kill in a busy loop left up to 41 % of its files unreadable, a
full disk all of them. Here a save makes a new file and renames it over the old one, so a crash at any system
call leaves exactly the old or exactly the new state. It is written from scratch rather than derived, because
`JSONStorage` creates an empty 0644 file on opening, and keeps a handle that a rename leaves behind.
"""

import errno
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, cast

from tinydb.storages import Storage
from tinydb.table import Table

from .damage import loaded
from .names import previous
from .private_file import create_private, move, read_plain, sync_folder, temporary
from .state import Document, State


class Seen(NamedTuple):
    """What tells one version of a file from the next without reading it."""

    inode: int
    mtime_ns: int
    size: int


class Documents(Table):
    """A table whose document ids are text (addresses), and which takes many documents in one go."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB types it as int alone

    def put(self, documents: Mapping[str, Document]) -> None:
        """Adds or replaces `documents` by id; TinyDB's `upsert` writes twice for each that is new."""
        self._update_table(lambda table: table.update(cast("Mapping[int, Document]", documents)))


class AtomicStorage(Storage):
    """One file of answers: read once, kept in memory, written whole by `commit`.

    `path` may be a symlink: the file it leads to is replaced, and the link stays. `state` is what an earlier
    reading found there, so that the file is not read twice.
    """

    def __init__(self, path: Path, state: State | None = None) -> None:
        self.path = Path(os.path.realpath(path))
        self.backup = previous(self.path)
        self.dirty = False
        self._seen = seen(self.path)
        self._state: State = read_state(self.path) or {} if state is None else state

    def read(self) -> State:
        """The state, without touching the disk."""
        return self._state

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Makes `data` the state; it is on the disk once `commit` returns."""
        self._state = cast("State", data)
        self.dirty = True

    @property
    def is_changed(self) -> bool:
        """Whether something else wrote or removed the file since it was last read or written here."""
        return seen(self.path) != self._seen

    def read_again(self) -> State | None:
        """What stands in the file now, None where it is gone; raises Damaged, OSError."""
        self._seen = seen(self.path)
        return read_state(self.path)

    def commit(self) -> None:
        """Writes the state if it is dirty: on returning, the disk has confirmed it.

        Raises OSError where that fails, also (EBUSY) where something else wrote the file since it was last
        seen here. The file is then as it was, no temporary file is left, and the state stays dirty.
        """
        if not self.dirty:
            return
        fresh = temporary(self.path)
        fresh.unlink(missing_ok=True)
        create_private(fresh, dumps(self._state))
        try:
            self._keep_backup()
            if self.is_changed:
                raise OSError(errno.EBUSY, "another program is writing the same file")
            written = seen(fresh)
            move(fresh, self.path)
        except BaseException:
            with suppress(OSError):
                fresh.unlink()
            raise
        self._seen = written
        sync_folder(self.path.parent)
        self.dirty = False

    def remove_leftovers(self) -> None:
        """Removes temporary files that a killed process left; raises OSError where they stay."""
        for path in (self.path, self.backup):
            temporary(path).unlink(missing_ok=True)

    def _keep_backup(self) -> None:
        """Makes `.bak` the file as it is: by a link, which is free, or a copy where there are none (FAT)."""
        link = temporary(self.backup)
        link.unlink(missing_ok=True)
        try:
            try:
                os.link(self.path, link)
            except FileNotFoundError:
                return  # the first save: there is nothing to keep
            except OSError:
                create_private(link, self.path.read_bytes())
            move(link, self.backup)
        except BaseException:
            with suppress(OSError):
                link.unlink()
            raise


def seen(path: Path) -> Seen | None:
    """What `path` is now, None where nothing is there."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return Seen(found.st_ino, found.st_mtime_ns, found.st_size)


def read_state(path: Path) -> State | None:
    """The state that the file `path` holds, None where there is no file; raises Damaged, OSError."""
    try:
        return loaded(read_plain(path))
    except FileNotFoundError:
        return None


def dumps(state: State) -> bytes:
    """`state` as compact JSON in UTF-8; text that UTF-8 cannot hold (in fields not ours) is escaped."""
    try:
        text = json.dumps(state, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return text.encode()
    except UnicodeEncodeError:
        return json.dumps(state, allow_nan=False, separators=(",", ":")).encode()
