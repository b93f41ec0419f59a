"""The one thread that owns the database, so that no key ever waits for a disk.

Changes are coalesced per document and saved after a quiet moment; a failing disk keeps them and tries again.
"""

import queue
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from tinydb import TinyDB

from ..document import Document, State
from ..errors import AnswersError
from ..file import AtomicStorage, Documents
from .pace import Pace


class Saving(NamedTuple):
    """Whether every word is on the disk; `reason` says why not, where the last save failed."""

    state: Literal["saved", "saving", "not saved"] = "saved"
    reason: str = ""


Change: TypeAlias = Callable[[Document | None], Document | None]
"""Makes the document that is to stand in place of the one given; the same one, or None, changes nothing."""


class _Put(NamedTuple):
    """A change that was asked for; of several to one document only the last is made."""

    number: int
    table: str
    name: str
    after: Change


@dataclass(frozen=True, slots=True)
class _SaveNow:
    """That everything put before it be saved at once; `last` ends the thread."""

    last: bool = False
    done: threading.Event = field(default_factory=threading.Event)


_Message: TypeAlias = _Put | _SaveNow | None


class Saver(threading.Thread):
    """Applies changes to the database and saves it: 250 ms after the last one, 1 s after the first at most.

    `save` is what a save means; it runs in this thread, commits `storage`, and raises OSError or AnswersError
    where it cannot. Nothing here takes a lock that a signal handler could wait for: `SimpleQueue.put` is
    reentrant.
    """

    def __init__(self, storage: AtomicStorage, save: Callable[[], None]) -> None:
        super().__init__(name="saver", daemon=True)
        self.applied = 0
        """The number of the last change that `state` holds."""
        self.saved = 0
        """The number of the last change that is on the disk."""
        self.handed = 0
        """The number of the last change that was put."""
        self._storage = storage
        self._database = TinyDB(storage=lambda: storage)
        self._save_file = save
        self._messages: queue.SimpleQueue[_Message] = queue.SimpleQueue()
        self._listeners: list[Callable[[Saving], None]] = []
        self._waiting: dict[tuple[str, str], _Put] = {}
        self._heard = 0
        self._pace = Pace(time.monotonic())
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
        return Saving("saved" if self.saved == self.handed and not self._storage.dirty else "saving")

    def put(self, table: str, name: str, after: Change) -> int:
        """Takes a change to the document `name`; returns its number, from 1. One thread only may put."""
        self.handed += 1
        self._messages.put(_Put(self.handed, table, name, after))
        return self.handed

    def flush(self, timeout: float) -> bool:
        """Whether everything put before is on the disk within `timeout` seconds; safe in a signal handler.

        Whoever listens has been told by then.
        """
        return self._ask(_SaveNow(), timeout)

    def save_now(self) -> None:
        """Has everything put before saved without waiting for a quiet moment; returns at once."""
        self._messages.put(_SaveNow())

    def close(self, timeout: float) -> bool:
        """Flushes and ends the thread, within `timeout` seconds; returns whether all is on the disk."""
        latest = time.monotonic() + timeout
        saved = self._ask(_SaveNow(last=True), timeout)
        self.join(max(0.0, latest - time.monotonic()))
        return saved

    def listen(self, listener: Callable[[Saving], None]) -> None:
        """Calls `listener` in this thread whenever `saving` changes; it must not wait for another thread."""
        self._listeners.append(listener)

    def run(self) -> None:
        """Hears changes and saves them, until it is closed."""
        last = False
        while not last:
            message = self._next()
            if isinstance(message, _Put):
                self._hear(message)
            else:
                self._save()
            self._tell()
            if isinstance(message, _SaveNow):
                message.done.set()
                last = message.last
        self._database.close()

    def _ask(self, order: _SaveNow, timeout: float) -> bool:
        if self.is_alive():
            self._messages.put(order)
            if not order.done.wait(timeout):
                return False
        return self.saving.state == "saved"

    def _next(self) -> _Message:
        """The next message; None once a save is due."""
        if not self._is_waiting:
            return self._messages.get()
        patience = self._pace.due - time.monotonic()
        if patience <= 0:
            return None
        try:
            return self._messages.get(timeout=patience)
        except queue.Empty:
            return None

    @property
    def _is_waiting(self) -> bool:
        return bool(self._waiting) or self._storage.dirty

    def _hear(self, put: _Put) -> None:
        self._pace.heard(time.monotonic(), is_first=not self._is_waiting)
        self._waiting[put.table, put.name] = put
        self._heard = put.number

    def _save(self) -> None:
        begun = time.monotonic()
        try:
            self._apply()
            if self._storage.dirty:
                self._save_file()
            self.saved, self._reason = self.applied, ""
        except Exception as error:  # whatever it is, a thread that ends would lose every later word
            self._reason = _reason(error)
        self._pace.tried(begun, time.monotonic())

    def _apply(self) -> None:
        tables: dict[str, dict[str, Document]] = {}
        for put in self._waiting.values():
            before = self.state.get(put.table, {}).get(put.name)
            after = put.after(before)
            if after is not None and after is not before:
                tables.setdefault(put.table, {})[put.name] = after
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
