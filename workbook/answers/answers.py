"""The reader's answers: a mapping that is always up to date in memory, and soon after on the disk."""

import atexit
from collections.abc import Callable, Mapping, MutableMapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from ..book import Answer, Book
from .answers_file import AnswersFile
from .device import device_of
from .errors import AnswersError, ReadOnly
from .lock import Lock, lock_file
from .merge import edited
from .private_file import create_private
from .reading import moment, read_kept
from .records import Kept, is_address, is_same, stored, value_of
from .saver import Change, Saver, Saving
from .state import ONLY, Document, State
from .storage import dumps

PATIENCE = 2.0
"""Seconds that leaving waits for the disk before it says that the last words are not there."""


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
        self._lock = Lock(lock_file(folder, book.id))
        self._listeners: list[Callable[[Saving], None]] = []
        self._pending: dict[tuple[str, str], tuple[int, Document]] = {}
        self._file: AnswersFile | None = None
        self._saver: Saver | None = None
        if not self._begin():
            kept = read_kept(folder, book)
            self._read, self._notices = kept.state, kept.notices

    @property
    def state(self) -> State:
        """The tables as the saver thread last applied them, or as they were read."""
        return self._saver.state if self._saver else self._read

    @property
    def path(self) -> Path:
        """The file that holds the answers, whether or not it is there yet."""
        return self._folder / f"{self._book.id}.json"

    @property
    def notices(self) -> tuple[str, ...]:
        """What the reader is to be told once, each in a sentence; more may come while it is open."""
        lock = (self._lock.notice,) if self._lock.notice else ()
        return (*lock, *(self._file.notices if self._file else self._notices))

    @property
    def saving(self) -> Saving:
        """Whether every word is on the disk; "saved" where nothing is written."""
        return self._saver.saving if self._saver else Saving()

    def __setitem__(self, address: str, value: Answer | None) -> None:
        if self.read_only:
            raise ReadOnly(self.read_only)
        if not is_address(address):
            raise ValueError("an answer stands under names joined by slashes")
        self._answer(address, stored(value))

    def __delitem__(self, address: str) -> None:
        if address not in self:
            raise KeyError(address)
        self[address] = None

    def settle(self, address: str) -> None:
        """Lets the other versions of the answer at `address` go: the reader chose the one that is shown."""
        if self.read_only:
            raise ReadOnly(self.read_only)
        shown = self._settled(self._document("answers", address))
        if shown and self._saver:
            self._put("answers", address, shown, self._settled)
            self._saver.save_now()  # a later change to the same answer would take the place of this one

    def keep_place(self, place: Mapping[str, Any]) -> None:
        """Keeps where the reader is, as JSON can hold it; does nothing where nothing may be written."""
        if not self.read_only and place != self.place:
            document = {**place, "at": moment(self._clock())}
            dumps({"place": {ONLY: document}})
            self._put("place", ONLY, document, lambda _: document)

    def keep_setting(self, name: str, value: Answer) -> None:
        """Keeps one setting; does nothing where nothing may be written."""
        if not self.read_only and not is_same(value, self.settings.get(name)):
            fields = {**self.settings, name: value, "at": moment(self._clock())}
            self._put("settings", ONLY, fields, lambda document: {**(document or {}), **fields})

    def listen(self, listener: Callable[[Saving], None]) -> None:
        """Calls `listener` whenever `saving` changes, from the saver thread: it must not wait for another."""
        self._listeners.append(listener)
        if self._saver:
            self._saver.listen(listener)

    def flush(self, timeout: float = PATIENCE) -> bool:
        """Whether everything is on the disk within `timeout` seconds; safe in a signal handler."""
        return self._saver.flush(timeout) if self._saver else True

    def save_now(self) -> None:
        """Saves without waiting for a quiet moment; listeners hear how it went."""
        if self._saver:
            self._saver.save_now()

    def save_copy(self, path: Path) -> None:
        """Writes all, the last word included, to the new file `path`, 0600: the way out of a dead disk.

        Raises FileExistsError where something is there, OSError where it cannot be written.
        """
        tables = {*self.state, *(table for table, _ in self._pending)}
        create_private(path, dumps({name: dict(self._table(name)) for name in sorted(tables)}))

    def take_over(self) -> bool:
        """Whether answers that were only read can be written from now on; the file is then read again.

        Costs a system call or two while another program holds the lock; `read_only` says who.
        """
        try:
            return not self._saver and self._begin()
        except AnswersError as error:
            self.read_only = str(error)
            return False

    def close(self) -> bool:
        """Saves, lets go of the file, and takes no more changes; returns whether everything is on the disk.

        Waits two seconds at most. Where the disk hangs, the lock is held until the process ends.
        """
        if not self._saver:
            return True
        atexit.unregister(self.close)
        saved = self._saver.close(PATIENCE)
        self.read_only = "closed"
        if not self._saver.is_alive():
            self._lock.release()
        return saved

    def _begin(self) -> bool:
        """Opens the file for writing and starts the saver; False where `read_only` now says why not."""
        self.read_only = self._lock.refusal()
        if self.read_only:
            return False
        try:
            file = AnswersFile(self._folder, self._book, device=self.device, clock=self._clock)
        except AnswersError:
            self._lock.release()
            raise
        if file.read_only:
            self._lock.release()
            self.read_only = file.read_only
            return False
        self._file, self._saver = file, Saver(file.storage, file.save)
        for listener in self._listeners:
            self._saver.listen(listener)
        self._saver.start()
        atexit.register(self.close)
        return True

    def _answer(self, address: str, value: Answer | None) -> None:
        before = self._document("answers", address)
        if is_same(value, value_of(before)) or not self._file:
            return
        blank, beside = self._book.blank(address), self._file.with_arrived
        asked = blank.question if blank else (before or {}).get("asked", "")
        written = {"at": moment(self._clock()), "device": self.device, "asked": asked}
        self._put(
            "answers",
            address,
            _shown(super()._document("answers", address), value, written),
            lambda document: edited(beside(address, document), value, **written),
        )

    def _settled(self, document: Document | None) -> Document | None:
        """`document` without other versions: they count as written over, so no merge brings them back."""
        if document is None or not document.get("alts"):
            return document
        change = partial(
            edited, at=moment(self._clock()), device=self.device, asked=document.get("asked", "")
        )
        return change(change(document, None), value_of(document))

    def _put(self, table: str, name: str, shown: Document, after: Change) -> None:
        """Has the saver apply `after` to the document `name`; until it has, `shown` is what is read."""
        if not self._saver:
            return
        if self._saver.applied == self._saver.handed:
            self._pending.clear()
        self._pending[table, name] = self._saver.put(table, name, after), shown

    def _table(self, name: str) -> Mapping[str, Document]:
        applied = self._saver.applied if self._saver else 0  # before the state, which may only be newer
        documents = dict(super()._table(name))
        for (table, address), (number, document) in self._pending.items():
            if table == name and number > applied:
                documents[address] = document
        return documents

    def _document(self, table: str, name: str) -> Document | None:
        number, document = self._pending.get((table, name), (0, None))
        if self._saver and number > self._saver.applied:
            return document
        return super()._document(table, name)


def _shown(document: Document | None, value: Answer | None, written: dict[str, str]) -> Document:
    """What `document` will show once `value` is saved over it; much cheaper than `edited`, for each key."""
    before = document or {}
    if is_same(value, value_of(before)):
        return before
    after = {**before, **written, "rev": before.get("rev", 0) + 1}
    return {**after, "value": value} if value is not None else {**after, "value": "", "alts": []}
