"""What a disk is asked for, as a test can follow it."""

import errno
import os
import stat
from pathlib import Path

import pytest


def recorded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """From now on, in order: what the disk confirms (`file`, `folder`), and the names that are taken."""
    order: list[str] = []
    fsync, replace = os.fsync, os.replace

    def confirmed(handle: int) -> None:
        order.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    def renamed(source: Path, target: Path) -> None:
        order.append(Path(target).name)
        replace(source, target)

    monkeypatch.setattr(os, "fsync", confirmed)
    monkeypatch.setattr(os, "replace", renamed)
    return order


FOLDERS_REFUSED = (errno.EINVAL, errno.ENOTSUP, errno.EIO)
"""What vboxsf, CIFS and the shares of WSL answer where a folder is to be confirmed."""


def refuse_to_confirm(monkeypatch: pytest.MonkeyPatch, number: int, *, files: bool = False) -> list[str]:
    """From now on the disk confirms no folder, and with `files` no file either: `number` is what it answers.

    Returns the names that are taken, as they are.
    """
    taken: list[str] = []
    fsync, replace = os.fsync, os.replace

    def confirmed(handle: int) -> None:
        if files or stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, os.strerror(number))
        fsync(handle)

    def renamed(source: Path, target: Path) -> None:
        taken.append(Path(target).name)
        replace(source, target)

    monkeypatch.setattr(os, "fsync", confirmed)
    monkeypatch.setattr(os, "replace", renamed)
    return taken
