"""The ground that answers are written on: whether it is still the one that was opened.

A stick that is pulled out, or a disk that is mounted over another, leaves the same path with another folder
under it, which may hold the answers of somebody else.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from ..disk import Lock
from ..errors import AnswersError


class Ground:
    """The `lock` that is held, its folder, and that of the data file, which a symlink may put elsewhere.

    The folders are kept open, so that no other one can get their numbers.
    """

    def __init__(self, lock: Lock, folder: Path) -> None:
        self._lock = lock
        self._folders = {one: _opened(one) for one in {lock.path.parent, folder}}

    def insist(self) -> None:
        """Raises AnswersError where another folder, or none, is there now.

        A lock file that was merely removed is made again; where another program was quicker, the file is
        still the one file, and what both write is joined.
        """
        for folder, handle in self._folders.items():
            if not _stands_at(folder, handle):
                raise AnswersError(f"the folder was swapped or is gone: bring back the first one at {folder}")
        if not self._lock.is_held:
            self._lock.take()

    def leave(self) -> None:
        """Lets go of the folders, so that their disk can be taken out."""
        while self._folders:
            _, handle = self._folders.popitem()
            if handle is not None:
                os.close(handle)


def _opened(folder: Path) -> int | None:
    """A handle on `folder`; None where it cannot be had: on Windows, or of a folder that cannot be listed."""
    if sys.platform == "win32":
        return None
    with suppress(OSError):
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    return None


def _stands_at(folder: Path, handle: int | None) -> bool:
    if handle is None:
        return True
    try:
        return os.path.samestat(folder.stat(), os.fstat(handle))
    except (FileNotFoundError, NotADirectoryError):
        return False
