"""Files only their owner can read, from their first byte, and whole at every instant.

A mode that is set after a file exists comes too late: somebody may have opened it by then. And a file that is
written in place is torn by a crash. So every file here is made new, 0600, under a name that nothing else had,
and takes its place by a rename.
"""

import errno
import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

FILE_MODE = 0o600
FOLDER_MODE = 0o700

_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_BUSY = (5, 32, 33)  # Windows: access denied, sharing violation, lock violation
_PATIENCE = 2.0  # seconds: a virus scanner lets go of a new file within that
_LARGEST = 1_000_000_000
"""Bytes of a file that is read at most: twenty times what a hundred thousand answers take."""
_NO_FOLDERS = (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EIO, errno.EBADF)
"""What disks that confirm no folder answer: vboxsf, CIFS, the shares of WSL, some FUSE ones."""
_UNREADABLE = (errno.EACCES, errno.EPERM)
"""What opening a folder answers that may be entered and written, and not listed."""


def create_private(path: Path, data: bytes) -> None:
    """Makes the file `path`, 0600, holding `data`, and has the disk confirm it.

    Raises FileExistsError where anything is there, a dangling symlink too; OSError where it cannot be
    written, and then nothing is left behind.
    """
    handle = os.open(path, _NEW, FILE_MODE)
    try:
        with os.fdopen(handle, "wb", buffering=0) as file:
            left = memoryview(data)
            while left:
                left = left[file.write(left) :]
            _sync(file.fileno())
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def write_private(path: Path, data: bytes) -> None:
    """Makes `data` the content of `path`, 0600: after a crash it is the old or the new one, never a mixture.

    A symlink at `path` is replaced, not followed. Raises OSError where it cannot be written; `path` is then
    as it was and no temporary file (`<path>.tmp`) is left.
    """
    fresh = temporary(path)
    fresh.unlink(missing_ok=True)
    create_private(fresh, data)
    try:
        move(fresh, path)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise
    sync_folder(path.parent)


def read_plain(path: Path, largest: int = _LARGEST) -> bytes:
    """The content of `path`; raises OSError where it is no plain file, or has more than `largest` bytes.

    A symlink is not followed, and a pipe or a device, which may never end, not read.
    """
    handle = os.open(path, os.O_RDONLY | _AS_IT_IS | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "not a plain file", str(path))
        raw = b"" if found.st_size > largest else file.read(found.st_size + 1)
        if len(raw) > found.st_size:  # some files say that they are smaller than they are
            raw += file.read(largest + 1 - len(raw))
        if max(found.st_size, len(raw)) > largest:
            raise OSError(errno.EFBIG, "too large to be a file of answers", str(path))
        return raw


def beginning(path: Path, count: int) -> bytes:
    """The first `count` bytes of `path`; raises OSError where it cannot be read, or is a symlink."""
    with os.fdopen(os.open(path, os.O_RDONLY | _AS_IT_IS | getattr(os, "O_BINARY", 0)), "rb") as file:
        return file.read(count)


def temporary(path: Path) -> Path:
    """The name under which `path` is written before it takes its place: always the same, so none piles up."""
    return path.with_name(f"{path.name}.tmp")


def move(source: Path, target: Path) -> None:
    """Renames `source` to `target`, replacing it at one stroke; waits up to 2 s if Windows has it in use."""
    patience = time.monotonic() + _PATIENCE
    while True:
        try:
            os.replace(source, target)
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _BUSY or time.monotonic() > patience:
                raise
        time.sleep(0.05)


def sync_folder(folder: Path) -> bool:
    """Has the disk confirm the names in `folder`: without it 45 of 60 power cuts lost the last rename.

    Returns whether it did: some disks know no such order, and what is asked of them is then done all the
    same. Raises OSError where it fails for another reason.
    """
    if sys.platform == "win32":
        return True  # a folder cannot be opened there, and none need be
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        if error.errno not in _UNREADABLE:
            raise
        return False
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDERS:
            raise
        return False
    finally:
        os.close(handle)
    return True


def confirms_names(folder: Path) -> bool:
    """Whether the disk of `folder` confirms names; where it does not, a power cut may undo the last save."""
    try:
        return sync_folder(folder)
    except OSError:
        return False


def make_private_folder(path: Path) -> None:
    """Makes `path` and the parents it lacks, each 0700 from the start; one that exists stays as it is.

    Raises FileExistsError or NotADirectoryError where a file is in the way, OSError where it cannot be made.
    """
    if path.is_dir():
        return
    if path.parent != path:
        make_private_folder(path.parent)
    try:
        path.mkdir(mode=FOLDER_MODE)
    except FileExistsError:
        if not path.is_dir():  # else somebody else was quicker, which is as good
            raise


def tightened(path: Path) -> bool:
    """Whether `path`, a file or folder, was open to others and no longer is.

    False also where it cannot be changed: it belongs to another user, its disk knows no modes, or it is a
    symlink, which is not followed. Raises FileNotFoundError where nothing is there.
    """
    if not is_loose(path):
        return False
    try:
        handle = os.open(path, os.O_RDONLY | _AS_IT_IS)
    except PermissionError:
        return False
    try:
        mode = os.fstat(handle).st_mode
        os.fchmod(handle, FOLDER_MODE if stat.S_ISDIR(mode) else FILE_MODE)
    except PermissionError:
        return False
    finally:
        os.close(handle)
    return not is_loose(path)


def is_loose(path: Path) -> bool:
    """Whether others may read, change or enter `path` by its mode; never on Windows, which has none."""
    mode = path.lstat().st_mode
    return sys.platform != "win32" and not stat.S_ISLNK(mode) and bool(mode & 0o077)


def keeps_modes(path: Path) -> bool:
    """Whether `path`, which was made private, reads back as that.

    Disks that keep no modes (NTFS, exFAT, most network shares) say something else; Windows has none.
    """
    return sys.platform != "win32" and not path.stat().st_mode & 0o077


def _sync(handle: int) -> None:
    """Has the disk confirm the bytes; on macOS `fsync` alone leaves them in the drive's cache."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):  # not every file system there has it
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)
