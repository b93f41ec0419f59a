"""What a disk is asked for, as a test can follow it."""

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
