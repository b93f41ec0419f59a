"""The reader's answers: a mapping that is always up to date in memory, and soon after on the disk."""

import atexit
import errno
import os
from collections.abc import Callable, Collection, Mapping, MutableMapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from ..book import Answer, Book, exercise_of, newest_before
from ..text import one_line
from .disk import (
    Lock,
    create_private,
    data_file,
    device_of,
    is_named_so,
    lock_file,
    sync_folder,
)
from .document import (
    ONLY,
    TO_SHARE,
    Document,
    Kept,
    is_address,
    is_private,
    is_same,
    merged_entry,
    stored,
    ticked,
    value_of,
)
from .errors import AnswersError, ReadOnly
from .file import dumps, folder_keeps_modes, moment, read_untouched
from .saving import AnswersFile, Saving, Writing

PATIENCE = 2.0
"""Seconds that leaving waits for the disk before it says that the last words are not there.

A slow disk saves in a tenth of one, and who has to wait much longer kills the program.
"""


class Answers(Kept, MutableMapping[str, Answer]):
    """What the reader wrote, by address. Setting an answer is saving it; `open_answers` makes one.

    Reading never touches the disk. One thread only may change it; a change is at once what is read, and goes
    to the saver thread. `read_only` says why nothing is written; every change then raises ReadOnly.
    """

    def __init__(self, folder: Path, book: Book, clock: Callable[[], datetime]) -> None:
        super().__init__({})
        self.device = device_of(folder)
        """Four letters for this machine and folder, kept beside each answer that is written here."""
        self.read_only = ""
        self._folder, self._book, self._clock = folder, book, clock
        self._stood = folder.stat()
        self._lock = Lock(lock_file(folder, book.id))
        self._listeners: list[Callable[[Saving], None]] = []
        self._writing: Writing | None = None
        if not self._begin():
            self._read, _, self._notices = read_untouched(folder, book)

    @property
    def path(self) -> Path:
        """The file that holds the answers, whether or not it is there yet."""
        return data_file(self._folder, self._book.id)

    @property
    def keeps_modes(self) -> bool:
        """Whether this disk keeps the answers to their owner, as their files read back."""
        return folder_keeps_modes(self._folder, self._book.id)

    @property
    def notices(self) -> tuple[str, ...]:
        """What the reader is to be told once, each in a sentence; more may come while it is open."""
        lock = (self._lock.notice,) if self._lock.notice else ()
        return (*lock, *map(one_line, self._writing.file.notices if self._writing else self._notices))

    @property
    def saving(self) -> Saving:
        """Whether every word is on the disk; "saved" where nothing is written."""
        return self._writing.saver.saving if self._writing else Saving()

    @property
    def has_unsaved_words(self) -> bool:
        """Whether an answer is not on the disk yet as it is; a place, or a setting, is no word."""
        return bool(self._writing and self._writing.has_unsaved_words)

    def __setitem__(self, address: str, value: Answer | None) -> None:
        writing, new = self._writable(), stored(value)
        if not is_address(address):
            raise ValueError("an answer stands under names joined by slashes")
        before = self._document("answers", address)
        if not is_same(new, value_of(before)):
            blank = self._book.blank(address)
            asked = blank.question if blank else (before or {}).get("asked", "")
            if before is None:
                self._note_beginning(writing, address)
            private = blank is None or not blank.share
            writing.answer(address, new, at=self._now(), device=self.device, asked=asked, private=private)

    def __delitem__(self, address: str) -> None:
        if address not in self:
            raise KeyError(address)
        self[address] = None

    def pick(self, address: str, value: Answer) -> None:
        """Makes `value` the one version of the answer at `address`: the reader chose it, the others go."""
        if (chosen := stored(value)) is not None:
            private = self._unsaid(address)
            self._writable().pick(address, chosen, at=self._now(), device=self.device, private=private)

    def tick_to_share(self, at: str, versions: Collection[str]) -> None:
        """Keeps that what stands at `at`, an exercise or entry, is to be shared while its versions are these.

        None of them takes the tick away.
        """
        names = tuple(versions)
        before = self._document(TO_SHARE, at)
        self._writable().put(TO_SHARE, at, ticked(before, names), lambda document: ticked(document, names))

    def keep_place(self, place: Mapping[str, Any]) -> None:
        """Keeps where the reader is, as JSON can hold it; does nothing where nothing may be written."""
        if self._writing and not self.read_only and place != self.place:
            document = {**place, "at": self._now()}
            dumps({"place": {ONLY: document}})  # raises here rather than in the saver, at every later save
            self._writing.put("place", ONLY, document, lambda _: document)

    def keep_setting(self, name: str, value: Answer) -> None:
        """Keeps one setting; does nothing where nothing may be written."""
        if self._writing and not self.read_only and not is_same(value, self.settings.get(name)):
            fields = {**self.settings, name: value, "at": self._now()}
            self._writing.put("settings", ONLY, fields, lambda document: {**(document or {}), **fields})

    @property
    def may_have_left_over(self) -> bool:
        """Whether a file that was handed out to an editor may be there: a glance, for every start."""
        return bool(self.editing) or any("editing-" in path.name for path in self.path.parent.iterdir())

    def keep_editing(self, name: str, address: str) -> None:
        """Keeps that the text at `address` is out in the file `name`; "" forgets the file."""
        noted = {"address": address, "at": self._now()} if address else {}
        self._writable().put("editing", name, noted, lambda _: noted)

    def listen(self, listener: Callable[[Saving], None]) -> None:
        """Calls `listener` whenever `saving` changes, from the saver thread: it must not wait for another."""
        self._listeners.append(listener)
        if self._writing:
            self._writing.saver.listen(listener)

    def flush(self, timeout: float = PATIENCE) -> bool:
        """Whether everything is on the disk within `timeout` seconds; safe in a signal handler."""
        return self._writing.saver.flush(timeout) if self._writing else True

    def save_copy(self, path: Path) -> None:
        """Writes all, the last word included, to the new file `path`, 0600: the way out of a dead disk.

        Raises FileExistsError where something is there, or would be by a later save; OSError where it cannot
        be written.
        """
        if is_named_so(path, self._folder, self._book.id):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        create_private(path, dumps(self._writing.whole() if self._writing else self._read))
        with suppress(OSError):  # the words are there; some disks take no order for their names
            sync_folder(path.parent)

    def take_over(self) -> bool:
        """Whether answers that were only read can be written from now on; the file is then read again.

        Costs a system call or two while another program holds the lock; `read_only` says who. Never so where
        another folder is at the path by now: its answers are not the ones that were read.
        """
        try:
            return not self._writing and os.path.samestat(self._stood, self._folder.stat()) and self._begin()
        except FileNotFoundError:
            return False
        except AnswersError as error:
            self.read_only = str(error)
            return False

    def close(self) -> bool:
        """Saves, lets go of the file, and takes no more changes; returns whether everything is on the disk.

        Waits two seconds at most. Where the disk hangs, the lock is held until the process ends.
        """
        if not self._writing:
            return True
        atexit.unregister(self.close)
        saved = self._writing.saver.close(PATIENCE)
        self.read_only = "closed"
        if not self._writing.saver.is_alive():
            self._writing.file.ground.leave()
            self._lock.release()
        return saved

    def _begin(self) -> bool:
        """Opens the file for writing and starts the saver; False where `read_only` now says why not."""
        self.read_only = self._lock.refusal()
        if self.read_only:
            return False
        try:
            file = AnswersFile(self._folder, self._book, self._lock, device=self.device, clock=self._clock)
        except AnswersError:
            self._lock.release()
            raise
        if file.read_only:
            file.ground.leave()
            self._lock.release()
            self.read_only = file.read_only
            return False
        self._writing = Writing(file)
        for listener in self._listeners:
            self._writing.saver.listen(listener)
        self._writing.saver.start()
        atexit.register(self.close)
        return True

    def _note_beginning(self, writing: Writing, address: str) -> None:
        """Keeps the place of an entry that gets its first word, where its name would put it elsewhere.

        One that was emptied is not begun once more.
        """
        at, entry = exercise_of(address)
        inside = f"{at}@{entry}/"
        if not entry or any(known.startswith(inside) for known in self._table("answers")):
            return
        if newest := newest_before(at, entry, self):
            begun = {"after": newest}
            writing.put("entries", f"{at}@{entry}", begun, lambda there: merged_entry(there or {}, begun))

    def _unsaid(self, address: str) -> bool:
        return self._writing is None or is_private(self._book, address)

    def _writable(self) -> Writing:
        if self.read_only or not self._writing:
            raise ReadOnly(self.read_only)
        return self._writing

    def _now(self) -> str:
        return moment(self._clock())

    def _table(self, name: str) -> Mapping[str, Document]:
        return self._writing.table(name) if self._writing else super()._table(name)

    def _document(self, table: str, name: str) -> Document | None:
        return self._writing.document(table, name) if self._writing else super()._document(table, name)
