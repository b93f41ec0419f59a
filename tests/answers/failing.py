"""A disk that fails at a chosen system call of the saver thread."""

import errno
import io
import os
import threading
from collections.abc import Callable
from typing import Any

import pytest

CALLS = ("open", "fsync", "link", "unlink", "replace")
"""The system calls by which a save changes the disk, but for `write`, which goes through a file object."""


class FailingDisk:
    """Calls of the saver thread fail with `number` (an errno) where `picks` says so, by name and count."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.number = errno.EIO
        self.picks: Callable[[str, int], bool] = lambda _name, _count: False
        self.count = 0
        for name in CALLS:
            monkeypatch.setattr(os, name, self._watched(name, getattr(os, name)))
        monkeypatch.setattr(os, "fdopen", self._opened)

    def fail(self, number: int, picks: Callable[[str, int], bool]) -> None:
        """From now on, counting from 0, the calls that `picks` names fail with `number`."""
        self.number, self.picks, self.count = number, picks, 0

    def heal(self) -> None:
        """No call fails any more."""
        self.picks = lambda _name, _count: False

    def called(self, name: str) -> None:
        """Raises OSError where this call is to fail."""
        if threading.current_thread().name != "saver":
            return
        count, self.count = self.count, self.count + 1
        if self.picks(name, count):
            raise OSError(self.number, os.strerror(self.number))

    def _watched(self, name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            self.called(name)
            return original(*args, **named)

        return call

    def _opened(self, handle: int, mode: str, buffering: int = -1) -> Any:
        return _File(self, handle) if "w" in mode else open(handle, mode, buffering)


class _File(io.FileIO):
    """A file whose `write` may fail, half way."""

    def __init__(self, disk: FailingDisk, handle: int) -> None:
        super().__init__(handle, "wb")
        self._disk = disk

    def write(self, data: Any) -> int:
        """Writes half of what is left where the disk is about to fail, else all of it."""
        try:
            self._disk.called("write")
        except OSError:
            super().write(data[: len(data) // 2])
            raise
        return super().write(data)
