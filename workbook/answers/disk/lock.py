"""One program at a time writes the answers of a book.

The lock is `flock` on a file of its own, kept for the whole session: on the file of answers it would be lost
at the first rename, and a POSIX lock is lost whenever the file is closed anywhere in the process. The file is
never removed, for two programs could then each hold one. The system lets go of it when its holder dies.
"""

import errno
import os
import re
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from ...text import one_line
from .device import machine
from .private_file import FILE_MODE, read_plain

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_TAKEN = (errno.EACCES, errno.EAGAIN)
_NONE_HERE = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS)
"""What disks without locks answer: NFS mounted `nolock`, some FUSE ones."""
_SIGNED = re.compile(r"([0-9]{1,9}) \S+ (.{1,255})")


_LARGEST = 10_000
"""Bytes of a lock file that are read at most: what is signed in one takes a few dozen."""


def lock_file(folder: Path, book_id: str) -> Path:
    """The file whose lock the writing program holds."""
    return folder / f"{book_id}.lock"


class Lock:
    """The lock file `path`; `notice` says so where its disk knows no locks, and it is then held by all."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notice = ""
        self._handle = -1

    def take(self) -> bool:
        """Whether it is held from now on; False while another program holds it.

        Raises OSError where the lock file cannot be opened: a folder that cannot be written, a symlink; or
        where it is no plain file.
        """
        handle = os.open(self.path, _FLAGS, FILE_MODE)
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise OSError(errno.EINVAL, "not a plain file", str(self.path))
            held = self._locked(handle) and _stands_at(self.path, handle)
        except BaseException:
            os.close(handle)
            raise
        if not held:
            os.close(handle)
            return False
        self.release()
        self._handle = handle
        with suppress(OSError):  # it is for the message only, so a full disk is no reason to stop
            _sign(handle)
        return True

    @property
    def is_held(self) -> bool:
        """Whether it is held, and its file still stands at its path: else another program may hold it too."""
        return self._handle >= 0 and _stands_at(self.path, self._handle)

    def refusal(self) -> str:
        """Takes it and returns ""; else why this program may only read, for the reader."""
        try:
            if not self.take():
                return self.holder
        except OSError as error:
            return one_line(f"{self.path} cannot be written: {error.strerror or type(error).__name__}")
        if not os.access(self.path.parent, os.W_OK):
            self.release()
            return one_line(f"{self.path.parent} cannot be written")
        return ""

    def release(self) -> None:
        """Lets go of it; nothing where it is not held."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    @property
    def holder(self) -> str:
        """Who holds it, for the reader: "open in another terminal (pid 1234, suspended)"."""
        pid, host = _signed(self.path)
        if host and host != machine():
            return f"open on another machine ({host})"
        if not pid:
            return "open in another terminal"
        return f"open in another terminal (pid {pid}{', suspended' if is_suspended(pid) else ''})"

    def _locked(self, handle: int) -> bool:
        try:
            _lock(handle)
        except OSError as error:
            if error.errno in _TAKEN:
                return False
            if error.errno not in _NONE_HERE:
                raise
            self.notice = "This disk cannot lock files: do not open the workbook twice at once."
        return True


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, 1 << 20, os.SEEK_SET)  # a locked byte cannot be read, and what is signed must be
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def is_suspended(pid: int) -> bool:
    """Whether the process was stopped (ctrl+Z): it holds its lock until it is continued or killed."""
    try:
        status = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2]
    except OSError:
        status = _status(pid)
    return status.split()[:1] in ([b"T"], [b"t"])


def _status(pid: int) -> bytes:
    """What `ps` says of the process, where there is no `/proc` (macOS); empty without a `ps` either."""
    import subprocess

    try:
        return subprocess.run(
            ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, timeout=2, check=False
        ).stdout[:1]
    except (OSError, subprocess.SubprocessError):
        return b""


def is_signed(path: Path) -> bool:
    """Whether this program has held the lock file `path`: others call theirs `.lock` too."""
    return _signed(path)[0] > 0


def _stands_at(path: Path, handle: int) -> bool:
    """Whether `path` still leads to the open file: erasing a book may have removed it in between."""
    try:
        return os.path.samestat(path.lstat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _sign(handle: int) -> None:
    """Writes who holds the lock into it: process, time, machine."""
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, f"{os.getpid()} {now} {machine()}\n".encode(errors="replace"))


def _signed(path: Path) -> tuple[int, str]:
    """The process and the machine that signed the lock; 0 and "" where that cannot be read."""
    try:
        signed = _SIGNED.match(read_plain(path, _LARGEST).decode("utf-8", "replace"))
    except OSError:
        return 0, ""
    return (int(signed[1]), one_line(signed[2])) if signed else (0, "")
