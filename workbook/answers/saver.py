"""The one thread that owns the database, so that no key ever waits for a disk.

Changes are coalesced per document and saved after a quiet moment; a failing disk keeps them and tries again.
"""

import queue
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from tinydb import TinyDB

from .errors import AnswersError
from .state import Document, State
from .storage import AtomicStorage, Documents

QUIET = 0.25
"""Seconds without a change after which it is saved."""
LONGEST = 1.0
"""Seconds that a change waits at most, however the reader goes on typing."""
PACE = 20
"""A save waits this many times as long as the last one took, within LONGEST: at most 5 % of the time is saving."""


@dataclass(frozen=True, slots=True)
class Saving:
    """Whether every word is on the disk; `reason` says why not, where the last save failed."""

    state: Literal["saved", "saving", "not saved"] = "saved"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One document as it is to become; of several to one document only the last is applied."""

    number: int
    """Counts the changes of this program, from 1."""
    table: str
    id: str
    after: Callable[[Document | None], Document | None]
    """The document that is to stand in place of the one given; the same one, or None, changes nothing."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """That everything put before it be saved at once; `last` ends the thread."""

    last: bool = False
    done: threading.Event = field(default_factory=threading.Event)


_Message: TypeAlias = Change | _Wish | None


class Saver(threading.Thread):
    """Applies changes to the database and saves it: 250 ms after the last one, 1 s after the first at most.

    `before_save` runs in this thread just before each save, and may raise OSError or AnswersError to prevent
    it. Nothing here takes a lock that a signal handler could wait for: `SimpleQueue.put` is reentrant.
    """

    def __init__(self, storage: AtomicStorage, before_save: Callable[[], None]) -> None:
        super().__init__(name="saver", daemon=True)
        self.applied = 0
        """The number of the last change that `state` holds."""
        self._storage = storage
        self._database = TinyDB(storage=lambda: storage)
        self._before_save = before_save
        self._messages: queue.SimpleQueue[_Message] = queue.SimpleQueue()
        self._listeners: list[Callable[[Saving], None]] = []
        self._waiting: dict[tuple[str, str], Change] = {}
        self._put = self._heard = self._saved = 0
        self._first = self._last = 0.0
        self._ended = self._took = 0.0
        self._reason = ""
        self._told = Saving()

    @property
    def state(self) -> State:
        """The tables as they were last applied, to be read only; later changes are not in them yet."""
        return self._storage.read()

    @property
    def saving(self) -> Saving:
        """Whether every change put so far is on the disk."""
        if self._reason:
            return Saving("not saved", self._reason)
        return Saving("saved" if self._saved == self._put and not self._storage.dirty else "saving")

    def put(self, table: str, id: str, after: Callable[[Document | None], Document | None]) -> int:  # noqa: A002
        """Takes a change (see `Change`), to be saved soon, and returns its number. One thread only may put."""
        self._put += 1
        self._messages.put(Change(self._put, table, id, after))
        return self._put

    def flush(self, timeout: float) -> bool:
        """Whether everything put before is on the disk within `timeout` seconds; safe in a signal handler."""
        return self._fulfil(_Wish(), timeout)

    def save_now(self) -> None:
        """Saves without waiting for a quiet moment; returns at once, listeners hear how it went."""
        self._messages.put(_Wish())

    def close(self, timeout: float) -> bool:
        """Flushes and ends the thread, within `timeout` seconds; returns whether everything is on the disk."""
        return self._fulfil(_Wish(last=True), timeout)

    def listen(self, listener: Callable[[Saving], None]) -> None:
        """Calls `listener` in this thread whenever `saving` changes; it must not wait for another thread."""
        self._listeners.append(listener)

    def run(self) -> None:
        """Hears changes and saves them, until it is closed."""
        self._first = self._last = time.monotonic()
        last = False
        while not last:
            message = self._next()
            if isinstance(message, Change):
                self._hear(message)
            else:
                self._save()
                if message:
                    message.done.set()
                    last = message.last
            self._tell()
        self._database.close()

    def _fulfil(self, wish: _Wish, timeout: float) -> bool:
        if self.is_alive():
            self._messages.put(wish)
            wish.done.wait(timeout)
        return wish.done.is_set() and self.saving.state == "saved"

    def _next(self) -> _Message:
        if not self._waiting and not self._storage.dirty:
            return self._messages.get()
        calm = max(self._last + QUIET, self._ended + PACE * self._took)
        patience = min(calm, self._first + LONGEST) - time.monotonic()
        if patience <= 0:
            return None
        try:
            return self._messages.get(timeout=patience)
        except queue.Empty:
            return None

    def _hear(self, change: Change) -> None:
        self._last = time.monotonic()
        if not self._waiting and not self._storage.dirty:
            self._first = self._last
        self._waiting[change.table, change.id] = change
        self._heard = change.number

    def _save(self) -> None:
        begun = time.monotonic()
        try:
            self._apply()
            if self._storage.dirty:
                self._before_save()
                self._storage.commit()
                self._took = time.monotonic() - begun
            self._saved, self._reason = self.applied, ""
        except Exception as error:  # whatever it is, a thread that ends would lose every later word
            self._reason = _reason(error)
        self._first = self._last = self._ended = time.monotonic()

    def _apply(self) -> None:
        tables: dict[str, dict[str, Document]] = {}
        for change in self._waiting.values():
            before = self.state.get(change.table, {}).get(change.id)
            after = change.after(before)
            if after is not None and after is not before:
                tables.setdefault(change.table, {})[change.id] = after
        for name, documents in tables.items():
            Documents(self._database.storage, name).put(documents)
        self.applied = self._heard
        self._waiting.clear()

    def _tell(self) -> None:
        if self.saving == self._told:
            return
        self._told = self.saving
        for listener in self._listeners:
            with suppress(Exception):  # a screen that is being closed must not end the saving
                listener(self._told)


def _reason(error: Exception) -> str:
    """Why a save failed, in words that quote no answer."""
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    if isinstance(error, AnswersError):
        return str(error)
    return f"an error in the program: {type(error).__name__}"
