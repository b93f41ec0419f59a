"""Chapters as they were parsed, kept from one start to the next: parsing is a tenth of a start.

Only what is exactly as it was is taken from here: the file, its front, and the program that parsed it. So
whatever is missing, torn, older or not to be written costs time, and nothing else.
"""

import os
import pickle
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from ..answers import read_plain
from ..book import Chapter, Front, parse_chapter
from ..paths import PACKAGE, cache_folder

_PARSERS = ("markdown_it", "mdit_py_plugins", "linkify_it")
_SUFFIX = ".chapter"
_LARGEST = 100_000_000
"""Bytes of a kept chapter at most: what is larger is not one."""
_SUM = 4
"""Bytes at the beginning of the file: the checksum of what follows."""
_BOOK = f"{__name__.partition('.')[0]}.book."
_OTHERS = {(kind.__module__, kind.__qualname__) for kind in (range, type(Path()))}
"""What a chapter is made of beside that; where paths come from differs from one Python to the next."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def chapter_cache() -> "ChapterCache":
    """That of this account."""
    return ChapterCache(cache_folder())


class ChapterCache:
    """Parses chapters as `parse_chapter` does, each once; keeps them in `folder`, which it makes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def parse(self, front: Front, raw: bytes) -> Chapter:
        """The chapter that `raw`, the file that `front` heads, is."""
        chapter = self._kept(front, raw)
        if chapter is None:
            chapter = parse_chapter(front, raw)
            with suppress(OSError):
                self._keep(front, raw, chapter)
        return chapter

    @property
    def folder(self) -> Path | None:
        """Where chapters are kept, if there are any, of whatever book."""
        return self._folder if any(self._files) else None

    def clear(self) -> None:
        """Remove every kept chapter, of whatever book, and the folder; what cannot be removed stays."""
        with suppress(OSError):
            for path in self._files:
                path.unlink(missing_ok=True)
            self._folder.rmdir()

    @property
    def _files(self) -> Iterator[Path]:
        return self._folder.glob(f"*{_SUFFIX}")

    def _path(self, front: Front) -> Path:
        place = zlib.crc32(os.fsencode(os.path.abspath(front.path)))
        return self._folder / f"{place:08x}{_SUFFIX}"

    def _kept(self, front: Front, raw: bytes) -> Chapter | None:
        try:
            file = BytesIO(read_plain(self._path(front), _LARGEST))
            if file.read(_SUM) != _checksum(file.getbuffer()[_SUM:]):
                return None
            known, kept = _Unpickler(file).load()
        except Exception:  # whatever stands there, a later version's parts among it, it is parsed as ever
            return None
        same = known == (self._program, front, raw)
        return kept if same and isinstance(kept, Chapter) else None

    def _keep(self, front: Front, raw: bytes, chapter: Chapter) -> None:
        """Written in place, and no disk is asked to confirm it: the checksum tells what is torn."""
        content = pickle.dumps(((self._program, front, raw), chapter), pickle.HIGHEST_PROTOCOL)
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(self._path(front), _NEW, 0o600), "wb") as file:
            file.write(_checksum(content) + content)

    @cached_property
    def _program(self) -> tuple[tuple[str, int, int], ...]:
        """What another version of this program, or of what it parses with, has otherwise."""
        found = [spec.origin for name in _PARSERS if (spec := find_spec(name)) and spec.origin]
        ours = (PACKAGE / "book").rglob("*.py")
        return tuple(sorted(map(_stamp, (PACKAGE / "text.py", *ours, *map(Path, found)))))


class _Unpickler(pickle.Unpickler):
    """Makes what a chapter is made of, and nothing else: whoever could write there runs nothing here."""

    def find_class(self, module_name: str, global_name: str) -> Any:
        """The class; raises UnpicklingError for anything but a class of the book."""
        if (module_name, global_name) in _OTHERS:
            return super().find_class(module_name, global_name)
        if module_name.startswith(_BOOK) and "." not in global_name:  # a dot leads out: `module.os.system`
            found = super().find_class(module_name, global_name)
            if isinstance(found, type) and found.__module__ == module_name:
                return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is no part of a chapter")


def _stamp(path: Path) -> tuple[str, int, int]:
    found = path.stat()
    return str(path), found.st_size, found.st_mtime_ns


def _checksum(content: bytes | memoryview) -> bytes:
    return zlib.crc32(content).to_bytes(_SUM)
