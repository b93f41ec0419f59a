"""The TinyDB storage that cannot tear a file.

TinyDB's own `JSONStorage` writes in place: a kill in a busy loop left up to 41 % of its files unreadable, a
full disk all of them. Here a save makes a new file and renames it over the old one, so a crash at any system
call leaves exactly the old or exactly the new state. It is written from scratch rather than derived, because
`JSONStorage` creates an empty 0644 file on opening, and keeps a handle that a rename leaves behind.
"""

import errno
import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, cast

from tinydb.storages import Storage
from tinydb.table import Table

from ..disk import create_private, move, previous, read_plain, sync_folder, temporary, tightened
from ..document import Document, State
from .damage import loaded

_AT_ONCE = 200
"""Documents encoded in one call: about half a millisecond."""
_COMPACT = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_ESCAPED = json.JSONEncoder(allow_nan=False, separators=(",", ":"))


class Seen(NamedTuple):
    """What tells one version of a file from the next without reading it."""

    inode: int
    mtime_ns: int
    size: int


class Documents(Table):
    """A table whose document ids are text (addresses), and which takes many documents in one go."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB types it as int alone

    def put(self, documents: Mapping[str, Document]) -> None:
        """Adds or replaces `documents` by id, and takes out those that are empty now.

        TinyDB's `upsert` writes twice for each that is new.
        """

        def change(table: dict[int, Mapping[str, Any]]) -> None:
            for name, document in cast("Mapping[int, Document]", documents).items():
                if document:
                    table[name] = document
                else:
                    table.pop(name, None)

        self._update_table(change)


class AtomicStorage(Storage):
    """One file of answers: read once, kept in memory, written whole by `commit`.

    `path` may be a symlink: the file it leads to is replaced, and the link stays.
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(os.path.realpath(path))
        self.backup = previous(self.path)
        self.dirty = False
        self._seen = seen(self.path)
        self._state: State | None = None

    def read(self) -> State:
        """The state; only the first time from the disk, then raising Damaged or OSError."""
        if self._state is None:
            self._state = read_state(self.path) or {}
        return self._state

    def start(self, state: State, *, is_saved: bool) -> None:
        """Makes `state` what counts as read; it is dirty unless it `is_saved`, as it stands, in the file."""
        self._state, self.dirty = state, not is_saved

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Makes `data` the state; it is on the disk once `commit` returns."""
        self._state = cast("State", data)
        self.dirty = True

    @property
    def is_changed(self) -> bool:
        """Whether something else wrote or removed the file since it was last read or written here."""
        return seen(self.path) != self._seen

    def take_in(self, joined: Callable[[State], State]) -> bool:
        """Whether the file is another one than was last seen; its state, `joined`, is then the state to save.

        Raises Damaged or OSError where it cannot be read, and whatever `joined` raises; it is then as unseen
        as before, so `commit` will not overwrite it.
        """
        found = seen(self.path)
        if found == self._seen:
            return False
        state = read_state(self.path)
        if state is not None:
            self.write(joined(state))
        self._seen = found
        return state is not None

    def commit(self) -> None:
        """Writes the state if it is dirty: on returning, the disk has confirmed it.

        Raises OSError where that fails, also (EBUSY) where something else wrote the file since it was last
        seen here. The file is then as it was, no temporary file is left, and the state stays dirty.
        """
        if not self.dirty:
            return
        fresh = temporary(self.path)
        fresh.unlink(missing_ok=True)
        create_private(fresh, dumps(self.read()))
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
        """Removes the temporary files that a killed process left, where they can be removed."""
        for path in (self.path, self.backup):
            with suppress(OSError):
                temporary(path).unlink()

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
            tightened(link)  # a sync program may have put a file there that others can read
            move(link, self.backup)
        finally:
            with suppress(OSError):  # it stays after a rename onto another link to the same file, too
                link.unlink()


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
    """`state` as compact JSON in UTF-8; text that UTF-8 cannot hold (in fields not ours) is escaped.

    Encoded some documents at a time, because `json` lets no other thread run inside one call: 10,000 answers
    at once kept a key waiting for 54 ms.
    """
    tables = (_encoded(name) + b":" + _table(documents) for name, documents in state.items())
    return b"{" + b",".join(tables) + b"}"


def _table(documents: Mapping[str, Document]) -> bytes:
    left = iter(documents.items())
    parts = iter(lambda: dict(islice(left, _AT_ONCE)), {})
    return b"{" + b",".join(_encoded(part)[1:-1] for part in parts) + b"}"


def _encoded(value: object) -> bytes:
    try:
        return _COMPACT.encode(value).encode()
    except UnicodeEncodeError:
        return _ESCAPED.encode(value).encode()
