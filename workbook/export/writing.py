"""Exports as files: only their owner can read them, and they are whole or not there at all."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from ..book import Answer, Book, Chapter, vanished
from ..paths import SCREEN, homes_beside
from .errors import ExportError, FileExists
from .kept import kept_lines
from .markdown import filled_book, filled_chapter

KEPT_NAME = "no-longer-in-this-book.md"
"""The file for answers whose whole chapter is gone, where each chapter has a file of its own."""


def filled_files(
    book: Book,
    answers: Mapping[str, Answer],
    chapters: Sequence[Chapter] | None = None,
    *,
    questions: Mapping[str, str] = {},
    latest: bool = False,
) -> dict[str, str]:
    """A file for each chapter, by the name of the chapter's own file; the rest as in `filled_book`."""
    found = {
        chapter.front.path.name: filled_chapter(chapter, answers, questions=questions, latest=latest)
        for chapter in (book.chapters if chapters is None else chapters)
    }
    lost = vanished(book, answers) if chapters is None else ()
    if lost:
        found[KEPT_NAME] = "\n".join(kept_lines(lost, answers, questions)) + "\n"
    return found


def files_at(
    output: str,
    book: Book,
    answers: Mapping[str, Answer],
    chapters: Sequence[Chapter] | None = None,
    *,
    questions: Mapping[str, str] = {},
    latest: bool = False,
) -> dict[Path, str]:
    """The files that an export to `output` makes, by path: one, or in a folder one for each chapter."""
    path = Path(os.path.expanduser(output))
    if output == SCREEN:
        raise ExportError(f"'{SCREEN}' stands for the screen; name a file")
    if not is_folder(output):
        return {path: filled_book(book, answers, chapters, questions=questions, latest=latest)}
    texts = filled_files(book, answers, chapters, questions=questions, latest=latest)
    return {path / name: text for name, text in texts.items()}


def is_folder(output: str) -> bool:
    """Whether `output` stands for a folder: one that is there, or a name that ends like one."""
    return output.endswith(("/", os.sep)) or os.path.isdir(os.path.expanduser(output))


def write_files(
    book: Book,
    texts: Mapping[Path, str],
    *,
    make_folder: bool = False,
    force: bool = False,
    data: Path | None = None,
) -> None:
    """Writes each text to its path, 0600; none takes its place before all of them are on the disk.

    Without `force` nothing that exists is touched, and with it no file that answers are kept in, whose folder
    is `data`. With `make_folder` the folder that they go into is made, 0700, where it is missing. Raises
    FileExists, or ExportError where one would overwrite a chapter or such a file, or cannot be written; what
    was there is then as it was.
    """
    for path in texts:
        _refuse_kept(book, path, data)
        _refuse(book, path, force=force)
    beside: dict[Path, Path] = {}
    try:
        for path, text in texts.items():
            if make_folder:
                path.parent.mkdir(mode=0o700, exist_ok=True)
            beside[path] = _written_beside(path, text.encode())
        for path in texts:
            os.replace(beside[path], path)  # a symlink there is replaced, not followed
            del beside[path]
        _confirm({path.parent for path in texts})
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror}") from None
    finally:
        for fresh in beside.values():
            with suppress(OSError):
                fresh.unlink()


def _refuse_kept(book: Book, path: Path, data: Path | None) -> None:
    from ..answers import is_kept

    folders = homes_beside(data, path) if data is not None else ()
    if any(is_kept(path, folder, book.id) for folder in folders):
        raise ExportError(f"{path} is one of the workbook's own files; choose another place")


def _refuse(book: Book, path: Path, *, force: bool) -> None:
    if not os.path.lexists(path):
        return
    if path.exists() and not path.is_file():
        raise ExportError(f"{path} is not a file that can be overwritten")
    if os.path.dirname(os.path.realpath(path)) == os.path.realpath(book.folder):
        raise ExportError(f"{path} is part of the book itself; choose another place")
    if not force:
        raise FileExists(f"{path} is there already")


def _written_beside(path: Path, data: bytes) -> Path:
    """A new file, 0600 and on the disk, that holds `data`."""
    from ..answers import create_private  # the floor that knows the database; what is only shown needs none

    fresh = path.with_name(f".export-{os.urandom(4).hex()}.tmp")
    create_private(fresh, data)
    return fresh


def _confirm(folders: set[Path]) -> None:
    """Has the disk confirm the names in `folders`, where it takes such an order."""
    from ..answers import sync_folder

    for folder in folders:
        with suppress(OSError):
            sync_folder(folder)
